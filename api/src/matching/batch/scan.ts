// All pairs of people and vacancies in memory: the conditions and the order of retrieval, cheapest first, dot products last.
import {
  LOST_AT_LIMIT,
  NEARNESS_WEIGHT,
  SIMILARITY_WEIGHT,
  UNKNOWN_NEARNESS,
  UNKNOWN_SIMILARITY,
} from '../retrieve.ts';
import { CANDIDATE_DISTANCE_STEP_KM, UNTOLD } from '../retrieve-conditions.ts';
import type { Matrix, Place, Spot } from './matrix.ts';
import { TopLists } from './top-lists.ts';

export interface ScanOptions {
  /** Of each list; 0: no lists on that side. */
  candidatesPerVacancy: number;
  vacanciesPerCandidate: number;
  /** Gets each pair that meets every condition of retrieveCandidates, with its promise. */
  onPair?: (candidate: number, vacancy: number, promise: number) => void;
  /** Gets how many more people are done. */
  onProgress?: (done: number) => void;
}

export interface Scanned {
  /** For each vacancy those who meet all conditions, as retrieveCandidates orders them. */
  candidates: TopLists;
  /** For each person those that they meet all conditions of, as retrieveVacancies orders them. */
  vacancies: TopLists;
}

/**
 * Both directions in one pass, person by person: vacancies are few, so their vectors stay in the processor's cache.
 *
 * @example const { candidates } = scan(people, vacancies, { candidatesPerVacancy: 20, vacanciesPerCandidate: 0 });
 */
export function scan(people: Matrix, vacancies: Matrix, options: ScanOptions): Scanned {
  const { candidatesPerVacancy, vacanciesPerCandidate, onPair, onProgress } = options;
  const candidateLists = new TopLists(vacancies.size, candidatesPerVacancy, people.ids);
  const vacancyLists = new TopLists(people.size, vacanciesPerCandidate, vacancies.ids);
  const forPeople = vacanciesPerCandidate > 0;
  const similarities = new Similarities(people, vacancies);
  // Vacancies that suit one person, and km to each.
  const suitable = new Int32Array(vacancies.size);
  const distances = new Float64Array(vacancies.size);

  for (const spot of people.spots) {
    // The first of a spot travels farthest.
    const near = spotsWithin(spot, people.maxDistanceKm[spot.start]!, vacancies.spots);
    for (let person = spot.start; person < spot.end; person++) {
      const limit = people.maxDistanceKm[person]!;
      const isKnown = people.hasVector[person] === 1;
      let count = 0;
      for (const { km, start, end } of near) {
        // An unknown distance keeps nobody from a vacancy, but from the candidates of one.
        if (km > limit || (!forPeople && !(isKnown && inSteps(km) <= limit))) continue;
        for (let vacancy = start; vacancy < end; vacancy++) {
          if (!isSuitable(people, person, vacancies, vacancy)) continue;
          suitable[count] = vacancy;
          distances[count++] = km;
        }
      }
      const similarity = similarities.of(person, suitable, count);
      for (let i = 0; i < count; i++) {
        const vacancy = suitable[i]!;
        const km = distances[i]!;
        if (forPeople && vacancies.hasVector[vacancy] === 1)
          vacancyLists.add(person, vacancy, promise(similarity[i]!, km, limit));
        if (!isKnown || !(km <= limit)) continue;
        const value = promise(similarity[i]!, inSteps(km), limit);
        if (candidatesPerVacancy > 0) candidateLists.add(vacancy, person, value);
        onPair?.(person, vacancy, value);
      }
    }
    onProgress?.(spot.end - spot.start);
  }
  return { candidates: candidateLists, vacancies: vacancyLists };
}

interface NearSpot {
  km: number;
  start: number;
  end: number;
}

/** Those that somebody reaches who travels `limit` km; all when it is unknown how far they are. */
function spotsWithin(from: Place, limit: number, spots: Spot[]): NearSpot[] {
  const near: NearSpot[] = [];
  for (const spot of spots) {
    const km = distanceBetween(from, spot);
    if (!(km > limit)) near.push({ km, start: spot.start, end: spot.end });
  }
  return near;
}

const inSteps = (km: number) => Math.ceil(km / CANDIDATE_DISTANCE_STEP_KM) * CANDIDATE_DISTANCE_STEP_KM;

const promise = (similarity: number, km: number, limitKm: number) =>
  SIMILARITY_WEIGHT * similarity + NEARNESS_WEIGHT * nearness(km, limitKm);

/** km from the nearest of a person's places; NaN when none is known. In float4, as the database computes it. */
function distanceBetween(spot: Place, target: Place): number {
  const own = distance(spot.x, spot.y, target);
  const next = distance(spot.nextX, spot.nextY, target);
  // Math.min would give NaN when one is.
  return next < own || Number.isNaN(own) ? next : own;
}

function distance(x: number, y: number, to: Place): number {
  const dx = Math.fround(x - to.x);
  const dy = Math.fround(y - to.y);
  return Math.sqrt(Math.fround(Math.fround(dx * dx) + Math.fround(dy * dy)));
}

/** 1 next door, a half at the person's own limit. */
function nearness(km: number, limitKm: number): number {
  const value = 1 - (LOST_AT_LIMIT * km) / limitKm;
  return Number.isNaN(value) ? UNKNOWN_NEARNESS : Math.max(value, 0);
}

/** All conditions but reach: kind, Dutch, licences, hours, other languages, must-haves. */
function isSuitable(people: Matrix, person: number, vacancies: Matrix, vacancy: number): boolean {
  if ((people.kinds[person]! & vacancies.kinds[vacancy]!) === 0) return false;
  if (people.dutch[person]! < vacancies.dutch[vacancy]!) return false;
  if ((vacancies.licences[vacancy]! & ~people.licences[person]!) !== 0) return false;
  if (people.hoursMax[person]! < vacancies.hoursMin[vacancy]!) return false;
  if (people.hoursMin[person]! > vacancies.hoursMax[vacancy]!) return false;
  const needed = vacancies.languages[vacancy];
  if (needed && !speaks(people, person, needed)) return false;
  const mustHaves = vacancies.skills[vacancy];
  return !mustHaves || includesAll(people.skills[person] ?? null, mustHaves);
}

function speaks(people: Matrix, person: number, needed: Readonly<Record<string, number>>): boolean {
  if (people.dutch[person] === UNTOLD.dutch) return true;
  const told = people.languages[person];
  for (const language in needed) if ((told?.[language] ?? 0) < needed[language]!) return false;
  return true;
}

/** Both ascending. */
function includesAll(has: Int32Array | null, wanted: Int32Array): boolean {
  if (!has) return false;
  let at = 0;
  for (const skill of wanted) {
    while (at < has.length && has[at]! < skill) at++;
    if (has[at] !== skill) return false;
  }
  return true;
}

/** Cosines of one person and some vacancies. */
class Similarities {
  readonly #people: Matrix;
  readonly #vacancies: Matrix;
  /** In float8: float4 would be converted in each multiplication. */
  readonly #vectors: Float64Array;
  readonly #found: Float64Array;

  constructor(people: Matrix, vacancies: Matrix) {
    this.#people = people;
    this.#vacancies = vacancies;
    this.#vectors = new Float64Array(vacancies.vectors);
    this.#found = new Float64Array(vacancies.size);
  }

  /** @returns for the first `count` of `rows`, from 0 to 1; good until the next call */
  of(person: number, rows: Int32Array, count: number): Float64Array {
    const found = this.#found;
    if (this.#people.hasVector[person] === 0) return found.fill(UNKNOWN_SIMILARITY, 0, count);
    let i = 0;
    for (; i + 3 < count; i += 4) this.#four(person, rows, i);
    for (; i < count; i++) this.#one(person, rows, i);
    for (i = 0; i < count; i++)
      found[i] = this.#vacancies.hasVector[rows[i]!] === 0 ? UNKNOWN_SIMILARITY : Math.max(found[i]!, 0);
    return found;
  }

  #one(person: number, rows: Int32Array, at: number): void {
    const { vectors: a, dimensions } = this.#people;
    const b = this.#vectors;
    const from = person * dimensions;
    const j = rows[at]! * dimensions;
    let sum = 0;
    for (let k = 0; k < dimensions; k++) sum += a[from + k]! * b[j + k]!;
    this.#found[at] = sum;
  }

  /** Four at once: each number of the person is read once, and no sum waits for another. */
  #four(person: number, rows: Int32Array, first: number): void {
    const { vectors: a, dimensions } = this.#people;
    const b = this.#vectors;
    const from = person * dimensions;
    const j0 = rows[first]! * dimensions;
    const j1 = rows[first + 1]! * dimensions;
    const j2 = rows[first + 2]! * dimensions;
    const j3 = rows[first + 3]! * dimensions;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let k = 0; k < dimensions; k++) {
      const value = a[from + k]!;
      s0 += value * b[j0 + k]!;
      s1 += value * b[j1 + k]!;
      s2 += value * b[j2 + k]!;
      s3 += value * b[j3 + k]!;
    }
    const found = this.#found;
    found[first] = s0;
    found[first + 1] = s1;
    found[first + 2] = s2;
    found[first + 3] = s3;
  }
}
