// Learns a vector per n-gram so that texts of one concept come together and those of others apart (InfoNCE).
import { featuresOf } from '../embedding/features.ts';
import type { Progress } from '../progress.ts';
import type { Groups } from './corpus.ts';
import { createRandom, shuffle } from './random.ts';

export interface Settings {
  rows: number;
  dimensions: number;
  /** Pairs that are told apart from each other in one step. */
  batch: number;
  epochs: number;
  rate: number;
  /** Cosines are divided by it; smaller looks at the hardest others only. */
  temperature: number;
  seed: number;
}

interface Prepared {
  rows: Uint32Array;
  weights: Float32Array;
  language: string;
  group: number;
  isSentence: boolean;
}

/** Share of the sentences that a round takes: they are long, and there are fewer things to learn from each. */
const SENTENCE_SHARE = 0.3;

/** Languages with many texts; those of the others count more than once, or their words would hardly be learned. */
const COMMON = new Set(['nl', 'en', 'de']);
const RARE_TIMES = 3;

/**
 * @returns the table of rows × dimensions weights
 * Method: rows of the two texts' n-grams are summed and scaled to length 1; the loss is the cross-entropy of the right
 * partner among all of the batch, both ways (van den Oord et al. 2018, arXiv 1807.03748); Adagrad with one rate per row.
 */
export function train(
  groups: Groups,
  settings: Settings,
  progress: Progress,
  onEpoch?: (table: Float32Array, epoch: number) => void,
): Float32Array {
  const { rows, dimensions: d, batch, epochs, rate, temperature, seed } = settings;
  const random = createRandom(seed);
  const texts: Prepared[] = [];
  const members: number[][] = [];
  for (const group of groups.values()) {
    const indices: number[] = [];
    for (const { text, language, isSentence } of group) {
      const features = featuresOf(text, rows);
      if (features.rows.length === 0) continue;
      indices.push(texts.length);
      texts.push({ ...features, language, group: members.length, isSentence: isSentence ?? false });
    }
    members.push(indices);
  }
  const table = initial(texts, rows, d, random);
  const seen = new Float32Array(rows).fill(1e-6);
  const usable = texts.map((_, i) => i).filter((i) => members[texts[i]!.group]!.length > 1);
  const sentences = usable.filter((i) => texts[i]!.isSentence).length;
  const rare = usable.filter((i) => !COMMON.has(texts[i]!.language));
  const size = usable.length - Math.round(sentences * (1 - SENTENCE_SHARE)) + rare.length * (RARE_TIMES - 1);
  const [za, zb, ga, gb] = [0, 1, 2, 3].map(() => new Float32Array(batch * d)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const [na, nb] = [new Float32Array(batch), new Float32Array(batch)];
  const scores = new Float32Array(batch * batch);
  const weights = new Float32Array(batch * batch);
  const steps = Math.floor(size / batch);
  using bar = progress.step('Training', epochs * steps);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const anchors = usable.filter((i) => !texts[i]!.isSentence || random() < SENTENCE_SHARE);
    for (let time = 1; time < RARE_TIMES; time++) anchors.push(...rare);
    shuffle(anchors, random);
    let loss = 0;
    for (let step = 0; step < steps; step++) {
      const pace = rate * (1 - (0.95 * (epoch * steps + step)) / (epochs * steps));
      const left: Prepared[] = [];
      const right: Prepared[] = [];
      for (let i = 0; i < batch; i++) {
        const anchor = anchors[(step * batch + i) % anchors.length]!;
        left.push(texts[anchor]!);
        right.push(texts[partner(anchor)]!);
      }
      for (let i = 0; i < batch; i++) {
        na[i] = sum(left[i]!, table, za, i * d, d);
        nb[i] = sum(right[i]!, table, zb, i * d, d);
      }
      multiply(za, zb, scores, batch, d, 1 / temperature);
      // The partner of the same concept elsewhere in the batch is no mistake.
      for (let i = 0; i < batch; i++)
        for (let j = 0; j < batch; j++)
          if (i !== j && left[i]!.group === right[j]!.group) scores[i * batch + j] = -1e9;
      loss += gradient(scores, weights, batch);
      spread(weights, za, zb, ga, gb, batch, d, 1 / temperature);
      for (let i = 0; i < batch; i++) {
        update(left[i]!, table, seen, za, ga, i * d, d, na[i]!, pace);
        update(right[i]!, table, seen, zb, gb, i * d, d, nb[i]!, pace);
      }
      bar.advance();
    }
    if (process.env.NW_DEBUG) console.error(`epoch ${epoch} loss ${(loss / steps).toFixed(4)}`);
    onEpoch?.(table, epoch);
  }
  return table;

  /** Another text of the same concept, of another language every other time; two sentences teach nothing. */
  function partner(anchor: number): number {
    const { group, language, isSentence } = texts[anchor]!;
    const own = members[group]!;
    const wantsOther = random() < 0.5;
    let chosen = anchor;
    for (let attempt = 0; attempt < 8; attempt++) {
      const other = own[Math.floor(random() * own.length)]!;
      if (other === anchor) continue;
      const { language: spoken, isSentence: tells } = texts[other]!;
      if (isSentence && tells) continue;
      chosen = other;
      if ((spoken !== language) === wantsOther && !(tells && random() < 0.7)) break;
    }
    return chosen === anchor ? own[own.indexOf(anchor) === 0 ? 1 : 0]! : chosen;
  }
}

/** Random directions, rare n-grams heavier: inverse document frequency. */
function initial(texts: Prepared[], rows: number, d: number, random: () => number): Float32Array {
  const frequency = new Float32Array(rows);
  for (const text of texts) for (const row of new Set(text.rows)) frequency[row]!++;
  const table = new Float32Array(rows * d);
  for (let row = 0; row < rows; row++) {
    const weight = Math.log((texts.length + 1) / (frequency[row]! + 1)) / 10;
    for (let i = 0; i < d; i++) table[row * d + i] = ((random() + random() + random()) * 2 - 3) * weight;
  }
  return table;
}

function sum(
  { rows, weights }: Prepared,
  table: Float32Array,
  out: Float32Array,
  at: number,
  d: number,
): number {
  for (let i = 0; i < d; i++) out[at + i] = 0;
  for (let f = 0; f < rows.length; f++) {
    const from = rows[f]! * d;
    const weight = weights[f]!;
    for (let i = 0; i < d; i++) out[at + i]! += weight * table[from + i]!;
  }
  let square = 1e-12;
  for (let i = 0; i < d; i++) square += out[at + i]! * out[at + i]!;
  const norm = Math.sqrt(square);
  for (let i = 0; i < d; i++) out[at + i]! /= norm;
  return norm;
}

function multiply(
  a: Float32Array,
  b: Float32Array,
  out: Float32Array,
  n: number,
  d: number,
  scale: number,
): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j += 4) {
      let [s0, s1, s2, s3] = [0, 0, 0, 0];
      const [p, q0, q1, q2, q3] = [i * d, j * d, (j + 1) * d, (j + 2) * d, (j + 3) * d];
      for (let k = 0; k < d; k++) {
        const x = a[p + k]!;
        s0 += x * b[q0 + k]!;
        s1 += x * b[q1 + k]!;
        s2 += x * b[q2 + k]!;
        s3 += x * b[q3 + k]!;
      }
      out[i * n + j] = s0 * scale;
      out[i * n + j + 1] = s1 * scale;
      out[i * n + j + 2] = s2 * scale;
      out[i * n + j + 3] = s3 * scale;
    }
  }
}

/** Gradient of the loss of both directions by the scores. @returns the loss */
function gradient(scores: Float32Array, out: Float32Array, n: number): number {
  let loss = 0;
  out.fill(0);
  const columnMost = new Float32Array(n).fill(-1e30);
  const columnSum = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let most = -1e30;
    for (let j = 0; j < n; j++) {
      const s = scores[i * n + j]!;
      if (s > most) most = s;
      if (s > columnMost[j]!) columnMost[j] = s;
    }
    let total = 0;
    for (let j = 0; j < n; j++) {
      const e = Math.exp(scores[i * n + j]! - most);
      out[i * n + j] = e;
      total += e;
    }
    const half = 0.5 / total;
    for (let j = 0; j < n; j++) out[i * n + j]! *= half;
    loss -= 0.5 * (scores[i * n + i]! - most - Math.log(total));
  }
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) columnSum[j]! += Math.exp(scores[i * n + j]! - columnMost[j]!);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++)
      out[i * n + j]! += (0.5 * Math.exp(scores[i * n + j]! - columnMost[j]!)) / columnSum[j]!;
    out[i * n + i]! -= 1;
    loss -= 0.5 * (scores[i * n + i]! - columnMost[i]! - Math.log(columnSum[i]!));
  }
  return loss / n;
}

function spread(
  w: Float32Array,
  za: Float32Array,
  zb: Float32Array,
  ga: Float32Array,
  gb: Float32Array,
  n: number,
  d: number,
  scale: number,
): void {
  ga.fill(0);
  gb.fill(0);
  for (let i = 0; i < n; i++) {
    const p = i * d;
    for (let j = 0; j < n; j++) {
      const x = w[i * n + j]! * scale;
      if (x < 1e-5 && x > -1e-5) continue;
      const q = j * d;
      for (let k = 0; k < d; k++) {
        ga[p + k]! += x * zb[q + k]!;
        gb[q + k]! += x * za[p + k]!;
      }
    }
  }
}

function update(
  { rows, weights }: Prepared,
  table: Float32Array,
  seen: Float32Array,
  z: Float32Array,
  g: Float32Array,
  at: number,
  d: number,
  norm: number,
  rate: number,
): void {
  // Through the scaling to length 1: only what is across the vector changes it.
  let along = 0;
  for (let i = 0; i < d; i++) along += z[at + i]! * g[at + i]!;
  let square = 0;
  for (let i = 0; i < d; i++) {
    const across = (g[at + i]! - along * z[at + i]!) / norm;
    g[at + i] = across;
    square += across * across;
  }
  const mean = square / d;
  for (let f = 0; f < rows.length; f++) {
    const row = rows[f]!;
    const weight = weights[f]!;
    seen[row]! += weight * weight * mean;
    const step = (rate * weight) / Math.sqrt(seen[row]!);
    const from = row * d;
    for (let i = 0; i < d; i++) table[from + i]! -= step * g[at + i]!;
  }
}
