// Suggestion and extraction: reads the request's words, asks the models, and says the answer in the reader's language.
import type { Sql } from '../db/connect.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { withoutMeaning } from '../embedding/impatient.ts';
import { badInput } from '../http/problem.ts';
import type { Language, Notice } from '../http/schema.ts';
import type { Reading, Understanding } from '../matching/understand.ts';
import { readConcepts, toConcept } from '../taxonomy/queries.ts';
import type { Concept, ConceptReference } from '../taxonomy/schema.ts';
import { oncePerSnapshot, type Snapshot, type TaxonomyCache } from '../taxonomy/snapshot.ts';
import { extractFacts } from './facts/facts.ts';
import { type Link, Linker } from './linker.ts';
import type {
  SkillExtraction,
  SkillExtractionRequest,
  SkillSuggestionRequest,
  SkillSuggestions,
  Span,
  SuggestionReason,
} from './schema.ts';
import { type Reason, SuggestionModel } from './suggest.ts';
import { readSuggestionParameters } from './suggest-parameters.ts';

/** What one text names of one concept: all its stretches. */
interface Found {
  concept: number;
  confidence: number;
  spans: Span[];
}

export class Skills {
  readonly #sql: Sql;
  readonly #embedder: Embedder;
  readonly #understanding: Understanding;
  readonly #cache: TaxonomyCache;
  readonly #parameters = readSuggestionParameters();
  readonly #modelOf = oncePerSnapshot((snapshot) => new SuggestionModel(toGraph(snapshot), this.#parameters));
  readonly #linkersOf = oncePerSnapshot((snapshot) => {
    const embedder = snapshot.embedder === this.#embedder.id ? this.#embedder : undefined;
    return {
      skill: new Linker(snapshot, 'skill', embedder),
      occupation: new Linker(snapshot, 'occupation', embedder),
    };
  });

  constructor(sql: Sql, embedder: Embedder, understanding: Understanding, cache: TaxonomyCache) {
    this.#sql = sql;
    this.#embedder = embedder;
    this.#understanding = understanding;
    this.#cache = cache;
  }

  /** @throws ProblemError 400 for a request that says nothing, or names what does not exist */
  async suggest(request: SkillSuggestionRequest): Promise<SkillSuggestions> {
    const { occupations, text, confirmedSkills, rejectedSkills, language, limit } = request;
    if (occupations.length === 0 && !text && confirmedSkills.length === 0) {
      throw badInput([
        { in: 'body', pointer: '#', detail: 'Give an occupation, a text or a confirmed skill to go by' },
      ]);
    }
    const reading = this.#understanding.read(language);
    const snapshot = await this.#cache.current();
    const indexOf = indexById(snapshot);
    const read = (type: 'occupation' | 'skill', references: ConceptReference[], pointer: string) =>
      readReferences(reading, indexOf, type, references, pointer);
    const known = await read(
      'occupation',
      occupations.map(({ occupation }) => occupation),
      '#/occupations',
    );
    const confirmed = await read('skill', confirmedSkills, '#/confirmedSkills');
    const rejected = await read('skill', rejectedSkills, '#/rejectedSkills');
    reading.done();
    const told = text ? await this.#link(snapshot, text) : { skill: [], occupation: [] };
    const [vector] =
      text && snapshot.embedder === this.#embedder.id
        ? await this.#embedder.embed([text]).catch(withoutMeaning)
        : [];
    const words = new Map(told.skill.map(({ concept, spans }) => [concept, spans[0]!.text]));
    const suggestions = this.#modelOf(snapshot).suggest(
      {
        occupations: [
          ...known.flatMap((occupation, i) =>
            occupation === undefined ? [] : [{ occupation, years: occupations[i]!.years }],
          ),
          ...told.occupation.map(({ concept }) => ({ occupation: concept })),
        ],
        confirmed: confirmed.filter((skill) => skill !== undefined),
        rejected: rejected.filter((skill) => skill !== undefined),
        named: told.skill.map(({ concept, confidence }) => ({ skill: concept, confidence })),
        ...(vector && { textVector: vector }),
      },
      limit,
    );
    const say = await this.#speaker(snapshot, language, [
      ...suggestions.flatMap(({ skill, reason }) => [skill, ...conceptsOf(reason)]),
    ]);
    return {
      items: suggestions.map(({ skill, probability, reason }) => ({
        skill: say(skill),
        skillType: snapshot.concepts[skill]!.skillType ?? 'skill',
        probability,
        reason: toReason(reason, say, words.get(skill)),
      })),
      understood: reading.understood,
      notices: suggestions.length > 0 ? reading.notices : [...reading.notices, NOTHING_TO_GO_BY],
    };
  }

  async extract({ text, language }: SkillExtractionRequest): Promise<SkillExtraction> {
    const snapshot = await this.#cache.current();
    const { skill, occupation } = await this.#link(snapshot, text);
    const facts = extractFacts(text);
    const say = await this.#speaker(
      snapshot,
      language,
      [...skill, ...occupation].map(({ concept }) => concept),
    );
    const isEmpty =
      skill.length + occupation.length === 0 && Object.values(facts).every((list) => list.length === 0);
    return {
      skills: skill.map(({ concept, ...found }) => ({
        skill: say(concept),
        skillType: snapshot.concepts[concept]!.skillType ?? 'skill',
        ...found,
      })),
      occupations: occupation.map(({ concept, ...found }) => ({
        occupation: say(concept),
        years: yearsBeside(found.spans, facts.experience, text),
        ...found,
      })),
      ...facts,
      notices: isEmpty ? [{ ...NOTHING_TO_GO_BY, input: text.slice(0, 100) }] : [],
    };
  }

  async #link(snapshot: Snapshot, text: string): Promise<Record<'skill' | 'occupation', Found[]>> {
    const linkers = this.#linkersOf(snapshot);
    const occupation = await linkers.occupation.find(text);
    const skill = await linkers.skill.find(text);
    return { skill: gather(skill, text), occupation: gather(occupation, text) };
  }

  async #speaker(
    snapshot: Snapshot,
    language: Language,
    concepts: number[],
  ): Promise<(concept: number) => Concept> {
    const ids = [...new Set(concepts)].map((concept) => snapshot.concepts[concept]!.id);
    const rows = await readConcepts(this.#sql, ids, language);
    return (concept) => toConcept(rows.get(snapshot.concepts[concept]!.id)!);
  }
}

const NOTHING_TO_GO_BY: Notice = {
  code: 'text-not-recognised',
  detail:
    'These words name no work or skill that we know. Tell more, in other words: what did you do all day?',
};

async function readReferences(
  reading: Reading,
  indexOf: Map<number, number>,
  type: 'occupation' | 'skill',
  references: ConceptReference[],
  pointer: string,
): Promise<(number | undefined)[]> {
  const located = references.map((reference, i) => ({ reference, pointer: `${pointer}/${i}` }));
  const ids = await reading.concepts(type, located);
  return ids.map((id) => (id === undefined ? undefined : indexOf.get(id)));
}

const indexById = oncePerSnapshot(({ concepts }) => new Map(concepts.map(({ id }, index) => [id, index])));

function toGraph({ concepts, relations, labelVectors }: Snapshot) {
  return {
    concepts: concepts.map(({ type, iscoCode }) =>
      type === 'occupation' ? { kind: type, iscoCode } : { kind: type },
    ),
    relations: relations.map(({ importance, ...relation }) => ({ ...relation, type: importance })),
    vectors: labelVectors,
  };
}

/** All stretches of a concept together; it is as sure as the surest. */
function gather(links: Link[], text: string): Found[] {
  const found = new Map<number, Found>();
  for (const { concept, confidence, start, end } of links) {
    const span = { start, end, text: text.slice(start, end) };
    const known = found.get(concept);
    if (!known) found.set(concept, { concept, confidence, spans: [span] });
    else {
      known.confidence = Math.max(known.confidence, confidence);
      known.spans.push(span);
    }
  }
  return [...found.values()];
}

/** Years that stand in the same sentence as an occupation. */
function yearsBeside(spans: Span[], experience: SkillExtraction['experience'], text: string): number | null {
  for (const { start, end } of spans) {
    for (const { years, spans: told } of experience) {
      for (const span of told) {
        const between = text.slice(Math.min(end, span.end), Math.max(start, span.start));
        if (between.length < 120 && !/[.!?؟።\n]\s/.test(between)) return years;
      }
    }
  }
  return null;
}

function conceptsOf(reason: Reason): number[] {
  if ('occupation' in reason) return [reason.occupation];
  return 'skill' in reason ? [reason.skill] : [];
}

function toReason(
  reason: Reason,
  say: (concept: number) => Concept,
  words: string | undefined,
): SuggestionReason {
  if ('occupation' in reason) return { code: reason.code, occupation: say(reason.occupation) };
  if ('skill' in reason) return { code: reason.code, skill: say(reason.skill) };
  return { code: reason.code, ...(words !== undefined && { text: words }) };
}
