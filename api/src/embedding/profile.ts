// The one vector of a person or a vacancy: the weighted sum of its concepts' vectors (decision 4 of the design).
import { addScaled, isZero, normalize } from './vector.ts';

/** What a part of a profile weighs in its vector. Stated skills speak louder than those predicted from a job. */
export const CONCEPT_WEIGHTS = {
  occupation: 2,
  stated: 1,
  essential: 1,
  optional: 0.5,
  predicted: 0.25,
} as const;

/** @returns the sum, length 1; undefined when there is nothing to sum */
export function sumOfConcepts(
  parts: { embedding: Float32Array; weight: number }[],
): Float32Array | undefined {
  const first = parts[0];
  if (!first) return undefined;
  const sum = new Float32Array(first.embedding.length);
  for (const { embedding, weight } of parts) addScaled(sum, embedding, weight);
  return isZero(sum) ? undefined : normalize(sum);
}
