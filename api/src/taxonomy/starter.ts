// The starter taxonomy that ships with the project: reads api/data/taxonomy/*.yaml, checks it and imports it.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Sql, Transaction } from '../db/connect.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { LANGUAGES, type Language } from '../http/schema.ts';
import { type Progress, silent } from '../progress.ts';
import {
  type ConceptRecord,
  importing,
  type RelationRecord,
  settle,
  writeConcepts,
  writeRelations,
} from './store.ts';

const FOLDER = join(import.meta.dirname, '../../data/taxonomy');
const ESCO = 'http://data.europa.eu/esco';

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug such as bake-bread');
const Labels = z.array(z.string().trim().min(1)).min(1);
const names = Object.fromEntries(LANGUAGES.map((language) => [language, Labels])) as Record<
  Language,
  typeof Labels
>;
const NlqfLevel = z.int().min(1).max(8);
const Group = z.strictObject(names);
const Skill = z.strictObject({ ...names, type: z.enum(['skill', 'knowledge']), esco: z.uuid().optional() });
const Occupation = z.strictObject({
  ...names,
  isco: z.string().regex(/^\d{4}$/, 'an ISCO-08 unit group: four digits in quotes'),
  esco: z.uuid().optional(),
  nlqf: z.tuple([NlqfLevel, NlqfLevel]),
  regulated: z.boolean(),
  riasec: z
    .string()
    .regex(/^(?!.*(.).*\1)[RIASEC]{1,3}$/, 'one to three different letters of RIASEC, the strongest first'),
  essential: z.array(Slug),
  optional: z.array(Slug),
});
const File = z.strictObject({
  /** Whether this file's skills are of use in any work. */
  transversal: z.boolean().default(false),
  /** Languages in which no native speaker has read this file's labels yet. */
  draft: z.array(z.enum(LANGUAGES)).default([]),
  groups: z.record(z.string().regex(/^\d{1,2}$/, 'an ISCO-08 group of one or two digits'), Group).default({}),
  skills: z.record(Slug, Skill).default({}),
  occupations: z.record(Slug, Occupation).default({}),
});

type Entry<Shape extends z.ZodType> = z.infer<Shape> & { file: string } & Pick<
    z.infer<typeof File>,
    'draft' | 'transversal'
  >;
/** Groups by ISCO-08 code, skills and occupations by slug; each knows its file, and what that says of all in it. */
export interface Starter {
  groups: Map<string, Entry<typeof Group>>;
  skills: Map<string, Entry<typeof Skill>>;
  occupations: Map<string, Entry<typeof Occupation>>;
}

/** @returns the text of every file by its name, in the order of the names */
export async function readStarterFiles(folder = FOLDER): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  if (names.length === 0) throw new Error(`${folder} holds no .yaml file of the starter taxonomy`);
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as [string, string]),
    ),
  );
}

/**
 * @param files the text of every file by its name
 * @throws Error that names file, concept and field of everything that is not as it should be
 */
export function parseStarter(files: Map<string, string>): Starter {
  const starter: Starter = { groups: new Map(), skills: new Map(), occupations: new Map() };
  const problems: string[] = [];
  for (const [file, text] of files) {
    const parsed = File.safeParse(parseYaml(file, text));
    if (!parsed.success) {
      problems.push(
        ...parsed.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`),
      );
      continue;
    }
    for (const kind of ['groups', 'skills', 'occupations'] as const) {
      for (const [code, entry] of Object.entries(parsed.data[kind])) {
        const earlier = starter.skills.get(code) ?? starter.occupations.get(code) ?? starter.groups.get(code);
        if (earlier)
          problems.push(`${file}: ${kind}.${code}: stands in ${earlier.file} too; a slug names one thing`);
        (starter[kind] as Map<string, object>).set(code, {
          ...entry,
          file,
          draft: parsed.data.draft,
          transversal: parsed.data.transversal,
        });
      }
    }
  }
  for (const [slug, { file, essential, optional }] of starter.occupations) {
    const unknown = [...essential, ...optional].filter((skill) => !starter.skills.has(skill));
    problems.push(...unknown.map((skill) => `${file}: occupations.${slug}: there is no skill ${skill}`));
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return starter;
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new Error(`${file}: ${(cause as Error).message}`, { cause });
  }
}

/**
 * Brings the database to what the files say. Costs milliseconds when they have not changed.
 * A concept that is gone from the files stays as long as people or vacancies use it, or ESCO knows it.
 *
 * @returns whether anything had to be done, and what an editor of the files should know
 * @throws Error that names file, concept and field; then nothing has changed
 */
export async function importStarter(
  sql: Sql,
  embedder: Embedder,
  progress: Progress = silent,
  folder = FOLDER,
): Promise<{ changed: boolean; notes: string[] }> {
  const unchanged = { changed: false, notes: [] };
  const files = await readStarterFiles(folder);
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('hex');
  if (await isImported(sql, fingerprint)) return unchanged;
  const starter = parseStarter(files);
  return importing(sql, async (tx) => {
    // Another copy of the API may have been first.
    if (await isImported(tx, fingerprint)) return unchanged;
    const concepts = toConcepts(starter);
    const contested = await writeConcepts(tx, 'starter', concepts, progress);
    const codes = concepts.map((concept) => concept.code);
    await removeOthers(tx, codes);
    await tx`
      delete from relations where source = 'starter'
        and from_id in (select id from concepts where code = any(${codes}::text[]))`;
    await writeRelations(tx, 'starter', toRelations(starter), progress);
    await settle(tx, embedder, progress);
    await tx`
      insert into imports (source, fingerprint) values ('starter', ${fingerprint})
      on conflict (source) do update set fingerprint = excluded.fingerprint, imported_at = now()`;
    return {
      changed: true,
      notes: contested.map(
        (code) => `${code}: its ESCO concept is in the database already, so both stay, unconnected`,
      ),
    };
  });
}

async function isImported(sql: Sql | Transaction, fingerprint: string): Promise<boolean> {
  const rows = await sql`select from imports where source = 'starter' and fingerprint = ${fingerprint}`;
  return rows.length > 0;
}

async function removeOthers(tx: Transaction, codes: string[]): Promise<void> {
  const gone = await tx<{ id: number }[]>`
    select id from concepts c where source = 'starter' and code <> all(${codes}::text[])
      and not exists (select from labels l where l.concept_id = c.id and l.source <> 'starter')`;
  for (const { id } of gone) {
    await tx
      .savepoint((point) => point`delete from concepts where id = ${id}`)
      .catch((error) => {
        const isInUse = error.code === '23503'; // foreign_key_violation
        if (!isInUse) throw error;
      });
  }
}

function toConcepts({ groups, skills, occupations }: Starter): ConceptRecord[] {
  return [
    ...[...groups].map(([code, group]) => ({
      code: `isco-${code}`,
      uri: `${ESCO}/isco/C${code}`,
      type: 'isco-08-group' as const,
      iscoCode: code,
      ...labelsOf(group),
    })),
    ...[...skills].map(([code, skill]) => ({
      code,
      uri: skill.esco ? `${ESCO}/skill/${skill.esco}` : null,
      type: 'skill' as const,
      skillType: skill.type,
      transversal: skill.transversal,
      ...labelsOf(skill),
    })),
    ...[...occupations].map(([code, occupation]) => ({
      code,
      uri: occupation.esco ? `${ESCO}/occupation/${occupation.esco}` : null,
      type: 'occupation' as const,
      iscoCode: occupation.isco,
      nlqf: occupation.nlqf,
      regulated: occupation.regulated,
      riasec: occupation.riasec,
      ...labelsOf(occupation),
    })),
  ];
}

function labelsOf(entry: Entry<typeof Group>): Pick<ConceptRecord, 'labels' | 'draft'> {
  return {
    labels: new Map(LANGUAGES.map((language) => [language, new Set(entry[language])])),
    draft: entry.draft,
  };
}

function toRelations({ occupations }: Starter): RelationRecord[] {
  return [...occupations].flatMap(([from, { essential, optional }]) => [
    ...essential.map((to) => ({ from, type: 'essential' as const, to })),
    ...optional.map((to) => ({ from, type: 'optional' as const, to })),
  ]);
}
