// What the bundled embedder sees of a text: its words and their character n-grams, as rows of a table of weights.
import { fold } from '../taxonomy/fold.ts';

const SHORTEST = 3;
const LONGEST = 5;
/** `<` and `>` mark where a word begins and ends. */
const BEGIN = 60;
const END = 62;

/** The rows of a text, and how much each counts. */
export interface Features {
  rows: Uint32Array;
  /** The n-grams of one word count together as the root of their number, so that long words do not drown short ones. */
  weights: Float32Array;
}

/**
 * @param rows number of rows of the table; n-grams share rows by chance
 * @example featuresOf('пекар', 61_440).rows.length // 13: <pekar> and the n-grams of 3 to 5 letters in it
 */
export function featuresOf(text: string, rows: number): Features {
  const found: number[] = [];
  const weights: number[] = [];
  for (const word of fold(text).split(' ')) {
    if (word === '') continue;
    const first = found.length;
    const codes = [BEGIN, ...Array.from(word, (letter) => letter.charCodeAt(0)), END];
    found.push(hash(codes, 0, codes.length) % rows);
    for (let start = 0; start + SHORTEST <= codes.length; start++) {
      const longest = Math.min(LONGEST, codes.length - start);
      for (let size = SHORTEST; size <= longest; size++) {
        if (size < codes.length) found.push(hash(codes, start, size) % rows);
      }
    }
    const weight = 1 / Math.sqrt(found.length - first);
    for (let i = first; i < found.length; i++) weights.push(weight);
  }
  return { rows: Uint32Array.from(found), weights: Float32Array.from(weights) };
}

/** FNV-1a with the finalizer of MurmurHash3, 32 bits. */
function hash(codes: number[], start: number, size: number): number {
  let h = 0x811c9dc5;
  for (let i = start; i < start + size; i++) h = Math.imul(h ^ codes[i]!, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
