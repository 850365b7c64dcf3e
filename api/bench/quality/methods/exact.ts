// Exact label: the same words once case, diacritics, punctuation and script are folded away.
import { fold } from '../../../src/taxonomy/fold.ts';
import { type Method, oncePerCorpus } from '../method.ts';

export const exact: Method = {
  name: 'exact',
  title: 'exact label',
  prepare: oncePerCorpus((corpus) => {
    const folded = corpus.map(({ text }) => fold(text));
    return {
      score(query) {
        const wanted = fold(query);
        return Float32Array.from(folded, (text) => (text === wanted ? 1 : 0));
      },
    };
  }),
};
