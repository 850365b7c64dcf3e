// The index of vectors that very large pools get, and when a query should use it: more rows than can be compared soon.
import type { Queryable, Sql } from '../db/connect.ts';

/** From so many candidates the index is worth its upkeep; below, comparing all who meet the conditions is as fast. */
const WORTH_IT = 250_000;
/** About so many rows are compared one by one at most; recall is 1 up to here. */
export const EXACT_MOST = 15_000;
/** Of the people in the squares around a place about so many are in reach of it. */
const IN_REACH = 0.6;
/** Candidates come and go slowly against this. */
const COUNT_AGAIN_MS = 10 * 60_000;

export interface VectorIndex {
  /** As it stands in the index: a query in other words would not use it. */
  type: `${'halfvec' | 'vector'}(${number})`;
  /** About how many people in reach have at least this Dutch; `zones` undefined is everywhere. */
  estimate(zones: readonly number[] | undefined, dutch: number): number;
}

/**
 * Makes the HNSW index on candidates when there are many, and drops it when there are few. For an operator to run now and
 * then, such as every night: it takes minutes for a million, during which writers wait.
 *
 * @param worthIt rows from which on there is an index
 * @returns whether there is one now
 * @example await tuneVectorIndex(database.sql); // false, with 25,000 candidates
 */
export async function tuneVectorIndex(sql: Sql, worthIt = WORTH_IT): Promise<boolean> {
  const [pool] = await sql<{ size: number; type: string; dimensions: number | null }[]>`
    select count(embedding) as size,
      (select atttypid::regtype::text from pg_attribute
        where attrelid = 'candidate_match'::regclass and attname = 'embedding') as type,
      (select vector_dims(embedding) from candidate_match where embedding is not null limit 1) as dimensions
    from candidate_match`;
  const { size, type, dimensions } = pool!;
  const found = await findIndex(sql);
  const wanted = size >= worthIt ? `${type}(${dimensions})` : undefined;
  if (found && found.type !== wanted) await sql`drop index ${sql(found.name)}`;
  if (wanted && found?.type !== wanted) {
    await sql.unsafe(`
      create index on candidate_match using hnsw ((embedding::${wanted}) ${type}_ip_ops) with (m = 16, ef_construction = 64);
      analyze candidate_match`);
  }
  known.delete(sql);
  return wanted !== undefined;
}

/**
 * Puts the rows of both tables in the order of the map, so that those in reach of a place stand together. For an operator
 * to run after much has changed: both are locked meanwhile, a second for 25,000 rows.
 */
export async function sortMatchTables(sql: Sql): Promise<void> {
  for (const side of ['candidate', 'vacancy']) {
    // By its column: the index goes by another name once the vectors have changed places.
    const [index] = await sql<{ name: string }[]>`
      select indexrelid::regclass::text as name from pg_index
      where indrelid = ${`${side}_match`}::regclass and pg_get_indexdef(indexrelid) like '%(zone, dutch)'`;
    await sql.unsafe(`cluster ${side}_match using ${index!.name}`);
    await sql.unsafe(`analyze ${side}_match`);
  }
}

const known = new WeakMap<Sql, { until: number; index: Promise<VectorIndex | undefined> }>();

/**
 * What `retrieveCandidates` needs to know of the index; looked up once in ten minutes.
 *
 * @returns undefined when there is no such index, and then every query is exact
 */
export function vectorIndexOf(sql: Sql): Promise<VectorIndex | undefined> {
  const last = known.get(sql);
  if (last && last.until > Date.now()) return last.index;
  const index = readIndex(sql);
  // What failed is asked again.
  index.catch(() => known.delete(sql));
  known.set(sql, { until: Date.now() + COUNT_AGAIN_MS, index });
  return index;
}

async function readIndex(sql: Sql): Promise<VectorIndex | undefined> {
  const found = await findIndex(sql);
  if (!found) return undefined;
  const rows = await sql<{ zone: number; dutch: number; people: number }[]>`
    select zone, dutch, count(*) as people from candidate_match group by zone, dutch`;
  // Of each zone how many have Dutch of at least 0, 1, … 7.
  const byZone = new Map<number, Float64Array>();
  for (const { zone, dutch, people } of rows) {
    const counts = byZone.get(zone) ?? new Float64Array(8);
    for (let level = 0; level <= dutch; level++) counts[level]! += people;
    byZone.set(zone, counts);
  }
  return {
    type: found.type,
    estimate(zones, dutch) {
      let people = 0;
      for (const zone of zones ?? byZone.keys()) people += byZone.get(zone)?.[dutch] ?? 0;
      return zones ? people * IN_REACH : people;
    },
  };
}

async function findIndex(sql: Queryable): Promise<{ name: string; type: VectorIndex['type'] } | undefined> {
  const [row] = await sql<{ name: string; definition: string }[]>`
    select c.relname as name, pg_get_indexdef(c.oid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
    where i.indrelid = 'candidate_match'::regclass and a.amname = 'hnsw' and i.indisvalid`;
  const type = row && /(?:half)?vec(?:tor)?\(\d+\)/.exec(row.definition)?.[0];
  return type ? { name: row.name, type: type as VectorIndex['type'] } : undefined;
}
