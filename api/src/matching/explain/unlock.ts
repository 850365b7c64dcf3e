// Why a wished occupation is not open yet, and the shortest path there: only steps that are needed, in their order.
import { CEFR_LEVELS, type CefrLevel } from '../../http/schema.ts';
import { permitChecklist } from '../../rules/right-to-work.ts';
import { educationStep } from '../../rules/steps.ts';
import { bitOf } from '../conditions.ts';
import type { Evidence, PersonSide, VacancySide } from '../factors/factor.ts';
import { withIncluded } from '../licences.ts';
import type { Gate, UnlockPath } from '../schema.ts';
import { isWithinReach, missingMustHaves, unmetOf } from '../unmet.ts';
import { type GateQuery, registrationGate, ruleOf } from './gates.ts';
import { message } from './messages.ts';
import {
  languageStrides,
  licenceId,
  routeStride,
  type Stride,
  skillStride,
  stridesTo,
  type Traveller,
} from './strides.ts';

export interface UnlockQuery extends Omit<GateQuery, 'audience' | 'occupation'> {
  person: PersonSide;
  occupation: NonNullable<GateQuery['occupation']> & { nlqfMin: number | null };
  /** What the taxonomy calls essential for the occupation: ids of skills. */
  essentialSkills: readonly number[];
  /** All open vacancies of the occupation. */
  vacancies: readonly VacancySide[];
  /** How many vacancies of another occupation are open, for the bridging jobs. */
  openVacanciesOf: (occupation: number) => number;
}

/**
 * The path ends when so large a share of the vacancies that it can open is open: what the last ones ask beyond that is
 * not what the occupation usually asks. Our estimate.
 */
const ENOUGH = 0.5;
/** With this share of the essential skills somebody can begin; the rest is learned at work. Our estimate. */
const ESSENTIAL_ENOUGH = 0.5;
/** A way of more is a training, of which we know neither the length nor the school: its skills are told as reasons. */
const MOST_SKILLS = 5;
/** No step brings a vacancy nearer, or makes its hours others. */
const CANNOT_LEARN = bitOf('hours') | bitOf('reach');
/** Papers with which nobody may begin before something is arranged. */
const NOT_YET = new Set([
  'outcome.permit',
  'outcome.declaration',
  'outcome.conditions',
  'outcome.ask',
  'outcome.orientation-only',
]);

/**
 * @returns the public shape without what belongs to understanding the words of a request. `opens` counts vacancies within
 * reach that meet every condition of conditions.ts and, of a regulated profession, whose gate is passed.
 * @example unlockPath({ person, occupation: pharmacist, vacancies, … }).steps.map(({ message }) => message.key)
 * // ['step.language', 'step.language', 'step.care-language-certificates', …]
 */
export function unlockPath(query: UnlockQuery): Omit<UnlockPath, 'understood' | 'notices'> {
  const { occupation, vacancies, nameOf, language, openVacanciesOf, idOfCode } = query;
  const gateQuery: GateQuery = { ...query, audience: 'person' };
  const gate = registrationGate(gateQuery) ?? null;
  const within = vacancies.filter((vacancy) => isWithinReach(query.person, vacancy));
  const start: Traveller = { person: query.person, isRegistered: gate === null };
  const lawful = throughGate(query, gateQuery);
  const arrived = lawful.reduce((traveller, { take }) => take(traveller), start);
  const openable = within.filter((vacancy) => (unmetOf(query.person, vacancy) & CANNOT_LEARN) === 0);
  const strides = [...lawful, ...toVacancies(query, openable, arrived)];
  const openNow = countOpen(within, start);
  const after = strides.reduce((traveller, { take }) => take(traveller), start);
  // The law's own route teaches the occupation. Where enough is open now, the vacancies ask for nothing more; where no way
  // opens any, learning these would not either. Where there are no vacancies, only the taxonomy can tell what is asked.
  const areUseful =
    vacancies.length === 0 || (openNow < ENOUGH * openable.length && countOpen(within, after) > 0);
  const essentials = gate === null && areUseful ? missingEssentials(query, within, strides) : [];
  const steps = [
    // What takes no time comes first: a skill that only waits for a yes.
    ...strides.filter(isInstant),
    ...strides.filter((stride) => !isInstant(stride)),
    ...essentials,
    ...permitStrides(query),
  ];

  let traveller = start;
  let open = openNow;
  const told = steps.map(({ id: _, take, skill, key, params, ...rest }) => {
    traveller = take(traveller);
    const before = open;
    open = countOpen(within, traveller);
    return {
      ...rest,
      message: message(key, params, language),
      skill: skill === null ? null : nameOf(skill),
      opens: open - before,
    };
  });
  return {
    occupation: nameOf(occupation.id),
    reachable: steps.length === 0 && gate === null && (openNow > 0 || vacancies.length === 0),
    reasons: reasonsOf(query, gate, within, openable, steps, traveller),
    gate,
    steps: told,
    ...weeksOf(steps),
    vacancies: { total: vacancies.length, within: within.length, openNow, openAfter: open },
    bridgingJobs: (ruleOf(gateQuery)?.bridgingJobs ?? [])
      .map(({ code }) => idOfCode(code))
      .filter((id) => id !== undefined)
      .map((id) => ({ occupation: nameOf(id), vacancies: openVacanciesOf(id) }))
      .sort((a, b) => b.vacancies - a.vacancies),
  };
}

const isInstant = ({ kind, weeksMax }: Stride) => kind === 'skill' && weeksMax === 0;

const isOpen = ({ person, isRegistered }: Traveller, vacancy: VacancySide) =>
  isRegistered && unmetOf(person, vacancy) === 0;
const countOpen = (vacancies: readonly VacancySide[], traveller: Traveller) =>
  vacancies.filter((vacancy) => isOpen(traveller, vacancy)).length;

/** What the law orders: the language first, for its tests are in Dutch, then the level of education, then the route. */
function throughGate({ person, rules, occupation }: UnlockQuery, gateQuery: GateQuery): Stride[] {
  const rule = ruleOf(gateQuery);
  if (!rule) return [];
  // B2+ lies between B2 and C1: the course to B2, and then the certificate of the route.
  const asked = CEFR_LEVELS.indexOf(rule.language?.slice(0, 2) as CefrLevel);
  const dutch = person.languages?.get('nl');
  const has = dutch ? Math.min(dutch.reading, dutch.listening, dutch.speaking, dutch.writing) : 0;
  // One level short may be a matter of comparing diplomas, and that is what the route is for.
  const short = (occupation.nlqfMin ?? 0) - (person.education?.max ?? Number.POSITIVE_INFINITY);
  const education =
    person.education && occupation.nlqfMin !== null && short > 1
      ? educationStep(rules, person.education.max, occupation.nlqfMin)
      : undefined;
  const route = rule.steps
    .map((step) => routeStride(step, 'registration'))
    .filter(({ kind, params }) => kind !== 'licence' || !person.licences.includes(String(params.category)));
  const strides = [
    ...(person.languages ? languageStrides(rules, 'nl', has, asked) : []),
    ...(education ? [routeStride(education, 'education')] : []),
    ...route,
  ];
  const last = strides.at(-1);
  if (!last) return [];
  const registered: Stride = {
    ...last,
    take: (traveller) => ({ ...last.take(traveller), isRegistered: true }),
  };
  return [...strides.slice(0, -1), registered];
}

/**
 * Greedy: of all vacancies the one whose missing steps open the most vacancies per week, until enough are open. Steps of
 * one vacancy are taken together, because a licence alone may open nothing where a language is missing too.
 */
function toVacancies(
  { rules, nameOf }: UnlockQuery,
  openable: readonly VacancySide[],
  { person }: Traveller,
): Stride[] {
  // Many vacancies need the same; what somebody still needs then is the same for all of them.
  let shut = new Map<string, { strides: Stride[]; vacancies: number }>();
  for (const vacancy of openable) {
    const strides = stridesTo(vacancy, person, rules, (skill) => nameOf(skill).label);
    const id = strides.map((stride) => stride.id).join();
    if (strides.length > 0) shut.set(id, { strides, vacancies: (shut.get(id)?.vacancies ?? 0) + 1 });
  }
  const path: Stride[] = [];
  while (countVacancies(shut.values()) > (1 - ENOUGH) * openable.length) {
    let best: { missing: Stride[]; taken: Set<string>; perWeek: number } | undefined;
    for (const { strides } of shut.values()) {
      const before = takenBy(path);
      const missing = strides.filter(({ id }) => !before.has(id));
      if (countSkills(path) + countSkills(missing) > MOST_SKILLS) continue;
      const taken = takenBy([...path, ...missing]);
      const opened = [...shut.values()].filter((other) => other.strides.every(({ id }) => taken.has(id)));
      const perWeek = countVacancies(opened) / (1 + weeks(missing));
      if (!best || perWeek > best.perWeek) best = { missing, taken, perWeek };
    }
    if (!best) break;
    const { missing, taken } = best;
    path.push(...missing);
    shut = new Map([...shut].filter(([, { strides }]) => !strides.every(({ id }) => taken.has(id))));
  }
  return path;
}

/** @returns ids of the steps, and of those that a licence among them makes needless */
const takenBy = (strides: readonly Stride[]) =>
  new Set(
    strides.flatMap(({ id, kind, params }) =>
      kind === 'licence' ? withIncluded([String(params.category)]).map(licenceId) : [id],
    ),
  );
const countVacancies = (groups: Iterable<{ vacancies: number }>) =>
  [...groups].reduce((sum, { vacancies }) => sum + vacancies, 0);
const countSkills = (strides: readonly Stride[]) => strides.filter(({ kind }) => kind === 'skill').length;
const weeks = (strides: readonly Stride[]) => strides.reduce((sum, { weeksMax }) => sum + (weeksMax ?? 0), 0);

/** Essential skills that the person lacks, those that most vacancies ask first, until there is enough to begin with. */
function missingEssentials(query: UnlockQuery, within: readonly VacancySide[], path: Stride[]): Stride[] {
  const { person, essentialSkills, rules, nameOf } = query;
  const learned = new Set(path.map(({ skill }) => skill));
  const missing = essentialSkills.filter((skill) => !person.skills.has(skill) && !learned.has(skill));
  const askedBy = (skill: number) => within.filter(({ skills }) => skills.has(skill)).length;
  const tooFew =
    Math.ceil(ESSENTIAL_ENOUGH * essentialSkills.length) - (essentialSkills.length - missing.length);
  return missing
    .map((skill) => ({ skill, vacancies: askedBy(skill) }))
    .sort((a, b) => b.vacancies - a.vacancies)
    .slice(0, Math.max(0, Math.min(tooFew, MOST_SKILLS - countSkills(path))))
    .map(({ skill }) => skillStride(rules, skill, nameOf(skill).label, person));
}

function permitStrides({ rules, workRight, kind, on }: UnlockQuery): Stride[] {
  if (!workRight || workRight.category === 'dutch-or-eu') return [];
  const { outcomeKey, personSteps } = permitChecklist(rules, workRight.category, kind, on, workRight.until);
  return NOT_YET.has(outcomeKey) ? personSteps.map((step) => routeStride(step, 'right-to-work')) : [];
}

function reasonsOf(
  query: UnlockQuery,
  gate: Gate | null,
  within: readonly VacancySide[],
  openable: readonly VacancySide[],
  steps: Stride[],
  arrived: Traveller,
): UnlockPath['reasons'] {
  const { person, vacancies, occupation, nameOf, language } = query;
  const say = (key: string, params: Evidence = {}) => message(key, params, language);
  const reasons = gate ? [gate.message] : [];
  if (vacancies.length === 0) {
    reasons.push(say('why-not.no-vacancies', { occupation: nameOf(occupation.id).label }));
  } else if (within.length === 0) {
    reasons.push(say('why-not.out-of-reach', { maxDistanceKm: person.maxDistanceKm }));
  }
  const otherHours = within.filter((vacancy) => unmetOf(person, vacancy) & bitOf('hours')).length;
  if (otherHours > within.length / 2) reasons.push(say('why-not.hours'));
  reasons.push(...languageSpans(steps).map((span) => say('gap.language', span)));
  const needsDutch = ruleOf({ ...query, audience: 'person' })?.language;
  if (needsDutch && !person.languages) {
    reasons.push(say('unknown.language', { language: 'nl', needs: needsDutch }));
  }
  const isEducation = steps.some(({ kind }) => kind === 'education');
  const usual = occupation.nlqfMin;
  if (usual !== null && person.education && person.education.max < usual) {
    const key = isEducation ? 'gap.education' : 'note.education-usual';
    reasons.push(say(key, { has: person.education.max, needs: usual }));
  } else if (usual !== null && gate && !person.education) {
    reasons.push(say('unknown.education', { needs: usual }));
  }
  for (const { kind, key, params, skill } of steps) {
    if (kind === 'licence') reasons.push(say('gap.licence', { licence: params.category! }));
    if (skill !== null) {
      const isMust = within.some(({ skills }) => skills.get(skill)?.importance === 'must-have');
      const why =
        key === 'step.confirm-skill' ? 'gap.must-have-confirm' : isMust ? 'gap.must-have' : 'gap.skill';
      reasons.push(say(why, { skill: nameOf(skill).label }));
    }
  }
  if (countOpen(openable, arrived) === 0) {
    const nearest = openable
      .map((vacancy) => missingMustHaves(arrived.person, vacancy))
      .sort((a, b) => a.length - b.length)[0];
    for (const skill of nearest ?? []) {
      const isPredicted = person.skills.has(skill);
      const key = isPredicted ? 'gap.must-have-confirm' : 'gap.must-have';
      reasons.push(say(key, { skill: nameOf(skill).label }));
    }
  }
  return reasons;
}

/** Steps of one language as one: from the level that the person has to the last. */
function languageSpans(steps: Stride[]): { language: string; has: string; needs: string }[] {
  const spans = new Map<string, { language: string; has: string; needs: string }>();
  for (const { kind, params } of steps) {
    if (kind !== 'language') continue;
    const language = String(params.language ?? 'nl');
    const has = spans.get(language)?.has ?? String(params.from);
    spans.set(language, { language, has, needs: String(params.to) });
  }
  return [...spans.values()];
}

/** Steps follow each other. The least counts what is known and asked of everybody; the most is not known when that of one step is not. */
function weeksOf(steps: Stride[]): Pick<UnlockPath, 'weeksMin' | 'weeksMax'> {
  const least = steps.flatMap(({ weeksMin, sometimes }) =>
    weeksMin === null || sometimes ? [] : [weeksMin],
  );
  const most = steps.map(({ weeksMax }) => weeksMax).filter((week) => week !== null);
  const sum = (list: number[]) => list.reduce((all, week) => all + week, 0);
  return {
    weeksMin: steps.length > 0 && least.length === 0 ? null : sum(least),
    weeksMax: most.length === steps.length ? sum(most) : null,
  };
}
