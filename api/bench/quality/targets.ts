// What should be reached, as data, and whether it is.

import type { SuggestionQuality } from '../suggestions.ts';
import type { Metric } from './metrics.ts';
import type { Results } from './results.ts';
import type { Family, RankingSet } from './set.ts';

export interface Target {
  what: string;
  /** At least; at most where `isCeiling`. */
  goal: number;
  isCeiling?: boolean;
  measured: number;
}

/** On single sets, by name; with ties in the order of the corpus, as published figures have them. */
const FLOORS: { set: string; metric: Metric; goal: number; what: string }[] = [
  {
    set: 'starter-nl-nl',
    metric: 'mrr',
    goal: 0.6,
    what: 'Dutch titles to Dutch ESCO labels: MRR',
  },
  {
    set: 'starter-nl-en',
    metric: 'mrr',
    goal: 0.45,
    what: 'Dutch titles to English ESCO labels: MRR',
  },
  { set: 'tech', metric: 'rp10', goal: 0.65, what: 'Skills in sentences, TECH: RP@10' },
];

/** How much more MRR than character TF-IDF is asked on every set. */
const LEAD = 0.05;
const BASE = { name: 'tf-idf' };
/** Sets that are judged together, by the worst of them. */
const TOGETHER: { family: Family; what: string }[] = [
  { family: 'to-esco', what: 'other languages to ESCO' },
  { family: 'held-out', what: 'held-out alternatives' },
  { family: 'across', what: 'titles across languages' },
];

/** acc@10 on held-out alternatives, in every language. */
const HELD_OUT_FLOOR = 0.8;
const CALIBRATION_CEILING = 0.05;

/** Targets of which the results can speak; those on sets that were not found are not among them. */
export function targetsOf(results: Results, suggestions: SuggestionQuality[] = []): Target[] {
  return [
    ...FLOORS.flatMap(({ set: name, metric, goal, what }) => {
      const set = results.sets.find((one) => one.name === name);
      return set ? [{ what, goal, measured: results.get(set, results.served, metric, 'in-order') }] : [];
    }),
    ...leads(results),
    ...heldOutFloor(results),
    ...suggestions.flatMap(ofSuggestions),
  ];
}

export function isMet({ goal, measured, isCeiling }: Target): boolean {
  return isCeiling ? measured <= goal : measured >= goal;
}

function leads(results: Results): Target[] {
  const lead = (set: RankingSet) =>
    results.get(set, results.served, 'mrr', 'last') - results.get(set, BASE, 'mrr', 'last');
  const above = 'MRR above character TF-IDF';
  const main = results.sets.filter(({ isMain }) => isMain);
  return [
    ...main.map((set) => ({ what: `${set.title}: ${above}`, goal: LEAD, measured: lead(set) })),
    ...TOGETHER.flatMap(({ family, what }) => {
      const sets = results.family(family).filter(({ isMain }) => !isMain);
      if (sets.length === 0) return [];
      const { set, value } = lowest(sets, lead);
      const name = `The worst of ${sets.length} sets of ${what} (${set.title}): ${above}`;
      return [{ what: name, goal: LEAD, measured: value }];
    }),
  ];
}

function heldOutFloor(results: Results): Target[] {
  const sets = results.family('held-out');
  if (sets.length === 0) return [];
  const { set, value } = lowest(sets, (one) => results.get(one, results.served, 'acc10', 'last'));
  return [{ what: `The worst language (${set.title}): acc@10`, goal: HELD_OUT_FLOOR, measured: value }];
}

function lowest(sets: RankingSet[], value: (set: RankingSet) => number): { set: RankingSet; value: number } {
  return sets.map((set) => ({ set, value: value(set) })).toSorted((a, b) => a.value - b.value)[0]!;
}

/** Of a title alone, nothing being confirmed yet; calibration over all that is shown. */
function ofSuggestions({ taxonomy, task, quality, calibration }: SuggestionQuality): Target[] {
  const recall = (method: string) =>
    quality.find((one) => one.method === method && one.revealed === 0)!.recallAt10;
  const all = calibration.find(({ revealed }) => revealed === null)!;
  const what = `Suggested skills, ${taxonomy}, ${task}`;
  return [
    {
      what: `${what}: recall@10, twice that of popularity`,
      goal: 2 * recall('popularity'),
      measured: recall('model'),
    },
    {
      what: `${what}: expected calibration error, at most`,
      goal: CALIBRATION_CEILING,
      isCeiling: true,
      measured: all.eceWidth,
    },
  ];
}
