// Ranks any texts for a query by spelling and meaning together, and by what the taxonomy knows of their concepts.
import type { Embedder } from '../../src/embedding/embedder.ts';
import { fold } from '../../src/taxonomy/fold.ts';
import { VectorMatrix } from '../../src/taxonomy/matrix.ts';
import { NgramIndex } from '../../src/taxonomy/ngram-index.ts';

/**
 * Of the cosine of the n-grams beside that of the vectors. Chosen on MELO usa_q_en_c_en, where 0.3 and more were worse:
 * the vectors know spelling too, and common words of titles count for less in them.
 */
const SPELLING = 0.1;
/** Added for the very same words. */
const SAME = 1;
/** Of the best label of the concept that a text names, beside the text itself. */
const CONCEPT = 0.7;
/** Texts that are embedded at once. */
const BATCH = 4096;

/** Likeness of a query to every one of some texts. */
export class FusedIndex {
  readonly #folded: string[];
  readonly #ngrams: NgramIndex;
  readonly #vectors: VectorMatrix;

  private constructor(folded: string[], vectors: Float32Array[]) {
    this.#folded = folded;
    this.#ngrams = new NgramIndex(folded);
    this.#vectors = new VectorMatrix(vectors);
  }

  static async create(texts: readonly string[], embedder: Embedder): Promise<FusedIndex> {
    const vectors: Float32Array[] = [];
    for (let start = 0; start < texts.length; start += BATCH)
      vectors.push(...(await embedder.embed(texts.slice(start, start + BATCH))));
    return new FusedIndex(texts.map(fold), vectors);
  }

  /** @returns one score per text, -1 to 2.3 */
  scores(query: string, vector: Float32Array): Float32Array {
    const folded = fold(query);
    const scores = this.#vectors.products(vector);
    const spelled = this.#ngrams.scores(folded);
    for (let i = 0; i < scores.length; i++)
      scores[i]! += SPELLING * spelled[i]! + (folded === this.#folded[i] ? SAME : 0);
    return scores;
  }
}

/** Labels of concepts in all languages. */
export class KnownConcepts {
  readonly #index: FusedIndex;
  /** Number of the concept of every label. */
  readonly #conceptOf: Int32Array;
  readonly #byText = new Map<string, Set<number>>();
  readonly #size: number;
  /** Several corpora are asked the same. */
  readonly #asked = new Map<string, Float32Array>();

  private constructor(index: FusedIndex, groups: readonly (readonly string[])[]) {
    this.#index = index;
    this.#size = groups.length;
    this.#conceptOf = Int32Array.from(groups.flatMap((labels, concept) => labels.map(() => concept)));
    groups.forEach((labels, concept) => {
      for (const label of labels.map(fold)) {
        const known = this.#byText.get(label) ?? new Set();
        this.#byText.set(label, known.add(concept));
      }
    });
  }

  /** @param groups the labels of each concept */
  static async create(groups: readonly (readonly string[])[], embedder: Embedder): Promise<KnownConcepts> {
    return new KnownConcepts(await FusedIndex.create(groups.flat(), embedder), groups);
  }

  /** The concepts that a text is a label of. */
  of(text: string): number[] {
    return [...(this.#byText.get(fold(text)) ?? [])];
  }

  /** @returns the score of the best label of every concept */
  scores(query: string, vector: Float32Array): Float32Array {
    const known = this.#asked.get(query);
    if (known) return known;
    const best = new Float32Array(this.#size).fill(-1);
    const scores = this.#index.scores(query, vector);
    for (let label = 0; label < scores.length; label++) {
      const concept = this.#conceptOf[label]!;
      if (scores[label]! > best[concept]!) best[concept] = scores[label]!;
    }
    this.#asked.set(query, best);
    return best;
  }
}

/**
 * A title in one language finds a text in another by the labels of its concept: "bakker" is near "broodbakker", which
 * is a label of the concept that the text "baker" names.
 *
 * @example
 * const ranker = await FusedRanker.create(['baker', 'welder'], bundledEmbedder(), known);
 * await ranker.score('broodbakker'); // Float32Array [1.9, 0.3]
 */
export class FusedRanker {
  readonly #index: FusedIndex;
  readonly #embedder: Embedder;
  readonly #known: KnownConcepts | undefined;
  readonly #conceptsOf: number[][];

  private constructor(
    texts: readonly string[],
    index: FusedIndex,
    embedder: Embedder,
    known?: KnownConcepts,
  ) {
    this.#index = index;
    this.#embedder = embedder;
    this.#known = known;
    this.#conceptsOf = texts.map((text) => known?.of(text) ?? []);
  }

  static async create(
    texts: readonly string[],
    embedder: Embedder,
    known?: KnownConcepts,
  ): Promise<FusedRanker> {
    return new FusedRanker(texts, await FusedIndex.create(texts, embedder), embedder, known);
  }

  async score(query: string): Promise<Float32Array> {
    const [vector] = await this.#embedder.embed([query]);
    const scores = this.#index.scores(query, vector!);
    if (!this.#known) return scores;
    const concepts = this.#known.scores(query, vector!);
    this.#conceptsOf.forEach((named, i) => {
      let best = scores[i]!;
      for (const concept of named) best = Math.max(best, concepts[concept]!);
      scores[i] = (1 - CONCEPT) * scores[i]! + CONCEPT * best;
    });
    return scores;
  }
}
