// Hours and parts of the week: what fits, what clashes and why.
import { countBits } from '../../bits.ts';
import {
  addedBy,
  CONDITION,
  type Context,
  gap,
  isOptedOut,
  lostBy,
  type Reason,
  strength,
  type Topic,
  UNKNOWN,
} from '../reason.ts';

export const schedule: Topic = (context) => [...hours(context), ...parts(context), ...unknowns(context)];

const told = (side: { hoursMin: number | null; hoursMax: number | null }) =>
  side.hoursMin !== null || side.hoursMax !== null;

function hours(context: Context): Reason[] {
  const { person, vacancy } = context.pair;
  const params = { has: range(person), needs: range(vacancy) };
  if (context.unmet.has('hours')) return [gap(CONDITION + 0.1, 'gap.hours', params)];
  if (isOptedOut(context, 'schedule') || !told(person) || !told(vacancy)) return [];
  return [strength(addedBy(context, 'schedule') / 2, 'strength.hours', { needs: params.needs })];
}

function parts(context: Context): Reason[] {
  const { person, vacancy } = context.pair;
  if (isOptedOut(context, 'schedule') || vacancy.shifts === 0 || person.busy.length === 0) return [];
  const of = countBits(vacancy.shifts);
  const busy = person.busy.reduce((mask, { mask: more }) => mask | more, 0);
  const clashes = vacancy.shifts & busy;
  if (clashes === 0) return [strength(addedBy(context, 'schedule'), 'strength.schedule')];
  const weight = lostBy(context, 'schedule');
  if (context.audience === 'employer')
    return [gap(weight, 'gap.not-free', { parts: countBits(clashes), of })];
  return person.busy
    .map(({ mask, reason }) => ({ reason, parts: countBits(mask & vacancy.shifts) }))
    .filter(({ parts }) => parts > 0)
    .map(({ reason, parts }) =>
      gap((weight * parts) / countBits(clashes), 'gap.schedule', { reason, parts, of }),
    );
}

function unknowns(context: Context): Reason[] {
  const { person, vacancy } = context.pair;
  if (isOptedOut(context, 'schedule')) return [];
  if (person.busy.length > 0) return vacancy.shifts === 0 ? [gap(UNKNOWN, 'unknown.shifts')] : [];
  return !told(person) && (told(vacancy) || vacancy.shifts !== 0) ? [gap(UNKNOWN, 'unknown.schedule')] : [];
}

/** Hours a week in signs of any language. @example range({ hoursMin: 32, hoursMax: null }) // '32+' */
function range({ hoursMin, hoursMax }: { hoursMin: number | null; hoursMax: number | null }): string {
  if (hoursMax === null) return `${hoursMin ?? 1}+`;
  return hoursMin === hoursMax ? `${hoursMax}` : `${hoursMin ?? 1}-${hoursMax}`;
}
