// A match of the answer: score, conditions, skills by name, reasons, gates, and what confirming would give.
import type { WorkRight } from '../../candidates/queries.ts';
import type { Language, VacancyKind } from '../../http/schema.ts';
import type { Rules } from '../../rules/rules.ts';
import { namesOf } from '../../taxonomy/names.ts';
import { idsByCode, type Snapshot } from '../../taxonomy/snapshot.ts';
import { bitOf, conditionsOf } from '../conditions.ts';
import type { Factor } from '../factors/factor.ts';
import { matchSkills } from '../factors/skill-matching.ts';
import { knowledgeOf } from '../knowledge.ts';
import type { Order } from '../order.ts';
import type { VacancyMatch } from '../schema.ts';
import { confirmable } from './confirmable.ts';
import { gatesOf } from './gates.ts';
import type { Audience } from './messages.ts';
import { strengthsAndGaps } from './reasons.ts';
import { namedSkills } from './skills.ts';

/** Who reads an answer, and what else it needs. */
export interface Reader {
  audience: Audience;
  language: Language;
  /** Of the person who reads their own answer; null: not told. */
  workRight: WorkRight | null;
  rules: Rules;
  /** The day (ISO 8601), for the law has versions. */
  on: string;
  weights: Readonly<Record<Factor, number>>;
}

export type Explained = Omit<VacancyMatch, 'vacancy'>;

/** @param kind of the vacancy of this pair */
export function explain(
  { pair, scored, unmet }: Order,
  kind: VacancyKind,
  snapshot: Snapshot,
  reader: Reader,
): Explained {
  const { audience, language, workRight, rules, on, weights } = reader;
  const knowledge = knowledgeOf(snapshot);
  const nameOf = namesOf(snapshot)(language);
  const { occupation } = pair.vacancy;
  const known = occupation === null ? undefined : snapshot.concepts[snapshot.indexOf.get(occupation) ?? -1];
  const skills = namedSkills(matchSkills(pair, knowledge), nameOf);
  const reasons = strengthsAndGaps(pair, scored, unmet, knowledge, nameOf, language, audience);
  const better = audience === 'person' ? confirmable(pair, scored, knowledge, weights) : null;
  return {
    score: scored.score,
    contributions: scored.contributions,
    unmet: conditionsOf(unmet),
    ...skills,
    ...reasons,
    gates: gatesOf({
      rules,
      on,
      occupation: known ?? null,
      kind,
      workRight,
      idOfCode: (code) => idsByCode(snapshot).get(code),
      nameOf,
      language,
      audience,
    }),
    confirmable: better && { skills: better.skills.map(nameOf), scoreAfter: better.scoreAfter },
    distanceKm: distanceOf(pair),
    withinReach: (unmet & bitOf('reach')) === 0,
  };
}

/** km in a straight line from the nearer of the person's places, to a tenth; null without one. */
function distanceOf({ person, vacancy }: Order['pair']): number | null {
  if (person.places.length === 0) return null;
  const km = Math.min(
    ...person.places.map(({ x, y }) => Math.hypot(x - vacancy.place.x, y - vacancy.place.y)),
  );
  return Math.round(km * 10) / 10;
}
