// Writes facts as the case tables do, and counts how many of the expected ones were found.

import { extractFacts, type Facts } from './facts.ts';
import type { Case } from './heldout.cases.ts';

/** The day on which the case tables are read. */
export const TODAY = new Date('2026-06-01');

/** @example 'nl=B1', 'nl', 'licence B', 'nlqf 2-4', 'nlqf ?', 'years 3' */
export function written({ languages, drivingLicences, education, experience }: Facts): string[] {
  return [
    ...languages.map(({ language, level }) => (level ? `${language}=${level}` : language)),
    ...drivingLicences.map(({ category }) => `licence ${category}`),
    ...education.map(({ nlqf }) => `nlqf ${nlqf ? `${nlqf.min}-${nlqf.max}` : '?'}`),
    ...experience.map(({ years }) => `years ${years}`),
  ];
}

/**
 * @returns precision and recall over all cases, 0 to 1, and what was wrong in which: a fact counts only when it is
 * wholly right, so a language with a wrong level is both missed and made up
 */
export function measure(cases: readonly Case[]): { precision: number; recall: number; wrong: string[] } {
  let [right, found, expected] = [0, 0, 0];
  const wrong: string[] = [];
  for (const [text, ...facts] of cases) {
    const read = written(extractFacts(text, { today: TODAY }));
    right += read.filter((fact) => facts.includes(fact)).length;
    found += read.length;
    expected += facts.length;
    const missed = facts.filter((fact) => !read.includes(fact));
    const madeUp = read.filter((fact) => !facts.includes(fact));
    if (missed.length + madeUp.length > 0) {
      wrong.push(`${text}: missed [${missed.join(', ')}], made up [${madeUp.join(', ')}]`);
    }
  }
  return { precision: right / found, recall: right / expected, wrong };
}
