// Starts the API as a service: config, database, app, listen. For development and data, see cli.ts.
import { readConfig } from './config.ts';
import { chooseEmbedder } from './embedding/choose.ts';
import { prepare } from './prepare.ts';
import { createProgress } from './progress.ts';
import { startServer } from './server.ts';
import { withDatabase } from './with-database.ts';

const config = readConfig();
const embedder = await chooseEmbedder(config);
await withDatabase(config, async (database) => {
  await prepare(database.sql, embedder, createProgress());
  const server = await startServer(database, embedder, { hostname: config.HOST, port: config.PORT });
  console.log(`The API listens at ${server.url}/v1 (${database.kind} database)`);
  return server;
});
