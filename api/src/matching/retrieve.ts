// Retrieve: one statement per direction takes the hard conditions and pgvector's similarity together (decision 0003).
import type { Queryable, Sql } from '../db/connect.ts';
import { Statement } from '../db/statement.ts';
import type { VacancyKind } from '../http/schema.ts';
import { bitOf, type Condition, conditionsOf } from './conditions.ts';
import { GROUP_SETBACK, OF_A_GROUP } from './rank.ts';
import {
  type Conditions,
  candidateConditions,
  isInReach,
  meetsAll,
  unmetMask,
  vacancyConditions,
} from './retrieve-conditions.ts';
import { type Side, vectorIndexOf } from './retrieve-index.ts';
import type { Position } from './zones.ts';

export { CANDIDATE_DISTANCE_STEP_KM } from './retrieve-conditions.ts';
export { countUnmet } from './retrieve-count.ts';

/** What a vacancy asks, for whom it may suit. */
export interface VacancyQuery {
  kind: VacancyKind;
  /** Length 1; undefined when no occupation or skill is known. */
  vector: Float32Array | undefined;
  /** km on the plane of places/geometry.ts; undefined asks for people from anywhere. */
  position: Position | undefined;
  /** Codes of LICENCES. */
  licences: readonly string[];
  /** Ids of concepts. */
  mustHaves: readonly number[];
  /** Hours a week; null is open. */
  hoursMin: number | null;
  hoursMax: number | null;
  /** CEFR ordinals 0..6 by language: what the work needs at least. */
  languages: ReadonlyMap<string, number>;
}

/** What a person told, for the vacancies that may suit. */
export interface PersonQuery {
  kinds: readonly VacancyKind[];
  /** Length 1; undefined when no occupation, skill or wish is known. */
  vector: Float32Array | undefined;
  /** Where the person lives and expects to live; none when no place is known, and then every vacancy is in reach. */
  places: readonly Position[];
  maxDistanceKm: number;
  licences: readonly string[];
  /** Ids of concepts: stated, confirmed or verified, not predicted. */
  skills: readonly number[];
  hoursMin: number | null;
  hoursMax: number | null;
  /** CEFR ordinals 0..6 by language; undefined when nothing was told. */
  languages: ReadonlyMap<string, number> | undefined;
}

export interface Retrieved {
  id: string;
  /** Cosine of the two vectors, -1..1; null when either has none. */
  similarity: number | null;
  /** Of candidates in steps of CANDIDATE_DISTANCE_STEP_KM; null when a place is unknown. */
  distanceKm: number | null;
  /** Bits of CONDITIONS: what this row does not meet; 0 when it meets all. */
  unmet: number;
  /** Of its facts, see matching/facts.ts. */
  factsVersion: number;
}

export interface RetrievedPage {
  /** Those that meet all conditions first, then those that miss the fewest; by similarity and nearness in each. */
  hits: Retrieved[];
  /** How many meet all conditions. */
  total: number;
  /** False when there are more than `total`, and counting them all would take too long. */
  totalIsExact: boolean;
  /** Of the vectors and concepts in the rows: `Snapshot.version`. */
  taxonomyVersion: number;
}

/** What decides who is looked at closely: nearness counts from 1 next door to a half at the person's own limit. */
export const SIMILARITY_WEIGHT = 0.8;
export const NEARNESS_WEIGHT = 0.2;
export const LOST_AT_LIMIT = 0.5;
/** In place of a similarity or a nearness that is unknown: about what the middle of the pool has. */
export const UNKNOWN_SIMILARITY = 0.1;
export const UNKNOWN_NEARNESS = 0.5;

/** An index of vectors is asked for more than is wanted: equals at the end are then in the order of their ids. */
const SIMILAR_PER_ROW = 2;
/** Among so many per row that is wanted, copies of one vacancy are set back. */
const GROUPED_PER_ROW = 20;
/** Where it is asked, more are not counted. */
const COUNT_MOST = 10_000;

/** All that meet the conditions are compared, or HNSW is asked; else whichever is better for the question. */
export type Way = 'exact' | 'index';

export interface RetrieveOptions {
  /** Rows that stand behind follow only when fewer than this stand before; `limit` unless told. */
  full?: number | undefined;
  /**
   * What each condition that is not met costs, of a promise of 0 to 1; only rows out of reach then stand behind the others.
   * Left out: whoever meets all conditions stands before all who do not.
   */
  setback?: number | undefined;
  /** For measurements. */
  way?: Way | undefined;
}

/**
 * The `limit` people who promise most for a vacancy: first those who meet all its conditions, then those who miss the
 * fewest, so that a page is full whenever enough people look for this kind of place. Exact, unless place does not count,
 * little is asked and there is an index of vectors (`tuneVectorIndex`).
 *
 * @example const { hits, total } = await retrieveCandidates(sql, { kind: 'job', vector, position: { x: 81, y: 116 }, … }, 100);
 */
export function retrieveCandidates(
  sql: Queryable,
  query: VacancyQuery,
  limit: number,
  options: RetrieveOptions = {},
): Promise<RetrievedPage> {
  const conditionsIn = (statement: Statement) => candidateConditions(statement, query);
  return retrieve(sql, 'candidate', conditionsIn, query.vector, limit, options);
}

/** The `limit` open vacancies that promise most for a person; as `retrieveCandidates`. */
export function retrieveVacancies(
  sql: Queryable,
  query: PersonQuery,
  limit: number,
  options: RetrieveOptions = {},
): Promise<RetrievedPage> {
  const conditionsIn = (statement: Statement) => vacancyConditions(statement, query);
  return retrieve(sql, 'vacancy', conditionsIn, query.vector, limit, options);
}

/**
 * How often each condition is not met on a page: where `total` is 0, what emptied it.
 *
 * @example unmetCounts(page.hits) // { licence: 20, reach: 3 }
 */
export function unmetCounts(hits: readonly Pick<Retrieved, 'unmet'>[]): Partial<Record<Condition, number>> {
  const counts: Partial<Record<Condition, number>> = {};
  for (const { unmet } of hits)
    for (const condition of conditionsOf(unmet)) counts[condition] = (counts[condition] ?? 0) + 1;
  return counts;
}

async function retrieve(
  sql: Queryable,
  side: Side,
  conditionsIn: (statement: Statement) => Conditions,
  vector: Float32Array | undefined,
  limit: number,
  { full = limit, setback, way: told }: RetrieveOptions,
): Promise<RetrievedPage> {
  const statement = new Statement();
  const conditions = conditionsIn(statement);
  const way = told ?? (conditions.isWide && setback === undefined ? 'index' : 'exact');
  // Known of a pool of connections, not of a transaction.
  const index =
    way === 'index' && vector && 'begin' in sql ? await vectorIndexOf(sql as Sql, side) : undefined;
  const match = `${side}_match m`;
  // No type: the operator takes that of the column, halfvec or vector.
  const asked = vector && statement.value(toText(vector));
  const most = statement.value(limit, 'integer');
  const compared = `
    m.id, m.facts_version, ${conditions.distance} as distance_km, ${conditions.limitKm} as limit_km,
    ${asked ? `-(m.embedding <#> ${asked})` : 'null::float8'} as similarity`;
  const isStrict = setback === undefined;
  const promise = `
    ${SIMILARITY_WEIGHT} * greatest(coalesce(similarity, ${UNKNOWN_SIMILARITY}), 0)
    + ${NEARNESS_WEIGHT} * case when distance_km = 'NaN' then ${UNKNOWN_NEARNESS}
      else greatest(1 - ${LOST_AT_LIMIT} * distance_km / limit_km, 0) end
    ${isStrict ? '' : `- ${statement.value(setback, 'float8')} * bit_count(unmet::bit(16))`}`;
  const all = isStrict ? meetsAll(conditions) : isInReach(conditions);
  const mask = unmetMask(conditions);
  const behind = isStrict ? 'bit_count(unmet::bit(16))' : `unmet & ${bitOf('reach')} <> 0`;
  // As `rank` does: else copies of one vacancy would leave no room for others among those that are looked at.
  const isGrouped = side === 'vacancy' && !isStrict;
  const best = isGrouped
    ? `(select unmet, id, facts_version, similarity, distance_km,
        promise - ${GROUP_SETBACK} * ((row_number() over (
          partition by alike, case when alike is null then id end order by promise desc, id) - 1) / ${OF_A_GROUP}) as promise
      from (select * from met order by promise desc, id limit ${GROUPED_PER_ROW} * ${most}) first
      order by promise desc, id limit ${most})`
    : `(select * from met order by promise desc, id limit ${most})`;
  const met = index
    ? `(
        select m.* from ${match} where (select are_set from settings) and ${all}
        order by m.embedding::${index.type} <#> ${asked}::${index.type}
        limit ${SIMILAR_PER_ROW} * ${most}) m`
    : `${match} where ${conditions.inZone()} and ${all}`;
  // `offset 0` keeps an expression from being written, and computed, twice. Those who meet all come from an index and
  // are counted on the way; the others are read only when that leaves the page unfilled. One row comes in any case.
  const rows = await statement.ask<
    Omit<Retrieved, 'id'> & { id: string | null; total: number; taxonomyVersion: number }
  >(
    sql,
    `with ${index ? HNSW_SETTINGS : ''} met as materialized (
      select unmet, id, facts_version, similarity, distance_km, ${promise} as promise ${isGrouped ? ', alike' : ''}
      from (select ${isStrict ? '0' : mask} as unmet, ${compared} ${isGrouped ? ', m.alike' : ''} from ${met} offset 0) c
    ),
    counted as materialized (
      select count(*) as found, count(*) ${index ? '' : 'filter (where unmet = 0)'} as total from ${
        index
          ? `(select from ${match} where ${conditions.inZone()} and ${all} limit ${COUNT_MOST}) found`
          : 'met'
      }
    ),
    page as (
      ${best}
      union all
      (select unmet, id, facts_version, similarity, distance_km, ${promise} as promise
      from (
        select unmet, ${compared}
        from (
          select *, ${mask} as unmet
          from ${match}
          where ${conditions.kind} and (select found from counted) < ${statement.value(full, 'integer')} offset 0
        ) m
        where ${isStrict ? 'unmet > 0' : behind} offset 0
      ) c
      order by ${behind}, promise desc, id
      limit (select greatest(${most} - found, 0) from counted))
    )
    select page.id, similarity, nullif(distance_km, 'NaN') as distance_km, unmet, facts_version, total,
      (select version::integer from taxonomy_state) as taxonomy_version
    from counted left join page on true
    order by ${behind}, promise desc, page.id`,
  );
  const { total, taxonomyVersion } = rows[0]!;
  return {
    hits: rows.flatMap(({ total: _, taxonomyVersion: __, id, ...hit }) =>
      id === null ? [] : { id, ...hit },
    ),
    total,
    totalIsExact: !index || total < COUNT_MOST,
    taxonomyVersion,
  };
}

/** Six decimals are more than halfvec keeps, and a third of what a float4 is when written out. */
const toText = (vector: Float32Array) => `[${Array.from(vector, (value) => Math.round(value * 1e6) / 1e6)}]`;

/**
 * Read when the scan of the index begins, so they can come with the statement: how many to look at before the filter, and
 * to go on until enough pass it.
 */
const HNSW_SETTINGS = `
  settings as materialized (
    select set_config('hnsw.ef_search', '100', false) is not null
      and set_config('hnsw.iterative_scan', 'relaxed_order', false) is not null
      and set_config('hnsw.max_scan_tuples', '200000', false) is not null as are_set
  ),`;
