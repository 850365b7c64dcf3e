// What the model learns from: groups of texts that mean the same, in any language.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { LANGUAGES, type Language } from '../http/schema.ts';
import type { Starter } from '../taxonomy/starter.ts';

export interface Text {
  language: string;
  text: string;
  /** A sentence about the concept, not a name of it. */
  isSentence?: boolean;
}
/** Texts of one concept; the key is its ESCO URI, or what else names it. */
export type Groups = Map<string, Text[]>;

/** Where the reference data stands unless told; not part of the project. */
export const REFERENCE_DATA = join(import.meta.dirname, '../../../../shared/data');

type Row = Record<string, string>;
const ESCO = 'http://data.europa.eu/esco';

/** Folders of the reference data, in the order in which they are read; what is missing is left out. */
const ESCO_FILES: [path: string, language: string][] = [
  ['esco-1.1.1-en/occupations_en.csv', 'en'],
  ['esco-1.1.1-en/skills_en.csv', 'en'],
  ['esco-1.1.1-en/skillGroups_en.csv', 'en'],
  ['esco-1.1.1-en/ISCOGroups_en.csv', 'en'],
  ['esco-1.2.1-nl/occupations_nl.csv', 'nl'],
  ['esco-1.2.1-nl/ISCOGroups_nl.csv', 'nl'],
  ['esco-1.2.1-nl/skillGroups_nl.csv', 'nl'],
  ['esco-1.2.1-nl/transversalSkillsCollection_nl.csv', 'nl'],
  ['esco-1.2.1-nl/digitalSkillsCollection_nl.csv', 'nl'],
  ['esco-1.2.1-nl/greenSkillsCollection_nl.csv', 'nl'],
  ['esco-1.2.1-nl/languageSkillsCollection_nl.csv', 'nl'],
  ['esco-1.1.1-nl/occupations_nl.csv', 'nl'],
  ['esco-1.2.0-de/occupations_de.csv', 'de'],
  ['esco-1.2.0-de/ISCOGroups_de.csv', 'de'],
  ['esco-1.2.0-de/skillGroups_de.csv', 'de'],
  ['esco-labels-partial/esco_skill_labels_nl_partial.csv', 'nl'],
  ['esco-labels-partial/esco_skill_labels_de_partial.csv', 'de'],
];

/** Labels and descriptions of ESCO by URI. */
export function readEscoGroups(folder: string): Groups {
  const groups: Groups = new Map();
  for (const [path, language] of ESCO_FILES) {
    for (const row of readTable(join(folder, path), ',')) {
      const labels = [
        row.preferredLabel ?? row[`preferredLabel_${language}`] ?? '',
        ...(row.altLabels ?? row[`altLabels_${language}`] ?? '').split(/\n| \| /),
        ...(row.hiddenLabels ?? '').split('\n'),
      ];
      for (const text of labels) add(groups, row.conceptUri!, { language, text });
      if (row.description)
        add(groups, row.conceptUri!, { language, text: opening(row.description), isSentence: true });
    }
  }
  return groups;
}

/** Titles of O*NET occupations; never the crosswalk to ESCO, whose answers the MELO benchmark asks for. */
export function readOnetGroups(folder: string): Groups {
  const groups: Groups = new Map();
  const addTitle = (code: string, text: string, isSentence = false) =>
    add(groups, `onet:${code}`, { language: 'en', text, ...(isSentence && { isSentence }) });
  for (const row of readTable(join(folder, 'onet-29.1/Occupation Data.txt'), '\t')) {
    addTitle(row['O*NET-SOC Code']!, row.Title!);
    addTitle(row['O*NET-SOC Code']!, row.Description!, true);
  }
  for (const row of readTable(join(folder, 'onet-29.1/Alternate Titles.txt'), '\t')) {
    addTitle(row['O*NET-SOC Code']!, row['Alternate Title']!);
  }
  return groups;
}

/** Sentences of synthetic vacancies, added to the groups of the skills that they speak of. */
export function addSkillSentences(groups: Groups, folder: string): void {
  const byLabel = new Map<string, string>();
  for (const [uri, texts] of groups) {
    if (uri.startsWith(`${ESCO}/skill/`)) {
      const first = texts.find((text) => text.language === 'en' && !text.isSentence);
      if (first) byLabel.set(first.text.toLowerCase(), uri);
    }
  }
  for (const file of ['train.csv', 'dev.csv', 'test.csv']) {
    for (const row of readTable(join(folder, 'skillskape', file), ',')) {
      for (const [, , label] of row.skills!.matchAll(/(['"])(.*?)\1(?=[,\]])/g)) {
        const uri = byLabel.get(label!.toLowerCase());
        if (uri) add(groups, uri, { language: 'en', text: row.sentence!, isSentence: true });
      }
    }
  }
}

/** Labels of the starter taxonomy, joined to the ESCO group where the concept is the same. */
export function addStarter(
  groups: Groups,
  starter: Starter,
  isHeldOut: (code: string, language: Language, label: string) => boolean,
): void {
  for (const kind of ['occupations', 'skills'] as const) {
    for (const [code, entry] of starter[kind]) {
      const uri = entry.esco ? `${ESCO}/${kind.slice(0, -1)}/${entry.esco}` : `starter:${code}`;
      const heldOut = new Set<string>();
      for (const language of LANGUAGES) {
        for (const text of entry[language]) {
          if (isHeldOut(code, language, text)) heldOut.add(text.toLowerCase());
          else add(groups, uri, { language, text });
        }
      }
      // ESCO may have the same label.
      const rest = groups.get(uri)?.filter(({ text }) => !heldOut.has(text.toLowerCase()));
      if (heldOut.size > 0 && rest) groups.set(uri, rest);
    }
  }
  for (const [code, group] of starter.groups) {
    for (const language of LANGUAGES)
      for (const text of group[language]) add(groups, `${ESCO}/isco/C${code}`, { language, text });
  }
}

/** The first 200 letters say what a concept is; the rest costs time and teaches little. */
function opening(text: string): string {
  return text.length <= 200 ? text : text.slice(0, text.lastIndexOf(' ', 200));
}

function add(groups: Groups, key: string, text: Text): void {
  const clean = text.text.replace(/\s+/g, ' ').trim();
  if (clean === '') return;
  const texts = groups.get(key) ?? [];
  if (texts.some((other) => other.text === clean && other.language === text.language)) return;
  texts.push({ ...text, text: clean });
  groups.set(key, texts);
}

function readTable(path: string, delimiter: string): Row[] {
  if (!existsSync(path)) return [];
  return parse(readFileSync(path), {
    delimiter,
    columns: true,
    bom: true,
    quote: delimiter === ',' ? '"' : null,
    relax_column_count: true,
  }) as Row[];
}
