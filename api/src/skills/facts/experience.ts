// Reads years of experience, paid or not: lengths of time, ranges of years, and "since 2015"; no ages, contracts or studies.
import type { SkillExtraction } from '../schema.ts';
import { type Quantity, quantitiesOf } from './quantities.ts';
import type { Reading } from './reading.ts';
import { periodsOf } from './years.ts';

interface Found extends Quantity {
  confidence: number;
}

/** How many tokens away a word may stand that tells what the years were. */
const TIGHT = 3;
const NEAR = 9;

/** Each length of time on its own, in the order of the text. @param today decides what "since 2015" and "– now" come to */
export function readExperience(reading: Reading, today: Date): SkillExtraction['experience'] {
  const quantities = quantitiesOf(reading).flatMap((quantity): Found[] => {
    const confidence = confidenceOfQuantity(reading, quantity);
    return confidence === null ? [] : [{ ...quantity, confidence }];
  });
  const periods = periodsOf(reading, today).flatMap((period): Found[] => {
    const confidence = confidenceOfPeriod(reading, period);
    return confidence === null ? [] : [{ ...period, confidence }];
  });
  return [...quantities, ...periods]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, years, confidence }) => ({ years, confidence, spans: [reading.span(from, to)] }));
}

function confidenceOfQuantity(reading: Reading, { from, to }: Quantity): number | null {
  if (isAge(reading, from, to)) return null;
  const [start, end] = reading.around('clause', from, NEAR);
  const isTight =
    reading.has('experience', to, Math.min(end, to + TIGHT)) ||
    reading.has('experience', Math.max(start, from - TIGHT), from);
  if (isTight) return isDeniedBefore(reading, from) ? null : 0.9;
  if (reading.has('otherwise', ...reading.around('part', from, NEAR))) return null;
  if (reading.has('experience', start, end) || reading.has('work', start, end)) return 0.75;
  return null;
}

/** "Je hebt geen 3 jaar ervaring nodig." */
function isDeniedBefore(reading: Reading, from: number): boolean {
  const [start] = reading.around('part', from, 2);
  return reading.has('no', start, from);
}

function isAge(reading: Reading, from: number, to: number): boolean {
  const isSameClause = (token: number) => reading.clause[token] === reading.clause[from];
  if (isSameClause(to) && reading.has('ageAfter', to, to + 1)) return true;
  const isBefore = reading.has('ageBefore', from - 1, from) || reading.has('ageBefore', from - 2, from - 1);
  if (!isBefore || !isSameClause(from - 1)) return false;
  // "Ik ben 10 jaar kapper geweest" is no age.
  const [, end] = reading.around('part', to - 1, 6);
  return !reading.has('work', to, end) && !reading.has('experience', to, end);
}

function confidenceOfPeriod(reading: Reading, period: Quantity & { isSince: boolean }): number | null {
  const { from, to, isSince } = period;
  const [start, end] = reading.around('clause', from, NEAR);
  const isWork = reading.has('experience', start, end) || reading.has('work', start, end);
  const isOtherwise = reading.has('otherwise', Math.max(start, from - 6), Math.min(end, to + 6));
  if (isOtherwise && !reading.has('experience', start, end)) return null;
  if (isSince) return isWork ? 0.7 : null;
  if (isWork) return 0.8;
  // The bare "2012–2019" of a CV, unless the line tells of a school.
  const [line, lineEnd] = reading.around('sentence', from, 14);
  const isStudy = reading.has('diploma', line, lineEnd) || reading.has('mbo', line, lineEnd);
  return isStudy ? null : 0.5;
}
