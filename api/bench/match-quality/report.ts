// The report that stands in docs/quality/matching.md: the same figures give the same text, byte for byte.
import { FACTORS } from '../../src/matching/factors/factor.ts';
import { SETBACK } from '../../src/matching/rank.ts';
import { weightsOf } from '../../src/matching/weights.ts';
import type { Estimate } from './bootstrap.ts';
import type { Chart } from './chart.ts';
import { LOWERING } from './judge.ts';
import type { Measured, Row } from './measure.ts';
import { RETRIEVED } from './methods.ts';
import { METRICS, type Metric } from './metrics.ts';

export function report(measured: Measured, chart: Chart): string {
  const { taxonomy, people, reported, vacancies, grades, rows, tuned } = measured;
  const of = (...groups: Row['group'][]) => rows.filter(({ group }) => groups.includes(group));
  const [none, near, fits] = grades.map((count) => count.toLocaleString('en'));
  return `${[
    '# Quality of matching',
    `Made by \`npm run bench:match-quality\`; do not edit. Vacancies for a person, on ${taxonomy}: ${people} people and ${vacancies.toLocaleString('en')} vacancies. Of half of the people (${reported}) every pair is measured: ${fits} fit (grade 2), ${near} are near to it (grade 1), ${none} do not fit (grade 0). The other half, of other occupations, served to look for better weights. Intervals are 95 %, by resampling occupations; differences are paired, person by person.`,
    `![${chart.alt}](${chart.file})`,
    '## Against simple methods',
    table(of('baseline', 'engine')),
    'BM25 has both texts in English, its best case; it sees the title also where no occupation was read out of it. "Vectors alone" is what retrieval orders by, without nearness. "All scored" ranks every vacancy by its score alone. "As served" is what the API answers: ' +
      `the ${RETRIEVED} most promising are scored; what is out of reach stands last, and each other condition that is not met costs ${SETBACK} in the order.`,
    '## What each factor brings',
    table(of('without')),
    table(of('alone')),
    '## Other weights and rules',
    table(of('what-if')),
    '"Each unmet condition costs" is as served, but a condition that is not met takes so much from promise and score, and nothing else stands before a better score.',
    `Weights, ours and those found on the other half:`,
    weightTable(tuned),
    '## How the set is made',
    METHOD,
  ].join('\n\n')}\n`;
}

const METHOD = `Nobody has judged real pairs yet, so people and vacancies are derived from occupations of the taxonomy by a fixed seed (\`api/bench/match-quality/\`).

- **A person** of an occupation truly has most of its essential skills, some of the optional ones and a few from elsewhere; a third did other work before. About half of the skills are told, four in five name the occupation, half a wish, and each other fact is left out now and then. What is left out of the skills, the product predicts as it always does.
- **A vacancy** of an occupation truly asks most of its essential skills, some optional ones and a few from elsewhere. In one of seven no occupation is read out of the title, in some a neighbouring one; half of the employers tell their skills and forget some; the others get those of the taxonomy.
- **The grade** comes from what is true, not from what was told, and uses no vector: the same occupation 2; one of the same ISCO-08 minor group, or with three in ten of the essential skills in common, 1; any other 0. Then one less, but never under 0, for each of: ${Object.keys(LOWERING).join('; ')}.

**What it tells.** Whether the engine finds through missing and noisy facts what is there, how much each factor helps, and which rule orders better. **What it does not tell.** Whom employers hire and where people are happy: the shares and the rule are ours, and the lists of skills that people are made of are also what the engine reads. Interests and aptitude change no grade, so they can only cost here. A condition that is not met lowers the grade by one and never hides a vacancy, while the served order puts whoever meets all conditions first, also before better work: how far the two rules differ stands in the table, which of them is right does not.`;

function table(rows: Row[]): string {
  const names = Object.keys(METRICS) as Metric[];
  return [
    `|  | ${names.map((name) => METRICS[name]).join(' | ')} | nDCG@10, difference to our engine |`,
    `|---|${'---:|'.repeat(names.length + 1)}`,
    ...rows.map(
      ({ name, metrics, difference }) =>
        `| ${name} | ${names.map((metric) => withInterval(metrics[metric])).join(' | ')} | ${difference ? withInterval(difference, true) : ''} |`,
    ),
  ].join('\n');
}

function weightTable(tuned: Measured['tuned']): string {
  const ours = weightsOf();
  return [
    '|  | ours | found |',
    '|---|---:|---:|',
    ...FACTORS.map((factor) => `| ${factor} | ${figure(ours[factor])} | ${figure(tuned[factor])} |`),
  ].join('\n');
}

function withInterval({ mean, low, high }: Estimate, signed = false): string {
  return `${figure(mean, signed)} (${figure(low, signed)} to ${figure(high, signed)})`;
}

/** @example figure(-0.1234, true) // "−.123" */
function figure(value: number, signed = false): string {
  const text = Math.abs(value).toFixed(3).replace(/^0/, '');
  return value < 0 ? `−${text}` : signed ? `+${text}` : text;
}
