// Looks up what tables of the pool say of an ISCO-08 code.

/**
 * @param table by ISCO-08 code of any length
 * @returns the entry of the longest code that this one begins with
 * @example ofIsco({ 7: 'crafts', 751: 'food' }, '7512') // 'food'
 */
export function ofIsco<Value>(table: Record<string, Value>, isco: string | null): Value | undefined {
  for (let length = isco?.length ?? 0; length > 0; length--) {
    const found = table[isco!.slice(0, length)];
    if (found !== undefined) return found;
  }
  return undefined;
}
