// Finds periods between calendar years: "2012–2019", "van 2010 tot 2018", "2015 – heden", "seit 2015".
import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';

/** Years of the Solar Hijri calendar, of Iran and Afghanistan, begin 621 years later. */
const SOLAR_HIJRI = { from: 1320, to: 1420, offset: 621 };
const EARLIEST = 1950;

/** `isSince`: its end is today, and only the words around it can tell that it is over work. */
export function periodsOf(reading: Reading, today: Date): (Quantity & { isSince: boolean })[] {
  const thisYear = today.getFullYear();
  const found: (Quantity & { isSince: boolean })[] = [];
  for (let token = 0; token < reading.tokens.length; token++) {
    const begin = yearAt(reading, token, thisYear);
    if (begin === null) continue;
    const range = rangeFrom(reading, token, begin, thisYear);
    const since = range ? null : sinceAt(reading, token);
    if (range) {
      found.push({ ...range, isSince: false });
      token = range.to - 1;
    } else if (since) {
      found.push({ ...since, years: thisYear - begin, isSince: true });
    }
  }
  return found.filter(({ years }) => years >= 1 && years <= 60);
}

/** The Gregorian year that a token of four figures names. */
function yearAt(reading: Reading, token: number, thisYear: number): number | null {
  const { number, start, end } = reading.tokens[token]!;
  if (number === null || end - start !== 4 || !Number.isInteger(number)) return null;
  if (number >= EARLIEST && number <= thisYear) return number;
  const isSolarHijri = number >= SOLAR_HIJRI.from && number <= SOLAR_HIJRI.to;
  return isSolarHijri ? number + SOLAR_HIJRI.offset : null;
}

/** From the year at a token to the next one, with only months and words for "to" between. */
function rangeFrom(reading: Reading, first: number, begin: number, thisYear: number): Quantity | null {
  let isLinked = false;
  const from = reading.at('since', first - 1)?.from ?? first;
  for (let token = first + 1; token < Math.min(first + 7, reading.tokens.length); token++) {
    const { gap, number } = reading.tokens[token]!;
    if (/[;\n]/.test(gap)) return null;
    isLinked ||= /[–—-]/.test(gap) || reading.has('to', token, token + 1);
    const now = reading.at('now', token);
    // "з 2014 року й дотепер" has no word for "to" but one for "and".
    if ((isLinked || reading.has('and', token - 1, token)) && now?.from === token)
      return { from, to: now.to, years: thisYear - begin };
    const end = yearAt(reading, token, thisYear);
    if (end !== null) return isLinked && end > begin ? { from, to: token + 1, years: end - begin } : null;
    const isBetween =
      (number !== null && number < 32) ||
      (['to', 'and', 'monthNames', 'years', 'months', 'since'] as const).some((kind) =>
        reading.has(kind, token, token + 1),
      );
    if (!isBetween) return null;
  }
  return null;
}

function sinceAt(reading: Reading, token: number): { from: number; to: number } | null {
  // One token may stand between: "since March 2015", "منذ عام 2015".
  const before =
    reading.at('since', token - 1) ??
    (isFiller(reading, token - 1) ? reading.at('since', token - 2) : undefined);
  if (before && reading.clause[before.from] === reading.clause[token])
    return { from: before.from, to: token + 1 };
  for (let after = token + 1; after <= token + 3; after++) {
    const mark = reading.at('sinceAfter', after);
    if (mark && reading.clause[after] === reading.clause[token]) return { from: token, to: mark.to };
  }
  return null;
}

function isFiller(reading: Reading, token: number): boolean {
  return (['monthNames', 'years'] as const).some((kind) => reading.has(kind, token, token + 1));
}
