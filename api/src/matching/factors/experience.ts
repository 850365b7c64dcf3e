// Experience: the most alike work that the person did, for how long and how long ago; paid or not counts the same.
import { bestOf } from './best-of.ts';
import { clamp, type FactorFunction } from './factor.ts';
import { occupationLikeness } from './occupation-likeness.ts';

/** Years after which 63 % of the value is there: most is learned in the first years of a job. Our estimate. */
const LEARNING_YEARS = 2;
/** Years when the person told none: enough to name it as their work, no more. Our estimate. */
const ASSUMED_YEARS = 2;
/** Less than a year, told as 0, is some experience all the same. */
const SHORTEST_YEARS = 0.5;
/** Years away from work after which half is left. Long, because flight and procedures take years. Our estimate. */
const HALF_LIFE_YEARS = 15;

/** value = likeness × (1 − e^(−years / LEARNING_YEARS)) × 0.5^(years since / HALF_LIFE_YEARS), of the best one */
export const experienceFactor: FactorFunction = ({ person, vacancy, year }, knowledge) => {
  const { occupation } = vacancy;
  if (occupation === null || person.experience.length === 0) return null;
  return bestOf(
    person.experience.map(({ occupation: did, years, lastYear, unpaid }) => {
      const likeness = occupationLikeness(did, occupation, knowledge);
      const learned = 1 - Math.exp(-Math.max(SHORTEST_YEARS, years ?? ASSUMED_YEARS) / LEARNING_YEARS);
      const yearsSince = lastYear === null ? 0 : Math.max(0, year - lastYear);
      return {
        value: clamp(likeness * learned * 0.5 ** (yearsSince / HALF_LIFE_YEARS)),
        evidence: {
          occupation: did,
          likeness,
          years,
          assumedYears: years === null ? ASSUMED_YEARS : null,
          lastYear,
          unpaid,
        },
      };
    }),
  );
};
