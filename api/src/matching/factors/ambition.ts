// Ambition: the wishes of a person against the work; what somebody is not sure of is neither for nor against.
import { bestOf } from './best-of.ts';
import { clamp, type FactorFunction } from './factor.ts';
import { occupationLikeness } from './occupation-likeness.ts';

/** What the unsure part of a wish is worth. */
const UNSURE = 0.5;

/** value = certainty × likeness + (1 − certainty) × UNSURE, of the best wish. No wish is a valid answer: unknown. */
export const ambitionFactor: FactorFunction = ({ person, vacancy }, knowledge) => {
  const { occupation } = vacancy;
  if (occupation === null || person.wishes.length === 0) return null;
  return bestOf(
    person.wishes.map(({ occupation: wish, certainty }) => {
      const likeness = occupationLikeness(wish, occupation, knowledge);
      return {
        value: clamp(certainty * likeness + (1 - certainty) * UNSURE),
        evidence: { wish, certainty, likeness },
      };
    }),
  );
};
