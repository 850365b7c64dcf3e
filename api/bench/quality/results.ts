// Every method on every set.
import type { Progress } from '../../src/progress.ts';
import { evaluate, type Measured } from './evaluate.ts';
import { type Method, titleOf } from './method.ts';
import type { Metric, Ties } from './metrics.ts';
import type { Family, RankingSet } from './set.ts';

export class Results {
  readonly sets: RankingSet[];
  readonly methods: Method[];
  /** By name of the set and of the method. */
  readonly #metrics = new Map<string, Map<string, Measured>>();

  constructor(sets: RankingSet[], methods: Method[]) {
    this.sets = sets;
    this.methods = methods;
  }

  /** The method that the product serves: the last one. */
  get served(): Method {
    return this.methods.at(-1)!;
  }

  set(set: RankingSet, method: Method, measured: Measured): void {
    const ofSet = this.#metrics.get(set.name) ?? new Map<string, Measured>();
    this.#metrics.set(set.name, ofSet.set(method.name, measured));
  }

  /** @throws Error when that was not measured */
  get(set: RankingSet, method: { name: string }, metric: Metric, ties: Ties): number {
    const measured = this.#metrics.get(set.name)?.get(method.name);
    if (!measured) throw new Error(`${method.name} was not measured on ${set.name}`);
    return measured[ties][metric];
  }

  family(...families: Family[]): RankingSet[] {
    return this.sets.filter(({ family }) => families.includes(family));
  }
}

/** @param progress shows one step per method, its unit a query */
export async function measure(sets: RankingSet[], methods: Method[], progress: Progress): Promise<Results> {
  const results = new Results(sets, methods);
  const queries = sets.reduce((sum, set) => sum + set.queries.length, 0);
  for (const method of methods) {
    using step = progress.step(titleOf(method), queries);
    for (const set of sets) results.set(set, method, await evaluate(set, method, step));
  }
  return results;
}
