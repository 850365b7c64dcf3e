// Language: reading, listening, speaking and writing against what the work asks; the weakest language decides.
import { CEFR_LEVELS } from '../../http/schema.ts';
import type { FactorFunction, LanguageSkills } from './factor.ts';

/** Value at 0, 1, 2, … CEFR levels below the asked one: one is a course away, two keep most work out of reach. Our estimate. */
const LEVELS_SHORT = [1, 0.5, 0.15, 0] as const;

const SKILLS = ['reading', 'listening', 'speaking', 'writing'] as const;
const NOTHING: LanguageSkills = { reading: 0, listening: 0, speaking: 0, writing: 0 };

/** value = mean over the four skills, of the language with the lowest one */
export const languageFactor: FactorFunction = ({ person, vacancy }) => {
  if (vacancy.languages.size === 0 || person.languages === undefined) return null;
  let weakest: { value: number; language: string; needs: LanguageSkills; has: LanguageSkills } | undefined;
  for (const [language, needs] of vacancy.languages) {
    const has = person.languages.get(language) ?? NOTHING;
    const value = SKILLS.reduce((sum, skill) => sum + fit(missing(needs, has, skill)), 0) / SKILLS.length;
    // Of equal ones the first by tag, so that the order of a list never matters.
    if (!weakest || value < weakest.value || (value === weakest.value && language < weakest.language)) {
      weakest = { value, language, needs, has };
    }
  }
  const { value, language, needs, has } = weakest!;
  const skill = SKILLS.reduce((a, b) => (missing(needs, has, b) > missing(needs, has, a) ? b : a));
  const apart = [needs, has].some((levels) => SKILLS.some((each) => levels[each] !== levels.reading));
  return {
    value,
    evidence: {
      language,
      /** The one that falls shortest; null: all four are the same. */
      skill: apart ? skill : null,
      level: CEFR_LEVELS[has[skill]]!,
      neededLevel: CEFR_LEVELS[needs[skill]]!,
      missingLevels: missing(needs, has, skill),
    },
  };
};

const missing = (needs: LanguageSkills, has: LanguageSkills, skill: (typeof SKILLS)[number]) =>
  Math.max(0, needs[skill] - has[skill]);
const fit = (levels: number) => LEVELS_SHORT[Math.min(levels, LEVELS_SHORT.length - 1)]!;
