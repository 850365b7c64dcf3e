// The order of an answer: who meets the conditions first, then by score, and no employer fills the page with one vacancy.
import { countBits } from './bits.ts';

export interface Rankable {
  id: string;
  /** Mask of the conditions that are not met, see conditions.ts. */
  unmet: number;
  /** 0..1 */
  score: number;
  /** What is practically the same, such as one employer's vacancies for one occupation; left out: like no other. */
  group?: string | undefined;
}

/** So many of a group stand together before others get their turn. */
const OF_A_GROUP = 2;

/**
 * By the number of conditions that are not met, then in rounds: the best two of every group and all that have none, then
 * the next two of every group, and so on; within a round by score, and equal scores by id. Nothing is left out but what
 * is beyond the limit, and the order of the input does not matter.
 *
 * @returns the first `limit`
 * @example rank([{ id: 'b', unmet: 0, score: 0.5 }, { id: 'a', unmet: 4, score: 0.9 }], 20) // b, then a
 */
export function rank<Item extends Rankable>(items: readonly Item[], limit: number): Item[] {
  const placed = items
    .map((item) => ({ item, tier: countBits(item.unmet), round: 0 }))
    .sort((a, b) => a.tier - b.tier || byScore(a.item, b.item));
  const seen = new Map<string, number>();
  for (const place of placed) {
    if (place.item.group === undefined) continue;
    const key = `${place.tier} ${place.item.group}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    place.round = Math.floor(before / OF_A_GROUP);
  }
  return placed
    .sort((a, b) => a.tier - b.tier || a.round - b.round || byScore(a.item, b.item))
    .slice(0, limit)
    .map(({ item }) => item);
}

function byScore(a: Rankable, b: Rankable): number {
  return b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
