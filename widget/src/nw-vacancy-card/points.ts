// A score as whole points out of 100, rounded so that the points of the factors add up to the score shown.
import type { Contribution } from '@nederlandwerkt/sdk';

export interface Points {
  factor: Contribution['factor'];
  basis: Contribution['basis'];
  /** Of 100. */
  points: number;
  /** The most that this factor can give, of 100. */
  most: number;
}

/**
 * @returns one row per factor, weightiest first
 * @example points(match.contributions).reduce((sum, row) => sum + row.points, 0) === Math.round(match.score * 100)
 */
export function points(contributions: readonly Contribution[]): Points[] {
  const sorted = contributions.toSorted((a, b) => b.weight - a.weight);
  const got = wholeShares(sorted.map(({ contribution }) => contribution * 100));
  const most = wholeShares(sorted.map(({ weight }) => weight * 100));
  return sorted.map(({ factor, basis }, i) => ({
    factor,
    basis,
    points: Math.min(got[i]!, most[i]!),
    most: most[i]!,
  }));
}

/** Largest remainder method: whole numbers with the same (rounded) sum, each less than 1 away from its own value. */
function wholeShares(values: readonly number[]): number[] {
  const whole = values.map(Math.floor);
  const sum = Math.round(values.reduce((a, b) => a + b, 0));
  const rest = sum - whole.reduce((a, b) => a + b, 0);
  values
    .map((value, index) => ({ index, remainder: value - whole[index]! }))
    .toSorted((a, b) => b.remainder - a.remainder)
    .slice(0, rest)
    .forEach(({ index }) => {
      whole[index]! += 1;
    });
  return whole;
}
