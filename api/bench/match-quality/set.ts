// The judged set: people and vacancies derived from occupations by a fixed seed, and the grade of every pair.
import type { PersonSide, VacancySide } from '../../src/matching/factors/factor.ts';
import { Chance } from '../../src/pool/chance.ts';
import type { Snapshot } from '../../src/taxonomy/snapshot.ts';
import { judge } from './judge.ts';
import { neighbours, type Occupation, occupationsOf, relationOf } from './occupations.ts';
import { makePerson } from './people.ts';
import type { Party } from './told.ts';
import { makeVacancy } from './vacancies.ts';

export interface JudgedSet {
  /** Of one occupation one after another, `PER_OCCUPATION.people` each. */
  people: Party<PersonSide>[];
  vacancies: Party<VacancySide>[];
  /** Grade of person p and vacancy v at p * vacancies.length + v. */
  grades: Uint8Array;
}

/** How large a set is; the whole of it unless told. */
export interface Size {
  /** Occupations that people are derived from. */
  occupations: number;
  /** Beside those of the people's own and neighbouring occupations: of any. */
  vacancies: number;
}

const WHOLE: Size = { occupations: 200, vacancies: 2000 };
/** For a check that must not take long. */
export const SMALLER: Size = { occupations: 150, vacancies: 2000 };
/** Of each of those occupations; `neighbours`: vacancies of a neighbouring occupation, where there is one. */
export const PER_OCCUPATION = { people: 2, same: 4, neighbours: 1 };
const SEED = 20261128;

/**
 * The occupations are taken in random order: the first half of the people shares no occupation with the second.
 *
 * @throws Error when the taxonomy holds too few occupations with skills
 */
export function judgedSet(
  snapshot: Snapshot,
  { occupations: count, vacancies: total }: Size = WHOLE,
): JudgedSet {
  const occupations = occupationsOf(snapshot);
  if (occupations.length < count) {
    throw new Error(
      `The judged set needs ${count} occupations with skills; the taxonomy holds ${occupations.length}. Import more of it.`,
    );
  }
  const world = { occupations, skills: [...new Set(occupations.flatMap(({ essential }) => essential))] };
  const chance = new Chance(SEED);
  const chosen = chance.some(occupations, count);
  const many = <Made>(times: number, make: () => Made) => Array.from({ length: times }, make);
  const people = chosen.flatMap((occupation) =>
    many(PER_OCCUPATION.people, () => makePerson(occupation, world, snapshot, chance)),
  );
  const own: Occupation[] = [
    ...chosen.flatMap((occupation) => many(PER_OCCUPATION.same, () => occupation)),
    ...chosen.flatMap((occupation) => neighbours(occupation, occupations, PER_OCCUPATION.neighbours, chance)),
  ];
  const asked = [...own, ...many(Math.max(0, total - own.length), () => chance.one(occupations))];
  // In random order, so that whoever leaves equal scores in the order of the vacancies gains nothing by it.
  const vacancies = chance
    .some(asked, asked.length)
    .map((occupation) => makeVacancy(occupation, world, snapshot, chance));
  return { people, vacancies, grades: gradesOf(people, vacancies) };
}

function gradesOf(people: JudgedSet['people'], vacancies: JudgedSet['vacancies']): Uint8Array {
  const grades = new Uint8Array(people.length * vacancies.length);
  const relations = new Map<string, ReturnType<typeof relationOf>>();
  let at = 0;
  for (const person of people) {
    for (const vacancy of vacancies) {
      const key = `${person.occupation.id} ${vacancy.occupation.id}`;
      const relation = relations.get(key) ?? relationOf(person.occupation, vacancy.occupation);
      relations.set(key, relation);
      grades[at++] = judge(relation, person.truth, vacancy.truth);
    }
  }
  return grades;
}
