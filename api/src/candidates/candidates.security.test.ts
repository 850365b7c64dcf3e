// Who may open a profile, what others see of a person, and what remains after deletion.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { SignJWT } from 'jose';
import { CONSENT, emptyPool, testApi } from '../testing.ts';
import { CandidateTokens } from './tokens.ts';

const { sql, call, newPartner, services } = await testApi();

/** A person with everything that could give them away. */
const OKSANA = {
  name: 'Оксана Шевченко-Veldkamp',
  email: 'oksana.veldkamp@example.org',
  phone: '+31 6 98765432',
  birthDate: '1987-03-14',
  place: { text: 'Appingedam' },
  occupations: [{ occupation: { text: 'bakker' }, years: 11 }, { occupation: { text: 'qzxqzx onbekend' } }],
  rejectedSkills: [{ text: 'deeg kneden' }],
  kinds: ['job'],
  maxDistanceKm: 100,
};
const VACANCY = { title: 'Bakker', place: { text: 'Groningen' } };

describe("a candidate's token", () => {
  test('reads, changes and deletes that profile, and is worth nothing after that', async () => {
    const { signUp } = await newPartner();
    const { id, person } = await signUp(OKSANA);
    assert.equal((await person('GET', `/v1/candidates/${id}`)).body.name, OKSANA.name);
    assert.equal((await person('PATCH', `/v1/candidates/${id}`, { name: 'O.' })).body.candidate.name, 'O.');
    assert.equal((await person('GET', `/v1/candidates/${id}/vacancy-matches`)).status, 200);
    assert.equal((await person('DELETE', `/v1/candidates/${id}`)).status, 204);
    for (const method of ['GET', 'DELETE']) {
      assert.equal((await person(method, `/v1/candidates/${id}`)).status, 404);
    }
    assert.equal((await person('PATCH', `/v1/candidates/${id}`, { name: 'O.' })).status, 404);
  });

  test('opens no other profile, of the same partner neither', async () => {
    const { signUp } = await newPartner();
    const [one, other] = [await signUp(), await signUp(OKSANA)];
    for (const [method, body] of [['GET'], ['PATCH', { name: 'Mine' }], ['DELETE']] as const) {
      assert.equal((await one.person(method, `/v1/candidates/${other.id}`, body)).status, 404);
    }
    assert.equal((await one.person('GET', `/v1/candidates/${other.id}/vacancy-matches`)).status, 404);
    assert.equal((await other.person('GET', `/v1/candidates/${other.id}`)).body.name, OKSANA.name);
  });

  test('signs nobody up and sees no candidates of a vacancy', async () => {
    const { signUp, server } = await newPartner();
    const { person } = await signUp();
    const { vacancy } = (await server('POST', '/v1/vacancies', VACANCY)).body;
    assert.equal((await person('POST', '/v1/candidates', { consent: CONSENT })).status, 403);
    assert.equal((await person('GET', `/v1/vacancies/${vacancy.id}/candidate-matches`)).status, 403);
    assert.equal((await person('POST', '/v1/vacancies', VACANCY)).status, 403);
  });

  test('works only from pages of the partner where the person signed up, or from none', async () => {
    const { signUp } = await newPartner();
    const { id, token } = await signUp();
    const path = `/v1/candidates/${id}`;
    assert.equal((await call('GET', path, { key: token })).status, 200);
    assert.equal((await call('GET', path, { key: token, origin: 'https://evil.example' })).status, 403);
  });

  test('expires after an hour', async (t) => {
    const { signUp } = await newPartner();
    const { id, token, answer } = await signUp();
    const left = Date.parse(answer.body.tokenExpiresAt) - Date.now();
    assert.ok(left > 59 * 60_000 && left <= 60 * 60_000);
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 61 * 60_000 });
    assert.equal((await call('GET', `/v1/candidates/${id}`, { key: token })).status, 401);
  });

  test('that is forged is refused: another secret, no signature, changed claims, missing claims', async () => {
    const { signUp, partnerId } = await newPartner();
    const { id, token } = await signUp();
    const other = await signUp();
    const [{ secret }] = (await sql`select secret from signing_keys`) as unknown as [{ secret: Buffer }];
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const [header, payload, signature] = token.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const sign = (body: Record<string, unknown>, key: Uint8Array) =>
      new SignJWT(body).setProtectedHeader({ alg: 'HS256' }).setSubject(id).setExpirationTime('1h').sign(key);
    const forged = {
      'another secret': await sign({ ...claims }, Buffer.alloc(32, 1)),
      'no signature': `${encode({ alg: 'none' })}.${payload}.`,
      'changed subject': `${header}.${encode({ ...claims, sub: other.id })}.${signature}`,
      'no issuer': await sign({ partnerId, keyId: claims.keyId }, secret),
      'no key': await new SignJWT({ partnerId })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('nederlandwerkt')
        .setSubject(id)
        .setExpirationTime('1h')
        .sign(secret),
      'no end': await new SignJWT({ partnerId, keyId: claims.keyId })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('nederlandwerkt')
        .setSubject(id)
        .sign(secret),
    };
    for (const [how, key] of Object.entries(forged)) {
      assert.equal((await call('GET', `/v1/candidates/${id}`, { key })).status, 401, how);
    }
    assert.equal((await call('GET', `/v1/candidates/${id}`, { key: token })).status, 200);
  });
});

describe('another partner', () => {
  test('finds neither the profile nor the vacancy, and changes nothing', async () => {
    const [mine, theirs] = [await newPartner(), await newPartner()];
    const { id } = await mine.signUp(OKSANA);
    const { vacancy } = (await mine.server('POST', '/v1/vacancies', VACANCY)).body;
    const refused: [method: string, path: string, body?: unknown][] = [
      ['GET', `/v1/candidates/${id}`],
      ['PATCH', `/v1/candidates/${id}`, { name: 'x' }],
      ['DELETE', `/v1/candidates/${id}`],
      ['GET', `/v1/candidates/${id}/vacancy-matches`],
      ['GET', `/v1/vacancies/${vacancy.id}/candidate-matches`],
      ['PUT', `/v1/vacancies/${vacancy.id}`, VACANCY],
      ['POST', `/v1/vacancies/${vacancy.id}/closures`, { reason: 'filled' }],
    ];
    for (const [method, path, body] of refused) {
      const answer = await theirs.server(method, path, body);
      assert.equal(answer.status, 404, `${method} ${path}`);
      const nobody = '00000000-0000-4000-8000-000000000000';
      const unknown = await theirs.server(method, path.replace(/[0-9a-f-]{36}/, nobody), body);
      assert.deepEqual(answer.body, unknown.body, 'what is not yours looks like what is not there');
    }
    assert.equal((await mine.server('GET', `/v1/candidates/${id}`)).body.name, OKSANA.name);
    assert.equal((await mine.server('GET', `/v1/vacancies/${vacancy.id}`)).body.status, 'open');
    assert.deepEqual((await theirs.server('GET', '/v1/vacancies')).body.items, []);
    const page = await theirs.server('GET', `/v1/vacancies?cursor=${vacancy.id}`);
    assert.equal(page.status, 400, 'a cursor of someone else is no way in');
  });
});

describe('an employer', () => {
  before(() => emptyPool(sql));

  test('sees of a person what they can do, and nothing that tells who or where they are', async () => {
    const { signUp, server } = await newPartner();
    const { id } = await signUp(OKSANA);
    const created = await server('POST', '/v1/vacancies', VACANCY);
    const read = await server('GET', `/v1/vacancies/${created.body.vacancy.id}/candidate-matches?limit=100`);
    for (const { items } of [created.body.candidateMatches, read.body]) {
      const match = items.find((item: { candidate: { id: string } }) => item.candidate.id === id);
      assert.ok(match, 'the person is found');
      const text = JSON.stringify(match);
      for (const secret of [
        'Оксана',
        'Шевченко',
        'Veldkamp',
        'oksana',
        'example.org',
        '98765432',
        '1987',
        '03-14',
        'Appingedam',
        'qzxqzx',
      ]) {
        assert.ok(!text.toLowerCase().includes(secret.toLowerCase()), secret);
      }
      assert.equal(match.distanceKm % 5, 0, 'distance comes in steps of 5 km');
      const known = match.contributions.find((c: { factor: string }) => c.factor === 'location');
      assert.equal(known.evidence.distanceKm, match.distanceKm, 'the evidence tells no more than the card');
    }
  });

  test('finds nobody who did not consent, and loses who withdraws in the next answer', async () => {
    const { signUp, server } = await newPartner();
    const { vacancy } = (await server('POST', '/v1/vacancies', VACANCY)).body;
    const found = async (id: string) =>
      (await server('GET', `/v1/vacancies/${vacancy.id}/candidate-matches?limit=100`)).body.items.some(
        (item: { candidate: { id: string } }) => item.candidate.id === id,
      );
    const silent = await signUp({ ...OKSANA, consent: { ...CONSENT, matching: false } });
    assert.equal(await found(silent.id), false);
    assert.equal((await sql`select 1 from candidate_match where id = ${silent.id}`).length, 0);

    const path = `/v1/candidates/${silent.id}`;
    await silent.person('PATCH', path, { consent: CONSENT });
    assert.equal(await found(silent.id), true);
    await silent.person('PATCH', path, { consent: { ...CONSENT, matching: false } });
    assert.equal(await found(silent.id), false);
    await silent.person('PATCH', path, { maxDistanceKm: 90 });
    assert.equal(await found(silent.id), false, 'another change does not bring the person back');
    assert.equal((await silent.person('GET', `${path}/vacancy-matches`)).body.items.length > 0, true);
  });
});

test('deleting removes every row that is about the person', async () => {
  const { signUp } = await newPartner();
  const { id, person } = await signUp(OKSANA);
  const rows = async () => {
    const tables = await sql<{ name: string }[]>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_name not in ('concepts', 'labels', 'relations', 'places', 'place_names')`;
    const holding: string[] = [];
    for (const { name } of tables) {
      const [hit] = await sql`select 1 from ${sql(name)} t where to_jsonb(t)::text like ${`%${id}%`} limit 1`;
      if (hit) holding.push(name);
    }
    return holding.sort();
  };
  assert.deepEqual(await rows(), [
    'candidate_facts',
    'candidate_match',
    'candidate_occupations',
    'candidate_rejected_skills',
    'candidate_skills',
    'candidates',
    'consents',
  ]);
  await person('DELETE', `/v1/candidates/${id}`);
  assert.deepEqual(await rows(), []);
});

test("copies of the API accept each other's tokens", async () => {
  const claims = { candidateId: 'c', partnerId: 'p', keyId: 'k' };
  const { token } = await new CandidateTokens(sql).issue(claims);
  assert.deepEqual(await services.tokens.verify(token), claims);
});
