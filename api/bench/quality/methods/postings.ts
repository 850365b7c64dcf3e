// An inverted index: for every term the texts that hold it, and how often.

export interface Postings {
  size: number;
  /** Number of each term; its postings are those from `offsets[n]` up to `offsets[n + 1]`. */
  terms: Map<string, number>;
  offsets: Uint32Array;
  documents: Uint32Array;
  counts: Uint16Array;
}

/** @param texts the terms of each text, repeated as often as they occur */
export function createPostings(texts: Iterable<string[]>): Postings {
  const terms = new Map<string, number>();
  const pairs: { term: number; document: number; count: number }[] = [];
  let size = 0;
  for (const text of texts) {
    for (const [term, count] of countTerms(text)) {
      const number = terms.get(term) ?? terms.size;
      terms.set(term, number);
      pairs.push({ term: number, document: size, count });
    }
    size++;
  }
  const offsets = new Uint32Array(terms.size + 1);
  for (const { term } of pairs) offsets[term + 1]!++;
  for (let term = 0; term < terms.size; term++) offsets[term + 1]! += offsets[term]!;
  const next = offsets.slice();
  const documents = new Uint32Array(pairs.length);
  const counts = new Uint16Array(pairs.length);
  for (const { term, document, count } of pairs) {
    const at = next[term]!++;
    documents[at] = document;
    counts[at] = count;
  }
  return { size, terms, offsets, documents, counts };
}

export function countTerms(terms: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
