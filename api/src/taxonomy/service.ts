// Finding concepts behind words, and reading them in the reader's language.
import type { z } from '@hono/zod-openapi';
import type { Sql } from '../db/connect.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { withoutMeaning } from '../embedding/impatient.ts';
import type { Language, Notice } from '../http/schema.ts';
import { ConceptIndex, type Hit } from './concept-index.ts';
import { fold } from './fold.ts';
import { namesOf } from './names.ts';
import {
  alternativeLabels,
  type ConceptRow,
  type ConceptType,
  findIds,
  occupationsNeeding,
  readConcepts,
  skillsOf,
  toConcept,
} from './queries.ts';
import type { Concept, Occupation, OccupationHit, Skill, SkillHit } from './schema.ts';
import { oncePerSnapshot, type Snapshot, type TaxonomyCache } from './snapshot.ts';

/** A concept with how it was found. */
export type Found = ConceptRow & Omit<Hit, 'matchedLabel'> & { matchedLabel: string };

interface SearchResult<Hit> {
  items: Hit[];
  notices: Notice[];
}

export class Taxonomy {
  readonly #sql: Sql;
  readonly #embedder: Embedder;
  readonly #cache: TaxonomyCache;
  readonly #indexOf = {
    occupation: oncePerSnapshot((snapshot) => new ConceptIndex(snapshot, 'occupation')),
    skill: oncePerSnapshot((snapshot) => new ConceptIndex(snapshot, 'skill')),
  };

  constructor(sql: Sql, embedder: Embedder, cache: TaxonomyCache) {
    this.#sql = sql;
    this.#embedder = embedder;
    this.#cache = cache;
  }

  /**
   * Concepts of one type that fit words of any language, best first; empty for words without letters or digits.
   *
   * @param known the taxonomy, when the caller has just looked whether it is current
   */
  async find(
    type: ConceptType,
    text: string,
    language: Language,
    limit: number,
    known?: Snapshot,
  ): Promise<Found[]> {
    const folded = fold(text);
    if (folded === '') return [];
    const snapshot = known ?? (await this.#cache.current());
    const index = this.#indexOf[type](snapshot);
    const named = limit === 1 ? index.findNamed({ folded, language }) : undefined;
    const hits = named
      ? [named]
      : index.find({ text, folded, vector: await this.#vectorOf(text, snapshot), language }, limit);
    const nameOf = namesOf(snapshot)(language);
    return hits.map((hit) => {
      const { label, dutchLabel, draft, language } = nameOf(hit.id);
      const concept = snapshot.concepts[snapshot.indexOf.get(hit.id)!]!;
      return {
        ...concept,
        label,
        dutchLabel,
        draft,
        language,
        ...hit,
        matchedLabel: hit.matchedLabel ?? label,
      };
    });
  }

  async #vectorOf(text: string, snapshot: Snapshot): Promise<Float32Array | undefined> {
    // While another embedder takes over, the vectors here are not of ours: letters must do.
    if (snapshot.embedder !== this.#embedder.id) return undefined;
    const [vector] = await this.#embedder.embed([text]).catch(withoutMeaning);
    return vector;
  }

  async searchOccupations(
    q: string,
    language: Language,
    limit: number,
  ): Promise<SearchResult<OccupationHit>> {
    return this.#search('occupation', q, language, limit, (row) => ({
      iscoCode: row.iscoCode,
      regulated: row.regulated,
      riasec: row.riasec,
    }));
  }

  async searchSkills(q: string, language: Language, limit: number): Promise<SearchResult<SkillHit>> {
    return this.#search('skill', q, language, limit, (row) => ({ skillType: row.skillType ?? 'skill' }));
  }

  async #search<Facts>(
    type: ConceptType,
    q: string,
    language: Language,
    limit: number,
    facts: (row: ConceptRow) => Facts,
  ): Promise<SearchResult<Concept & Facts & Pick<Found, 'matchedLabel' | 'matchedBy' | 'confidence'>>> {
    const found = await this.find(type, q, language, limit);
    const items = found.map((hit) => {
      const { matchedLabel, matchedBy, confidence } = hit;
      return { ...toConcept(hit), ...facts(hit), matchedLabel, matchedBy, confidence };
    });
    const notices: Notice[] =
      items.length > 0
        ? []
        : [
            {
              code: 'no-results',
              detail: `No ${type} resembles these words. Try a shorter or another word.`,
              input: q,
            },
          ];
    return { items, notices };
  }

  async readOccupation(code: string, language: Language): Promise<z.infer<typeof Occupation> | undefined> {
    const id = (await findIds(this.#sql, 'occupation', [code])).get(code);
    if (id === undefined) return undefined;
    const skills = await skillsOf(this.#sql, [id]);
    const rows = await readConcepts(this.#sql, [id, ...skills.map((skill) => skill.skillId)], language);
    const row = rows.get(id)!;
    const named = (importance: string) =>
      skills
        .filter((skill) => skill.importance === importance)
        .map((skill) => toConcept(rows.get(skill.skillId)!));
    return {
      ...toConcept(row),
      iscoCode: row.iscoCode,
      regulated: row.regulated,
      riasec: row.riasec,
      alternativeLabels: await alternativeLabels(this.#sql, id, row.language),
      essentialSkills: named('essential'),
      optionalSkills: named('optional'),
    };
  }

  async readSkill(code: string, language: Language): Promise<z.infer<typeof Skill> | undefined> {
    const id = (await findIds(this.#sql, 'skill', [code])).get(code);
    if (id === undefined) return undefined;
    const occupations = await occupationsNeeding(this.#sql, id);
    const rows = await readConcepts(this.#sql, [id, ...occupations], language);
    const row = rows.get(id)!;
    return {
      ...toConcept(row),
      skillType: row.skillType ?? 'skill',
      alternativeLabels: await alternativeLabels(this.#sql, id, row.language),
      essentialFor: occupations.map((occupation) => toConcept(rows.get(occupation)!)),
    };
  }
}
