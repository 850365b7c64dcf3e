// Choices that look random and are always the same, so that a second run measures the same things.
import { createHash } from 'node:crypto';

/** @returns at most `most` elements, evenly spread over the list, in its order */
export function everyNth<T>(all: T[], most: number): T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)]!);
}

/** @returns a whole number from 0 to below `count`, by the key alone */
export function numberBy(key: string, count: number): number {
  return createHash('sha256').update(key).digest().readUInt32BE() % count;
}
