// Keys: kept as hashes only, publishable ones bound to exact origins, secret ones kept out of browsers.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testApi } from '../testing.ts';
import { createPartner, findKey, newKey } from './keys.ts';

const { sql, call, newPartner } = await testApi();
const PLACES = '/v1/places?q=Utrecht';

describe('a key', () => {
  test('is nowhere in the database, only its hash', async () => {
    const { publishable, secret } = await newPartner();
    const [{ everything }] = (await sql`
      select jsonb_agg(to_jsonb(k))::text || (select jsonb_agg(to_jsonb(p))::text from partners p) as everything
      from partner_keys k`) as unknown as [{ everything: string }];
    for (const key of [publishable, secret]) {
      assert.ok(!everything.includes(key));
      assert.ok(!everything.includes(Buffer.from(key).toString('hex')));
      assert.ok(!everything.includes(key.slice('nw_pk_'.length)));
    }
  });

  test('cannot be guessed: 192 random bits, never twice the same', () => {
    const keys = Array.from({ length: 100 }, () => newKey('secret'));
    assert.equal(new Set(keys).size, 100);
    for (const key of keys) assert.match(key, /^nw_sk_[\w-]{32}$/);
  });

  test('is sent as a bearer, however that word is written', async () => {
    const { secret } = await newPartner();
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
      const { status } = await call('GET', PLACES, { headers: { Authorization: `${scheme} ${secret}` } });
      assert.equal(status, 200, scheme);
    }
  });

  test('counts as it is, to the letter', async () => {
    const { secret } = await newPartner();
    for (const wrong of [
      secret.slice(0, -1),
      `${secret}x`,
      secret.toUpperCase(),
      secret.replace('sk', 'pk'),
    ]) {
      assert.equal((await call('GET', PLACES, { key: wrong })).status, 401, wrong);
    }
    for (const Authorization of [secret, `Basic ${secret}`, `Bearer  ${secret} x`, 'Bearer']) {
      assert.equal((await call('GET', PLACES, { headers: { Authorization } })).status, 401, Authorization);
    }
  });

  test('that was revoked is refused in the next request, and so are the tokens that were given out under it', async () => {
    const partner = await newPartner();
    const { id, person } = await partner.signUp();
    assert.equal((await person('GET', `/v1/candidates/${id}`)).status, 200);
    const key = (await findKey(sql, partner.publishable))!;
    await sql`update partner_keys set revoked_at = now() where id = ${key.id}`;
    assert.equal((await partner.page('GET', PLACES)).status, 401);
    assert.equal((await person('GET', `/v1/candidates/${id}`)).status, 401);
    assert.equal((await partner.server('GET', PLACES)).status, 200);
  });

  test('is bound only to origins that are exactly scheme, host and port', async () => {
    for (const origin of [
      'https://www.example.nl/',
      'www.example.nl',
      'https://www.example.nl/page',
      '*',
      'null',
      'HTTPS://WWW.EXAMPLE.NL',
    ]) {
      await assert.rejects(
        createPartner(sql, { name: 'x', type: 'school', origins: [origin] }),
        RangeError,
        origin,
      );
    }
  });
});

describe('a publishable key', () => {
  test('works from its own origin', async () => {
    const { page, publishable } = await newPartner({ origin: 'https://own.example.nl:8443' });
    assert.equal((await page('GET', PLACES)).status, 200);
    for (const origin of [
      'http://own.example.nl:8443',
      'https://own.example.nl',
      'https://own.example.nl:443',
      'https://sub.own.example.nl:8443',
      'https://own.example.nl.evil.example:8443',
      'https://own.example.nl:8443/',
      'https://OWN.example.nl:8443',
      'null',
    ]) {
      const { status, headers, body } = await call('GET', PLACES, { key: publishable, origin });
      assert.equal(status, 403, origin);
      assert.equal(headers.get('Access-Control-Allow-Origin'), null, origin);
      assert.match(body.detail, /exact origin/);
    }
  });

  test('does not work without a page', async () => {
    const { publishable } = await newPartner();
    assert.equal((await call('GET', PLACES, { key: publishable })).status, 403);
  });

  test('reads no people and writes no vacancies, not even of the own partner', async () => {
    const partner = await newPartner();
    const { id } = await partner.signUp();
    const vacancy = { title: 'Bakker', place: { text: 'Utrecht' } };
    const { vacancy: own } = (await partner.server('POST', '/v1/vacancies', vacancy)).body;
    const refused: [method: string, path: string, body?: unknown][] = [
      ['GET', `/v1/candidates/${id}`],
      ['PATCH', `/v1/candidates/${id}`, { name: 'x' }],
      ['DELETE', `/v1/candidates/${id}`],
      ['GET', `/v1/candidates/${id}/vacancy-matches`],
      ['GET', `/v1/vacancies/${own.id}/candidate-matches`],
      ['GET', '/v1/vacancies'],
      ['POST', '/v1/vacancies', vacancy],
      ['PUT', `/v1/vacancies/${own.id}`, vacancy],
      ['POST', `/v1/vacancies/${own.id}/closures`, { reason: 'filled' }],
    ];
    for (const [method, path, body] of refused) {
      const answer = await partner.page(method, path, body);
      assert.equal(answer.status, 403, `${method} ${path}`);
      assert.match(answer.body.detail, /you sent a publishable one/);
    }
  });
});

describe('a secret key', () => {
  test('that a page sends is refused, even from the own origin', async () => {
    const { secret, origin } = await newPartner();
    const { status, body } = await call('GET', PLACES, { key: secret, origin });
    assert.equal(status, 403);
    assert.match(body.detail, /must stay on your server/);
  });
});

describe('CORS', () => {
  const preflight = (path: string, origin: string, method = 'POST') =>
    call('OPTIONS', path, {
      origin,
      headers: {
        'Access-Control-Request-Method': method,
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });

  test('lets a known origin read answers, errors included', async () => {
    const { origin, page, publishable } = await newPartner({ origin: 'https://cors.example.nl' });
    for (const answer of [
      await page('GET', PLACES),
      await page('GET', '/v1/places'),
      await page('GET', '/v1/vacancies'),
      await page('GET', '/v1/nowhere'),
      await page('DELETE', PLACES),
      await call('GET', PLACES, { origin }),
      await call('GET', PLACES, { origin, key: publishable, headers: { Accept: 'text/html' } }),
      await call('POST', '/v1/vacancy-matches', {
        origin,
        key: publishable,
        body: `{"query":"${'x'.repeat(300_000)}"}`,
      }),
    ]) {
      assert.equal(answer.headers.get('Access-Control-Allow-Origin'), origin, String(answer.status));
      assert.match(answer.headers.get('Vary') ?? '', /Origin/i);
    }
  });

  test('answers the preflight of a known origin without a key', async () => {
    const { origin } = await newPartner({ origin: 'https://cors.example.nl' });
    for (const [path, method] of [
      ['/v1/vacancy-matches', 'POST'],
      ['/v1/candidates/x', 'PATCH'],
      ['/v1/candidates/x', 'DELETE'],
    ] as const) {
      const { status, headers } = await preflight(path, origin, method);
      assert.equal(status, 204);
      assert.equal(headers.get('Access-Control-Allow-Origin'), origin);
      assert.ok(headers.get('Access-Control-Allow-Methods')!.split(',').includes(method));
      assert.match(headers.get('Access-Control-Allow-Headers')!, /Authorization/i);
      assert.equal(headers.get('Access-Control-Allow-Credentials'), null);
    }
  });

  test('gives an unknown origin nothing, in a preflight neither', async () => {
    for (const answer of [
      await preflight('/v1/vacancy-matches', 'https://stranger.example'),
      await call('GET', '/v1/health', { origin: 'https://stranger.example' }),
      await preflight('/v1/vacancy-matches', 'null'),
    ]) {
      assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null);
    }
  });
});
