// The conditions of a match. Those who meet all come first; the others follow, each with what is not met.

/**
 * place-unknown: the person told no place; work-unknown: the person told no work and no skill, or the vacancy names none. Of
 * the others what one side did not tell counts as met, but for licences and must-haves.
 *
 * In the order of their bits in an `unmet` mask: the first is bit 0.
 */
export const CONDITIONS = [
  'reach',
  'place-unknown',
  'licence',
  'must-have',
  'hours',
  'language',
  'work-unknown',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** @example bitOf('licence') // 4 */
export const bitOf = (condition: Condition) => 1 << CONDITIONS.indexOf(condition);

/** @example conditionsOf(5) // ['reach', 'licence'] */
export const conditionsOf = (mask: number): Condition[] =>
  CONDITIONS.filter((condition) => mask & bitOf(condition));
