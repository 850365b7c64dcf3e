// How well names of skills fit a sentence: as a whole, and by the words in it that fit best.
import type { Embedder } from '../embedding/embedder.ts';
import type { VectorMatrix } from '../taxonomy/matrix.ts';
import { type Window, type Word, windowsOf } from './text-units.ts';

/** Words that a name of a skill usually takes. */
const WINDOW_SIZES = [1, 2, 3, 4, 6];
/** Beyond it the whole says little. */
const MOST_WORDS = 60;

export interface Likeness {
  /** Per row: cosine with the whole sentence. */
  whole: Float32Array;
  /** Per row: the greatest cosine with any window. */
  part: Float32Array;
  /** Per row: that window, as an index in `windows`. */
  window: Int32Array;
  windows: Window[];
}

/**
 * @param rows of `names`; all unless told
 * @example (await likeness(words, names, embedder)).part[row] // 0..1
 */
export async function likeness(
  words: readonly Word[],
  names: VectorMatrix,
  embedder: Embedder,
  rows?: readonly number[],
): Promise<Likeness> {
  const windows = windowsOf(words, WINDOW_SIZES);
  const sentence = words
    .slice(0, MOST_WORDS)
    .map(({ text }) => text)
    .join(' ');
  const [whole, ...vectors] = await embedder.embed([sentence, ...windows.map(({ text }) => text)]);
  const part = new Float32Array(rows?.length ?? names.size).fill(-1);
  const window = new Int32Array(part.length);
  vectors.forEach((vector, w) => {
    const cosines = names.products(vector, rows);
    for (let i = 0; i < part.length; i++) {
      if (cosines[i]! > part[i]!) {
        part[i] = cosines[i]!;
        window[i] = w;
      }
    }
  });
  return { whole: names.products(whole!, rows), part, window, windows };
}
