// Sets each asked skill against the skills of a person: the very one, or the one that comes nearest.
import {
  type AskedSkill,
  type Knowledge,
  NEAR,
  type Pair,
  type PersonSide,
  type PersonSkill,
} from './factor.ts';

/**
 * What a skill is worth by how it is known, 0..1. A word of honour is worth nearly what a certificate is: papers get lost
 * on the way. A prediction is worth part of its probability, until the person confirms it. Our estimate.
 */
export const PRICE = { verified: 1, confirmed: 0.97, stated: 0.95, predicted: 0.6 } as const;

/** Below this probability a prediction tells no more than a coin, so the skill counts as unknown. */
export const PREDICTED_FROM = 0.5;

/** Likeness of an alike skill at cosine 1; from there it falls in a straight line to 0 at NEAR. Our estimate. */
export const ALIKE_AT_MOST = 0.8;

/** Share that is left at 0, 1 and 2 levels (basic, skilled, expert) below the asked one. Our estimate. */
const LEVELS_SHORT = [1, 0.75, 0.5] as const;

export interface SkillMatch {
  /** Concept id. */
  skill: number;
  asked: AskedSkill;
  /**
   * The skill of the person that earns the credit, null when none comes near. Of a must-have it is the very skill or
   * null, and a predicted one stands here without credit: confirming it would help.
   */
  has: PersonSkill | null;
  /** Concept id of that skill when it is an alike one; null: the very skill, or none. */
  through: number | null;
  /** 1: the very skill; an alike one at most ALIKE_AT_MOST; 0: none. */
  likeness: number;
  /** 0..1: likeness × price of how it is known × fit of the level. */
  credit: number;
  /** Of use in any work. */
  soft: boolean;
}

/**
 * @param kind only the skills of one kind; left out: all
 * @returns one entry per asked skill, in the vacancy's order
 * @example matchSkills(pair, knowledge) // [{ skill: 7, has: { provenance: 'stated', … }, through: null, likeness: 1, credit: 0.95, … }]
 */
export function matchSkills(pair: Pair, knowledge: Knowledge, kind?: 'hard' | 'soft'): SkillMatch[] {
  let all = compared.get(pair);
  if (all?.knowledge !== knowledge) {
    const matches = [...pair.vacancy.skills].map(([skill, asked]): SkillMatch => {
      const { has, through, likeness, credit } = bestOf(skill, asked, pair.person, knowledge);
      return { skill, asked, has, through, likeness, credit, soft: knowledge.isTransversal(skill) };
    });
    all = { knowledge, matches };
    compared.set(pair, all);
  }
  return kind === undefined ? all.matches : all.matches.filter(({ soft }) => soft === (kind === 'soft'));
}

/** Two factors and the reasons ask the same of a pair, and it is most of the work of a score. A pair does not change. */
const compared = new WeakMap<Pair, { knowledge: Knowledge; matches: SkillMatch[] }>();

/** Vacancies of one kind of work ask the same of the same person, so each question is answered once. */
function bestOf(skill: number, asked: AskedSkill, person: PersonSide, knowledge: Knowledge): Best {
  let known = answered.get(person);
  if (known?.knowledge !== knowledge) {
    known = { knowledge, best: new Map() };
    answered.set(person, known);
  }
  // Importance counts only as must-have or not.
  const question = (skill * 2 + Number(asked.importance === 'must-have')) * 4 + (asked.level ?? 0);
  const answer = known.best.get(question) ?? best(skill, asked, person, knowledge);
  known.best.set(question, answer);
  return answer;
}

const answered = new WeakMap<PersonSide, { knowledge: Knowledge; best: Map<number, Best> }>();

type Best = Pick<SkillMatch, 'has' | 'through' | 'likeness' | 'credit'>;
const NONE: Best = { has: null, through: null, likeness: 0, credit: 0 };

function best(skill: number, asked: AskedSkill, person: PersonSide, knowledge: Knowledge): Best {
  if (person.rejected.includes(skill)) return NONE;
  let found = NONE;
  const mustHave = asked.importance === 'must-have';
  const very = person.skills.get(skill);
  if (very && isKnown(very)) {
    const credit = mustHave && very.provenance === 'predicted' ? 0 : creditOf(very, asked, 1);
    found = { has: very, through: null, likeness: 1, credit };
  }
  if (mustHave) return found;

  const consider = (other: number, has: PersonSkill, cosine: number) => {
    if (!isKnown(has)) return;
    const likeness = (ALIKE_AT_MOST * (cosine - NEAR)) / (1 - NEAR);
    const credit = creditOf(has, asked, likeness);
    // Of equal ones the lowest id, so that the order of a list never matters.
    const tied = credit === found.credit && found.through !== null && other < found.through;
    if (credit > found.credit || tied) found = { has, through: other, likeness, credit };
  };
  // This runs for every asked skill of every pair, so over the shorter of the two.
  const near = knowledge.nearest(skill);
  if (near.size < person.skills.size) {
    for (const [other, cosine] of near) {
      const has = person.skills.get(other);
      if (has) consider(other, has, cosine);
    }
  } else {
    for (const [other, has] of person.skills) {
      const cosine = near.get(other);
      if (cosine !== undefined) consider(other, has, cosine);
    }
  }
  return found;
}

/** Whether a skill of a person counts at all: told, or predicted with some certainty. */
export const isKnown = ({ provenance, probability }: PersonSkill) =>
  provenance !== 'predicted' || probability >= PREDICTED_FROM;

function creditOf(has: PersonSkill, asked: AskedSkill, likeness: number): number {
  const probability = has.provenance === 'predicted' ? has.probability : 1;
  // A level that nobody told is no reason for doubt.
  const short = asked.level === null || has.level === null ? 0 : Math.max(0, asked.level - has.level);
  return likeness * PRICE[has.provenance] * probability * LEVELS_SHORT[short]!;
}
