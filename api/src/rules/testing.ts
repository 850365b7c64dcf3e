// The shipped rules, and a folder of rule files with one thing changed, for tests.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRules } from './rules.ts';

export const FOLDER = join(import.meta.dirname, '../../data/rules');
export const rules = readRules();
/** A day after all rules that are announced today were planned to begin. */
export const TODAY = '2026-11-28';

/** @returns a copy of the folder in which `file` has `after` for the first `before`; it goes when disposed of */
export function changed(file: string, before: string, after: string): { folder: string } & Disposable {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  cpSync(FOLDER, folder, { recursive: true });
  const text = readFileSync(join(FOLDER, file), 'utf8');
  if (!text.includes(before)) throw new Error(`${file} does not hold ${before}`);
  writeFileSync(join(folder, file), text.replace(before, after));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}
