// Runs a file of the workspace on a bare machine: installs with the pinned pnpm, then starts it on the workspace's Node 24.
// usage: node scripts/run.mjs <file.ts> [arguments]. Plain JavaScript, because only Node 20.19 and npm are sure to be there.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';

const PNPM = '12.21.0';
const root = join(import.meta.dirname ?? '.', '..');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old. Install Node 20.19 or later: https://nodejs.org`);
  process.exit(1);
}

const [file, ...rest] = process.argv.slice(2);
if (!file) {
  console.error('usage: node scripts/run.mjs <file.ts> [arguments]');
  process.exit(1);
}
process.stdout.write('Checking the installed packages (the first time takes up to a minute) … ');
const install = await run(
  'npx',
  ['-y', `--package=pnpm@${PNPM}`, '--call', 'pnpm install --frozen-lockfile && command -v pnpm'],
  { quiet: true },
);
if (install.code !== 0) {
  console.error(`failed\n\n${install.output}\nThe packages could not be installed; the reason stands above.`);
  process.exit(install.code);
}
console.log('ready');
// Scripts of the packages call pnpm and Node by name: let them find the pinned ones.
const pnpm = dirname(install.stdout.trimEnd().split('\n').at(-1));
process.env.PATH = [join(root, 'node_modules/.bin'), pnpm, process.env.PATH].join(delimiter);
process.exit((await run('node', [join(root, file), ...rest])).code);

/**
 * Runs a command to its end. Signals that reach us go on to it, so that it stops in its own way and nothing stays behind.
 *
 * @param {{ quiet?: boolean }} [options] quiet: keep the output instead of showing it
 * @returns {Promise<{ code: number, stdout: string, output: string }>} code: 128 + n when signal n ended it, as shells
 *   do; output: stdout and stderr
 */
function run(command, args, { quiet = false } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    // Where the user stands; npm sets it, a direct call does not.
    env: { INIT_CWD: process.cwd(), ...process.env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  let stdout = '';
  let output = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const forward = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve) => {
    const end = (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve({ code, stdout, output });
    };
    child.once('error', (error) => {
      output += `${command}: ${error.message}\n`;
      end(1);
    });
    child.once('close', (code, signal) => end(code ?? 128 + constants.signals[signal]));
  });
}
