// Imports the official ESCO classification from its CSV files, of any version and in any languages.
import { dirname } from 'node:path';
import type { Sql, Transaction } from '../db/connect.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { Progress } from '../progress.ts';
import { type EscoFile, type FileKind, findEscoFiles } from './esco-files.ts';
import { type Esco, readEsco } from './esco-rows.ts';
import { importing, settle, writeConcepts, writeRelations } from './store.ts';

/**
 * Imports one or more folders with ESCO's CSV files as one: languages and relations complete each other, a later folder
 * wins where two differ. Importing the same again changes nothing. A newer version replaces the labels of its
 * languages; what it no longer has, stays. A concept of the starter set keeps its code, its facts and its preferred labels.
 *
 * @returns what was missing or left out, in plain sentences
 * @throws Error that lists what is wrong with folders and rows, with file and line; then nothing has changed
 */
export async function importEsco(
  sql: Sql,
  embedder: Embedder,
  folders: string[],
  progress: Progress,
): Promise<string[]> {
  const all = await findEscoFiles(folders);
  // A collection repeats what the skills file of its folder says.
  const files = all.filter((file) => file.kind !== 'skillCollection' || !all.some(isLike(file, 'skills')));
  const esco = await readEsco(files, progress);
  return importing(sql, async (tx) => {
    await writeConcepts(tx, 'esco', [...esco.concepts.values()], progress);
    const unknown = await writeRelations(tx, 'esco', esco.relations, progress);
    await settle(tx, embedder, progress);
    return [
      ...missingRelations(files),
      ...missingLabels(files, esco, await countSkills(tx)),
      ...leftOut(
        unknown.length,
        'relations to a concept that is in no folder and not in the database: versions differ',
      ),
      ...leftOut(esco.unreleased, 'rows whose status is not released'),
      ...leftOut(esco.unnamed, 'rows without a preferred label'),
    ];
  });
}

/** Tells whether a file is of this kind, in the folder and the language of the given one. */
const isLike = (file: EscoFile, kind: FileKind) => (other: EscoFile) =>
  other.kind === kind && setOf(other) === setOf(file);

const setOf = ({ path, language }: EscoFile) => `${dirname(path)} ${language}`;

function leftOut(count: number, what: string): string[] {
  return count === 0 ? [] : [`left out ${count.toLocaleString('en')} ${what}`];
}

function missingRelations(files: EscoFile[]): string[] {
  const lacks = (kind: FileKind) => !files.some((file) => file.kind === kind);
  return [
    ...(lacks('skillRelations')
      ? ['no occupationSkillRelations.csv in any folder, so no occupation gets skills from this import']
      : []),
    ...(lacks('broaderRelations')
      ? ['no broaderRelations files in any folder, so nothing is put under broader concepts by this import']
      : []),
  ];
}

/** Every language of every folder should have these. */
const LABEL_FILES = [
  ['occupations', 'occupations', 'occupations'],
  ['skills', 'skills', 'skills'],
  ['iscoGroups', 'ISCOGroups', 'ISCO groups'],
  ['skillGroups', 'skillGroups', 'skill groups'],
] as const;

/** @param skills how many skills of ESCO the database holds now */
function missingLabels(files: EscoFile[], { concepts }: Esco, skills: number): string[] {
  const sentences: string[] = [];
  const languageNames = new Intl.DisplayNames('en', { type: 'language' });
  const sets = new Map(files.filter((file) => file.language).map((file) => [setOf(file), file]));
  for (const file of sets.values()) {
    const { folder, language } = file;
    for (const [kind, name, plural] of LABEL_FILES) {
      if (files.some(isLike(file, kind))) continue;
      const start = `${folder}: no ${name}_${language}.csv, so ${plural} get`;
      const labels = `${languageNames.of(language!)} labels`;
      if (kind === 'skills' && files.some(isLike(file, 'skillCollection'))) {
        const named = [...concepts.values()].filter(
          (concept) => concept.type === 'skill' && concept.labels.has(language!),
        ).length;
        sentences.push(
          `${start} ${labels} only from the collections (${named.toLocaleString('en')} of ${skills.toLocaleString('en')})`,
        );
      } else sentences.push(`${start} no ${labels} from this folder`);
    }
  }
  return sentences;
}

async function countSkills(tx: Transaction): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*) from concepts where type = 'skill' and uri is not null`;
  return row!.count;
}
