// What is wrong with a vacancy is said at once, with where it stands; and nothing of it is kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApi } from '../testing.ts';

const { newPartner } = await testApi();
const { server } = await newPartner();
const NOBODY = '00000000-0000-4000-8000-000000000000';
const pointers = (body: { errors: { pointer: string }[] }) =>
  body.errors.map((error) => error.pointer).sort();

test('all ids and places that do not exist are named at once, and nothing is kept', async () => {
  const { status, body } = await server('POST', '/v1/vacancies', {
    title: 'Bakker',
    place: { text: 'Qqqqqqqq' },
    occupation: { id: 'no-such-occupation' },
    skills: [{ skill: { id: 'bake-bread' } }, { skill: { id: 'no-such-skill' } }, { skill: { id: 'baker' } }],
  });
  assert.equal(status, 400);
  assert.deepEqual(pointers(body), ['#/occupation', '#/place', '#/skills/1/skill', '#/skills/2/skill']);
  assert.deepEqual((await server('GET', '/v1/vacancies')).body.items, []);
});

test('a place that is not there by its id is an error too', async () => {
  const { status, body } = await server('POST', '/v1/vacancies', {
    title: 'Bakker',
    place: { id: 'geonames:1' },
  });
  assert.equal(status, 400);
  assert.deepEqual(pointers(body), ['#/place']);
  assert.match(body.errors[0].detail, /GET \/v1\/places/);
});

test('a place without letters is no place', async () => {
  const { status } = await server('POST', '/v1/vacancies', { title: 'Bakker', place: { text: '%' } });
  assert.equal(status, 400);
});

test('values outside of what is possible are refused by field', async () => {
  const { body } = await server('POST', '/v1/vacancies', {
    title: '  x  ',
    place: { text: 'Utrecht' },
    kind: 'slavery',
    applicationUrl: 'javascript:alert(1)',
    languages: [
      { language: 'nl', level: 'A2' },
      { language: 'nl-NL', level: 'B1' },
    ],
    educationLevel: 9,
    hoursMin: 0,
    hoursMax: 61,
  });
  assert.deepEqual(pointers(body), [
    '#/applicationUrl',
    '#/educationLevel',
    '#/hoursMax',
    '#/hoursMin',
    '#/kind',
    '#/languages',
    '#/title',
  ]);
});

test('both a title and a place are asked for when both are missing', async () => {
  const { body } = await server('POST', '/v1/vacancies', {});
  assert.deepEqual(pointers(body), ['#/place', '#/title']);
});

test('a closed vacancy cannot be replaced and shows nobody: 409 says to post it again', async () => {
  const { vacancy } = (await server('POST', '/v1/vacancies', { title: 'Bakker', place: { text: 'Utrecht' } }))
    .body;
  await server('POST', `/v1/vacancies/${vacancy.id}/closures`, { reason: 'expired' });
  const { status, body } = await server('PUT', `/v1/vacancies/${vacancy.id}`, {
    title: 'Kok',
    place: { text: 'Utrecht' },
  });
  assert.equal(status, 409);
  assert.match(body.detail, /closed/);
  assert.equal((await server('GET', `/v1/vacancies/${vacancy.id}/candidate-matches`)).status, 409);
  assert.equal((await server('GET', `/v1/vacancies/${vacancy.id}`)).body.title, 'Bakker');
});

test('a vacancy that is not there is a 404 in every operation', async () => {
  for (const [method, path, body] of [
    ['GET', ''],
    ['PUT', '', { title: 'Kok', place: { text: 'Utrecht' } }],
    ['POST', '/closures', { reason: 'filled' }],
    ['GET', '/candidate-matches'],
  ] as const) {
    assert.equal(
      (await server(method, `/v1/vacancies/${NOBODY}${path}`, body)).status,
      404,
      `${method} ${path}`,
    );
  }
});

test('closing needs a reason that we know', async () => {
  const { body } = await server('POST', `/v1/vacancies/${NOBODY}/closures`, { reason: 'bored' });
  assert.deepEqual(pointers(body), ['#/reason']);
});

test('a cursor that we did not give is refused', async () => {
  for (const cursor of ['x', NOBODY, `${NOBODY}'--`, '-'.repeat(36), 'a'.repeat(36)]) {
    const { status, body } = await server('GET', `/v1/vacancies?cursor=${encodeURIComponent(cursor)}`);
    assert.equal(status, 400, cursor);
    assert.deepEqual(pointers(body), ['cursor']);
  }
});
