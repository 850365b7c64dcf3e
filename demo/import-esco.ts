// `npm run demo:esco -- <folder>...`: puts official ESCO files into the demo's database. The demo must not be running.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { addresses } from './addresses.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('usage: npm run demo:esco -- <folder with ESCO CSV files>...');
  process.exit(1);
}
// The embedded database belongs to one process at a time; a server takes many.
if (!process.env.DATABASE_URL && (await isRunning())) {
  console.error(
    'The demo is running and has its database open. Stop it (Ctrl-C), import, and start it again.',
  );
  process.exit(1);
}

// Folders are named from where the user stands, which npm keeps in INIT_CWD.
const from = process.env.INIT_CWD ?? process.cwd();
const cli = join(import.meta.dirname, '../api/src/cli.ts');
const command = ['taxonomy', 'import', 'esco', ...folders.map((folder) => resolve(from, folder))];
const child = spawn(process.execPath, [cli, ...command], { stdio: 'inherit' });
// The import stops in its own way, and nothing half-imported stays.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
const [code] = await once(child, 'exit');
process.exit(code ?? 130);

async function isRunning(): Promise<boolean> {
  return fetch(`${addresses().api.url}/v1/health`).then(
    () => true,
    () => false,
  );
}
