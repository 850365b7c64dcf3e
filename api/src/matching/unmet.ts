// The conditions of a pair that are not met, in memory: the same meaning as retrieval's SQL gives them.
import { bitOf } from './conditions.ts';
import type { PersonSide, VacancySide } from './factors/factor.ts';

/**
 * A person without a place is not known to be out of reach; one who told nothing about languages or hours is not known
 * to fall short. Of a language the condition is about speaking. Who told too little (work-unknown) is not looked at here. A prediction never satisfies a must-have.
 *
 * @returns a mask, see conditions.ts; 0 when all are met
 * @example conditionsOf(unmetOf(person, vacancy)) // ['licence', 'language']
 */
export function unmetOf(person: PersonSide, vacancy: VacancySide): number {
  return (
    (isWithinReach(person, vacancy) ? 0 : bitOf('reach')) |
    (vacancy.licences.every((licence) => person.licences.includes(licence)) ? 0 : bitOf('licence')) |
    (missingMustHaves(person, vacancy).length === 0 ? 0 : bitOf('must-have')) |
    (hoursOverlap(person, vacancy) ? 0 : bitOf('hours')) |
    (shortLanguages(person, vacancy).length === 0 ? 0 : bitOf('language'))
  );
}

/** From one of the person's places; km in a straight line. */
export function isWithinReach({ places, maxDistanceKm }: PersonSide, { place }: VacancySide): boolean {
  return (
    places.length === 0 || places.some(({ x, y }) => Math.hypot(x - place.x, y - place.y) <= maxDistanceKm)
  );
}

/** @returns concept ids of the must-haves that the person has not told */
export function missingMustHaves(person: PersonSide, vacancy: VacancySide): number[] {
  return [...vacancy.skills]
    .filter(([, { importance }]) => importance === 'must-have')
    .map(([skill]) => skill)
    .filter((skill) => (person.skills.get(skill)?.provenance ?? 'predicted') === 'predicted');
}

/** @returns the asked languages that the person does not speak well enough, as CEFR ordinals */
export function shortLanguages(
  person: PersonSide,
  vacancy: VacancySide,
): { language: string; has: number; needs: number }[] {
  if (!person.languages) return [];
  return [...vacancy.languages].flatMap(([language, asked]) => {
    const has = person.languages!.get(language)?.speaking ?? 0;
    const needs = asked.speaking;
    return has < needs ? [{ language, has, needs }] : [];
  });
}

function hoursOverlap(person: PersonSide, vacancy: VacancySide): boolean {
  const { POSITIVE_INFINITY: open } = Number;
  return (
    (person.hoursMin ?? 0) <= (vacancy.hoursMax ?? open) &&
    (vacancy.hoursMin ?? 0) <= (person.hoursMax ?? open)
  );
}
