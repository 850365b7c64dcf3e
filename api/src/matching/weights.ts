// What each factor weighs. Data: change it here, with the reason.
import { FACTORS, type Factor } from './factors/factor.ts';

/**
 * Shares of the score; they add up to 1. Facts about the work come before facts about the way there, and both before what
 * people say of themselves on purpose; our estimate, to be held against the judged set of `npm run bench:match-quality`.
 */
export const DEFAULT_WEIGHTS: Record<Factor, { weight: number; why: string }> = {
  hardSkills: { weight: 0.3, why: 'What a person can do is the promise, and what most engines weigh most' },
  experience: {
    weight: 0.15,
    why: 'Work done tells more than papers, and what people forget to list as skills',
  },
  ambition: { weight: 0.12, why: 'Motivation keeps people at work where qualifications alone do not' },
  location: { weight: 0.12, why: 'Most first jobs are reached without a car' },
  education: { weight: 0.07, why: 'Papers are often missing or not yet compared, so a little' },
  language: { weight: 0.07, why: 'Work often starts below the asked level; lessons go on beside it' },
  schedule: { weight: 0.06, why: 'Lessons and care are fixed, but hours can be talked about' },
  softSkills: { weight: 0.05, why: 'Useful everywhere, so they tell two jobs apart the least' },
  interests: { weight: 0.03, why: 'Only told on purpose; evidence that suggests, not decides' },
  aptitude: { weight: 0.03, why: 'Only told on purpose; evidence that suggests, not decides' },
};

/**
 * @param given in any unit; a factor that is left out weighs nothing; left out or empty as a whole: our weights
 * @returns weights that add up to 1
 * @throws RangeError when none is above 0, or one is below 0 or no number
 * @example weightsOf({ hardSkills: 3, location: 1 }).location // 0.25
 */
export function weightsOf(given: Partial<Record<Factor, number>> = {}): Record<Factor, number> {
  const ours = Object.keys(given).length === 0;
  const weights = FACTORS.map((factor) => (ours ? DEFAULT_WEIGHTS[factor].weight : (given[factor] ?? 0)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0 && Number.isFinite(sum)) || weights.some((weight) => weight < 0)) {
    throw new RangeError('Give at least one factor a weight above 0, and none below 0');
  }
  return Object.fromEntries(FACTORS.map((factor, i) => [factor, weights[i]! / sum])) as Record<
    Factor,
    number
  >;
}

/** One factor of a score. */
export interface Part {
  factor: Factor;
  /** 0..1; null: unknown or opted out */
  value: number | null;
  weight: number;
  contribution: number;
}

/**
 * Spreads the weights over what is known, and fills in what each part weighs and adds.
 *
 * @param weights as of `weightsOf`
 * @returns the sum, 0..1; 0 when nothing with a weight is known
 * @example addUp([{ factor: 'location', value: 0.5, weight: 0, contribution: 0 }], weightsOf()) // 0.5
 */
export function addUp(parts: Part[], weights: Readonly<Record<Factor, number>>): number {
  let known = 0;
  for (const { factor, value } of parts) if (value !== null) known += weights[factor];
  let sum = 0;
  for (const part of parts) {
    if (part.value === null) continue;
    part.weight = known === 0 ? 0 : weights[part.factor] / known;
    part.contribution = part.weight * part.value;
    sum += part.contribution;
  }
  // The last bit of a sum of full contributions may rise above 1.
  return Math.min(1, sum);
}
