// SQL of vacancies.

import { SKILL_LEVELS } from '../candidates/queries.ts';
import type { Queryable, Transaction } from '../db/connect.ts';
import type { Language, LanguageLevel, Unrecognised, VacancyKind } from '../http/schema.ts';
import type { DayPart } from '../matching/day-parts.ts';
import type { AskedSkill, SkillLevel } from '../matching/factors/factor.ts';
import { readPlaces, toPlace } from '../places/queries.ts';
import { readConcepts, toConcept } from '../taxonomy/queries.ts';
import type { Vacancy } from './schema.ts';

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

export interface VacancyRow {
  id: string;
  status: 'open' | 'closed';
  closeReason: CloseReason | null;
  kind: VacancyKind;
  title: string;
  description: string | null;
  employerName: string | null;
  applicationUrl: string | null;
  placeId: number;
  occupationId: number | null;
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

export async function readVacancyRows(sql: Queryable, ids: string[]): Promise<Map<string, VacancyRow>> {
  const rows = await sql<VacancyRow[]>`select * from vacancies where id = any(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
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
export async function readVacancies(sql: Queryable, ids: string[], language: Language): Promise<Vacancy[]> {
  const rows = await readVacancyRows(sql, ids);
  const skills = await sql<({ vacancyId: string; conceptId: number } & VacancySkill)[]>`
    select vacancy_id, concept_id, importance, level, inferred
    from vacancy_skills s join concepts c on c.id = s.concept_id
    where vacancy_id = any(${ids}::uuid[])
    order by array_position(array['must-have', 'essential', 'optional'], importance), c.code`;
  const found = ids.flatMap((id) => rows.get(id) ?? []);
  const places = await readPlaces(
    sql,
    found.map((row) => row.placeId),
  );
  const conceptIds = [
    ...skills.map((skill) => skill.conceptId),
    ...found.flatMap((row) => row.occupationId ?? []),
  ];
  const concepts = await readConcepts(sql, conceptIds, language);
  return found.map((row): Vacancy => {
    const { placeId, occupationId, createdAt, updatedAt, closedAt, ...plain } = row;
    return {
      id: plain.id,
      status: plain.status,
      closeReason: plain.closeReason,
      kind: plain.kind,
      title: plain.title,
      description: plain.description,
      employerName: plain.employerName,
      applicationUrl: plain.applicationUrl,
      place: toPlace(places.get(placeId)!),
      occupation: occupationId === null ? null : toConcept(concepts.get(occupationId)!),
      skills: skills
        .filter((skill) => skill.vacancyId === row.id)
        .map(({ conceptId, importance, level, inferred }) => ({
          skill: toConcept(concepts.get(conceptId)!),
          importance,
          level: level && SKILL_LEVELS[level - 1]!,
          inferred,
        })),
      languages: plain.languages,
      educationLevel: plain.educationLevel,
      educationLevelMax: plain.educationLevelMax,
      educationField: plain.educationField,
      licences: plain.licences,
      shifts: plain.shifts,
      hoursMin: plain.hoursMin,
      hoursMax: plain.hoursMax,
      inferred: plain.inferred,
      unrecognised: plain.unrecognised,
      synthetic: plain.synthetic,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
    };
  });
}
