// Labels of ESCO from the official CSV files, which stay where they are.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type CsvRow = Record<string, string>;

/** Languages in which the reference data holds all occupations, and the newest version of each. */
export const ESCO_OCCUPATIONS = {
  nl: { file: 'esco-1.2.1-nl/occupations_nl.csv', version: '1.2.1' },
  en: { file: 'esco-1.1.1-en/occupations_en.csv', version: '1.1.1' },
  de: { file: 'esco-1.2.0-de/occupations_de.csv', version: '1.2.0' },
} as const;
export type EscoLanguage = keyof typeof ESCO_OCCUPATIONS;

/** @returns preferred and alternative labels by UUID; undefined where the file is not there */
export function readOccupationLabels(
  data: string,
  language: EscoLanguage,
): Map<string, Set<string>> | undefined {
  const rows = readCsv(join(data, ESCO_OCCUPATIONS[language].file));
  if (!rows) return undefined;
  const labels = new Map<string, Set<string>>();
  for (const { conceptUri, preferredLabel, altLabels } of rows) {
    const uuid = conceptUri!.slice(conceptUri!.lastIndexOf('/') + 1);
    const known = labels.get(uuid) ?? new Set();
    for (const label of [preferredLabel!, ...altLabels!.split('\n')]) {
      if (label.trim() !== '') known.add(label.trim());
    }
    labels.set(uuid, known);
  }
  return labels;
}

/** @returns undefined where the file is not there */
export function readCsv(path: string): CsvRow[] | undefined {
  if (!existsSync(path)) return undefined;
  return parse(readFileSync(path), { columns: true, bom: true, relax_column_count: true }) as CsvRow[];
}
