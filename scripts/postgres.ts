// Starts a throw-away PostgreSQL with pgvector for tests, on a free port of this machine.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);
const asRoot = process.getuid?.() === 0;
const folderOf = (version: number) => join(import.meta.dirname, `../.cache/postgres${version}`);

/** What a script of this folder installs, and how it is run. */
interface Installation {
  version: 15 | 18;
  /** Goes before each command. PostgreSQL refuses to run as root, so both change the user. */
  as: string[];
  owner: string;
  /** The installation's folder as the command sees it. */
  seenAs: string;
}
const POSTGRES_18: Installation = {
  version: 18,
  as: ['chroot', '--userspec=5432:5432', folderOf(18)],
  owner: '5432:5432',
  seenAs: '',
};
const POSTGRES_15: Installation = {
  version: 15,
  as: asRoot ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups'] : [],
  owner: 'nobody:nogroup',
  seenAs: folderOf(15),
};

export interface Postgres {
  url: string;
  /** Such as "18.6", or where the server's address came from. */
  version: string;
  /** Stops the server and removes its data. Both happen by themselves when this process ends without it. */
  stop(): Promise<void>;
}

/**
 * The server at TEST_DATABASE_URL; without that, PostgreSQL 18 where this process is root, else 15. Installs it first
 * if need be. Any number may run at once.
 *
 * @param settings of a server that is started here, such as `{ shared_buffers: '4GB' }` for a large benchmark
 * @returns the running server, or in one line why there is none
 * @example
 * const postgres = await startPostgres();
 * if ('skipped' in postgres) console.log(postgres.skipped);
 * else await postgres.stop();
 */
export async function startPostgres(
  settings: Record<string, string> = {},
): Promise<Postgres | { skipped: string }> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, version: 'at TEST_DATABASE_URL', stop: async () => {} };
  const reasons: string[] = [];
  for (const installation of asRoot ? [POSTGRES_18, POSTGRES_15] : [POSTGRES_15]) {
    try {
      return await start(installation, settings);
    } catch (error) {
      reasons.push(`PostgreSQL ${installation.version}: ${lastLine(error)}`);
    }
  }
  return { skipped: `${reasons.join('; ')}; set TEST_DATABASE_URL to a server that has pgvector` };
}

async function start(
  { version, as, owner, seenAs }: Installation,
  settings: Record<string, string>,
): Promise<Postgres> {
  const folder = folderOf(version);
  await run(join(import.meta.dirname, `postgres${version}.sh`), [folder]);
  await mkdir(join(folder, 'data'), { recursive: true });
  const data = await mkdtemp(join(folder, 'data/'));
  if (asRoot) await run('chown', [owner, data]);
  const port = await freePort();

  // Nothing here has to survive a power cut: no fsync.
  const more = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  const command = `
    bin='${seenAs}/usr/lib/postgresql/${version}/bin'
    data='${seenAs}/data/${basename(data)}'
    "$bin/initdb" --pgdata="$data" --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >&2 &&
    exec "$bin/postgres" -D "$data" -p ${port} -k '' -c listen_addresses=127.0.0.1 -c timezone=UTC \\
      -c fsync=off -c synchronous_commit=off -c full_page_writes=off ${more.join(' ')}`;
  const server = spawn(join(import.meta.dirname, 'while-open.sh'), [data, ...as, 'sh', '-c', command], {
    stdio: ['pipe', 'ignore', 'pipe'],
    // A process group of its own: Ctrl-C must not reach it before it has cleaned up.
    detached: true,
  });
  const stop = async () => {
    const exited = once(server, 'exit');
    server.stdin.end();
    await exited;
  };

  const log = createInterface({ input: server.stderr });
  let exactVersion = '';
  let last = '';
  await new Promise<void>((ready, fail) => {
    // Stays for good: a server whose log nobody reads stops when the pipe is full.
    log.on('line', (line) => {
      last = line;
      exactVersion ||= /starting PostgreSQL (\S+)/.exec(line)?.[1] ?? '';
      if (line.includes('ready to accept connections')) ready();
    });
    log.once('close', () => fail(new Error(`it did not start: ${last}`)));
  });
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, version: exactVersion, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** What a failed script said last is the reason. */
function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr?.trim() || message).split('\n').at(-1)!;
}
