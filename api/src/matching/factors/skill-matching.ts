// Sets each asked skill against the skills of a person: the very one, or the one that comes nearest.

import { once } from '../once.ts';
import type { AskedSkill, Knowledge, Near, Pair, PersonSide, PersonSkill, VacancySide } from './factor.ts';

/**
 * What a skill is worth by how it is known, 0..1. A word of honour is worth nearly what a certificate is: papers get lost
 * on the way. A prediction is worth part of its probability, until the person confirms it. Our estimate.
 */
export const PRICE = { verified: 1, confirmed: 0.97, stated: 0.95, predicted: 0.6 } as const;

/** Below this probability a prediction tells no more than a coin, so the skill counts as unknown. */
export const PREDICTED_FROM = 0.5;

/**
 * Likeness of an alike skill at cosine 1, and the cosine at which the straight line down from there would reach 0: at NEAR
 * .4 is left. Our estimate.
 */
export const ALIKE_AT_MOST = 0.8;
const UNRELATED = 0.6;

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
  /** Concept id of that skill when it is an alike one, never a transversal one; null: the very skill, or none. */
  through: number | null;
  /** 1: the very skill; an alike one at most ALIKE_AT_MOST; 0: none. */
  likeness: number;
  /** 0..1: likeness × price of how it is known × fit of the level. */
  credit: number;
  /** Of use in any work. */
  soft: boolean;
}

/**
 * @returns one entry per asked skill, in the vacancy's order
 * @example matchSkills(pair, knowledge) // [{ skill: 7, has: { provenance: 'stated', … }, through: null, likeness: 1, credit: 0.95, … }]
 */
export function matchSkills(pair: Pair, knowledge: Knowledge): readonly SkillMatch[] {
  if (last?.pair !== pair || last.knowledge !== knowledge) {
    last = { pair, knowledge, matches: compareSkills(pair, knowledge) };
  }
  return last.matches;
}

/** Two factors ask the same of a pair one after the other, and so do the reasons. It is most of the work of a score. */
let last: { pair: Pair; knowledge: Knowledge; matches: SkillMatch[] } | undefined;

/** As `matchSkills`, for a pair that nobody asks about again. */
export function compareSkills({ person, vacancy }: Pair, knowledge: Knowledge): SkillMatch[] {
  const skills = wantedBy(knowledge)(vacancy);
  for (const skill of person.skills.keys()) hints[skill & LAST_BITS] = 1;
  const matches = skills.map((skill) => best(skill, person, knowledge));
  for (const skill of person.skills.keys()) hints[skill & LAST_BITS] = 0;
  return matches;
}

/** An asked skill, with all that is the same whoever comes. */
interface Wanted {
  /** The match of a person who brings nothing like it. */
  none: SkillMatch;
  /** Null for a must-have, of which only the very skill counts. */
  near: Near | null;
}

/** A vacancy meets many people and stays in memory; a taxonomy that was replaced does not, so it comes first. */
const wantedBy = once((knowledge: Knowledge) =>
  once((vacancy: VacancySide): Wanted[] =>
    Array.from(vacancy.skills, ([skill, asked]) => {
      const soft = knowledge.isTransversal(skill);
      return {
        none: { skill, asked, has: null, through: null, likeness: 0, credit: 0, soft },
        near: asked.importance === 'must-have' ? null : knowledge.nearest(skill),
      };
    }),
  ),
);

/**
 * Which skills the person at hand may have, by the last bits of their ids. Nearly all that come near an asked skill nobody
 * has, and this says so several times quicker than the map of the person's skills.
 */
const LAST_BITS = 1023;
const hints = new Uint8Array(LAST_BITS + 1);

function best({ none, near }: Wanted, person: PersonSide, knowledge: Knowledge): SkillMatch {
  const { skill, asked, soft } = none;
  if (person.rejected.includes(skill)) return none;
  let { has, through, likeness, credit } = none;
  const very = person.skills.get(skill);
  if (very && isKnown(very)) {
    has = very;
    likeness = 1;
    credit = near === null && very.provenance === 'predicted' ? 0 : creditOf(very, asked, 1);
  }
  // This runs for every asked skill of every pair.
  if (near) {
    const { skills, cosines, from, to } = near;
    for (let i = from; i < to; i++) {
      const other = skills[i]!;
      if (hints[other & LAST_BITS] === 0) continue;
      const alike = person.skills.get(other);
      // Who works well with others cannot do any work in particular for that.
      if (!alike || !isKnown(alike) || knowledge.isTransversal(other)) continue;
      const likenessOfIt = (ALIKE_AT_MOST * (cosines[i]! - UNRELATED)) / (1 - UNRELATED);
      const creditOfIt = creditOf(alike, asked, likenessOfIt);
      // Of equal ones the lowest id, so that the order of a list never matters.
      const tied = creditOfIt === credit && through !== null && other < through;
      if (creditOfIt > credit || tied) {
        has = alike;
        through = other;
        likeness = likenessOfIt;
        credit = creditOfIt;
      }
    }
  }
  return has === null ? none : { skill, asked, has, through, likeness, credit, soft };
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
