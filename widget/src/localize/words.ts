// The words for the values of the contract: kinds of places, levels of Dutch, factors, sorts of concepts.
import type {
  BusyPart,
  CefrLevel,
  Condition,
  Contribution,
  Factor,
  NlqfLevel,
  Understood,
  VacancyKind,
  VacancyMatchRequest,
} from '@nederlandwerkt/sdk';
import { msg } from './msg.ts';

type Transport = NonNullable<VacancyMatchRequest['transport']>[number];
type BusyReason = NonNullable<BusyPart['reason']>;

/** In the order in which they are offered. */
export const KINDS: readonly VacancyKind[] = [
  'job',
  'apprenticeship',
  'internship',
  'work-experience',
  'volunteering',
  'course',
];

export const LEVELS: readonly CefrLevel[] = ['A0', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'];

export function kindName(kind: VacancyKind): string {
  const names: Record<VacancyKind, string> = {
    job: msg('Job'),
    apprenticeship: msg('Learning job (BBL)'),
    internship: msg('Internship'),
    'work-experience': msg('Work experience place'),
    volunteering: msg('Volunteer work'),
    course: msg('Course'),
  };
  return names[kind];
}

export function kindMeaning(kind: VacancyKind): string {
  const meanings: Record<VacancyKind, string> = {
    job: msg('You work and get a wage.'),
    apprenticeship: msg('You work, get a wage and go to school one day a week.'),
    internship: msg('You learn at a company for some weeks or months.'),
    'work-experience': msg('You get used to working, with help.'),
    volunteering: msg('You help, without a wage. Good for your Dutch.'),
    course: msg('You learn a trade or Dutch.'),
  };
  return meanings[kind];
}

/** CEFR in words that a person can judge about themselves. */
export function levelMeaning(level: CefrLevel): string {
  const meanings: Record<CefrLevel, string> = {
    A0: msg('No Dutch yet'),
    A1: msg('Some words and short sentences'),
    A2: msg('Simple talks, at the shop for example'),
    B1: msg('I manage at work and at school'),
    B2: msg('I speak easily about many things'),
    C1: msg('I speak and write very well'),
    C2: msg('As well as my first language'),
  };
  return meanings[level];
}

/** @example levelName('A1') // "A1 – Some words and short sentences" */
export function levelName(level: CefrLevel): string {
  return `${level} – ${levelMeaning(level)}`;
}

export function factorName(factor: Factor): string {
  const names: Record<Factor, string> = {
    hardSkills: msg('Skills that are asked'),
    softSkills: msg('Skills for any work, such as working together'),
    experience: msg('Experience'),
    education: msg('Education'),
    ambition: msg('What you want to do'),
    interests: msg('What you like to do'),
    aptitude: msg('Your level of thinking and working'),
    location: msg('The way to work'),
    schedule: msg('Days and hours'),
    language: msg('Language'),
  };
  return names[factor];
}

/** How sure we are of a factor; nothing to say of what is known. */
export function basisName(basis: Contribution['basis']): string | undefined {
  const names: Record<Contribution['basis'], string | undefined> = {
    known: undefined,
    predicted: msg('Mostly our guess'),
    unknown: msg('Not known, so it does not count'),
    'opted-out': msg('You chose that this does not count'),
  };
  return names[basis];
}

/** A condition of the person or of the employer, as it stands in a list. */
export function conditionName(condition: Condition): string {
  const names: Record<Condition, string> = {
    reach: msg('the distance'),
    'place-unknown': msg('your town, which we do not know'),
    licence: msg('a driving licence'),
    'must-have': msg('a skill that is a must'),
    hours: msg('the hours a week'),
    language: msg('the language level'),
    'work-unknown': msg('the work, of which we know too little'),
  };
  return names[condition];
}

/** From these probabilities on, of 0 to 1. */
const VERY_LIKELY = 0.85;
const LIKELY = 0.65;

/** @param probability that a person has a skill */
export function likelihood(probability: number): string {
  if (probability >= VERY_LIKELY) return msg('very likely');
  return probability >= LIKELY ? msg('likely') : msg('maybe');
}

/** How one goes, as it stands in a row: "17 minutes, by bicycle, from your home". */
export function transportName(transport: Transport): string {
  const names: Record<Transport, string> = {
    walking: msg('on foot'),
    bicycle: msg('by bicycle'),
    moped: msg('by moped'),
    'public-transport': msg('by bus or train'),
    car: msg('by car'),
  };
  return names[transport];
}

/** From where one goes to work. */
export function fromPlace(place: 'now' | 'expected'): string {
  return place === 'now' ? msg('from your home') : msg('from the place where you will live');
}

/** Why a person is not free. */
export function busyReason(reason: BusyReason): string {
  const names: Record<BusyReason, string> = {
    'integration-course': msg('integration lessons'),
    care: msg('care for others'),
    other: msg('something else'),
  };
  return names[reason];
}

/** What one does with a language. */
export function languageSkillName(skill: 'reading' | 'listening' | 'speaking' | 'writing'): string {
  const names = {
    reading: msg('reading'),
    listening: msg('listening'),
    speaking: msg('speaking'),
    writing: msg('writing'),
  };
  return names[skill];
}

/** @param level NLQF, 1 to 8; Dutch names stay, for they are on the papers that are asked for */
export function educationName(level: NlqfLevel): string {
  const names: Record<number, string> = {
    1: 'mbo-1',
    2: msg('vmbo or mbo-2'),
    3: 'mbo-3',
    4: msg('mbo-4, havo or vwo'),
    5: 'associate degree',
    6: msg('bachelor of hbo or university'),
    7: msg('master'),
    8: msg('doctorate'),
  };
  return names[level] ?? String(level);
}

export function conceptName(as: Understood['as']): string {
  const names: Record<Understood['as'], string> = {
    occupation: msg('work'),
    skill: msg('skill'),
    place: msg('place'),
  };
  return names[as];
}
