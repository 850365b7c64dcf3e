// Configuration from the environment: defaults that work, and mistakes named by variable.
import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readConfig } from './config.ts';

test('nothing needs to be set', () => {
  const config = readConfig({});
  assert.deepEqual([config.DATABASE_URL, config.HOST, config.PORT], [undefined, '127.0.0.1', 4100]);
  assert.deepEqual(readConfig({ DATABASE_URL: '', NW_DATA: '', PORT: '' }), config, 'empty is not set');
});

test('a folder may begin with the home folder', () => {
  assert.equal(readConfig({ NW_DATA: '~/nw' }).NW_DATA, join(homedir(), 'nw'));
});

test('an embedder is the bundled one, a folder, or an endpoint with a model', () => {
  const chosen = (NW_EMBEDDER: string) => readConfig({ NW_EMBEDDER }).NW_EMBEDDER;
  assert.deepEqual(chosen(''), { kind: 'bundled' });
  assert.deepEqual(chosen('transformers:../models/e5'), { kind: 'transformers', folder: '../models/e5' });
  assert.deepEqual(chosen('openai:http://127.0.0.1:8080/v1/#BAAI/bge-m3'), {
    kind: 'openai',
    baseUrl: 'http://127.0.0.1:8080/v1',
    model: 'BAAI/bge-m3',
  });
  for (const wrong of [
    'word2vec',
    'transformers:',
    'openai:https://api.example/v1',
    'openai:ftp://a#b',
    'openai:#m',
  ]) {
    assert.throws(
      () => chosen(wrong),
      /NW_EMBEDDER: write bundled, transformers:<folder> or openai:<base url>#<model>, not "/,
      wrong,
    );
  }
});

test('every variable that is wrong is named at once', () => {
  assert.throws(
    () => readConfig({ DATABASE_URL: 'mysql://x', PORT: '70000', NW_CONNECTIONS: '0' }),
    /DATABASE_URL must look like postgres:.*PORT:.*NW_CONNECTIONS:/,
  );
});
