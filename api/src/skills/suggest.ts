// The suggestion model: the skills that a person probably has, each with a calibrated probability and a reason.
import { Evidence, type Ground } from './suggest-evidence.ts';
import { GraphIndex, type SkillGraph } from './suggest-graph.ts';
import {
  calibrated,
  FEATURES,
  type Feature,
  type ParameterSet,
  parametersFor,
  type Situation,
  type SuggestionParameters,
} from './suggest-parameters.ts';

/** What is known of a person. All numbers are concepts of the graph. */
export interface SkillProfile {
  /** Years of doing it; unknown counts as enough. */
  occupations?: { occupation: number; years?: number }[];
  confirmed?: number[];
  rejected?: number[];
  /** Skills that a text names, with the confidence of whoever read it, 0..1. */
  named?: { skill: number; confidence: number }[];
  /** The text's own vector, length 1; used as if it were the name of an occupation when none is given. */
  textVector?: Float32Array;
}

export type Reason =
  | { code: 'usual-for-occupation' | 'usual-for-similar-occupation'; occupation: number }
  | { code: 'goes-with-skill'; skill: number }
  | { code: 'named-in-text' };

export interface Suggestion {
  skill: number;
  probability: number;
  reason: Reason;
}

/** From so many years on an occupation counts in full. Fixed, not learned: no list of skills tells of years. */
const FULL_AFTER_YEARS = 2;
const MOST = 50;

/** Calibrated probabilities of all candidates on one ground, in the numbers of the index. */
export interface Scored {
  skill: number;
  score: number;
  probability: number;
}

/**
 * Scores are weighted sums of evidence (logistic regression); see `training/suggestions.ts` for what they were learned
 * on. The probability says how often a list of skills for the person's occupation, drawn up by somebody else and not
 * seen by the model, holds a skill that nobody brought up yet. It is about the work, not the person: nobody was asked.
 *
 * @example
 * const model = new SuggestionModel(graph, readSuggestionParameters());
 * model.suggest({ occupations: [{ occupation: baker, years: 6 }], rejected: [makePastry] });
 * // [{ skill: bakeBread, probability: 0.7, reason: { code: 'usual-for-occupation', occupation: baker } }, …]
 */
export class SuggestionModel {
  readonly index: GraphIndex;
  readonly #parameters: ParameterSet;
  readonly #evidence: Evidence;

  constructor(graph: SkillGraph, parameters: Pick<SuggestionParameters, 'sets'>) {
    this.index = new GraphIndex(graph);
    this.#parameters = parametersFor(this.index.meanListLength, parameters);
    this.#evidence = new Evidence(this.index);
  }

  /**
   * @returns the likeliest first; never a confirmed or rejected skill; none for an empty profile, else at least ten
   * as long as the graph has so many
   * @throws RangeError for a concept that is not of the kind it is named as
   */
  suggest(profile: SkillProfile, limit = 10): Suggestion[] {
    const best = new Map<number, { probability: number; reason: () => Reason }>();
    const named = new Set(profile.named?.map(({ skill }) => this.#skill(skill)));
    for (const ground of this.#grounds(profile)) {
      const situation = situationOf(ground);
      this.#evidence.gather(ground);
      const { candidates, features } = this.#evidence;
      const likeness = ground.vector || ground.iscoCode ? this.#evidence.likeness.slice() : undefined;
      const scores = this.#scores(situation);
      const enough = scores.toSorted().at(-MOST) ?? -Infinity;
      candidates.forEach((skill, row) => {
        if (scores[row]! < enough && !named.has(skill)) return;
        const probability = calibrated(scores[row]!, this.#parameters[situation].calibration);
        if ((best.get(skill)?.probability ?? -1) >= probability) return;
        const own = features.slice(row * FEATURES.length, (row + 1) * FEATURES.length);
        // A reason costs more than a score, so it is sought for what is shown only.
        best.set(skill, { probability, reason: () => this.#reason(skill, ground, own, likeness) });
      });
    }
    const excluded = new Set([...(profile.confirmed ?? []), ...(profile.rejected ?? [])]);
    for (const { skill: id, confidence } of profile.named ?? []) {
      if (excluded.has(id)) continue;
      const skill = this.#skill(id);
      const usual = best.get(skill)!;
      // Either the text really names it, or, when it was misread, the rest of the profile decides.
      const probability = confidence + (1 - confidence) * usual.probability;
      const reason =
        confidence >= usual.probability ? () => ({ code: 'named-in-text' }) as const : usual.reason;
      best.set(skill, { probability, reason });
    }
    return [...best]
      .sort(([a, x], [b, y]) => y.probability - x.probability || a - b)
      .slice(0, Math.min(limit, MOST))
      .map(([skill, { probability, reason }]) => ({
        skill: this.index.skills[skill]!,
        probability,
        reason: reason(),
      }));
  }

  /** All candidates on one ground, in no particular order; for measuring. @param alsoHidden of the index */
  score(ground: Ground, situation: Situation, alsoHidden?: number): Scored[] {
    this.#evidence.gather(ground, alsoHidden);
    const scores = this.#scores(situation);
    return this.#evidence.candidates.map((skill, row) => ({
      skill,
      score: scores[row]!,
      probability: calibrated(scores[row]!, this.#parameters[situation].calibration),
    }));
  }

  /** Of the candidates just gathered, in their order. */
  #scores(situation: Situation): Float64Array {
    const { weights } = this.#parameters[situation];
    const { candidates, features } = this.#evidence;
    const scores = new Float64Array(candidates.length);
    for (let row = 0; row < scores.length; row++)
      for (let f = 0; f < weights.length; f++)
        scores[row]! += weights[f]! * features[row * weights.length + f]!;
    return scores;
  }

  /** Each stated occupation is a ground of its own: the likeliest decides, so a second job takes nothing away. */
  #grounds({
    occupations = [],
    confirmed = [],
    rejected = [],
    named = [],
    textVector,
  }: SkillProfile): Ground[] {
    const yes = confirmed.map((id) => this.#skill(id));
    const no = rejected.map((id) => this.#skill(id));
    const excluded = new Set([...yes, ...no]);
    const known = new Map<number, number>();
    for (const { skill: id, confidence } of named) {
      const skill = this.#skill(id);
      if (!excluded.has(skill)) known.set(skill, Math.max(confidence, known.get(skill) ?? 0));
    }
    for (const skill of yes) known.set(skill, 1);
    const common = { known, rejected: new Set(no), excluded };
    if (occupations.length > 0)
      return occupations.map(({ occupation: id, years }) => {
        const occupation = this.index.occupationOf[id] ?? -1;
        if (occupation < 0) throw new RangeError(`concept ${id} is no occupation`);
        return {
          ...common,
          ...groundOf(this.index, occupation),
          experience: years === undefined ? 1 : Math.min(1, (years + 1) / (FULL_AFTER_YEARS + 1)),
        };
      });
    const vector = textVector?.some((value) => value !== 0) ? textVector : undefined;
    if (!vector && known.size === 0) return [];
    return [{ ...common, usesList: false, experience: 1, vector }];
  }

  #skill(id: number): number {
    const skill = this.index.skillOf[id] ?? -1;
    if (skill < 0) throw new RangeError(`concept ${id} is no skill`);
    return skill;
  }

  #reason(skill: number, ground: Ground, features: Float32Array, likeness: Float32Array | undefined): Reason {
    const weights = this.#parameters[situationOf(ground)].weights;
    const part = (name: Feature) => {
      const f = FEATURES.indexOf(name);
      return Math.max(0, weights[f]! * features[f]!);
    };
    if (part('essential') + part('optional') > 0)
      return { code: 'usual-for-occupation', occupation: this.index.occupations[ground.occupation!]! };
    const others = part('similarName') + part('similarWork') + part('sameGroup') + part('nameOfOccupation');
    const withSkill =
      part('withConfirmed') + part('nameOfConfirmed') + (ground.usesList ? 0 : part('sameSkills'));
    const companion = this.#companion(skill, ground);
    const alike = likeness && this.#mostAlike(skill, likeness);
    if (companion !== undefined && (alike === undefined || withSkill > others))
      return { code: 'goes-with-skill', skill: this.index.skills[companion]! };
    if (alike !== undefined)
      return { code: 'usual-for-similar-occupation', occupation: this.index.occupations[alike]! };
    return { code: 'named-in-text' };
  }

  /** Of the known skills the one that most often stands on the same lists, for its own number of lists. */
  #companion(skill: number, { known }: Ground): number | undefined {
    const users = new Set(this.index.usersOf(skill));
    let best: { skill: number; value: number } | undefined;
    for (const [other, sureness] of known) {
      if (other === skill) continue;
      const theirs = this.index.usersOf(other);
      let together = 0;
      for (const o of theirs) if (users.has(o)) together++;
      const value = (sureness * together) / (theirs.length + 1);
      if (!best || value > best.value) best = { skill: other, value };
    }
    return best?.skill;
  }

  #mostAlike(skill: number, likeness: Float32Array): number | undefined {
    let best: number | undefined;
    for (const o of this.index.usersOf(skill))
      if (likeness[o]! > (best === undefined ? 0 : likeness[best]!)) best = o;
    return best;
  }
}

/** An occupation as a ground, without anything that was confirmed or rejected. @param occupation of the index */
export function groundOf(
  index: GraphIndex,
  occupation: number,
  usesList = index.listOf(occupation).length > 0,
) {
  return {
    occupation,
    usesList,
    experience: 1,
    vector: index.occupationVectors.row(occupation),
    iscoCode: index.isco[occupation],
  };
}

function situationOf({ usesList, occupation, vector }: Ground): Situation {
  if (usesList) return 'list';
  return occupation !== undefined || vector ? 'title' : 'skills';
}
