// SQL of candidates.
import type { Queryable, Transaction } from '../db/connect.ts';
import type { Language, LanguageLevel, Unrecognised, VacancyKind } from '../http/schema.ts';
import type { Factor, Provenance, SkillLevel } from '../matching/factors/factor.ts';
import { forgetInLog } from '../matching/log.ts';
import { readPlaces, toPlace } from '../places/queries.ts';
import { readConcepts, toConcept } from '../taxonomy/queries.ts';
import type { Candidate } from './schema.ts';

/** The plain columns that a sign-up or a change may write. */
export interface CandidateColumns {
  name: string | null;
  email: string | null;
  phone: string | null;
  birthDate: string | null;
  language: Language;
  placeId: number | null;
  nextPlaceId: number | null;
  maxDistanceKm: number;
  maxTravelMinutes: number | null;
  transport: Candidate['transport'];
  kinds: VacancyKind[];
  diploma: Candidate['diploma'];
  educationLevel: number | null;
  educationLevelMax: number | null;
  educationField: Candidate['educationField'];
  hoursMin: number | null;
  hoursMax: number | null;
  busy: Candidate['busy'];
  licences: Candidate['licences'];
  interests: Candidate['interests'];
  aptitudeLevel: number | null;
  optOut: Factor[];
  languages: LanguageLevel[];
  unrecognised: Unrecognised[];
}

export interface CandidateRow extends CandidateColumns {
  id: string;
  synthetic: boolean;
  createdAt: Date;
  updatedAt: Date;
  occupations: ({ conceptId: number } & OccupationRow)[];
  wishes: { conceptId: number; certainty: number }[];
  skills: ({ conceptId: number; probability: number } & SkillRow)[];
  /** Concepts that the person said no to. */
  rejectedSkills: number[];
  consents: { purpose: 'profile' | 'matching'; textVersion: string }[];
  workRight: WorkRight | null;
}

export interface OccupationRow {
  years: number | null;
  lastYear: number | null;
  unpaid: boolean;
}

export interface SkillRow {
  provenance: Provenance;
  level: SkillLevel | null;
}

export type WorkRight = NonNullable<Candidate['workRight']>;

/** In their order: the number that the database keeps begins at 1. */
export const SKILL_LEVELS = ['basic', 'skilled', 'expert'] as const;
export const toSkillLevel = (level: (typeof SKILL_LEVELS)[number] | undefined): SkillLevel | null =>
  level ? ((SKILL_LEVELS.indexOf(level) + 1) as SkillLevel) : null;

/**
 * That a person who did an occupation has a skill that it usually needs. An estimate of ours: the share of the essential skills
 * that people confirm is not known yet.
 */
export const PREDICTED_PROBABILITY = 0.7;

export async function insertCandidate(
  tx: Transaction,
  id: string,
  partnerId: string,
  columns: CandidateColumns,
): Promise<void> {
  await tx`insert into candidates ${tx({ id, partnerId, ...forSql(tx, columns) })}`;
}

export async function updateCandidate(
  tx: Transaction,
  id: string,
  columns: Partial<CandidateColumns>,
): Promise<void> {
  await tx`update candidates set ${tx({ ...forSql(tx, columns), updatedAt: new Date() })} where id = ${id}`;
}

function forSql(tx: Transaction, columns: Partial<CandidateColumns>) {
  const json = Object.fromEntries(
    (['languages', 'unrecognised', 'busy', 'interests'] as const)
      .filter((name) => columns[name])
      .map((name) => [name, tx.json(columns[name] as never)]),
  );
  return { ...columns, ...json } as Record<string, never>;
}

export async function replaceOccupations(
  tx: Transaction,
  id: string,
  occupations: Map<number, OccupationRow>,
): Promise<void> {
  await tx`delete from candidate_occupations where candidate_id = ${id}`;
  const rows = [...occupations].map(([conceptId, told]) => ({ conceptId, ...told }));
  await tx`
    insert into candidate_occupations (candidate_id, concept_id, years, last_year, unpaid)
    select ${id}, "conceptId", years, "lastYear", unpaid
    from jsonb_to_recordset(${tx.json(rows)})
      as r ("conceptId" int, years smallint, "lastYear" smallint, unpaid boolean)`;
}

export async function replaceWishes(tx: Transaction, id: string, wishes: Map<number, number>): Promise<void> {
  await tx`delete from candidate_wishes where candidate_id = ${id}`;
  await tx`
    insert into candidate_wishes (candidate_id, concept_id, certainty)
    select ${id}, * from unnest(${[...wishes.keys()]}::int[], ${[...wishes.values()]}::real[])`;
}

/** What the person or a partner said; predictions follow in `predictSkills`. */
export async function replaceToldSkills(
  tx: Transaction,
  id: string,
  skills: Map<number, SkillRow>,
): Promise<void> {
  await tx`delete from candidate_skills where candidate_id = ${id}`;
  const rows = [...skills].map(([conceptId, told]) => ({ conceptId, ...told }));
  await tx`
    insert into candidate_skills (candidate_id, concept_id, provenance, level)
    select ${id}, "conceptId", provenance, level
    from jsonb_to_recordset(${tx.json(rows)}) as r ("conceptId" int, provenance text, level smallint)`;
}

export async function replaceWorkRight(
  tx: Transaction,
  id: string,
  workRight: WorkRight | null,
): Promise<void> {
  await tx`delete from candidate_protected where candidate_id = ${id}`;
  if (!workRight) return;
  await tx`
    insert into candidate_protected (candidate_id, work_right, work_right_until)
    values (${id}, ${workRight.category}, ${workRight.until ?? null})`;
}

export async function replaceRejectedSkills(tx: Transaction, id: string, skills: number[]): Promise<void> {
  await tx`delete from candidate_rejected_skills where candidate_id = ${id}`;
  await tx`
    insert into candidate_rejected_skills (candidate_id, concept_id)
    select ${id}, skill from unnest(${[...new Set(skills)]}::int[]) skill`;
}

/**
 * Predicts anew the skills that the occupations of some candidates, or of all, usually need; what was stated stays so,
 * and what was rejected is not predicted. Call after occupations, told or rejected skills or the taxonomy changed.
 */
export async function predictSkills(tx: Transaction, ids?: string[]): Promise<void> {
  const some = ids ? tx`and candidate_id = any(${ids}::uuid[])` : tx``;
  await tx`delete from candidate_skills where provenance = 'predicted' ${some}`;
  await tx`
    insert into candidate_skills (candidate_id, concept_id, provenance, probability)
    select distinct o.candidate_id, r.to_id, 'predicted', ${PREDICTED_PROBABILITY}::real
    from candidate_occupations o
    join relations r on r.from_id = o.concept_id and r.type = 'essential'
    join concepts c on c.id = r.to_id and c.type = 'skill'
    where not exists (
      select from candidate_rejected_skills n where n.candidate_id = o.candidate_id and n.concept_id = r.to_id)
      ${some}
    on conflict do nothing`;
}

export async function replaceConsents(
  tx: Transaction,
  id: string,
  consent: { matching: boolean; textVersion: string; language: Language },
): Promise<void> {
  await tx`delete from consents where candidate_id = ${id}`;
  await tx`
    insert into consents (candidate_id, purpose, text_version, language)
    select ${id}, purpose, ${consent.textVersion}, ${consent.language}
    from unnest(${consent.matching ? ['profile', 'matching'] : ['profile']}::text[]) purpose`;
}

export async function readPartnerOf(sql: Queryable, id: string): Promise<string | undefined> {
  const [row] = await sql<{ partnerId: string }[]>`select partner_id from candidates where id = ${id}`;
  return row?.partnerId;
}

/** Keeps others from changing or deleting a profile until the transaction ends. @returns whether there is one */
export async function lockCandidate(tx: Transaction, id: string): Promise<boolean> {
  return (await tx`select 1 from candidates where id = ${id} for update`).length > 0;
}

export async function deleteCandidate(tx: Transaction, id: string): Promise<void> {
  await forgetInLog(tx, id);
  await tx`delete from candidates where id = ${id}`;
}

export async function readCandidateRow(sql: Queryable, id: string): Promise<CandidateRow | undefined> {
  const [row] = await sql<CandidateRow[]>`
    select c.*, to_char(birth_date, 'YYYY-MM-DD') as birth_date,
      coalesce((select jsonb_agg(jsonb_build_object(
          'conceptId', concept_id, 'years', years, 'lastYear', last_year, 'unpaid', unpaid) order by concept_id)
        from candidate_occupations where candidate_id = c.id), '[]') as occupations,
      coalesce((select jsonb_agg(jsonb_build_object('conceptId', concept_id, 'certainty', certainty)
          order by certainty desc, concept_id)
        from candidate_wishes where candidate_id = c.id), '[]') as wishes,
      coalesce((select jsonb_agg(jsonb_build_object(
          'conceptId', concept_id, 'provenance', provenance, 'probability', probability, 'level', level)
          order by provenance = 'predicted', concept_id)
        from candidate_skills where candidate_id = c.id), '[]') as skills,
      (select jsonb_strip_nulls(jsonb_build_object('category', work_right, 'until', work_right_until))
        from candidate_protected where candidate_id = c.id) as work_right,
      array(select concept_id from candidate_rejected_skills where candidate_id = c.id order by concept_id)
        as rejected_skills,
      coalesce((select jsonb_agg(jsonb_build_object('purpose', purpose, 'textVersion', text_version))
        from consents where candidate_id = c.id), '[]') as consents
    from candidates c where c.id = ${id}`;
  return row;
}

/** A whole profile, with labels in a language. */
export async function readCandidate(
  sql: Queryable,
  id: string,
  language: Language,
): Promise<Candidate | undefined> {
  const row = await readCandidateRow(sql, id);
  if (!row) return undefined;
  const places = await readPlaces(
    sql,
    [row.placeId, row.nextPlaceId].filter((placeId) => placeId !== null),
  );
  const placeOf = (placeId: number | null) => (placeId === null ? null : toPlace(places.get(placeId)!));
  const ids = [
    ...[...row.occupations, ...row.wishes, ...row.skills].map((part) => part.conceptId),
    ...row.rejectedSkills,
  ];
  const concepts = await readConcepts(sql, ids, language);
  const concept = (conceptId: number) => toConcept(concepts.get(conceptId)!);
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    birthDate: row.birthDate,
    language: row.language,
    place: placeOf(row.placeId),
    nextPlace: placeOf(row.nextPlaceId),
    maxDistanceKm: row.maxDistanceKm,
    maxTravelMinutes: row.maxTravelMinutes,
    transport: row.transport,
    kinds: row.kinds,
    diploma: row.diploma,
    educationLevel: row.educationLevel,
    educationLevelMax: row.educationLevelMax,
    educationField: row.educationField,
    hoursMin: row.hoursMin,
    hoursMax: row.hoursMax,
    busy: row.busy,
    licences: row.licences,
    interests: row.interests,
    aptitudeLevel: row.aptitudeLevel,
    optOut: row.optOut,
    workRight: row.workRight,
    occupations: row.occupations.map(({ conceptId, ...rest }) => ({
      occupation: concept(conceptId),
      ...rest,
    })),
    wishes: row.wishes.map(({ conceptId, certainty }) => ({ occupation: concept(conceptId), certainty })),
    skills: row.skills.map(({ conceptId, level, ...rest }) => ({
      skill: concept(conceptId),
      ...rest,
      level: level && SKILL_LEVELS[level - 1]!,
    })),
    rejectedSkills: row.rejectedSkills.map(concept),
    languages: row.languages,
    unrecognised: row.unrecognised,
    consent: {
      profile: row.consents.some((consent) => consent.purpose === 'profile'),
      matching: row.consents.some((consent) => consent.purpose === 'matching'),
      textVersion: row.consents.find((consent) => consent.purpose === 'profile')?.textVersion ?? '',
    },
    synthetic: row.synthetic,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
