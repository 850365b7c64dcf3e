// A database for tests that import: what they write and remove must not reach the tests that share one.
import { randomUUID } from 'node:crypto';
import { connect, type Database } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { testDatabase } from '../testing.ts';

/** Migrated and empty, on the same kind of database as `testDatabase()`; gone after `close()`. */
export async function ownDatabase(): Promise<Database> {
  const server = process.env.DATABASE_URL;
  if (!server) return migrated(await connect({ NW_DATA: 'memory://', NW_CONNECTIONS: 1 }));
  const { sql } = await testDatabase();
  const name = `nw_test_${randomUUID().replaceAll('-', '')}`;
  await sql`create database ${sql(name)}`;
  const url = new URL(server);
  url.pathname = name;
  const database = await connect({ DATABASE_URL: url.href, NW_DATA: '', NW_CONNECTIONS: 2 });
  return migrated({
    ...database,
    async close() {
      await database.close();
      await sql`drop database ${sql(name)}`;
    },
  });
}

async function migrated(database: Database): Promise<Database> {
  await migrate(database.sql);
  return database;
}
