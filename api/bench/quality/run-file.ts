// Rankings as files that other evaluators read.
import type { Entry } from './method.ts';

/** Least distance of two scores in a file: evaluators that keep 32 bits still see an order up to scores of 100. */
const STEP = 1e-5;
const DECIMALS = 5;

export interface Ranked {
  place: number;
  /** Falls strictly with the rank: of equal scores, the later in the corpus is written a step lower. */
  score: number;
}

/**
 * The best elements, of equal ones the earlier first.
 *
 * @returns at most `most`, best first
 */
export function rank(scores: Float32Array, most: number): Ranked[] {
  const places = Uint32Array.from(scores, (_, place) => place);
  places.sort((a, b) => scores[b]! - scores[a]! || a - b);
  let previous = Number.POSITIVE_INFINITY;
  return Array.from(places.subarray(0, most), (place) => {
    const score = Math.min(round(scores[place]!), round(previous - STEP));
    previous = score;
    return { place, score };
  });
}

/**
 * One query of a TREC run: `query Q0 element rank score tag`, ranks from 1.
 *
 * @example trecLines('q1', corpus, scores, 1000, 'fused') // 'q1 Q0 baker 1 0.981230 fused\n…'
 */
export function trecLines(
  query: string,
  corpus: Entry[],
  scores: Float32Array,
  most: number,
  tag: string,
): string {
  return rank(scores, most)
    .map(
      ({ place, score }, i) =>
        `${query} Q0 ${corpus[place]!.id} ${i + 1} ${score.toFixed(DECIMALS)} ${tag}\n`,
    )
    .join('');
}

/** Labels of one sentence: `id TAB rank TAB label TAB score`, ranks from 1. */
export function labelLines(sentence: string, labels: Entry[], scores: Float32Array, most: number): string {
  return rank(scores, most)
    .map(
      ({ place, score }, i) => `${sentence}\t${i + 1}\t${labels[place]!.text}\t${score.toFixed(DECIMALS)}\n`,
    )
    .join('');
}

function round(score: number): number {
  return Math.round(score / STEP) * STEP;
}
