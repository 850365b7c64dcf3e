// What the suggestion model learned: weights of the evidence, and the way from a score to a calibrated probability.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The evidence for one skill, in the order of the weights. Shares are in log-odds above the skill's popularity. */
export const FEATURES = [
  'bias',
  /** On the list of the stated occupation; less in the first years of doing it. */
  'essential',
  'optional',
  /** Share of the occupations with a similar name that need it; of those also near in ISCO-08; of the same groups. */
  'similarName',
  'similarWork',
  'sameGroup',
  /** Share of the occupations that need what the person confirmed, and what the stated occupation lists. */
  'sameSkills',
  /** How much more often it goes with the confirmed skills than by chance. */
  'withConfirmed',
  /** Log-odds of being on any list. */
  'popularity',
  /** Cosine of its name with that of the occupation (or the text), and with the confirmed skills. */
  'nameOfOccupation',
  'nameOfConfirmed',
  /** k / (k + 1) for k known skills, alone and times three of the above: names say less the more is known. */
  'known',
  'knownSimilarWork',
  'knownSameSkills',
  'knownPopularity',
] as const;
export type Feature = (typeof FEATURES)[number];

/** The sign that a weight must have (0: either), so that evidence for a skill never counts against it. */
export const SIGNS: Record<Feature, 1 | 0> = {
  bias: 0,
  essential: 1,
  optional: 1,
  similarName: 1,
  similarWork: 1,
  sameGroup: 1,
  sameSkills: 1,
  withConfirmed: 1,
  popularity: 0,
  nameOfOccupation: 1,
  nameOfConfirmed: 1,
  known: 0,
  knownSimilarWork: 0,
  knownSameSkills: 0,
  knownPopularity: 0,
};

/** What there is to go by: an occupation with a list, one without (or a text), or skills alone. */
export const SITUATIONS = ['list', 'title', 'skills'] as const;
export type Situation = (typeof SITUATIONS)[number];

export interface Fitted {
  /** One per feature. */
  weights: number[];
  /** Points (score, calibrated score) in log-odds, both rising; straight lines in between, slope 1 outside. */
  calibration: [score: number, calibrated: number][];
}

/** Learned on one taxonomy. Lists of ESCO are three times as long as those of the starter set, so odds differ. */
export interface ParameterSet extends Record<Situation, Fitted> {
  taxonomy: string;
  meanListLength: number;
}

export interface SuggestionParameters {
  /** Id of the embedder whose vectors were learned with. */
  embedder: string;
  features: readonly string[];
  sets: ParameterSet[];
}

export const SUGGESTIONS_FILE = join(import.meta.dirname, '../../data/model/suggestions.json');

/** @throws Error when the file was learned for other features than this code has */
export function readSuggestionParameters(file = SUGGESTIONS_FILE): SuggestionParameters {
  const parameters = JSON.parse(readFileSync(file, 'utf8')) as SuggestionParameters;
  if (parameters.features.join() !== FEATURES.join())
    throw new Error(`${file} was learned for other features. Run \`pnpm model train\`.`);
  return parameters;
}

/** The set that was learned on lists about as long as these. */
export function parametersFor(
  meanListLength: number,
  { sets }: Pick<SuggestionParameters, 'sets'>,
): ParameterSet {
  const distance = (set: ParameterSet) =>
    Math.abs(Math.log(set.meanListLength / Math.max(1, meanListLength)));
  return sets.reduce((best, set) => (distance(set) < distance(best) ? set : best));
}

/** @param score in log-odds @returns a probability */
export function calibrated(score: number, points: Fitted['calibration']): number {
  const [first, last] = [points[0]!, points.at(-1)!];
  if (score <= first[0]) return sigmoid(score - first[0] + first[1]);
  if (score >= last[0]) return sigmoid(score - last[0] + last[1]);
  const after = points.findIndex(([x]) => x > score);
  const [x0, y0] = points[after - 1]!;
  const [x1, y1] = points[after]!;
  return sigmoid(y0 + ((score - x0) / (x1 - x0)) * (y1 - y0));
}

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
export const logit = (p: number) => Math.log(p / (1 - p));
