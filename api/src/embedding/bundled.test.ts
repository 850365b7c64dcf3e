// The bundled embedder: the same text gives the same vector of length 1, and what means the same is near, in any language.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundledEmbedder, ngramEmbedder } from './bundled.ts';
import { dot } from './vector.ts';
import { decodeWeights, encodeWeights } from './weights.ts';

const embedder = bundledEmbedder();
const closeness = async (a: string, b: string) => {
  const [x, y] = await embedder.embed([a, b]);
  return dot(x!, y!);
};

test('a text gives one vector of length 1, the same each time, whatever it is asked with', async () => {
  const [alone] = await embedder.embed(['broodbakker']);
  const [, among] = await embedder.embed(['lasser', 'broodbakker', '']);
  assert.equal(alone!.length, embedder.dimensions);
  assert.ok(Math.abs(dot(alone!, alone!) - 1) < 1e-5);
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
    assert.ok((await closeness(word, near)) > 0.2 + (await closeness(word, far)), `${word}, ${near}, ${far}`);
  }
});

test('words of different languages that mean the same are nearer than others', async () => {
  for (const [word, near, far] of [
    ['зварювальник', 'lasser', 'kapper'],
    ['nurse', 'verpleegkundige', 'timmerman'],
    ['خياط', 'kleermaker', 'loodgieter'],
    ['Buchhalter', 'accountant', 'welder'],
    ['öğretmen', 'leraar', 'chauffeur'],
  ] as const) {
    assert.ok((await closeness(word, near)) > 0.2 + (await closeness(word, far)), `${word}, ${near}, ${far}`);
  }
});

test('weights are four bits a number, each row to its own scale', () => {
  const numbers = Float32Array.from([0.7, -0.7, 0.1, 0, 0, 0, 0, 0, 7, 3, -1, 0]);
  const table = decodeWeights(encodeWeights(numbers, 3, 4));
  const back = Array.from(table.numbers, (number, i) => number * table.scales[Math.floor(i / 4)]!);
  for (const [i, number] of numbers.entries()) assert.ok(Math.abs(back[i]! - number) < 1e-6, `${i}`);
});

test('weights of another form or size are refused', () => {
  assert.throws(() => ngramEmbedder(new Uint8Array(30)), RangeError);
  const whole = encodeWeights(new Float32Array(8), 2, 4);
  assert.throws(() => ngramEmbedder(whole.subarray(0, whole.length - 1)), /should have/);
});
