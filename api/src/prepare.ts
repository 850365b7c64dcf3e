// Brings a database to the point where the API can serve: schema, taxonomy, places. Costs milliseconds when all is there.
import type { Sql } from './db/connect.ts';
import { migrate } from './db/migrate.ts';
import type { Embedder } from './embedding/embedder.ts';
import { indexMissing } from './matching/index-tables.ts';
import { importTowns } from './places/import.ts';
import type { Progress } from './progress.ts';
import { importStarter } from './taxonomy/starter.ts';

export async function prepare(sql: Sql, embedder: Embedder, progress: Progress): Promise<void> {
  await migrate(sql);
  await importStarter(sql, embedder, progress);
  await importTowns(sql, progress);
  await indexMissing(sql);
}
