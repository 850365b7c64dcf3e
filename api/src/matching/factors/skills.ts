// Share of the asked skills that the person has.
import { clamp, type FactorResult, type Pair } from './factor.ts';

const IMPORTANCE = { essential: 1, optional: 0.5 } as const;
/** A skill that is only usual for the person's occupation counts for part, until the person confirms it. */
const PROVENANCE = { stated: 1, predicted: 0.6 } as const;

export function skillsFactor({ person, vacancy }: Pair): FactorResult {
  if (vacancy.skills.size === 0 || person.skills.size === 0) return null;
  let asked = 0;
  let met = 0;
  let matched = 0;
  for (const [skill, importance] of vacancy.skills) {
    asked += IMPORTANCE[importance];
    const provenance = person.skills.get(skill);
    if (provenance) {
      matched++;
      met += IMPORTANCE[importance] * PROVENANCE[provenance];
    }
  }
  return { value: clamp(met / asked), evidence: { matched, asked: vacancy.skills.size } };
}
