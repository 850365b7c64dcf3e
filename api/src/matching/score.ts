// Adds the factors up. The contributions are the score: nothing is smoothed, rounded or left out.
import { ambitionFactor } from './factors/ambition.ts';
import { aptitudeFactor } from './factors/aptitude.ts';
import { educationFactor } from './factors/education.ts';
import { experienceFactor } from './factors/experience.ts';
import { FACTORS, type Factor, type FactorFunction, type Knowledge, type Pair } from './factors/factor.ts';
import { hardSkillsFactor } from './factors/hard-skills.ts';
import { interestsFactor } from './factors/interests.ts';
import { languageFactor } from './factors/language.ts';
import { locationFactor } from './factors/location.ts';
import { scheduleFactor } from './factors/schedule.ts';
import { softSkillsFactor } from './factors/soft-skills.ts';
import type { Contribution } from './schema.ts';
import { addUp, weightsOf } from './weights.ts';

const VALUE_OF: Record<Factor, FactorFunction> = {
  hardSkills: hardSkillsFactor,
  softSkills: softSkillsFactor,
  experience: experienceFactor,
  education: educationFactor,
  ambition: ambitionFactor,
  interests: interestsFactor,
  aptitude: aptitudeFactor,
  location: locationFactor,
  schedule: scheduleFactor,
  language: languageFactor,
};

const OUR_WEIGHTS = weightsOf();
/** Share of a value from which it says that it rests on predictions. */
const MOSTLY = 0.5;

export interface Scored {
  /** 0..1 */
  score: number;
  /** One per factor, in their order. */
  contributions: Contribution[];
}

/**
 * The weight of a factor that is unknown or opted out goes to the others, in proportion to theirs. When nothing with a
 * weight is known there is nowhere to go: all weights and the score are 0.
 *
 * @param weights as of `weightsOf`
 * @returns the score and its contributions, which add up to it; their weights add up to 1
 * @example score(pair, knowledge) // { score: 0.61, contributions: [{ factor: 'hardSkills', value: 0.8, weight: 0.35, contribution: 0.28, … }, …] }
 */
export function score(
  pair: Pair,
  knowledge: Knowledge,
  weights: Readonly<Record<Factor, number>> = OUR_WEIGHTS,
): Scored {
  const { optOut } = pair.person;
  const contributions = FACTORS.map((factor): Contribution => {
    const isOut = optOut.includes(factor);
    const result = isOut ? null : VALUE_OF[factor](pair, knowledge);
    if (!result) {
      const basis = isOut ? 'opted-out' : 'unknown';
      return { factor, basis, value: null, weight: 0, contribution: 0, evidence: {} };
    }
    const { value, predicted = 0, evidence } = result;
    const basis = predicted > MOSTLY ? 'predicted' : 'known';
    return { factor, basis, value, weight: weights[factor], contribution: 0, evidence };
  });
  return { score: addUp(contributions, weights), contributions };
}

/**
 * The score when the skills of the person change and all else stays, as `score` would give it.
 *
 * @param scored what `score` gave for the pair before
 * @example scoreWithSkills({ ...pair, person: { ...pair.person, skills } }, score(pair, knowledge), knowledge) // 0.74
 */
export function scoreWithSkills(
  pair: Pair,
  { contributions }: Scored,
  knowledge: Knowledge,
  weights: Readonly<Record<Factor, number>> = OUR_WEIGHTS,
): number {
  const changed = contributions.map((contribution) => {
    const { factor, basis } = contribution;
    const counts = (factor === 'hardSkills' || factor === 'softSkills') && basis !== 'opted-out';
    return { ...contribution, ...(counts && { value: VALUE_OF[factor](pair, knowledge)?.value ?? null }) };
  });
  return addUp(changed, weights);
}
