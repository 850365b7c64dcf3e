// The report that stands in docs/quality/README.md: the same results give the same text, byte for byte.
import { LANGUAGES } from '../../../src/http/schema.ts';
import type { SuggestionQuality } from '../../suggestions.ts';
import { titleOf } from '../method.ts';
import { METRICS, type Metric } from '../metrics.ts';
import { PUBLISHED } from '../published.ts';
import type { Results } from '../results.ts';
import type { RankingSet } from '../set.ts';
import { isMet, type Target, targetsOf } from '../targets.ts';
import type { Chart } from './charts.ts';

const TITLE_METRICS: Metric[] = ['mrr', 'acc1', 'acc5', 'acc10', 'recall100', 'ndcg10'];
const SENTENCE_METRICS: Metric[] = ['mrr', 'rp5', 'rp10', 'acc10', 'recall100', 'ndcg10'];

export function markdown(
  results: Results,
  leftOut: string[],
  charts: Chart[],
  suggestions: SuggestionQuality[] = [],
): string {
  const main = results.sets.filter(({ isMain }) => isMain);
  const sections = [
    [
      '# Quality',
      'Made by `npm run bench:quality`; do not edit. All figures are between 0 and 1, higher is better unless told.',
      leftOut.map((line) => `- ${line}`).join('\n'),
    ],
    [
      '## Targets',
      `Measured on "${titleOf(results.served)}", the method that the product serves.`,
      targetTable(targetsOf(results, suggestions)),
    ],
    ['## In pictures', ...charts.map(({ file, alt }) => `![${alt}](${file})`)],
    ...(main.length > 0
      ? [['## Titles and sentences to ESCO', EXPLANATION, ...main.flatMap((set) => mainSet(results, set))]]
      : []),
    ...byLanguage(results),
    ...(suggestions.length > 0
      ? [['## Suggested skills', SUGGESTIONS, ...suggestions.flatMap(suggestionPart)]]
      : []),
  ];
  return `${sections
    .flat()
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

const EXPLANATION = `Elements of one score stand in the order of the corpus, as in the run files of \`pnpm bench rank\`, so that a TREC evaluator finds the same figures in them. In the column "MRR, ties last", in the tables below these and in leads over character TF-IDF, the relevant stand behind the irrelevant of their score, so that luck counts for nothing. Sets of starter titles stand in for published ones that are not here: their queries are other titles, so compare the figures beside them with care.`;

function mainSet(results: Results, set: RankingSet): string[] {
  const metrics = set.family === 'sentences' ? SENTENCE_METRICS : TITLE_METRICS;
  const ours = results.methods.map((method) => [
    titleOf(method),
    ...metrics.map((metric) => figure(results.get(set, method, metric, 'in-order'))),
    figure(results.get(set, method, 'mrr', 'last')),
  ]);
  const published = (PUBLISHED[set.name] ?? []).map(({ method, figures, source }) => [
    `*${method}* (${source.name}${source.otherSet ? `; set: ${source.otherSet}` : ''})`,
    ...metrics.map((metric) => (figures[metric] === undefined ? '' : figure(figures[metric]))),
    '',
  ]);
  return [
    `### ${set.title}`,
    `${set.queries.length} queries, ${set.corpus.length} labels.${set.note ? ` ${set.note}` : ''}`,
    table(['', ...metrics.map((metric) => METRICS[metric]), 'MRR, ties last'], [...ours, ...published]),
  ];
}

/** Families with a set per language or pair of languages: a line for each, a column per method. */
function byLanguage(results: Results): string[][] {
  const parts = [
    {
      title: '## Other languages to ESCO',
      text: 'MRR of a sample of starter titles of each language.',
      sets: results.family('to-esco').filter(({ isMain }) => !isMain),
      metric: 'mrr' as const,
    },
    {
      title: '## Alternatives that were held out',
      text: 'Starter set only: one alternative label of each concept, sought among the labels that remain; acc@10 by concept.',
      sets: results.family('held-out'),
      metric: 'acc10' as const,
    },
  ];
  const sections = parts.flatMap(({ title, text, sets, metric }) =>
    sets.length === 0
      ? []
      : [
          [
            title,
            text,
            table(
              ['', 'queries', ...results.methods.map(titleOf)],
              sets.map((set) => [
                set.title,
                String(set.queries.length),
                ...results.methods.map((method) => figure(results.get(set, method, metric, 'last'))),
              ]),
            ),
          ],
        ],
  );
  return [...sections, ...acrossLanguages(results)];
}

/** From each language to the concept by its labels in another: a grid of the served method, and the mean of all. */
function acrossLanguages(results: Results): string[][] {
  const sets = results.family('across');
  if (sets.length === 0) return [];
  const languages = LANGUAGES.filter((language) => sets.some((set) => set.language === language));
  const grid = languages.map((language) => [
    language,
    ...languages.map((corpusLanguage) => {
      const set = sets.find((one) => one.language === language && one.corpusLanguage === corpusLanguage);
      return set ? figure(results.get(set, results.served, 'acc10', 'last')) : '';
    }),
  ]);
  const means = (['mrr', 'acc1', 'acc10'] as const).map((metric) => [
    METRICS[metric],
    ...results.methods.map((method) =>
      figure(sets.reduce((sum, set) => sum + results.get(set, method, metric, 'last'), 0) / sets.length),
    ),
  ]);
  return [
    [
      '## Titles across languages',
      `Starter set only: the held-out title in one language to the concept by its labels in another. acc@10 of "${titleOf(results.served)}", from the language of the line to that of the column:`,
      table(['', ...languages], grid),
      `The mean of the ${sets.length} pairs:`,
      table(['', ...results.methods.map(titleOf)], means),
    ],
  ];
}

function targetTable(targets: Target[]): string {
  return table(
    ['', 'goal', 'measured', ''],
    targets.map((target) => [
      target.what,
      figure(target.goal),
      figure(target.measured),
      isMet(target) ? 'met' : `missed by ${figure(Math.abs(target.goal - target.measured))}`,
    ]),
  );
}

const SUGGESTIONS = `Skills of occupations that were held out of training and calibration. "title": the occupation's own list is hidden from everything, and must be found. "list": its list is known, and what must be found is a second list of the same occupation that others drew up. A number of skills is confirmed first. "At most" is the highest recall that ten suggestions can have. The error is that of calibration: the mean distance between the probability that was said and the share that came true, in ten bins of equal width.`;

function suggestionPart({ taxonomy, task, occupations, quality, calibration }: SuggestionQuality): string[] {
  const error = (revealed: number | null) =>
    figure(calibration.find((one) => one.revealed === revealed)!.eceWidth);
  return [
    `### ${taxonomy}, ${task}`,
    `${Math.round(occupations)} occupations; error over all ${error(null)}.`,
    table(
      ['confirmed', 'method', 'recall@10', 'at most', 'nDCG@10', 'error'],
      quality.map(({ revealed, method, recallAt10, most, ndcgAt10 }) => [
        String(revealed),
        method,
        figure(recallAt10),
        figure(most),
        figure(ndcgAt10),
        method === 'model' ? error(revealed) : '',
      ]),
    ),
  ];
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|---|${'---:|'.repeat(head.length - 1)}`, ...rows.map(line)].join('\n');
}

/** @example figure(0.4862) // '.486' */
export function figure(value: number): string {
  return value.toFixed(3).replace(/^(-?)0\./, '$1.');
}
