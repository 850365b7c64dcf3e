// The thread that PGlite lives on. Says "ready" when the socket listens; "stop" closes everything in order.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const { folder, socketPath, settings } = workerData as {
  folder: string;
  socketPath: string;
  settings: Record<string, string | number | boolean>;
};
const db = await PGlite.create({ dataDir: folder, extensions: { vector, pg_trgm, unaccent } });
// PGlite has one session for ever, so settings of the session hold for all.
for (const [name, value] of Object.entries(settings)) await db.exec(`set ${name} = ${value}`);
const server = new PGLiteSocketServer({ db, path: socketPath });
await server.start();

parentPort!.once('message', async () => {
  await server.stop();
  await db.close();
  parentPort!.close();
});
parentPort!.postMessage('ready');
