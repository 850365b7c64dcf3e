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

/** Where a command's words go: on the screen, or kept until its turn when it runs beside another. */
export class Output {
  #kept: string[] | undefined;

  constructor({ kept = false } = {}) {
    this.#kept = kept ? [] : undefined;
  }

  get isLive(): boolean {
    return this.#kept === undefined;
  }

  write(text: string): void {
    if (this.#kept) this.#kept.push(text);
    else process.stdout.write(text);
  }

  /** Shows what was kept, and from here on everything at once. */
  release(): void {
    const kept = this.#kept ?? [];
    this.#kept = undefined;
    for (const text of kept) process.stdout.write(text);
  }
}

const root = join(import.meta.dirname, '..');
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A command that is right or wrong as a whole, counted as one. */
export async function check(output: Output, ...command: string[]): Promise<Counts> {
  const { code } = await run(output, command);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * A command that runs tests and prints how many. It counts as one failure when it runs none, or fails outside of them.
 *
 * @param env added to the environment; undefined takes a variable away
 */
export async function suite(output: Output, command: string[], env: Env = {}): Promise<Counts> {
  const { code, text } = await run(output, command, env);
  const counts = readCounts(text);
  const ran = counts.passed + counts.failed + counts.skipped;
  if (ran === 0) output.write('No test ran.\n');
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

/** Groups of processes that run now, by the id of the first. All stop when we are told to. */
const groups = new Set<number>();
for (const signal of SIGNALS) {
  process.once(signal, () => {
    for (const group of groups) process.kill(-group, signal);
    process.exit(130);
  });
}

/** Passes on what the command prints, and keeps it. */
function run(
  output: Output,
  [command, ...args]: string[],
  env: Env = {},
): Promise<{ code: number | null; text: string }> {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(command!, args, {
    cwd: root,
    env: { ...process.env, ...colour, ...env },
    // A bar of progress needs the screen itself.
    stdio: ['ignore', 'pipe', output.isLive ? 'inherit' : 'pipe'],
    detached: true,
  });
  if (child.pid) groups.add(child.pid);
  let text = '';
  child.stdout!.setEncoding('utf8').on('data', (part: string) => {
    output.write(part);
    text += part;
  });
  child.stderr?.setEncoding('utf8').on('data', (part: string) => output.write(part));
  return new Promise((resolve) => {
    const end = (code: number | null) => {
      if (child.pid) groups.delete(child.pid);
      resolve({ code, text: stripVTControlCharacters(text) });
    };
    child.once('error', (error) => {
      output.write(`${command}: ${error.message}\n`);
      end(null);
    });
    child.once('close', end);
  });
}
