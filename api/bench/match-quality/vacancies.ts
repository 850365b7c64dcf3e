// A vacancy derived from one occupation: what the work truly asks, and the part of it that the employer told.
import { maskOf, ofPart } from '../../src/matching/day-parts.ts';
import type { AskedSkill, VacancySide } from '../../src/matching/factors/factor.ts';
import { type Chance, weighted } from '../../src/pool/chance.ts';
import type { Snapshot } from '../../src/taxonomy/snapshot.ts';
import { neighbours, type Occupation } from './occupations.ts';
import { allFour, kept, type Party, somewhere, vectorOf, wordsOf } from './told.ts';

/** Shares of what is true, our estimates. */
const TRUE = { essential: 0.8, optional: 0.4, mustHave: 0.15, licenceB: 0.12 };
/** Shares of what is told; `misread`: the title was taken for a neighbouring occupation. */
const TOLD = {
  occupation: 0.85,
  misread: 0.06,
  skills: 0.5,
  skill: 0.7,
  education: 0.6,
  shifts: 0.5,
  hours: 0.7,
  languages: 0.8,
  licences: 0.95,
};
/** Skills from anywhere that an employer asks too. */
const OTHER_SKILLS = [0, 3] as const;

const WORKDAYS = 0xfffff;
const WEEKEND = maskOf(
  (['sat', 'sun'] as const).flatMap((day) =>
    (['morning', 'afternoon', 'evening'] as const).map((part) => ({ day, part })),
  ),
);
const SHIFTS = weighted([
  [(ofPart('morning') | ofPart('afternoon')) & WORKDAYS, 55],
  [ofPart('morning') & WORKDAYS, 12],
  [ofPart('afternoon') & WORKDAYS, 8],
  [ofPart('evening') & WORKDAYS, 10],
  [ofPart('night') & WORKDAYS, 5],
  [WEEKEND, 10],
]);
const HOURS = weighted<[number, number]>([
  [[36, 40], 40],
  [[24, 36], 30],
  [[16, 24], 20],
  [[8, 16], 10],
]);
/** CEFR ordinals of Dutch that work asks, lowest and highest, by ISCO-08 major group. Our estimate. */
const DUTCH: Record<string, [number, number]> = {
  0: [3, 4],
  1: [3, 4],
  2: [3, 5],
  3: [2, 4],
  4: [2, 4],
  5: [1, 3],
  6: [0, 2],
  7: [1, 2],
  8: [0, 2],
  9: [0, 2],
};

export function makeVacancy(
  occupation: Occupation,
  { occupations, skills }: { occupations: Occupation[]; skills: number[] },
  snapshot: Snapshot,
  chance: Chance,
): Party<VacancySide> {
  const truth = trueOf(occupation, skills, chance);
  const told = toldOf(occupation, truth, occupations, chance);
  const marks = [
    ...(told.occupation === null ? [] : [[told.occupation, 'occupation'] as const]),
    ...[...told.skills].map(([id, { importance }]) => [id, importance] as const),
  ];
  // The title stands in the text, whether or not an occupation was read out of it.
  const named = [occupation.id, ...told.skills.keys()];
  return {
    occupation,
    truth,
    told,
    text: wordsOf(named, snapshot, chance),
    vector: vectorOf(marks, snapshot),
  };
}

function trueOf(
  { id, iscoCode, essential, optional, nlqf }: Occupation,
  skills: number[],
  chance: Chance,
): VacancySide {
  const asked = kept(essential, TRUE.essential, chance);
  const mustHave = chance.is(TRUE.mustHave) ? asked[0] : undefined;
  const others = [
    ...kept(optional, TRUE.optional, chance),
    ...chance.some(skills, chance.int(...OTHER_SKILLS)),
  ];
  const [hoursMin, hoursMax] = chance.of(HOURS);
  const dutch = chance.int(...DUTCH[iscoCode[0]!]!);
  const isDriving = iscoCode.startsWith('83');
  return {
    occupation: id,
    skills: new Map([
      ...others.map((skill): [number, AskedSkill] => [skill, { importance: 'optional', level: null }]),
      ...asked.map((skill): [number, AskedSkill] => [
        skill,
        { importance: skill === mustHave ? 'must-have' : 'essential', level: null },
      ]),
    ]),
    education: { min: nlqf[0], max: nlqf[1], field: null },
    place: somewhere(chance),
    shifts: chance.of(SHIFTS),
    hoursMin,
    hoursMax,
    languages: dutch === 0 ? new Map() : new Map([['nl', allFour(dutch)]]),
    licences: isDriving || chance.is(TRUE.licenceB) ? ['B'] : [],
  };
}

/** What of the truth is told; where the employer told no skills, those that the taxonomy lists, as in the product. */
function toldOf(
  occupation: Occupation,
  truth: VacancySide,
  occupations: Occupation[],
  chance: Chance,
): VacancySide {
  const read = chance.is(TOLD.misread)
    ? (neighbours(occupation, occupations, 1, chance)[0] ?? occupation)
    : occupation;
  const isRead = chance.is(TOLD.occupation);
  const told = chance.is(TOLD.skills) || !isRead;
  const tells = <Value>(value: Value, share: number): Value | null => (chance.is(share) ? value : null);
  const [hoursMin, hoursMax] = tells([truth.hoursMin, truth.hoursMax] as const, TOLD.hours) ?? [null, null];
  return {
    ...truth,
    occupation: isRead ? read.id : null,
    skills: told ? new Map(kept([...truth.skills], TOLD.skill, chance)) : usualSkills(read),
    education: tells(truth.education, TOLD.education),
    shifts: tells(truth.shifts, TOLD.shifts) ?? 0,
    hoursMin,
    hoursMax,
    languages: tells(truth.languages, TOLD.languages) ?? new Map(),
    licences: tells(truth.licences, TOLD.licences) ?? [],
  };
}

function usualSkills({ essential, optional }: Occupation): Map<number, AskedSkill> {
  return new Map([
    ...optional.map((skill): [number, AskedSkill] => [skill, { importance: 'optional', level: null }]),
    ...essential.map((skill): [number, AskedSkill] => [skill, { importance: 'essential', level: null }]),
  ]);
}
