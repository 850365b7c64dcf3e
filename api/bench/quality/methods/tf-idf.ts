// Character TF-IDF: cosine of the n-grams of 3 to 5 letters within words, the usual lexical baseline for titles.
import { fold } from '../../../src/taxonomy/fold.ts';
import { type Entry, type Method, oncePerCorpus, type Ranker } from '../method.ts';
import { countTerms, createPostings } from './postings.ts';

const SHORTEST = 3;
const LONGEST = 5;

export const tfIdf: Method = {
  name: 'tf-idf',
  title: 'character TF-IDF',
  prepare: oncePerCorpus(createRanker),
};

function createRanker(corpus: Entry[]): Ranker {
  const { size, terms, offsets, documents, counts } = createPostings(corpus.map(({ text }) => nGrams(text)));
  // Smoothed as if one more text held every n-gram, so that an unknown one has a weight too.
  const idf = (holders: number) => Math.log((1 + size) / (1 + holders)) + 1;
  const weights = new Float32Array(documents.length);
  const lengths = new Float64Array(size);
  for (let term = 0; term < terms.size; term++) {
    const weight = idf(offsets[term + 1]! - offsets[term]!);
    for (let at = offsets[term]!; at < offsets[term + 1]!; at++) {
      weights[at] = counts[at]! * weight;
      lengths[documents[at]!]! += weights[at]! ** 2;
    }
  }
  for (let at = 0; at < weights.length; at++) weights[at]! /= Math.sqrt(lengths[documents[at]!]!);

  return {
    score(query) {
      const scores = new Float32Array(size);
      let squares = 0;
      for (const [gram, count] of countTerms(nGrams(query))) {
        const term = terms.get(gram);
        const from = term === undefined ? 0 : offsets[term]!;
        const to = term === undefined ? 0 : offsets[term + 1]!;
        const weight = count * idf(to - from);
        squares += weight ** 2;
        for (let at = from; at < to; at++) scores[documents[at]!]! += weight * weights[at]!;
      }
      const length = Math.sqrt(squares) || 1;
      return scores.map((score) => score / length);
    },
  };
}

function nGrams(text: string): string[] {
  const grams: string[] = [];
  for (const word of fold(text).split(' ')) {
    if (word === '') continue;
    const marked = `<${word}>`;
    for (let size = SHORTEST; size <= LONGEST; size++) {
      for (let start = 0; start + size <= marked.length; start++)
        grams.push(marked.slice(start, start + size));
    }
  }
  return grams;
}
