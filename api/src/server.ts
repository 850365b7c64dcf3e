// Listens, and stops in order: no new requests, answers to those that are there, then the database.
import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { serve as listen } from '@hono/node-server';
import { createApp } from './app.ts';
import type { Database } from './db/connect.ts';
import type { Embedder } from './embedding/embedder.ts';
import { keepVectors } from './embedding/switch-keeper.ts';
import { warmUp } from './matching/knowledge.ts';
import { createProgress } from './progress.ts';
import { createServices } from './services.ts';

/** How long an answer may still take when the server stops. */
const PATIENCE_MS = 3000;

export interface Server {
  url: string;
  stop(): Promise<void>;
}

/** @param port 0 takes a free one @throws Error when the port is taken */
export async function startServer(
  database: Database,
  embedder: Embedder,
  { hostname, port }: { hostname: string; port: number },
): Promise<Server> {
  const services = createServices(database.sql, embedder, database.ranker);
  const app = createApp(services);
  const server = listen({ fetch: app.fetch, hostname, port }) as HttpServer;
  // `once` rejects when the server emits an error first.
  await once(server, 'listening').catch((error) => {
    throw error.code === 'EADDRINUSE'
      ? new Error(`Port ${port} is taken. Choose another with --port or PORT.`)
      : error;
  });
  const keeper = keepVectors(database.sql, embedder, createProgress());
  // Without it the first answers would take longer; if it fails they only do.
  services.cache.current().then(warmUp, () => {});
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://localhost:${actual}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      // A connection that waits for another request would keep the server open.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
      await Promise.all([closed, keeper.stop()]);
      clearInterval(idle);
      clearTimeout(late);
      await database.close();
    },
  };
}
