// The same question in plain code: filter and dot product over typed arrays, the floor that a database is held against.
import { LICENCES, VACANCY_KINDS } from '../../src/http/schema.ts';
import {
  LOST_AT_LIMIT,
  NEARNESS_WEIGHT,
  type PersonQuery,
  SIMILARITY_WEIGHT,
  UNKNOWN_NEARNESS,
  type VacancyQuery,
} from '../../src/matching/retrieve.ts';
import { CANDIDATE_DISTANCE_STEP_KM, maskOf, UNTOLD } from '../../src/matching/retrieve-conditions.ts';
import { type Columns, isZero } from './pool.ts';

export interface Found {
  /** The best rows, best first. */
  rows: number[];
  promises: number[];
  /** How many meet all conditions. */
  total: number;
}

/** What retrieval asks of a row, without its vector. */
type Filter = (row: number) => boolean;

export function bestCandidates(pool: Columns, query: VacancyQuery, limit: number): Found {
  const kinds = maskOf([query.kind], VACANCY_KINDS);
  const licences = maskOf(query.licences, LICENCES);
  const dutch = query.languages.get('nl') ?? 0;
  const [hoursMin, hoursMax] = [query.hoursMin ?? UNTOLD.hoursMin, query.hoursMax ?? UNTOLD.hoursMax];
  const { position, mustHaves } = query;
  const step = CANDIDATE_DISTANCE_STEP_KM;
  const exactKm = (row: number) =>
    position ? Math.hypot(pool.x[row]! - position.x, pool.y[row]! - position.y) : NaN;
  const km = (row: number) => Math.ceil(exactKm(row) / step) * step;
  const filter: Filter = (row) =>
    (pool.kinds[row]! & kinds) !== 0 &&
    pool.dutch[row]! >= dutch &&
    (pool.licences[row]! & licences) === licences &&
    pool.hoursMin[row]! <= hoursMax &&
    pool.hoursMax[row]! >= hoursMin &&
    (!position || exactKm(row) <= pool.maxDistanceKm[row]!) &&
    mustHaves.every((id) => pool.skills[row]!.includes(id)) &&
    !isZero(vectorOf(pool, row));
  return best(pool, filter, query.vector!, km, (row) => pool.maxDistanceKm[row]!, limit);
}

export function bestVacancies(pool: Columns, query: PersonQuery, limit: number): Found {
  const kinds = maskOf(query.kinds, VACANCY_KINDS);
  const lacking = ~maskOf(query.licences, LICENCES);
  const dutch = query.languages ? (query.languages.get('nl') ?? 0) : UNTOLD.dutch;
  const [hoursMin, hoursMax] = [query.hoursMin ?? UNTOLD.hoursMin, query.hoursMax ?? UNTOLD.hoursMax];
  const [place] = query.places;
  const km = (row: number) => (place ? Math.hypot(pool.x[row]! - place.x, pool.y[row]! - place.y) : NaN);
  const filter: Filter = (row) =>
    (pool.kinds[row]! & kinds) !== 0 &&
    pool.dutch[row]! <= dutch &&
    (pool.licences[row]! & lacking) === 0 &&
    pool.hoursMin[row]! <= hoursMax &&
    pool.hoursMax[row]! >= hoursMin &&
    !(km(row) > query.maxDistanceKm) &&
    pool.skills[row]!.every((id) => query.skills.includes(id));
  return best(pool, filter, query.vector!, km, () => query.maxDistanceKm, limit);
}

/** By similarity alone, of all rows. */
export function mostSimilar(pool: Columns, vector: Float32Array, limit: number): Found {
  return best(
    pool,
    () => true,
    vector,
    () => NaN,
    () => 1,
    limit,
  );
}

function best(
  pool: Columns,
  filter: Filter,
  vector: Float32Array,
  kmOf: (row: number) => number,
  limitKmOf: (row: number) => number,
  limit: number,
): Found {
  const rows: number[] = [];
  const promises: number[] = [];
  const { dimensions, vectors } = pool;
  let total = 0;
  for (let row = 0; row < pool.size; row++) {
    if (!filter(row)) continue;
    total++;
    let similarity = 0;
    for (let i = 0, at = row * dimensions; i < dimensions; i++, at++) similarity += vector[i]! * vectors[at]!;
    const nearness = 1 - (LOST_AT_LIMIT * kmOf(row)) / limitKmOf(row);
    const promise =
      SIMILARITY_WEIGHT * Math.max(similarity, 0) +
      NEARNESS_WEIGHT * (Number.isNaN(nearness) ? UNKNOWN_NEARNESS : Math.max(nearness, 0));
    if (promises.length === limit && promise <= promises[limit - 1]!) continue;
    let place = promises.length;
    while (place > 0 && promises[place - 1]! < promise) place--;
    promises.splice(place, 0, promise);
    rows.splice(place, 0, row);
    if (promises.length > limit) {
      promises.pop();
      rows.pop();
    }
  }
  return { rows, promises, total };
}

export function vectorOf(pool: Columns, row: number): Float32Array {
  return pool.vectors.subarray(row * pool.dimensions, (row + 1) * pool.dimensions);
}
