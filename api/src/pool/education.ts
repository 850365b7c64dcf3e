// What people have learned, and what employers ask for. Shares are estimates of ours.
import type { CandidateColumns } from '../candidates/queries.ts';
import { type Chance, type Weighted, weighted } from './chance.ts';
import { ofIsco } from './isco.ts';
import type { Occupation } from './world.ts';

type Field = NonNullable<CandidateColumns['educationField']>;

/** The broad field of ISCED-F 2013 that usually leads to an occupation, by ISCO-08 code. Our own reading of both lists. */
const FIELDS: Record<string, Field> = {
  1: '04',
  14: '10',
  21: '07',
  211: '05',
  213: '05',
  216: '07',
  22: '09',
  225: '08',
  23: '01',
  24: '04',
  25: '06',
  26: '03',
  261: '04',
  265: '02',
  31: '07',
  32: '09',
  33: '04',
  34: '09',
  343: '02',
  35: '06',
  4: '04',
  51: '10',
  52: '04',
  531: '01',
  532: '09',
  54: '10',
  6: '08',
  7: '07',
  73: '02',
  8: '07',
  83: '10',
  91: '10',
  92: '08',
  93: '07',
  94: '10',
};

const DIPLOMAS: Weighted<CandidateColumns['diploma']> = weighted([
  ['unknown', 35],
  ['none', 25],
  ['foreign', 36],
  ['dutch', 4],
]);
/** Levels between the ends of the range that a foreign diploma compares to; see facts of Nuffic's tables: often 2 to 3. */
const SPREADS: Weighted<number> = weighted([
  [0, 35],
  [1, 45],
  [2, 20],
]);
/** What somebody can do above the papers. */
const ABOVE_PAPERS: Weighted<number> = weighted([
  [-1, 15],
  [0, 45],
  [1, 28],
  [2, 12],
]);

export const fieldOf = ({ isco }: Pick<Occupation, 'isco'>): Field => ofIsco(FIELDS, isco) ?? '00';

/** @param done what the person did, the most telling first */
export function education(
  done: Occupation[],
  chance: Chance,
): Pick<
  CandidateColumns,
  'diploma' | 'educationLevel' | 'educationLevelMax' | 'educationField' | 'aptitudeLevel'
> {
  const [first] = done;
  const diploma = chance.of(DIPLOMAS);
  const level = chance.int(first?.nlqfMin ?? 1, first?.nlqfMax ?? 4);
  const told = {
    diploma,
    educationLevel: null,
    educationLevelMax: null,
    educationField: null,
    aptitudeLevel: chance.is(0.13) ? within(level + chance.of(ABOVE_PAPERS)) : null,
  };
  if (!chance.is(0.6)) return told;
  const studied = first && chance.is(0.75) ? fieldOf(first) : chance.one(Object.values(FIELDS));
  return {
    ...told,
    educationLevel: level,
    educationLevelMax: diploma === 'foreign' ? within(level + chance.of(SPREADS)) : null,
    educationField: level >= 2 && chance.is(0.5) ? studied : null,
  };
}

const within = (level: number) => Math.min(8, Math.max(1, level));
