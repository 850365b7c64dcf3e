// Whether the weekly hours of both sides overlap.
import { clamp, type FactorResult, type Pair } from './factor.ts';

/** Hours apart at which nothing is left. */
const TOO_FAR_APART = 16;

export function hoursFactor({ person, vacancy }: Pair): FactorResult {
  const wanted = range(person.hoursMin, person.hoursMax);
  const offered = range(vacancy.hoursMin, vacancy.hoursMax);
  if (!wanted || !offered) return null;
  const apart = Math.max(0, wanted.min - offered.max, offered.min - wanted.max);
  return {
    value: clamp(1 - apart / TOO_FAR_APART),
    evidence: {
      hoursMin: wanted.min,
      hoursMax: wanted.max,
      offeredHoursMin: offered.min,
      offeredHoursMax: offered.max,
      enough: apart === 0,
    },
  };
}

/** A range of which one end is known is open at the other. */
function range(min: number | null, max: number | null): { min: number; max: number } | undefined {
  return min === null && max === null ? undefined : { min: min ?? 1, max: max ?? 60 };
}
