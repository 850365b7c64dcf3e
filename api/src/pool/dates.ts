// Every date of the pool counts from one fixed day, so that the pool is the same whenever it is made.
import type { Chance } from './chance.ts';

const REFERENCE_DAY = Date.UTC(2026, 5, 1);
export const REFERENCE_YEAR = 2026;
const MILLISECONDS_OF_90_DAYS = 90 * 24 * 60 * 60 * 1000;

/** A day within so many years after the reference day. */
export function dayAhead(years: number, chance: Chance): string {
  return new Date(REFERENCE_DAY + chance.int(1, years * 365) * 86_400_000).toISOString().slice(0, 10);
}

/** A moment in the ninety days before the reference day. */
export function createdAt(chance: Chance): string {
  return new Date(REFERENCE_DAY - chance.int(1, MILLISECONDS_OF_90_DAYS)).toISOString();
}
