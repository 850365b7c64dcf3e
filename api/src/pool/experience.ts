// What somebody of the pool did, can do, wants and likes. Shares are estimates of ours.
import type { CandidateColumns, OccupationRow, SkillRow } from '../candidates/queries.ts';
import { RIASEC, type SkillLevel } from '../matching/factors/factor.ts';
import { type Chance, type Weighted, weighted } from './chance.ts';
import { REFERENCE_YEAR } from './dates.ts';
import { ofIsco } from './isco.ts';
import type { Occupation, World } from './world.ts';

export interface Experience {
  /** By concept. */
  occupations: Map<number, OccupationRow>;
  skills: Map<number, SkillRow>;
}

/** Share of those who did it in the household, the family's business or as a volunteer, by ISCO-08 code. */
const UNPAID: Record<string, number> = {
  23: 0.08,
  34: 0.15,
  51: 0.12,
  52: 0.1,
  53: 0.25,
  6: 0.2,
  71: 0.1,
  753: 0.2,
  91: 0.2,
  92: 0.25,
  94: 0.12,
};
const USUALLY_UNPAID = 0.03;
const YEARS_AGO: Weighted<number> = weighted([
  [0, 24],
  [1, 20],
  [2, 16],
  [3, 12],
  [5, 10],
  [8, 8],
  [12, 6],
  [20, 4],
]);
export const SKILL_LEVELS: Weighted<SkillLevel> = weighted([
  [1, 22],
  [2, 58],
  [3, 20],
]);
const NUMBER_OF_WISHES: Weighted<number> = weighted([
  [1, 70],
  [2, 24],
  [3, 6],
]);
const CERTAINTIES: Weighted<number> = weighted([
  [1, 50],
  [0.8, 18],
  [0.5, 22],
  [0.3, 10],
]);

/**
 * Essential skills of what someone did are predicted; a full profile states some and adds others, a part of the people
 * has confirmed some of the rest, and few have shown one to somebody.
 */
export function experience(
  done: Occupation[],
  chance: Chance,
  full?: { age: number; others: number[] },
): Experience {
  const skills: Experience['skills'] = new Map();
  const tell = (ids: number[], provenance: SkillRow['provenance']) => {
    for (const id of ids) {
      skills.set(id, { provenance, level: chance.is(0.4) ? chance.of(SKILL_LEVELS) : null });
    }
  };
  for (const { essential } of done)
    for (const id of essential) skills.set(id, { provenance: 'predicted', level: null });
  if (full) {
    const usual = done.flatMap(({ essential, optional }) => [...essential, ...optional]);
    tell(chance.some(usual, chance.int(0, 6)), 'stated');
    for (let more = chance.int(0, 3); more > 0; more--) tell([chance.one(full.others)], 'stated');
    const predicted = [...skills.keys()].filter((id) => skills.get(id)!.provenance === 'predicted');
    if (chance.is(0.25)) tell(chance.some(predicted, chance.int(1, 5)), 'confirmed');
    if (chance.is(0.05)) tell(chance.some([...skills.keys()], chance.int(1, 2)), 'verified');
  }
  return {
    occupations: new Map(
      done.map((occupation) => [
        occupation.id,
        {
          ...period(full?.age, chance),
          unpaid: chance.is(ofIsco(UNPAID, occupation.isco) ?? USUALLY_UNPAID),
        },
      ]),
    ),
    skills,
  };
}

/** @param age of somebody who told more than the bare occupation; work begins at 16 */
function period(age: number | undefined, chance: Chance): Omit<OccupationRow, 'unpaid'> {
  const grown = (age ?? 16) - 16;
  const years = age !== undefined && chance.is(0.65) ? chance.int(0, Math.min(30, grown)) : null;
  const ago = age !== undefined && chance.is(0.55) ? chance.of(YEARS_AGO) : null;
  return { years, lastYear: ago === null ? null : REFERENCE_YEAR - Math.min(ago, grown - (years ?? 0)) };
}

/** Most people want what they did or what is close to it. @returns certainty, 0..1, by concept */
export function wishes(done: Occupation[], world: World, chance: Chance): Map<number, number> {
  const wish = () => {
    if (done.length === 0 || chance.is(0.2)) return chance.of(world.asked);
    const own = chance.one(done);
    return chance.is(0.6) ? own : chance.one(world.neighbours(own));
  };
  const wanted = Array.from({ length: chance.of(NUMBER_OF_WISHES) }, wish);
  return new Map(wanted.map(({ id }) => [id, chance.of(CERTAINTIES)]));
}

/** Likings follow what somebody did, loosely. */
export function interests(occupation: Occupation | undefined, chance: Chance): CandidateColumns['interests'] {
  const letters = occupation?.riasec ?? '';
  const liking = (letter: string) => (letters.includes(letter) ? chance.int(5, 10) : chance.int(0, 7)) / 10;
  return Object.fromEntries(RIASEC.map((letter) => [letter, liking(letter)]));
}
