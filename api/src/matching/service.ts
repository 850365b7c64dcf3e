// Retrieve, score, explain: forward only, for both directions.
import { readCandidateRow } from '../candidates/queries.ts';
import type { Sql } from '../db/connect.ts';
import { askSteadily } from '../embedding/switch-state.ts';
import type { Language, Notice } from '../http/schema.ts';
import { readPlaces } from '../places/queries.ts';
import { readVacancyRows } from '../vacancies/queries.ts';
import { candidateCards, vacancyCards } from './cards.ts';
import { explainSkills } from './explain.ts';
import type { Pair } from './factors/factor.ts';
import {
  languageOrdinals,
  type Profile,
  profileVector,
  type SkillProvenance,
  withPredictedSkills,
} from './profile.ts';
import { type Retrieved, retrieveCandidates, retrieveVacancies } from './retrieve.ts';
import type { CandidateMatch, Understood, VacancyMatch, VacancyMatchRequest } from './schema.ts';
import { score } from './score.ts';
import type { Understanding } from './understand.ts';
import { vacancySideOf } from './vacancy-side.ts';

/** Retrieval's order lacks the factors that need no index; so many more are scored than are shown. */
const SCORED_PER_SHOWN = 5;
const SCORED_AT_LEAST = 100;
const toScore = (shown: number) => Math.max(SCORED_AT_LEAST, shown * SCORED_PER_SHOWN);

interface Matches<Item> {
  items: Item[];
  total: number;
  notices: Notice[];
}

export class Matching {
  readonly #sql: Sql;
  readonly #understanding: Understanding;
  /** A match is several statements; the vectors may change places between two of them. */
  readonly #steadily: ReturnType<typeof askSteadily>;

  constructor(sql: Sql, understanding: Understanding) {
    this.#sql = sql;
    this.#steadily = askSteadily(sql);
    this.#understanding = understanding;
  }

  /** Vacancies for someone who told a few things and is not stored. */
  vacanciesForProfile(request: VacancyMatchRequest) {
    return this.#steadily(() => this.#vacanciesForProfile(request));
  }

  /** @returns undefined when there is no such candidate */
  vacanciesForCandidate(candidateId: string, language: Language, limit: number) {
    return this.#steadily(() => this.#vacanciesForCandidate(candidateId, language, limit));
  }

  /** @returns undefined when there is no such vacancy */
  candidatesForVacancy(vacancyId: string, language: Language, limit: number) {
    return this.#steadily(() => this.#candidatesForVacancy(vacancyId, language, limit));
  }

  async #vacanciesForProfile(
    request: VacancyMatchRequest,
  ): Promise<Matches<VacancyMatch> & { understood: Understood[] }> {
    const reading = this.#understanding.read(request.language);
    const located = (list: 'occupations' | 'skills') =>
      request[list].map((reference, i) => ({ reference, pointer: `#/${list}/${i}` }));
    const occupations = known(await reading.concepts('occupation', located('occupations')));
    const skills = known(await reading.concepts('skill', located('skills')));
    if (request.query) {
      const found = await reading.occupationOrSkill(request.query);
      if (found) (found.type === 'occupation' ? occupations : skills).add(found.id);
    }
    const place = await reading.place(request.place);
    reading.done();

    const profile = await this.#profile(
      { ...request, educationLevel: request.educationLevel ?? null },
      [...occupations],
      await withPredictedSkills(this.#sql, [...occupations], [...skills]),
      place,
    );
    const matches = await this.#vacancies(profile, request.language, request.limit);
    return { ...matches, understood: reading.understood, notices: [...reading.notices, ...matches.notices] };
  }

  async #vacanciesForCandidate(
    candidateId: string,
    language: Language,
    limit: number,
  ): Promise<(Matches<VacancyMatch> & { understood: Understood[] }) | undefined> {
    const row = await readCandidateRow(this.#sql, candidateId);
    if (!row) return undefined;
    const place =
      row.placeId === null ? undefined : (await readPlaces(this.#sql, [row.placeId])).get(row.placeId);
    const occupations = row.occupations.map((occupation) => occupation.conceptId);
    const skills = new Map(row.skills.map(({ conceptId, provenance }) => [conceptId, provenance]));
    const profile = await this.#profile(row, occupations, skills, place);
    return { ...(await this.#vacancies(profile, language, limit)), understood: [] };
  }

  async #candidatesForVacancy(
    vacancyId: string,
    language: Language,
    limit: number,
  ): Promise<Matches<CandidateMatch> | undefined> {
    const row = (await readVacancyRows(this.#sql, [vacancyId])).get(vacancyId);
    if (!row) return undefined;
    const vacancy = await vacancySideOf(this.#sql, row);
    const page = await retrieveCandidates(this.#sql, { kind: row.kind, ...vacancy }, toScore(limit));
    const ranked = rank(page.hits, limit, (hit) => ({ ...hit, person: hit.side, vacancy: vacancy.side }));
    const items = await this.#explain(ranked, candidateCards, language);
    return {
      items: items.map(({ card, ...match }) => ({ candidate: card, ...match })),
      total: page.total,
      notices: noticesAbout(
        ranked.map(({ hit }) => hit),
        {
          'no-occupation-or-skill':
            vacancy.vector === undefined &&
            'The title names no occupation that we know. Add an occupation or skills for a better order.',
          'nothing-open': page.hits.length === 0 && 'Nobody in the pool looks for this kind of place yet.',
        },
      ),
    };
  }

  async #profile(
    told: Pick<VacancyMatchRequest, 'kinds' | 'maxDistanceKm' | 'languages'> & {
      educationLevel: number | null;
      hoursMin?: number | null;
      hoursMax?: number | null;
    },
    occupations: number[],
    skills: SkillProvenance,
    place: { x: number; y: number } | undefined,
  ): Promise<Profile> {
    return {
      kinds: told.kinds,
      vector: await profileVector(this.#sql, occupations, skills),
      position: place,
      side: {
        skills,
        languages: languageOrdinals(told.languages),
        education: told.educationLevel,
        hoursMin: told.hoursMin ?? null,
        hoursMax: told.hoursMax ?? null,
        maxDistanceKm: told.maxDistanceKm,
      },
    };
  }

  async #vacancies(profile: Profile, language: Language, limit: number): Promise<Matches<VacancyMatch>> {
    const page = await retrieveVacancies(this.#sql, profile, toScore(limit));
    const ranked = rank(page.hits, limit, (hit) => ({ ...hit, person: profile.side, vacancy: hit.side }));
    const items = await this.#explain(ranked, vacancyCards, language);
    return {
      items: items.map(({ card, ...match }) => ({ vacancy: card, ...match })),
      total: page.total,
      notices: noticesAbout(
        ranked.map(({ hit }) => hit),
        {
          'no-occupation-or-skill':
            profile.vector === undefined && 'No occupation or skill is known, so the order says little.',
          'no-place': profile.position === undefined && 'No place is known, so distance does not count.',
          'nothing-open': page.hits.length === 0 && 'No vacancy of these kinds is open now.',
        },
      ),
    };
  }

  /** Without what was deleted between retrieval and now. */
  async #explain<Card>(
    ranked: Ranked[],
    cardsOf: (sql: Sql, ids: string[], language: Language) => Promise<Map<string, Card>>,
    language: Language,
  ) {
    const cards = await cardsOf(
      this.#sql,
      ranked.map(({ hit }) => hit.id),
      language,
    );
    const skills = await explainSkills(
      this.#sql,
      ranked.map(({ pair }) => pair),
      language,
    );
    return ranked.flatMap(({ hit: { id, distanceKm, withinReach }, scored }, i) => {
      const card = cards.get(id);
      return card ? [{ card, ...scored, ...skills[i]!, distanceKm, withinReach }] : [];
    });
  }
}

interface Ranked {
  hit: Retrieved<unknown>;
  pair: Pair;
  scored: ReturnType<typeof score>;
}

/** Each once: what is named twice does not weigh double. */
function known(ids: (number | undefined)[]): Set<number> {
  return new Set(ids.filter((id) => id !== undefined));
}

/** Scores all hits and keeps the best; within reach before beyond, and equal scores by id, so that the order is stable. */
function rank<Side>(
  hits: Retrieved<Side>[],
  limit: number,
  pairOf: (hit: Retrieved<Side>) => Pair,
): Ranked[] {
  return hits
    .map((hit) => {
      const pair = pairOf(hit);
      return { hit, pair, scored: score(pair) };
    })
    .sort(
      (a, b) =>
        Number(b.hit.withinReach) - Number(a.hit.withinReach) ||
        b.scored.score - a.scored.score ||
        (a.hit.id < b.hit.id ? -1 : 1),
    )
    .slice(0, limit);
}

function noticesAbout(
  shown: Retrieved<unknown>[],
  others: Partial<Record<Notice['code'], string | false>>,
): Notice[] {
  const beyond = shown.filter((hit) => !hit.withinReach).length;
  const all = {
    ...others,
    'widened-beyond-reach':
      beyond > 0 && `Too few are within reach, so ${beyond} that are farther away follow.`,
  };
  return Object.entries(all).flatMap(([code, detail]) =>
    detail ? [{ code: code as Notice['code'], detail }] : [],
  );
}
