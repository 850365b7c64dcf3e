// Every check of the project, one after another, and at the end their counts: `npm test`, or `npm test -- --only api`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { startPostgres } from './postgres.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
interface Step {
  name: string;
  what: string;
  run: () => Promise<Counts>;
}

const root = join(import.meta.dirname, '..');
const NODE_TEST = ['node', '--test', '--test-reporter=spec'];
// The API's tests share one database, so they share one process.
const API_TESTS = [...NODE_TEST, '--test-isolation=none', '--test-force-exit', 'api/src/**/*.test.ts'];

const STEPS: Step[] = [
  { name: 'format', what: 'format and lint', run: () => check('biome', 'ci') },
  { name: 'types:api', what: 'types of api, openapi, demo, scripts', run: () => check('tsc', '-p', '.') },
  { name: 'types:sdk', what: 'types of the SDK', run: () => check('tsc', '-p', 'sdk') },
  { name: 'types:widget', what: 'types of the widget', run: () => check(...pnpm('widget', 'typecheck')) },
  {
    name: 'drift:openapi',
    what: 'openapi.json is what the API says',
    run: () => check('node', 'api/src/cli.ts', 'openapi', '--check'),
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
  { name: 'api:embedded', what: 'API on the embedded database', run: () => suite(API_TESTS) },
  { name: 'api:postgresql', what: 'API on a PostgreSQL server', run: apiOnPostgres },
  { name: 'sdk', what: 'SDK', run: () => suite([...NODE_TEST, 'sdk/src/**/*.test.ts']) },
  { name: 'widget', what: 'widget, in a browser', run: () => suite(pnpm('widget', 'test')) },
  { name: 'widget:build', what: 'build of the widget', run: () => check(...pnpm('widget', 'build')) },
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

/** A command that is right or wrong as a whole. */
async function check(...command: string[]): Promise<Counts> {
  const { code } = await run(command);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** A command that runs tests and says how many. One that says nothing, or fails without naming a test, is a failure. */
async function suite(command: string[], env: Record<string, string> = {}): Promise<Counts> {
  const { code, output } = await run(command, env);
  const counts = count(output);
  if (counts.passed + counts.failed === 0) console.log('No test ran.');
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
  return counts;
}

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

/** Runs a command in a process group of its own, shows what it prints, and stops the whole group when we are stopped. */
function run(
  [command, ...args]: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; output: string }> {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(command!, args, {
    cwd: root,
    env: { ...process.env, ...colour, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const stopGroup = (signal: NodeJS.Signals) => {
    process.kill(-child.pid!, signal);
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stopGroup);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    process.stdout.write(text);
    output += text;
  });
  return new Promise((resolve) => {
    const end = (code: number | null) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, stopGroup);
      resolve({ code, output: stripVTControlCharacters(output) });
    };
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      end(null);
    });
    child.once('close', end);
  });
}

/** Reads the last totals in what a test runner printed: Node's "ℹ pass 3", or a line "3 passed, 0 failed". */
function count(output: string): Counts {
  const node = (name: string) =>
    Number(
      output
        .match(new RegExp(`^ℹ ${name} (\\d+)$`, 'gm'))
        ?.at(-1)
        ?.split(' ')[2] ?? 0,
    );
  const line = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  if (line) return { passed: Number(line[1]), failed: Number(line[2]), skipped: Number(line[3] ?? 0) };
  return {
    passed: node('pass'),
    failed: node('fail') + node('cancelled'),
    skipped: node('skipped') + node('todo'),
  };
}

function sentence({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
