// SQL of vacancies.

import { SKILL_LEVELS } from '../candidates/queries.ts';
import type { Queryable, Transaction } from '../db/connect.ts';
import type { Language, LanguageLevel, Unrecognised, VacancyKind } from '../http/schema.ts';
import type { DayPart } from '../matching/day-parts.ts';
import type { AskedSkill, SkillLevel } from '../matching/factors/factor.ts';
import { type PlaceRow, toPlace } from '../places/queries.ts';
import { type NameOf, namesOf } from '../taxonomy/names.ts';
import type { TaxonomyCache } from '../taxonomy/snapshot.ts';
import { Importance, type Vacancy } from './schema.ts';

export type CloseReason = 'filled' | 'withdrawn' | 'expired';

export interface VacancySkill {
  importance: AskedSkill['importance'];
  level: SkillLevel | null;
  /** Not said by the employer: usual for the occupation. */
  inferred: boolean;
}

/** A vacancy after its words were understood, ready to be stored. */
export interface VacancyData {
  kind: VacancyKind;
  title: string;
  description: string | undefined;
  employerName: string | undefined;
  applicationUrl: string | undefined;
  placeId: number;
  occupationId: number | undefined;
  educationLevel: number | null;
  educationLevelMax: number | null;
  educationField: Vacancy['educationField'] | undefined;
  hoursMin: number | undefined;
  hoursMax: number | undefined;
  languages: LanguageLevel[];
  licences: string[];
  shifts: DayPart[];
  inferred: Vacancy['inferred'];
  unrecognised: Unrecognised[];
  skills: Map<number, VacancySkill>;
}

interface VacancyRow {
  id: string;
  status: 'open' | 'closed';
  closeReason: CloseReason | null;
  kind: VacancyKind;
  title: string;
  description: string | null;
  employerName: string | null;
  applicationUrl: string | null;
  place: PlaceRow;
  occupationId: number | null;
  skills: [concept: number, VacancySkill['importance'], VacancySkill['level'], inferred: boolean][];
  educationLevel: number | null;
  educationLevelMax: number | null;
  educationField: Vacancy['educationField'];
  hoursMin: number | null;
  hoursMax: number | null;
  languages: LanguageLevel[];
  licences: string[];
  shifts: DayPart[];
  inferred: Vacancy['inferred'];
  unrecognised: Unrecognised[];
  synthetic: boolean;
  createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
}

/** Inserts or replaces one vacancy with its skills. @returns false when it was closed, and so stays as it is */
export async function saveVacancy(
  tx: Transaction,
  id: string,
  partnerId: string,
  data: VacancyData,
): Promise<boolean> {
  const { skills, languages, shifts, unrecognised, ...plain } = data;
  const row = {
    id,
    partnerId,
    ...plain,
    languages: tx.json(languages as never),
    shifts: tx.json(shifts as never),
    unrecognised: tx.json(unrecognised as never),
  };
  const rows = [...skills].map(([conceptId, skill]) => ({ conceptId, ...skill }));
  // One behind the other, without waiting in between; the skills follow only when the vacancy was written.
  const [saved] = await Promise.all([
    tx`
    insert into vacancies ${tx(row)}
    on conflict (id) do update set ${tx(row, ...(Object.keys(plain) as (keyof typeof plain)[]), 'languages', 'shifts', 'unrecognised')}, updated_at = now()
      where vacancies.status = 'open'
    returning 1`,
    tx`delete from vacancy_skills where vacancy_id = (select id from vacancies where id = ${id} and status = 'open')`,
    tx`
    insert into vacancy_skills (vacancy_id, concept_id, importance, level, inferred)
    select v.id, r."conceptId", r.importance, r.level, r.inferred
    from jsonb_to_recordset(${tx.json(rows)})
      as r ("conceptId" int, importance text, level smallint, inferred boolean)
    join vacancies v on v.id = ${id} and v.status = 'open'`,
  ]);
  return saved.length > 0;
}

/** The partner that posted it, and its status; undefined when there is no such vacancy. */
export async function readOwner(
  sql: Queryable,
  id: string,
): Promise<{ partnerId: string; status: 'open' | 'closed' } | undefined> {
  const [row] = await sql<{ partnerId: string; status: 'open' | 'closed' }[]>`
    select partner_id, status from vacancies where id = ${id}`;
  return row;
}

/** A page of one partner's vacancies, newest first, after the one that the cursor names. */
export async function listVacancyIds(
  sql: Queryable,
  partnerId: string,
  {
    status,
    after,
    limit,
  }: { status: 'open' | 'closed' | undefined; after: string | undefined; limit: number },
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from vacancies
    where partner_id = ${partnerId}
      ${status ? sql`and status = ${status}` : sql``}
      ${after ? sql`and (created_at, id) < (select created_at, id from vacancies where id = ${after})` : sql``}
    order by created_at desc, id desc limit ${limit}`;
  return rows.map((row) => row.id);
}

export async function markClosed(tx: Transaction, id: string, reason: CloseReason): Promise<void> {
  await tx`
    update vacancies set status = 'closed', close_reason = ${reason}, closed_at = now(), updated_at = now()
    where id = ${id} and status = 'open'`;
}

/** Whole vacancies in the order of the ids, with labels in a language. */
export async function readVacancies(
  sql: Queryable,
  ids: string[],
  cache: TaxonomyCache,
  language: Language,
): Promise<Vacancy[]> {
  const rows = await sql<VacancyRow[]>`
    select v.*, to_jsonb(p) as place,
      (select coalesce(jsonb_agg(jsonb_build_array(concept_id, importance, level, inferred)), '[]')
        from vacancy_skills where vacancy_id = v.id) as skills
    from vacancies v join places p on p.id = v.place_id
    where v.id = any(${ids}::uuid[])`;
  // Asked after the rows were read: it knows every concept that they name.
  const nameOf = namesOf(await cache.current())(language);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [toVacancy(row, nameOf)] : [];
  });
}

function toVacancy(row: VacancyRow, nameOf: NameOf): Vacancy {
  const { id, status, closeReason, kind, title, description, employerName, applicationUrl } = row;
  const { languages, educationLevel, educationLevelMax, educationField, licences, shifts, hoursMin } = row;
  const { hoursMax, inferred, unrecognised, synthetic } = row;
  const skills = row.skills.map(([concept, importance, level, isInferred]) => ({
    skill: nameOf(concept),
    importance,
    level: level && SKILL_LEVELS[level - 1]!,
    inferred: isInferred,
  }));
  return {
    id,
    status,
    closeReason,
    kind,
    title,
    description,
    employerName,
    applicationUrl,
    place: toPlace(row.place),
    occupation: row.occupationId === null ? null : nameOf(row.occupationId),
    skills: skills.sort(
      (a, b) =>
        Importance.options.indexOf(a.importance) - Importance.options.indexOf(b.importance) ||
        (a.skill.id < b.skill.id ? -1 : 1),
    ),
    languages,
    educationLevel,
    educationLevelMax,
    educationField,
    licences,
    shifts,
    hoursMin,
    hoursMax,
    inferred,
    unrecognised,
    synthetic,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
