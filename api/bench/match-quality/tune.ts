// Looks for better weights on one half of the people, one factor at a time; the other half then says whether they are.
import { FACTORS, type Factor } from '../../src/matching/factors/factor.ts';
import { weightsOf } from '../../src/matching/weights.ts';

/** What a weight is tried to be multiplied with. */
const TRIED = [0, 0.5, 0.75, 1.33, 2];
/** A weight that is almost gone gets this back. */
const SMALL = 0.02;
const ROUNDS = 3;
/** Less is luck. */
const LEAST_GAIN = 0.0005;

type Weights = Record<Factor, number>;

/**
 * Coordinate ascent from our weights.
 *
 * @param quality of weights, higher is better
 * @param onTried is called once per trial; there are at most `TRIALS`
 */
export function tune(quality: (weights: Weights) => number, onTried: () => void = () => {}): Weights {
  let found = weightsOf();
  let highest = quality(found);
  for (let round = 0; round < ROUNDS; round++) {
    const before = highest;
    for (const factor of FACTORS) {
      for (const times of TRIED) {
        const weights = weightsOf({ ...found, [factor]: times * Math.max(found[factor], SMALL) });
        const reached = quality(weights);
        if (reached > highest + LEAST_GAIN) [found, highest] = [weights, reached];
        onTried();
      }
    }
    if (highest === before) break;
  }
  return found;
}

export const TRIALS = ROUNDS * FACTORS.length * TRIED.length;
