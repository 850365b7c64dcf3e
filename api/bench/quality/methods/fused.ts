// What the product does: spelling, meaning and the labels of the taxonomy together.
import type { Embedder } from '../../../src/embedding/embedder.ts';
import { likeness } from '../../../src/skills/sentence-likeness.ts';
import { sentencesOf } from '../../../src/skills/text-units.ts';
import { VectorMatrix } from '../../../src/taxonomy/matrix.ts';
import type { Groups } from '../../../src/training/corpus.ts';
import { FusedRanker, KnownConcepts } from '../fused-ranker.ts';
import type { Context, Entry, Method, Ranker } from '../method.ts';

export interface Knowledge {
  embedder: Embedder;
  /** Labels of the taxonomy, ESCO's too where it is found. */
  groups: Groups;
}

export type KnowledgeOf = (context: Context) => Knowledge | Promise<Knowledge>;

/** @param knowledge what may be used for a set: less where its queries are held out */
export function fusedMethod(knowledge: KnowledgeOf): Method {
  const known = new WeakMap<Groups, Promise<KnownConcepts>>();
  const conceptsOf = ({ groups, embedder }: Knowledge) => {
    const concepts = known.get(groups) ?? KnownConcepts.create(occupationLabels(groups), embedder);
    known.set(groups, concepts);
    return concepts;
  };
  return {
    name: 'fused',
    async prepare(corpus, context) {
      const chosen = await knowledge(context);
      const texts = corpus.map(({ text }) => text);
      if (context.task === 'sentence') return sentenceRanker(corpus, chosen.embedder);
      // Within one language the text itself says more than other names of its concept.
      const isAcross = context.language !== context.corpusLanguage;
      const ranker = await FusedRanker.create(
        texts,
        chosen.embedder,
        isAcross ? await conceptsOf(chosen) : undefined,
      );
      return { score: (query) => ranker.score(query) };
    },
  };
}

async function sentenceRanker(corpus: Entry[], embedder: Embedder): Promise<Ranker> {
  const names = new VectorMatrix(await embedder.embed(corpus.map(({ text }) => text)));
  return {
    async score(sentence) {
      const words = sentencesOf(sentence).flat();
      const { whole, part } = await likeness(words, names, embedder);
      return whole.map((cosine, i) => cosine + part[i]!);
    },
  };
}

function occupationLabels(groups: Groups): string[][] {
  return [...groups].flatMap(([key, texts]) =>
    key.includes('/skill/') ? [] : [texts.filter(({ isSentence }) => !isSentence).map(({ text }) => text)],
  );
}
