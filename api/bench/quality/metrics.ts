// Metrics of a ranking, from the ranks of its relevant elements alone. All are between 0 and 1, higher is better.

export const METRICS = {
  mrr: 'MRR',
  acc1: 'acc@1',
  acc5: 'acc@5',
  acc10: 'acc@10',
  rp5: 'RP@5',
  rp10: 'RP@10',
  recall10: 'recall@10',
  recall100: 'recall@100',
  ndcg10: 'nDCG@10',
} as const;
export type Metric = keyof typeof METRICS;
export type Metrics = Record<Metric, number>;

/**
 * Where elements of one score stand. `last`: the relevant behind all others, so that a method that cannot tell them
 * apart gains nothing by luck. `in-order`: as in the corpus, as run files have it, so that it is what a TREC evaluator
 * finds in them and what published figures are.
 */
export type Ties = 'last' | 'in-order';

/**
 * Metrics of one query, for either order of ties.
 *
 * @param relevant places in `scores` of what should be found; at least one
 * @throws RangeError when a score is not a number, or nothing is relevant
 * @example metricsOf(Float32Array.of(0.1, 0.9), [0]).last.mrr // 0.5
 */
export function metricsOf(scores: Float32Array, relevant: number[]): Record<Ties, Metrics> {
  const ranks = ranksOf(scores, relevant);
  return { last: metricsOfRanks(ranks.last), 'in-order': metricsOfRanks(ranks['in-order']) };
}

function metricsOfRanks(ranks: number[]): Metrics {
  const within = (k: number) => ranks.filter((rank) => rank <= k).length;
  const ideal = ranks.map((_, i) => i + 1);
  return {
    mrr: 1 / ranks[0]!,
    acc1: Math.min(1, within(1)),
    acc5: Math.min(1, within(5)),
    acc10: Math.min(1, within(10)),
    rp5: within(5) / Math.min(5, ranks.length),
    rp10: within(10) / Math.min(10, ranks.length),
    recall10: within(10) / ranks.length,
    recall100: within(100) / ranks.length,
    ndcg10: gain(ranks, 10) / gain(ideal, 10),
  };
}

/** The mean over queries, each weighing the same. */
export function meanOf(all: Metrics[]): Metrics {
  const names = Object.keys(METRICS) as Metric[];
  return Object.fromEntries(
    names.map((name) => [name, all.reduce((sum, one) => sum + one[name], 0) / all.length]),
  ) as Metrics;
}

/** Ranks of the relevant elements from 1, ascending. One pass without sorting: a corpus has tens of thousands. */
export function ranksOf(scores: Float32Array, relevant: number[]): Record<Ties, number[]> {
  const places = [...new Set(relevant)].sort((a, b) => a - b);
  if (places.length === 0) throw new RangeError('a query needs at least one relevant element');
  const wanted = places
    .map((place) => ({ place, score: scores[place]! }))
    .sort((a, b) => b.score - a.score || a.place - b.place);
  if (wanted.some(({ score }) => Number.isNaN(score))) {
    throw new RangeError('the score of a relevant element is not a number');
  }
  const lowest = wanted.at(-1)!.score;
  // At i: irrelevant elements that stand ahead of wanted[i], but not of wanted[i - 1].
  const between = { last: new Uint32Array(wanted.length), 'in-order': new Uint32Array(wanted.length) };
  let next = 0;
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place]!;
    if (place === places[next]) {
      next++;
      continue;
    }
    if (score < lowest) continue;
    if (Number.isNaN(score)) throw new RangeError(`score ${place} is not a number`);
    let i = wanted.length - 1;
    while (i > 0 && wanted[i - 1]!.score <= score) i--;
    between.last[i]!++;
    while (i < wanted.length && wanted[i]!.score === score && wanted[i]!.place < place) i++;
    if (i < wanted.length) between['in-order'][i]!++;
  }
  return { last: toRanks(between.last), 'in-order': toRanks(between['in-order']) };
}

function toRanks(between: Uint32Array): number[] {
  let irrelevant = 0;
  return Array.from(between, (count, i) => {
    irrelevant += count;
    return irrelevant + i + 1;
  });
}

/** Discounted gain of binary relevance: Järvelin and Kekäläinen (2002), logarithm of base 2. */
function gain(ranks: number[], k: number): number {
  return ranks.reduce((sum, rank) => (rank <= k ? sum + 1 / Math.log2(rank + 1) : sum), 0);
}
