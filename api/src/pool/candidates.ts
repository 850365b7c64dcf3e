// Makes up one candidate, with the gaps and oddities that real profiles have.
import type { CandidateColumns, WorkRight } from '../candidates/queries.ts';
import { type LanguageLevel, VACANCY_KINDS, type VacancyKind } from '../http/schema.ts';
import { FACTORS } from '../matching/factors/factor.ts';
import { fold } from '../taxonomy/fold.ts';
import { type Chance, type Weighted, weighted } from './chance.ts';
import { createdAt, dayAhead, REFERENCE_YEAR } from './dates.ts';
import { travel } from './driving.ts';
import { education } from './education.ts';
import { type Experience, experience, interests, wishes } from './experience.ts';
import { speaksBetter, writesBetter } from './language-skills.ts';
import { nameOf } from './names.ts';
import { LEARNED_DUTCH, ORIGINS, type Origin } from './origins.ts';
import { busyParts } from './week.ts';
import type { Town, World } from './world.ts';

export interface NewCandidate extends CandidateColumns, Experience {
  id: string;
  createdAt: string;
  /** Certainty, 0..1, by concept. */
  wishes: Map<number, number>;
  workRight: WorkRight | null;
  matching: boolean;
}

type Thoroughness = 'name only' | 'one occupation' | 'full';
const THOROUGHNESS: Weighted<Thoroughness> = weighted([
  ['name only', 10],
  ['one occupation', 15],
  ['full', 75],
]);

const NUMBER_OF_OCCUPATIONS: Weighted<number> = weighted([
  [0, 8],
  [1, 55],
  [2, 27],
  [3, 10],
]);
const DISTANCES_KM: Weighted<number> = weighted([
  [5, 8],
  [10, 16],
  [15, 14],
  [20, 12],
  [30, 34],
  [40, 8],
  [60, 8],
]);
const ALL_KINDS = [...VACANCY_KINDS];
const KINDS: Weighted<VacancyKind[]> = weighted([
  [ALL_KINDS, 55],
  [['job'], 18],
  [['job', 'apprenticeship'], 10],
  [['job', 'work-experience', 'volunteering'], 7],
  [['apprenticeship', 'internship', 'course'], 6],
  [['volunteering', 'course'], 4],
]);
const HOURS: Weighted<[min: number | null, max: number | null]> = weighted([
  [[null, null], 38],
  [[32, 40], 18],
  [[24, 36], 12],
  [[16, 24], 12],
  [[8, 16], 6],
  [[null, 40], 6],
  [[20, null], 5],
  [[36, 40], 3],
]);
const VALID_UNTIL: Partial<Record<WorkRight['category'], (chance: Chance) => string>> = {
  // Temporary protection ends for all on one day (Council of the EU, 15 July 2025).
  'temporary-protection-ukraine': () => '2027-03-04',
  'status-holder': (chance) => dayAhead(5, chance),
  'asylum-seeker': (chance) => dayAhead(1, chance),
};
/** What people write as their job that no list of occupations knows. */
const UNKNOWN_WORDS = ['van alles', 'zzp', 'бригадир', 'عمل حر', 'iş', 'ዝኾነ ስራሕ', 'کارگر ساده', 'all round'];

/** One in ten tells no more than a name and a language, some only one occupation. */
export function makeCandidate(world: World, chance: Chance): NewCandidate {
  const origin = chance.of(ORIGINS);
  const thoroughness = chance.of(THOROUGHNESS);
  const name = chance.is(0.98) ? nameOf(origin.name, chance) : null;
  const base: NewCandidate = {
    id: chance.uuid(),
    createdAt: createdAt(chance),
    name,
    email: null,
    phone: null,
    birthDate: null,
    language: chance.is(0.85) ? origin.language : chance.one(['nl', 'en']),
    placeId: null,
    nextPlaceId: null,
    maxDistanceKm: 30,
    maxTravelMinutes: null,
    transport: [],
    kinds: ALL_KINDS,
    diploma: 'unknown',
    educationLevel: null,
    educationLevelMax: null,
    educationField: null,
    hoursMin: null,
    hoursMax: null,
    busy: [],
    licences: [],
    interests: null,
    aptitudeLevel: null,
    optOut: [],
    languages: [],
    unrecognised: [],
    occupations: new Map(),
    skills: new Map(),
    wishes: new Map(),
    workRight: null,
    matching: chance.is(0.92),
  };
  if (thoroughness === 'name only') return { ...base, languages: motherTongue(origin) };
  const person = {
    ...base,
    ...contact(name, chance),
    ...homes(world, chance),
    workRight: workRight(origin, chance),
  };
  if (thoroughness === 'one occupation') {
    const done = [chance.of(world.done)];
    return {
      ...person,
      ...experience(done, chance),
      wishes: chance.is(0.3) ? wishes(done, world, chance) : new Map(),
    };
  }

  const done = Array.from({ length: chance.of(NUMBER_OF_OCCUPATIONS) }, () => chance.of(world.done));
  const age = chance.int(17, 64);
  const [hoursMin, hoursMax] = chance.of(HOURS);
  return {
    ...person,
    birthDate: chance.is(0.8) ? birthDate(age, origin, chance) : null,
    maxDistanceKm: chance.of(DISTANCES_KM),
    kinds: chance.of(KINDS),
    ...education(done, chance),
    ...travel(done, chance),
    hoursMin,
    hoursMax,
    busy: busyParts(origin.lessons, chance),
    interests: chance.is(0.27) ? interests(done[0], chance) : null,
    optOut: chance.is(0.04) ? [chance.one(FACTORS)] : [],
    wishes: chance.is(0.74) ? wishes(done, world, chance) : new Map(),
    languages: languages(origin, chance),
    unrecognised: chance.is(0.05) ? [{ text: chance.one(UNKNOWN_WORDS), as: 'occupation' }] : [],
    ...experience(done, chance, { age, others: world.skillIds }),
  };
}

function contact(name: string | null, chance: Chance): Pick<CandidateColumns, 'email' | 'phone'> {
  const mailbox = `${fold(name ?? 'post').replaceAll(' ', '.')}${chance.int(1, 999)}`;
  return {
    email: chance.is(0.66) ? `${mailbox}@example.org` : null,
    // No subscriber's number begins with 06 00.
    phone: chance.is(0.7) ? `+31 6 00${String(chance.int(0, 999_999)).padStart(6, '0')}` : null,
  };
}

/**
 * Many profiles are made in a reception centre, and some of these people know where they will live; the others live where
 * everyone lives.
 */
function homes(world: World, chance: Chance): Pick<CandidateColumns, 'placeId' | 'nextPlaceId'> {
  if (chance.is(0.1)) return { placeId: null, nextPlaceId: null };
  const isReceived = chance.is(0.25);
  const town: Town = isReceived ? chance.one(world.receptionTowns) : chance.of(world.byPopulation);
  const next = chance.is(isReceived ? 0.36 : 0.06) ? chance.of(world.byPopulation) : undefined;
  return { placeId: town.id, nextPlaceId: next && next !== town ? next.id : null };
}

/** Made from the origin and dice: nothing else of a person says more about it. */
function workRight({ workRights }: Origin, chance: Chance): WorkRight | null {
  const category = chance.of(workRights);
  const until = category && chance.is(0.6) ? VALID_UNTIL[category]?.(chance) : undefined;
  return category ? { category, until } : null;
}

function birthDate(age: number, origin: Origin, chance: Chance): string {
  const year = REFERENCE_YEAR - age;
  if (chance.is(origin.firstOfJanuary)) return `${year}-01-01`;
  const [month, day] = [chance.int(1, 12), chance.int(1, 28)].map((part) => String(part).padStart(2, '0'));
  return `${year}-${month}-${day}`;
}

const motherTongue = ({ mother }: Origin): LanguageLevel[] => [{ language: mother, level: 'C2' }];

function languages(origin: Origin, chance: Chance): LanguageLevel[] {
  const spoken = motherTongue(origin);
  const dutch = origin.mother === 'nl' ? undefined : chance.of(LEARNED_DUTCH);
  if (dutch) {
    const told: LanguageLevel = { language: 'nl', level: dutch };
    const isApart = dutch !== 'A0';
    if (isApart && chance.is(0.28)) spoken.push(speaksBetter(told, chance));
    else spoken.push(isApart && chance.is(0.08) ? writesBetter(told) : told);
  }
  for (const [language, share, level] of origin.others) {
    if (chance.is(share)) spoken.push({ language, level });
  }
  return spoken;
}
