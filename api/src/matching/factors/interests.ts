// Interests: the kinds of work (Holland's RIASEC) of the occupation against how much each appeals to the person.
import { clamp, type FactorFunction, type Riasec } from './factor.ts';

/**
 * An occupation's code names its kinds of work from the strongest on (as O*NET's high points do), and each next letter
 * says less about it. Weights of the first, second and third; the steps are our estimate.
 */
const LETTER_WEIGHTS = [3, 2, 1] as const;

/** value = weighted mean over the letters that the person told; null when that is none of them. */
export const interestsFactor: FactorFunction = ({ person, vacancy }, knowledge) => {
  const code = vacancy.occupation === null ? null : knowledge.riasec(vacancy.occupation);
  if (!code || !person.interests) return null;
  let weights = 0;
  let sum = 0;
  let told = '';
  LETTER_WEIGHTS.forEach((weight, i) => {
    const letter = code[i] as Riasec | undefined;
    const appeal = letter && person.interests![letter];
    if (appeal === undefined) return;
    weights += weight;
    sum += weight * appeal;
    told += letter;
  });
  return weights === 0 ? null : { value: clamp(sum / weights), evidence: { riasec: code, told } };
};
