// What an anonymous visitor told, as the same facts that a signed-up person has in the database.

import { PREDICTED_PROBABILITY } from '../candidates/queries.ts';
import type { ToldConcepts } from '../candidates/understand-profile.ts';
import { CEFR_LEVELS, type LanguageLevel } from '../http/schema.ts';
import type { Snapshot } from '../taxonomy/snapshot.ts';
import { essentialSkills } from '../taxonomy/usual-skills.ts';
import { maskOf } from './day-parts.ts';
import type { Busy, PersonSide } from './factors/factor.ts';
import type { PersonFacts } from './facts.ts';
import type { VacancyMatchRequest } from './schema.ts';

type Told = Omit<
  VacancyMatchRequest,
  | 'language'
  | 'query'
  | 'occupations'
  | 'wishes'
  | 'skills'
  | 'rejectedSkills'
  | 'place'
  | 'nextPlace'
  | 'limit'
  | 'weights'
  | 'workRight'
  | 'kinds'
>;

export function toldFacts(
  told: Told,
  {
    occupations,
    wishes,
    skills,
    rejectedSkills = [],
  }: Pick<ToldConcepts, 'occupations' | 'wishes' | 'skills' | 'rejectedSkills'>,
  places: PersonSide['places'],
  snapshot: Snapshot,
): PersonFacts {
  const all = new Map<number, PersonFacts['skills'][number]>();
  for (const skill of likelySkills([...(occupations?.keys() ?? [])], snapshot)) {
    all.set(skill, [skill, 'predicted', PREDICTED_PROBABILITY, null]);
  }
  for (const [skill, { provenance, level }] of skills ?? []) all.set(skill, [skill, provenance, 1, level]);
  for (const skill of rejectedSkills) all.delete(skill);
  return {
    skills: [...all.values()].sort(([a], [b]) => a - b),
    rejected: [...new Set(rejectedSkills)].sort((a, b) => a - b),
    experience: [...(occupations ?? [])].map(([id, { years, lastYear, unpaid }]) => [
      id,
      years,
      lastYear,
      unpaid,
    ]),
    wishes: [...(wishes ?? [])],
    education:
      told.educationLevel === undefined
        ? null
        : [told.educationLevel, told.educationLevelMax ?? told.educationLevel, told.educationField ?? null],
    interests: told.interests ?? null,
    aptitude: told.aptitudeLevel ?? null,
    places: places.map(({ x, y, when }) => [x, y, when]),
    transport: told.transport,
    maxDistanceKm: told.maxDistanceKm,
    maxTravelMinutes: told.maxTravelMinutes ?? null,
    busy: busyOf(told.busy),
    hours: [told.hoursMin ?? null, told.hoursMax ?? null],
    languages: languagesOf(told.languages),
    licences: told.licences,
    optOut: told.optOut,
  };
}

/** The essential skills of some occupations, as `predictSkills` predicts them for who signs up. */
function likelySkills(occupations: number[], snapshot: Snapshot): Set<number> {
  const essential = essentialSkills(snapshot);
  return new Set(occupations.flatMap((occupation) => essential.get(occupation) ?? []));
}

function busyOf(parts: VacancyMatchRequest['busy']): PersonFacts['busy'] {
  const reasons = [...new Set(parts.map(({ reason }) => reason))].sort() as Busy['reason'][];
  return reasons.map((reason) => [maskOf(parts.filter((part) => part.reason === reason)), reason]);
}

function languagesOf(levels: LanguageLevel[]): PersonFacts['languages'] {
  if (levels.length === 0) return null;
  return Object.fromEntries(
    levels.map(({ language, level, ...skills }) => {
      const ordinal = (skill: keyof typeof skills) => CEFR_LEVELS.indexOf(skills[skill] ?? level);
      return [language, [ordinal('reading'), ordinal('listening'), ordinal('speaking'), ordinal('writing')]];
    }),
  );
}
