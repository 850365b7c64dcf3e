// How far a mean may be off: 95 % intervals by resampling (Efron 1979, percentile method).
import { randomFrom } from '../../src/matching/factors/testing-pairs.ts';
import { percentile } from '../statistics.ts';
import { mean } from './metrics.ts';

export interface Estimate {
  mean: number;
  /** 95 % lie between. */
  low: number;
  high: number;
}

const RESAMPLES = 1000;
const SEED = 7;

/**
 * @param values one per person; null: nothing to measure
 * @param together so many neighbours are drawn as one, because they are of one occupation and so not independent
 * @example estimate([0.4, 0.6, null, 0.5], 2).mean // 0.5
 */
export function estimate(values: readonly (number | null)[], together: number): Estimate {
  const clusters: { sum: number; count: number }[] = [];
  for (let start = 0; start < values.length; start += together) {
    const known = values.slice(start, start + together).filter((value) => value !== null);
    clusters.push({ sum: known.reduce((sum, value) => sum + value, 0), count: known.length });
  }
  const random = randomFrom(SEED);
  const means = Array.from({ length: RESAMPLES }, () => {
    let [sum, count] = [0, 0];
    for (let draw = 0; draw < clusters.length; draw++) {
      const drawn = clusters[Math.floor(random() * clusters.length)]!;
      sum += drawn.sum;
      count += drawn.count;
    }
    return sum / count;
  });
  return { mean: mean(values), low: percentile(means, 0.025), high: percentile(means, 0.975) };
}

/** Of the paired differences, person by person: a common ground of easy and difficult people falls out. */
export function difference(
  values: readonly (number | null)[],
  others: readonly (number | null)[],
  together: number,
): Estimate {
  return estimate(
    values.map((value, i) => (value === null || others[i] === null ? null : value - others[i]!)),
    together,
  );
}
