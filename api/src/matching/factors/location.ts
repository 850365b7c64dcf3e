// Location: the way to work, from where the person lives or expects to, with means of one's own, at the hours of the work.
import { ofPart } from '../day-parts.ts';
import { clamp, type FactorFunction, type PersonSide, type Position, type Transport } from './factor.ts';

/**
 * Roads are longer than the straight line: 1.3 ± 0.1 over many road networks
 * (Wang, Bette, Schreckenberg and Guhr 2024, https://arxiv.org/abs/2406.06490).
 */
const DETOUR = 1.3;

/**
 * From door to door over the road: minutes that every trip costs, and km/h after that, stops included. Our estimate, such
 * that a bicycle is as quick as public transport at 7.5 km, where public transport takes twice as long as a car: what the
 * CPB found (https://www.treinreiziger.nl/reizigers-met-ov-op-korte-afstand-dubbel-zo-lang-onderweg/).
 */
const TRAVEL: Record<Transport, { fixedMinutes: number; kmPerHour: number }> = {
  walking: { fixedMinutes: 0, kmPerHour: 5 },
  bicycle: { fixedMinutes: 0, kmPerHour: 15 },
  moped: { fixedMinutes: 0, kmPerHour: 25 },
  'public-transport': { fixedMinutes: 18, kmPerHour: 40 },
  car: { fixedMinutes: 5, kmPerHour: 45 },
};

/** Minutes one way when the person told no limit: 12 km on a bicycle. Our estimate. */
export const USUAL_MINUTES = 60;

/** Value lost on the way to the person's own limit. The limit is the person's word, so half the value is left there. */
export const LOST_AT_LIMIT = 0.5;

/** From 0 to 6 o'clock next to nothing runs. */
const NIGHTS = ofPart('night');

/** value = 1 − LOST_AT_LIMIT × share of the limit that is used: of the km or of the minutes, whichever is larger */
export const locationFactor: FactorFunction = ({ person, vacancy }) => {
  if (person.places.length === 0) return null;
  const { distanceKm, when } = person.places
    .map((place) => ({ distanceKm: kmBetween(place, vacancy.place), when: place.when }))
    // As near from both: the one where they live.
    .reduce((a, b) =>
      b.distanceKm < a.distanceKm || (b.distanceKm === a.distanceKm && b.when === 'now') ? b : a,
    );
  const nightShift = (vacancy.shifts & NIGHTS) !== 0;
  const trip = quickest(person, distanceKm, nightShift);
  const maxMinutes = person.maxTravelMinutes ?? USUAL_MINUTES;
  const used = Math.max(distanceKm / person.maxDistanceKm, trip ? trip.minutes / maxMinutes : 0);
  return {
    value: clamp(1 - LOST_AT_LIMIT * used),
    evidence: {
      distanceKm: Math.round(distanceKm * 10) / 10,
      maxDistanceKm: person.maxDistanceKm,
      minutes: trip && Math.round(trip.minutes),
      maxTravelMinutes: person.maxTravelMinutes,
      transport: trip?.transport ?? null,
      place: when,
      nightShift,
    },
  };
};

/** The quickest of the person's own means at those hours; null when none was told. Everyone can walk. */
function quickest(
  { transport }: PersonSide,
  distanceKm: number,
  nightShift: boolean,
): { transport: Transport; minutes: number } | null {
  if (transport.length === 0) return null;
  const allowed = transport.filter((means) => !(nightShift && means === 'public-transport'));
  return (['walking', ...allowed] as const)
    .map((means) => ({ transport: means, minutes: minutesOf(means, distanceKm) }))
    .reduce((a, b) =>
      b.minutes < a.minutes || (b.minutes === a.minutes && b.transport < a.transport) ? b : a,
    );
}

/** @param distanceKm as the crow flies @returns minutes from door to door */
export function minutesOf(transport: Transport, distanceKm: number): number {
  const { fixedMinutes, kmPerHour } = TRAVEL[transport];
  return fixedMinutes + (distanceKm * DETOUR * 60) / kmPerHour;
}

/** km as the crow flies. The plane differs from the great circle by less than 1.5 % in the Netherlands. */
function kmBetween(a: Position, b: Position): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
