// One driver (postgres.js) for both databases: a PostgreSQL server, or PGlite inside a worker thread of this process.
import postgres from 'postgres';
import type { Config } from '../config.ts';
import { startEmbedded } from './embedded.ts';

/** int8 and numeric arrive as strings by default; ours are counts and small decimals that a number holds exactly. */
const types = {
  int8: { to: 20, from: [20], serialize: String, parse: Number },
  numeric: { to: 1700, from: [1700], serialize: String, parse: Number },
};
/**
 * Tables and indexes stay in memory, where a random page costs little more than the next; with the default the planner
 * reads all names of places instead of the trigram index. Short queries never earn back a compilation (jit), the start of
 * helpers, or planning anew for the values of each request.
 */
export const SETTINGS = {
  random_page_cost: 1.1,
  jit: false,
  max_parallel_workers_per_gather: 0,
  plan_cache_mode: 'force_generic_plan',
} as const;

const options = {
  types,
  // `undefined` throws in postgres.js; for us an absent value is null.
  transform: { undefined: null, column: { from: postgres.toCamel, to: postgres.fromCamel } },
  onnotice: () => {},
};

export type Sql = postgres.Sql<{ int8: number; numeric: number }>;

/** The handle inside `sql.begin`. There, use only this one: the embedded database has no second connection. */
export type Transaction = postgres.TransactionSql<{ int8: number; numeric: number }>;

/** Either of the two: for functions that only ask. */
export type Queryable = postgres.ISql<{ int8: number; numeric: number }>;

/** Asks as the role that ranks, which cannot read what the law forbids to rank by. */
export type Ranker = <Answer>(ask: (sql: Queryable) => Promise<Answer>) => Promise<Answer>;

export interface Database {
  sql: Sql;
  ranker: Ranker;
  kind: 'postgresql' | 'embedded';
  close(): Promise<void>;
}

/**
 * Connects to `DATABASE_URL`, else opens the embedded database in `NW_DATA` (`memory://` keeps it in memory).
 *
 * @throws Error when another process has the embedded database's folder open
 * @example const database = await connect(readConfig());
 */
export async function connect(
  config: Pick<Config, 'DATABASE_URL' | 'NW_DATA' | 'NW_CONNECTIONS'>,
): Promise<Database> {
  if (config.DATABASE_URL) {
    const sql: Sql = postgres(config.DATABASE_URL, {
      ...options,
      connection: SETTINGS,
      max: config.NW_CONNECTIONS,
    });
    // Connections of its own: changing the role in every request would take as long as the question.
    const ranking: Sql = postgres(config.DATABASE_URL, {
      ...options,
      connection: { ...SETTINGS, role: RANKER },
      max: config.NW_CONNECTIONS,
    });
    return {
      sql,
      ranker: (ask) => ask(ranking),
      kind: 'postgresql',
      async close() {
        await Promise.all([sql, ranking].map((pool) => pool.end({ timeout: 5 })));
      },
    };
  }
  const embedded = await startEmbedded(config.NW_DATA, SETTINGS);
  // One connection only: PGlite has one session, and answers of a second connection would be mixed up with the first's.
  const sql: Sql = postgres({
    ...options,
    path: embedded.socketPath,
    max: 1,
    username: 'postgres',
    database: 'postgres',
  });
  return {
    sql,
    ranker: rankerOf(sql),
    kind: 'embedded',
    async close() {
      await sql.end({ timeout: 5 });
      await embedded.stop();
    },
  };
}

/** Made by migration 008. */
const RANKER = 'nw_ranker';

/** Over the one connection that there is: the role is taken for a transaction and given back with its end. */
export function rankerOf(sql: Sql): Ranker {
  return (ask) =>
    sql.begin('read only', async (tx) => {
      // One behind the other, without waiting in between.
      const [, answer] = await Promise.all([tx`set local role ${tx(RANKER)}`, ask(tx)]);
      return answer;
    }) as never;
}
