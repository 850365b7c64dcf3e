// Squares of the map, so that a B-tree finds who can come to a place: mirrors ring_of() and zone_of() of migration 009.

export interface Position {
  x: number;
  y: number;
}

/** km: who travels at most so far is in the first ring that holds it, and who travels farther is in one beyond them. */
const RINGS = [5, 10, 15, 20, 30, 40, 60, 120];
const SQUARES_PER_RING = 3;
/** km; the map begins so far west and south of its origin, and the last ring has one square of all of it. */
const MARGIN = 400;
/** Vacancies are filed as people are who travel so far. */
const VACANCY_RING = RINGS.indexOf(30);
/** Looking up more squares than this takes longer than reading all vacancies. */
const MOST = 1000;

/**
 * The squares of all people who may be able to come to `at`; the distance of each is still to be checked.
 *
 * @returns zones as `candidate_match.zone` has them, some 330
 */
export function zonesReaching(at: Position): number[] {
  const far = RINGS.length << 18;
  return [...RINGS.flatMap((upTo, ring) => zonesWithin(at, upTo, ring)), far];
}

/**
 * The squares of all vacancies that may be within `km` of one of `places`.
 *
 * @returns zones as `vacancy_match.zone` has them; undefined when they are too many to help
 */
export function vacancyZonesAround(places: readonly Position[], km: number): number[] | undefined {
  const zones = [...new Set(places.flatMap((at) => zonesWithin(at, km, VACANCY_RING)))];
  return zones.length > MOST ? undefined : zones;
}

function zonesWithin(at: Position, km: number, ring: number): number[] {
  const side = RINGS[ring]! / SQUARES_PER_RING;
  const index = (value: number) => Math.floor((value + MARGIN) / side);
  // A little more, because the database rounds to float4.
  const reach = km + 0.01;
  const zones: number[] = [];
  for (let column = index(at.x - reach); column <= index(at.x + reach); column++) {
    const dx = gap(column * side - MARGIN, side, at.x);
    for (let row = index(at.y - reach); row <= index(at.y + reach); row++) {
      const dy = gap(row * side - MARGIN, side, at.y);
      if (dx * dx + dy * dy <= reach * reach) zones.push((ring << 18) | (column << 9) | row);
    }
  }
  return zones;
}

/** km from `value` to a stretch that begins at `from`; 0 inside it. */
const gap = (from: number, length: number, value: number) => Math.max(from - value, value - from - length, 0);
