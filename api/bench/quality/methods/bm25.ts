// BM25 over whole words: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009).
import { fold } from '../../../src/taxonomy/fold.ts';
import { type Entry, type Method, oncePerCorpus, type Ranker } from '../method.ts';
import { createPostings } from './postings.ts';

/** How soon a repeated word stops to count. */
const K1 = 1.2;
/** How much a long text is held back: 0 not at all, 1 in proportion. */
const B = 0.75;

export const bm25: Method = { name: 'bm25', title: 'BM25', prepare: oncePerCorpus(createRanker) };

function createRanker(corpus: Entry[]): Ranker {
  const texts = corpus.map(({ text }) => words(text));
  const { size, terms, offsets, documents, counts } = createPostings(texts);
  const mean = texts.reduce((sum, text) => sum + text.length, 0) / size;
  return {
    score(query) {
      const scores = new Float32Array(size);
      for (const word of new Set(words(query))) {
        const term = terms.get(word);
        if (term === undefined) continue;
        const holders = offsets[term + 1]! - offsets[term]!;
        const idf = Math.log(1 + (size - holders + 0.5) / (holders + 0.5));
        for (let at = offsets[term]!; at < offsets[term + 1]!; at++) {
          const document = documents[at]!;
          const relativeLength = texts[document]!.length / mean;
          const count = counts[at]!;
          scores[document]! += (idf * count * (K1 + 1)) / (count + K1 * (1 - B + B * relativeLength));
        }
      }
      return scores;
    },
  };
}

function words(text: string): string[] {
  return fold(text).split(' ').filter(Boolean);
}
