// From the most promising of a scan to the lists of one direction: scored as an answer of the API is, then balanced.
import type { PersonFacts, VacancyFacts } from '../facts.ts';
import type { Asked } from '../log.ts';
import { type OrderOptions, order } from '../order.ts';
import { balance, type Exposure, exposureOf, type Lists, type Pairs } from './balance.ts';
import type { TopLists } from './top-lists.ts';

/** All people or all vacancies, by row. */
export interface Side {
  ids: string[];
  facts: (PersonFacts | VacancyFacts)[];
}

/** Pairs that meet every condition, with what retrieval thinks of them. */
export interface Found {
  size: number;
  list: Int32Array;
  item: Int32Array;
  promise: Float64Array;
}

export interface Direction {
  name: Asked['direction'];
  /** Whose lists these are, and what stands in them. */
  lists: Side;
  items: Side;
  most: TopLists;
  found: Found;
  /** So many of each list, after ranking, may be chosen from. At least `length`. */
  choice: number;
  length: number;
  /** See balance.ts. */
  price: number;
  onProgress: () => void;
}

export interface Listed {
  item: number;
  score: number;
}

export interface Balanced {
  /** By row of the lists' side, best first. */
  lists: Listed[][];
  /** Each list with its best, and as balanced. */
  before: Exposure;
  after: Exposure;
  /** How many pairs were scored. */
  scored: number;
}

export function balancedLists(direction: Direction, options: Omit<OrderOptions, 'limit'>): Balanced {
  const { lists, items, most, length, onProgress } = direction;
  const rowOf = new Map(items.ids.map((id, row) => [id, row]));
  const rank = (list: number, rows: Iterable<number>, limit: number): Listed[] => {
    const asked = { direction: direction.name, facts: lists.facts[list] } as Asked;
    const hits = Array.from(rows, (row) => ({ id: items.ids[row]!, facts: items.facts[row], unmet: 0 }));
    return order(asked, hits, { ...options, limit }).map(({ id, scored }) => ({
      item: rowOf.get(id)!,
      score: scored.score,
    }));
  };

  const ranked = lists.ids.map((_, list) => {
    onProgress();
    return rank(list, most.of(list), direction.choice);
  });
  let scored = most.counts.reduce((sum, count) => sum + count, 0);
  const pairs = pairsOf(direction, ranked);
  const best = bestOf(ranked, length);
  const before = exposureOf(pairs, best);
  const chosen = balance(pairs, { length, price: direction.price });
  const balanced = chosen.map((numbers, list) => {
    if (isSame(numbers, best[list]!)) return ranked[list]!.slice(0, length);
    scored += numbers.length;
    const again = rank(
      list,
      numbers.map((pair) => pairs.item[pair]!),
      length,
    );
    // In place of the estimates.
    const scoreOf = new Map(again.map(({ item, score }) => [item, score]));
    for (const pair of numbers) pairs.score[pair] = scoreOf.get(pairs.item[pair]!)!;
    return again;
  });
  return { lists: balanced, before, after: exposureOf(pairs, chosen), scored };
}

/** The scored pairs list by list in their order, then the others with a score that is estimated from their promise. */
function pairsOf({ lists, items, found, most }: Direction, ranked: Listed[][]): Pairs {
  const count = ranked.reduce((sum, list) => sum + list.length, 0);
  const pairs = {
    lists: lists.ids.length,
    items: items.ids.length,
    list: new Int32Array(count + found.size),
    item: new Int32Array(count + found.size),
    score: new Float64Array(count + found.size),
  };
  const key = (list: number, item: number) => list * pairs.items + item;
  const scores = new Map<number, number>();
  let size = 0;
  const add = (list: number, item: number, score: number) => {
    pairs.list[size] = list;
    pairs.item[size] = item;
    pairs.score[size++] = score;
  };
  ranked.forEach((list, number) => {
    for (const { item, score } of list) {
      add(number, item, score);
      scores.set(key(number, item), score);
    }
  });
  const estimate = estimator(most, (list, item) => scores.get(key(list, item)));
  for (let i = 0; i < found.size; i++) {
    const [list, item] = [found.list[i]!, found.item[i]!];
    if (!scores.has(key(list, item))) add(list, item, estimate(found.promise[i]!));
  }
  return {
    ...pairs,
    list: pairs.list.subarray(0, size),
    item: pairs.item.subarray(0, size),
    score: pairs.score.subarray(0, size),
    ranked: count,
  };
}

/** The line of least squares through promise and score of those that were scored. */
function estimator(
  most: TopLists,
  scoreOf: (list: number, item: number) => number | undefined,
): (promise: number) => number {
  let [n, x, y, xx, xy] = [0, 0, 0, 0, 0];
  most.counts.forEach((count, list) => {
    for (let i = list * most.length; i < list * most.length + count; i++) {
      const [promise, score] = [most.values[i]!, scoreOf(list, most.rows[i]!)];
      if (score === undefined) continue;
      n++;
      x += promise;
      y += score;
      xx += promise * promise;
      xy += promise * score;
    }
  });
  const spread = n * xx - x * x;
  const slope = spread > 0 ? (n * xy - x * y) / spread : 0;
  const start = n > 0 ? (y - slope * x) / n : 0;
  return (promise) => start + slope * promise;
}

/** Numbers of the first pairs of each list. */
function bestOf(ranked: Listed[][], length: number): Lists {
  let first = 0;
  return ranked.map((list) => {
    const numbers = list.slice(0, length).map((_, i) => first + i);
    first += list.length;
    return numbers;
  });
}

function isSame(a: number[], b: number[]): boolean {
  const others = new Set(b);
  return a.length === b.length && a.every((pair) => others.has(pair));
}
