// The bundled embedder: a text is the sum of its character n-grams, each a fixed random direction, rare ones heavier.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../taxonomy/fold.ts';
import type { Embedder } from './embedder.ts';
import { normalize } from './vector.ts';

const DIMENSIONS = 256;
const SHORTEST = 3;
const LONGEST = 5;
/** Coordinates that one n-gram touches: a sparse random projection keeps angles with as few as these. */
const DIRECTIONS = 4;
/** Inverse document frequencies are kept per bucket, not per n-gram: 16 KiB whatever the vocabulary. */
export const IDF_BUCKETS = 16_384;
/** One step of the stored bytes, in natural logarithms. */
const IDF_STEP = 1 / 16;

export const IDF_FILE = join(import.meta.dirname, '../../data/model/idf.bin');

/**
 * @param idf one byte per bucket, as `trainIdf` makes it
 * @example const [baker] = await bundledEmbedder().embed(['пекар']); // Float32Array(256)
 */
export function hashedEmbedder(idf: Uint8Array): Embedder {
  if (idf.length !== IDF_BUCKETS)
    throw new RangeError(`idf must have ${IDF_BUCKETS} bytes, not ${idf.length}`);
  return {
    // The weights are part of what it is: vectors made with others must be made anew.
    id: `hashed-ngrams-1-${createHash('sha256').update(idf).digest('hex').slice(0, 12)}`,
    dimensions: DIMENSIONS,
    embed: async (texts) => texts.map((text) => embedOne(text, idf)),
  };
}

export function bundledEmbedder(): Embedder {
  return hashedEmbedder(readFileSync(IDF_FILE));
}

/** Inverse document frequency ln(N / df) of every bucket over the given texts, in bytes of 1/16. */
export function trainIdf(texts: string[]): Uint8Array {
  const frequency = new Uint32Array(IDF_BUCKETS);
  for (const text of texts) {
    for (const bucket of new Set(nGrams(fold(text)).map((gram) => hash(gram) % IDF_BUCKETS)))
      frequency[bucket]!++;
  }
  return Uint8Array.from(frequency, (count) =>
    Math.min(255, Math.round(Math.log((texts.length + 1) / (count + 1)) / IDF_STEP)),
  );
}

function embedOne(text: string, idf: Uint8Array): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (const gram of nGrams(fold(text))) {
    let state = hash(gram);
    const weight = idf[state % IDF_BUCKETS]!;
    for (let direction = 0; direction < DIRECTIONS; direction++) {
      state = scramble(state);
      vector[(state >>> 1) % DIMENSIONS]! += state & 1 ? weight : -weight;
    }
  }
  return normalize(vector);
}

/** Character n-grams of every word with its boundaries marked, and the whole words. */
function nGrams(folded: string): string[] {
  const grams: string[] = [];
  if (folded === '') return grams;
  for (const word of folded.split(' ')) {
    const marked = `<${word}>`;
    grams.push(marked);
    for (let size = SHORTEST; size <= LONGEST; size++) {
      for (let start = 0; start + size < marked.length + 1 && size < marked.length; start++) {
        grams.push(marked.slice(start, start + size));
      }
    }
  }
  return grams;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return scramble(state);
}

/** The finalizer of MurmurHash3: spreads every input bit over all output bits. */
function scramble(state: number): number {
  let h = state;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
