// What goes wrong is told as problem details (RFC 9457): what, why, and what to do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApp } from '../app.ts';
import { type Answer, CONSENT, testApi } from '../testing.ts';
import { API_VERSION } from './document.ts';

const { app, call, newPartner, services } = await testApi();
const { secret, server } = await newPartner();

function assertProblem({ status, headers, body }: Answer, expected: number, title: string): void {
  assert.equal(status, expected);
  assert.equal(headers.get('Content-Type'), 'application/problem+json');
  assert.deepEqual([body.status, body.title, typeof body.detail], [expected, title, 'string']);
}

test('every answer carries the version and the security headers, good or bad', async () => {
  for (const answer of [
    await call('GET', '/v1/health'),
    await call('GET', '/nowhere'),
    await call('GET', '/v1/places?q=Utrecht'),
    await server('GET', '/v1/places?q=Utrecht'),
    await server('PATCH', '/v1/places?q=Utrecht'),
    await call('GET', '/v1/openapi.json', { headers: { Accept: 'text/html' } }),
  ]) {
    assert.equal(answer.headers.get('API-Version'), API_VERSION);
    assert.equal(answer.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.match(answer.headers.get('Content-Security-Policy')!, /default-src 'none'/);
    assert.match(answer.headers.get('Strict-Transport-Security')!, /max-age=\d+/);
    assert.equal(answer.headers.get('Referrer-Policy'), 'no-referrer');
    assert.equal(answer.headers.get('X-Frame-Options'), 'DENY');
    assert.equal(answer.headers.get('Cache-Control'), 'no-store');
  }
});

test('an unknown path is a 404 that says where the paths stand', async () => {
  for (const path of ['/', '/v1', '/v2/places', '/v1/openings', '/v1/v1/places']) {
    const answer = await call('GET', path);
    assertProblem(answer, 404, 'Not Found');
    assert.match(answer.body.detail, /\/v1\/openapi\.json/);
  }
});

test('another method on a known path is a 405 that names the methods', async () => {
  const answer = await call('DELETE', '/v1/vacancies');
  assertProblem(answer, 405, 'Method Not Allowed');
  assert.equal(answer.headers.get('Allow'), 'GET, HEAD, OPTIONS, POST');
  assertProblem(await call('POST', '/v1/openapi.json', { body: {} }), 405, 'Method Not Allowed');
});

test('HEAD answers as GET does, without a body', async () => {
  const answer = await call('HEAD', '/v1/health');
  assert.deepEqual([answer.status, answer.body], [200, undefined]);
});

test('a caller that takes no JSON gets a 406', async () => {
  for (const Accept of ['text/html', 'image/*', 'application/json;q=0', 'text/*;q=0.5, application/xml']) {
    assertProblem(await call('GET', '/v1/health', { headers: { Accept } }), 406, 'Not Acceptable');
  }
});

test('a caller that takes JSON in any way that HTTP knows is served', async () => {
  for (const Accept of [
    '*/*',
    'application/*',
    'APPLICATION/JSON',
    'text/html, */*;q=0.1',
    'application/problem+json',
  ]) {
    assert.equal((await call('GET', '/v1/health', { headers: { Accept } })).status, 200, Accept);
  }
});

test('a body larger than 256 KiB is a 413', async () => {
  const body = { title: 'Bakker', place: { text: 'Utrecht' }, description: 'x'.repeat(300 * 1024) };
  assertProblem(await server('POST', '/v1/vacancies', body), 413, 'Content Too Large');
});

test('a body that is not JSON by its type is a 415', async () => {
  for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded']) {
    const answer = await call('POST', '/v1/vacancy-matches', {
      key: secret,
      body: '{}',
      headers: { 'Content-Type': type },
    });
    assertProblem(answer, 415, 'Unsupported Media Type');
  }
});

test('a compressed body is a 415 that says what is taken', async () => {
  const answer = await call('POST', '/v1/vacancy-matches', {
    key: secret,
    body: '{}',
    headers: { 'Content-Encoding': 'gzip' },
  });
  assertProblem(answer, 415, 'Unsupported Media Type');
  assert.equal(answer.headers.get('Accept-Encoding'), 'identity');
});

test('a body in another encoding than UTF-8 is refused, not kept with � in it', async () => {
  const response = await app.request('/v1/candidates', {
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: Buffer.from(JSON.stringify({ name: 'Zoë', consent: CONSENT }), 'latin1'),
  });
  const { status, headers } = response;
  const body = (await response.json()) as { detail: string };
  assertProblem({ status, headers, body }, 400, 'Bad Request');
  assert.match(body.detail, /UTF-8/);
});

test('no body at all, where one is needed, is no success', async () => {
  const answer = await server('POST', '/v1/vacancies');
  assert.ok([400, 415].includes(answer.status), String(answer.status));
});

test('a body that is not JSON by its text is a 400 that says so', async () => {
  for (const body of ['{', '{"title": Bakker}', '', '{} {}']) {
    const answer = await server('POST', '/v1/vacancies', body);
    assertProblem(answer, 400, 'Bad Request');
    assert.match(answer.body.detail, /JSON/);
  }
});

test('all errors of query, path and body come at once, each with its place', async () => {
  const answer = await server('PUT', '/v1/vacancies/not-an-id?language=xx&colour=red', {
    title: 'x',
    place: { town: 'Utrecht' },
    hoursMin: 40,
    hoursMax: 20,
    salary: 3000,
    'a/b~c': 1,
    skills: [{ skill: { text: '' } }],
  });
  assertProblem(answer, 400, 'Bad Request');
  const places = answer.body.errors.map((e: { in: string; pointer: string }) => `${e.in} ${e.pointer}`);
  for (const expected of [
    'query language',
    'query colour',
    'path vacancyId',
    'body #/title',
    'body #/place',
    'body #/hoursMin',
    'body #/salary',
    'body #/a~1b~0c',
    'body #/skills/0/skill/text',
  ]) {
    assert.ok(places.includes(expected), `${expected} is not among ${places.join(', ')}`);
  }
  assert.match(answer.body.detail, new RegExp(`the ${places.length} errors`));
});

test('an error of the path and one of the body come at once when the query is right', async () => {
  const answer = await server('PUT', '/v1/vacancies/not-an-id', { title: 'x', place: { text: 'Utrecht' } });
  assert.deepEqual(answer.body.errors.map((e: { pointer: string }) => e.pointer).sort(), [
    '#/title',
    'vacancyId',
  ]);
});

test('an error of the input says what to send instead', async () => {
  const { body } = await server('POST', '/v1/vacancies?language=xx&language=nl', {
    kind: 'slavery',
    place: 5,
    description: 7,
    employerName: '',
    applicationUrl: 'javascript:alert(1)',
    languages: {},
    educationLevel: 9,
    hoursMin: 1.5,
    hoursMax: 0,
  });
  const said = Object.fromEntries(
    body.errors.map(({ pointer, detail }: { pointer: string; detail: string }) => [pointer, detail]),
  );
  assert.deepEqual(said, {
    language: 'Must be one of nl, en, de, uk, ru, ar, fa, tr, ti',
    '#/kind': 'Must be one of job, apprenticeship, internship, work-experience, volunteering, course',
    '#/title': 'Missing: add it',
    '#/place': 'Give either { "id": … } or { "text": … }',
    '#/description': 'Must be text',
    '#/employerName': 'Too short: give at least 1 character',
    '#/applicationUrl': 'Must be a web address that begins with https:// or http://',
    '#/languages': 'Must be a list',
    '#/educationLevel': 'Must be 8 or less',
    '#/hoursMin': 'Must be a whole number',
    '#/hoursMax': 'Must be 1 or more',
  });
});

test('a body that is no object is refused, whatever else it is', async () => {
  for (const body of ['null', '[]', '"Bakker"', '1', 'true']) {
    assertProblem(await server('POST', '/v1/vacancies', body), 400, 'Bad Request');
  }
});

test('what we did not foresee says nothing of the inside, and carries an instance that stands in the log', async (t) => {
  const log = t.mock.method(console, 'error', () => {});
  const broken = createApp({
    ...services,
    places: {
      search: () => Promise.reject(new Error('password=hunter2 relation "places"')),
    } as never,
  });
  const response = await broken.request('/v1/places?q=Utrecht', {
    headers: { Authorization: `Bearer ${secret}` },
  });
  const text = await response.text();
  assertProblem(
    { status: response.status, headers: response.headers, body: JSON.parse(text) },
    500,
    'Internal Server Error',
  );
  assert.doesNotMatch(text, /hunter2|relation|places|\.ts/);
  const { instance } = JSON.parse(text);
  assert.match(instance, /^urn:uuid:/);
  assert.ok(String(log.mock.calls[0]!.arguments[0]).includes(instance));
  assert.equal(response.headers.get('API-Version'), API_VERSION);
});
