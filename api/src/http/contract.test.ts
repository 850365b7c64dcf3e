// Every operation of the contract, in one table: no key, no unknown parameter, no other method.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testApi } from '../testing.ts';

const api = await testApi();
const { secret } = await api.newPartner();
const { token } = await (await api.newPartner()).signUp();

/** A path with ids that nothing has. */
const filled = (path: string) =>
  path.replace('{conceptId}', 'nothing').replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');

describe('every operation', () => {
  for (const { method, path, declared } of api.contract.operations) {
    const at = filled(path);
    const { operationId, security, responses } = declared;
    const body = declared.requestBody ? {} : undefined;

    test(`${operationId} without a key is refused, and says how to send one`, async () => {
      const { status, headers, body: problem } = await api.call(method, at, { body });
      assert.equal(status, 401);
      assert.match(headers.get('WWW-Authenticate')!, /^Bearer/);
      assert.equal(problem.status, 401);
    });

    test(`${operationId} with a made-up key is refused`, async () => {
      for (const key of ['nw_pk_made-up', 'nw_sk_made-up', 'made-up']) {
        assert.equal((await api.call(method, at, { body, key })).status, 401, key);
      }
    });

    test(`${operationId} refuses an unknown parameter by name`, async () => {
      const key = security.some((scheme: object) => 'candidateToken' in scheme) ? token : secret;
      const { status, body: problem } = await api.call(method, `${at}?colour=red`, { body, key });
      assert.equal(status, 400);
      assert.ok(
        problem.errors.some(
          (e: { in: string; pointer: string }) => e.in === 'query' && e.pointer === 'colour',
        ),
      );
    });

    test(`${operationId} documents every error that any request can meet`, () => {
      const always = ['400', '401', '403', '406', '500'];
      const withBody = declared.requestBody ? ['413', '415'] : [];
      const withId = path.includes('{') ? ['404'] : [];
      for (const status of [...always, ...withBody, ...withId]) assert.ok(status in responses, status);
    });
  }

  for (const [path, operations] of Map.groupBy(api.contract.operations, ({ path }) => path)) {
    test(`${path} answers another method with 405 and the methods that it has`, async () => {
      const { status, headers, body } = await api.call('QUERY', filled(path));
      assert.equal(status, 405);
      const allowed = headers.get('Allow')!.split(', ');
      for (const { method } of operations) assert.ok(allowed.includes(method), method);
      assert.match(body.detail, /Use one of/);
    });
  }
});
