// The official ESCO download as it lies on disk: which file is what, and its rows with their line numbers.
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type CsvError, parse } from 'csv-parse';
import type { Step } from '../progress.ts';

/** File names without language and extension. A newer version adds a language to the relation files too. */
const NAMES = {
  occupations: /^occupations_([a-z]{2})\.csv$/i,
  skills: /^skills_([a-z]{2})\.csv$/i,
  iscoGroups: /^ISCOGroups_([a-z]{2})\.csv$/i,
  skillGroups: /^skillGroups_([a-z]{2})\.csv$/i,
  skillCollection: /SkillsCollection_([a-z]{2})\.csv$/i,
  broaderRelations: /^broaderRelations(?:Occ|Skill)Pillar(?:_[a-z]{2})?\.csv$/i,
  skillRelations: /^occupationSkillRelations(?:_[a-z]{2})?\.csv$/i,
};
export type FileKind = keyof typeof NAMES;

export interface EscoFile {
  kind: FileKind;
  /** Name of the folder, without what stands above it. */
  folder: string;
  name: string;
  path: string;
  /** Two letters, lower case; undefined for relations, which have no language. */
  language: string | undefined;
  bytes: number;
}

export type Row = Record<string, string>;

/** Collects what is wrong in the files, to tell all of it at once. */
export class Problems {
  static readonly SHOWN = 20;
  readonly #found: string[] = [];
  #count = 0;

  add(file: EscoFile, line: number, message: string): void {
    this.#count++;
    if (this.#found.length < Problems.SHOWN)
      this.#found.push(`${file.folder}/${file.name}:${line}: ${message}`);
  }

  throwIfAny(): void {
    if (this.#count === 0) return;
    const more = this.#count - this.#found.length;
    throw new Error(
      [...this.#found, ...(more > 0 ? [`… and ${more} more`] : []), 'Nothing was imported.'].join('\n'),
    );
  }
}

/** @throws Error that names every folder that is missing or holds no ESCO file */
export async function findEscoFiles(folders: string[]): Promise<EscoFile[]> {
  const found = await Promise.all(
    folders.map((folder) => filesOf(resolve(folder)).catch((error: Error) => error)),
  );
  const errors = found.filter((result) => result instanceof Error);
  if (errors.length > 0) throw new Error(errors.map((error) => error.message).join('\n'));
  return (found as EscoFile[][]).flat();
}

async function filesOf(folder: string): Promise<EscoFile[]> {
  const names = await readdir(folder).catch((cause) => {
    throw new Error(`${folder} is no folder that can be read`, { cause });
  });
  const files: EscoFile[] = [];
  for (const name of names.sort()) {
    for (const [kind, pattern] of Object.entries(NAMES) as [FileKind, RegExp][]) {
      const match = pattern.exec(name);
      if (!match) continue;
      const path = join(folder, name);
      const { size } = await stat(path);
      files.push({
        kind,
        folder: basename(folder),
        name,
        path,
        language: match[1]?.toLowerCase(),
        bytes: size,
      });
    }
  }
  if (files.length === 0) {
    throw new Error(
      `${folder} holds no ESCO file such as occupations_en.csv; unpack the official CSV download there`,
    );
  }
  return files;
}

/**
 * Streams the rows of a file, each with the line that it begins on (a quoted cell may hold line breaks).
 *
 * @param columns those that are needed; others are left out
 * @param problems gets what is wrong with the file; rows that can be read are still given
 * @param step advances by the bytes read
 */
export async function* readRows(
  file: EscoFile,
  columns: { required: string[]; optional: string[] },
  problems: Problems,
  step: Step,
): AsyncGenerator<{ row: Row; line: number }> {
  let width = 0;
  let lastLine = 1;
  let bytes = 0;
  let isBroken = false;
  const parser = parse({
    bom: true,
    columns: (header: string[]) => {
      width = header.length;
      const missing = columns.required.filter((name) => !header.includes(name));
      if (missing.length > 0) throw new Error(`there is no column ${missing.join(', ')}`);
      const wanted = new Set([...columns.required, ...columns.optional]);
      return header.map((name) => (wanted.has(name) ? name : undefined));
    },
    on_record: (row: Row, info) => {
      const line = lastLine + 1;
      lastLine = info.lines;
      step.advance(info.bytes - bytes);
      bytes = info.bytes;
      return { row, line };
    },
    skip_records_with_error: true,
    on_skip: (error) => {
      const { code, lines, record } = error as CsvError & { lines: number; record?: string[] };
      if (isBroken) return undefined;
      // After a stray quotation mark nobody can tell where the next row begins.
      isBroken = code !== 'CSV_RECORD_INCONSISTENT_COLUMNS';
      problems.add(
        file,
        lastLine + 1,
        isBroken
          ? 'a quotation mark is missing or too many; the rest of the file was not read'
          : `${record?.length} cells instead of ${width}`,
      );
      lastLine = lines;
      return undefined;
    },
  });
  // An error ends the parser too, so the loop below sees it.
  pipeline(createReadStream(file.path), parser).catch(() => {});
  try {
    for await (const record of parser) if (!isBroken) yield record;
    if (width === 0) problems.add(file, 1, 'the file is empty');
  } catch (error) {
    problems.add(file, 1, (error as Error).message);
  }
}
