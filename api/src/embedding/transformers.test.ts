// A sentence-transformer from a folder: a tiny real model that this test writes, run by the real library.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { TINY_WORDS, writeTinyModel } from './tiny-model.ts';
import { type TransformersLibrary, transformersEmbedder } from './transformers.ts';
import { dot, normalize } from './vector.ts';

const LIBRARY = '@huggingface/transformers@4.3.1';
const CACHE = join(import.meta.dirname, '../../../.cache/transformers');

const library = await readyLibrary();

describe('a sentence-transformer', { skip: 'skipped' in library && library.skipped }, () => {
  async function open(t: { after: (work: () => Promise<void>) => void }, prefix?: string) {
    const folder = await mkdtemp(join(tmpdir(), 'nw-model-'));
    t.after(() => rm(folder, { recursive: true }));
    await writeTinyModel(join(folder, 'tiny'));
    return transformersEmbedder(join(folder, 'tiny'), {
      prefix,
      library: async () => library as TransformersLibrary,
    });
  }
  const meanOf = (...words: string[]) =>
    normalize(
      Float32Array.from({ length: 4 }, (_, i) => words.reduce((sum, word) => sum + TINY_WORDS[word]![i]!, 0)),
    );
  const assertNear = (a: Float32Array, b: Float32Array) =>
    assert.ok(Math.abs(dot(a, b) - 1) < 1e-6, `${a} is not ${b}`);

  test('is the mean of its tokens, scaled to length 1, without the padding of a batch', async (t) => {
    const embedder = await open(t);
    assert.equal(embedder.dimensions, 4);
    const [one, three, nothing] = await embedder.embed(['Bakker', 'bakker brood lasser', '...']);
    assertNear(one!, meanOf('bakker'));
    assertNear(three!, meanOf('bakker', 'brood', 'lasser'));
    assert.deepEqual(nothing, new Float32Array(4), 'a text without words is zeros');
  });

  test('gives the same alone as among many', async (t) => {
    const embedder = await open(t);
    const texts = Array.from({ length: 100 }, (_, i) => (i % 2 ? 'brood' : 'bakker lasser'));
    const vectors = await embedder.embed(texts);
    assert.equal(vectors.length, 100);
    assertNear(vectors[99]!, meanOf('brood'));
    assertNear(vectors[98]!, meanOf('bakker', 'lasser'));
  });

  test('puts the prefix before every text, and is another embedder with it', async (t) => {
    const [plain, prefixed] = [await open(t), await open(t, 'query ')];
    const [vector] = await prefixed.embed(['bakker']);
    assertNear(vector!, meanOf('query', 'bakker'));
    assert.match(plain.id, /^transformers-tiny-[0-9a-f]{12}$/);
    assert.notEqual(plain.id, prefixed.id);
  });

  test('has the same name for the same files, wherever they are', async (t) => {
    assert.equal((await open(t)).id, (await open(t)).id);
  });

  test('fetches nothing: only what is in the folder is loaded', async (t) => {
    await open(t);
    assert.equal((library as TransformersLibrary).env.allowRemoteModels, false);
  });
});

test('without the library, the error says what to install', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'nw-model-'));
  t.after(() => rm(folder, { recursive: true }));
  await writeTinyModel(folder);
  let isInstalled = true;
  await import('@huggingface/transformers' as string).catch(() => {
    isInstalled = false;
  });
  if (isInstalled) return t.skip('it is installed');
  await assert.rejects(
    transformersEmbedder(folder),
    /needs the package @huggingface\/transformers\. Install it: npx/,
  );
});

/**
 * The library where it is installed; else it is put into .cache/, beside the PostgreSQL of the tests, because it is too
 * large to come along with every clone.
 */
async function readyLibrary(): Promise<TransformersLibrary | { skipped: string }> {
  const load = async (): Promise<TransformersLibrary> =>
    import(createRequire(join(CACHE, 'package.json')).resolve('@huggingface/transformers'));
  try {
    return await load().catch(async () => {
      await promisify(execFile)('npm', [
        'install',
        '--prefix',
        CACHE,
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        LIBRARY,
      ]);
      return load();
    });
  } catch (error) {
    return { skipped: `${LIBRARY} could not be installed: ${(error as Error).message.split('\n').at(-1)}` };
  }
}
