// A person derived from one occupation: what is true of somebody who does that work, and the part of it that was told.
import { PREDICTED_PROBABILITY } from '../../src/candidates/queries.ts';
import { ofPart } from '../../src/matching/day-parts.ts';
import type {
  Experience,
  LanguageSkills,
  PersonSide,
  PersonSkill,
  Riasec,
  Transport,
} from '../../src/matching/factors/factor.ts';
import { RIASEC } from '../../src/matching/factors/factor.ts';
import { type Chance, weighted } from '../../src/pool/chance.ts';
import type { Snapshot } from '../../src/taxonomy/snapshot.ts';
import type { Occupation } from './occupations.ts';
import { allFour, kept, type Party, somewhere, vectorOf, wordsOf } from './told.ts';

/** The calendar year of every match of the set. */
export const YEAR = 2026;

/** Shares of what is true: a newcomer's usual life, our estimates. */
const TRUE = {
  essential: 0.8,
  optional: 0.3,
  otherJob: 0.35,
  lessons: 0.35,
  licenceB: 0.4,
  secondPlace: 0.1,
};
/** Shares of what is told. */
const TOLD = {
  occupation: 0.8,
  skill: 0.5,
  years: 0.7,
  lastYear: 0.6,
  wish: 0.5,
  education: 0.6,
  interests: 0.25,
  aptitude: 0.2,
  place: 0.95,
  transport: 0.7,
  busy: 0.8,
  hours: 0.7,
  languages: 0.85,
};
/** Skills from anywhere that a person has too. */
const OTHER_SKILLS = [1, 4] as const;

/** Own transport and how far it takes somebody, km. */
const MOBILITY = weighted<[Transport[], number]>([
  [[['bicycle'], 10], 15],
  [[['bicycle'], 15], 20],
  [[['bicycle', 'public-transport'], 30], 30],
  [[['public-transport'], 40], 15],
  [[['bicycle', 'car'], 50], 20],
]);
const HOURS = weighted<[number, number]>([
  [[32, 40], 50],
  [[24, 36], 20],
  [[16, 24], 15],
  [[8, 40], 15],
]);
const PROVENANCE = weighted<PersonSkill['provenance']>([
  ['stated', 75],
  ['confirmed', 20],
  ['verified', 5],
]);
/** CEFR ordinals of Dutch, A1 to C1. */
const DUTCH = weighted([
  [1, 10],
  [2, 20],
  [3, 35],
  [4, 25],
  [5, 10],
]);
const LESSONS = [ofPart('morning'), ofPart('afternoon')];
const WORKDAYS = 0xfffff;

export function makePerson(
  occupation: Occupation,
  { occupations, skills }: { occupations: Occupation[]; skills: number[] },
  snapshot: Snapshot,
  chance: Chance,
): Party<PersonSide> {
  const truth = trueOf(occupation, occupations, skills, chance);
  const told = toldOf(truth, occupations, chance);
  const marks = [
    ...told.experience.map(({ occupation: id }) => [id, 'occupation'] as const),
    ...told.wishes.map(({ occupation: id }) => [id, 'wish'] as const),
    ...[...told.skills].map(([id, { provenance }]) => [id, provenance] as const),
  ];
  const named = marks.filter(([, mark]) => mark !== 'predicted').map(([id]) => id);
  return {
    occupation,
    truth,
    told,
    text: wordsOf(named, snapshot, chance),
    vector: vectorOf(marks, snapshot),
  };
}

function trueOf(
  { id, essential, optional, nlqf, riasec }: Occupation,
  occupations: Occupation[],
  skills: number[],
  chance: Chance,
): PersonSide {
  const has = [
    ...kept(essential, TRUE.essential, chance),
    ...kept(optional, TRUE.optional, chance),
    ...chance.some(skills, chance.int(...OTHER_SKILLS)),
  ];
  const experience: Experience[] = [
    { occupation: id, years: chance.int(1, 20), lastYear: YEAR - chance.int(0, 8), unpaid: chance.is(0.1) },
  ];
  const other = chance.one(occupations).id;
  if (chance.is(TRUE.otherJob) && other !== id) {
    experience.push({
      occupation: other,
      years: chance.int(0, 3),
      lastYear: YEAR - chance.int(5, 20),
      unpaid: false,
    });
  }
  const level = Math.min(8, Math.max(1, chance.int(...nlqf) + chance.one([-2, -1, 0, 0, 0, 1])));
  const [transport, maxDistanceKm] = chance.of(MOBILITY);
  const [hoursMin, hoursMax] = chance.of(HOURS);
  const dutch = chance.of(DUTCH);
  const writing = Math.max(0, dutch - Number(chance.is(0.3)));
  return {
    skills: new Map(
      has.map((skill) => [skill, { provenance: chance.of(PROVENANCE), probability: 1, level: null }]),
    ),
    experience,
    wishes: [{ occupation: id, certainty: chance.one([0.5, 0.75, 1]) }],
    education: { min: level, max: Math.min(8, level + Number(chance.is(0.4))), field: null },
    interests: riasec === null ? null : interestsOf(riasec, chance),
    aptitude: Math.min(8, level + Number(chance.is(0.3))),
    places: (chance.is(TRUE.secondPlace) ? (['now', 'expected'] as const) : (['now'] as const)).map(
      (when) => ({
        ...somewhere(chance),
        when,
      }),
    ),
    transport,
    maxDistanceKm,
    maxTravelMinutes: null,
    busy: chance.is(TRUE.lessons) ? [{ mask: lessons(chance), reason: 'integration-course' as const }] : [],
    hoursMin,
    hoursMax,
    languages: new Map<string, LanguageSkills>([
      ['nl', { ...allFour(dutch), writing }],
      ['en', allFour(chance.int(0, 4))],
    ]),
    licences: chance.is(TRUE.licenceB) ? ['B'] : [],
    optOut: [],
    rejected: [],
  };
}

/** What of the truth is told, and what the product predicts from it. */
function toldOf(truth: PersonSide, all: Occupation[], chance: Chance): PersonSide {
  const experience = kept(truth.experience, TOLD.occupation, chance).map((job) => ({
    ...job,
    years: chance.is(TOLD.years) ? job.years : null,
    lastYear: chance.is(TOLD.lastYear) ? job.lastYear : null,
  }));
  const stated = kept([...truth.skills], TOLD.skill, chance);
  const jobs = new Set(experience.map(({ occupation }) => occupation));
  const predicted = all.filter(({ id }) => jobs.has(id)).flatMap(({ essential }) => essential);
  const tells = <Value>(value: Value, share: number): Value | null => (chance.is(share) ? value : null);
  const [hoursMin, hoursMax] = tells([truth.hoursMin, truth.hoursMax] as const, TOLD.hours) ?? [null, null];
  return {
    ...truth,
    experience,
    skills: new Map<number, PersonSkill>([
      ...predicted.map((skill): [number, PersonSkill] => [
        skill,
        { provenance: 'predicted', probability: PREDICTED_PROBABILITY, level: null },
      ]),
      ...stated,
    ]),
    wishes: tells(truth.wishes, TOLD.wish) ?? [],
    education: tells(truth.education, TOLD.education),
    interests: tells(truth.interests, TOLD.interests),
    aptitude: tells(truth.aptitude, TOLD.aptitude),
    places: tells(truth.places, TOLD.place) ?? [],
    transport: tells(truth.transport, TOLD.transport) ?? [],
    busy: tells(truth.busy, TOLD.busy) ?? [],
    hoursMin,
    hoursMax,
    languages: tells(truth.languages, TOLD.languages) ?? undefined,
  };
}

/** Two to four half-days of lessons, all mornings or all afternoons. */
function lessons(chance: Chance): number {
  const part = chance.one(LESSONS) & WORKDAYS;
  return chance
    .some([0, 1, 2, 3, 4], chance.int(2, 4))
    .reduce((mask, day) => mask | (part & (0xf << (4 * day))), 0);
}

/** The letters of the occupation appeal most, the others as luck has it. */
function interestsOf(riasec: string, chance: Chance): Partial<Record<Riasec, number>> {
  return Object.fromEntries(
    RIASEC.map((letter) => [letter, (riasec.includes(letter) ? chance.int(5, 10) : chance.int(0, 6)) / 10]),
  );
}
