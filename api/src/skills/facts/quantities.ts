// Finds lengths of time in years: "3 jaar", "anderhalf jaar", "18 maanden", "3-5 years" (the lower), "سنة ونصف".
import type { Reading } from './reading.ts';

/** A length of time in years, and the tokens that say it. */
export interface Quantity {
  from: number;
  to: number;
  years: number;
}

/** In the order of the text; nothing overlaps. */
export function quantitiesOf(reading: Reading): Quantity[] {
  const found: Quantity[] = [];
  for (let token = 0; token < reading.tokens.length; ) {
    const quantity = quantityAt(reading, token);
    // "0-3 years" asks for none, and is read as one length all the same.
    if (quantity && quantity.years > 0) found.push(quantity);
    token = quantity?.to ?? token + 1;
  }
  return found;
}

function quantityAt(reading: Reading, from: number): Quantity | null {
  const first = withUnitAt(reading, from);
  if (!first) return null;
  // "2 jaar en 6 maanden"
  const and = reading.at('and', first.to);
  const rest = first.isYears ? withUnitAt(reading, and?.from === first.to ? and.to : first.to) : null;
  const { to, years } = rest && !rest.isYears ? { to: rest.to, years: first.years + rest.years } : first;
  return years <= 60 ? { from, to, years: Math.round(years * 100) / 100 } : null;
}

function withUnitAt(reading: Reading, from: number): (Quantity & { isYears: boolean }) | null {
  const whole = reading.at('quantity', from);
  if (whole?.from === from) return withHalf(reading, from, whole.to, whole.value.months / 12, true);
  const number = numberAt(reading, from);
  if (!number) return withoutNumberAt(reading, from);
  const to = rangeEnd(reading, number.to);
  const years = reading.at('years', to);
  if (years?.from === to) return withHalf(reading, from, years.to, number.value, true);
  const months = reading.at('months', to);
  if (months?.from !== to) return null;
  return { from, to: months.to, years: number.value / 12, isYears: false };
}

/** "خبرة سنة", "рік досвіду": one year. */
function withoutNumberAt(reading: Reading, from: number): (Quantity & { isYears: boolean }) | null {
  const year = reading.at('oneYear', from);
  if (year?.from !== from || numberBefore(reading, from)) return null;
  const isExperience =
    reading.has('experience', from - 1, from) || reading.has('experience', year.to, year.to + 1);
  return isExperience ? withHalf(reading, from, year.to, 1, true) : null;
}

function numberBefore(reading: Reading, token: number): boolean {
  const before = reading.tokens[token - 1];
  return before !== undefined && (before.number !== null || reading.at('number', token - 1) !== undefined);
}

function withHalf(reading: Reading, from: number, to: number, years: number, isYears: boolean) {
  const half = reading.at('andAHalf', to);
  if (half?.from !== to) return { from, to, years, isYears };
  return { from, to: half.to, years: years + 0.5, isYears };
}

function numberAt(reading: Reading, from: number): { to: number; value: number } | null {
  const { number } = reading.tokens[from] ?? {};
  const word = reading.at('number', from);
  let found: { to: number; value: number } | null = null;
  if (number !== null && number !== undefined) found = { to: from + 1, value: number };
  else if (word?.from === from) found = { to: word.to, value: word.value.number };
  if (!found) return null;
  const half = reading.at('andAHalf', found.to);
  return half?.from === found.to ? { to: half.to, value: found.value + 0.5 } : found;
}

/** Where a range that begins before `token` ends: behind "… tot 5", "…-5", or at `token` when it is none. */
function rangeEnd(reading: Reading, token: number): number {
  const link = reading.at('to', token);
  if (link?.from === token) return numberAt(reading, link.to)?.to ?? token;
  const isDash = /^\s?[–—-]\s?$/.test(reading.tokens[token]?.gap ?? '');
  return isDash ? (numberAt(reading, token)?.to ?? token) : token;
}
