// What the taxonomy says of occupations without any vector: skills, ISCO-08 group, level; and how two are related.
import type { Chance } from '../../src/pool/chance.ts';
import type { Snapshot } from '../../src/taxonomy/snapshot.ts';

export interface Occupation {
  /** Concept id. */
  id: number;
  iscoCode: string;
  /** Concept ids of skills. */
  essential: number[];
  optional: number[];
  /** NLQF, lowest and highest. */
  nlqf: [number, number];
  /** RIASEC, the strongest first; null: the taxonomy does not tell. */
  riasec: string | null;
}

export type Relation = 'same' | 'neighbouring' | 'unrelated';

/** Fewer would tell too little of an occupation to derive people and vacancies from it. */
const LEAST_ESSENTIAL = 4;

/** Skills in common over skills of either (Jaccard), from which two occupations are neighbours. Our choice. */
const OVERLAP = 0.3;

/**
 * NLQF levels by ISCO-08 major group, where the taxonomy tells none (ESCO does not). The groups' skill levels 1 to 4 are
 * in ILO, ISCO-08 volume 1; the step from there to NLQF is our estimate.
 */
const NLQF_OF_MAJOR_GROUP: Record<string, [number, number]> = {
  0: [2, 4],
  1: [5, 6],
  2: [6, 7],
  3: [4, 5],
  4: [2, 4],
  5: [2, 4],
  6: [2, 3],
  7: [2, 4],
  8: [1, 3],
  9: [1, 2],
};

/** Every occupation that has enough essential skills, in the order of concept ids. */
export function occupationsOf({ concepts, relations }: Snapshot): Occupation[] {
  const lists = new Map<number, { essential: number[]; optional: number[] }>();
  for (const { occupation, skill, importance } of relations) {
    if (!lists.has(occupation)) lists.set(occupation, { essential: [], optional: [] });
    lists.get(occupation)![importance].push(concepts[skill]!.id);
  }
  return concepts.flatMap(({ id, type, iscoCode, nlqfMin, nlqfMax, riasec }, i) => {
    const list = lists.get(i);
    if (type !== 'occupation' || iscoCode === null || !list || list.essential.length < LEAST_ESSENTIAL) {
      return [];
    }
    const nlqf =
      nlqfMin === null ? NLQF_OF_MAJOR_GROUP[iscoCode[0]!]! : ([nlqfMin, nlqfMax ?? nlqfMin] as const);
    return [{ id, iscoCode, ...list, nlqf: [nlqf[0], nlqf[1]] as [number, number], riasec }];
  });
}

/** Neighbouring: of one ISCO-08 minor group (three digits), or with `OVERLAP` of their essential skills in common. */
export function relationOf(a: Occupation, b: Occupation): Relation {
  if (a.id === b.id) return 'same';
  if (a.iscoCode.slice(0, 3) === b.iscoCode.slice(0, 3)) return 'neighbouring';
  return overlap(a.essential, b.essential) >= OVERLAP ? 'neighbouring' : 'unrelated';
}

/** So many neighbouring ones, as luck has it; fewer when there are fewer. */
export function neighbours(of: Occupation, all: Occupation[], count: number, chance: Chance): Occupation[] {
  return chance.some(
    all.filter((other) => relationOf(of, other) === 'neighbouring'),
    count,
  );
}

function overlap(a: number[], b: number[]): number {
  const both = new Set(a);
  const common = b.filter((skill) => both.has(skill)).length;
  return common / (a.length + b.length - common);
}
