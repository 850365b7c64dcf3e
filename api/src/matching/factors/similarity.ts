// Closeness of all skills and occupations of both sides together, from pgvector.
import { clamp, type FactorResult, type Pair } from './factor.ts';

export function similarityFactor({ similarity }: Pair): FactorResult {
  return similarity === null ? null : { value: clamp(similarity), evidence: { cosine: similarity } };
}
