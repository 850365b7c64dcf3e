// A signal in the middle of preparing ends the process in order: nothing half-done, no files left behind.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

// The embedded database has files to leave behind; once, in the run on it, is enough.
test('a server that is stopped while it imports leaves no socket and no lock', {
  skip: Boolean(process.env.DATABASE_URL),
}, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'nw-test-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const temporary = join(folder, 'tmp');
  await mkdir(temporary);
  const server = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), 'serve', '--port', '0'], {
    env: { ...process.env, NW_DATA: join(folder, 'data'), TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(server, 'exit');
  let said = '';
  for await (const text of server.stderr.setEncoding('utf8')) {
    said += text;
    if (!said.includes('Writing concepts')) continue;
    // Twice, as from a terminal and from npm.
    server.kill('SIGTERM');
    server.kill('SIGTERM');
    break;
  }
  assert.deepEqual(await exited, [130, null], said);
  assert.deepEqual(await readdir(temporary), []);
  assert.deepEqual(await readdir(folder), ['data', 'tmp']);
});
