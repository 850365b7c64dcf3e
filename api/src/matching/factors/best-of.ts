// The best of several ways to judge the same, so that the order in which they were told never matters.
import type { Evidence } from './factor.ts';

/** @returns the one with the highest value; of equal ones always the same, by its evidence. The list is not empty. */
export function bestOf<Judged extends { value: number; evidence: Evidence }>(judged: Judged[]): Judged {
  return judged.reduce((a, b) => {
    if (a.value !== b.value) return b.value > a.value ? b : a;
    return JSON.stringify(b.evidence) < JSON.stringify(a.evidence) ? b : a;
  });
}
