// What the command line calls: imports a source and tells what the taxonomy holds now.
import type { Sql } from '../db/connect.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { Progress } from '../progress.ts';
import { importEsco } from './esco.ts';
import { importStarter } from './starter.ts';

type Print = (line: string) => void;

/** `taxonomy import starter` */
export async function runStarterImport(
  sql: Sql,
  embedder: Embedder,
  progress: Progress,
  print: Print = console.log,
) {
  const started = performance.now();
  const { changed, notes } = await importStarter(sql, embedder, progress);
  if (!changed) print('The starter taxonomy was up to date.');
  for (const sentence of notes) print(`Note: ${sentence}.`);
  await printSummary(sql, print, started);
}

/**
 * `taxonomy import esco <folder>...`
 *
 * @throws Error that lists what is wrong with the folders and files; then nothing was imported
 */
export async function runEscoImport(
  sql: Sql,
  embedder: Embedder,
  folders: string[],
  progress: Progress,
  print: Print = console.log,
) {
  const started = performance.now();
  const missing = await importEsco(sql, embedder, folders, progress);
  for (const sentence of missing) print(`Note: ${sentence}.`);
  await printSummary(sql, print, started);
}

/** Counts of the whole taxonomy, of all sources together. */
async function printSummary(sql: Sql, print: Print, started: number) {
  const concepts = await sql<
    Count[]
  >`select type as name, count(*) from concepts group by type order by type`;
  const labels = await sql<
    Count[]
  >`select language as name, count(*) from labels group by language order by language`;
  const relations = await sql<
    Count[]
  >`select type as name, count(*) from relations group by type order by type`;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(`The taxonomy holds, after ${seconds} s:`);
  print(`  concepts   ${list(concepts)}`);
  print(`  labels     ${list(labels)}`);
  print(`  relations  ${list(relations)}`);
  print('ESCO is the classification of the European Commission; a service that uses it says so.');
}

interface Count {
  name: string;
  count: number;
}

/** @example list([{ name: 'nl', count: 19905 }, { name: 'en', count: 7 }]) // 'nl 19,905 · en 7' */
function list(counts: Count[]): string {
  return counts.map(({ name, count }) => `${name} ${count.toLocaleString('en')}`).join(' · ');
}
