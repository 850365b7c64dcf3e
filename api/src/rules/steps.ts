// What it takes to close a gap: a language level, a driving licence, a diploma, a skill, or a step of a route.
import { CEFR_LEVELS } from '../http/schema.ts';
import { type Licence, licenceRoute } from '../matching/licences.ts';
import type { Rules } from './rules.ts';
import { holds, type Provenance } from './schema.ts';

/** One thing to do, as a message with its parameters (see texts.ts), and how long it takes. */
export interface RuleStep extends Provenance {
  key: string;
  params: Record<string, string | number>;
  /** Calendar weeks, waiting included; null: no source tells. */
  weeksMin: number | null;
  weeksMax: number | null;
  /** `estimate`: ours, nobody published it. */
  basis: 'source' | 'estimate';
  /** Not asked of everybody. */
  sometimes: boolean;
}

const WEEKS_A_YEAR = 52;
/** The one step that a route may name and that stands under `licences`. */
export const LICENCE = 'driving-licence';

/**
 * A step of `steps.yaml` by its name, such as `vog`, `forklift-certificate` or `idw-evaluation`.
 *
 * @param on the day (ISO 8601) on which it is asked
 * @returns undefined when no version of the step holds on that day
 * @throws Error for a name that is not in the file
 * @example namedStep(rules, 'vog', '2026-11-28') // { key: 'step.vog', weeksMin: 1, weeksMax: 4, … }
 */
export function namedStep(
  rules: Rules,
  name: string,
  on: string,
  params: RuleStep['params'] = {},
): RuleStep | undefined {
  const versions = rules.steps.filter(({ step }) => step === name);
  if (versions.length === 0) throw new Error(`There is no step ${name} in steps.yaml`);
  const version = versions.find((row) => holds(row, on));
  return version && toStep(version, version.step, params, version.weeks);
}

/** The steps of a route that hold on a day, in their order; a licence comes after those that must be held first. */
export function routeSteps(
  rules: Rules,
  route: { step: string; params: RuleStep['params'] }[],
  on: string,
): RuleStep[] {
  return route.flatMap(({ step, params }) =>
    step === LICENCE
      ? licenceRoute(params.category as Licence).map((category) => licenceStep(rules, category))
      : (namedStep(rules, step, on, params) ?? []),
  );
}

/**
 * Learning a language from one CEFR level to another.
 *
 * @param from ordinal in CEFR_LEVELS, 0 for A0
 * @returns undefined when there is nothing to learn; else with lesson hours, and weeks at a usual pace of lessons
 * @example languageStep(rules, 2, 4) // A2 to B2: { key: 'step.language', params: { from: 'A2', to: 'B2' }, … }
 */
export function languageStep(
  rules: Rules,
  from: number,
  to: number,
): (RuleStep & { hoursMin: number; hoursMax: number }) | undefined {
  if (to <= from) return undefined;
  const { language } = rules;
  const [hoursFrom, hoursTo] = [language.hours[from], language.hours[to]];
  if (!hoursFrom || !hoursTo) throw new RangeError(`CEFR ordinals run from 0 to 6, not ${from} to ${to}`);
  const [slow, fast] = language.lesson_hours_a_week;
  const [hoursMin, hoursMax] = [hoursTo[0] - hoursFrom[0], hoursTo[1] - hoursFrom[1]];
  const weeks = [Math.ceil(hoursMin / fast), Math.ceil(hoursMax / slow)] as const;
  const levels = { from: CEFR_LEVELS[from]!, to: CEFR_LEVELS[to]! };
  return { ...toStep(language, 'language', levels, weeks), hoursMin, hoursMax };
}

/**
 * Getting a driving licence. Code 95 and the forklift are steps of their own: see `namedStep`.
 *
 * @example licenceStep(rules, 'C') // { key: 'step.driving-licence', params: { category: 'C' }, … }
 */
export function licenceStep(rules: Rules, category: Licence): RuleStep {
  return toStep(rules.licences, LICENCE, { category }, rules.licences.weeks[category]);
}

/** Learning one skill in practice or a short course. @param skill its label, in the reader's language */
export function skillStep(rules: Rules, skill: string): RuleStep {
  return toStep(rules.skill, 'skill', { skill }, rules.skill.weeks);
}

/**
 * Going from one level of the Dutch qualifications framework to another, by the shortest row of programmes.
 *
 * @param fromNlqf 0 for who has none
 * @returns undefined when there is nothing to reach; at `estimate` or not verified as soon as one programme is
 * @throws RangeError for a level without a programme
 * @example educationStep(rules, 2, 4) // mbo-4, 3 to 4 years: { key: 'step.education-at-work', weeksMin: 156, … }
 */
export function educationStep(rules: Rules, fromNlqf: number, toNlqf: number): RuleStep | undefined {
  if (toNlqf <= fromNlqf) return undefined;
  const row = shortest(rules, fromNlqf, toNlqf);
  const last = row?.at(-1);
  if (!row || !last) throw new RangeError(`No programme leads from NLQF ${fromNlqf} to ${toNlqf}`);
  const weeks = [0, 1].map(
    (bound) => WEEKS_A_YEAR * row.reduce((sum, { years }) => sum + years[bound]!, 0),
  ) as [number, number];
  const name = row.every(({ at_work }) => at_work) ? 'education-at-work' : 'education';
  return {
    ...toStep(last, name, { diploma: last.diploma }, weeks),
    basis: row.every(({ basis }) => basis === 'source') ? 'source' : 'estimate',
    verified: row.every(({ verified }) => verified),
  };
}

type Programme = Rules['programmes'][number];

function shortest(rules: Rules, from: number, to: number): Programme[] | undefined {
  if (from === to) return [];
  const years = (row: Programme[]) => row.reduce((sum, programme) => sum + programme.years[1], 0);
  return rules.programmes
    .filter((programme) => programme.from === from && programme.to <= to)
    .flatMap((programme) => {
      const rest = shortest(rules, programme.to, to);
      return rest ? [[programme, ...rest]] : [];
    })
    .sort((a, b) => years(a) - years(b))[0];
}

function toStep(
  row: Provenance & { basis: RuleStep['basis']; sometimes?: boolean },
  name: string,
  params: RuleStep['params'],
  [weeksMin, weeksMax]: readonly [number | null, number | null],
): RuleStep {
  const { validFrom, validTo, sourceUrl, sourceDate, checkedOn, verified, basis, sometimes = false } = row;
  const provenance = { validFrom, validTo, sourceUrl, sourceDate, checkedOn, verified };
  return { key: `step.${name}`, params, weeksMin, weeksMax, basis, sometimes, ...provenance };
}
