// Whether the person speaks the asked languages well enough; the weakest decides.
import { CEFR_LEVELS } from '../../http/schema.ts';
import { clamp, type FactorResult, type Pair } from './factor.ts';

/** Value lost per CEFR level below the asked one. */
const LOST_PER_LEVEL = 0.35;

export function languageFactor({ person, vacancy }: Pair): FactorResult {
  if (vacancy.languages.size === 0 || person.languages === undefined) return null;
  const compared = [...vacancy.languages].map(([language, needed]) => {
    const level = person.languages!.get(language) ?? 0;
    return { language, needed, level, value: clamp(1 - LOST_PER_LEVEL * Math.max(0, needed - level)) };
  });
  const weakest = compared.reduce((a, b) => (b.value < a.value ? b : a));
  return {
    value: weakest.value,
    evidence: {
      language: weakest.language,
      neededLevel: CEFR_LEVELS[weakest.needed]!,
      level: CEFR_LEVELS[weakest.level]!,
      enough: weakest.level >= weakest.needed,
    },
  };
}
