// How good a ranking is for one person, by grades. Between 0 and 1, higher is better.

export const METRICS = {
  ndcg10: 'nDCG@10',
  recall20: 'recall@20',
  /** Of those that fit completely, grade 2. */
  recall20Best: 'recall@20 of grade 2',
} as const;
export type Metric = keyof typeof METRICS;
/** null: nothing to find for this person. */
export type Metrics = Record<Metric, number | null>;

const BEST = 2;

/**
 * nDCG with the gain 2^grade − 1 and the discount log2(rank + 1) (Burges and others, Learning to Rank using Gradient
 * Descent, 2005); recall: the share of all with a grade from 1, or with the highest, that stand among the first 20.
 *
 * @param scores higher is better; of equal ones the earlier stands first
 * @param grades as many
 * @example metricsOf([0.9, 0.1], [0, 2]).ndcg10 // 0.63: what fits stands second
 */
export function metricsOf(scores: ArrayLike<number>, grades: ArrayLike<number>): Metrics {
  const shown = Array.from(best(scores, 20), (i) => grades[i]!);
  const relevant = Array.from(grades)
    .filter((grade) => grade > 0)
    .sort((a, b) => b - a);
  const found = (from: number) => {
    const all = relevant.filter((grade) => grade >= from).length;
    return all === 0 ? null : shown.filter((grade) => grade >= from).length / all;
  };
  return {
    ndcg10: relevant.length === 0 ? null : gain(shown.slice(0, 10)) / gain(relevant.slice(0, 10)),
    recall20: found(1),
    recall20Best: found(BEST),
  };
}

/** The mean of those that are not null. */
export function mean(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

function gain(grades: number[]): number {
  return grades.reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
}

/** @returns where the `count` highest stand, the highest first; one pass, because there are thousands */
export function best(scores: ArrayLike<number>, count: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < scores.length; i++) {
    if (found.length === count && scores[i]! <= scores[found[count - 1]!]!) continue;
    let at = found.length;
    while (at > 0 && scores[found[at - 1]!]! < scores[i]!) at--;
    found.splice(at, 0, i);
    if (found.length > count) found.pop();
  }
  return found;
}
