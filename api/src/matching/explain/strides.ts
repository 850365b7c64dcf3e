// One step on the way to a wished occupation: what it takes, and the person after it.
import type { Rules } from '../../rules/rules.ts';
import { LICENCE, languageStep, licenceStep, type RuleStep, skillStep } from '../../rules/steps.ts';
import type { Evidence, LanguageSkills, PersonSide, VacancySide } from '../factors/factor.ts';
import { type Licence, licenceRoute, withIncluded } from '../licences.ts';
import type { UnlockPath } from '../schema.ts';
import { missingMustHaves, shortLanguages } from '../unmet.ts';

/** Somebody on the way: the facts, and whether the law's gate is behind them. */
export interface Traveller {
  person: PersonSide;
  isRegistered: boolean;
}

export interface Stride {
  /** The same for the same step, whichever vacancy asks for it. */
  id: string;
  kind: UnlockPath['steps'][number]['kind'];
  key: string;
  params: Evidence;
  weeksMin: number | null;
  weeksMax: number | null;
  basis: 'source' | 'estimate';
  sourceUrl: string | null;
  /** Not asked of everybody. */
  sometimes: boolean;
  /** Concept id. */
  skill: number | null;
  take: (traveller: Traveller) => Traveller;
}

/** From the level that the person has to another, one CEFR level at a time: each is a course and an exam. */
export function languageStrides(rules: Rules, language: string, from: number, to: number): Stride[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => {
    const level = from + i + 1;
    const step = languageStep(rules, level - 1, level)!;
    const isDutch = language === 'nl';
    return {
      ...strideOf(step, 'language', `language ${language} ${level}`, withLevel(language, level)),
      key: isDutch ? step.key : 'step.other-language',
      params: isDutch ? step.params : { language, ...step.params },
      // Lesson hours are counted for Dutch; another language may be nearer to one's own.
      basis: isDutch ? step.basis : 'estimate',
    };
  });
}

/** @returns the id of the step to a driving licence */
export const licenceId = (licence: string) => `licence ${licence}`;

export function licenceStride(rules: Rules, licence: Licence): Stride {
  return strideOf(licenceStep(rules, licence), 'licence', licenceId(licence), withLicence(licence));
}

/** Learning a skill, or saying yes to one that we predicted. */
export function skillStride(rules: Rules, skill: number, label: string, person: PersonSide): Stride {
  const step = skillStep(rules, label);
  const learned = strideOf(step, 'skill', `skill ${skill}`, withSkill(skill));
  return person.skills.get(skill)?.provenance === 'predicted'
    ? {
        ...learned,
        key: 'step.confirm-skill',
        weeksMin: 0,
        weeksMax: 0,
        basis: 'estimate',
        sourceUrl: null,
        skill,
      }
    : { ...learned, skill };
}

/** A step of the law's route. Of a driving licence it is the licence itself that the person has then. */
export function routeStride(step: RuleStep, kind: 'registration' | 'education' | 'right-to-work'): Stride {
  const { category } = step.params;
  return step.key === `step.${LICENCE}` && category !== undefined
    ? strideOf(step, 'licence', licenceId(String(category)), withLicence(String(category)))
    : strideOf(step, kind, `${step.key} ${JSON.stringify(step.params)}`, (traveller) => traveller);
}

/** All that stands between a person and one vacancy, and can be learned: not reach, not hours. */
export function stridesTo(
  vacancy: VacancySide,
  person: PersonSide,
  rules: Rules,
  label: (skill: number) => string,
): Stride[] {
  return [
    ...missingMustHaves(person, vacancy).map((skill) => skillStride(rules, skill, label(skill), person)),
    ...[...new Set(vacancy.licences.flatMap((licence) => licenceRoute(licence as Licence)))]
      .filter((licence) => !person.licences.includes(licence))
      .map((licence) => licenceStride(rules, licence)),
    ...shortLanguages(person, vacancy).flatMap(({ language, has, needs }) =>
      languageStrides(rules, language, has, needs),
    ),
  ];
}

function strideOf(step: RuleStep, kind: Stride['kind'], id: string, change: Stride['take']): Stride {
  const { key, params, weeksMin, weeksMax, basis, sourceUrl, sometimes } = step;
  return {
    id,
    kind,
    key,
    params,
    weeksMin,
    weeksMax,
    basis,
    sourceUrl,
    sometimes,
    skill: null,
    take: change,
  };
}

const withPerson =
  (change: (person: PersonSide) => Partial<PersonSide>): Stride['take'] =>
  (traveller) => ({ ...traveller, person: { ...traveller.person, ...change(traveller.person) } });

const withLicence = (licence: string) =>
  withPerson(({ licences }) => ({ licences: withIncluded([...licences, licence]) }));

const withSkill = (skill: number) =>
  withPerson(({ skills }) => ({
    skills: new Map(skills).set(skill, { provenance: 'stated', probability: 1, level: null }),
  }));

const withLevel = (language: string, level: number) =>
  withPerson(({ languages }) => {
    const had = languages?.get(language);
    const raised = (kind: keyof LanguageSkills) => Math.max(had?.[kind] ?? 0, level);
    return {
      languages: new Map(languages).set(language, {
        reading: raised('reading'),
        listening: raised('listening'),
        speaking: raised('speaking'),
        writing: raised('writing'),
      }),
    };
  });
