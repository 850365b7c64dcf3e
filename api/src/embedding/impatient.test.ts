// An embedder that fails, hangs or comes back, as answers see it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createApp } from '../app.ts';
import { createServices } from '../services.ts';
import { testApi } from '../testing.ts';
import { EmbedderAway, impatient, withoutMeaning } from './impatient.ts';

const VECTOR = Float32Array.of(1, 0);
const embedderOf = (embed: (texts: string[]) => Promise<Float32Array[]>) => ({
  id: 'x',
  dimensions: 2,
  embed,
});

describe('an embedder for answers', () => {
  test('gives what the embedder gives', async () => {
    const embedder = impatient(embedderOf(async (texts) => texts.map(() => VECTOR)));
    assert.deepEqual(await embedder.embed(['a', 'b']), [VECTOR, VECTOR]);
    assert.deepEqual([embedder.id, embedder.dimensions], ['x', 2]);
  });

  test('is left alone for a while after it failed, and then asked again', async () => {
    let asked = 0;
    const embedder = impatient(
      embedderOf(async () => {
        asked++;
        if (asked === 1) throw new Error('the endpoint answered 503');
        return [VECTOR];
      }),
      { rest: 50 },
    );
    await assert.rejects(embedder.embed(['a']), EmbedderAway);
    await assert.rejects(embedder.embed(['a']), EmbedderAway);
    assert.equal(asked, 1);
    while (
      await embedder.embed(['a']).then(
        () => false,
        () => true,
      )
    );
    assert.equal(asked, 2);
  });

  test('is not waited for for ever', async () => {
    const embedder = impatient(
      embedderOf(() => new Promise(() => {})),
      { patience: 10 },
    );
    await assert.rejects(embedder.embed(['a']), /longer than 10 ms/);
  });

  test('hides no other error', () => {
    assert.deepEqual(withoutMeaning(new EmbedderAway()), []);
    assert.throws(() => withoutMeaning(new TypeError('a bug')), TypeError);
  });
});

test('suggestions, extractions, the search and matches answer by words alone while the embedder is away', async () => {
  const { sql, ranker, embedder, newPartner } = await testApi();
  const { secret } = await newPartner();
  const away = { ...embedder, embed: () => Promise.reject(new Error('the endpoint answered 503')) };
  const app = createApp(createServices(sql, away, ranker));
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await app.request(`/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    assert.equal(answer.status, 200, path);
    return (await answer.json()) as {
      items: { id: string }[];
      occupations: { occupation: { id: string } }[];
    };
  };
  const text = 'Ik heb jaren brood gebakken als bakker.';
  assert.ok((await ask('POST', '/skill-suggestions', { text })).items.length >= 10);
  const found = await ask('POST', '/skill-extractions', { text });
  assert.ok(found.occupations.some(({ occupation }) => occupation.id === 'baker'));
  assert.equal((await ask('GET', '/occupations?q=bakkker')).items[0]!.id, 'baker');
  await ask('POST', '/vacancy-matches', { query: 'bakkker' });
});
