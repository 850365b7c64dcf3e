// Where suggestions stand: what is on the screen keeps its place, and only a free place gets another.
import type { SkillSuggestion } from '@nederlandwerkt/sdk';

/** What a person said of the last suggestion in a place. */
export interface Said {
  suggestion: SkillSuggestion;
  yes: boolean;
}

export interface Place {
  /** Free when undefined: another suggestion comes. */
  suggestion?: SkillSuggestion;
  said?: Said;
}

/**
 * Puts new suggestions in the free places, best first, and adds places at the end as long as there may be more.
 *
 * @param items the answer of the API, likeliest first
 * @param known ids of what the person said yes or no to: never shown, whatever the answer says
 * @param size how many places there may be
 * @example fill([{ suggestion: a }, {}], [c, a], new Set(), 3) // [{ suggestion: a }, { suggestion: c }]
 */
export function fill(
  places: readonly Place[],
  items: readonly SkillSuggestion[],
  known: ReadonlySet<string>,
  size: number,
): Place[] {
  const fresh = new Map(
    items.filter(({ skill }) => !known.has(skill.id)).map((item) => [item.skill.id, item]),
  );
  const kept = places.map(({ suggestion, said }) => {
    if (!suggestion || known.has(suggestion.skill.id)) return { said };
    // The same suggestion may come in another language now; otherwise its reason stays as the person read it.
    const again = fresh.get(suggestion.skill.id);
    fresh.delete(suggestion.skill.id);
    return {
      said,
      suggestion: again && again.skill.language !== suggestion.skill.language ? again : suggestion,
    };
  });
  const others = [...fresh.values()];
  return [...kept, ...Array.from({ length: Math.max(0, size - kept.length) }, (): Place => ({}))]
    .map((place) => (place.suggestion ? place : { ...place, suggestion: others.shift() }))
    .filter(({ suggestion, said }) => suggestion || said);
}
