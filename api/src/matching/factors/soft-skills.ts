// Soft skills: those of use in any work, such as working together and being on time.
import type { FactorFunction } from './factor.ts';
import { isKnown, matchSkills } from './skill-matching.ts';
import { skillShare } from './skill-share.ts';

/** Few people list that they are on time: who named no soft skill at all has left it open, and lacks nothing. */
export const softSkillsFactor: FactorFunction = (pair, knowledge) => {
  for (const [skill, has] of pair.person.skills) {
    if (isKnown(has) && knowledge.isTransversal(skill))
      return skillShare(matchSkills(pair, knowledge), 'soft');
  }
  return null;
};
