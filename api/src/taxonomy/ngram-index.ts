// Likeness of spelling: character n-grams of words, rare ones heavier (TF-IDF), compared by cosine.

const SHORTEST = 3;
const LONGEST = 5;
/** Buckets that n-grams are counted in; two n-grams share one by chance. */
const BUCKETS = 1 << 19;

/**
 * An inverted index over texts. 250,000 labels take some 70 MB and 2 s.
 *
 * @example new NgramIndex(['bakker', 'kapper']).scores('banketbakker') // Float32Array [0.6…, 0.1…]
 */
export class NgramIndex {
  readonly size: number;
  /** Where the texts of a bucket begin in `#postings`; one more at the end. */
  readonly #starts: Int32Array;
  readonly #postings: Int32Array;
  readonly #idf: Float32Array;
  /** Length of each text's vector. */
  readonly #norms: Float32Array;

  /** @param folded texts as `fold` writes them */
  constructor(folded: readonly string[]) {
    this.size = folded.length;
    const starts = new Int32Array(BUCKETS + 1);
    for (const text of folded) for (const bucket of bucketsOf(text)) starts[bucket + 1]!++;
    this.#idf = new Float32Array(BUCKETS);
    for (let b = 0; b < BUCKETS; b++) {
      // As common libraries smooth it: ln((1 + N) / (1 + df)) + 1.
      this.#idf[b] = Math.log((1 + this.size) / (1 + starts[b + 1]!)) + 1;
      starts[b + 1]! += starts[b]!;
    }
    this.#starts = starts;
    const next = starts.slice();
    this.#postings = new Int32Array(starts[BUCKETS]!);
    this.#norms = new Float32Array(this.size);
    folded.forEach((text, i) => {
      let square = 0;
      for (const bucket of bucketsOf(text)) {
        this.#postings[next[bucket]!++] = i;
        square += this.#idf[bucket]! ** 2;
      }
      this.#norms[i] = Math.sqrt(square) || 1;
    });
  }

  /** @returns the cosine of a folded query with every text, 0..1 */
  scores(query: string, out = new Float32Array(this.size)): Float32Array {
    out.fill(0);
    let square = 0;
    for (const bucket of bucketsOf(query)) {
      const weight = this.#idf[bucket]! ** 2;
      square += weight;
      for (let p = this.#starts[bucket]!; p < this.#starts[bucket + 1]!; p++) out[this.#postings[p]!]! += weight;
    }
    const norm = Math.sqrt(square) || 1;
    for (let i = 0; i < out.length; i++) if (out[i]! > 0) out[i]! /= norm * this.#norms[i]!;
    return out;
  }
}

/** The n-grams of every word with its boundaries marked; each bucket once. */
function bucketsOf(folded: string): Set<number> {
  const buckets = new Set<number>();
  for (const word of folded.split(' ')) {
    const marked = `<${word}>`;
    for (let start = 0; start + SHORTEST <= marked.length; start++) {
      let h = 0x811c9dc5;
      for (let size = 1; size <= LONGEST && start + size <= marked.length; size++) {
        h = Math.imul(h ^ marked.charCodeAt(start + size - 1), 0x01000193);
        if (size >= SHORTEST) buckets.add(((h ^ (h >>> 15)) >>> 0) % BUCKETS);
      }
    }
  }
  return buckets;
}

/** The few best of many scores, best first; equal ones in the order of the list. */
export function best(scores: Float32Array, most: number, floor = 0): number[] {
  const kept: number[] = [];
  let least = floor;
  for (let i = 0; i < scores.length; i++) {
    if (scores[i]! <= least) continue;
    let at = kept.length;
    while (at > 0 && scores[kept[at - 1]!]! < scores[i]!) at--;
    kept.splice(at, 0, i);
    if (kept.length > most) kept.pop();
    if (kept.length === most) least = scores[kept[most - 1]!]!;
  }
  return kept;
}

