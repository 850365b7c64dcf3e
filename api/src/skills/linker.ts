// Finds the skills and occupations that a text speaks of: by the words of a label, and by what sentences mean.
import type { Embedder } from '../embedding/embedder.ts';
import { withoutMeaning } from '../embedding/impatient.ts';
import { fold } from '../taxonomy/fold.ts';
import { VectorMatrix } from '../taxonomy/matrix.ts';
import { best, NgramIndex } from '../taxonomy/ngram-index.ts';
import type { ConceptType } from '../taxonomy/queries.ts';
import type { Snapshot } from '../taxonomy/snapshot.ts';
import { variants } from '../taxonomy/variants.ts';
import { contentWords, LabelWords, scriptOf } from './label-words.ts';
import { likeness } from './sentence-likeness.ts';
import { sentencesOf, type Word, windowsOf } from './text-units.ts';

export interface Link {
  /** Index in `snapshot.concepts`. */
  concept: number;
  confidence: number;
  start: number;
  end: number;
}

/** Words that a label has at most, to be looked for literally. */
const LONGEST_LABEL = [1, 2, 3, 4, 5, 6];
/** Letters of a label that stands for itself; shorter ones are words of all sorts. */
const SHORTEST_LABEL = 3;
/** How sure the very words of a label are; a short word may mean something else. */
const LITERAL = { long: 0.95, short: 0.75, letters: 5 };
/** How sure the words of a label are when they stand apart or are inflected. */
const SCATTERED = 0.85;
/** Words that a stretch found by meaning has to have: one alone ("children", "work") is near far too many skills. */
const MEANT_WORDS = 2;
/** Concepts that are compared closely with a sentence. */
const CANDIDATES = 80;
/** Below it nothing is said. */
const LEAST_CONFIDENCE = 0.5;
/** Concepts that one stretch of words may speak of. */
const PER_STRETCH = 2;

/**
 * Confidence of a likeness, as a logistic curve of the best window's cosine and the whole sentence's. Set by hand on
 * three texts of our own (docs/extraction.md) so that most of what is shown is right; an occupation has to be named,
 * not only meant, so its curve lies higher.
 */
const CURVES: Record<ConceptType, { part: number; whole: number; bias: number }> = {
  skill: { part: 9, whole: 3, bias: -7.6 },
  occupation: { part: 14, whole: 1, bias: -11.5 },
};

/** The labels of one type, ready to be found in texts. */
export class Linker {
  readonly #embedder: Embedder | undefined;
  readonly #type: ConceptType;
  readonly #concepts: number[];
  /** By folded label: the concepts, each with the scripts that it is written in. */
  readonly #literal = new Map<string, Map<number, Set<number>>>();
  readonly #scattered: LabelWords;
  readonly #vectors: VectorMatrix;
  readonly #ngrams: NgramIndex;
  /** Row of the concept of every label in `#scattered` and `#ngrams`. */
  readonly #rowOf: number[];

  /** @param embedder of the vectors in the snapshot; undefined when there is none: then only words count */
  constructor(snapshot: Snapshot, type: ConceptType, embedder: Embedder | undefined) {
    this.#type = type;
    this.#embedder = embedder;
    this.#concepts = snapshot.concepts.flatMap((concept, i) => (concept.type === type ? [i] : []));
    const row = new Map(this.#concepts.map((concept, i) => [concept, i]));
    const labels = snapshot.labels.filter(({ concept }) => row.has(concept));
    for (const { text, folded, concept } of labels) {
      if (folded.length < SHORTEST_LABEL) continue;
      const known = this.#literal.get(folded) ?? new Map<number, Set<number>>();
      this.#literal.set(folded, known.set(concept, (known.get(concept) ?? new Set()).add(scriptOf(text))));
    }
    this.#scattered = new LabelWords(labels);
    this.#vectors = new VectorMatrix(this.#concepts.map((concept) => snapshot.labelVectors[concept]));
    this.#ngrams = new NgramIndex(labels.map(({ folded }) => folded));
    this.#rowOf = labels.map(({ concept }) => row.get(concept)!);
  }

  /** @returns in the order of the text; of one stretch of words the surest */
  async find(text: string): Promise<Link[]> {
    const links: Link[] = [];
    for (const words of sentencesOf(text)) {
      const literal = this.#literally(words);
      const meant = this.#embedder ? await this.#byMeaning(words, this.#embedder).catch(withoutMeaning) : [];
      links.push(...settle([...literal, ...this.#byWords(words), ...meant]));
    }
    return links.sort((a, b) => a.start - b.start || b.confidence - a.confidence);
  }

  #literally(words: Word[]): Link[] {
    const links: Link[] = [];
    for (const { from, to, text } of windowsOf(words, LONGEST_LABEL)) {
      const folded = fold(text);
      const script = scriptOf(text);
      for (const form of variants(folded)) {
        // Alike in Latin letters only: the Ukrainian mother is no Turkish or Tigrinya word.
        const concepts = [...(this.#literal.get(form) ?? [])].flatMap(([concept, scripts]) =>
          scripts.has(script) ? [concept] : [],
        );
        if (concepts.length === 0) continue;
        const isShort = folded.length < LITERAL.letters;
        // A word of several concepts is a little less sure of each.
        const confidence = (isShort ? LITERAL.short : LITERAL.long) - 0.05 * (concepts.length - 1);
        for (const concept of concepts)
          links.push({ concept, confidence, start: words[from]!.start, end: words[to - 1]!.end });
        break;
      }
    }
    return links;
  }

  #byWords(words: Word[]): Link[] {
    return this.#scattered.find(words).map(({ label, from, to }) => ({
      concept: this.#concepts[this.#rowOf[label]!]!,
      confidence: SCATTERED,
      start: words[from]!.start,
      end: words[to - 1]!.end,
    }));
  }

  async #byMeaning(words: Word[], embedder: Embedder): Promise<Link[]> {
    const rows = await this.#candidates(words, embedder);
    const { whole, part, window, windows } = await likeness(words, this.#vectors, embedder, rows);
    const curve = CURVES[this.#type];
    return rows.flatMap((row, i) => {
      const score = curve.part * part[i]! + curve.whole * whole[i]! + curve.bias;
      const confidence = 1 / (1 + Math.exp(-score));
      if (confidence < LEAST_CONFIDENCE) return [];
      const { from, to, text } = windows[window[i]!]!;
      if (contentWords(fold(text).split(' ')).length < MEANT_WORDS) return [];
      return [
        { concept: this.#concepts[row]!, confidence, start: words[from]!.start, end: words[to - 1]!.end },
      ];
    });
  }

  /** What may be meant: near the sentence or a third of it, or spelled alike. */
  async #candidates(words: Word[], embedder: Embedder): Promise<number[]> {
    const rows = new Set<number>();
    const stretches = windowsOf(words, [4]).filter((_, i) => i % 2 === 0);
    const texts = [words.map(({ text }) => text).join(' '), ...stretches.map(({ text }) => text)];
    const vectors = await embedder.embed(texts);
    vectors.forEach((vector, i) => {
      for (const row of best(this.#vectors.products(vector), i === 0 ? CANDIDATES : CANDIDATES / 4))
        rows.add(row);
    });
    for (const label of this.#ngrams.nearest(fold(texts[0]!), CANDIDATES)) rows.add(this.#rowOf[label]!);
    return [...rows];
  }
}

/** Of one concept the surest stretch; of one stretch the surest concepts; inside a literal label nothing else. */
function settle(links: Link[]): Link[] {
  const kept: Link[] = [];
  for (const link of links.toSorted(
    (a, b) => b.confidence - a.confidence || b.end - b.start - (a.end - a.start),
  )) {
    const over = kept.filter(({ start, end }) => start < link.end && link.start < end);
    if (over.some(({ concept }) => concept === link.concept)) continue;
    const isInside = over.some(
      ({ start, end, confidence }) =>
        start <= link.start && link.end <= end && end - start > link.end - link.start && confidence >= 0.9,
    );
    if (!isInside && over.length < PER_STRETCH) kept.push(link);
  }
  return kept;
}
