// The role that ranks reads what matching may know; whatever the law forbids to rank by it cannot read, though it tries.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApi, testDatabase } from '../testing.ts';
import type { Queryable } from './connect.ts';

const PERMISSION_DENIED = '42501';

const REFUSED: Record<string, (sql: Queryable) => Promise<unknown>> = {
  'a name': (sql) => sql`select name from candidates`,
  'a birth date': (sql) => sql`select birth_date from candidates`,
  'a phone number, which tells a country': (sql) => sql`select phone from candidates`,
  'the language of a profile': (sql) => sql`select language from candidates`,
  'a residence status': (sql) => sql`select work_right from candidate_protected`,
  'a consent': (sql) => sql`select purpose from consents`,
  'who posted a vacancy': (sql) => sql`select partner_id from vacancies`,
  'the log of matches': (sql) => sql`select * from match_log`,
  'a birth date through another row': (sql) =>
    sql`select m.id from candidate_match m where exists (
      select from candidates c where c.id = m.id and c.birth_date < '1980-01-01')`,
};

for (const [what, ask] of Object.entries(REFUSED)) {
  test(`the role that ranks cannot read ${what}`, async () => {
    await testApi();
    const { ranker } = await testDatabase();
    await assert.rejects(ranker(ask), { code: PERMISSION_DENIED });
  });
}

test('the role that ranks reads what matching needs', async () => {
  await testApi();
  const { ranker } = await testDatabase();
  for (const table of ['candidate_match', 'candidate_facts', 'vacancy_match', 'vacancy_facts', 'concepts']) {
    await ranker((sql) => sql`select * from ${sql(table)} limit 1`);
  }
});

test('the role that ranks writes nothing', async () => {
  await testApi();
  const { ranker } = await testDatabase();
  await assert.rejects(ranker((sql) => sql`delete from candidate_match`));
});

test('what it reads holds nothing that the law forbids to rank by', async () => {
  const { sql } = await testApi();
  const columns = await sql<{ name: string }[]>`
    select c.relname || '.' || a.attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and has_column_privilege('nw_ranker', c.oid, a.attnum, 'select')`;
  assert.ok(columns.length > 30, 'the role reads something');
  const forbidden =
    /national|gender|sex|birth|[._]age$|status|health|religion|ethnic|work_right|photo|bsn|email|phone/;
  assert.deepEqual(
    columns.map(({ name }) => name).filter((name) => forbidden.test(name)),
    [],
  );
});
