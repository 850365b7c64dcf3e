// Finds levels that are written as such: "B1", "A2+", "B1/B2", with Latin or Cyrillic letters.
import { CEFR_LEVELS, type CefrLevel } from '../../http/schema.ts';
import type { Reading } from './reading.ts';

/** A level and the tokens that name it, from up to `to`. */
export interface Cefr {
  from: number;
  to: number;
  level: CefrLevel;
}

const LETTERS: Record<string, string> = { a: 'A', b: 'B', c: 'C', а: 'A', в: 'B', б: 'B', с: 'C' };

/** @param except tokens that are taken: the category of a driving licence looks the same */
export function cefrLevels(reading: Reading, except: ReadonlySet<number>): Cefr[] {
  const levels: Cefr[] = [];
  for (let token = 0; token + 1 < reading.tokens.length; token++) {
    const level = except.has(token) ? null : levelAt(reading, token);
    if (!level) continue;
    const last = levels.at(-1);
    // Of a range the lower: it asks for, and promises, no more.
    if (last && isRange(reading, last.to, token)) {
      const lower = Math.min(CEFR_LEVELS.indexOf(last.level), CEFR_LEVELS.indexOf(level));
      last.level = CEFR_LEVELS[lower]!;
      last.to = token + 2;
    } else levels.push({ from: token, to: token + 2, level });
  }
  return levels;
}

function levelAt(reading: Reading, token: number): CefrLevel | null {
  const [letter, digit] = [reading.tokens[token]!, reading.tokens[token + 1]!];
  if (digit.number === null || !/^[ -]?$/.test(digit.gap) || digit.end - digit.start !== 1) return null;
  // "B 1" with a space is a level in capitals only: "a 2" is an article and a number.
  const isCapital = reading.text[letter.start] !== letter.key;
  if (digit.gap !== '' && !isCapital) return null;
  const name = `${LETTERS[letter.key] ?? '?'}${digit.key}`;
  return CEFR_LEVELS.find((level) => level === name) ?? null;
}

function isRange(reading: Reading, from: number, to: number): boolean {
  if (to === from) return /^\s?[/–-]\s?$/.test(reading.tokens[to]!.gap);
  return to === from + 1 && (reading.has('or', from, to) || reading.has('to', from, to));
}
