// What is published is plain JavaScript with types: it can be built, and loaded as it is.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const sdk = join(import.meta.dirname, '..');

test('builds into JavaScript that loads, with its types beside it', async () => {
  await promisify(execFile)('pnpm', ['run', 'build'], { cwd: sdk });
  const built = join(sdk, 'dist/index.js');
  const { NederlandWerkt } = await import(built);
  assert.ok(new NederlandWerkt({ key: 'nw_pk_test' }).places);
  assert.ok(existsSync(join(sdk, 'dist/index.d.ts')));
});
