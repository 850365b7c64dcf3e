// MELO usa_q_en_c_en: 633 US job titles to the labels of ESCO (Retyk and others, 2024).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEntries, parseQrels } from '../entries.ts';
import type { RankingSet } from '../set.ts';

export const MELO = 'melo-usa-en-dev';

/** @returns undefined where the folder does not hold the set */
export function readMelo(data: string): RankingSet | undefined {
  const read = (name: string) => {
    const path = join(data, MELO, name);
    return [path, readFileSync(path, 'utf8')] as const;
  };
  if (!existsSync(join(data, MELO))) return undefined;
  return {
    name: 'melo-usa-en-en',
    title: 'MELO, US titles to English ESCO labels',
    short: 'MELO en to en',
    family: 'melo',
    isMain: true,
    task: 'title',
    language: 'en',
    corpusLanguage: 'en',
    queries: parseEntries(...read('queries.tsv')),
    corpus: parseEntries(...read('corpus_elements.tsv')),
    relevant: parseQrels(...read('annotations.tsv')),
  };
}
