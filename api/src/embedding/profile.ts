// The one vector of a person or a vacancy: the weighted sum of its concepts' vectors (decision 4 of the design).
import type { Fragment } from 'postgres';
import type { Queryable } from '../db/connect.ts';

/** What a part of a profile weighs in its vector. Told skills speak louder than those predicted from a job. */
export const CONCEPT_WEIGHTS = {
  occupation: 2,
  wish: 1,
  verified: 1,
  confirmed: 1,
  stated: 1,
  'must-have': 1,
  essential: 1,
  optional: 0.5,
  predicted: 0.25,
} as const;
export type ConceptMark = keyof typeof CONCEPT_WEIGHTS;

/**
 * Summed where the vectors are: sending them out of the database takes ten times longer.
 *
 * @param parts a query of (concept_id, mark), where mark is a ConceptMark
 * @returns an expression of one vector of length 1; null when no concept has a vector
 */
export function sumOfConcepts(sql: Queryable, parts: Fragment): Fragment {
  // In a fixed order: sums of float4 differ in their last bits with the order, and the same facts must score the same.
  return sql`(
    select l2_normalize(sum(scaled order by weight))
    from (
      select weight.value::real as weight,
        sum(concept.embedding order by concept.id)
          * array_fill(weight.value::real, array[vector_dims(sum(concept.embedding order by concept.id))])::vector as scaled
      from (${parts}) part
      join concepts concept on concept.id = part.concept_id
      join jsonb_each_text(${sql.json(CONCEPT_WEIGHTS)}) weight on weight.key = part.mark
      group by weight.value
      having count(concept.embedding) > 0
    ) by_weight
    having vector_norm(sum(scaled)) > 0)`;
}
