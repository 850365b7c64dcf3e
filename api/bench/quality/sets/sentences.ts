// HOUSE and TECH: sentences of English job advertisements, labelled by people with the skills of ESCO they speak of.
import { join } from 'node:path';
import type { RankingSet } from '../set.ts';
import { readCsv } from './esco.ts';

export const SKILLS_FILE = 'esco-1.1.1-en/skills_en.csv';
/** The annotators' words for spans without a skill of ESCO, or with too many. */
const NO_LABEL = ['LABEL NOT PRESENT', 'UNDERSPECIFIED'];

export function sentencesFile(name: 'house' | 'tech'): string {
  return `skill-extraction-dev/${name}_validation_annotations.csv`;
}

/** @returns undefined where the folder does not hold the sentences or the skills of ESCO */
export function readSentences(data: string, name: 'house' | 'tech'): RankingSet | undefined {
  const rows = readCsv(join(data, sentencesFile(name)));
  const skills = readCsv(join(data, SKILLS_FILE));
  if (!rows || !skills) return undefined;
  const corpus = skills.map((row) => ({ id: row.conceptUri!, text: row.preferredLabel!.trim() }));
  const urisOf = Map.groupBy(corpus, ({ text }) => text.toLowerCase());

  const bySentence = new Map<string, Set<string>>();
  const unknown = new Set<string>();
  const known = new Set<string>();
  for (const { sentence, label } of rows) {
    const name = label!.trim();
    if (NO_LABEL.includes(name)) continue;
    const skills = bySentence.get(sentence!.trim()) ?? new Set();
    bySentence.set(sentence!.trim(), skills);
    const found = urisOf.get(name.toLowerCase());
    (found ? known : unknown).add(name);
    for (const { id } of found ?? []) skills.add(id);
  }
  const queries = [...bySentence.keys()].map((text, i) => ({ id: `s${i + 1}`, text }));
  return {
    name,
    title: `${name.toUpperCase()} validation, sentences to English ESCO skills`,
    short: `${name.toUpperCase()} sentences`,
    family: 'sentences',
    isMain: true,
    task: 'sentence',
    language: 'en',
    corpusLanguage: 'en',
    queries,
    corpus,
    relevant: new Map(queries.map(({ id, text }) => [id, bySentence.get(text)!])),
    note: noteOn(unknown, known),
  };
}

function noteOn(unknown: Set<string>, known: Set<string>): string {
  const all = unknown.size + known.size;
  if (unknown.size === 0) return `All ${all} labels of the annotators are in ESCO 1.1.1.`;
  const names = [...unknown].sort().join(', ');
  return `${unknown.size} of the annotators' ${all} labels are not in ESCO 1.1.1 and do not count: ${names}.`;
}
