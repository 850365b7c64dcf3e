// Finds concepts behind words: by exact label, by spelling and by meaning, as one list with one confidence.
import { VectorMatrix } from './matrix.ts';
import { best, NgramIndex } from './ngram-index.ts';
import type { ConceptType } from './queries.ts';
import type { Snapshot, SnapshotLabel } from './snapshot.ts';
import { trigramSimilarity, trigramsOf } from './trigrams.ts';
import { likeness } from './typing-errors.ts';
import { variants, wordRuns } from './variants.ts';

export type MatchedBy = 'exact' | 'prefix' | 'lexical' | 'vector';

/** A concept and how it was found. */
export interface Hit {
  /** Id in the database. */
  id: number;
  matchedBy: MatchedBy;
  /** 0..1; 1 when a label is exactly the query */
  confidence: number;
  /** The label that fits best; undefined when only the meaning fits. */
  matchedLabel: string | undefined;
}

export interface Question {
  /** As it was typed. */
  text: string;
  /** As `fold` writes it; not empty. */
  folded: string;
  /** Of the embedder whose vectors the snapshot holds; undefined when there is none. */
  vector: Float32Array | undefined;
  /** The reader's language: of two labels that fit equally well, the one of this language is taken. */
  language: string;
}

/** Letters; a longer text resembles no label as a whole. */
const LONGEST_RESEMBLING = 50;
/** Labels and concepts that are looked at closely. */
const LOOKED_AT = 60;
/** Labels that begin with the same letters; the shortest matter, and one letter begins thousands. */
const MOST_BEGINNINGS = 4000;
/**
 * From cosine to confidence, a straight line: of titles held out of training, the nearest concept was right in half of
 * the cases at a cosine of 0.5, and in nine of ten from 0.75 (`bench:quality`, held-out sets).
 */
const COSINE = { none: 0.35, sure: 0.95, most: 0.9 };
/** Below it a likeness is chance: of trigrams as PostgreSQL's `%` has it. */
const LEAST_LIKENESS = 0.3;
/** Letters, folded. */
const SHORT_WORD = 5;
/** A typing error is as sure as other words that only resemble a label. */
const MISSPELT = 0.9;
/** When spelling and meaning agree, that is worth more than either. */
const AGREEMENT = 0.15;

/** All labels of one type. */
export class ConceptIndex {
  readonly #snapshot: Snapshot;
  /** Indices in `snapshot.concepts`. */
  readonly #concepts: number[];
  readonly #labels: SnapshotLabel[];
  readonly #byText = new Map<string, number[]>();
  /** Where a word begins in a label, sorted by what follows: finds labels by the beginning of any word. */
  readonly #words: { label: number; rest: string }[] = [];
  readonly #ngrams: NgramIndex;
  readonly #vectors: VectorMatrix;

  constructor(snapshot: Snapshot, type: ConceptType) {
    this.#snapshot = snapshot;
    this.#concepts = snapshot.concepts.flatMap((concept, i) => (concept.type === type ? [i] : []));
    this.#labels = snapshot.labels.filter((label) => snapshot.concepts[label.concept]!.type === type);
    this.#labels.forEach(({ folded }, label) => {
      const known = this.#byText.get(folded);
      if (known) known.push(label);
      else this.#byText.set(folded, [label]);
      for (let at = 0; at !== -1; at = folded.indexOf(' ', at) + 1 || -1)
        this.#words.push({ label, rest: folded.slice(at) });
    });
    this.#words.sort((a, b) => (a.rest < b.rest ? -1 : a.rest > b.rest ? 1 : a.label - b.label));
    this.#ngrams = new NgramIndex(this.#labels.map(({ folded }) => folded));
    this.#vectors = new VectorMatrix(this.#concepts.map((concept) => snapshot.labelVectors[concept]));
  }

  /**
   * What `find` puts first when the words are exactly a concept's own name in the reader's language, which nothing beats;
   * most questions are such, and this takes no search. @returns undefined for any other words
   */
  findNamed({ folded, language }: Pick<Question, 'folded' | 'language'>): Hit | undefined {
    const named = (this.#byText.get(folded) ?? [])
      .map((label) => this.#labels[label]!)
      .filter((label) => label.isPreferred && label.language === language)
      .map((label) => ({ id: this.#snapshot.concepts[label.concept]!.id, text: label.text }))
      .sort((a, b) => a.text.length - b.text.length || a.id - b.id)[0];
    return named && { id: named.id, matchedBy: 'exact', confidence: 1, matchedLabel: named.text };
  }

  /** Best first; equal ones by the length of the label, then by age. */
  find({ text, folded, vector, language }: Question, limit: number): Hit[] {
    const words = new Words(folded);
    const found = new Map<number, Spelled>();
    for (const index of this.#candidates(words)) {
      const label = this.#labels[index]!;
      const { confidence, matchedBy } = words.compare(label.folded);
      if (confidence === 0) continue;
      // Between equals: the reader's language first, then preferred labels.
      const behind = (label.language === language ? 0 : 0.01) + (label.isPreferred ? 0 : 0.005);
      const id = this.#snapshot.concepts[label.concept]!.id;
      const hit = { id, matchedBy, confidence: confidence - behind, matchedLabel: label.text, label };
      if (hit.confidence > (found.get(id)?.confidence ?? 0)) found.set(id, hit);
    }
    // What some label begins with is a beginning, not an error.
    if (![...found.values()].some(({ matchedBy }) => matchedBy !== 'lexical')) {
      for (const hit of found.values())
        hit.confidence = Math.max(hit.confidence, MISSPELT * misspelling({ text, folded }, hit.label!));
    }
    if (vector) this.#addByVector(found, vector);
    return [...found.values()]
      .sort(
        (a, b) =>
          b.confidence - a.confidence ||
          (a.matchedLabel?.length ?? 0) - (b.matchedLabel?.length ?? 0) ||
          a.id - b.id,
      )
      .slice(0, limit)
      .map(({ label: _, ...hit }) => hit);
  }

  /** Labels that may fit by spelling. */
  #candidates({ folded, forms, runs }: Words): Set<number> {
    const labels = new Set<number>();
    for (const text of [...forms, ...runs])
      for (const label of this.#byText.get(text) ?? []) labels.add(label);
    let first = lowerBound(this.#words, folded);
    for (const end = first + MOST_BEGINNINGS; first < end; first++) {
      const word = this.#words[first];
      if (!word?.rest.startsWith(folded)) break;
      labels.add(word.label);
    }
    for (const form of forms.filter(({ length }) => length <= LONGEST_RESEMBLING))
      for (const label of this.#ngrams.nearest(form, LOOKED_AT)) labels.add(label);
    return labels;
  }

  #addByVector(found: Map<number, Spelled>, vector: Float32Array): void {
    const cosines = this.#vectors.products(vector);
    for (const row of best(cosines, LOOKED_AT, COSINE.none)) {
      const id = this.#snapshot.concepts[this.#concepts[row]!]!.id;
      const share = Math.min(1, (cosines[row]! - COSINE.none) / (COSINE.sure - COSINE.none));
      const confidence = COSINE.most * share;
      const known = found.get(id);
      if (!known) found.set(id, { id, matchedBy: 'vector', confidence, matchedLabel: undefined });
      else if (known.matchedBy !== 'exact') {
        const [more, less] = [Math.max(known.confidence, confidence), Math.min(known.confidence, confidence)];
        known.confidence = more + AGREEMENT * less * (1 - more);
      }
    }
  }
}

type Spelled = Hit & { label?: SnapshotLabel };

/** The words of a question in all the forms that labels are compared with. */
class Words {
  readonly folded: string;
  readonly forms: string[];
  readonly runs: Set<string>;
  readonly #trigrams: Set<string>[];

  constructor(folded: string) {
    this.folded = folded;
    this.forms = variants(folded);
    this.runs = new Set(wordRuns(folded));
    this.#trigrams = this.forms.filter(({ length }) => length <= LONGEST_RESEMBLING).map(trigramsOf);
  }

  /** How well a label fits by its letters; the ranges overlap, so that a good likeness beats a poor beginning. */
  compare(label: string): Pick<Hit, 'confidence' | 'matchedBy'> {
    const { folded, forms, runs } = this;
    if (label === folded) return { confidence: 1, matchedBy: 'exact' };
    if (forms.includes(label)) return { confidence: 0.97, matchedBy: 'exact' };
    const share = folded.length / label.length;
    if (label.startsWith(folded)) return { confidence: 0.7 + 0.25 * share, matchedBy: 'prefix' };
    if (runs.has(label)) return { confidence: 0.6 + 0.35 / share, matchedBy: 'lexical' };
    if (label.includes(` ${folded}`)) return { confidence: 0.55 + 0.25 * share, matchedBy: 'prefix' };
    const own = trigramsOf(label);
    const alike = Math.max(0, ...this.#trigrams.map((trigrams) => trigramSimilarity(trigrams, own)));
    const isAlike = alike >= LEAST_LIKENESS || likeness(folded, label) > 0;
    return { confidence: isAlike ? 0.9 * alike : 0, matchedBy: 'lexical' };
  }
}

/**
 * How alike a question is to a label but for typing errors. Folding drops letters, so that a short word must also be
 * alike as it was typed: ملعقة (spoon) is not معلمة (teacher), though "mlqh" is nearly "mlmh".
 */
function misspelling(
  typed: { text: string; folded: string },
  label: { text: string; folded: string },
): number {
  const alike = likeness(typed.folded, label.folded);
  if (typed.folded.length >= SHORT_WORD) return alike;
  return likeness(typed.text.trim().toLowerCase(), label.text.toLowerCase()) > 0 ? alike : 0;
}

function lowerBound(words: { rest: string }[], text: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.rest < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
