// What a driving licence includes, and which one must be held first.
import type { LICENCES } from '../http/schema.ts';

export type Licence = (typeof LICENCES)[number];

/**
 * `first`: must be held before this one is given, so who has this one has had that (article 6.1). `includes`: also valid
 * for (6.2, and the vehicles of article 4: a car with a trailer of B+ is one that BE may drive too). Whatever is missing
 * here includes nothing but itself: T is Dutch law only.
 * Source: article 6 of Directive 2006/126/EC, https://eur-lex.europa.eu/eli/dir/2006/126/oj, in Dutch law since
 * 19 January 2013 (https://rijbewijs.nl, categories since that day); looked up on 28 November 2026.
 */
const LAW: Partial<Record<Licence, { first?: Licence; includes?: readonly Licence[] }>> = {
  A1: { includes: ['AM'] },
  A2: { includes: ['A1'] },
  A: { includes: ['A2'] },
  B: { includes: ['AM'] },
  'B+': { first: 'B' },
  BE: { first: 'B', includes: ['B+'] },
  C1: { first: 'B' },
  C1E: { first: 'C1', includes: ['BE'] },
  C: { first: 'B', includes: ['C1'] },
  CE: { first: 'C', includes: ['C1E'] },
  D1: { first: 'B' },
  D1E: { first: 'D1', includes: ['BE'] },
  D: { first: 'B', includes: ['D1'] },
  DE: { first: 'D', includes: ['D1E'] },
};

/**
 * @returns the licences with all that they include, each once, those given first
 * @example withIncluded(['C']) // ['C', 'B', 'C1', 'AM']
 */
export function withIncluded(licences: readonly string[]): string[] {
  // A set goes on with what is added while it is walked.
  const all = new Set(licences);
  for (const licence of all) {
    const { first, includes = [] } = LAW[licence as Licence] ?? {};
    for (const included of first ? [first, ...includes] : includes) all.add(included);
    // Article 6.2 b: a lorry's trailer counts for a bus too.
    if (all.has('CE') && all.has('D')) all.add('DE');
  }
  return [...all];
}

/**
 * @returns the licences to be taken one after another, the asked one last
 * @example licenceRoute('CE') // ['B', 'C', 'CE']
 */
export function licenceRoute(licence: Licence): Licence[] {
  const first = LAW[licence]?.first;
  return first ? [...licenceRoute(first), licence] : [licence];
}
