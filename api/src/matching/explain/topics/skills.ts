// Skills: how many of the asked ones, the alike and the likely ones, and what is missing.
import type { SkillMatch } from '../../factors/skill-matching.ts';
import {
  addedBy,
  CONDITION,
  type Context,
  gap,
  isOptedOut,
  label,
  lostBy,
  type Reason,
  strength,
  type Topic,
  UNKNOWN,
} from '../reason.ts';
import { byImportance, isMatched } from '../skills.ts';

/** More than this nobody can remember; the whole list stands in `missingSkills`. */
const MOST_MISSING = 3;

export const skills: Topic = (context) => {
  const { person, vacancy } = context.pair;
  const mustHaves = missingMustHaves(context);
  if (context.unmet.has('work-unknown')) {
    const namesNone = vacancy.occupation === null && vacancy.skills.size === 0;
    return [gap(1, namesNone ? 'unknown.work' : 'unknown.skills'), ...mustHaves];
  }
  const counted = context.skillMatches.filter(
    ({ soft }) => !isOptedOut(context, soft ? 'softSkills' : 'hardSkills'),
  );
  if (counted.length === 0) return mustHaves;
  if (person.skills.size === 0) return [gap(UNKNOWN, 'unknown.skills'), ...mustHaves];
  return [...strengths(context, counted), ...mustHaves, ...missing(context, counted)];
};

function strengths(context: Context, counted: SkillMatch[]): Reason[] {
  const asked = counted.length;
  const matched = counted.filter(isMatched);
  const exact = matched.filter(({ has, through }) => through === null && has!.provenance !== 'predicted');
  const likely = matched.filter(({ has }) => has!.provenance === 'predicted');
  const alike = matched
    .filter(({ has, through }) => through !== null && has!.provenance !== 'predicted')
    .sort((a, b) => b.credit - a.credit || byImportance(a, b))[0];
  const credits = matched.reduce((sum, { credit }) => sum + credit, 0);
  const added = addedBy(context, 'hardSkills') + addedBy(context, 'softSkills');
  const weight = (some: SkillMatch[]) => added * some.reduce((sum, { credit }) => sum + credit / credits, 0);
  const reasons: Reason[] = [];
  if (exact.length > 0) {
    reasons.push(
      asked === 1
        ? strength(weight(exact), 'strength.skill', { skill: label(context, exact[0]!.skill) })
        : strength(weight(exact), 'strength.skills', { has: exact.length, asked }),
    );
  }
  if (alike) {
    const params = { skill: label(context, alike.skill), through: label(context, alike.through!) };
    reasons.push(strength(weight([alike]), 'strength.skill-alike', params));
  }
  if (likely.length > 0) {
    reasons.push(strength(weight(likely), 'strength.skills-likely', { likely: likely.length, asked }));
  }
  return reasons;
}

function missingMustHaves(context: Context): Reason[] {
  return context.skillMatches
    .filter((match) => match.asked.importance === 'must-have' && !isMatched(match))
    .slice(0, MOST_MISSING)
    .map(({ skill, has }) => {
      const key = has ? 'gap.must-have-confirm' : 'gap.must-have';
      return gap(CONDITION + 0.5, key, { skill: label(context, skill) });
    });
}

function missing(context: Context, counted: SkillMatch[]): Reason[] {
  const optional = (match: SkillMatch) => match.asked.importance === 'optional';
  const lost = counted.filter((match) => match.asked.importance !== 'must-have' && !isMatched(match));
  return lost
    .sort((a, b) => byImportance(a, b) || Number(a.soft) - Number(b.soft))
    .slice(0, MOST_MISSING)
    .map((match) => {
      const share = lostBy(context, match.soft ? 'softSkills' : 'hardSkills') / lost.length;
      return gap(share / (optional(match) ? 2 : 1), 'gap.skill', { skill: label(context, match.skill) });
    });
}
