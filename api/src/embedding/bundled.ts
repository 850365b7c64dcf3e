// The bundled embedder: a text is the sum of its n-grams' vectors, which `pnpm model train` learned.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder } from './embedder.ts';
import { featuresOf } from './features.ts';
import { normalize } from './vector.ts';
import { decodeWeights, fingerprint, type Table } from './weights.ts';

export const WEIGHTS_FILE = join(import.meta.dirname, '../../data/model/embedder.bin');

let bundled: Embedder | undefined;

/**
 * The weights that ship with the project. Loads in some 50 ms, once a process.
 *
 * @example const [baker] = await bundledEmbedder().embed(['пекар']); // Float32Array(256) of length 1
 */
export function bundledEmbedder(): Embedder {
  bundled ??= ngramEmbedder(readFileSync(WEIGHTS_FILE));
  return bundled;
}

/** @param bytes as `encodeWeights` makes them @throws RangeError when they are not */
export function ngramEmbedder(bytes: Uint8Array): Embedder {
  const table = decodeWeights(bytes);
  return {
    // The weights are part of what it is: vectors made with others must be made anew.
    id: `bundled-${fingerprint(bytes)}`,
    dimensions: table.dimensions,
    embed: async (texts) => texts.map((text) => embedOne(text, table)),
  };
}

function embedOne(text: string, { rows, dimensions, numbers, scales }: Table): Float32Array {
  const vector = new Float32Array(dimensions);
  const features = featuresOf(text, rows);
  for (let f = 0; f < features.rows.length; f++) {
    const row = features.rows[f]!;
    const weight = features.weights[f]! * scales[row]!;
    const from = row * dimensions;
    for (let i = 0; i < dimensions; i++) vector[i]! += weight * numbers[from + i]!;
  }
  return normalize(vector);
}
