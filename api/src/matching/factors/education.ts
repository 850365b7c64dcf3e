// Education against the lowest level asked; more than asked is no fault.
import { clamp, type FactorResult, type Pair } from './factor.ts';

/** Value lost per NLQF level below the asked one. */
const LOST_PER_LEVEL = 0.3;

export function educationFactor({ person, vacancy }: Pair): FactorResult {
  if (person.education === null || vacancy.education === null) return null;
  const missing = Math.max(0, vacancy.education - person.education);
  return {
    value: clamp(1 - LOST_PER_LEVEL * missing),
    evidence: { level: person.education, neededLevel: vacancy.education, enough: missing === 0 },
  };
}
