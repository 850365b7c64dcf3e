// Numbers, distances, times and names of languages as the language being rendered writes them.
import { spoken } from './msg.ts';
import { CLOCK, COMMA, KILOMETRE, LANGUAGE_NAMES, UNITS, WRITTEN_AS } from './tigrinya.ts';

/** The locale of which Intl takes numbers. */
const writing = () => (spoken() === 'ti' ? WRITTEN_AS : spoken());

export function number(value: number): string {
  return new Intl.NumberFormat(writing()).format(value);
}

/** @example range(32, 40) // "32–40" */
export function range(from: number, to: number): string {
  // Of equal ends Intl would make an approximation, "~36".
  return from === to ? number(from) : new Intl.NumberFormat(writing()).formatRange(from, to);
}

/** @param share 0 to 1 */
export function percent(share: number): string {
  return new Intl.NumberFormat(writing(), { style: 'percent' }).format(share);
}

/** Under 10 km with one decimal, from there on whole. */
export function kilometres(km: number): string {
  const unit = { style: 'unit', unit: 'kilometer' } as const;
  const tigrinya = spoken() === 'ti';
  const written = new Intl.NumberFormat(writing(), {
    ...(!tigrinya && unit),
    maximumFractionDigits: km < 10 ? 1 : 0,
  }).format(km);
  return tigrinya ? `${written} ${KILOMETRE}` : written;
}

/** @param iso UTC date-time */
export function time(iso: string): string {
  const clock = spoken() === 'ti' ? CLOCK : spoken();
  return new Intl.DateTimeFormat(clock, { timeStyle: 'short' }).format(new Date(iso));
}

/** @param iso a calendar day, such as 2026-11-02 */
export function day(iso: string): string {
  // Tigrinya in digits: Intl has no names of its months.
  const [locale, dateStyle] = spoken() === 'ti' ? [CLOCK, 'short' as const] : [spoken(), 'long' as const];
  return new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(new Date(iso));
}

/** @example duration(12, 'minute') // "12 minutes", with the ending that the language gives a twelve */
export function duration(count: number, unit: 'minute' | 'week' | 'year'): string {
  if (spoken() === 'ti') return `${number(count)} ${UNITS[unit]}`;
  return new Intl.NumberFormat(spoken(), { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** What people say, where the name that Intl has is missing or bookish. */
const OWN_NAMES: Partial<Record<string, Readonly<Record<string, string>>>> = {
  ti: LANGUAGE_NAMES,
  tr: { nl: 'Hollandaca' },
};

/** @param tag BCP 47, such as uk */
export function languageName(tag: string): string {
  return OWN_NAMES[spoken()]?.[tag] ?? new Intl.DisplayNames(writing(), { type: 'language' }).of(tag) ?? tag;
}

export function list(items: string[]): string {
  // "And" is an ending of each word in Tigrinya, which does not go with words of others.
  if (spoken() === 'ti') return items.join(COMMA);
  return new Intl.ListFormat(spoken(), { type: 'conjunction' }).format(items);
}

/** For a person's words inside a sentence of ours: their direction of writing does not mix with ours. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
