// Parts of the week: when people are busy, and when work is done. Estimates of ours.
import type { CandidateColumns } from '../candidates/queries.ts';
import { DAYS, type DayPart } from '../matching/day-parts.ts';
import { type Chance, type Weighted, weighted } from './chance.ts';
import { ofIsco } from './isco.ts';

interface Roster {
  days: readonly DayPart['day'][];
  parts: DayPart['part'][];
}

const [MONDAY_TO_FRIDAY, MONDAY_TO_SATURDAY] = [DAYS.slice(0, 5), DAYS.slice(0, 6)];
const OFFICE: Roster = { days: MONDAY_TO_FRIDAY, parts: ['morning', 'afternoon'] };
const WEEKEND: Roster = { days: DAYS.slice(5), parts: ['morning', 'afternoon'] };

const CARE: Weighted<Roster> = weighted<Roster>([
  [{ days: MONDAY_TO_FRIDAY, parts: ['afternoon'] }, 35],
  [{ days: ['wed', 'fri'], parts: ['afternoon'] }, 25],
  [{ days: DAYS, parts: ['evening', 'night'] }, 25],
  [WEEKEND, 15],
]);

const USUAL: Weighted<Roster> = weighted<Roster>([
  [OFFICE, 85],
  [{ days: MONDAY_TO_SATURDAY, parts: ['morning', 'afternoon'] }, 8],
  [{ days: MONDAY_TO_FRIDAY, parts: ['morning'] }, 7],
]);
const ROUND_THE_WEEK: Roster = { days: DAYS, parts: ['morning', 'afternoon', 'evening'] };
const CARE_WORK: Weighted<Roster> = weighted<Roster>([
  [ROUND_THE_WEEK, 45],
  [{ days: DAYS, parts: ['morning', 'evening'] }, 15],
  [{ days: DAYS, parts: ['night'] }, 10],
  [OFFICE, 30],
]);
const HORECA: Weighted<Roster> = weighted<Roster>([
  [{ days: DAYS.slice(2), parts: ['afternoon', 'evening'] }, 50],
  [{ days: DAYS, parts: ['evening'] }, 20],
  [{ days: DAYS, parts: ['morning', 'afternoon'] }, 30],
]);
const LOGISTICS: Weighted<Roster> = weighted<Roster>([
  [OFFICE, 50],
  [{ days: MONDAY_TO_FRIDAY, parts: ['evening'] }, 20],
  [{ days: MONDAY_TO_FRIDAY, parts: ['night'] }, 12],
  [{ days: MONDAY_TO_SATURDAY, parts: ['night', 'morning'] }, 10],
  [WEEKEND, 8],
]);
/** By ISCO-08 code. */
const ROSTERS: Record<string, Weighted<Roster>> = {
  22: weighted([
    [ROUND_THE_WEEK, 25],
    [OFFICE, 75],
  ]),
  222: CARE_WORK,
  322: CARE_WORK,
  51: HORECA,
  52: weighted([
    [{ days: MONDAY_TO_SATURDAY, parts: ['morning', 'afternoon'] }, 55],
    [{ days: DAYS.slice(3), parts: ['afternoon', 'evening'] }, 25],
    [OFFICE, 20],
  ]),
  532: CARE_WORK,
  541: weighted([
    [{ days: DAYS, parts: ['evening', 'night'] }, 45],
    [{ days: DAYS, parts: ['night'] }, 20],
    [OFFICE, 35],
  ]),
  7512: weighted([
    [{ days: MONDAY_TO_SATURDAY, parts: ['night', 'morning'] }, 60],
    [{ days: MONDAY_TO_SATURDAY, parts: ['morning'] }, 25],
    [OFFICE, 15],
  ]),
  81: weighted([
    [OFFICE, 40],
    [{ days: MONDAY_TO_FRIDAY, parts: ['morning', 'afternoon', 'evening'] }, 35],
    [{ days: DAYS, parts: ['morning', 'afternoon', 'evening', 'night'] }, 25],
  ]),
  83: LOGISTICS,
  91: weighted([
    [{ days: MONDAY_TO_FRIDAY, parts: ['morning'] }, 40],
    [{ days: MONDAY_TO_FRIDAY, parts: ['evening'] }, 25],
    [OFFICE, 35],
  ]),
  93: LOGISTICS,
  931: USUAL,
  94: HORECA,
};

/**
 * Lessons take two to four mornings or afternoons a week; some people care for others at fixed hours.
 *
 * @param lessons share of people like this one who follow an integration course
 */
export function busyParts(lessons: number, chance: Chance): CandidateColumns['busy'] {
  const busy: CandidateColumns['busy'] = [];
  const add = ({ days, parts }: Roster, reason: CandidateColumns['busy'][number]['reason']) => {
    for (const day of days) {
      for (const part of parts) {
        if (!busy.some((other) => other.day === day && other.part === part)) busy.push({ day, part, reason });
      }
    }
  };
  if (chance.is(lessons)) {
    const part = chance.is(0.65) ? 'morning' : 'afternoon';
    add({ days: someDays(MONDAY_TO_FRIDAY, chance.int(2, 4), chance), parts: [part] }, 'integration-course');
  }
  if (chance.is(0.13)) add(chance.of(CARE), 'care');
  if (chance.is(0.03)) add({ days: [chance.one(DAYS)], parts: ['morning', 'afternoon'] }, 'other');
  return busy;
}

/** @param hours a week; fewer hours are done in fewer days */
export function shiftsOf(isco: string | null, hours: number | undefined, chance: Chance): DayPart[] {
  const { days, parts } = chance.of(ofIsco(ROSTERS, isco) ?? USUAL);
  const worked = someDays(days, Math.ceil((hours ?? 40) / 8), chance);
  return worked.flatMap((day) => parts.map((part) => ({ day, part })));
}

const someDays = (days: Roster['days'], count: number, chance: Chance) =>
  count >= days.length ? days : DAYS.filter(has(chance.some(days, count)));

const has = (days: Roster['days']) => (day: DayPart['day']) => days.includes(day);
