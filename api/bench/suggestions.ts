// Quality of skill suggestions, on occupations held out of training and of calibration, beside two baselines.
// usage: node bench/suggestions.ts [--data ../../shared/data] [--occupations 150]
import { parseArgs } from 'node:util';
import { bundledEmbedder } from '../src/embedding/bundled.ts';
import type { Embedder } from '../src/embedding/embedder.ts';
import { groundOf, type Scored, SuggestionModel } from '../src/skills/suggest.ts';
import type { GraphIndex } from '../src/skills/suggest-graph.ts';
import { pack } from '../src/skills/suggest-vectors.ts';
import { createRandom, shuffle } from '../src/training/random.ts';
import {
  fitSuggestions,
  REVEALED,
  readTaxonomies,
  type SecondList,
  secondLists,
  type Taxonomy,
} from '../src/training/suggestions.ts';

const FOLDS = 5;
const K = 10;
const BINS = 10;

/**
 * `title`: the occupation's own list is hidden from everything and is what must be found. `list`: its list is known,
 * and what must be found is a second list of the same occupation that others drew up.
 */
export type Task = 'title' | 'list';
export type Method = 'popularity' | 'lookup' | 'model';

export interface Quality {
  revealed: number;
  method: Method;
  /** Means over occupations, 0..1. Recall cannot be more than 10 / skills to find; `most` is that mean. */
  recallAt10: number;
  ndcgAt10: number;
  most: number;
}

/**
 * Of the ten suggestions that would be shown: what was said, and what came true. When k of a list's n skills are drawn
 * to be revealed, those left over are too few by n / (n - k); they count so much more, because people do not confirm
 * by lot, and a skill is not less likely because another was confirmed.
 */
export interface Calibration {
  /** How many were revealed; null: all of them together. */
  revealed: number | null;
  suggestions: number;
  /** Expected calibration error with ten bins of equal width, and of equal mass. */
  eceWidth: number;
  eceMass: number;
  /** Of equal mass, without counting what is left over for what was revealed: at five revealed that must be worse. */
  eceUnweighted?: number;
  /** Points of a reliability diagram, of the bins of equal mass. */
  points: ReliabilityPoint[];
}

export interface ReliabilityPoint {
  /** Mean probability that was said, share that came true, and the sum of weights. */
  probability: number;
  rate: number;
  count: number;
}

export interface SuggestionQuality {
  taxonomy: string;
  task: Task;
  occupations: number;
  quality: Quality[];
  calibration: Calibration[];
}

interface Told {
  revealed: number;
  probability: number;
  outcome: number;
  /** 1 for what did not come true; more for what did, as it stands for the revealed ones too. */
  weight: number;
}

/**
 * Five folds: of each the lists are taken out of the graph, the parameters are learned and calibrated on the rest, and
 * measured on the fold.
 *
 * @param options.occupations at most so many of a fold are measured
 * @param options.data folder with `esco-1.1.1-en`; without it the starter set alone is measured
 */
export async function measureSuggestions(
  embedder: Embedder,
  options: { data?: string; occupations?: number } = {},
): Promise<SuggestionQuality[]> {
  const taxonomies = await readTaxonomies(embedder, options.data);
  return taxonomies.flatMap((taxonomy) => {
    const { tasks, methods } = measureFolds(taxonomy, taxonomies, options.occupations ?? 150);
    return (['title', 'list'] as const).map((task) => ({
      taxonomy: taxonomy.name,
      task,
      occupations: methods[task].count,
      quality: methods[task].qualities(),
      calibration: [null, ...REVEALED].map((revealed) => calibrationOf(revealed, tasks[task])),
    }));
  });
}

function measureFolds(taxonomy: Taxonomy, taxonomies: Taxonomy[], most: number) {
  const random = createRandom(5);
  const tasks: Record<Task, Told[]> = { title: [], list: [] };
  const methods = { title: new Means(), list: new Means() };
  const { graph, name } = taxonomy;
  const withLists = [...new Set(graph.relations.map((relation) => relation.occupation))];
  shuffle(withLists, random);
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = withLists.filter((_, i) => i % FOLDS === fold);
    const hidden = new Set(held);
    const rest = { ...graph, relations: graph.relations.filter(({ occupation }) => !hidden.has(occupation)) };
    const others = secondLists({ ...taxonomy, graph: rest }, taxonomies);
    const set = fitSuggestions(rest, { name, secondLists: others });
    const parameters = { sets: [set] };
    const [blind, full] = [new SuggestionModel(rest, parameters), new SuggestionModel(graph, parameters)];
    const own = listsOf(taxonomy);
    for (const occupation of held.slice(0, most)) measure('title', blind, occupation, own.get(occupation)!);
    const second = secondLists(taxonomy, taxonomies);
    for (const occupation of held.filter((id) => second.has(id)).slice(0, most))
      measure('list', full, occupation, second.get(occupation)![0]!);
  }
  return { tasks, methods };

  function measure(
    task: Task,
    model: SuggestionModel,
    id: number,
    { skills, known, from }: SecondList,
  ): void {
    const { index } = model;
    const occupation = index.occupationOf[id]!;
    const truth = [...skills].map((skill) => index.skillOf[skill]!);
    const ground = groundOf(index, occupation, task === 'list');
    const source = from === undefined ? undefined : index.occupationOf[from]!;
    const isKnown = (skill: number) => known.has(index.skills[skill]!);
    for (const revealed of REVEALED) {
      const confirmed = shuffle([...truth], random).slice(0, revealed);
      const excluded = new Set(confirmed);
      const wanted = new Set(truth.filter((skill) => !excluded.has(skill)));
      const scored = model
        .score(
          { ...ground, known: new Map(confirmed.map((skill) => [skill, 1])), rejected: new Set(), excluded },
          task,
          source,
        )
        .filter(({ skill }) => isKnown(skill))
        .sort((a: Scored, b: Scored) => b.probability - a.probability || a.skill - b.skill)
        .slice(0, K);
      for (const { skill, probability } of scored)
        tasks[task].push({
          revealed,
          probability,
          outcome: Number(wanted.has(skill)),
          weight: wanted.has(skill) ? truth.length / wanted.size : 1,
        });
      if (wanted.size === 0) continue;
      const isAllowed = (skill: number) => isKnown(skill) && !excluded.has(skill);
      const answers: Record<Method, number[]> = {
        popularity: index.popular.filter(isAllowed).slice(0, K),
        lookup: lookup(index, occupation, task === 'list' ? source : occupation, isAllowed),
        model: scored.map(({ skill }) => skill),
      };
      for (const [method, answer] of Object.entries(answers))
        methods[task].add(revealed, method as Method, answer, wanted);
    }
  }
}

/** Every occupation's own list; any skill could have been on it. */
function listsOf({ graph }: Taxonomy): Map<number, SecondList> {
  const known = new Set(graph.relations.map(({ skill }) => skill));
  const lists = new Map<number, SecondList>();
  for (const { occupation, skill } of graph.relations) {
    if (!lists.has(occupation)) lists.set(occupation, { skills: new Set(), known });
    lists.get(occupation)!.skills.add(skill);
  }
  return lists;
}

/** Skills of the occupation with the most similar name, essential ones first, then of the next. */
function lookup(
  index: GraphIndex,
  occupation: number,
  hidden: number | undefined,
  isAllowed: (skill: number) => boolean,
): number[] {
  const vector = pack(index.occupationVectors.row(occupation) ?? new Float32Array(index.dimensions));
  const likeness = index.occupations.map((_, o) =>
    index.listOf(o).length === 0 || o === hidden ? -2 : index.occupationVectors.dot(vector, o),
  );
  const nearest = likeness.map((_, o) => o).sort((a, b) => likeness[b]! - likeness[a]! || a - b);
  const found = new Set<number>();
  for (const o of nearest) {
    const start = index.lists.start[o]!;
    const list = [...index.listOf(o)].map((skill, i) => ({ skill, essential: index.essential[start + i]! }));
    for (const { skill } of list.sort((a, b) => b.essential - a.essential))
      if (isAllowed(skill)) found.add(skill);
    if (found.size >= K) break;
  }
  return [...found].slice(0, K);
}

/** Sums of the metrics by number revealed and method. */
class Means {
  count = 0;
  readonly #sums = new Map<string, Quality & { count: number }>();

  add(revealed: number, method: Method, answer: number[], wanted: Set<number>): void {
    const key = `${revealed} ${method}`;
    const zero = { revealed, method, recallAt10: 0, ndcgAt10: 0, most: 0, count: 0 };
    const sum = this.#sums.get(key) ?? zero;
    const hits = answer.map((skill) => Number(wanted.has(skill)));
    const ideal = Array.from({ length: Math.min(K, wanted.size) }, () => 1);
    sum.recallAt10 += hits.reduce((a, b) => a + b, 0) / wanted.size;
    sum.ndcgAt10 += gain(hits) / gain(ideal);
    sum.most += Math.min(1, K / wanted.size);
    sum.count++;
    if (method === 'model' && revealed === 0) this.count++;
    this.#sums.set(key, sum);
  }

  qualities(): Quality[] {
    return [...this.#sums.values()].map(({ count, recallAt10, ndcgAt10, most, ...rest }) => ({
      ...rest,
      recallAt10: recallAt10 / count,
      ndcgAt10: ndcgAt10 / count,
      most: most / count,
    }));
  }
}

/** Discounted cumulative gain: hit i counts 1 / log2(i + 2). */
function gain(hits: number[]): number {
  return hits.reduce((sum, hit, i) => sum + hit / Math.log2(i + 2), 0);
}

function calibrationOf(revealed: number | null, all: Told[]): Calibration {
  const told = all.filter((one) => revealed === null || one.revealed === revealed);
  const sorted = told.toSorted((a, b) => a.probability - b.probability);
  const width = Array.from({ length: BINS }, (_, bin) =>
    told.filter(({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin),
  );
  const mass = Array.from({ length: BINS }, (_, bin) =>
    sorted.slice(Math.floor((bin * sorted.length) / BINS), Math.floor(((bin + 1) * sorted.length) / BINS)),
  );
  const points = toPoints(mass);
  return {
    revealed,
    suggestions: told.length,
    eceWidth: expectedError(toPoints(width)),
    eceMass: expectedError(points),
    eceUnweighted: expectedError(toPoints(mass.map((bin) => bin.map((one) => ({ ...one, weight: 1 }))))),
    points,
  };
}

function toPoints(bins: Told[][]): ReliabilityPoint[] {
  return bins
    .filter((bin) => bin.length > 0)
    .map((bin) => {
      const count = bin.reduce((sum, { weight }) => sum + weight, 0);
      const mean = (value: 'probability' | 'outcome') =>
        bin.reduce((sum, one) => sum + one.weight * one[value], 0) / count;
      return { probability: mean('probability'), rate: mean('outcome'), count };
    });
}

function expectedError(points: ReliabilityPoint[]): number {
  const total = points.reduce((sum, { count }) => sum + count, 0);
  return points.reduce(
    (sum, { probability, rate, count }) => sum + (Math.abs(probability - rate) * count) / total,
    0,
  );
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, occupations: { type: 'string', default: '150' } },
  });
  const measured = await measureSuggestions(bundledEmbedder(), {
    data: values.data,
    occupations: Number(values.occupations),
  });
  for (const { taxonomy, task, occupations, quality, calibration } of measured) {
    console.log(`\n${taxonomy}, ${task}: ${occupations} occupations, held out in ${FOLDS} folds\n`);
    console.log('| revealed | method | recall@10 | of at most | nDCG@10 |\n|---:|---|---:|---:|---:|');
    for (const { revealed, method, recallAt10, most, ndcgAt10 } of quality)
      console.log(
        `| ${revealed} | ${method} | ${recallAt10.toFixed(3)} | ${most.toFixed(3)} | ${ndcgAt10.toFixed(3)} |`,
      );
    console.log(
      '\n| revealed | suggestions | ECE, equal width | ECE, equal mass | unweighted |\n|---|---:|---:|---:|---:|',
    );
    for (const { revealed, suggestions, eceWidth, eceMass, eceUnweighted } of calibration)
      console.log(
        `| ${revealed ?? 'all'} | ${suggestions} | ${eceWidth.toFixed(3)} | ${eceMass.toFixed(3)} | ${eceUnweighted!.toFixed(3)} |`,
      );
    const pairs = calibration[0]!.points.map((p) => `${p.probability.toFixed(2)} → ${p.rate.toFixed(2)}`);
    console.log(`\nsaid → came true: ${pairs.join(', ')}`);
  }
}
