// What parties know of each other in the judged set: what is true, what of it was told, and the told in words.
import { CONCEPT_WEIGHTS, type ConceptMark } from '../../src/embedding/profile.ts';
import type { LanguageSkills } from '../../src/matching/factors/factor.ts';
import type { Chance } from '../../src/pool/chance.ts';
import { oncePerSnapshot, type Snapshot } from '../../src/taxonomy/snapshot.ts';
import type { Occupation } from './occupations.ts';

/** One side of the judged set. `truth` is what the judge sees, `told` what the engine sees, `text` what BM25 sees. */
export interface Party<Side> {
  occupation: Occupation;
  truth: Side;
  told: Side;
  text: string;
  /** Of what was told, as the product sums it; length 1, or undefined when no concept was told. */
  vector: Float32Array | undefined;
}

/** km; a labour market region: everybody lives and works in a square of this side. */
const REGION_KM = 40;

export const somewhere = (chance: Chance) => ({
  x: chance.int(0, 10 * REGION_KM) / 10,
  y: chance.int(0, 10 * REGION_KM) / 10,
});

/** Those of a list that luck keeps, each in this share of throws. */
export function kept<Value>(values: readonly Value[], share: number, chance: Chance): Value[] {
  return values.filter(() => chance.is(share));
}

/** A CEFR ordinal for all four skills. */
export const allFour = (level: number): LanguageSkills => ({
  reading: level,
  listening: level,
  speaking: level,
  writing: level,
});

const labelsOf = oncePerSnapshot(({ concepts, labels }: Snapshot) => {
  const english = new Map<number, string[]>();
  for (const { concept, language, text } of labels) {
    const { id } = concepts[concept]!;
    if (language === 'en') english.set(id, [...(english.get(id) ?? []), text]);
  }
  return english;
});

/** An English name of each concept, any of its names: two people seldom choose the same words. */
export function wordsOf(ids: Iterable<number>, snapshot: Snapshot, chance: Chance): string {
  const labels = labelsOf(snapshot);
  return [...ids].flatMap((id) => (labels.has(id) ? [chance.one(labels.get(id)!)] : [])).join('\n');
}

/** The weighted sum of concepts' vectors as `sumOfConcepts` makes it in the database. */
export function vectorOf(
  parts: Iterable<readonly [id: number, mark: ConceptMark]>,
  { vectors, indexOf }: Snapshot,
): Float32Array | undefined {
  let sum: Float32Array | undefined;
  for (const [id, mark] of parts) {
    const vector = vectors[indexOf.get(id) ?? -1];
    if (!vector) continue;
    sum ??= new Float32Array(vector.length);
    for (let i = 0; i < vector.length; i++) sum[i]! += CONCEPT_WEIGHTS[mark] * vector[i]!;
  }
  const length = Math.hypot(...(sum ?? []));
  return length > 0 ? sum!.map((value) => value / length) : undefined;
}
