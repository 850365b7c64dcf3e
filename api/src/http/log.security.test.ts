// What goes into the log when something fails: where and why, and nothing of a person.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApp } from '../app.ts';
import { testApi } from '../testing.ts';

const { sql, services, newPartner } = await testApi();

test('a row that the database refuses is not logged, only the reason', async (t) => {
  const logged = t.mock.method(console, 'error', () => {});
  const { secret, partnerId } = await newPartner();
  const app = createApp({
    ...services,
    candidates: Object.assign(Object.create(services.candidates), {
      // PostgreSQL's error has the whole row in `detail`.
      signUp: () => sql`
        insert into candidates (id, partner_id, name, language, max_distance_km, kinds, diploma)
        values (gen_random_uuid(), ${partnerId}, 'Amina Haddad', 'nl', 30, '{job}', 'lost')`,
    }),
  });
  const answer = await app.request('/v1/candidates', {
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      name: 'Amina Haddad',
      consent: { profile: true, matching: true, textVersion: '1' },
    }),
  });
  assert.equal(answer.status, 500);
  const text = logged.mock.calls.flatMap((call) => call.arguments as unknown[]).join('\n');
  const { instance } = (await answer.json()) as { instance: string };
  assert.match(text, /candidates_diploma_check/);
  assert.ok(text.includes(instance) && text.includes('23514'));
  assert.doesNotMatch(text, /Amina/);
});
