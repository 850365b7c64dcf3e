// Retrieve: one statement per direction takes the hard conditions and pgvector's similarity together.
import pgvector from 'pgvector';
import type { Queryable } from '../db/connect.ts';
import type { PersonSide, VacancySide } from './factors/factor.ts';
import { LOST_AT_LIMIT } from './factors/location.ts';
import type { Profile } from './profile.ts';
import { WEIGHTS } from './weights.ts';

export interface Retrieved<Side> {
  id: string;
  side: Side;
  similarity: number | null;
  distanceKm: number | null;
  withinReach: boolean;
}

export interface RetrievedPage<Side> {
  hits: Retrieved<Side>[];
  /** How many of the asked kind are within reach. */
  total: number;
}

interface Row {
  id: string;
  similarity: number | null;
  distanceKm: number | null;
  withinReach: boolean;
  total: number;
  languages: Record<string, number> | null;
  education: number | null;
  hoursMin: number | null;
  hoursMax: number | null;
  skillIds: number[];
  skillMarks: string[];
}

/** Distances are shown and scored in steps, so that nobody can be located by posting vacancies around them. */
export const CANDIDATE_DISTANCE_STEP_KM = 5;

const toSql = (vector: Float32Array | undefined) => (vector ? pgvector.toSql(Array.from(vector)) : null);

/**
 * The `limit` open vacancies that promise most: of the wanted kinds, those within reach first, by similarity and nearness
 * in the weights of the score. Exact, without an index on the vectors: at this size a scan is faster
 * and loses nothing (docs/decisions/0003-exact-scan.md).
 */
export async function retrieveVacancies(
  sql: Queryable,
  profile: Profile,
  limit: number,
): Promise<RetrievedPage<VacancySide>> {
  const { x, y } = profile.position ?? { x: null, y: null };
  const rows = await sql<Row[]>`
    with compared as (
      select m.id, -(m.embedding <#> ${toSql(profile.vector)}::vector) as similarity,
        sqrt((m.x - ${x}::real) ^ 2 + (m.y - ${y}::real) ^ 2) as distance_km,
        ${profile.side.maxDistanceKm}::real as max_distance_km
      from vacancy_match m
      where m.kind = any(${profile.kinds}::text[])
    ), best as (${best(sql, limit)})
    select best.*, m.languages, m.education, m.hours_min, m.hours_max,
      array(select concept_id from vacancy_skills s where s.vacancy_id = best.id order by concept_id) as skill_ids,
      array(select importance from vacancy_skills s where s.vacancy_id = best.id order by concept_id) as skill_marks
    from best join vacancy_match m using (id)`;
  return page(
    rows,
    (row): VacancySide => ({
      skills: new Map(row.skillIds.map((id, i) => [id, row.skillMarks[i] as 'essential' | 'optional'])),
      languages: new Map(Object.entries(row.languages ?? {})),
      education: row.education,
      hoursMin: row.hoursMin,
      hoursMax: row.hoursMax,
    }),
  );
}

export interface VacancyQuery {
  kind: string;
  vector: Float32Array | undefined;
  position: { x: number; y: number };
}

/** The `limit` candidates that promise most; as `retrieveVacancies`, each with the person's own limit of distance. */
export async function retrieveCandidates(
  sql: Queryable,
  vacancy: VacancyQuery,
  limit: number,
): Promise<RetrievedPage<PersonSide>> {
  const { x, y } = vacancy.position;
  const step = CANDIDATE_DISTANCE_STEP_KM;
  const rows = await sql<(Row & { maxDistanceKm: number })[]>`
    with compared as (
      select m.id, -(m.embedding <#> ${toSql(vacancy.vector)}::vector) as similarity,
        ceil(sqrt((m.x - ${x}::real) ^ 2 + (m.y - ${y}::real) ^ 2) / ${step}) * ${step} as distance_km,
        m.max_distance_km
      from candidate_match m
      where ${vacancy.kind} = any(m.kinds)
    ), best as (${best(sql, limit)})
    select best.*, m.languages, m.education, m.hours_min, m.hours_max, m.max_distance_km,
      array(select concept_id from candidate_skills s where s.candidate_id = best.id order by concept_id) as skill_ids,
      array(select provenance from candidate_skills s where s.candidate_id = best.id order by concept_id) as skill_marks
    from best join candidate_match m using (id)`;
  return page(
    rows,
    (row): PersonSide => ({
      skills: new Map(row.skillIds.map((id, i) => [id, row.skillMarks[i] as 'stated' | 'predicted'])),
      languages: row.languages ? new Map(Object.entries(row.languages)) : undefined,
      education: row.education,
      hoursMin: row.hoursMin,
      hoursMax: row.hoursMax,
      maxDistanceKm: row.maxDistanceKm,
    }),
  );
}

/** The order of retrieval, over rows of (id, similarity, distance_km, max_distance_km); the same for both directions. */
function best(sql: Queryable, limit: number) {
  const { similarity, location } = WEIGHTS;
  // `greatest` skips nulls: what is unknown takes its neutral value first.
  return sql`
    select id, similarity, distance_km, coalesce(distance_km <= max_distance_km, true) as within_reach,
      count(*) filter (where coalesce(distance_km <= max_distance_km, true)) over () as total
    from compared
    order by within_reach desc,
      ${similarity.weight} * greatest(coalesce(similarity, ${similarity.neutral}), 0)
      + ${location.weight} * greatest(coalesce(1 - ${LOST_AT_LIMIT} * distance_km / max_distance_km, ${location.neutral}), 0) desc,
      id
    limit ${limit}`;
}

function page<R extends Row, Side>(rows: R[], side: (row: R) => Side): RetrievedPage<Side> {
  return {
    hits: rows.map((row) => ({
      id: row.id,
      similarity: row.similarity,
      distanceKm: row.distanceKm,
      withinReach: row.withinReach,
      side: side(row),
    })),
    total: rows[0]?.total ?? 0,
  };
}
