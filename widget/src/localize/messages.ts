// What the API says by a key with parameters, in the reader's language.
import type { Message } from '@nederlandwerkt/sdk';
import { html, type TemplateResult } from 'lit';
import { day, duration, isolate, kilometres, languageName, number, range } from './format.ts';
import { gates } from './messages/gates.ts';
import { reasons } from './messages/reasons.ts';
import { rights } from './messages/rights.ts';
import { steps } from './messages/steps.ts';
import { spoken } from './msg.ts';
import { busyReason, educationName, fromPlace, languageSkillName, transportName } from './words.ts';

/** The parameters of a message by their names, written as the reader's language writes them. */
export type Blanks = Readonly<Record<string, string>>;
/** Called while rendering only, for it is in the language being rendered. Names stand after a colon: nobody inflects them. */
export type Sentences = Readonly<Record<string, (blanks: Blanks) => string>>;

export const SENTENCES: Sentences = { ...reasons, ...gates, ...steps, ...rights };

/** How a parameter is written; see `write` for the others. */
const WRITTEN: Partial<Record<string, (value: never) => string>> = {
  distanceKm: kilometres,
  maxDistanceKm: kilometres,
  minutes: (count: number) => duration(count, 'minute'),
  maxMinutes: (count: number) => duration(count, 'minute'),
  years: (count: number) => duration(count, 'year'),
  language: languageName,
  skillKind: languageSkillName,
  transport: transportName,
  place: fromPlace,
  reason: busyReason,
};
/** Keys whose numbers are levels of NLQF. */
const ABOUT_EDUCATION = /\.(education|education-usual|(maybe-)?overqualified)$/;
const RANGE = /^(\d+)-(\d+)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * @returns the sentence for a message; of a key that this script does not know yet, or when a parameter is missing, the
 *   text of the API, marked with its own language
 */
export function said({ key, params, text }: Message): string | TemplateResult {
  const sentence = SENTENCES[key];
  let complete = sentence !== undefined;
  const blanks = new Proxy(params, {
    get(_, name: string) {
      const value = params[name] ?? null;
      if (value === null) complete = false;
      return value === null ? '' : write(key, name, value);
    },
  }) as Blanks;
  const words = sentence?.(blanks);
  if (complete) return words!;
  return html`<bdi lang=${spoken() === 'nl' ? 'nl' : 'en'}>${text}</bdi>`;
}

function write(key: string, name: string, value: Message['params'][string]): string {
  const written = WRITTEN[name];
  if (written) return written(value as never);
  if (typeof value === 'number') return ABOUT_EDUCATION.test(key) ? educationName(value) : number(value);
  const text = String(value);
  const ends = RANGE.exec(text)?.slice(1).map(Number);
  if (ends) return range(ends[0]!, ends[1]!);
  return DAY.test(text) ? day(text) : isolate(text);
}
