// What tests share: one migrated database with the starter taxonomy, and requests as a page or a server would send them.
import { after } from 'node:test';
import { connect, type Database } from './db/connect.ts';
import { migrate } from './db/migrate.ts';
import type { Embedder } from './embedding/embedder.ts';
import { bundledEmbedder } from './embedding/hashed.ts';

let shared: Promise<Database & { embedder: Embedder }> | undefined;

/** The database of this test run: DATABASE_URL, else an embedded one in memory. Migrated; tests share it. */
export function testDatabase(): Promise<Database & { embedder: Embedder }> {
  shared ??= open();
  return shared;
}

async function open() {
  const database = await connect({
    DATABASE_URL: process.env.DATABASE_URL,
    NW_DATA: 'memory://',
    NW_CONNECTIONS: 10,
  });
  await migrate(database.sql);
  return { ...database, embedder: bundledEmbedder() };
}

/** All test files run in one process, one after another: the last hook to run closes. */
after(async () => {
  await (await shared)?.close();
});
