// Retrieve: one statement per direction takes the hard conditions and pgvector's similarity together.
import pgvector from 'pgvector';
import type { Fragment } from 'postgres';
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

/** Distances are shown and scored in steps, so that one distance does not tell the town. */
export const CANDIDATE_DISTANCE_STEP_KM = 5;

const toSql = (vector: Float32Array | undefined) => (vector ? pgvector.toSql(Array.from(vector)) : null);

/**
 * The `limit` open vacancies that promise most: of the wanted kinds, those within reach first, by similarity and nearness
 * in the weights of the score. Exact, without an index on the vectors: at this size that is as fast
 * and loses nothing (docs/decisions/0003-exact-scan.md).
 */
export async function retrieveVacancies(
  sql: Queryable,
  profile: Profile,
  limit: number,
): Promise<RetrievedPage<VacancySide>> {
  const { x, y } = profile.position ?? { x: null, y: null };
  const within = sql`coalesce(distance_km <= max_distance_km, true)`;
  const rows = await sql<Row[]>`
    with located as not materialized (
      select m.id, m.embedding, sqrt((m.x - ${x}::real) ^ 2 + (m.y - ${y}::real) ^ 2) as distance_km,
        ${profile.side.maxDistanceKm}::real as max_distance_km
      from vacancy_match m
      where m.kind = any(${profile.kinds}::text[])
    ), ${best(sql, profile.vector, limit, within)}
    select best.*, (select count(*) from located where ${within}) as total, m.languages, m.education, m.hours_min, m.hours_max,
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
  // The index on the squares around people leaves few of whom the distance must be computed.
  const within = sql`
    (reach @> box(point(${x}, ${y}), point(${x}, ${y})) or reach is null) and coalesce(distance_km <= max_distance_km, true)`;
  const rows = await sql<(Row & { maxDistanceKm: number })[]>`
    with located as not materialized (
      select m.id, m.embedding, ceil(sqrt((m.x - ${x}::real) ^ 2 + (m.y - ${y}::real) ^ 2) / ${step}) * ${step} as distance_km,
        m.max_distance_km, m.reach
      from candidate_match m
      where ${vacancy.kind} = any(m.kinds)
    ), ${best(sql, vacancy.vector, limit, within)}
    select best.*, (select count(*) from located where ${within}) as total, m.languages, m.education, m.hours_min, m.hours_max, m.max_distance_km,
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

/**
 * The common table `best`, over a common table `located` (id, embedding, distance_km, max_distance_km): those `within`
 * reach, and only when they are too few the others, whose vectors are else not looked at.
 */
function best(sql: Queryable, vector: Float32Array | undefined, limit: number, within: Fragment): Fragment {
  return sql`
    within as materialized (${mostPromising(sql, vector, within, sql`${limit}`)}),
    beyond as (${mostPromising(sql, vector, sql`not (${within})`, sql`(select ${limit} - count(*) from within)`)}),
    best as (
      select id, similarity, distance_km, true as within_reach from within
      union all
      select id, similarity, distance_km, false from beyond)`;
}

/** The rows of `located` that promise most, by similarity and nearness in the weights of the score. */
function mostPromising(
  sql: Queryable,
  vector: Float32Array | undefined,
  which: Fragment,
  limit: Fragment,
): Fragment {
  const { similarity, location } = WEIGHTS;
  // `offset 0` keeps the comparison of vectors from being written twice into the plan.
  // `greatest` skips nulls: what is unknown takes its neutral value first.
  return sql`
    select id, similarity, distance_km
    from (
      select id, -(embedding <#> ${toSql(vector)}::vector) as similarity, distance_km, max_distance_km
      from located where ${which} offset 0
    ) compared
    order by
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
