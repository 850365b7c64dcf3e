// Reads the plain files that people bring: `id TAB text`, one label a line, and TREC judgements; every error has its line.
import type { Entry } from './method.ts';

/** Problems that are listed; the rest is counted. */
const LISTED = 10;

/**
 * Lines of `id TAB text`. Further tabs belong to the text, as spaces.
 *
 * @throws Error that names the file and the lines: no tab, an id twice or with spaces, no text
 * @example parseEntries('q.tsv', 'q1\tbakker\n') // [{ id: 'q1', text: 'bakker' }]
 */
export function parseEntries(file: string, content: string): Entry[] {
  const lineOf = new Map<string, number>();
  return parseLines(file, content, (line, number) => {
    const tab = line.indexOf('\t');
    if (tab < 0) return 'has no tab; write an id, a tab and a text';
    const id = line.slice(0, tab).trim();
    const text = line.slice(tab).replaceAll('\t', ' ').trim();
    if (id === '') return 'has no id before the tab';
    if (/\s/.test(id)) return `has spaces in the id "${id}", which the output could not hold`;
    if (text === '') return `has no text after the id "${id}"`;
    const earlier = lineOf.get(id);
    if (earlier) return `has the id "${id}" of line ${earlier} again`;
    lineOf.set(id, number);
    return { id, text };
  });
}

/**
 * One label a line; the label is its own id.
 *
 * @throws Error that names the file and the lines that are empty or repeat an earlier one
 */
export function parseLabels(file: string, content: string): Entry[] {
  const lineOf = new Map<string, number>();
  return parseLines(file, content, (line, number) => {
    const text = line.replaceAll('\t', ' ').trim();
    if (text === '') return 'is empty; write one label a line';
    const earlier = lineOf.get(text);
    if (earlier) return `repeats line ${earlier}, "${text}"`;
    lineOf.set(text, number);
    return { id: text, text };
  });
}

/**
 * Judgements in TREC form, `query 0 element grade`: ids of the elements with a grade above 0, by query.
 *
 * @throws Error that names the file and the lines that have another form
 */
export function parseQrels(file: string, content: string): Map<string, Set<string>> {
  const relevant = new Map<string, Set<string>>();
  parseLines(file, content, (line) => {
    const [query, , element, grade, ...more] = line.trim().split(/\s+/);
    if (!query || !element || !/^-?\d+$/.test(grade ?? '') || more.length > 0) {
      return 'is not of the form "query 0 element grade"';
    }
    if (Number(grade) > 0) relevant.set(query, (relevant.get(query) ?? new Set()).add(element));
    return { query, element };
  });
  return relevant;
}

/** @param parse gives what a line says, or for a wrong one the rest of the sentence "line 3 …" */
function parseLines<T extends object>(
  file: string,
  content: string,
  parse: (line: string, number: number) => T | string,
): T[] {
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const parsed: T[] = [];
  const problems: string[] = [];
  for (const [i, line] of lines.entries()) {
    const result = parse(line, i + 1);
    if (typeof result === 'string') problems.push(`  line ${i + 1} ${result}`);
    else parsed.push(result);
  }
  if (lines.length === 0) problems.push('  it is empty');
  if (problems.length > LISTED) {
    problems.splice(LISTED, problems.length, `  and ${problems.length - LISTED} more lines`);
  }
  if (problems.length > 0) throw new Error(`${file} cannot be read:\n${problems.join('\n')}`);
  return parsed;
}
