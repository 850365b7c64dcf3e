// `pnpm model train`: everything that is learned, from the taxonomy in the project and the reference data beside it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ngramEmbedder, WEIGHTS_FILE } from '../embedding/bundled.ts';
import { encodeWeights, fingerprint } from '../embedding/weights.ts';
import { LANGUAGES, type Language } from '../http/schema.ts';
import type { Progress } from '../progress.ts';
import { readSuggestionParameters, SUGGESTIONS_FILE } from '../skills/suggest-parameters.ts';
import type { Starter } from '../taxonomy/starter.ts';
import { type Settings, train } from './contrast.ts';
import {
  addSkillSentences,
  addStarter,
  type Groups,
  REFERENCE_DATA,
  readEscoGroups,
  readOnetGroups,
} from './corpus.ts';
import { stringifySuggestions, trainSuggestions } from './suggestions.ts';

/** Four bits a number: 7.6 MB. Fewer dimensions with more rows, and the reverse, were worse. */
export const SETTINGS: Settings = {
  rows: 57_344,
  dimensions: 256,
  batch: 512,
  epochs: 3,
  rate: 0.1,
  temperature: 0.05,
  seed: 1,
};

export interface Corpus {
  groups: Groups;
  /** How many texts came from where. */
  counts: Record<string, number>;
}

/**
 * @param data folder of the reference data; what is not there is left out
 * @param isHeldOut labels of the starter taxonomy that must not be learned from
 */
export function readCorpus(
  starter: Starter,
  data: string,
  isHeldOut: (code: string, language: Language, label: string) => boolean = () => false,
): Corpus {
  const groups = existsSync(data) ? readEscoGroups(data) : new Map();
  const counts: Corpus['counts'] = { ESCO: count(groups) };
  const onet = existsSync(data) ? readOnetGroups(data) : new Map();
  counts['O*NET'] = count(onet);
  addSkillSentences(groups, data);
  counts.SkillSkape = count(groups) - counts.ESCO!;
  addStarter(groups, starter, isHeldOut);
  counts.starter = count(groups) - counts.ESCO! - counts.SkillSkape;
  for (const [code, texts] of onet) groups.set(code, texts);
  return { groups, counts };
}

/** @returns the bytes of `embedder.bin`, the same for the same corpus and settings */
export function trainEmbedder(
  { groups }: Corpus,
  progress: Progress,
  settings: Settings = SETTINGS,
): Uint8Array {
  const { rows, dimensions } = settings;
  return encodeWeights(train(groups, settings, progress), rows, dimensions);
}

export const MODEL_PARTS = ['embedder', 'suggestions'] as const;
export type ModelPart = (typeof MODEL_PARTS)[number];

/** What the weights were learned from, kept beside them. */
const RECORD_FILE = join(dirname(WEIGHTS_FILE), 'embedder.json');
interface TrainingRecord {
  /** Of the labels of the starter taxonomy. */
  labels: string;
  weights: string;
  texts: Corpus['counts'];
  settings: Settings;
}

/**
 * Trains and writes the files of api/data/model.
 *
 * @returns lines that tell how long it took, how much memory, and how large the files are
 */
export async function trainModels(
  starter: Starter,
  { data = REFERENCE_DATA, only }: { data?: string; only?: ModelPart },
  progress: Progress,
): Promise<string[]> {
  const lines: string[] = [];
  const timed = async (what: string, file: string, work: () => Promise<string>) => {
    const started = performance.now();
    const detail = await work();
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const gigabytes = (process.resourceUsage().maxRSS / 1024 ** 2).toFixed(1);
    const kilobytes = Math.round(statSync(file).size / 1000).toLocaleString('en');
    lines.push(`${what}: ${seconds} s, ${gigabytes} GB of memory at most, ${kilobytes} kB. ${detail}`);
  };
  if (only !== 'suggestions')
    await timed('Embedder', WEIGHTS_FILE, async () => {
      const corpus = readCorpus(starter, data);
      const weights = trainEmbedder(corpus, progress);
      const record: TrainingRecord = {
        labels: labelsFingerprint(starter),
        weights: fingerprint(weights),
        texts: corpus.counts,
        settings: SETTINGS,
      };
      writeFileSync(WEIGHTS_FILE, weights);
      writeFileSync(RECORD_FILE, `${JSON.stringify(record, null, 2)}\n`);
      return `Learned from ${JSON.stringify(corpus.counts)} texts; fingerprint ${record.weights}`;
    });
  if (only !== 'embedder')
    await timed('Suggestions', SUGGESTIONS_FILE, async () => {
      const parameters = await trainSuggestions(ngramEmbedder(readFileSync(WEIGHTS_FILE)), { data });
      writeFileSync(SUGGESTIONS_FILE, stringifySuggestions(parameters));
      return `Learned from the relations of ${parameters.sets.map(({ taxonomy }) => taxonomy).join(' and ')}`;
    });
  return lines;
}

/** @returns a sentence when the committed weights are not of the committed labels, or damaged */
export async function whatIsStale(starter: Starter): Promise<string | undefined> {
  const record = JSON.parse(readFileSync(RECORD_FILE, 'utf8')) as TrainingRecord;
  if (record.labels !== labelsFingerprint(starter))
    return 'The labels of the starter taxonomy have changed since the embedder learned them.';
  if (record.weights !== fingerprint(readFileSync(WEIGHTS_FILE)))
    return 'api/data/model/embedder.bin is not the file that its record describes.';
  if (readSuggestionParameters().embedder !== `bundled-${record.weights}`)
    return 'The suggestion model was learned with the vectors of other weights.';
  return undefined;
}

/** Changes when a label of the starter taxonomy changes: the weights must be learned anew. */
export function labelsFingerprint({ groups, skills, occupations }: Starter): string {
  const labels = [groups, skills, occupations].flatMap((entries) =>
    [...entries].map(([code, entry]) => [code, ...LANGUAGES.map((language) => entry[language])]),
  );
  return createHash('sha256').update(JSON.stringify(labels)).digest('hex');
}

function count(groups: Groups): number {
  let sum = 0;
  for (const texts of groups.values()) sum += texts.length;
  return sum;
}
