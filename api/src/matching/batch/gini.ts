// How unequally something is spread.

/**
 * Gini coefficient: `2 Σ i x_i / (n Σ x_i) − (n + 1) / n` over values in ascending order, i from 1 (Gini 1912, in the
 * form of Sen 1973).
 *
 * @param values not negative
 * @returns 0 when all are equal or all are 0, (n − 1) / n when one has everything
 * @example gini([0, 0, 4]) // 0.667
 */
export function gini(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  let [sum, weighted] = [0, 0];
  sorted.forEach((value, i) => {
    sum += value;
    weighted += (i + 1) * value;
  });
  const n = sorted.length;
  return sum === 0 ? 0 : (2 * weighted) / (n * sum) - (n + 1) / n;
}
