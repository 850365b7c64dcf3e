// Makes up one vacancy as employers write them: often no more than a title and a place.
import { CEFR_LEVELS, type CefrLevel, type LanguageLevel, type VacancyKind } from '../http/schema.ts';
import type { VacancyData, VacancySkill } from '../vacancies/queries.ts';
import { type Chance, type Weighted, weighted } from './chance.ts';
import { createdAt } from './dates.ts';
import { licencesAsked } from './driving.ts';
import { fieldOf } from './education.ts';
import { BAKERY, type Employer, type Employers } from './employers.ts';
import { SKILL_LEVELS } from './experience.ts';
import { speaksBetter, writesBetter } from './language-skills.ts';
import { describe, titleOf, VAGUE_TITLES } from './texts.ts';
import { shiftsOf } from './week.ts';
import type { Occupation, Town, World } from './world.ts';

export interface NewVacancy extends VacancyData {
  id: string;
  createdAt: string;
}

/** What is decided beforehand about a vacancy; the rest falls as it falls. */
interface Plan {
  occupation: Occupation;
  kind?: VacancyKind;
  town?: Town;
  employer?: string;
}

const KINDS: Weighted<VacancyKind> = weighted([
  ['job', 60],
  ['apprenticeship', 12],
  ['internship', 10],
  ['volunteering', 7],
  ['work-experience', 6],
  ['course', 5],
]);
type Hours = [min: number | undefined, max: number | undefined];
const HOURS: Weighted<Hours> = weighted<Hours>([
  [[undefined, undefined], 18],
  [[32, 40], 28],
  [[24, 32], 20],
  [[36, 40], 12],
  [[16, 24], 12],
  [[undefined, 40], 5],
  [[8, 16], 5],
]);
const COURSE_HOURS: Weighted<Hours> = weighted<Hours>([
  [[4, 12], 3],
  [[undefined, undefined], 1],
]);
/** Dutch that is asked, by the lowest NLQF level of the occupation: to 2, to 4, above. */
const DUTCH_ASKED: Weighted<CefrLevel | undefined>[] = [
  weighted([
    [undefined, 40],
    ['A1', 5],
    ['A2', 35],
    ['B1', 20],
  ]),
  weighted([
    [undefined, 30],
    ['A2', 20],
    ['B1', 40],
    ['B2', 10],
  ]),
  weighted([
    [undefined, 25],
    ['B1', 25],
    ['B2', 50],
  ]),
];

/** Vacancies of every occupation of the starter set, at least. */
const OF_EVERY_OCCUPATION = 3;
/** The largest ones. */
const BAKERY_TOWNS = 15;
const BAKERY_JOBS = [
  'baker',
  'bakery-shop-assistant',
  'pastry-chef',
  'baker',
  'bakery-shop-assistant',
  'baker',
];
const BAKERY_KINDS: VacancyKind[] = [
  'job',
  'job',
  'apprenticeship',
  'work-experience',
  'internship',
  'apprenticeship',
];

/**
 * Up to half of the vacancies are planned, so that every common occupation is asked somewhere and the demo's baker finds
 * work in every large town; the others follow the labour market.
 */
export function* makeVacancies(
  world: World,
  chance: Chance,
  employers: Employers,
  count: number,
): Generator<NewVacancy> {
  const planned = chance.some(plans(world), Math.floor(count / 2));
  for (const plan of planned) yield makeVacancy(plan, world, chance, employers);
  for (let i = planned.length; i < count; i++) {
    yield chance.is(0.02)
      ? vagueVacancy(world, chance, employers)
      : makeVacancy({ occupation: chance.of(world.asked) }, world, chance, employers);
  }
}

function plans({ occupations, towns }: World): Plan[] {
  const everyCommonOne = occupations
    .filter(({ source }) => source === 'starter')
    .flatMap((occupation) => Array.from({ length: OF_EVERY_OCCUPATION }, () => ({ occupation })));
  const byCode = new Map(occupations.map((occupation) => [occupation.code, occupation]));
  const bakeries = towns.slice(0, BAKERY_TOWNS).flatMap((town) =>
    BAKERY_JOBS.flatMap((code, i) => {
      const occupation = byCode.get(code);
      return occupation ? [{ occupation, town, employer: BAKERY, kind: BAKERY_KINDS[i]! }] : [];
    }),
  );
  return [...everyCommonOne, ...bakeries];
}

function makeVacancy(plan: Plan, world: World, chance: Chance, employers: Employers): NewVacancy {
  const { occupation } = plan;
  const kind = plan.kind ?? fittingKind(chance.of(KINDS), occupation);
  const employer = plan.employer ? undefined : employerOf(occupation, kind, employers, chance);
  const town = plan.town ?? townOf(employer, world, chance);
  const [hoursMin, hoursMax] = chance.of(kind === 'course' ? COURSE_HOURS : HOURS);
  const label = chance.is(0.06)
    ? occupation.english
    : chance.is(0.65)
      ? occupation.labels[0]!
      : chance.one(occupation.labels);
  const isFromTitle = chance.is(0.5);
  const saysSkills = chance.is(0.45);
  const educationAsked = education(occupation, chance);
  const inferred: VacancyData['inferred'] = [];
  if (isFromTitle) inferred.push('occupation');
  if (!saysSkills) inferred.push('skills');
  inferred.push(...educationAsked.inferred);
  const skills = saysSkills ? statedSkills(occupation, chance) : usualSkills(occupation);
  const labels = [...skills.keys()].flatMap((id) => world.skills.get(id) ?? []);
  return {
    id: chance.uuid(),
    createdAt: createdAt(chance),
    kind,
    title: titleOf(label, kind, hoursMax, chance),
    description: chance.is(0.55)
      ? describe({ label, kind, town: town.name, skills: labels }, chance)
      : undefined,
    employerName: plan.employer ?? employer!.name,
    applicationUrl: undefined,
    placeId: town.id,
    occupationId: occupation.id,
    ...educationAsked.columns,
    hoursMin,
    hoursMax,
    licences: kind === 'course' ? [] : licencesAsked(occupation, chance),
    shifts: chance.is(0.6) ? shiftsOf(kind === 'course' ? null : occupation.isco, hoursMax, chance) : [],
    languages: languages(occupation, chance),
    inferred,
    unrecognised: [],
    skills,
  };
}

/** A title that names no occupation: nothing can be inferred from it. */
function vagueVacancy(world: World, chance: Chance, employers: Employers): NewVacancy {
  const vacancy = makeVacancy({ occupation: chance.of(world.asked), kind: 'job' }, world, chance, employers);
  return {
    ...vacancy,
    title: chance.one(VAGUE_TITLES),
    description: undefined,
    occupationId: undefined,
    educationLevel: null,
    educationLevelMax: null,
    educationField: undefined,
    licences: [],
    inferred: [],
    skills: new Map(),
  };
}

/** Nobody asks a volunteer for a registered profession, and BBL ends at mbo-4. */
function fittingKind(kind: VacancyKind, { regulated, nlqfMin }: Occupation): VacancyKind {
  if (regulated && (kind === 'volunteering' || kind === 'work-experience')) return 'job';
  return kind === 'apprenticeship' && (nlqfMin ?? 0) > 4 ? 'internship' : kind;
}

function employerOf(
  { sector }: Occupation,
  kind: VacancyKind,
  { bySector, agencies }: Employers,
  chance: Chance,
): Employer {
  const ofSector = bySector.get(sector);
  return !ofSector || (kind === 'job' && chance.is(0.2)) ? chance.one(agencies) : chance.one(ofSector);
}

function townOf(employer: Employer | undefined, world: World, chance: Chance): Town {
  return employer && chance.is(0.5) ? employer.home : chance.of(world.byPopulation);
}

function languages({ nlqfMin }: Occupation, chance: Chance): LanguageLevel[] {
  const asked: LanguageLevel[] = [];
  const dutch = chance.of(DUTCH_ASKED[(nlqfMin ?? 2) <= 2 ? 0 : nlqfMin! <= 4 ? 1 : 2]!);
  if (dutch) {
    const told: LanguageLevel = { language: 'nl', level: dutch };
    if (!chance.is(0.2)) asked.push(told);
    // Work with the hands needs speech more than letters; some work at a desk the other way round.
    else asked.push((nlqfMin ?? 2) <= 4 ? speaksBetter(told, chance) : writesBetter(told));
  }
  if (chance.is(0.08)) asked.push({ language: 'en', level: CEFR_LEVELS[chance.int(2, 4)]! });
  return asked;
}

/** What the employer says of it, else what is usual for the occupation. */
function education(
  { nlqfMin, nlqfMax, ...occupation }: Occupation,
  chance: Chance,
): {
  columns: Pick<VacancyData, 'educationLevel' | 'educationLevelMax' | 'educationField'>;
  inferred: VacancyData['inferred'];
} {
  if (nlqfMin === null || !chance.is(0.3)) {
    return {
      columns: { educationLevel: nlqfMin, educationLevelMax: nlqfMax, educationField: undefined },
      inferred: [
        ...(nlqfMin === null ? [] : (['educationLevel'] as const)),
        ...(nlqfMax === null ? [] : (['educationLevelMax'] as const)),
      ],
    };
  }
  const educationLevel = chance.int(nlqfMin, nlqfMax ?? nlqfMin);
  return {
    columns: {
      educationLevel,
      educationLevelMax: chance.is(0.4) ? nlqfMax : null,
      educationField: educationLevel >= 3 && chance.is(0.4) ? fieldOf(occupation) : undefined,
    },
    inferred: [],
  };
}

function usualSkills({ essential, optional }: Occupation): VacancyData['skills'] {
  const asked = (ids: number[], importance: VacancySkill['importance']) =>
    ids.map((id): [number, VacancySkill] => [id, { importance, level: null, inferred: true }]);
  return new Map([...asked(optional, 'optional'), ...asked(essential, 'essential')]);
}

/** One employer in five who names skills cannot do without one or two of them. */
function statedSkills({ essential, optional }: Occupation, chance: Chance): VacancyData['skills'] {
  const asked = (ids: number[], importance: VacancySkill['importance']) =>
    ids.map((id): [number, VacancySkill] => [
      id,
      { importance, level: chance.is(0.2) ? chance.of(SKILL_LEVELS) : null, inferred: false },
    ]);
  const needed = chance.some(essential, chance.int(3, 7));
  const mustHaves = chance.is(0.2) ? chance.int(1, 2) : 0;
  return new Map([
    ...asked(chance.some(optional, chance.int(0, 3)), 'optional'),
    ...asked(needed, 'essential'),
    ...asked(needed.slice(0, mustHaves), 'must-have'),
  ]);
}
