// Decisions about vacancies: what a title tells, who may see and change what.
import { randomUUID } from 'node:crypto';
import type { z } from '@hono/zod-openapi';
import { toSkillLevel } from '../candidates/queries.ts';
import type { Sql } from '../db/connect.ts';
import { badInput, ProblemError } from '../http/problem.ts';
import type { Language } from '../http/schema.ts';
import { indexVacancies } from '../matching/index-tables.ts';
import type { Understood } from '../matching/schema.ts';
import type { Understanding } from '../matching/understand.ts';
import type { Caller } from '../partners/caller.ts';
import type { TaxonomyCache } from '../taxonomy/snapshot.ts';
import { usualSkills } from '../taxonomy/usual-skills.ts';
import {
  type CloseReason,
  listVacancyIds,
  markClosed,
  readOwner,
  readVacancies,
  saveVacancy,
  type VacancyData,
} from './queries.ts';
import type { Vacancy, VacancyInput, VacancyListQuery, VacancyPage } from './schema.ts';

/** What PostgreSQL reads as one. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export class Vacancies {
  readonly #sql: Sql;
  readonly #understanding: Understanding;
  readonly #cache: TaxonomyCache;

  constructor(sql: Sql, understanding: Understanding, cache: TaxonomyCache) {
    this.#sql = sql;
    this.#understanding = understanding;
    this.#cache = cache;
  }

  async create(
    partnerId: string,
    input: VacancyInput,
    language: Language,
  ): Promise<{ id: string; understood: Understood[] }> {
    const id = randomUUID();
    return { id, understood: await this.#save(id, partnerId, input, language) };
  }

  /** @returns undefined when this partner has no such vacancy @throws ProblemError 409 when it is closed */
  async replace(
    partnerId: string,
    id: string,
    input: VacancyInput,
    language: Language,
  ): Promise<Understood[] | undefined> {
    const owner = await readOwner(this.#sql, id);
    if (owner?.partnerId !== partnerId) return undefined;
    return this.#save(id, partnerId, input, language);
  }

  /** @returns whether this partner has such a vacancy */
  async close(partnerId: string, id: string, reason: CloseReason): Promise<boolean> {
    if (!(await this.isOwn(partnerId, id))) return false;
    await this.#sql.begin(async (tx) => {
      await markClosed(tx, id, reason);
      await indexVacancies(tx, [id]);
    });
    return true;
  }

  async isOwn(partnerId: string, id: string): Promise<boolean> {
    return (await this.statusOfOwn(partnerId, id)) !== undefined;
  }

  /** @returns undefined when this partner has no such vacancy */
  async statusOfOwn(partnerId: string, id: string): Promise<'open' | 'closed' | undefined> {
    const owner = await readOwner(this.#sql, id);
    return owner?.partnerId === partnerId ? owner.status : undefined;
  }

  async read(id: string, language: Language): Promise<Vacancy | undefined> {
    return (await readVacancies(this.#sql, [id], this.#cache, language))[0];
  }

  /** As `read`, but a closed vacancy only for the partner's own server. */
  async readFor(caller: Caller, id: string, language: Language): Promise<Vacancy | undefined> {
    const owner = await readOwner(this.#sql, id);
    const own = caller.kind === 'secret' && owner?.partnerId === caller.partnerId;
    return owner && (owner.status === 'open' || own) ? this.read(id, language) : undefined;
  }

  async list(
    partnerId: string,
    query: z.infer<typeof VacancyListQuery>,
  ): Promise<z.infer<typeof VacancyPage>> {
    const { status, cursor, limit, language } = query;
    if (cursor && !(UUID.test(cursor) && (await this.isOwn(partnerId, cursor)))) {
      throw badInput([
        { in: 'query', pointer: 'cursor', detail: 'Pass `next` of the page before, unchanged' },
      ]);
    }
    const ids = await listVacancyIds(this.#sql, partnerId, { status, after: cursor, limit: limit + 1 });
    const items = await readVacancies(this.#sql, ids.slice(0, limit), this.#cache, language);
    return { items, next: ids.length > limit ? items.at(-1)!.id : null };
  }

  async #save(id: string, partnerId: string, input: VacancyInput, language: Language): Promise<Understood[]> {
    const { data, understood } = await this.#understand(input, language);
    await this.#sql.begin(async (tx) => {
      // One behind the other, without waiting in between; of a closed one nothing changes.
      const [isSaved] = await Promise.all([saveVacancy(tx, id, partnerId, data), indexVacancies(tx, [id])]);
      if (!isSaved) throw new ProblemError(409, 'This vacancy is closed. Post it again as a new one.');
    });
    return understood;
  }

  /** Fills in from the title what the employer left open, and says so in `inferred`. */
  async #understand(
    input: VacancyInput,
    language: Language,
  ): Promise<{ data: VacancyData; understood: Understood[] }> {
    const snapshot = await this.#cache.current();
    const reading = this.#understanding.read(language, snapshot);
    const inferred: Vacancy['inferred'] = [];

    const place = await reading.requiredPlace(input.place);
    let occupationId: number | undefined;
    if (input.occupation) {
      [occupationId] = await reading.concepts('occupation', [
        { reference: input.occupation, pointer: '#/occupation' },
      ]);
    }
    const skillIds = await reading.concepts(
      'skill',
      (input.skills ?? []).map(({ skill }, i) => ({ reference: skill, pointer: `#/skills/${i}/skill` })),
    );
    if (occupationId === undefined) {
      occupationId = await reading.occupationInTitle(input.title);
      if (occupationId !== undefined) inferred.push('occupation');
    }
    reading.done();

    const skills: VacancyData['skills'] = new Map();
    if (input.skills) {
      skillIds.forEach((skillId, i) => {
        if (skillId === undefined) return;
        const { importance, level } = input.skills![i]!;
        skills.set(skillId, { importance, level: toSkillLevel(level), inferred: false });
      });
    } else if (occupationId !== undefined) {
      for (const { skill, importance } of usualSkills(snapshot).get(occupationId) ?? []) {
        skills.set(skill, { importance, level: null, inferred: true });
      }
      if (skills.size > 0) inferred.push('skills');
    }

    let educationLevel = input.educationLevel ?? null;
    let educationLevelMax = input.educationLevelMax ?? null;
    if (educationLevel === null && occupationId !== undefined) {
      const { nlqfMin, nlqfMax } = snapshot.concepts[snapshot.indexOf.get(occupationId)!]!;
      educationLevel = nlqfMin;
      if (educationLevel !== null) inferred.push('educationLevel');
      // What the employer wrote stays within what we infer.
      if (educationLevelMax !== null && educationLevel !== null) {
        educationLevel = Math.min(educationLevel, educationLevelMax);
      } else if (nlqfMax !== null) {
        educationLevelMax = nlqfMax;
        inferred.push('educationLevelMax');
      }
    }

    const {
      kind,
      title,
      description,
      employerName,
      applicationUrl,
      hoursMin,
      hoursMax,
      languages,
      licences,
      shifts,
      educationField,
    } = input;
    const { understood, unrecognised } = reading;
    const data = {
      kind,
      title,
      description,
      employerName,
      applicationUrl,
      hoursMin,
      hoursMax,
      languages,
      licences,
      shifts,
      placeId: place!.id,
      occupationId,
      educationLevel,
      educationLevelMax,
      educationField,
      inferred,
      unrecognised,
      skills,
    };
    return { data, understood };
  }
}
