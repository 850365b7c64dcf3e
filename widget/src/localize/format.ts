// Numbers, distances, times and names of languages as the language being rendered writes them.
import { spoken } from './msg.ts';

export function number(value: number): string {
  return new Intl.NumberFormat(spoken()).format(value);
}

/** @example range(32, 40) // "32–40" */
export function range(from: number, to: number): string {
  // Of equal ends Intl would make an approximation, "~36".
  return from === to ? number(from) : new Intl.NumberFormat(spoken()).formatRange(from, to);
}

/** @param share 0 to 1 */
export function percent(share: number): string {
  return new Intl.NumberFormat(spoken(), { style: 'percent' }).format(share);
}

/** Under 10 km with one decimal, from there on whole. */
export function kilometres(km: number): string {
  return new Intl.NumberFormat(spoken(), {
    style: 'unit',
    unit: 'kilometer',
    maximumFractionDigits: km < 10 ? 1 : 0,
  }).format(km);
}

/** @param iso UTC date-time */
export function time(iso: string): string {
  return new Intl.DateTimeFormat(spoken(), { timeStyle: 'short' }).format(new Date(iso));
}

/** @param tag BCP 47, such as uk */
export function languageName(tag: string): string {
  return new Intl.DisplayNames(spoken(), { type: 'language' }).of(tag) ?? tag;
}

export function list(items: string[]): string {
  return new Intl.ListFormat(spoken(), { type: 'conjunction' }).format(items);
}

/** For a person's words inside a sentence of ours: their direction of writing does not mix with ours. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
