// From a taxonomy to the figures of the report: the set, every method on it, and other weights that were looked for apart.
import { FACTORS, type Factor } from '../../src/matching/factors/factor.ts';
import { knowledgeOf } from '../../src/matching/knowledge.ts';
import { weightsOf } from '../../src/matching/weights.ts';
import type { Progress } from '../../src/progress.ts';
import type { Snapshot } from '../../src/taxonomy/snapshot.ts';
import { difference, type Estimate, estimate } from './bootstrap.ts';
import { FactorValues } from './factor-values.ts';
import { baselines, ENGINE, engine, type Method } from './methods.ts';
import { METRICS, type Metric, type Metrics, mean, metricsOf } from './metrics.ts';
import { type JudgedSet, judgedSet, PER_OCCUPATION, type Size } from './set.ts';
import { TRIALS, tune } from './tune.ts';

export interface Row {
  name: string;
  group: Method['group'];
  metrics: Record<Metric, Estimate>;
  /** nDCG@10 less that of our engine; null for our engine itself. */
  difference: Estimate | null;
}

export interface Measured {
  /** Such as "ESCO 1.1.1 and the starter set". */
  taxonomy: string;
  people: number;
  /** Those of the half that is reported. */
  reported: number;
  vacancies: number;
  /** Pairs of the reported half by grade, 0 to 2. */
  grades: [number, number, number];
  rows: Row[];
  /** What `tune` found on the other half. */
  tuned: Record<Factor, number>;
}

/** Value of a factor that is unknown, where the weight is not spread. */
const NEUTRAL = 0.5;

export async function measure(
  snapshot: Snapshot,
  { taxonomy, size, progress }: { taxonomy: string; size?: Size | undefined; progress: Progress },
): Promise<Measured> {
  const set = judgedSet(snapshot, size);
  const middle = set.people.length / 2;
  const [tuning, reported] = [range(0, middle), range(middle, set.people.length)];
  const values = factorValues(set, snapshot, progress);

  const tuned = tuneOn(tuning, set, values, progress);
  const methods = [...(await baselines(set)), ...engine(set, values), ...whatIfs(values, tuned)];
  const results = new Map<string, Metrics[]>();
  using step = progress.step('Ranking by every method', methods.length);
  for (const { name, scores } of methods) {
    results.set(
      name,
      reported.map((person) => metricsOf(scores(person), gradesOf(set, person))),
    );
    step.advance();
  }
  const of = (name: string, metric: Metric) => results.get(name)!.map((metrics) => metrics[metric]);
  return {
    taxonomy,
    people: set.people.length,
    reported: reported.length,
    vacancies: set.vacancies.length,
    grades: countGrades(reported.map((person) => gradesOf(set, person))),
    rows: methods.map(({ name, group }) => ({
      name,
      group,
      metrics: Object.fromEntries(
        Object.keys(METRICS).map((metric) => [
          metric,
          estimate(of(name, metric as Metric), PER_OCCUPATION.people),
        ]),
      ) as Row['metrics'],
      difference:
        name === ENGINE ? null : difference(of(name, 'ndcg10'), of(ENGINE, 'ndcg10'), PER_OCCUPATION.people),
    })),
    tuned,
  };
}

function factorValues(set: JudgedSet, snapshot: Snapshot, progress: Progress): FactorValues {
  using step = progress.step(
    `Scoring ${(set.people.length * set.vacancies.length).toLocaleString('en')} pairs`,
    set.people.length,
  );
  return new FactorValues(set, knowledgeOf(snapshot), step);
}

function tuneOn(people: number[], set: JudgedSet, values: FactorValues, progress: Progress) {
  using step = progress.step('Trying other weights', TRIALS);
  const quality = (weights: Record<Factor, number>) =>
    mean(people.map((person) => metricsOf(values.scores(person, weights), gradesOf(set, person)).ndcg10));
  return tune(quality, () => step.advance());
}

function whatIfs(values: FactorValues, tuned: Record<Factor, number>): Method[] {
  const ours = weightsOf();
  const same = (value: number) =>
    Object.fromEntries(FACTORS.map((factor) => [factor, value])) as Record<Factor, number>;
  const by = (
    name: string,
    weights: Partial<Record<Factor, number>>,
    unknown?: Record<Factor, number>,
  ): Method => ({
    name,
    group: 'what-if',
    scores: (person) => values.scores(person, weights, unknown),
  });
  return [
    by('equal weights', same(1)),
    by('weights found on the other half', tuned),
    by('unknown counts as the factor usually does', ours, values.usual()),
    by(`unknown counts as ${NEUTRAL}`, ours, same(NEUTRAL)),
    by('unknown counts as 0', ours, same(0)),
    by('experience and wishes twice', {
      ...ours,
      experience: 2 * ours.experience,
      ambition: 2 * ours.ambition,
    }),
    by('location, language and schedule twice', {
      ...ours,
      location: 2 * ours.location,
      language: 2 * ours.language,
      schedule: 2 * ours.schedule,
    }),
  ];
}

const range = (start: number, end: number) => Array.from({ length: end - start }, (_, i) => start + i);

function gradesOf({ grades, vacancies }: JudgedSet, person: number): Uint8Array {
  return grades.subarray(person * vacancies.length, (person + 1) * vacancies.length);
}

function countGrades(all: Uint8Array[]): [number, number, number] {
  const counts: [number, number, number] = [0, 0, 0];
  for (const grades of all) for (const grade of grades) counts[grade as 0 | 1 | 2]++;
  return counts;
}
