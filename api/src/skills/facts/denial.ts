// Tells whether a clause says no to what it names: "geen rijbewijs", "a degree is not required".
import type { Reading } from './reading.ts';

/** @returns whether the words from token `from` up to `to` are denied in their own clause */
export function isDenied(reading: Reading, from: number, to: number): boolean {
  const [part] = reading.around('part', from, 3);
  if (reading.has('no', part, from)) return true;
  const [start, end] = reading.around('clause', from, 8);
  if (reading.has('notNeeded', start, from) || reading.has('notNeeded', to, end)) return true;
  // "Rijbewijs is handig, maar niet noodzakelijk."
  const but = reading.at('but', end);
  return (
    but?.from === end &&
    reading.sentence[end] === reading.sentence[from] &&
    reading.has('notNeeded', but.to, but.to + 1)
  );
}
