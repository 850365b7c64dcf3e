// The pictures of the report.
import type { TopLevelSpec } from 'vega-lite';
import { LANGUAGES } from '../../../src/http/schema.ts';
import { CONFIG, draw } from '../../draw.ts';
import type { SuggestionQuality } from '../../suggestions.ts';
import { titleOf } from '../method.ts';
import { bestPublished } from '../published.ts';
import type { Results } from '../results.ts';
import type { RankingSet } from '../set.ts';

export interface Chart {
  file: string;
  /** What the picture shows, for those who do not see it. */
  alt: string;
  svg: string;
}

/** From grey to the strongest colour, told apart also without colours (Okabe and Ito, 2008); one per method. */
const COLOURS = ['#b3b3b3', '#56b4e9', '#e69f00', '#009e73', '#0072b2', '#cc79a7', '#d55e00'];
/** Dark enough for lines on white. */
const LINES = ['#0072b2', '#d55e00', '#009e73', '#aa4499'];
/** Height of a bar, in pixels. */
const BAR = 13;
/** Between two sets, as a share of the height of one with its gap. */
const GAP = 0.2;
const UNIT = { domain: [0, 1] };
export async function charts(results: Results, suggestions: SuggestionQuality[] = []): Promise<Chart[]> {
  const drawn = [bySet(results), languages(results), reliability(suggestions)];
  const charts: Chart[] = [];
  for (const { file, alt, spec } of drawn.filter((one) => one !== undefined)) {
    charts.push({ file, alt, svg: await draw(spec, alt) });
  }
  return charts;
}

interface Drawing {
  file: string;
  alt: string;
  spec: TopLevelSpec;
}

function shortOf({ short, title }: RankingSet): string {
  return short ?? title;
}

/** MRR of every method on every main set, ties in the order of the corpus as in published figures, with the best published figure as a line across its bars. */
function bySet(results: Results): Drawing | undefined {
  const sets = results.sets.filter(({ isMain }) => isMain);
  if (sets.length === 0) return undefined;
  const methods = results.methods.map(titleOf);
  const bars = sets.flatMap((set) =>
    results.methods.map((method) => ({
      set: shortOf(set),
      method: titleOf(method),
      mrr: results.get(set, method, 'mrr', 'in-order'),
      published: bestPublished(set.name, 'mrr')?.figures.mrr ?? null,
    })),
  );
  const yOffset = { field: 'method', type: 'nominal', sort: methods } as const;
  return {
    file: 'mrr.svg',
    alt: `Bar chart: MRR by set and method. ${titleOf(results.served)}: ${sets
      .map((set) => `${shortOf(set)} ${results.get(set, results.served, 'mrr', 'in-order').toFixed(2)}`)
      .join('; ')}.`,
    spec: {
      config: CONFIG,
      title: {
        text: 'Mean reciprocal rank by set and method',
        subtitle:
          'Black line: the best published figure; for starter titles that of MELO in the same languages',
        subtitlePadding: 6,
      },
      data: { values: bars },
      width: 460,
      height: { step: (BAR * methods.length) / (1 - GAP), for: 'position' },
      encoding: {
        y: {
          field: 'set',
          type: 'nominal',
          sort: sets.map(shortOf),
          title: null,
          scale: { paddingInner: GAP },
        },
      },
      layer: [
        {
          mark: 'bar',
          encoding: {
            yOffset,
            x: { field: 'mrr', type: 'quantitative', title: 'MRR', scale: UNIT },
            color: {
              field: 'method',
              type: 'nominal',
              title: 'Method',
              sort: methods,
              scale: { domain: methods, range: COLOURS.slice(-methods.length) },
            },
          },
        },
        {
          mark: { type: 'tick', thickness: 2, size: BAR * methods.length, color: '#222222' },
          encoding: { x: { field: 'published', aggregate: 'max', type: 'quantitative' } },
        },
        {
          mark: { type: 'text', align: 'left', dx: 3, fontSize: 10 },
          encoding: {
            yOffset,
            x: { field: 'mrr', type: 'quantitative' },
            text: { field: 'mrr', type: 'quantitative', format: '.2f' },
          },
        },
      ],
    },
  };
}

/** acc@10 of the served method for every pair of languages; on the diagonal within a language. */
function languages(results: Results): Drawing | undefined {
  const sets = [
    ...results.family('across'),
    ...results.family('held-out').filter(({ name }) => name.startsWith('held-out-occupations')),
  ];
  if (sets.length === 0) return undefined;
  const cells = sets.map((set) => ({
    from: set.language,
    to: set.corpusLanguage,
    value: results.get(set, results.served, 'acc10', 'last'),
  }));
  const order = [...LANGUAGES];
  const values = cells.map(({ value }) => value).sort((a, b) => a - b);
  const axes = {
    x: {
      field: 'to',
      type: 'nominal',
      sort: order,
      title: 'language of the labels',
      axis: { orient: 'top', labelAngle: 0 },
    },
    y: { field: 'from', type: 'nominal', sort: order, title: 'language of the title' },
  } as const;
  return {
    file: 'languages.svg',
    alt: `Heat map: acc@10 of ${titleOf(results.served)} from a held-out title to its concept, for ${values.length} pairs of languages; lowest ${values[0]!.toFixed(2)}, highest ${values.at(-1)!.toFixed(2)}.`,
    spec: {
      config: CONFIG,
      title: `From a title to its concept in the first ten (acc@10), ${titleOf(results.served)}`,
      data: { values: cells },
      width: { step: 52 },
      height: { step: 36 },
      encoding: axes,
      layer: [
        {
          mark: 'rect',
          encoding: {
            color: {
              field: 'value',
              type: 'quantitative',
              title: 'acc@10',
              scale: { domain: [0, 1], scheme: 'blues' },
            },
          },
        },
        {
          mark: { type: 'text', fontSize: 12 },
          encoding: {
            text: { field: 'value', type: 'quantitative', format: '.2f' },
            color: { condition: { test: 'datum.value > 0.6', value: 'white' }, value: '#222222' },
          },
        },
      ],
    },
  };
}

/** How often a suggestion came true, by the probability that was said. */
function reliability(suggestions: SuggestionQuality[]): Drawing | undefined {
  if (suggestions.length === 0) return undefined;
  const nameOf = ({ taxonomy, task }: SuggestionQuality) => `${taxonomy}, ${task}`;
  const overall = (one: SuggestionQuality) => one.calibration.find(({ revealed }) => revealed === null)!;
  const points = suggestions.flatMap((one) =>
    overall(one).points.map((point) => ({ ...point, measured: nameOf(one) })),
  );
  const axes = {
    x: {
      field: 'probability',
      type: 'quantitative',
      title: 'probability that was said',
      scale: UNIT,
    },
    y: {
      field: 'rate',
      type: 'quantitative',
      title: 'share that came true',
      scale: UNIT,
    },
  } as const;
  const names = suggestions.map(nameOf);
  const color = {
    field: 'measured',
    type: 'nominal',
    title: null,
    scale: { domain: names, range: LINES },
  } as const;
  const errors = suggestions.map((one) => `${nameOf(one)} ${overall(one).eceWidth.toFixed(3)}`);
  return {
    file: 'reliability.svg',
    alt: `Reliability diagram of suggested skills: the share that came true by the probability that was said; on the diagonal where it is honest. Expected calibration error: ${errors.join('; ')}.`,
    spec: {
      config: CONFIG,
      title: 'Reliability of suggested skills: the nearer to the dashed line, the more honest',
      width: 420,
      height: 420,
      layer: [
        {
          data: {
            values: [
              { probability: 0, rate: 0 },
              { probability: 1, rate: 1 },
            ],
          },
          mark: { type: 'line', strokeDash: [4, 4], color: '#777777' },
          encoding: axes,
        },
        {
          data: { values: points },
          mark: { type: 'line', point: { filled: true, size: 60 } },
          encoding: { ...axes, color },
        },
      ],
    },
  };
}
