// Who somebody is changes nothing: over 1,000 made-up people, another name, gender, country, birth year, residence status or language leaves every order and every score as they are.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { WORK_RIGHT_CATEGORIES } from '../candidates/work-right.ts';
import { LANGUAGES, type Language } from '../http/schema.ts';
import { Chance } from '../pool/chance.ts';
import { nameOf } from '../pool/names.ts';
import { ORIGINS } from '../pool/origins.ts';
import { removePool, seedPool } from '../pool/seed.ts';
import { silent } from '../progress.ts';
import { type Answer, emptyPool, testApi } from '../testing.ts';
import { indexCandidates } from './index-tables.ts';

const { sql, newPartner } = await testApi();

// A thousand on the embedded database; the same tests on a server need fewer to show that it is no different.
const SIGNED_UP = process.env.DATABASE_URL ? 200 : 800;
const ANONYMOUS = process.env.DATABASE_URL ? 50 : 200;
/** Few, because every answer scores a hundred when there are so many. */
const VACANCIES = 40;
const EMPLOYERS = 20;
const chance = new Chance(11);

/** In a name of a column: what the law forbids to rank by, or gives it away. */
const PROTECTED =
  /name|birth|(^|_)age$|gender|sex|nation|country|origin|ethnic|religio|work_right|status|health|disab|phone|mail|diploma/;
/** Of an employer's or a town, not of a person. */
const NOT_OF_A_PERSON = ['places.name', 'places.names'];

/** A title for a man and for a woman, in languages that have both. */
const GENDERED: [Language, string, string][] = [
  ['nl', 'banketbakker', 'banketbakster'],
  ['nl', 'bakker', 'bakster'],
  ['nl', 'visverkoper', 'visverkoopster'],
  ['de', 'Bäcker', 'Bäckerin'],
  ['de', 'Krankenpfleger', 'Krankenpflegerin'],
  ['uk', 'лікар', 'лікарка'],
  ['uk', 'вчитель', 'вчителька'],
  ['ru', 'учитель', 'учительница'],
  ['ar', 'خباز', 'خبازة'],
  ['ar', 'طبيب', 'طبيبة'],
];

/** What must not change: which matches, in which order, with which score and unmet conditions. */
function ranking({ status, body }: Answer): unknown[] {
  assert.equal(status, 200, JSON.stringify(body));
  return body.items.map(
    (item: { vacancy?: { id: string }; candidate?: { id: string }; score: number; unmet: string[] }) => [
      (item.vacancy ?? item.candidate)!.id,
      item.score,
      item.unmet,
    ],
  );
}

/** @param ask gives the answer of one of them, before and after all their identities changed */
async function assertUnchanged(
  ids: string[],
  ask: (id: string) => Promise<Answer>,
  change: () => Promise<void>,
): Promise<void> {
  const before: unknown[][] = [];
  for (const id of ids) before.push(ranking(await ask(id)));
  // Empty lists would prove nothing.
  assert.ok(before.filter((list) => list.length > 0).length > 0.9 * ids.length);
  await change();
  for (const [i, id] of ids.entries()) assert.deepEqual(ranking(await ask(id)), before[i], id);
}

/** Gives each of them the name, birth date, contact, language, papers and residence status of somebody else. */
async function changeIdentities(ids: string[]): Promise<void> {
  const identities = ids.map((id) => {
    const origin = chance.of(ORIGINS);
    return {
      id,
      name: nameOf(origin.name, chance),
      email: `p${chance.int(1, 1e9)}@example.${chance.one(['nl', 'com.ua', 'sy', 'ir'])}`,
      phone: `+${chance.one(['31', '380', '963', '251', '90', '98'])} ${chance.int(10_000_000, 99_999_999)}`,
      birth_date: `${chance.int(1945, 2009)}-01-01`,
      language: origin.language,
      diploma: chance.one(['unknown', 'none', 'foreign', 'dutch']),
      work_right: chance.one(WORK_RIGHT_CATEGORIES),
    };
  });
  await sql.begin(async (tx) => {
    await tx`
      update candidates c set name = new.name, email = new.email, phone = new.phone, birth_date = new.birth_date,
        language = new.language, diploma = new.diploma
      from jsonb_to_recordset(${tx.json(identities)}) new (
        id uuid, name text, email text, phone text, birth_date date, language text, diploma text)
      where c.id = new.id`;
    await tx`
      insert into candidate_protected (candidate_id, work_right)
      select id, work_right from jsonb_to_recordset(${tx.json(identities)}) new (id uuid, work_right text)
      on conflict (candidate_id) do update set work_right = excluded.work_right`;
    // As every change of a profile does.
    await indexCandidates(tx, ids);
  });
}

describe('fairness of matching', () => {
  const partner = newPartner();
  let people: string[];
  let vacancies: string[];

  before(async () => {
    await emptyPool(sql);
    const { partnerId } = await partner;
    await seedPool(sql, silent, {
      candidates: SIGNED_UP,
      vacancies: VACANCIES,
      seed: 5,
      partners: [partnerId],
    });
    const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
    people = idsOf(await sql`select id from candidates order by id`);
    vacancies = idsOf(await sql`select id from vacancies where status = 'open' order by id`);
  });
  after(() => sql.begin(removePool));

  test(`gives ${SIGNED_UP} people the same vacancies when they are somebody else`, async () => {
    const { server } = await partner;
    await assertUnchanged(
      people,
      (id) => server('GET', `/v1/candidates/${id}/vacancy-matches`),
      () => changeIdentities(people),
    );
  });

  test('gives employers the same people when these are somebody else', async () => {
    const { server } = await partner;
    await assertUnchanged(
      vacancies.slice(0, EMPLOYERS),
      (id) => server('GET', `/v1/vacancies/${id}/candidate-matches`),
      () => changeIdentities(people),
    );
  });

  test('would notice a score that a name changes', async () => {
    const { server } = await partner;
    const biased = async (id: string) => {
      const answer = await server('GET', `/v1/candidates/${id}/vacancy-matches`);
      const [row] = await sql<{ name: string | null }[]>`select name from candidates where id = ${id}`;
      const bonus = /^\p{Script=Latin}/u.test(row!.name ?? '') ? 0.001 : 0;
      for (const item of answer.body.items) item.score += bonus;
      return answer;
    };
    const some = people.slice(0, 20);
    await assert.rejects(
      assertUnchanged(some, biased, () => changeIdentities(some)),
      { code: 'ERR_ASSERTION', operator: 'deepStrictEqual' },
    );
  });

  test(`gives ${ANONYMOUS} people the same vacancies in whatever language they write, and whatever their status`, async () => {
    const { page } = await partner;
    const { occupations, skills } = await namedConcepts();
    for (let i = 0; i < ANONYMOUS; i++) {
      const [work, ...able] = [chance.one(occupations), ...chance.some(skills, 2)];
      const language = LANGUAGES[i % LANGUAGES.length]!;
      const told = { place: { text: chance.one(['Utrecht', 'Zwolle', 'Breda']) } };
      const byId = await page('POST', '/v1/vacancy-matches', {
        ...told,
        occupations: [{ id: work!.code }],
        skills: able.map(({ code }) => ({ id: code })),
      });
      const byWords = await page('POST', '/v1/vacancy-matches', {
        ...told,
        language,
        workRight: { category: chance.one(WORK_RIGHT_CATEGORIES) },
        occupations: [{ text: work!.names[language] }],
        skills: able.map(({ names }) => ({ text: names[language] })),
      });
      const words = JSON.stringify([work!.names[language], ...able.map(({ names }) => names[language])]);
      assert.deepEqual(ranking(byWords), ranking(byId), words);
    }
  });

  test('reads the title for a man and for a woman as the same work', async () => {
    const { page } = await partner;
    for (const [language, ...titles] of GENDERED) {
      const [his, hers] = await Promise.all(
        titles.map((query) => page('POST', '/v1/vacancy-matches', { language, query })),
      );
      assert.deepEqual([his!.body.understood.length, hers!.body.understood.length], [1, 1], titles.join());
      assert.deepEqual(ranking(hers!), ranking(his!), titles.join(' and '));
    }
  });

  test('is not told what the law forbids to rank by', async () => {
    const { page } = await partner;
    const consent = { profile: true, matching: true, textVersion: '2026-11' };
    for (const field of [
      'nationality',
      'gender',
      'countryOfBirth',
      'religion',
      'health',
      'age',
      'residenceStatus',
    ]) {
      const anonymous = await page('POST', '/v1/vacancy-matches', { query: 'bakker', [field]: 'x' });
      const signUp = await page('POST', '/v1/candidates', { consent, [field]: 'x' });
      assert.deepEqual([anonymous.status, signUp.status], [400, 400], field);
      assert.match(JSON.stringify(anonymous.body), new RegExp(field));
    }
    for (const field of ['name', 'birthDate', 'phone', 'email', 'diploma']) {
      const { status } = await page('POST', '/v1/vacancy-matches', {
        query: 'bakker',
        [field]: '1990-01-01',
      });
      assert.equal(status, 400, field);
    }
  });

  test('ranks as a role that can read no column of it, in facts that hold none', async () => {
    const columns = await sql<{ name: string }[]>`
      select c.relname || '.' || a.attname as name
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
        and has_column_privilege('nw_ranker', c.oid, a.attnum, 'select')`;
    assert.ok(columns.length > 0, 'the role that ranks reads something');
    const suspect = columns.filter(
      ({ name }) => PROTECTED.test(name.split('.')[1]!) && !NOT_OF_A_PERSON.includes(name),
    );
    assert.deepEqual(suspect, []);
    const keys = await sql<{ key: string }[]>`
      select distinct jsonb_object_keys(facts) as key from candidate_facts`;
    assert.deepEqual(
      keys.filter(({ key }) => PROTECTED.test(key)),
      [],
    );
  });
});

/** Skills and occupations with their preferred name in every language. */
async function namedConcepts() {
  const rows = await sql<{ code: string; type: string; names: Record<Language, string> }[]>`
    select c.code, c.type, jsonb_object_agg(l.language, l.text) as names
    from concepts c join labels l on l.concept_id = c.id and l.kind = 'preferred'
    where c.type in ('skill', 'occupation') and c.source = 'starter'
    group by c.id order by c.code collate "C"`;
  const of = (type: string) => rows.filter((row) => row.type === type);
  return { occupations: of('occupation'), skills: of('skill') };
}
