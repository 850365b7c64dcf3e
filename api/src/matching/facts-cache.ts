// Facts of late answers in memory. A version of facts never changes, so only what was not seen lately is read.
import { LRUCache } from 'lru-cache';
import type { Queryable } from '../db/connect.ts';
import { readFacts } from './facts.ts';
import type { Side } from './retrieve-index.ts';

/** Some 2 kB each, and 3 kB more as the factors read them (`once.ts`). */
const MOST = 20_000;
/** Of somebody who left, nothing stays longer. */
const KEPT_MS = 60 * 60 * 1000;

export class FactsCache {
  readonly #known = new LRUCache<number, object>({ max: MOST, ttl: KEPT_MS, ttlAutopurge: true });

  /**
   * The facts of what was retrieved, in its order; without those that were deleted meanwhile.
   *
   * @example await facts.of(sql, 'vacancy', page.hits) // [{ id, unmet, facts: { occupation: 17, … }, … }, …]
   */
  async of<Hit extends { id: string; factsVersion: number }>(
    sql: Queryable,
    side: Side,
    hits: readonly Hit[],
  ): Promise<(Hit & { facts: object })[]> {
    const known = hits.map(({ factsVersion }) => this.#known.get(factsVersion));
    const unknown = hits.filter((_, i) => !known[i]);
    const versions = unknown.map(({ id, factsVersion }) => ({ id, version: factsVersion }));
    const read =
      unknown.length > 0 ? await readFacts(sql, `${side}_facts`, versions) : new Map<string, object>();
    for (const { id, factsVersion } of unknown) {
      const facts = read.get(id);
      if (facts) this.#known.set(factsVersion, facts);
    }
    return hits.flatMap((hit, i) => {
      const facts = known[i] ?? read.get(hit.id);
      return facts ? [{ ...hit, facts }] : [];
    });
  }
}
