// Starts PGlite on a worker thread (it would starve this thread's timers) and offers it on a private Unix socket.
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { lock } from 'proper-lockfile';

export interface Embedded {
  socketPath: string;
  stop(): Promise<void>;
}

/** A process that was killed leaves its lock behind; it goes stale after 10 s, so waiting a little longer gets it. */
const STALE_SECONDS = 10;
const PATIENCE_SECONDS = 12;

/**
 * @param folder where the data stays, or `memory://`
 * @param patience seconds to wait for another process to let go of the folder
 * @throws Error when another process has the folder open: PGlite itself would not notice, and both would lose data
 */
export async function startEmbedded(
  folder: string,
  settings: Record<string, string | number | boolean>,
  patience = PATIENCE_SECONDS,
): Promise<Embedded> {
  const release = folder.startsWith('memory://') ? async () => {} : await lockFolder(folder, patience);
  // mkdtemp makes the folder readable by this user only, so nobody else can reach the socket.
  const socketFolder = await mkdtemp(join(tmpdir(), 'nw-'));
  const socketPath = join(socketFolder, '.s.PGSQL.5432');
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: { folder, socketPath, settings },
  });
  const cleanUp = async () => {
    await rm(socketFolder, { recursive: true, force: true });
    await release();
  };
  try {
    await Promise.race([
      once(worker, 'message'),
      once(worker, 'error').then(([error]) => Promise.reject(error)),
    ]);
  } catch (cause) {
    await worker.terminate();
    await cleanUp();
    throw new Error(`The embedded database in ${folder} did not start`, { cause });
  }
  return {
    socketPath,
    async stop() {
      const exited = once(worker, 'exit');
      worker.postMessage('stop');
      await exited;
      await cleanUp();
    },
  };
}

async function lockFolder(folder: string, patience: number): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  try {
    return await lock(folder, {
      lockfilePath: `${folder}.lock`,
      stale: STALE_SECONDS * 1000,
      retries: { retries: patience, minTimeout: 1000, maxTimeout: 1000 },
    });
  } catch (cause) {
    throw new Error(
      `Another process has the database in ${folder} open. Stop it, or set NW_DATA to another folder.`,
      { cause },
    );
  }
}
