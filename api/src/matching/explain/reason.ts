// What every topic of an explanation gets and gives.
import type { Concept } from '../../taxonomy/schema.ts';
import type { Condition } from '../conditions.ts';
import type { Evidence, Factor, Knowledge, Pair } from '../factors/factor.ts';
import type { SkillMatch } from '../factors/skill-matching.ts';
import type { Contribution } from '../schema.ts';
import type { Audience } from './messages.ts';

export interface Reason {
  side: 'strength' | 'gap';
  key: string;
  params: Evidence;
  /** The most important first: what it adds to the score or takes from it, 0..1, more for a condition. */
  weight: number;
}

export interface Context {
  pair: Pair;
  contributions: ReadonlyMap<Factor, Contribution>;
  unmet: ReadonlySet<Condition>;
  skillMatches: readonly SkillMatch[];
  knowledge: Knowledge;
  /** A concept with its label in the reader's language. */
  nameOf: (concept: number) => Concept;
  audience: Audience;
}

export type Topic = (context: Context) => Reason[];

/** What is unknown comes after all that is missing. */
export const UNKNOWN = 0;
/** A condition comes before all that only costs points. */
export const CONDITION = 2;
/** From this value on a factor is a strength. */
export const STRONG = 0.7;

export const strength = (weight: number, key: string, params: Evidence = {}): Reason => ({
  side: 'strength',
  key,
  params,
  weight,
});
export const gap = (weight: number, key: string, params: Evidence = {}): Reason => ({
  side: 'gap',
  key,
  params,
  weight,
});

/** The value of a factor that counts; null when it is unknown or the person does not want it to count. */
export function factorValue({ contributions }: Context, factor: Factor): number | null {
  return contributions.get(factor)?.value ?? null;
}

export function isOptedOut({ pair }: Context, factor: Factor): boolean {
  return pair.person.optOut.includes(factor);
}

/** What a factor takes from the score. */
export function lostBy({ contributions }: Context, factor: Factor): number {
  const found = contributions.get(factor);
  return found?.value == null ? 0 : found.weight * (1 - found.value);
}

/** What a factor adds to the score. */
export function addedBy({ contributions }: Context, factor: Factor): number {
  return contributions.get(factor)?.contribution ?? 0;
}

export const label = ({ nameOf }: Context, concept: number) => nameOf(concept).label;
