// Aptitude: the level at which somebody can think and work, against the level of the work, whatever the papers say.
import { clamp, type FactorFunction } from './factor.ts';

/** Value lost per NLQF level below the asked one: gentle, because a level told is no test. Our estimate. */
const LOST_PER_LEVEL = 0.15;

export const aptitudeFactor: FactorFunction = ({ person, vacancy }) => {
  if (person.aptitude === null || vacancy.education === null) return null;
  const neededLevel = vacancy.education.min;
  const missingLevels = Math.max(0, neededLevel - person.aptitude);
  return {
    value: clamp(1 - LOST_PER_LEVEL * missingLevels),
    evidence: { level: person.aptitude, neededLevel, missingLevels },
  };
};
