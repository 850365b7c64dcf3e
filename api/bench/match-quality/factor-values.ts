// The ten factors of every pair, computed once: a score with other weights is then a sum.
import { FACTORS, type Factor, type Knowledge } from '../../src/matching/factors/factor.ts';
import { score } from '../../src/matching/score.ts';
import type { Step } from '../../src/progress.ts';
import { YEAR } from './people.ts';
import type { JudgedSet } from './set.ts';

/** What a factor that is unknown counts for: nothing, its weight goes to the others; or these values. */
type Unknown = 'spread' | Record<Factor, number>;

/** Values of person p, vacancy v and factor f at (p * vacancies + v) * FACTORS.length + f; NaN: unknown. */
export class FactorValues {
  readonly #values: Float64Array;
  readonly #vacancies: number;

  /** @param step advances by one per person */
  constructor({ people, vacancies }: JudgedSet, knowledge: Knowledge, step: Step) {
    this.#vacancies = vacancies.length;
    this.#values = new Float64Array(people.length * vacancies.length * FACTORS.length);
    let at = 0;
    for (const { told: person } of people) {
      for (const { told: vacancy } of vacancies) {
        for (const { value } of score({ person, vacancy, year: YEAR }, knowledge).contributions) {
          this.#values[at++] = value ?? Number.NaN;
        }
      }
      step.advance();
    }
  }

  /**
   * The scores of all vacancies for a person, as `score(pair, knowledge, weights)` gives them.
   *
   * @param weights in any unit
   */
  scores(
    person: number,
    weights: Partial<Record<Factor, number>>,
    unknown: Unknown = 'spread',
  ): Float64Array {
    const scores = new Float64Array(this.#vacancies);
    const weight = FACTORS.map((factor) => weights[factor] ?? 0);
    const usual = unknown === 'spread' ? undefined : FACTORS.map((factor) => unknown[factor]);
    let at = person * this.#vacancies * FACTORS.length;
    for (let vacancy = 0; vacancy < scores.length; vacancy++) {
      let [sum, known] = [0, 0];
      for (let factor = 0; factor < weight.length; factor++, at++) {
        const value = this.#values[at]!;
        const isKnown = !Number.isNaN(value);
        if (!isKnown && !usual) continue;
        sum += weight[factor]! * (isKnown ? value : usual![factor]!);
        known += weight[factor]!;
      }
      scores[vacancy] = known === 0 ? 0 : sum / known;
    }
    return scores;
  }

  /** The mean of each factor over all pairs in which it is known. */
  usual(): Record<Factor, number> {
    const [sums, counts] = [FACTORS.map(() => 0), FACTORS.map(() => 0)];
    for (let at = 0; at < this.#values.length; at++) {
      const value = this.#values[at]!;
      if (Number.isNaN(value)) continue;
      sums[at % FACTORS.length]! += value;
      counts[at % FACTORS.length]!++;
    }
    return Object.fromEntries(
      FACTORS.map((factor, i) => [factor, counts[i] === 0 ? 0 : sums[i]! / counts[i]!]),
    ) as Record<Factor, number>;
  }
}
