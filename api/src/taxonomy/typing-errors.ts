// Tells a typing error from another word, where shared trigrams cannot: "bakekr" and "bakker" have only one in common.

/** Letters that a word must have before one error is believed, and before two are. */
const LETTERS_FOR_ONE = 4;
const LETTERS_FOR_TWO = 9;

/**
 * How alike two folded texts are when one is the other with typing errors.
 *
 * @returns 0..1, the share of letters that are right; 0 when there are too many errors for the length
 * @example likeness('hoveneir', 'hovenier') // 0.875: two letters changed places, one error in eight letters
 */
export function likeness(typed: string, meant: string): number {
  const length = Math.max(typed.length, meant.length);
  const most = Number(typed.length >= LETTERS_FOR_ONE) + Number(typed.length >= LETTERS_FOR_TWO);
  if (Math.abs(typed.length - meant.length) > most) return 0;
  const count = errors(typed, meant);
  return count > most ? 0 : 1 - count / length;
}

/** Letters added, left out, replaced, or changed places with the next: the optimal string alignment distance. */
function errors(a: string, b: string): number {
  let twoBefore: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + Number(a[i - 1] !== b[j - 1]));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, twoBefore[j - 2]! + 1);
    }
    [twoBefore, before] = [before, row];
  }
  return before[b.length]!;
}
