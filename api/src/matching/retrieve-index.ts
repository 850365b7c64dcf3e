// The indexes of vectors that very large pools get, for questions that nearly every row answers.
import type { Queryable, Sql } from '../db/connect.ts';

export type Side = 'candidate' | 'vacancy';

/** From so many rows of a table its index is worth the upkeep; below, comparing all of them is soon done. */
const WORTH_IT = 250_000;
/** An index comes and goes seldom. */
const LOOK_AGAIN_MS = 60_000;

export interface VectorIndex {
  name: string;
  /** As it stands in the index: a query in other words would not use it. */
  type: `${'halfvec' | 'vector'}(${number})`;
}

/**
 * Makes the HNSW index of each match table that has many rows, and drops that of one that has few. For an operator to run
 * now and then, such as every night: it takes minutes for a million rows, during which writers wait.
 *
 * @param worthIt rows from which on there is an index
 * @returns which tables have one now
 * @example await tuneVectorIndex(database.sql); // [], with 25,000 candidates
 */
export async function tuneVectorIndex(sql: Sql, worthIt = WORTH_IT): Promise<Side[]> {
  const indexed: Side[] = [];
  for (const side of ['candidate', 'vacancy'] as const) {
    const table = `${side}_match`;
    const [rows] = await sql<{ size: number; type: string; dimensions: number | null }[]>`
      select count(embedding) as size,
        (select atttypid::regtype::text from pg_attribute
          where attrelid = ${table}::regclass and attname = 'embedding') as type,
        (select vector_dims(embedding) from ${sql(table)} where embedding is not null limit 1) as dimensions
      from ${sql(table)}`;
    const { size, type, dimensions } = rows!;
    const found = await findIndex(sql, side);
    const wanted = size > 0 && size >= worthIt ? `${type}(${dimensions})` : undefined;
    if (found && found.type !== wanted) await sql`drop index ${sql(found.name)}`;
    if (wanted && found?.type !== wanted) {
      await sql.unsafe(`
        create index on ${table} using hnsw ((embedding::${wanted}) ${type}_ip_ops) with (m = 16, ef_construction = 64)`);
    }
    if (wanted) indexed.push(side);
  }
  known.delete(sql);
  return indexed;
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

const known = new WeakMap<Sql, { until: number; index: Record<Side, Promise<VectorIndex | undefined>> }>();

/** Looked up once a minute. @returns undefined when there is no such index, and then every answer is exact */
export function vectorIndexOf(sql: Sql, side: Side): Promise<VectorIndex | undefined> {
  let last = known.get(sql);
  if (!last || last.until < Date.now()) {
    const index = { candidate: findIndex(sql, 'candidate'), vacancy: findIndex(sql, 'vacancy') };
    last = { until: Date.now() + LOOK_AGAIN_MS, index };
    known.set(sql, last);
    // What failed is asked again.
    Promise.all(Object.values(index)).catch(() => known.delete(sql));
  }
  return last.index[side];
}

async function findIndex(sql: Queryable, side: Side): Promise<VectorIndex | undefined> {
  const [row] = await sql<{ name: string; definition: string }[]>`
    select c.relname as name, pg_get_indexdef(c.oid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
    where i.indrelid = ${`${side}_match`}::regclass and a.amname = 'hnsw' and i.indisvalid`;
  const type = row && /(?:halfvec|vector)\(\d+\)/.exec(row.definition)?.[0];
  return type ? { name: row.name, type: type as VectorIndex['type'] } : undefined;
}
