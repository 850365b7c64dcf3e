// The week in 28 parts, as one integer: seven days of morning, afternoon, evening and night.
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** morning 6 to 12, afternoon 12 to 18, evening 18 to 24, night 0 to 6 o'clock. */
export const PARTS = ['morning', 'afternoon', 'evening', 'night'] as const;

export interface DayPart {
  day: (typeof DAYS)[number];
  part: (typeof PARTS)[number];
}

/** @example maskOf([{ day: 'mon', part: 'morning' }, { day: 'tue', part: 'night' }]) // 0b1000_0001 */
export function maskOf(parts: readonly DayPart[]): number {
  return parts.reduce(
    (mask, { day, part }) => mask | (1 << (DAYS.indexOf(day) * PARTS.length + PARTS.indexOf(part))),
    0,
  );
}

/** @returns the day parts of a mask, Monday morning first */
export function partsOf(mask: number): DayPart[] {
  return DAYS.flatMap((day) =>
    PARTS.map((part) => ({ day, part })).filter((dayPart) => mask & maskOf([dayPart])),
  );
}

/** @returns how many day parts a mask has */
export function countOf(mask: number): number {
  return partsOf(mask).length;
}

/** @example ofPart('night') // the seven nights */
export function ofPart(part: DayPart['part']): number {
  return maskOf(DAYS.map((day) => ({ day, part })));
}
