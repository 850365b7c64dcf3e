// Why a pair fits and what is missing, as sentences: the most important first.
import type { Language } from '../../http/schema.ts';
import type { Concept } from '../../taxonomy/schema.ts';
import { conditionsOf } from '../conditions.ts';
import type { Knowledge, Pair } from '../factors/factor.ts';
import { matchSkills } from '../factors/skill-matching.ts';
import type { Contribution, Message } from '../schema.ts';
import { type Audience, message } from './messages.ts';
import type { Context, Reason } from './reason.ts';
import { education } from './topics/education.ts';
import { experience } from './topics/experience.ts';
import { languages } from './topics/languages.ts';
import { licences } from './topics/licences.ts';
import { location } from './topics/location.ts';
import { schedule } from './topics/schedule.ts';
import { skills } from './topics/skills.ts';
import { wishes } from './topics/wishes.ts';

/** Of equally important reasons those of an earlier topic come first. */
const TOPICS = [skills, experience, languages, location, wishes, education, schedule, licences];
/** As many as a person reads; all figures stand in the contributions. */
const MOST_STRENGTHS = 5;
const MOST_GAPS = 6;

/**
 * The reasons of a scored pair. Opting out of a factor silences it; a condition that is not met is always said.
 *
 * @param scored what `score` gave for this very pair
 * @param unmet mask of conditions, see conditions.ts
 * @param nameOf a concept with its label in the reader's language
 * @param audience an employer reads no more than the candidate's card tells
 * @returns at most 5 strengths and 6 gaps; what is unknown stands last among the gaps
 * @example strengthsAndGaps(pair, score(pair, knowledge), 0, knowledge, nameOf, 'nl').strengths[0]
 * // { key: 'strength.skills', params: { has: 3, asked: 5 }, text: 'Je hebt 3 van de 5 gevraagde vaardigheden.' }
 */
export function strengthsAndGaps(
  pair: Pair,
  scored: { contributions: Contribution[] },
  unmet: number,
  knowledge: Knowledge,
  nameOf: (concept: number) => Concept,
  language: Language,
  audience: Audience = 'person',
): { strengths: Message[]; gaps: Message[] } {
  const context: Context = {
    pair,
    contributions: new Map(scored.contributions.map((each) => [each.factor, each])),
    unmet: new Set(conditionsOf(unmet)),
    skillMatches: matchSkills(pair, knowledge),
    knowledge,
    nameOf,
    audience,
  };
  const reasons = TOPICS.flatMap((topic) => topic(context)).sort((a, b) => b.weight - a.weight);
  const say = (side: Reason['side'], most: number) =>
    reasons
      .filter((reason) => reason.side === side)
      .slice(0, most)
      .map(({ key, params }) => message(key, params, language, audience));
  return { strengths: say('strength', MOST_STRENGTHS), gaps: say('gap', MOST_GAPS) };
}
