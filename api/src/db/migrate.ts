// Applies migrations/*.sql in order, once, even when several copies of the API start together.
import { join } from 'node:path';
import Postgrator from 'postgrator';
import postgres from 'postgres';
import type { Sql } from './connect.ts';

/** Any number, the same in every copy: "nw" in ASCII. */
const LOCK = 0x6e77;

/** @returns the names of the migrations that were applied now, in order */
export async function migrate(sql: Sql): Promise<string[]> {
  const connection = await sql.reserve();
  try {
    await connection`select pg_advisory_lock(${LOCK})`;
    const postgrator = new Postgrator({
      driver: 'pg',
      migrationPattern: join(import.meta.dirname, 'migrations/*.sql'),
      schemaTable: 'schema_versions',
      // Multi-statement scripts go by the simple protocol, which runs each script as one transaction.
      execQuery: async (query) => ({ rows: (await connection.unsafe(query)).map(withSqlNames) }),
      execSqlScript: async (script) => {
        await connection.unsafe(script);
      },
    });
    const applied = await postgrator.migrate();
    return applied.map((migration) => migration.filename.split('/').at(-1)!);
  } finally {
    // Waits for nothing: a lock that the session holds ends with it.
    await connection`select pg_advisory_unlock(${LOCK})`.catch(() => {});
    connection.release();
  }
}

/** Postgrator reads columns by their SQL names; our connection renames them to camelCase. */
function withSqlNames(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [postgres.fromCamel(name), value]));
}
