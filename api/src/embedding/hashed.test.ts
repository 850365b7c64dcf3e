// The bundled embedder: the same text gives the same vector of length 1, and like words are near each other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundledEmbedder, hashedEmbedder, IDF_BUCKETS, trainIdf } from './hashed.ts';
import { dot } from './vector.ts';

const embedder = bundledEmbedder();
const closeness = async (a: string, b: string) => {
  const [x, y] = await embedder.embed([a, b]);
  return dot(x!, y!);
};

test('a text gives one vector of length 1, the same each time, whatever it is asked with', async () => {
  const [alone] = await embedder.embed(['broodbakker']);
  const [, among] = await embedder.embed(['lasser', 'broodbakker', '']);
  assert.equal(alone!.length, embedder.dimensions);
  assert.ok(Math.abs(dot(alone!, alone!) - 1) < 1e-6);
  assert.deepEqual(alone, among);
});

test('a text without letters or digits gives zeros', async () => {
  for (const text of ['', '!!!', '   ']) {
    const [vector] = await embedder.embed([text]);
    assert.ok(
      vector!.every((coordinate) => coordinate === 0),
      text,
    );
  }
});

test('words with the same parts are nearer than others, in every script', async () => {
  for (const [word, near, far] of [
    ['bakker', 'broodbakker', 'verpleegkundige'],
    ['loodgieter', 'loodgeiter', 'boekhouder'],
    ['програміст', 'програмист', 'перукар'],
    ['خباز', 'الخباز', 'سباك'],
  ] as const) {
    assert.ok(
      (await closeness(word, near)) > 2 * Math.max(0.1, await closeness(word, far)),
      `${word}, ${near}, ${far}`,
    );
  }
});

test('rare parts of words weigh more than those of many words', () => {
  const idf = trainIdf(['medewerker bakkerij', 'medewerker winkel', 'medewerker magazijn']);
  assert.equal(idf.length, IDF_BUCKETS);
  assert.ok(new Set(idf).size > 1);
});

test('weights of another size are refused', () => {
  assert.throws(() => hashedEmbedder(new Uint8Array(3)), RangeError);
});
