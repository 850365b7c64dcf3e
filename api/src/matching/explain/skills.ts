// The asked skills that a person has and those that are missing, with names.
import type { Concept } from '../../taxonomy/schema.ts';
import type { SkillMatch } from '../factors/skill-matching.ts';
import type { VacancyMatch } from '../schema.ts';

const PLACE = { 'must-have': 0, essential: 1, optional: 2 } as const;

/** For sorting: what weighs most first. */
export function byImportance(a: SkillMatch, b: SkillMatch): number {
  return PLACE[a.asked.importance] - PLACE[b.asked.importance];
}

/** Whether it counts for anything. A must-have that is only predicted does not. */
export function isMatched({ has, credit }: SkillMatch): boolean {
  return has !== null && credit > 0;
}

/**
 * @param nameOf a concept with its label in the reader's language
 * @returns all asked skills in two lists, the most important first, then by name
 * @example namedSkills([{ skill: 1, through: 2, … }], nameOf)
 * // { matchedSkills: [{ skill: { id: 'bake-bread', … }, through: { id: 'bake-cakes', … }, … }], missingSkills: [] }
 */
export function namedSkills(
  matches: readonly SkillMatch[],
  nameOf: (concept: number) => Concept,
): Pick<VacancyMatch, 'matchedSkills' | 'missingSkills'> {
  const named = matches
    .map((match) => ({ match, name: nameOf(match.skill) }))
    .sort((a, b) => byImportance(a.match, b.match) || a.name.label.localeCompare(b.name.label));
  return {
    matchedSkills: named
      .filter(({ match }) => isMatched(match))
      .map(({ match: { asked, has, through }, name }) => ({
        skill: name,
        importance: asked.importance,
        provenance: has!.provenance,
        probability: has!.provenance === 'predicted' ? has!.probability : 1,
        through: through === null ? null : nameOf(through),
      })),
    missingSkills: named
      .filter(({ match }) => !isMatched(match))
      .map(({ match, name }) => ({ skill: name, importance: match.asked.importance })),
  };
}
