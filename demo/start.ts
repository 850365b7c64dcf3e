// `npm run demo`: the API with its made-up people and vacancies, and a street of partner sites that embed the widget.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addresses, fill, requireFreePorts } from './addresses.ts';
import { buildWidget, widgetFolder } from './build-widget.ts';
import { listen, siteApp, widgetApp } from './serve.ts';

const SITES = ['municipality', 'school', 'employer'] as const;

/** What is undone, last first, when the demo stops. */
const cleanUps: (() => unknown)[] = [];
let stopping = false;

// Ctrl-C may reach us twice, from the terminal and from npm: the first is enough.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
await start().catch(fail);

async function start(): Promise<void> {
  const all = addresses();
  await requireFreePorts(all);

  const folder = await mkdtemp(join(tmpdir(), 'nw-demo-'));
  cleanUps.push(() => rm(folder, { recursive: true }));
  const partners = join(folder, 'partners.json');
  await writeFile(partners, fill(await readFile(join(import.meta.dirname, 'partners.json'), 'utf8'), all));
  await Promise.all([startApi(all.api.port, partners), buildWidget()]);

  for (const site of SITES) {
    cleanUps.push(await listen(siteApp(join(import.meta.dirname, site), all), all[site].port));
  }
  cleanUps.push(await listen(widgetApp(widgetFolder), all.widget.port));

  console.log(`
The demo is ready after ${(performance.now() / 1000).toFixed(1)} s. All people, vacancies and organisations in it are made up.

  Gemeente Waterdorp   ${all.municipality.url}   find work; sign up at /aanmelden
  ROC De Horizon       ${all.school.url}   sign up on a course page
  Bakkerij Van Dijk    ${all.employer.url}   find a place at an employer
  API                  ${all.api.url}/v1/openapi.json

Stop with Ctrl-C.`);
  process.send?.({ ready: true });
}

/** Resolves when the API listens: it first migrates, imports and seeds, and shows how far it is. */
async function startApi(port: number, partners: string): Promise<void> {
  const cli = join(import.meta.dirname, '../api/src/cli.ts');
  const options = ['--demo', '--port', String(port), '--partners', partners, ...process.argv.slice(2)];
  const api: ChildProcess = spawn(process.execPath, [cli, 'serve', ...options], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A process group of its own: Ctrl-C reaches us only, and we tell it once to stop in order.
    detached: true,
  });
  const exited = once(api, 'exit');
  cleanUps.push(async () => {
    api.kill('SIGTERM');
    await exited;
  });
  const failed = exited.then(([code, signal]) => {
    throw new Error(`The API stopped (${signal ?? `exit code ${code}`}); it says why above.`);
  });
  await Promise.race([once(api, 'message'), failed]);
  failed.catch(fail);
}

function fail(error: Error): Promise<void> | void {
  if (stopping) return;
  console.error(error.message);
  return stop(1);
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
  process.exit(code);
}
