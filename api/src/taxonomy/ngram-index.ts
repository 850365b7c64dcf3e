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
  /** Kept between queries, because clearing a new one costs more than most queries; all zeros when not in use. */
  readonly #sums: Float32Array;
  /** The texts that a query shares an n-gram with, in the order in which they were met. */
  readonly #touched: Int32Array;

  /** @param folded texts as `fold` writes them */
  constructor(folded: readonly string[]) {
    this.size = folded.length;
    const starts = new Int32Array(BUCKETS + 1);
    // What a text has is worked out once, and read again below.
    const ends = new Int32Array(this.size);
    let found = new Int32Array(1 << 16);
    let count = 0;
    folded.forEach((text, i) => {
      const buckets = bucketsOf(text);
      if (count + buckets.length > found.length) found = grown(found, count + buckets.length);
      for (const bucket of buckets) {
        found[count++] = bucket;
        starts[bucket + 1]!++;
      }
      ends[i] = count;
    });
    this.#idf = new Float32Array(BUCKETS);
    for (let b = 0; b < BUCKETS; b++) {
      // As common libraries smooth it: ln((1 + N) / (1 + df)) + 1.
      this.#idf[b] = Math.log((1 + this.size) / (1 + starts[b + 1]!)) + 1;
      starts[b + 1]! += starts[b]!;
    }
    this.#starts = starts;
    const next = starts.slice();
    this.#postings = new Int32Array(count);
    this.#norms = new Float32Array(this.size);
    for (let i = 0, at = 0; i < this.size; i++) {
      let square = 0;
      for (; at < ends[i]!; at++) {
        const bucket = found[at]!;
        this.#postings[next[bucket]!++] = i;
        square += this.#idf[bucket]! ** 2;
      }
      this.#norms[i] = Math.sqrt(square) || 1;
    }
    this.#sums = new Float32Array(this.size);
    this.#touched = new Int32Array(this.size);
  }

  /** @returns the cosine of a folded query with every text, 0..1 */
  scores(query: string, out = new Float32Array(this.size)): Float32Array {
    out.fill(0);
    const { touched, norm } = this.#add(query, out);
    for (const i of touched) out[i]! /= norm * this.#norms[i]!;
    return out;
  }

  /**
   * The same as `best(scores(query), most)`, without looking at the texts that share nothing with the query.
   *
   * @returns texts by their place in the list, best first; equal ones in the order of the list
   */
  nearest(query: string, most: number): number[] {
    const scores = this.#sums;
    const { touched, norm } = this.#add(query, scores);
    const kept: number[] = [];
    const isBehind = (a: number, b: number) =>
      scores[a]! < scores[b]! || (scores[a]! === scores[b]! && a > b);
    for (const i of touched) {
      scores[i]! /= norm * this.#norms[i]!;
      if (kept.length === most && !isBehind(kept[most - 1]!, i)) continue;
      let at = kept.length;
      while (at > 0 && isBehind(kept[at - 1]!, i)) at--;
      kept.splice(at, 0, i);
      if (kept.length > most) kept.pop();
    }
    for (const i of touched) scores[i] = 0;
    return kept;
  }

  /** Adds up in `sums`, all zeros before, what texts share with the query. */
  #add(query: string, sums: Float32Array): { touched: Int32Array; norm: number } {
    const [starts, postings] = [this.#starts, this.#postings];
    let count = 0;
    let square = 0;
    for (const bucket of bucketsOf(query)) {
      const weight = this.#idf[bucket]! ** 2;
      square += weight;
      for (let p = starts[bucket]!; p < starts[bucket + 1]!; p++) {
        const i = postings[p]!;
        if (sums[i] === 0) this.#touched[count++] = i;
        sums[i]! += weight;
      }
    }
    return { touched: this.#touched.subarray(0, count), norm: Math.sqrt(square) || 1 };
  }
}

/** Which text a bucket was seen in last: tells repeated n-grams without a set for each of many texts. */
const seenIn = new Float64Array(BUCKETS);
let texts = 0;

/** The n-grams of every word with its boundaries marked; each bucket once. */
function bucketsOf(folded: string): number[] {
  const buckets: number[] = [];
  texts++;
  for (const word of folded.split(' ')) {
    const marked = `<${word}>`;
    for (let start = 0; start + SHORTEST <= marked.length; start++) {
      let h = 0x811c9dc5;
      for (let size = 1; size <= LONGEST && start + size <= marked.length; size++) {
        h = Math.imul(h ^ marked.charCodeAt(start + size - 1), 0x01000193);
        const bucket = ((h ^ (h >>> 15)) >>> 0) % BUCKETS;
        if (size < SHORTEST || seenIn[bucket] === texts) continue;
        seenIn[bucket] = texts;
        buckets.push(bucket);
      }
    }
  }
  return buckets;
}

function grown(numbers: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, 2 * numbers.length));
  larger.set(numbers);
  return larger;
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
