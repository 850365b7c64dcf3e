// Keeps the stored vectors those of the embedder that this copy of the API was started with, beside answering requests.
import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from '../db/connect.ts';
import type { Progress } from '../progress.ts';
import type { Embedder } from './embedder.ts';
import { Switch } from './switch.ts';
import { LEFTOVER, readVectorState } from './switch-state.ts';

/** Any number, the same in every copy: "em" in ASCII. */
const LOCK = 0x656d;
const LOOK_AGAIN_MS = 5000;

export interface VectorKeeper {
  /** After the batch that is under way. What is done stays; the next start goes on. */
  stop(): Promise<void>;
}

/**
 * Looks at once and then every few seconds whether vectors are to be made, and makes them when no other copy does.
 * Once the vectors are of this copy's embedder, a copy that starts later with another one may change them again: the
 * last start decides, so that old and new copies do not undo each other's work while a new version is rolled out.
 *
 * @param lookAgainMs so soon another copy takes over when the one at work died, or the work is tried again
 * @example const keeper = keepVectors(database.sql, embedder, createProgress()); await keeper.stop();
 */
export function keepVectors(
  sql: Sql,
  embedder: Embedder,
  progress: Progress,
  lookAgainMs = LOOK_AGAIN_MS,
): VectorKeeper {
  const stopping = new AbortController();
  const { signal } = stopping;
  let isSettled = false;

  async function look(): Promise<void> {
    const state = await readVectorState(sql);
    const isServing = state.embedder === embedder.id;
    isSettled ||= isServing;
    // Nothing serves before the first import, which makes vectors itself.
    if (state.embedder === null || (isSettled && !isServing)) return;
    const isDone = isServing && state.vectorsVersion === state.version && state.nextEmbedder !== LEFTOVER;
    if (isDone) return;
    await alone(sql, () => new Switch(sql, embedder, progress, signal).run());
  }

  async function keep(): Promise<void> {
    while (!signal.aborted) {
      await look().catch((error: Error) => {
        if (signal.aborted) return;
        console.error(`New vectors could not be made, so the old ones serve. Trying again: ${error.message}`);
      });
      await wait(lookAgainMs, undefined, { signal }).catch(() => {});
    }
  }

  const kept = keep();
  return {
    async stop() {
      stopping.abort();
      await kept;
    },
  };
}

/** Works unless another copy does. The lock goes with its connection, also when the process is killed. */
async function alone(sql: Sql, work: () => Promise<void>): Promise<void> {
  // Where there is one connection only, nobody could answer meanwhile if it were kept for the lock.
  const session = sql.options.max > 1 ? await sql.reserve() : undefined;
  const holder = session ?? sql;
  try {
    const [row] = await holder<{ isMine: boolean }[]>`select pg_try_advisory_lock(${LOCK}) as is_mine`;
    if (!row!.isMine) return;
    try {
      await work();
    } finally {
      // A connection that broke has let go of it already.
      await holder`select pg_advisory_unlock(${LOCK})`.catch(() => {});
    }
  } finally {
    session?.release();
  }
}
