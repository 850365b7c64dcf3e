// The picture of the report, as SVG on a white card: nDCG@10 of every method with its interval.
import { parse, resetSVGDefIds, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
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
  const y = { field: 'name', type: 'nominal', sort: names, title: null } as const;
  const x = {
    type: 'quantitative',
    title: 'nDCG@10, with its 95 % interval',
    scale: { domain: [0, 1] as number[] },
  } as const;
  const spec: TopLevelSpec = {
    config: {
      aria: false,
      background: 'white',
      padding: 16,
      font: 'Helvetica, Arial, sans-serif',
      title: { fontSize: 16, anchor: 'start', offset: 12 },
      axis: { labelFontSize: 12, titleFontSize: 12, labelLimit: 400, gridColor: '#e5e5e5' },
      legend: { labelFontSize: 12, titleFontSize: 12 },
      view: { stroke: null },
    },
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

async function draw(spec: TopLevelSpec, description: string): Promise<string> {
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  // Ids are numbered on from picture to picture: begin anew, so that it is always the same.
  resetSVGDefIds();
  try {
    const label = description.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    return `${(await view.toSVG()).replace('<svg ', `<svg role="img" aria-label="${label}" `)}\n`;
  } finally {
    view.finalize();
  }
}
