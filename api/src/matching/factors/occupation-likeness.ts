// How much one occupation is like another, for experience and wishes.
import { clamp, type Knowledge } from './factor.ts';

/**
 * Cosine of two occupations that have nothing to do with each other: about the third quartile of all pairs of the
 * starter taxonomy from different ISCO-08 major groups (0.35; median 0.24, of one unit group 0.76).
 */
const UNRELATED = 0.3;

/**
 * Likeness at least, by how many leading digits of their ISCO-08 codes are the same: none, major, sub-major, minor, unit
 * group. ISCO puts together what has similar tasks and skills (ILO, ISCO-08 volume 1); the figures are our estimate,
 * a little below what the cosines of such pairs give, and count where a vector misses what the classification knows.
 */
const SAME_DIGITS = [0, 0, 0.2, 0.4, 0.6] as const;

/** From this likeness on work is named as alike: one minor group of ISCO-08. Our estimate. */
export const NAMED_ALIKE = 0.4;

/** @returns 0..1; 1 for the very same occupation */
export function occupationLikeness(a: number, b: number, knowledge: Knowledge): number {
  if (a === b) return 1;
  const byVector = clamp((knowledge.similarity(a, b) - UNRELATED) / (1 - UNRELATED));
  return Math.max(byVector, SAME_DIGITS[sameDigits(knowledge.iscoCode(a), knowledge.iscoCode(b))]!);
}

function sameDigits(a: string | null, b: string | null): number {
  let same = 0;
  if (a && b) while (same < 4 && same < a.length && a[same] === b[same]) same++;
  return same;
}
