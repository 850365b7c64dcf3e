// An embedder for answers that somebody waits for: one that fails takes the meaning away from an answer, not the answer.
import { setTimeout as wait } from 'node:timers/promises';
import type { Embedder } from './embedder.ts';

/** The embedder is away. Catch it with `withoutMeaning`. */
export class EmbedderAway extends Error {}

interface Patience {
  /** ms that somebody waits for an answer. */
  patience?: number;
  /** ms that the embedder is left alone after it failed, so that not every answer waits. */
  rest?: number;
}

/**
 * @returns the same embedder, whose `embed` throws EmbedderAway when it fails or takes too long, and for a while after that
 * @example const vectors = await impatient(embedder).embed([text]).catch(withoutMeaning);
 */
export function impatient(embedder: Embedder, { patience = 10_000, rest = 30_000 }: Patience = {}): Embedder {
  let restsUntil = 0;
  return {
    id: embedder.id,
    dimensions: embedder.dimensions,
    async embed(texts) {
      if (performance.now() < restsUntil) throw new EmbedderAway('The embedder failed a moment ago');
      const timer = new AbortController();
      const late = wait(patience, undefined, { signal: timer.signal }).then(() => {
        throw new Error(`took longer than ${patience} ms`);
      });
      try {
        return await Promise.race([embedder.embed(texts), late]);
      } catch (cause) {
        restsUntil = performance.now() + rest;
        const why = cause instanceof Error ? cause.message : String(cause);
        console.error(`Embedder ${embedder.id}: ${why}. Answers go by words alone for ${rest / 1000} s.`);
        throw new EmbedderAway(why, { cause });
      } finally {
        timer.abort();
      }
    },
  };
}

/** For a `catch`: nothing comes of an embedder that is away. Any other error goes on. */
export function withoutMeaning(error: unknown): [] {
  if (error instanceof EmbedderAway) return [];
  throw error;
}
