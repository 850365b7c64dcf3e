// Which predicted skills raise the score most once the person says yes.
import type { Factor, Knowledge, Pair, PersonSide } from '../factors/factor.ts';
import { compareSkills, matchSkills, type SkillMatch } from '../factors/skill-matching.ts';
import { skillShare } from '../factors/skill-share.ts';
import { once } from '../once.ts';
import { type Scored, type score, scoreWithSkills } from '../score.ts';

/** As many as somebody confirms in one go. */
const MOST = 3;
/** Half a point of a hundred: less does not show. */
const LEAST_RAISE = 0.005;
/** Gains that differ less are equal: the rest is rounding. */
const SAME = 1e-9;

/**
 * At most one more score: what a confirmed skill adds to its factor hardly depends on the others, so the gains of all are
 * read from one comparison of skills, and only the score with the best of them is computed.
 *
 * @param scored what `score` gave for this very pair
 * @param weights as `score` got them
 * @returns concept ids, the most useful first, and the score with them; null when it would rise by less than .005
 * @example confirmable(pair, score(pair, knowledge), knowledge) // { skills: [12, 7], scoreAfter: 0.74 }
 */
export function confirmable(
  pair: Pair,
  scored: Scored,
  knowledge: Knowledge,
  weights?: Parameters<typeof score>[2],
): { skills: number[]; scoreAfter: number } | null {
  const { predicted, sure } = predictedOf(pair.person);
  if (predicted.length === 0 || pair.vacancy.skills.size === 0) return null;
  const before = matchSkills(pair, knowledge);
  const after = compareSkills({ ...pair, person: sure }, knowledge);
  const now = raisedBy(before, scored);
  const useful = new Set(after.map(ownSkill));
  const skills = predicted
    .filter((id) => useful.has(id))
    .map((id) => {
      const raised = before.map((match, i) => (ownSkill(after[i]!) === id ? after[i]! : match));
      return { id, gain: Math.round((raisedBy(raised, scored) - now) / SAME) };
    })
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || a.id - b.id)
    .slice(0, MOST)
    .map(({ id }) => id);
  if (skills.length === 0) return null;
  const scoreAfter = scoreWithSkills(
    { ...pair, person: confirmed(pair.person, skills) },
    scored,
    knowledge,
    weights,
  );
  return scoreAfter - scored.score >= LEAST_RAISE ? { skills, scoreAfter } : null;
}

/** What is predicted of a person, and the person when all of it is confirmed. An answer asks it for every vacancy. */
const predictedOf = once((person: PersonSide) => {
  const predicted = [...person.skills].flatMap(([id, { provenance }]) =>
    provenance === 'predicted' ? [id] : [],
  );
  return { predicted, sure: confirmed(person, predicted) };
});

/** The person who has confirmed some predicted skills. */
function confirmed(person: PersonSide, skills: number[]): PersonSide {
  const own = new Map(person.skills);
  for (const skill of skills) own.set(skill, { ...own.get(skill)!, provenance: 'confirmed', probability: 1 });
  return { ...person, skills: own };
}

/** The skill of the person behind a match. */
const ownSkill = ({ skill, through }: SkillMatch) => through ?? skill;

/** What the two factors of skills add to the score. */
function raisedBy(matches: readonly SkillMatch[], { contributions }: Scored): number {
  const weightOf = (factor: Factor) => contributions.find((each) => each.factor === factor)?.weight ?? 0;
  const shareOf = (kind: 'hard' | 'soft') => skillShare(matches, kind)?.value ?? 0;
  return weightOf('hardSkills') * shareOf('hard') + weightOf('softSkills') * shareOf('soft');
}
