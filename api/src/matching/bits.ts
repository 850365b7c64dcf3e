// How many bits a mask has: day parts that clash, conditions that are not met.

/** @param mask a 32-bit integer @example countBits(0b1011) // 3 */
export function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
