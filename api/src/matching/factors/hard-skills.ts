// Hard skills: what the work itself asks, against what the person can do or can do nearly.
import type { FactorFunction } from './factor.ts';
import { matchSkills } from './skill-matching.ts';
import { skillShare } from './skill-share.ts';

export const hardSkillsFactor: FactorFunction = (pair, knowledge) =>
  pair.person.skills.size === 0 ? null : skillShare(matchSkills(pair, knowledge), 'hard');
