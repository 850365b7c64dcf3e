// Languages: enough for the work, or which level of which skill is short.
import { CEFR_LEVELS } from '../../../http/schema.ts';
import type { LanguageSkills } from '../../factors/factor.ts';
import { addedBy, CONDITION, gap, isOptedOut, lostBy, strength, type Topic, UNKNOWN } from '../reason.ts';

const KINDS = ['reading', 'listening', 'speaking', 'writing'] as const;
const highest = (skills: LanguageSkills) => Math.max(...KINDS.map((kind) => skills[kind]));
const cefr = (ordinal: number) => CEFR_LEVELS[ordinal]!;

export const languages: Topic = (context) => {
  const { person, vacancy } = context.pair;
  const isCondition = context.unmet.has('language');
  if (isOptedOut(context, 'language') && !isCondition) return [];
  // Dutch first: it is what nearly all work asks and all courses teach.
  const asked = [...vacancy.languages]
    .filter(([, needs]) => highest(needs) > 0)
    .sort(([a], [b]) => Number(b === 'nl') - Number(a === 'nl'));
  if (asked.length === 0) return [];
  const [first, firstNeeds] = asked[0]!;
  const weight = isCondition ? CONDITION + 0.3 : lostBy(context, 'language');
  const unknown = (language: string, needs: LanguageSkills, importance: number) =>
    gap(importance, 'unknown.language', { language, needs: cefr(highest(needs)) });
  if (!person.languages) return [unknown(first, firstNeeds, UNKNOWN)];
  const short = asked.flatMap(([language, needs]) => {
    const has = person.languages!.get(language);
    if (!has) return [unknown(language, needs, weight)];
    const missing = KINDS.filter((kind) => has[kind] < needs[kind]);
    if (missing.length === 0) return [];
    const isAll = missing.length === KINDS.length;
    // Short in everything: what the condition is about, for nobody calls their level that of their worst skill.
    const told = isAll
      ? 'speaking'
      : missing.reduce((a, b) => (needs[b] - has[b] > needs[a] - has[a] ? b : a));
    const levels = { language, has: cefr(has[told]), needs: cefr(needs[told]) };
    return isAll
      ? [gap(weight, 'gap.language', levels)]
      : [gap(weight, 'gap.language-skill', { ...levels, skillKind: told })];
  });
  if (short.length > 0) return short;
  return [
    strength(addedBy(context, 'language'), 'strength.language', {
      language: first,
      needs: cefr(highest(firstNeeds)),
    }),
  ];
};
