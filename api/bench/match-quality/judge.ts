// How well a vacancy fits a person, by a written rule over what is true of both, not over what they told: the engine sees the latter.
import { countBits } from '../../src/matching/bits.ts';
import type { LanguageSkills, PersonSide, VacancySide } from '../../src/matching/factors/factor.ts';
import type { Relation } from './occupations.ts';

/** 2: fits; 1: near to it; 0: does not fit. */
export type Grade = 0 | 1 | 2;

const GRADE_OF: Record<Relation, Grade> = { same: 2, neighbouring: 1, unrelated: 0 };

/** NLQF levels below the work that are still bridged on the job. */
const LEVELS_BRIDGED = 1;
/** Share of the shifts, from which somebody who is busy then cannot do the work. */
const CLASHING = 0.25;

/** Each that holds lowers the grade by one. */
export const LOWERING: Record<string, (person: PersonSide, vacancy: VacancySide) => boolean> = {
  'out of reach': ({ places, maxDistanceKm }, { place }) =>
    !places.some(({ x, y }) => Math.hypot(x - place.x, y - place.y) <= maxDistanceKm),
  'a language above the own level': ({ languages }, vacancy) =>
    [...vacancy.languages].some(([language, needed]) => isBelow(languages?.get(language), needed)),
  'a driving licence missing': ({ licences }, vacancy) =>
    vacancy.licences.some((licence) => !licences.includes(licence)),
  'a must-have skill missing': ({ skills }, vacancy) =>
    [...vacancy.skills].some(([skill, { importance }]) => importance === 'must-have' && !skills.has(skill)),
  'other hours': (person, vacancy) =>
    (person.hoursMin ?? 0) > (vacancy.hoursMax ?? 168) || (vacancy.hoursMin ?? 0) > (person.hoursMax ?? 168),
  'lessons or care at the time of the work': ({ busy }, { shifts }) =>
    countBits(shifts & busy.reduce((all, { mask }) => all | mask, 0)) > CLASHING * countBits(shifts),
  'education far below': ({ education }, vacancy) =>
    education !== null &&
    vacancy.education !== null &&
    vacancy.education.min - education.max > LEVELS_BRIDGED,
};

/** @example judge('same', person, vacancy) // 2; 1 when it is out of reach, 0 when it asks better Dutch too */
export function judge(relation: Relation, person: PersonSide, vacancy: VacancySide): Grade {
  let grade = GRADE_OF[relation];
  for (const applies of Object.values(LOWERING)) {
    if (grade === 0) return 0;
    if (applies(person, vacancy)) grade--;
  }
  return grade as Grade;
}

function isBelow(has: LanguageSkills | undefined, needed: LanguageSkills): boolean {
  return (Object.keys(needed) as (keyof LanguageSkills)[]).some(
    (skill) => (has?.[skill] ?? 0) < needed[skill],
  );
}
