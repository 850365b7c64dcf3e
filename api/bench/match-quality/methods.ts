// What is compared: baselines, our engine, and our engine with one factor less or alone. Each scores all vacancies for a person.
import { countBits } from '../../src/matching/bits.ts';
import { FACTORS, type Factor } from '../../src/matching/factors/factor.ts';
import { rank, SETBACK } from '../../src/matching/rank.ts';
import {
  LOST_AT_LIMIT,
  NEARNESS_WEIGHT,
  SIMILARITY_WEIGHT,
  UNKNOWN_NEARNESS,
  UNKNOWN_SIMILARITY,
} from '../../src/matching/retrieve.ts';
import { unmetOf } from '../../src/matching/unmet.ts';
import { weightsOf } from '../../src/matching/weights.ts';
import { Chance } from '../../src/pool/chance.ts';
import { bm25 } from '../quality/methods/bm25.ts';
import type { FactorValues } from './factor-values.ts';
import { best } from './metrics.ts';
import type { JudgedSet } from './set.ts';

export interface Method {
  name: string;
  group: 'baseline' | 'engine' | 'without' | 'alone' | 'what-if';
  /** One score per vacancy, higher is better. @param person index in the set */
  scores(person: number): ArrayLike<number>;
}

/** As many are scored as in `matching/service.ts`. */
export const RETRIEVED = 60;
/** Below any promise or score. */
const LAST = -2;

export const ENGINE = 'our engine, all scored';

export async function baselines(set: JudgedSet): Promise<Method[]> {
  const chance = new Chance(1);
  const ranker = await bm25.prepare(
    set.vacancies.map(({ text }, i) => ({ id: String(i), text })),
    {},
  );
  const words = await Promise.all(set.people.map(({ text }) => ranker.score(text)));
  return [
    { name: 'random', group: 'baseline', scores: () => set.vacancies.map(() => chance.int(0, 2 ** 31)) },
    { name: 'BM25 on texts', group: 'baseline', scores: (person) => words[person]! },
    { name: 'vectors alone', group: 'baseline', scores: (person) => similarities(set, person) },
  ];
}

export function engine(set: JudgedSet, values: FactorValues): Method[] {
  const ours = weightsOf();
  const by = (name: string, group: Method['group'], weights: Partial<Record<Factor, number>>): Method => ({
    name,
    group,
    scores: (person) => values.scores(person, weights),
  });
  return [
    by(ENGINE, 'engine', ours),
    {
      name: 'our engine as served',
      group: 'engine',
      scores: (person) => served(set, person, values.scores(person, ours)),
    },
    ...FACTORS.map((factor) => by(`without ${factor}`, 'without', { ...ours, [factor]: 0 })),
    ...FACTORS.map((factor) => by(`${factor} alone`, 'alone', { [factor]: 1 })),
    ...[0.05, 0.1, 0.2].map(
      (price): Method => ({
        name: `each unmet condition costs ${price}`,
        group: 'what-if',
        scores: (person) => priced(set, person, values.scores(person, ours), price),
      }),
    ),
  ];
}

/** What promises most is scored, then ranked, as the API does. */
function served(set: JudgedSet, person: number, scores: Float64Array): Float64Array {
  const unmet = unmetMasks(set, person);
  const items = retrieved(set, person, SETBACK).map((i) => ({
    i,
    id: String(i),
    unmet: unmet[i]!,
    score: scores[i]!,
  }));
  const answer = new Float64Array(scores.length).fill(-RETRIEVED);
  for (const [place, { i }] of rank(items, RETRIEVED, SETBACK).entries()) answer[i] = -place;
  return answer;
}

/** A condition that is not met costs a part of promise and score, and nothing stands before a better score. */
function priced(set: JudgedSet, person: number, scores: Float64Array, price: number): Float64Array {
  const unmet = unmetMasks(set, person);
  const answer = new Float64Array(scores.length).fill(LAST * RETRIEVED);
  for (const i of retrieved(set, person, price)) answer[i] = scores[i]! - price * countBits(unmet[i]!);
  return answer;
}

function retrieved(set: JudgedSet, person: number, price: number): number[] {
  const unmet = unmetMasks(set, person);
  const promises = similarities(set, person).map(
    (similarity, i) => promise(set, person, i, similarity) - price * countBits(unmet[i]!),
  );
  return best(promises, RETRIEVED);
}

const unmetMasks = ({ people, vacancies }: JudgedSet, person: number) =>
  vacancies.map(({ told }) => unmetOf(people[person]!.told, told));

/** As retrieval orders: `matching/retrieve.ts`. */
function promise(
  { people, vacancies }: JudgedSet,
  person: number,
  vacancy: number,
  similarity: number,
): number {
  const { places, maxDistanceKm } = people[person]!.told;
  const { place } = vacancies[vacancy]!.told;
  const km = Math.min(...places.map(({ x, y }) => Math.hypot(x - place.x, y - place.y)));
  const nearness =
    places.length === 0 ? UNKNOWN_NEARNESS : Math.max(0, 1 - (LOST_AT_LIMIT * km) / maxDistanceKm);
  return SIMILARITY_WEIGHT * Math.max(0, similarity) + NEARNESS_WEIGHT * nearness;
}

/** Cosines of the person's vector with every vacancy's. */
function similarities({ people, vacancies }: JudgedSet, person: number): Float64Array {
  const { vector } = people[person]!;
  return Float64Array.from(vacancies, (vacancy) => {
    if (!vector || !vacancy.vector) return UNKNOWN_SIMILARITY;
    let cosine = 0;
    for (let i = 0; i < vector.length; i++) cosine += vector[i]! * vacancy.vector[i]!;
    return cosine;
  });
}
