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

/** So many of a group stand where their score puts them; each further so many is set back once more. */
export const OF_A_GROUP = 2;
/** Two fifths of a list at most are of one group while there is something else that is worth half as much. Our choice. */
export const GROUP_SETBACK = 0.2;

/**
 * Best first. Without a setback those who meet all conditions stand first, then those who miss the fewest. With one there are
 * three tiers: in reach with known work, in reach with unknown work, out of reach; and each condition that is not met is taken
 * off the score. From the third of a group on, a group's are set back further and further. Equal ones stand by id, so the order
 * of the input does not matter, and nothing is left out but what is beyond the limit.
 *
 * @returns the first `limit`
 * @example rank([{ id: 'b', unmet: 0, score: 0.5 }, { id: 'a', unmet: 4, score: 0.9 }], 20) // b, then a
 */
export function rank<Item extends Rankable>(items: readonly Item[], limit: number, setback?: number): Item[] {
  const placed = items
    .map((item) => ({
      item,
      tier: setback === undefined ? countBits(item.unmet) : tierOf(item.unmet),
      value: item.score - (setback ?? 0) * countBits(item.unmet),
    }))
    .sort(inOrder);
  const seen = new Map<string, number>();
  for (const place of placed) {
    const { group } = place.item;
    if (group === undefined) continue;
    const before = seen.get(group) ?? 0;
    seen.set(group, before + 1);
    place.value -= GROUP_SETBACK * Math.floor(before / OF_A_GROUP);
  }
  return placed
    .sort(inOrder)
    .slice(0, limit)
    .map(({ item }) => item);
}

const tierOf = (unmet: number) => (unmet & bitOf('reach') ? 2 : unmet & bitOf('work-unknown') ? 1 : 0);

interface Placed {
  item: Rankable;
  tier: number;
  value: number;
}

function inOrder(a: Placed, b: Placed): number {
  return a.tier - b.tier || b.value - a.value || (a.item.id < b.item.id ? -1 : a.item.id > b.item.id ? 1 : 0);
}
