// What could be: the way to a wished occupation for a person, and what a requirement costs in candidates for an employer.
import type { WorkRight } from '../candidates/queries.ts';
import type { Ranker, Sql } from '../db/connect.ts';
import type { Language, Notice, VacancyKind } from '../http/schema.ts';
import type { Caller } from '../partners/caller.ts';
import { readRules } from '../rules/rules.ts';
import { namesOf } from '../taxonomy/names.ts';
import type { ConceptReference } from '../taxonomy/schema.ts';
import { idsByCode, type Snapshot, type TaxonomyCache } from '../taxonomy/snapshot.ts';
import { essentialSkills } from '../taxonomy/usual-skills.ts';
import { unlockPath } from './explain/unlock.ts';
import { whatIf } from './explain/what-if.ts';
import { type PersonFacts, personSideOf, vacancySideOf } from './facts.ts';
import { vacancyQuery } from './profile.ts';
import { countOpenVacancies, readAskingCandidate, readAskingVacancy, readOpenVacancies } from './queries.ts';
import { countUnmet } from './retrieve.ts';
import type { Understood, UnlockPath, UnlockPathRequest, WhatIf } from './schema.ts';
import type { Matching } from './service.ts';
import type { Understanding } from './understand.ts';

const RULES = readRules();

export class Prospects {
  readonly #sql: Sql;
  readonly #ranker: Ranker;
  readonly #understanding: Understanding;
  readonly #cache: TaxonomyCache;
  readonly #matching: Matching;

  constructor(
    sql: Sql,
    ranker: Ranker,
    understanding: Understanding,
    cache: TaxonomyCache,
    matching: Matching,
  ) {
    this.#sql = sql;
    this.#ranker = ranker;
    this.#understanding = understanding;
    this.#cache = cache;
    this.#matching = matching;
  }

  /** What each requirement of a vacancy costs in candidates. @returns undefined when there is no such vacancy */
  async whatIf(vacancyId: string, language: Language): Promise<WhatIf | undefined> {
    const [vacancy, snapshot] = await Promise.all([
      readAskingVacancy(this.#sql, vacancyId),
      this.#cache.current(),
    ]);
    if (!vacancy) return undefined;
    const side = vacancySideOf(vacancy.facts);
    const counts = await this.#ranker((sql) => countUnmet(sql, vacancyQuery(side, vacancy.kind, snapshot)));
    return whatIf(counts, side, namesOf(snapshot)(language), language);
  }

  /** @throws ProblemError 400 for a wish that we do not know */
  async forProfile(request: UnlockPathRequest, caller: Caller): Promise<UnlockPath> {
    const snapshot = await this.#cache.current();
    const { facts, understood, notices } = await this.#matching.understandProfile(request, snapshot, caller);
    const wish = await this.#wish(request.wish, request.language);
    const path = await this.#path(
      { ...request, facts, workRight: request.workRight ?? null },
      wish.id,
      snapshot,
      request.language,
    );
    return { ...path, understood: [...understood, ...wish.understood], notices };
  }

  /** @returns undefined when there is no such candidate @throws ProblemError 400 for a wish that we do not know */
  async forCandidate(
    candidateId: string,
    wish: ConceptReference,
    language: Language,
  ): Promise<UnlockPath | undefined> {
    const [candidate, snapshot] = await Promise.all([
      readAskingCandidate(this.#sql, candidateId),
      this.#cache.current(),
    ]);
    if (!candidate) return undefined;
    const { id, understood } = await this.#wish(wish, language);
    const path = await this.#path(candidate, id, snapshot, language);
    return { ...path, understood, notices: [] as Notice[] };
  }

  async #wish(wish: ConceptReference, language: Language): Promise<{ id: number; understood: Understood[] }> {
    const reading = this.#understanding.read(language);
    const id = await reading.requiredOccupation(wish, '#/wish');
    reading.done();
    return { id: id!, understood: reading.understood };
  }

  async #path(
    { facts, kinds, workRight }: { facts: PersonFacts; kinds: VacancyKind[]; workRight: WorkRight | null },
    occupationId: number,
    snapshot: Snapshot,
    language: Language,
  ) {
    const occupation = snapshot.concepts[snapshot.indexOf.get(occupationId)!]!;
    const [open, counts] = await Promise.all([
      readOpenVacancies(this.#sql, occupationId, kinds),
      countOpenVacancies(this.#sql, kinds),
    ]);
    return unlockPath({
      rules: RULES,
      on: new Date().toISOString().slice(0, 10),
      person: personSideOf(facts),
      occupation,
      // One checklist: that of a job when the person looks for one too, for most is asked there.
      kind: kinds.includes('job') ? 'job' : kinds[0]!,
      workRight,
      essentialSkills: essentialSkills(snapshot).get(occupationId) ?? [],
      vacancies: open.map((vacancy) => vacancySideOf(vacancy)),
      openVacanciesOf: (other) => counts.get(other) ?? 0,
      idOfCode: (code) => idsByCode(snapshot).get(code),
      nameOf: namesOf(snapshot)(language),
      language,
    });
  }
}
