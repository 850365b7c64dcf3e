// Every check of the project, long ones beside the others, and at the end their counts: `npm test`, or `npm test -- --only api`.
import { parseArgs } from 'node:util';
import { type Counts, check, Output, sentence, suite } from './checks.ts';
import { startPostgres } from './postgres.ts';

interface Step {
  name: string;
  what: string;
  /** Long, and busy with one core: runs beside the others, and is shown when its turn comes. */
  beside?: boolean;
  run: (output: Output) => Promise<Counts>;
}

const NODE_TEST = ['node', '--test', '--test-reporter=spec'];
// The API's tests share one database, so they share one process.
const API_TESTS = [...NODE_TEST, '--test-isolation=none', '--test-force-exit', 'api/src/**/*.test.ts'];
// Biome colours its text also in a file.
const COLOURS = process.stdout.isTTY ? [] : ['--colors=off'];

const STEPS: Step[] = [
  { name: 'format', what: 'format and lint', run: (output) => check(output, 'biome', 'ci', ...COLOURS) },
  {
    name: 'types:api',
    what: 'types of api, openapi, demo, scripts',
    run: (output) => check(output, 'tsc', '-p', '.'),
  },
  { name: 'types:sdk', what: 'types of the SDK', run: (output) => check(output, 'tsc', '-p', 'sdk') },
  {
    name: 'types:widget',
    what: 'types of the widget',
    run: (output) => check(output, ...pnpm('widget', 'typecheck')),
  },
  {
    name: 'drift:openapi',
    what: 'openapi.json is what the API says',
    run: (output) => check(output, 'node', 'api/src/cli.ts', 'openapi', '--check'),
  },
  {
    name: 'drift:model',
    what: "the embedder's weights were learned from these labels",
    run: (output) => check(output, 'node', 'api/src/cli.ts', 'model', 'train', '--check'),
  },
  {
    name: 'drift:sdk',
    what: "the SDK's types are what openapi.json says",
    run: (output) => check(output, ...pnpm('openapi', 'generate', '--check')),
  },
  {
    name: 'drift:localization',
    what: "the widget's translations are complete and compiled",
    run: (output) => check(output, 'node', 'scripts/check-localization.ts'),
  },
  {
    name: 'api:embedded',
    what: 'API on the embedded database',
    run: (output) => suite(output, API_TESTS, { DATABASE_URL: undefined }),
  },
  { name: 'api:postgresql', what: 'API on a PostgreSQL server', run: apiOnPostgres },
  {
    name: 'bench',
    what: 'benchmarks',
    run: (output) => suite(output, [...NODE_TEST, 'api/bench/**/*.test.ts']),
  },
  { name: 'sdk', what: 'SDK', run: (output) => suite(output, [...NODE_TEST, 'sdk/src/**/*.test.ts']) },
  { name: 'widget', what: 'widget, in a browser', run: (output) => suite(output, pnpm('widget', 'test')) },
  {
    name: 'widget:build',
    what: 'build of the widget',
    run: (output) => check(output, ...pnpm('widget', 'build')),
  },
  {
    name: 'quality',
    what: 'quality on the starter sets, by a model that never saw the tested labels',
    beside: true,
    // As on a machine without the reference data, wherever this runs.
    run: (output) =>
      check(output, 'node', 'api/bench/quality.ts', '--data', 'none', '--out', '.cache/quality'),
  },
  {
    name: 'match-quality',
    what: 'quality of the ranking on the judged set of the starter taxonomy',
    beside: true,
    run: (output) =>
      check(output, 'node', 'api/bench/match-quality.ts', '--data', 'none', '--out', '.cache/match-quality'),
  },
  {
    name: 'demo',
    what: 'demo, in a browser',
    run: (output) => suite(output, [...NODE_TEST, 'demo/*.test.ts']),
  },
];

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
const steps = STEPS.filter(({ name }) => !only || name === only || name.startsWith(`${only}:`));
if (steps.length === 0) {
  console.error(`There is no step "${only}". Choose one of: ${STEPS.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

const width = Math.max(...steps.map(({ name }) => name.length));
for (const { name, what } of steps) console.log(`${name.padEnd(width)}  ${what}`);

const begin = ({ run }: Step, output: Output, after = Promise.resolve<unknown>(undefined)) => {
  const done = after.then(async () => {
    const start = performance.now();
    const counts = await run(output);
    return { counts, seconds: (performance.now() - start) / 1000 };
  });
  return { output, done };
};
// One behind the other on the second core.
const begun = new Map<Step, ReturnType<typeof begin>>();
for (const step of steps.filter(({ beside }) => beside)) {
  begun.set(step, begin(step, new Output({ kept: true }), [...begun.values()].at(-1)?.done));
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const summary: string[] = [];
for (const step of steps) {
  const { name, what } = step;
  console.log(`\n━━ ${name}: ${what}`);
  const { output, done } = begun.get(step) ?? begin(step, new Output());
  output.release();
  const { counts, seconds } = await done;
  const line = `${sentence(counts)} in ${seconds.toFixed(1)} s`;
  console.log(`━━ ${name}: ${line}`);
  summary.push(`${counts.failed ? '✖' : '✔'} ${name.padEnd(width)}  ${line}`);
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
}
console.log(`\n${summary.join('\n')}\n\n${sentence(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function apiOnPostgres(output: Output): Promise<Counts> {
  const postgres = await startPostgres();
  if ('skipped' in postgres) {
    output.write(`Skipped, no PostgreSQL server: ${postgres.skipped}\n`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  try {
    output.write(`PostgreSQL ${postgres.version}\n`);
    return await suite(output, API_TESTS, { DATABASE_URL: postgres.url });
  } finally {
    await postgres.stop();
  }
}

function pnpm(name: string, ...script: string[]): string[] {
  return ['pnpm', '--filter', `@nederlandwerkt/${name}`, 'run', ...script];
}
