// Every set that can be had here: those of the reference data where it is found, and those of the starter taxonomy.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Starter } from '../../../src/taxonomy/starter.ts';
import type { RankingSet } from '../set.ts';
import { ESCO_OCCUPATIONS } from './esco.ts';
import { acrossLanguages, heldOutAlternatives } from './held-out.ts';
import { MELO, readMelo } from './melo.ts';
import { readSentences, SKILLS_FILE, sentencesFile } from './sentences.ts';
import { starterToEsco } from './starter-to-esco.ts';

export interface Found {
  sets: RankingSet[];
  /** One line for each part of the reference data that is not there. */
  leftOut: string[];
}

/** @param data folder of the reference data */
export function findSets(data: string, starter: Starter): Found {
  const parts: [set: string, ...files: string[]][] = [
    ['MELO', MELO],
    ['HOUSE', sentencesFile('house'), SKILLS_FILE],
    ['TECH', sentencesFile('tech'), SKILLS_FILE],
    ...Object.entries(ESCO_OCCUPATIONS).map(
      ([language, { file }]) => [`Starter titles to ESCO in ${language}`, file] as [string, string],
    ),
  ];
  const leftOut = parts.flatMap(([set, ...files]) => {
    const missing = files.filter((file) => !existsSync(join(data, file)));
    return missing.length > 0 ? [`${set} is left out: ${missing.join(' and ')} not found`] : [];
  });
  return {
    sets: [
      readMelo(data),
      ...starterToEsco(data, starter),
      readSentences(data, 'house'),
      readSentences(data, 'tech'),
      ...heldOutAlternatives(starter),
      ...acrossLanguages(starter),
    ].filter((set) => set !== undefined),
    leftOut,
  };
}
