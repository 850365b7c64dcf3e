// The figures of `bench:match` as a page: targets first, each met or missed, then all that was measured, and the growth.
import type { TopLevelSpec } from 'vega-lite';
import { CONFIG, draw } from '../draw.ts';
import type { BatchRow } from './batch.ts';
import type { HttpFigure } from './http.ts';
import type { Figure } from './sql.ts';

export interface Part {
  /** Database, what and size: `postgresql:sql:25000`. */
  name: string;
  database: string;
  size: number;
  rounds: number;
  date: string;
  machine: string;
  seconds: number;
  sql?: Figure[];
  http?: HttpFigure[];
  batch?: BatchRow[];
}

interface Target {
  what: string;
  /** The ratio that was asked for. */
  atMost: number;
  /** undefined: not measured. */
  ratio: number | undefined;
}

const FILTERED = 'candidates, 1 %: top 20';
const PLAIN = 'candidates, 1 %: plain code, top 20';

export function report(parts: Part[]): string {
  return `${[
    '# Speed of matching',
    'Made by `npm run bench:match`. Milliseconds as p50 / p99. Machines differ and are noisy: compare the ratios. Each part has floors of its own, asked in between on the same connection: `SELECT 1`, and over HTTP `GET /v1/health`, which is a `SELECT 1` behind the same server. The vectors have 256 dimensions. What was chosen, and why: [decision 0003](../decisions/0003-exact-scan.md).',
    '## Targets',
    table(
      ['Target', 'At most', 'Measured', ''],
      targets(parts).map(({ what, atMost, ratio }) => [
        what,
        `${atMost} ×`,
        ratio === undefined ? 'not measured' : `${round(ratio)} ×`,
        ratio === undefined ? '' : ratio <= atMost ? 'met' : `missed, ${round(ratio / atMost)} times over`,
      ]),
    ),
    '![How the statement grows with the pool: see the tables below](matching-growth.svg)',
    ...parts.map(section),
  ].join('\n\n')}\n`;
}

export function targets(parts: Part[]): Target[] {
  const part = (name: string) => parts.find((one) => one.name === name);
  const sql = (size: number, what: string, database = 'postgresql') =>
    part(`${database}:sql:${size}`)?.sql?.find((figure) => figure.what === what);
  const http = (what: string, database = 'postgresql') =>
    part(`${database}:http:25000`)?.http?.find((figure) => figure.what.startsWith(what));
  const over = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined ? undefined : a / b;
  const plain = (size: number) => over(sql(size, FILTERED)?.p50, sql(size, PLAIN)?.p50);
  const profile = 'vacancies for a profile: 20';
  return [
    {
      what: 'filtered top 20, recall 1, 25,000: p50 to SELECT 1',
      atMost: 3,
      ratio: sql(25_000, FILTERED)?.timesFloor,
    },
    { what: 'the same at 250,000', atMost: 7, ratio: sql(250_000, FILTERED)?.timesFloor },
    { what: 'the same at 1,000,000', atMost: 18, ratio: sql(1_000_000, FILTERED)?.timesFloor },
    {
      what: 'p99 at 25,000 to the p50 of SELECT 1',
      atMost: 10,
      ratio: over(sql(25_000, FILTERED)?.p99, sql(25_000, 'SELECT 1')?.p50),
    },
    { what: 'to plain code, 25,000', atMost: 2, ratio: plain(25_000) },
    { what: 'to plain code, 250,000', atMost: 1, ratio: plain(250_000) },
    { what: 'to plain code, 1,000,000', atMost: 1, ratio: plain(1_000_000) },
    {
      what: 'whole HTTP answer with 20 scores and reasons, to SELECT 1',
      atMost: 10,
      ratio: http(profile)?.timesFloor,
    },
    { what: 'the same, to SELECT 1 over HTTP', atMost: 10, ratio: http(profile)?.timesHealth },
    {
      what: 'post a vacancy and see its candidates, to SELECT 1',
      atMost: 20,
      ratio: http('post a vacancy')?.timesFloor,
    },
    { what: 'the same, to SELECT 1 over HTTP', atMost: 20, ratio: http('post a vacancy')?.timesHealth },
    {
      what: 'embedded to real, whole answer, 25,000',
      atMost: 1.5,
      ratio: over(http(profile, 'embedded')?.p50, http(profile)?.p50),
    },
    {
      what: 'embedded to real, statement, 25,000',
      atMost: 1.5,
      ratio: over(sql(25_000, FILTERED, 'embedded')?.p50, sql(25_000, FILTERED)?.p50),
    },
    {
      what: 'batch of all pairs, 25,000 × 2,000, to plain code',
      atMost: 2,
      ratio: part('postgresql:batch:25000')?.batch?.find(({ what }) => what.startsWith('batch retrieval'))
        ?.ratio,
    },
  ];
}

function section({ database, size, rounds, date, machine, seconds, sql, http, batch }: Part): string {
  const head = (what: string) =>
    `## ${what}: ${database}, ${size.toLocaleString('en')} candidates\n\n${date}, ${machine}, ${rounds} rounds; ${Math.round(seconds)} s in all.`;
  if (http) {
    return `${head('Whole answers')}\n\n${table(
      ['', 'ms, p50 / p99', '× SELECT 1', '× SELECT 1 over HTTP', 'answers a second'],
      http.map(({ what, p50, p99, timesFloor, timesHealth, perSecond }) => [
        what,
        ms(p50, p99),
        round(timesFloor),
        round(timesHealth),
        perSecond === undefined ? '' : perSecond.toFixed(0),
      ]),
    )}`;
  }
  if (batch) {
    return `${head('The nightly batch')}\n\n${table(
      ['', 's', '× plain code'],
      batch.map(({ what, ms, ratio }) => [what, (ms / 1000).toFixed(1), round(ratio)]),
    )}`;
  }
  return `${head('The statement alone')}\n\n${table(
    ['', 'ms, p50 / p99', '× SELECT 1', 'recall@20', 'share of the pool that meets all'],
    (sql ?? []).map(({ what, p50, p99, timesFloor, recall, share }) => [
      what,
      ms(p50, p99),
      round(timesFloor),
      recall === undefined ? '' : recall.toFixed(3),
      share === undefined ? '' : `${(100 * share).toFixed(1)} %`,
    ]),
  )}`;
}

const CURVES: Record<string, string> = {
  'SELECT 1': 'SELECT 1',
  [FILTERED]: '1 % of the pool meets all',
  'candidates, 10 %: top 20': '10 %',
  'candidates, 100 %: top 20': '100 %',
  [PLAIN]: 'plain code, 1 %',
  'vacancies for a profile: 20 with scores and reasons': "a person's answer over HTTP",
  'candidates for a vacancy: 20 with scores and reasons': "an employer's answer over HTTP",
};

/** @returns SVG; undefined when fewer than two sizes were measured on a server */
export async function growthChart(parts: Part[]): Promise<string | undefined> {
  const measured = parts.filter(({ name }) => name.startsWith('postgresql:sql:'));
  if (measured.length < 2) return undefined;
  const values = parts
    .filter(({ name }) => name.startsWith('postgresql:'))
    .flatMap(({ size, sql, http }) =>
      // Each size has a SELECT 1 of its statements and one of its answers; one is enough.
      (sql ?? http?.slice(1) ?? []).flatMap(({ what, p50 }) =>
        CURVES[what] ? [{ size, p50, curve: CURVES[what] }] : [],
      ),
    );
  const spec: TopLevelSpec = {
    title: 'Best 20 candidates by statement, and whole answers: median by size of the pool',
    width: 560,
    height: 320,
    data: { values },
    mark: { type: 'line', point: true },
    encoding: {
      x: {
        field: 'size',
        type: 'quantitative',
        scale: { type: 'log' },
        title: 'candidates',
        axis: { format: ',', values: measured.map(({ size }) => size) },
      },
      y: {
        field: 'p50',
        type: 'quantitative',
        scale: { type: 'log' },
        title: 'ms, p50',
        axis: { tickCount: 5 },
      },
      color: {
        field: 'curve',
        type: 'nominal',
        title: null,
        sort: Object.values(CURVES),
        legend: { labelLimit: 300 },
        scale: { range: ['#999999', '#0072b2', '#009e73', '#d55e00', '#cc79a7', '#56b4e9', '#e69f00'] },
      },
      strokeDash: { field: 'curve', type: 'nominal', title: null, sort: Object.values(CURVES) },
    },
    config: CONFIG,
  };
  return draw(
    spec,
    'Line chart of the median time of the statement by size of the pool; the figures stand in the tables.',
  );
}

const ms = (p50: number, p99: number) => `${p50.toFixed(2)} / ${p99.toFixed(2)}`;
const round = (ratio: number) => ratio.toFixed(ratio < 10 ? 1 : 0);

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    `|${head.map((_, i) => (i === 0 ? '---|' : '---:|')).join('')}`,
    ...rows.map(line),
  ].join('\n');
}
