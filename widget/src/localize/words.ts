// The words for the values of the contract: kinds of places, levels of Dutch, factors, sorts of concepts.
import type { CefrLevel, Factor, Understood, VacancyKind } from '@nederlandwerkt/sdk';
import { msg } from './msg.ts';

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
    skills: msg('Skills that are asked'),
    similarity: msg('Looks like the work you know'),
    location: msg('Distance'),
    language: msg('Language'),
    education: msg('Education'),
    hours: msg('Hours'),
  };
  return names[factor];
}

export function conceptName(as: Understood['as']): string {
  const names: Record<Understood['as'], string> = {
    occupation: msg('work'),
    skill: msg('skill'),
    place: msg('place'),
  };
  return names[as];
}
