// Runs a command as a check, and counts what passed and failed in it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
type Env = Record<string, string | undefined>;

const root = join(import.meta.dirname, '..');
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A command that is right or wrong as a whole, counted as one. */
export async function check(...command: string[]): Promise<Counts> {
  const { code } = await run(command);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * A command that runs tests and prints how many. It counts as one failure when it runs none, or fails outside of them.
 *
 * @param env added to the environment; undefined takes a variable away
 */
export async function suite(command: string[], env: Env = {}): Promise<Counts> {
  const { code, output } = await run(command, env);
  const counts = readCounts(output);
  const ran = counts.passed + counts.failed + counts.skipped;
  if (ran === 0) console.log('No test ran.');
  if (counts.failed === 0 && (ran === 0 || code !== 0)) counts.failed = 1;
  return counts;
}

/** @example sentence({ passed: 3, failed: 0, skipped: 1 }) // '3 passed, 0 failed, 1 skipped' */
export function sentence({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** The last totals that a test runner printed: Node's lines "ℹ pass 3", or the one line "3 passed, 0 failed". */
function readCounts(output: string): Counts {
  const last = (pattern: string) => [...output.matchAll(new RegExp(`^${pattern}$`, 'gm'))].at(-1)?.[1];
  const node = (name: string) => Number(last(`ℹ ${name} (\\d+)`) ?? 0);
  return {
    passed: Number(last('(\\d+) passed, \\d+ failed.*') ?? node('pass')),
    failed: Number(last('\\d+ passed, (\\d+) failed.*') ?? node('fail') + node('cancelled')),
    skipped: Number(last('\\d+ passed, \\d+ failed, (\\d+) skipped') ?? node('skipped') + node('todo')),
  };
}

/** Shows what the command prints, and keeps it. The whole group of processes stops when we are told to. */
function run([command, ...args]: string[], env: Env = {}): Promise<{ code: number | null; output: string }> {
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
  for (const signal of SIGNALS) process.once(signal, stopGroup);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    process.stdout.write(text);
    output += text;
  });
  return new Promise((resolve) => {
    const end = (code: number | null) => {
      for (const signal of SIGNALS) process.off(signal, stopGroup);
      resolve({ code, output: stripVTControlCharacters(output) });
    };
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      end(null);
    });
    child.once('close', end);
  });
}
