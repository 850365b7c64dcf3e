// Matching stores nothing of a visitor, and does not know who somebody is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { emptyPool, testApi } from '../testing.ts';

const { sql, newPartner } = await testApi();
describe('matching', () => {
  before(() => emptyPool(sql));

  test('keeps of an anonymous visitor what was compared, and no word that they wrote', async () => {
    const { page } = await newPartner();
    const counts = async () => {
      const tables = await sql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public' order by 1`;
      return Promise.all(
        tables.map(async ({ name }) => [name, (await sql`select count(*) as n from ${sql(name)}`)[0]!.n]),
      );
    };
    const before = await counts();
    const { status } = await page('POST', '/v1/vacancy-matches', {
      query: 'bakker, maar ook Qqqqqq',
      place: { text: 'Utrecht' },
      languages: [{ language: 'nl', level: 'A1' }],
    });
    assert.equal(status, 200);
    const after = await counts();
    assert.deepEqual(
      after.filter(([table], i) => after[i]![1] !== before[i]![1] && table !== 'match_log'),
      [],
    );
    const [logged] = await sql`select to_jsonb(l)::text as text from match_log l order by at desc limit 1`;
    assert.doesNotMatch(logged!.text, /bakker|Qqqqqq/);
  });

  test('gives the same order and scores whatever the name, birth date, contact and language of a person', async () => {
    const { signUp, server } = await newPartner();
    const people = [];
    for (let i = 0; i < 8; i++) {
      people.push(
        await signUp({
          name: `Jan de Vries ${i}`,
          birthDate: '1990-05-05',
          occupations: [{ occupation: { id: i % 2 ? 'baker' : 'cook' } }],
          place: { text: i < 4 ? 'Arnhem' : 'Nijmegen' },
        }),
      );
    }
    const { vacancy, candidateMatches } = (
      await server('POST', '/v1/vacancies', { title: 'Bakker', place: { text: 'Arnhem' } })
    ).body;
    for (const [i, { id, person }] of people.entries()) {
      const { status } = await person('PATCH', `/v1/candidates/${id}`, {
        name: ['محمد', 'Fatma', 'Оксана', 'Õnne'][i % 4],
        birthDate: `${1945 + i * 8}-01-01`,
        email: `someone${i}@example.org`,
        phone: '+963 11 1234567',
        language: ['ar', 'tr', 'uk', 'ti'][i % 4],
        diploma: ['none', 'foreign', 'dutch', 'unknown'][i % 4],
      });
      assert.equal(status, 200);
    }
    const after = await server('GET', `/v1/vacancies/${vacancy.id}/candidate-matches`);
    assert.deepEqual(after.body.items, candidateMatches.items);
  });

  test('ranks by a statement that names no name, contact, age or origin', () => {
    const text = readFileSync(join(import.meta.dirname, 'retrieve.ts'), 'utf8');
    assert.doesNotMatch(text, /birth|email|phone|\bname\b|nationality|gender|diploma/);
  });
});
