// The order of an answer: who meets the conditions first, then by score, and no employer fills the page with one vacancy.
import { countBits } from './bits.ts';
import { bitOf } from './conditions.ts';

export interface Rankable {
  id: string;
  /** Mask of the conditions that are not met, see conditions.ts. */
  unmet: number;
  /** 0..1 */
  score: number;
  /** What is practically the same, such as one employer's vacancies for one occupation; left out: like no other. */
  group?: string | undefined;
}

/**
 * What a condition that is not met costs in the order of a person's own list, of a score of 0 to 1. Between .05 and .1 is
 * best on the judged set (docs/quality/matching.md), where conditions first puts unrelated work before near work.
 */
export const SETBACK = 0.1;

/** So many of a group stand together before others get their turn. */
const OF_A_GROUP = 2;

/**
 * By the number of conditions that are not met, or with a setback only by whether it is in reach; then in rounds: the best two of every group and all that have none, then
 * the next two of every group, and so on; within a round by score less the setback of each condition that is not met, and equal ones by id. Nothing is left out but what
 * is beyond the limit, and the order of the input does not matter.
 *
 * @returns the first `limit`
 * @example rank([{ id: 'b', unmet: 0, score: 0.5 }, { id: 'a', unmet: 4, score: 0.9 }], 20) // b, then a
 */
export function rank<Item extends Rankable>(items: readonly Item[], limit: number, setback?: number): Item[] {
  const placed = items
    .map((item) => ({
      item,
      tier: setback === undefined ? countBits(item.unmet) : Number((item.unmet & bitOf('reach')) !== 0),
      value: item.score - (setback ?? 0) * countBits(item.unmet),
      round: 0,
    }))
    .sort((a, b) => a.tier - b.tier || byValue(a, b));
  const seen = new Map<string, number>();
  let tier = placed[0]?.tier;
  for (const place of placed) {
    if (place.tier !== tier) seen.clear();
    tier = place.tier;
    const { group } = place.item;
    if (group === undefined) continue;
    const before = seen.get(group) ?? 0;
    seen.set(group, before + 1);
    place.round = Math.floor(before / OF_A_GROUP);
  }
  return placed
    .sort((a, b) => a.tier - b.tier || a.round - b.round || byValue(a, b))
    .slice(0, limit)
    .map(({ item }) => item);
}

function byValue(a: { item: Rankable; value: number }, b: { item: Rankable; value: number }): number {
  return b.value - a.value || (a.item.id < b.item.id ? -1 : a.item.id > b.item.id ? 1 : 0);
}
