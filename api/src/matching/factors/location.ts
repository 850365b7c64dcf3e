// Nearness: 1 next door, a half at the person's limit, and on down beyond it.
import { clamp, type FactorResult, type Pair } from './factor.ts';

/** Value lost on the way to the person's own limit. The limit is the person's word, so half the value is left there. */
export const LOST_AT_LIMIT = 0.5;

export function locationFactor({ distanceKm, person }: Pair): FactorResult {
  if (distanceKm === null) return null;
  const { maxDistanceKm } = person;
  return {
    value: clamp(1 - (LOST_AT_LIMIT * distanceKm) / maxDistanceKm),
    evidence: { distanceKm, maxDistanceKm },
  };
}
