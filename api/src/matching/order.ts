// From what was retrieved to the order of the answer: pure, so that a logged match can be computed again.

import { approached } from './coarse.ts';
import { bitOf } from './conditions.ts';
import type { Factor, Knowledge, Pair } from './factors/factor.ts';
import { type PersonFacts, personSideOf, type VacancyFacts, vacancySideOf } from './facts.ts';
import type { Asked } from './log.ts';
import { rank, SETBACK } from './rank.ts';
import { type Scored, score } from './score.ts';

export interface Order {
  id: string;
  pair: Pair;
  scored: ReturnType<typeof score>;
  /** Bits of CONDITIONS. */
  unmet: number;
}

export interface OrderOptions {
  knowledge: Knowledge;
  weights: Record<Factor, number>;
  /** The calendar year of the match. */
  year: number;
  limit: number;
}

/** @returns the best `limit` of what was retrieved, best first */
export function order(
  asked: Asked,
  retrieved: readonly { id: string; facts: unknown; unmet: number }[],
  { knowledge, weights, year, limit }: OrderOptions,
): Order[] {
  const pairOf = pairing(asked, year);
  const items = retrieved.map(({ id, facts, unmet }) => {
    const pair = pairOf(facts);
    const scored = score(pair, knowledge, weights);
    const group = asked.direction === 'vacancies-for-person' ? (facts as VacancyFacts).group : undefined;
    return { id, pair, scored, unmet, score: scored.score, group };
  });
  const ranked = rank(
    items.map((item) => ({
      ...item,
      unmet: item.unmet | (saysWork(item.scored) ? 0 : bitOf('work-unknown')),
      item,
    })),
    limit,
    asked.direction === 'vacancies-for-person' ? SETBACK : undefined,
  );
  return ranked.map(({ item }) => item);
}

/** A score without them rests on the way there and the like, and would stand before scores of real work. */
const WORK: readonly Factor[] = ['hardSkills', 'experience', 'ambition'];

const saysWork = ({ contributions }: Scored) =>
  contributions.some(({ factor, value }) => value !== null && WORK.includes(factor));

/** Decodes the side that asked once. */
function pairing(asked: Asked, year: number): (facts: unknown) => Pair {
  if (asked.direction === 'vacancies-for-person') {
    const person = personSideOf(asked.facts);
    return (facts) => ({ person, vacancy: vacancySideOf(facts as VacancyFacts), year });
  }
  const vacancy = vacancySideOf(asked.facts);
  return (facts) => ({
    person: approached(personSideOf(facts as PersonFacts), asked.facts.place),
    vacancy,
    year,
  });
}
