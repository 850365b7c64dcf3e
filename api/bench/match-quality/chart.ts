// The picture of the report: nDCG@10 of every method with its interval.
import type { TopLevelSpec } from 'vega-lite';
import { CONFIG, draw } from '../draw.ts';
import type { Measured, Row } from './measure.ts';

export interface Chart {
  file: string;
  /** What the picture shows, for those who do not see it. */
  alt: string;
  svg: string;
}

const GROUPS: Record<Row['group'], string> = {
  baseline: 'baseline',
  engine: 'our engine',
  without: 'one factor less',
  alone: 'one factor alone',
  'what-if': 'other rules',
};
/** Told apart also without colours (Okabe and Ito, 2008). */
const COLOURS = ['#999999', '#0072b2', '#56b4e9', '#e69f00', '#009e73'];

export async function chart({ rows, taxonomy }: Measured): Promise<Chart> {
  const values = rows.map(({ name, group, metrics: { ndcg10 } }) => ({
    name,
    group: GROUPS[group],
    ...ndcg10,
  }));
  const names = rows.map(({ name }) => name);
  const shown = rows.filter(({ group }) => group === 'baseline' || group === 'engine');
  const alt = `Bar chart with intervals: nDCG@10 on ${taxonomy}. ${shown
    .map(({ name, metrics }) => `${name} ${metrics.ndcg10.mean.toFixed(2)}`)
    .join('; ')}.`;
  const y = { field: 'name', type: 'nominal', sort: names, title: null, axis: { labelLimit: 400 } } as const;
  const x = {
    type: 'quantitative',
    title: 'nDCG@10, with its 95 % interval',
    scale: { domain: [0, 1] as number[] },
  } as const;
  const spec: TopLevelSpec = {
    config: CONFIG,
    title: `Vacancies for a person, ${taxonomy}`,
    data: { values },
    width: 420,
    height: { step: 18 },
    encoding: { y },
    layer: [
      {
        mark: { type: 'bar', height: 12 },
        encoding: {
          x: { ...x, field: 'mean' },
          color: {
            field: 'group',
            type: 'nominal',
            title: null,
            scale: { domain: Object.values(GROUPS), range: COLOURS },
          },
        },
      },
      {
        mark: { type: 'rule', color: '#222222' },
        encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' } },
      },
    ],
  };
  return { file: 'matching.svg', alt, svg: await draw(spec, alt) };
}
