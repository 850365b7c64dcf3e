// Makes up one candidate, with the gaps and oddities that real profiles have.
import type { CandidateColumns } from '../candidates/queries.ts';
import { type LanguageLevel, VACANCY_KINDS, type VacancyKind } from '../http/schema.ts';
import { fold } from '../taxonomy/fold.ts';
import { type Chance, type Weighted, weighted } from './chance.ts';
import { createdAt, REFERENCE_YEAR } from './dates.ts';
import { nameOf } from './names.ts';
import { LEARNED_DUTCH, ORIGINS, type Origin } from './origins.ts';
import type { Occupation, Town, World } from './world.ts';

export interface NewCandidate extends CandidateColumns {
  id: string;
  createdAt: string;
  /** Years by concept. */
  occupations: Map<number, number | null>;
  skills: Map<number, 'stated' | 'predicted'>;
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
const DIPLOMAS: Weighted<CandidateColumns['diploma']> = weighted([
  ['unknown', 35],
  ['none', 25],
  ['foreign', 36],
  ['dutch', 4],
]);
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
    maxDistanceKm: 30,
    kinds: ALL_KINDS,
    diploma: 'unknown',
    educationLevel: null,
    hoursMin: null,
    hoursMax: null,
    languages: [],
    unrecognised: [],
    occupations: new Map(),
    skills: new Map(),
    matching: chance.is(0.92),
  };
  if (thoroughness === 'name only') return { ...base, languages: motherTongue(origin) };
  const person = { ...base, ...contact(name, chance), placeId: home(world, chance)?.id ?? null };
  if (thoroughness === 'one occupation') return { ...person, ...experience([chance.of(world.done)], chance) };

  const done = Array.from({ length: chance.of(NUMBER_OF_OCCUPATIONS) }, () => chance.of(world.done));
  const age = chance.int(17, 64);
  const [hoursMin, hoursMax] = chance.of(HOURS);
  return {
    ...person,
    birthDate: chance.is(0.8) ? birthDate(age, origin, chance) : null,
    maxDistanceKm: chance.of(DISTANCES_KM),
    kinds: chance.of(KINDS),
    diploma: chance.of(DIPLOMAS),
    educationLevel: chance.is(0.6) ? educationLevel(done[0], chance) : null,
    hoursMin,
    hoursMax,
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

/** Many profiles are made in a reception centre; the others live where everyone lives. */
function home(world: World, chance: Chance): Town | undefined {
  if (chance.is(0.1)) return undefined;
  return chance.is(0.25) ? chance.one(world.receptionTowns) : chance.of(world.byPopulation);
}

function birthDate(age: number, origin: Origin, chance: Chance): string {
  const year = REFERENCE_YEAR - age;
  if (chance.is(origin.firstOfJanuary)) return `${year}-01-01`;
  const [month, day] = [chance.int(1, 12), chance.int(1, 28)].map((part) => String(part).padStart(2, '0'));
  return `${year}-${month}-${day}`;
}

function educationLevel(occupation: Occupation | undefined, chance: Chance): number {
  return chance.int(occupation?.nlqfMin ?? 1, occupation?.nlqfMax ?? 4);
}

const motherTongue = ({ mother }: Origin): LanguageLevel[] => [{ language: mother, level: 'C2' }];

function languages(origin: Origin, chance: Chance): LanguageLevel[] {
  const spoken = motherTongue(origin);
  const dutch = origin.mother === 'nl' ? undefined : chance.of(LEARNED_DUTCH);
  if (dutch) spoken.push({ language: 'nl', level: dutch });
  for (const [language, share, level] of origin.others) {
    if (chance.is(share)) spoken.push({ language, level });
  }
  return spoken;
}

/** Essential skills of what someone did are predicted; a full profile confirms some, and adds others. */
function experience(
  done: Occupation[],
  chance: Chance,
  full?: { age: number; others: number[] },
): Pick<NewCandidate, 'occupations' | 'skills'> {
  const skills: NewCandidate['skills'] = new Map();
  for (const { essential } of done) for (const id of essential) skills.set(id, 'predicted');
  if (full) {
    const usual = done.flatMap(({ essential, optional }) => [...essential, ...optional]);
    for (const id of chance.some(usual, chance.int(0, 6))) skills.set(id, 'stated');
    for (let more = chance.int(0, 3); more > 0; more--) skills.set(chance.one(full.others), 'stated');
  }
  const years = () => (full && chance.is(0.65) ? chance.int(0, Math.min(30, full.age - 16)) : null);
  return { occupations: new Map(done.map(({ id }) => [id, years()])), skills };
}
