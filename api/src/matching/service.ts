// Retrieve, score, rank, explain, log: forward only, for both directions.

import type { WorkRight } from '../candidates/queries.ts';
import { understandConcepts } from '../candidates/understand-profile.ts';
import type { Queryable, Ranker, Sql } from '../db/connect.ts';
import type { Language, Notice, VacancyKind } from '../http/schema.ts';
import type { Caller } from '../partners/caller.ts';
import { readRules } from '../rules/rules.ts';
import { namesOf } from '../taxonomy/names.ts';
import type { Snapshot, TaxonomyCache } from '../taxonomy/snapshot.ts';
import { readCandidateCards, readVacancyCards } from './cards.ts';
import { coarsened } from './coarse.ts';
import { CONDITIONS, conditionsOf } from './conditions.ts';
import { type Explained, explain, type Reader } from './explain/explain.ts';
import type { Audience } from './explain/messages.ts';
import { type PersonFacts, personSideOf, vacancySideOf } from './facts.ts';
import { FactsCache } from './facts-cache.ts';
import { knowledgeOf } from './knowledge.ts';
import { type Asked, ENGINE_VERSION, type LoggedMatch, writeLog } from './log.ts';
import { type Order, order } from './order.ts';
import { personQuery, vacancyQuery } from './profile.ts';
import { readAskingCandidate, readAskingVacancy } from './queries.ts';
import { SETBACK } from './rank.ts';
import { type RetrievedPage, retrieveCandidates, retrieveVacancies } from './retrieve.ts';
import type { Side } from './retrieve-index.ts';
import type { CandidateMatch, Understood, VacancyMatch, VacancyMatchRequest, Weights } from './schema.ts';
import { toldFacts } from './told-facts.ts';
import type { Understanding } from './understand.ts';
import { weightsOf } from './weights.ts';

/** Retrieval's order lacks most factors; so many more are scored than are shown. */
const SCORED_PER_SHOWN = 3;
const SCORED_AT_LEAST = 60;
const toScore = (shown: number) => Math.max(SCORED_AT_LEAST, shown * SCORED_PER_SHOWN);

export interface MatchOptions {
  language: Language;
  limit: number;
  weights?: Weights | undefined;
}

class Outdated extends Error {}

interface Matches<Item> {
  items: Item[];
  matchId: string;
  total: number;
  totalIsExact: boolean;
  notices: Notice[];
}

type PersonAsked = Extract<Asked, { direction: 'vacancies-for-person' }>;

/** The side that asked, with what only its own answer shows. */
interface Asking<Of extends Asked = Asked> {
  subjectId: string | null;
  asked: Of;
  workRight: WorkRight | null;
}

export class Matching {
  readonly #sql: Sql;
  readonly #ranker: Ranker;
  readonly #understanding: Understanding;
  readonly #cache: TaxonomyCache;
  readonly #facts = new FactsCache();

  constructor(sql: Sql, ranker: Ranker, understanding: Understanding, cache: TaxonomyCache) {
    this.#sql = sql;
    this.#ranker = ranker;
    this.#understanding = understanding;
    this.#cache = cache;
  }

  /** Vacancies for someone who told a few things; only the log keeps what was compared. */
  vacanciesForProfile(
    request: VacancyMatchRequest,
    caller: Caller,
  ): Promise<Matches<VacancyMatch> & { understood: Understood[] }> {
    return this.#steadily((snapshot) => this.#vacanciesForProfile(request, caller, snapshot));
  }

  /** @returns undefined when there is no such candidate */
  vacanciesForCandidate(
    candidateId: string,
    options: MatchOptions,
    caller: Caller,
  ): Promise<(Matches<VacancyMatch> & { understood: Understood[] }) | undefined> {
    return this.#steadily((snapshot) => this.#vacanciesForCandidate(candidateId, options, caller, snapshot));
  }

  /** @returns undefined when there is no such vacancy */
  candidatesForVacancy(
    vacancyId: string,
    options: MatchOptions,
    caller: Caller,
  ): Promise<Matches<CandidateMatch> | undefined> {
    return this.#steadily((snapshot) => this.#candidatesForVacancy(vacancyId, options, caller, snapshot));
  }

  async #vacanciesForProfile(request: VacancyMatchRequest, caller: Caller, snapshot: Snapshot) {
    const { facts, understood, notices } = await this.understandProfile(request, snapshot, caller);
    const asking: Asking<PersonAsked> = {
      subjectId: null,
      asked: { direction: 'vacancies-for-person', facts },
      workRight: request.workRight ?? null,
    };
    const matches = await this.#vacancies(asking, request.kinds, snapshot, request, caller);
    return { ...matches, understood, notices: [...notices, ...matches.notices] };
  }

  async #vacanciesForCandidate(
    candidateId: string,
    options: MatchOptions,
    caller: Caller,
    snapshot: Snapshot,
  ) {
    const candidate = await readAskingCandidate(this.#sql, candidateId);
    if (!candidate) return undefined;
    const asking: Asking<PersonAsked> = {
      subjectId: candidateId,
      asked: { direction: 'vacancies-for-person', facts: candidate.facts },
      workRight: candidate.workRight,
    };
    return {
      ...(await this.#vacancies(asking, candidate.kinds, snapshot, options, caller)),
      understood: [],
    };
  }

  async #candidatesForVacancy(vacancyId: string, options: MatchOptions, caller: Caller, snapshot: Snapshot) {
    const vacancy = await readAskingVacancy(this.#sql, vacancyId);
    if (!vacancy) return undefined;
    const side = vacancySideOf(vacancy.facts);
    const query = vacancyQuery(side, vacancy.kind, snapshot);
    const page = await this.#retrieve('candidate', (sql) =>
      retrieveCandidates(sql, query, toScore(options.limit), { full: options.limit }),
    );
    if (page.taxonomyVersion !== snapshot.version) throw new Outdated();
    const asked: Asked = { direction: 'candidates-for-vacancy', facts: vacancy.facts };
    const ranked = this.#order(asked, page.hits, snapshot, options);
    const [cards, matchId] = await Promise.all([
      readCandidateCards(this.#sql, shownIds(ranked), namesOf(snapshot)(options.language)),
      this.#log({ subjectId: vacancyId, asked, workRight: null }, ranked, page, snapshot, options, caller),
    ]);
    return {
      items: explainAll(ranked, cards, () => vacancy.kind, snapshot, {
        ...readerOf('employer', options),
        workRight: null,
      }).map(({ card, ...match }) => ({ candidate: card, ...coarsened(match) })),
      matchId,
      total: page.total,
      totalIsExact: page.totalIsExact,
      notices: noticesAbout(ranked, page, {
        'nothing-counts': options.weights !== undefined && countsNothing(ranked),
        'no-occupation-or-skill':
          query.vector === undefined &&
          'The title names no occupation that we know. Add an occupation or skills for a better order.',
        'nothing-open': page.hits.length === 0 && 'Nobody in the pool looks for this kind of place yet.',
      }),
    };
  }

  /** The words of an anonymous profile as facts. @throws ProblemError 400 for ids that do not exist */
  async understandProfile(
    request: Omit<VacancyMatchRequest, 'limit' | 'weights'>,
    snapshot: Snapshot,
    caller: Caller,
  ): Promise<{ facts: PersonFacts; understood: Understood[]; notices: Notice[] }> {
    const reading = this.#understanding.read(request.language, snapshot);
    const told = await understandConcepts(request, reading, caller.kind === 'secret');
    if (request.query) {
      const found = await reading.occupationOrSkill(request.query);
      if (found?.type === 'occupation' && !told.occupations?.has(found.id)) {
        told.occupations?.set(found.id, { years: null, lastYear: null, unpaid: false });
      } else if (found?.type === 'skill' && !told.skills?.has(found.id)) {
        told.skills?.set(found.id, { provenance: 'stated', level: null });
      }
    }
    const place = await reading.place(request.place);
    const nextPlace = await reading.place(request.nextPlace, '#/nextPlace');
    reading.done();
    const places = [
      ...(place ? [{ x: place.x, y: place.y, when: 'now' as const }] : []),
      ...(nextPlace ? [{ x: nextPlace.x, y: nextPlace.y, when: 'expected' as const }] : []),
    ];
    return {
      facts: toldFacts(request, told, places, snapshot),
      understood: reading.understood,
      notices: reading.notices,
    };
  }

  async #vacancies(
    asking: Asking<PersonAsked>,
    kinds: VacancyKind[],
    snapshot: Snapshot,
    options: MatchOptions,
    caller: Caller,
  ): Promise<Matches<VacancyMatch>> {
    const query = personQuery(personSideOf(asking.asked.facts), kinds, snapshot);
    const page = await this.#retrieve('vacancy', (sql) =>
      retrieveVacancies(sql, query, toScore(options.limit), { full: options.limit, setback: SETBACK }),
    );
    if (page.taxonomyVersion !== snapshot.version) throw new Outdated();
    const ranked = this.#order(asking.asked, page.hits, snapshot, options);
    const [cards, matchId] = await Promise.all([
      readVacancyCards(this.#sql, shownIds(ranked), snapshot, options.language),
      this.#log(asking, ranked, page, snapshot, options, caller),
    ]);
    return {
      items: explainAll(ranked, cards, (card) => card.kind, snapshot, {
        ...readerOf('person', options),
        workRight: asking.workRight,
      }).map(({ card, ...match }) => ({ vacancy: card, ...match })),
      matchId,
      total: page.total,
      totalIsExact: page.totalIsExact,
      notices: noticesAbout(ranked, page, {
        'nothing-counts':
          (options.weights !== undefined || asking.asked.facts.optOut.length > 0) && countsNothing(ranked),
        'no-occupation-or-skill':
          query.vector === undefined && 'No occupation or skill is known, so the order says little.',
        'no-place': query.places.length === 0 && 'No place is known, so distance does not count.',
        'nothing-open': page.hits.length === 0 && 'No vacancy of these kinds is open now.',
      }),
    };
  }

  /**
   * The vectors of the snapshot and those in the tables must be of one embedder, which the retrieving statement tells: asks
   * again when the taxonomy changed meanwhile, whether the answer came or failed for it.
   */
  async #steadily<Answer>(ask: (snapshot: Snapshot) => Promise<Answer>): Promise<Answer> {
    let snapshot = await this.#cache.latest();
    for (;;) {
      try {
        return await ask(snapshot);
      } catch (error) {
        const current = await this.#cache.current();
        if (current === snapshot) throw error;
        snapshot = current;
      }
    }
  }

  /** A page with the facts of its rows. */
  #retrieve(side: Side, ask: (sql: Queryable) => Promise<RetrievedPage>) {
    return this.#ranker(async (sql) => {
      const page = await ask(sql);
      const hits = await this.#facts.of(sql, side, page.hits);
      return { ...page, hits };
    });
  }

  #order(
    asked: Asked,
    hits: Parameters<typeof order>[1],
    snapshot: Snapshot,
    { limit, weights }: MatchOptions,
  ): Order[] {
    return order(asked, hits, {
      knowledge: knowledgeOf(snapshot),
      weights: weightsOf(weights),
      year: new Date().getFullYear(),
      limit,
    });
  }

  #log(
    { subjectId, asked }: Asking,
    ranked: Order[],
    page: RetrievedPage,
    snapshot: Snapshot,
    { limit, weights }: MatchOptions,
    caller: Caller,
  ): Promise<string> {
    const actor: LoggedMatch['actor'] = {
      kind: caller.kind,
      partnerId: caller.partnerId,
      ...(caller.kind === 'candidate' && { candidateId: caller.candidateId }),
    };
    return writeLog(this.#sql, {
      direction: asked.direction,
      actor,
      subjectId,
      inputs: { facts: asked.facts, year: new Date().getFullYear(), limit },
      weights: weightsOf(weights),
      versions: { taxonomy: snapshot.version, embedder: snapshot.embedder, engine: ENGINE_VERSION },
      total: page.total,
      scored: page.hits.map(({ id, factsVersion, unmet }) => ({ id, facts: factsVersion, unmet })),
      shown: ranked.map(({ id, scored }) => ({
        id,
        score: scored.score,
        values: scored.contributions.map(({ value }) => value),
      })),
    });
  }
}

const RULES = readRules();
const readerOf = (audience: Audience, { language, weights }: MatchOptions) => ({
  audience,
  language,
  rules: RULES,
  on: new Date().toISOString().slice(0, 10),
  weights: weightsOf(weights),
});

/** Without what was deleted between retrieval and now. */
function explainAll<Card>(
  ranked: Order[],
  cards: Map<string, Card>,
  kindOf: (card: Card) => VacancyKind,
  snapshot: Snapshot,
  reader: Reader,
): (Explained & { card: Card })[] {
  return ranked.flatMap((one) => {
    const card = cards.get(one.id);
    return card ? [{ card, ...explain(one, kindOf(card), snapshot, reader) }] : [];
  });
}

/** @returns what to say when every score is 0 for the weights and the opted-out factors */
const countsNothing = (ranked: Order[]) =>
  ranked.length > 0 &&
  ranked.every(({ scored }) => scored.contributions.every(({ weight }) => weight === 0)) &&
  'Nothing that these weights count is known, so all scores are 0 and the order says nothing. Give weight to another factor, opt out of fewer, or tell more.';

const shownIds = (ranked: Order[]) => ranked.map(({ id }) => id);

function noticesAbout(
  ranked: Order[],
  { total, hits }: RetrievedPage,
  others: Partial<Record<Notice['code'], string | false>>,
): Notice[] {
  const notices = Object.entries(others).flatMap(([code, detail]): Notice[] =>
    detail ? [{ code: code as Notice['code'], detail }] : [],
  );
  const missing = ranked.filter(({ unmet }) => unmet > 0);
  if (missing.length > 0 && total < ranked.length) {
    const conditions = CONDITIONS.map((condition) => ({
      condition,
      count: missing.filter(({ unmet }) => conditionsOf(unmet).includes(condition)).length,
    }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
    const who = total === 0 ? 'None meets every condition' : `Only ${total} meet every condition`;
    notices.push({
      code: 'conditions-not-met',
      detail: `${who}, so ${missing.length} are shown that do not. Of ${hits.length} looked at, most miss: ${conditions[0]!.condition}.`,
      conditions,
    });
  }
  return notices;
}
