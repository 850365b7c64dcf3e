// Who is shown: lists without which nobody stays unseen, and which are not all filled with the same people.
import { gini } from './gini.ts';

/** Which items a list may show; `list` and `item` and `score` have one element per pair, and no pair comes twice. */
export interface Pairs {
  /** How many lists and how many items there are, numbered from 0. */
  lists: number;
  items: number;
  list: Int32Array;
  item: Int32Array;
  /** 0..1 */
  score: Float64Array;
  /** From this pair on the score is an estimate: such a pair is only for whom no list would show else. */
  ranked: number;
}

export interface BalanceOptions {
  /** Of a list, at most. */
  length: number;
  /** What each list that shows an item already takes off its score in the next; 0: each list shows its best. */
  price: number;
}

/** Pair numbers by list, best first. */
export type Lists = number[][];

/**
 * First by a rising price: list after list takes, place by place, who has the best score after the price of the lists
 * that show them already. That is the local greedy choice for scores less a convex price of exposure (Fisher, Nemhauser
 * and Wolsey 1978: over places that each take one it reaches at least half of the best possible sum when no choice
 * lowers it). Prices as in an auction (Bertsekas 1988).
 *
 * Then those whom no list shows: each takes the place of somebody with several where that costs the least score, or
 * starts a chain of moves to such a place or an empty one: an augmenting path (Berge 1957). Where there is none, the
 * lists that could show them are full of people who have no other (Hall 1935): then no choice of lists shows more people.
 *
 * The same pairs in the same order give the same lists.
 *
 * @example balance(pairs, { length: 20, price: 0.02 })[0] // numbers of the pairs that the first list shows
 */
export function balance(pairs: Pairs, { length, price }: BalanceOptions): Lists {
  const shown = new Shown(pairs, length);
  const byList = groupBy(pairs.list.subarray(0, pairs.ranked), pairs.lists);
  for (let place = 0; place < length; place++) {
    for (let turn = 0; turn < pairs.lists; turn++) {
      // Who chooses last in one round chooses first in the next.
      const list = place % 2 === 0 ? turn : pairs.lists - 1 - turn;
      const pair = shown.bestOf(byList.of(list), price);
      if (pair >= 0) shown.add(pair);
    }
  }
  new Repair(pairs, shown).run();
  return shown.lists.map((list) => list.sort((a, b) => pairs.score[b]! - pairs.score[a]! || a - b));
}

/** How exposure is spread over the items that some list may show. */
export interface Exposure {
  /** 0: all are shown equally often; towards 1: all lists show the same. */
  gini: number;
  /** Share, 0..1, of those items that stand in at least one list. */
  coverage: number;
  meanScore: number;
}

/** @example exposureOf(pairs, balance(pairs, options)).coverage // 1 */
export function exposureOf(pairs: Pairs, lists: Lists): Exposure {
  const counts = new Float64Array(pairs.items).fill(NaN);
  for (const item of pairs.item) counts[item] = 0;
  let [sum, places] = [0, 0];
  for (const pair of lists.flat()) {
    counts[pairs.item[pair]!]!++;
    sum += pairs.score[pair]!;
    places++;
  }
  const feasible = counts.filter((count) => !Number.isNaN(count));
  const seen = feasible.filter((count) => count > 0).length;
  return {
    gini: gini(feasible),
    coverage: feasible.length === 0 ? 1 : seen / feasible.length,
    meanScore: places === 0 ? 0 : sum / places,
  };
}

/** What the lists show so far. */
class Shown {
  readonly lists: Lists;
  readonly length: number;
  /** In how many lists an item stands. */
  readonly exposures: Int32Array;
  readonly #pairs: Pairs;
  readonly #isShown: Uint8Array;

  constructor(pairs: Pairs, length: number) {
    this.#pairs = pairs;
    this.length = length;
    this.lists = Array.from({ length: pairs.lists }, () => []);
    this.exposures = new Int32Array(pairs.items);
    this.#isShown = new Uint8Array(pairs.list.length);
  }

  /** The pair that is worth most and not shown yet; -1 when there is none. */
  bestOf(candidates: Int32Array, price: number): number {
    let best = -1;
    let most = -Infinity;
    for (const pair of candidates) {
      if (this.#isShown[pair]) continue;
      const value = this.#pairs.score[pair]! - price * this.exposures[this.#pairs.item[pair]!]!;
      if (value <= most) continue;
      best = pair;
      most = value;
    }
    return best;
  }

  add(pair: number): void {
    this.lists[this.#pairs.list[pair]!]!.push(pair);
    this.exposures[this.#pairs.item[pair]!]!++;
    this.#isShown[pair] = 1;
  }

  remove(pair: number): void {
    const list = this.lists[this.#pairs.list[pair]!]!;
    list.splice(list.indexOf(pair), 1);
    this.exposures[this.#pairs.item[pair]!]!--;
    this.#isShown[pair] = 0;
  }

  isFull(list: number): boolean {
    return this.lists[list]!.length >= this.length;
  }

  /** The pair of the lowest score whose item another list shows too; -1 when there is none. */
  spareOf(list: number): number {
    let spare = -1;
    for (const pair of this.lists[list]!) {
      if (this.exposures[this.#pairs.item[pair]!]! < 2) continue;
      if (spare < 0 || this.#pairs.score[pair]! < this.#pairs.score[spare]!) spare = pair;
    }
    return spare;
  }
}

/** Gives a place to those who have none. */
class Repair {
  readonly #pairs: Pairs;
  readonly #shown: Shown;
  readonly #byItem: Groups;
  /** Lists that are full of items which no other list can take: they stay so, and need no second look. */
  readonly #closed: Uint8Array;

  constructor(pairs: Pairs, shown: Shown) {
    this.#pairs = pairs;
    this.#shown = shown;
    this.#byItem = groupBy(pairs.item, pairs.items);
    this.#closed = new Uint8Array(pairs.lists);
  }

  run(): void {
    const unseen = Array.from(this.#shown.exposures.keys()).filter(
      (item) => this.#shown.exposures[item] === 0 && this.#byItem.of(item).length > 0,
    );
    // Those with the fewest chances choose first.
    unseen.sort((a, b) => this.#byItem.of(a).length - this.#byItem.of(b).length || a - b);
    for (const item of unseen) if (!this.#takeCheapest(item)) this.#moveOthers(item);
  }

  /** In a list that has room or shows somebody with several. */
  #takeCheapest(item: number): boolean {
    const { score, list } = this.#pairs;
    let taken = -1;
    let given = -1;
    let least = Infinity;
    for (const pair of this.#byItem.of(item)) {
      const spare = this.#shown.isFull(list[pair]!) ? this.#shown.spareOf(list[pair]!) : -1;
      if (spare < 0 && this.#shown.isFull(list[pair]!)) continue;
      const loss = (spare < 0 ? 0 : score[spare]!) - score[pair]!;
      if (loss >= least) continue;
      [taken, given, least] = [pair, spare, loss];
    }
    if (taken < 0) return false;
    if (given >= 0) this.#shown.remove(given);
    this.#shown.add(taken);
    return true;
  }

  /** Along the shortest chain: who stands in a list moves to another one, until somebody finds such a place. */
  #moveOthers(item: number): void {
    const { list, item: itemOf } = this.#pairs;
    /** By list: the pair that would enter it, and the pair that would leave the list before it in the chain. */
    const entering = new Map<number, { pair: number; leaving: number }>();
    const queue: number[] = [];
    const reach = (who: number, leaving: number) => {
      for (const pair of this.#byItem.of(who)) {
        if (this.#closed[list[pair]!] || entering.has(list[pair]!)) continue;
        entering.set(list[pair]!, { pair, leaving });
        queue.push(list[pair]!);
      }
    };
    reach(item, -1);
    for (const at of queue) {
      const spare = this.#shown.spareOf(at);
      if (spare >= 0 || !this.#shown.isFull(at)) {
        if (spare >= 0 && this.#shown.isFull(at)) this.#shown.remove(spare);
        for (let end = at; ; ) {
          const { pair, leaving } = entering.get(end)!;
          if (leaving >= 0) this.#shown.remove(leaving);
          this.#shown.add(pair);
          if (leaving < 0) return;
          end = list[leaving]!;
        }
      }
      for (const pair of this.#shown.lists[at]!) reach(itemOf[pair]!, pair);
    }
    for (const at of queue) this.#closed[at] = 1;
  }
}

interface Groups {
  /** Numbers of the elements of one group, ascending. */
  of(group: number): Int32Array;
}

/** Elements by their group: a counting sort. */
function groupBy(groupOf: Int32Array, groups: number): Groups {
  const starts = new Int32Array(groups + 1);
  for (const group of groupOf) starts[group + 1]!++;
  for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!;
  const next = starts.slice();
  const members = new Int32Array(groupOf.length);
  groupOf.forEach((group, i) => {
    members[next[group]!++] = i;
  });
  return { of: (group) => members.subarray(starts[group], starts[group + 1]) };
}
