// Every check of the project, one after another, and at the end their counts: `npm test`, or `npm test -- --only api`.
import { parseArgs } from 'node:util';
import { type Counts, check, sentence, suite } from './checks.ts';
import { startPostgres } from './postgres.ts';

interface Step {
  name: string;
  what: string;
  run: () => Promise<Counts>;
}

const NODE_TEST = ['node', '--test', '--test-reporter=spec'];
// The API's tests share one database, so they share one process.
const API_TESTS = [...NODE_TEST, '--test-isolation=none', '--test-force-exit', 'api/src/**/*.test.ts'];
// Biome colours its text also in a file.
const COLOURS = process.stdout.isTTY ? [] : ['--colors=off'];

const STEPS: Step[] = [
  { name: 'format', what: 'format and lint', run: () => check('biome', 'ci', ...COLOURS) },
  { name: 'types:api', what: 'types of api, openapi, demo, scripts', run: () => check('tsc', '-p', '.') },
  { name: 'types:sdk', what: 'types of the SDK', run: () => check('tsc', '-p', 'sdk') },
  { name: 'types:widget', what: 'types of the widget', run: () => check(...pnpm('widget', 'typecheck')) },
  {
    name: 'drift:openapi',
    what: 'openapi.json is what the API says',
    run: () => check('node', 'api/src/cli.ts', 'openapi', '--check'),
  },
  {
    name: 'drift:model',
    what: "the embedder's weights were learned from these labels",
    run: () => check('node', 'api/src/cli.ts', 'model', 'train', '--check'),
  },
  {
    name: 'drift:sdk',
    what: "the SDK's types are what openapi.json says",
    run: () => check(...pnpm('openapi', 'generate', '--check')),
  },
  {
    name: 'drift:localization',
    what: "the widget's translations are complete and compiled",
    run: () => check('node', 'scripts/check-localization.ts'),
  },
  {
    name: 'api:embedded',
    what: 'API on the embedded database',
    run: () => suite(API_TESTS, { DATABASE_URL: undefined }),
  },
  { name: 'api:postgresql', what: 'API on a PostgreSQL server', run: apiOnPostgres },
  { name: 'bench', what: 'benchmarks', run: () => suite([...NODE_TEST, 'api/bench/**/*.test.ts']) },
  { name: 'sdk', what: 'SDK', run: () => suite([...NODE_TEST, 'sdk/src/**/*.test.ts']) },
  { name: 'widget', what: 'widget, in a browser', run: () => suite(pnpm('widget', 'test')) },
  { name: 'widget:build', what: 'build of the widget', run: () => check(...pnpm('widget', 'build')) },
  {
    name: 'quality',
    what: 'quality on the starter sets, by a model that never saw the tested labels',
    // As on a machine without the reference data, wherever this runs.
    run: () => check('node', 'api/bench/quality.ts', '--data', 'none', '--out', '.cache/quality'),
  },
  {
    name: 'match-quality',
    what: 'quality of the ranking on the judged set of the starter taxonomy',
    run: () => check('node', 'api/bench/match-quality.ts', '--data', 'none', '--out', '.cache/match-quality'),
  },
  { name: 'demo', what: 'demo, in a browser', run: () => suite([...NODE_TEST, 'demo/*.test.ts']) },
];

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
const steps = STEPS.filter(({ name }) => !only || name === only || name.startsWith(`${only}:`));
if (steps.length === 0) {
  console.error(`There is no step "${only}". Choose one of: ${STEPS.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

const width = Math.max(...steps.map(({ name }) => name.length));
for (const { name, what } of steps) console.log(`${name.padEnd(width)}  ${what}`);

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const summary: string[] = [];
for (const { name, what, run } of steps) {
  console.log(`\n━━ ${name}: ${what}`);
  const start = performance.now();
  const counts = await run();
  const line = `${sentence(counts)} in ${((performance.now() - start) / 1000).toFixed(1)} s`;
  console.log(`━━ ${name}: ${line}`);
  summary.push(`${counts.failed ? '✖' : '✔'} ${name.padEnd(width)}  ${line}`);
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
}
console.log(`\n${summary.join('\n')}\n\n${sentence(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function apiOnPostgres(): Promise<Counts> {
  const postgres = await startPostgres();
  if ('skipped' in postgres) {
    console.log(`Skipped, no PostgreSQL server: ${postgres.skipped}`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  try {
    console.log(`PostgreSQL ${postgres.version}`);
    return await suite(API_TESTS, { DATABASE_URL: postgres.url });
  } finally {
    await postgres.stop();
  }
}

function pnpm(name: string, ...script: string[]): string[] {
  return ['pnpm', '--filter', `@nederlandwerkt/${name}`, 'run', ...script];
}
