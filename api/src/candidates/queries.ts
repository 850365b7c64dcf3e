// SQL of candidates.
import type { Queryable, Transaction } from '../db/connect.ts';
import type { Language, LanguageLevel, Unrecognised, VacancyKind } from '../http/schema.ts';
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
  maxDistanceKm: number;
  kinds: VacancyKind[];
  diploma: Candidate['diploma'];
  educationLevel: number | null;
  hoursMin: number | null;
  hoursMax: number | null;
  languages: LanguageLevel[];
  unrecognised: Unrecognised[];
}

export interface CandidateRow extends CandidateColumns {
  id: string;
  synthetic: boolean;
  createdAt: Date;
  updatedAt: Date;
  occupations: { conceptId: number; years: number | null }[];
  skills: { conceptId: number; provenance: 'stated' | 'predicted' }[];
  /** Concepts that the person said no to. */
  rejectedSkills: number[];
  consents: { purpose: 'profile' | 'matching'; textVersion: string }[];
}

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
  const { languages, unrecognised, ...plain } = columns;
  return {
    ...plain,
    ...(languages && { languages: tx.json(languages as never) }),
    ...(unrecognised && { unrecognised: tx.json(unrecognised as never) }),
  };
}

export async function replaceOccupations(
  tx: Transaction,
  id: string,
  occupations: Map<number, number | null>,
): Promise<void> {
  await tx`delete from candidate_occupations where candidate_id = ${id}`;
  await tx`
    insert into candidate_occupations (candidate_id, concept_id, years)
    select ${id}, * from unnest(${[...occupations.keys()]}::int[], ${[...occupations.values()]}::smallint[])`;
}

export async function replaceStatedSkills(tx: Transaction, id: string, skills: number[]): Promise<void> {
  await tx`delete from candidate_skills where candidate_id = ${id}`;
  await tx`
    insert into candidate_skills (candidate_id, concept_id, provenance)
    select ${id}, skill, 'stated' from unnest(${[...new Set(skills)]}::int[]) skill`;
}

export async function replaceRejectedSkills(tx: Transaction, id: string, skills: number[]): Promise<void> {
  await tx`delete from candidate_rejected_skills where candidate_id = ${id}`;
  await tx`
    insert into candidate_rejected_skills (candidate_id, concept_id)
    select ${id}, skill from unnest(${[...new Set(skills)]}::int[]) skill`;
}

/**
 * Predicts anew the skills that the occupations of some candidates, or of all, usually need; what was stated stays so,
 * and what was rejected is not predicted. Call after occupations, stated or rejected skills or the taxonomy changed.
 */
export async function predictSkills(tx: Transaction, ids?: string[]): Promise<void> {
  const some = ids ? tx`and candidate_id = any(${ids}::uuid[])` : tx``;
  await tx`delete from candidate_skills where provenance = 'predicted' ${some}`;
  await tx`
    insert into candidate_skills (candidate_id, concept_id, provenance)
    select distinct o.candidate_id, r.to_id, 'predicted'
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

export async function deleteCandidate(sql: Queryable, id: string): Promise<void> {
  await sql`delete from candidates where id = ${id}`;
}

export async function readCandidateRow(sql: Queryable, id: string): Promise<CandidateRow | undefined> {
  const [row] = await sql<CandidateRow[]>`
    select c.*, to_char(birth_date, 'YYYY-MM-DD') as birth_date,
      coalesce((select jsonb_agg(jsonb_build_object('conceptId', concept_id, 'years', years) order by concept_id)
        from candidate_occupations where candidate_id = c.id), '[]') as occupations,
      coalesce((select jsonb_agg(jsonb_build_object('conceptId', concept_id, 'provenance', provenance) order by provenance desc, concept_id)
        from candidate_skills where candidate_id = c.id), '[]') as skills,
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
  const place = row.placeId === null ? undefined : (await readPlaces(sql, [row.placeId])).get(row.placeId);
  const ids = [...[...row.occupations, ...row.skills].map((part) => part.conceptId), ...row.rejectedSkills];
  const concepts = await readConcepts(sql, ids, language);
  const concept = (conceptId: number) => toConcept(concepts.get(conceptId)!);
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    birthDate: row.birthDate,
    language: row.language,
    place: place ? toPlace(place) : null,
    maxDistanceKm: row.maxDistanceKm,
    kinds: row.kinds,
    diploma: row.diploma,
    educationLevel: row.educationLevel,
    hoursMin: row.hoursMin,
    hoursMax: row.hoursMax,
    occupations: row.occupations.map(({ conceptId, years }) => ({ occupation: concept(conceptId), years })),
    skills: row.skills.map(({ conceptId, provenance }) => ({ skill: concept(conceptId), provenance })),
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
