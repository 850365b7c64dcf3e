// The SDK runs in a browser: it bundles for one, and works where nothing of Node is there.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';

const bundle = await build({
  entryPoints: [join(import.meta.dirname, 'index.ts')],
  bundle: true,
  format: 'iife',
  globalName: 'sdk',
  platform: 'browser',
  minify: true,
  metafile: true,
  write: false,
});
const [{ text, contents }] = bundle.outputFiles as [{ text: string; contents: Uint8Array }];

test('imports nothing of Node', () => {
  const imported = Object.values(bundle.metafile.inputs).flatMap((input) => input.imports);
  assert.deepEqual(
    imported.filter(({ path }) => path.startsWith('node:')),
    [],
  );
});

test('works with what a browser has, and only that', async () => {
  const answer = async (request: Request) => Response.json({ asked: request.url });
  const browser = { Request, Response, Headers, FormData, URLSearchParams, fetch: answer };
  const search = `${text}; new sdk.NederlandWerkt({ key: 'nw_pk_test' }).places.search('Utr')`;
  const { asked } = await runInNewContext(search, browser);
  assert.equal(asked, 'http://localhost:4100/v1/places?q=Utr');
});

test('stays small: less than 12 KB, minified', () => {
  assert.ok(contents.length < 12_000, `${contents.length} bytes`);
});
