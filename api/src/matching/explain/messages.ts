// A sentence by its key: parameters for who says it in another language, and the text in plain Dutch or English.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Language } from '../../http/schema.ts';
import { readTexts } from '../../rules/texts.ts';
import type { Evidence } from '../factors/factor.ts';
import type { Message } from '../schema.ts';

/** Who reads it: the person that it is about, or an employer, who may know no more than the card. */
export type Audience = 'person' | 'employer';

type TextLanguage = 'nl' | 'en';
type Words = Record<string, Record<TextLanguage, string>>;

const FOLDER = join(import.meta.dirname, '../../../data/rules');
/** By key, cut at the braces: literal text and names of parameters in turns. An answer says some hundreds of them. */
const TEXTS = {
  person: cut(readTexts(FOLDER)),
  employer: cut(new Map([...readTexts(FOLDER), ...readTexts(join(FOLDER, 'employer'))])),
};
const WORDS = parse(readFileSync(join(FOLDER, 'matching-words.yaml'), 'utf8')) as Record<string, Words>;
/** ISO 8601. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Keys whose numbers are levels of NLQF. */
const ABOUT_EDUCATION = /\.(education|education-usual|(maybe-)?overqualified)$/;

/**
 * @param params all that the text needs: numbers, names in the reader's language, and codes that are put into words here
 * @param language of the reader: the text is in Dutch for `nl`, and in English for all others
 * @throws Error for a key without a text, or a placeholder without a parameter
 * @example message('gap.language', { language: 'nl', has: 'A1', needs: 'B1' }, 'nl').text
 * // 'Voor dit werk heb je Nederlands op niveau B1 nodig. Jij hebt niveau A1.'
 */
export function message(
  key: string,
  params: Evidence,
  language: Language,
  audience: Audience = 'person',
): Message {
  const text = TEXTS[audience].get(key);
  if (!text) throw new Error(`There is no text for ${key}: add it to a *texts.yaml in api/data/rules`);
  const spoken = language === 'nl' ? 'nl' : 'en';
  let filled = '';
  text[spoken].forEach((part, i) => {
    if (i % 2 === 0) {
      filled += part;
      return;
    }
    const value = params[part];
    if (value === undefined || value === null || Number.isNaN(value)) {
      throw new Error(`The text of ${key} needs the parameter ${part}`);
    }
    filled += inWords(key, part, value, spoken);
  });
  return { key, params, text: filled };
}

function cut(texts: ReturnType<typeof readTexts>): Map<string, Record<TextLanguage, string[]>> {
  const parts = (text: string) => text.split(/\{([a-zA-Z]+)\}/);
  return new Map([...texts].map(([key, { nl, en }]) => [key, { nl: parts(nl), en: parts(en) }]));
}

function inWords(key: string, name: string, value: string | number | boolean, spoken: TextLanguage): string {
  if (name === 'language') return languageName(String(value), spoken);
  if (typeof value !== 'number') {
    const text = String(value);
    if (DAY.test(text)) return dates[spoken].format(new Date(text));
    return WORDS[name]?.[text]?.[spoken] ?? text;
  }
  if (ABOUT_EDUCATION.test(key)) return WORDS.nlqf![value]?.[spoken] ?? String(value);
  // Formatting is slow, and most numbers are small and have a tenth at most.
  return value >= 0 && value < 1000 && Math.round(value * 10) / 10 === value
    ? String(value).replace('.', spoken === 'nl' ? ',' : '.')
    : numbers[spoken].format(value);
}

/** Languages that answers name over and over; the others are looked up each time. */
const MOST_KNOWN = 300;

function languageName(code: string, spoken: TextLanguage): string {
  const { intl, known } = languageNames[spoken];
  let name = known.get(code);
  if (name === undefined) {
    name = intl.of(code) ?? code;
    if (known.size < MOST_KNOWN) known.set(code, name);
  }
  return name;
}

/** Looking one up is slower than all the rest of a sentence. */
const languageNames = {
  nl: { intl: new Intl.DisplayNames('nl', { type: 'language' }), known: new Map<string, string>() },
  en: { intl: new Intl.DisplayNames('en', { type: 'language' }), known: new Map<string, string>() },
};
const dates = {
  nl: new Intl.DateTimeFormat('nl', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};
const numbers = {
  nl: new Intl.NumberFormat('nl', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 1 }),
};
