// Adds the factors up. The contributions are the score: nothing is smoothed, rounded or left out.
import { educationFactor } from './factors/education.ts';
import { FACTORS, type Factor, type FactorResult, type Pair } from './factors/factor.ts';
import { hoursFactor } from './factors/hours.ts';
import { languageFactor } from './factors/language.ts';
import { locationFactor } from './factors/location.ts';
import { similarityFactor } from './factors/similarity.ts';
import { skillsFactor } from './factors/skills.ts';
import type { Contribution } from './schema.ts';
import { WEIGHTS } from './weights.ts';

const VALUE_OF: Record<Factor, (pair: Pair) => FactorResult> = {
  skills: skillsFactor,
  similarity: similarityFactor,
  location: locationFactor,
  language: languageFactor,
  education: educationFactor,
  hours: hoursFactor,
};

/**
 * @returns the score, 0..1, and its contributions, which add up to it
 * @example score(pair) // { score: 0.61, contributions: [{ factor: 'skills', value: 0.8, weight: 0.35, contribution: 0.28, … }, …] }
 */
export function score(pair: Pair): { score: number; contributions: Contribution[] } {
  const contributions = FACTORS.map((factor): Contribution => {
    const { weight, neutral } = WEIGHTS[factor];
    const result = VALUE_OF[factor](pair);
    const value = result?.value ?? neutral;
    return {
      factor,
      basis: result ? 'known' : 'unknown',
      value,
      weight,
      contribution: weight * value,
      evidence: result?.evidence ?? {},
    };
  });
  return { score: contributions.reduce((sum, { contribution }) => sum + contribution, 0), contributions };
}
