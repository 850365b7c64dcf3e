// Share of the asked skills that a person brings; what hard and soft skills have in common.
import { clamp, type FactorResult } from './factor.ts';
import type { SkillMatch } from './skill-matching.ts';

/** How much an asked skill weighs beside the others. Our estimate. */
const IMPORTANCE = { 'must-have': 1.5, essential: 1, optional: 0.5 } as const;

/** @returns the mean credit of one kind, weighted by importance; null when nothing of the kind is asked */
export function skillShare(matches: readonly SkillMatch[], kind: 'hard' | 'soft'): FactorResult {
  const evidence = { asked: 0, matched: 0, alike: 0, predicted: 0, missing: 0 };
  let weights = 0;
  let credits = 0;
  let predictedCredits = 0;
  for (const { asked, has, through, credit, soft } of matches) {
    if (soft !== (kind === 'soft')) continue;
    const weight = IMPORTANCE[asked.importance];
    evidence.asked++;
    weights += weight;
    credits += weight * credit;
    const predicted = credit > 0 && has?.provenance === 'predicted';
    if (predicted) predictedCredits += weight * credit;
    evidence[credit === 0 ? 'missing' : predicted ? 'predicted' : through === null ? 'matched' : 'alike']++;
  }
  if (evidence.asked === 0) return null;
  return {
    value: clamp(credits / weights),
    predicted: credits === 0 ? 0 : predictedCredits / credits,
    evidence,
  };
}
