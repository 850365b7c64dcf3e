// What an employer may learn of a person: distances in steps, and no evidence that tells where or how somebody lives.
import type { Explained } from './explain/explain.ts';
import type { Evidence, Factor, PersonSide } from './factors/factor.ts';
import type { Contribution } from './schema.ts';

/** km. Distances to a candidate are shown and scored in such steps, rounded up, so that one does not tell the town. */
export const DISTANCE_STEP_KM = 5;

/** Of the evidence, what the card and the reasons of a person tell too: the fit, not how somebody lives. */
const PUBLIC: Record<Factor, string[]> = {
  hardSkills: ['asked', 'matched', 'alike', 'predicted', 'missing'],
  softSkills: ['asked', 'matched', 'alike', 'predicted', 'missing'],
  experience: ['occupation', 'likeness'],
  education: [
    'levelMin',
    'levelMax',
    'neededMin',
    'neededMax',
    'missingLevels',
    'overqualified',
    'sameField',
  ],
  ambition: ['likeness'],
  interests: ['riasec'],
  aptitude: ['neededLevel', 'missingLevels'],
  location: ['distanceKm'],
  schedule: [
    ...['hoursMin', 'hoursMax', 'offeredHoursMin', 'offeredHoursMax', 'hoursApart'],
    ...['shiftParts', 'clashingParts'],
  ],
  language: ['language', 'skill', 'level', 'neededLevel', 'missingLevels'],
};

/**
 * The person with every place moved away from the vacancy to the next step of distance, so the score is of that too; to the
 * step before where the next would be beyond a limit that the real distance is within.
 */
export function approached(person: PersonSide, [x, y]: readonly [number, number]): PersonSide {
  const limit = person.maxDistanceKm;
  const places = person.places.map((place) => {
    const km = Math.hypot(place.x - x, place.y - y);
    const next = Math.max(1, Math.ceil(km / DISTANCE_STEP_KM)) * DISTANCE_STEP_KM;
    const shown = km <= limit && next > limit ? next - DISTANCE_STEP_KM : next;
    if (km === 0) return { ...place, x: x + shown, y };
    return { ...place, x: x + ((place.x - x) * shown) / km, y: y + ((place.y - y) * shown) / km };
  });
  return { ...person, places };
}

export function coarsened<E extends Pick<Explained, 'contributions'>>(explained: E): E {
  return {
    ...explained,
    contributions: explained.contributions.map((contribution) => ({
      ...contribution,
      evidence: publicEvidence(contribution),
    })),
  };
}

function publicEvidence({ factor, evidence }: Contribution): Evidence {
  const told: Evidence = {};
  for (const name in evidence) if (PUBLIC[factor].includes(name)) told[name] = evidence[name]!;
  return told;
}
