// Requests about the same person or vacancy that arrive together: each gets a whole answer, or is told that it is gone.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testApi } from './testing.ts';

const { newPartner } = await testApi();
const ROUNDS = 10;
const BAKER = { title: 'Bakker', place: { text: 'Emmen' } };

describe('at the same moment', () => {
  test('a profile is deleted, read, changed and matched', async () => {
    const { signUp, server } = await newPartner();
    const { vacancy } = (await server('POST', '/v1/vacancies', BAKER)).body;
    for (let round = 0; round < ROUNDS; round++) {
      const { id, person } = await signUp({
        occupations: [{ occupation: { id: 'baker' } }],
        place: BAKER.place,
      });
      const path = `/v1/candidates/${id}`;
      const answers = await Promise.all([
        server('GET', `/v1/vacancies/${vacancy.id}/candidate-matches`),
        person('PATCH', path, { name: 'Amina', skills: [{ id: 'bake-bread' }] }),
        person('GET', path),
        person('DELETE', path),
        person('GET', `${path}/vacancy-matches`),
        person('PATCH', path, { occupations: [{ occupation: { id: 'cook' } }] }),
        server('GET', `/v1/vacancies/${vacancy.id}/candidate-matches`),
      ]);
      for (const { status } of answers) assert.ok([200, 204, 404].includes(status), String(status));
      assert.equal((await person('GET', path)).status, 404);
    }
  });

  test('a vacancy is closed, replaced and matched', async () => {
    const { server, page } = await newPartner();
    for (let round = 0; round < ROUNDS; round++) {
      const { vacancy } = (await server('POST', '/v1/vacancies', BAKER)).body;
      const path = `/v1/vacancies/${vacancy.id}`;
      const answers = await Promise.all([
        page('POST', '/v1/vacancy-matches', { query: 'bakker', place: BAKER.place }),
        server('PUT', path, { ...BAKER, title: 'Kok' }),
        server('POST', `${path}/closures`, { reason: 'filled' }),
        server('PUT', path, BAKER),
        server('GET', `${path}/candidate-matches`),
      ]);
      for (const { status } of answers) assert.ok([200, 409].includes(status), String(status));
      assert.equal((await server('GET', path)).body.status, 'closed');
      const { items } = (await page('POST', '/v1/vacancy-matches', { query: 'bakker', place: BAKER.place }))
        .body;
      assert.ok(!items.some((item: { vacancy: { id: string } }) => item.vacancy.id === vacancy.id));
    }
  });

  test('many sign up, and each gets a profile and a token of their own', async () => {
    const { signUp } = await newPartner();
    const people = await Promise.all(Array.from({ length: 20 }, (_, i) => signUp({ name: `Person ${i}` })));
    assert.equal(new Set(people.map(({ id }) => id)).size, 20);
    for (const [i, { id, person }] of people.entries()) {
      assert.equal((await person('GET', `/v1/candidates/${id}`)).body.name, `Person ${i}`);
    }
  });
});
