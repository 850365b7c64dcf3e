// What a person has answered so far, and how it becomes a sign-up. Lives in memory only, until the person agrees.
import type { CandidateInput, CefrLevel, VacancyKind } from '@nederlandwerkt/sdk';
import { type Answers, type Choice, NO_ANSWERS, reference, skillReference } from '../base/choices.ts';
import type { Locale } from '../localize/msg.ts';

/** Version of the consent text in steps/consent.ts; change both together. */
export const CONSENT_TEXT_VERSION = '2026-11';

/** Hours a week behind the four answers that people give. */
export const HOURS = {
  few: { hoursMin: 1, hoursMax: 16 },
  part: { hoursMin: 16, hoursMax: 32 },
  full: { hoursMin: 32, hoursMax: 40 },
  open: {},
} as const;

export interface Draft extends Answers {
  /** What the person said no to; never suggested again. */
  rejectedSkills: Choice[];
  noExperience: boolean;
  /** As typed: a number, or not yet. */
  years: string;
  /** Other languages by BCP 47 tag; '' until the level is chosen. */
  languages: Record<string, CefrLevel | ''>;
  kinds: VacancyKind[];
  hours: keyof typeof HOURS;
  name: string;
  phone: string;
  email: string;
  consentProfile: boolean;
  consentMatching: boolean;
}

export const EMPTY_DRAFT: Draft = {
  ...NO_ANSWERS,
  rejectedSkills: [],
  noExperience: false,
  years: '',
  languages: {},
  kinds: [],
  hours: 'open',
  name: '',
  phone: '',
  email: '',
  consentProfile: false,
  consentMatching: false,
};

/**
 * Fills in what is known already, and leaves what the person has answered in the form.
 *
 * @param before what was filled in the last time
 */
export function fillIn(draft: Draft, answers: Partial<Answers>, before: Partial<Answers> = {}): Draft {
  const open = (key: keyof Answers) => draft[key] === EMPTY_DRAFT[key] || draft[key] === before[key];
  const news = Object.entries(answers).filter(([key]) => open(key as keyof Answers));
  return { ...draft, noExperience: draft.noExperience && !answers.work?.text, ...Object.fromEntries(news) };
}

/** Only what was answered; what was left open is left out, so that the API's defaults hold. */
export function toCandidateInput(draft: Draft, language: Locale): CandidateInput {
  const { work, years, place, dutch, name, phone, email } = draft;
  const languages = Object.entries({ ...(dutch && { nl: dutch }), ...draft.languages }).flatMap(
    ([tag, level]) => (level ? [{ language: tag, level }] : []),
  );
  return {
    language,
    ...(work.text &&
      !draft.noExperience && {
        occupations: [{ occupation: reference(work), ...(years && { years: Number(years) }) }],
      }),
    skills: draft.skills.map(skillReference),
    ...(draft.rejectedSkills.length && { rejectedSkills: draft.rejectedSkills.map(skillReference) }),
    ...(place.text && { place: reference(place) }),
    maxDistanceKm: draft.maxDistanceKm,
    languages,
    ...(draft.kinds.length && { kinds: draft.kinds }),
    ...HOURS[draft.hours],
    ...(name.trim() && { name: name.trim() }),
    ...(phone.trim() && { phone: phone.trim() }),
    ...(email.trim() && { email: email.trim() }),
    consent: { profile: true, matching: draft.consentMatching, textVersion: CONSENT_TEXT_VERSION },
  };
}
