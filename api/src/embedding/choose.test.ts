// The configuration's word becomes an embedder, or an error that says what to do.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readConfig } from '../config.ts';
import { bundledEmbedder } from './bundled.ts';
import { chooseEmbedder } from './choose.ts';

test('nothing said is the bundled embedder', async () => {
  const { id, dimensions } = await chooseEmbedder(readConfig({}));
  const bundled = bundledEmbedder();
  assert.deepEqual([id, dimensions], [bundled.id, bundled.dimensions]);
});

test('a folder without a model is named with what it lacks', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'nw-model-'));
  t.after(() => rm(folder, { recursive: true }));
  await assert.rejects(
    chooseEmbedder(readConfig({ NW_EMBEDDER: `transformers:${folder}` })),
    /lacks config\.json, tokenizer\.json, onnx\/model\.onnx or /,
  );
});
