// The arithmetic of learning: logistic regression with signs, and isotonic calibration. Same input, same bytes.
import type { Fitted } from '../skills/suggest-parameters.ts';

/** Rows of features with what came true; `weight` of a row is how many rows it stands for. */
export interface Examples {
  width: number;
  features: number[];
  outcomes: number[];
  weights: number[];
}

const RIDGE = 1;
const STEPS = 25;
/** Digits that are kept: more would be noise, and make the file longer. */
const DIGITS = 4;

/**
 * Newton's method on the logistic loss with a small ridge. A weight of the wrong sign is set to 0 and the others are
 * fitted anew, until all are right.
 *
 * @param signs per feature: 1 or -1 the sign it must have, 0 either
 * @returns one weight per feature
 */
export function fitLogistic(examples: Examples, signs: readonly number[]): number[] {
  const free = signs.map((_, f) => f);
  for (;;) {
    const fitted = newton(examples, free);
    const wrong = free.filter((f, i) => fitted[i]! * signs[f]! < 0);
    if (wrong.length === 0) {
      const weights = new Array<number>(signs.length).fill(0);
      free.forEach((f, i) => {
        weights[f] = round(fitted[i]!);
      });
      return weights;
    }
    free.splice(0, Infinity, ...free.filter((f) => !wrong.includes(f)));
  }
}

function newton({ width, features, outcomes, weights }: Examples, free: number[]): number[] {
  const n = free.length;
  const beta = new Float64Array(n);
  const row = new Float64Array(n);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(n);
    const hessian = new Float64Array(n * n);
    for (let i = 0; i < outcomes.length; i++) {
      let score = 0;
      for (let j = 0; j < n; j++) {
        row[j] = features[i * width + free[j]!]!;
        score += beta[j]! * row[j]!;
      }
      const p = 1 / (1 + Math.exp(-score));
      const error = weights[i]! * (outcomes[i]! - p);
      const curve = weights[i]! * p * (1 - p);
      for (let j = 0; j < n; j++) {
        gradient[j]! += error * row[j]!;
        for (let k = 0; k <= j; k++) hessian[j * n + k]! += curve * row[j]! * row[k]!;
      }
    }
    for (let j = 0; j < n; j++) {
      gradient[j]! -= RIDGE * beta[j]!;
      hessian[j * n + j]! += RIDGE;
    }
    const change = solve(hessian, gradient, n);
    let most = 0;
    for (let j = 0; j < n; j++) {
      // A step of more than 4 from an unlucky start would overshoot.
      const bounded = Math.max(-4, Math.min(4, change[j]!));
      beta[j]! += bounded;
      most = Math.max(most, Math.abs(bounded));
    }
    if (most < 1e-7) break;
  }
  return [...beta];
}

/** Solves a symmetric positive definite system by Cholesky's decomposition; reads the lower half only. */
function solve(matrix: Float64Array, right: Float64Array, n: number): Float64Array {
  const lower = matrix.slice();
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++)
      for (let i = j; i < n; i++) lower[i * n + j]! -= lower[i * n + k]! * lower[j * n + k]!;
    const root = Math.sqrt(lower[j * n + j]!);
    for (let i = j; i < n; i++) lower[i * n + j]! /= root;
  }
  const x = right.slice();
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i * n + k]! * x[k]!;
    x[i]! /= lower[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k * n + i]! * x[k]!;
    x[i]! /= lower[i * n + i]!;
  }
  return x;
}

/** Of the rows that came true each bin holds an equal number, so that the likely ones are told apart. */
const BINS = 24;

/**
 * Isotonic regression (pool adjacent violators) over bins of scores.
 *
 * @returns points of a rising line from scores to calibrated log-odds, at least two
 */
export function fitCalibration(
  scored: { score: number; outcome: number; weight: number }[],
): Fitted['calibration'] {
  const sorted = scored.toSorted((a, b) => a.score - b.score);
  const perBin = sorted.reduce((sum, { outcome, weight }) => sum + outcome * weight, 0) / BINS;
  const blocks: Block[] = [];
  let block: Block = { weight: 0, score: 0, hits: 0 };
  for (const { score, outcome, weight } of sorted) {
    block.weight += weight;
    block.score += weight * score;
    block.hits += weight * outcome;
    if (block.hits < perBin) continue;
    blocks.push(block);
    block = { weight: 0, score: 0, hits: 0 };
  }
  if (block.weight > 0) blocks.push(block);
  const pooled: Block[] = [];
  for (const next of blocks) {
    pooled.push(next);
    while (pooled.length > 1 && rate(pooled.at(-2)!) >= rate(pooled.at(-1)!)) {
      const [a, b] = pooled.splice(-2) as [Block, Block];
      pooled.push({ weight: a.weight + b.weight, score: a.score + b.score, hits: a.hits + b.hits });
    }
  }
  const points = pooled.map((one): [number, number] => [
    round(one.score / one.weight),
    round(Math.log(rate(one) / (1 - rate(one)))),
  ]);
  return points.filter(([x, y], i) => i === 0 || (x > points[i - 1]![0] && y > points[i - 1]![1]));
}

interface Block {
  weight: number;
  score: number;
  hits: number;
}

/** Half a hit more and half a miss more, so that it is never quite 0 or 1. */
const rate = ({ hits, weight }: Block) => (hits + 0.5) / (weight + 1);
const round = (value: number) => Number(value.toFixed(DIGITS));
