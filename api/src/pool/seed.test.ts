// The made-up pool: repeatable, marked, as incomplete as real profiles, and gone without a trace when removed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Sql } from '../db/connect.ts';
import { dot } from '../embedding/vector.ts';
import { profileVector } from '../matching/profile.ts';
import { importTowns } from '../places/import.ts';
import { silent } from '../progress.ts';
import { importStarter } from '../taxonomy/starter.ts';
import { testDatabase } from '../testing.ts';
import { removePool, seedPool } from './seed.ts';

const SMALL = { candidates: 200, vacancies: 100, seed: 7 };

describe('the synthetic pool', () => {
  let sql: Sql;

  before(async () => {
    const database = await testDatabase();
    sql = database.sql;
    await importStarter(sql, database.embedder);
    await importTowns(sql, silent);
    await seedPool(sql, silent, SMALL);
  });
  after(() => sql.begin(removePool));

  const count = async (condition: string) => {
    const [row] = await sql<
      { count: number }[]
    >`select count(*) from candidates c where synthetic and (${sql.unsafe(condition)})`;
    return row!.count;
  };

  it('has as many people and vacancies as asked, all marked as synthetic', async () => {
    assert.equal(await count('true'), SMALL.candidates);
    const [vacancies] = await sql`
      select count(*), bool_and(employer_name like '% (demo)') as named_as_demo from vacancies where synthetic`;
    assert.deepEqual(vacancies, { count: SMALL.vacancies, namedAsDemo: true });
  });

  it('is the same, ids included, when it is made again from the same seed', async () => {
    const first = await checksum(sql);
    await sql.begin(removePool);
    assert.equal(await count('true'), 0);
    await seedPool(sql, silent, SMALL);
    assert.equal(await checksum(sql), first);
  });

  it('is left alone by a second call, and renewed for another seed', async () => {
    const first = await checksum(sql);
    await sql`update candidates set name = 'Changed by hand' where synthetic`;
    await seedPool(sql, silent, SMALL);
    assert.equal(await count("name = 'Changed by hand'"), SMALL.candidates);
    await seedPool(sql, silent, { ...SMALL, seed: 8 });
    assert.equal(await count("name = 'Changed by hand'"), 0);
    await seedPool(sql, silent, SMALL);
    assert.equal(await checksum(sql), first);
  });

  it('is renewed when the taxonomy has changed', async () => {
    await sql`update candidates set name = 'Changed by hand' where synthetic`;
    await sql`insert into concepts (code, type, source) values ('pool-test', 'skill', 'pool-test')`;
    await seedPool(sql, silent, SMALL);
    await sql`delete from concepts where code = 'pool-test'`;
    assert.equal(await count("name = 'Changed by hand'"), 0);
    await seedPool(sql, silent, SMALL);
  });

  it('has names in Latin, Cyrillic, Arabic and Ethiopic letters', async () => {
    for (const letters of ['[a-z]', '[а-яії]', '[ء-ی]', '[ሀ-ፚ]']) {
      assert.ok((await count(`name ~* '${letters}'`)) > 0, letters);
    }
  });

  it('has the gaps of real profiles', async () => {
    for (const gap of [
      'email is null',
      'phone is null',
      'birth_date is null',
      'place_id is null',
      'education_level is null',
      'hours_min is null',
      "diploma = 'none'",
      "diploma = 'unknown'",
      "to_char(birth_date, 'MM-DD') = '01-01'",
      "name !~ ' '",
      'not exists (select from candidate_occupations where candidate_id = c.id)',
      'languages @> \'[{"language": "nl", "level": "A0"}]\'',
    ]) {
      const share = (await count(gap)) / SMALL.candidates;
      assert.ok(share > 0 && share < 0.8, `${gap}: ${share}`);
    }
  });

  it('shows to matching everyone who consented, and nobody else', async () => {
    const [row] = await sql`
      select count(*) filter (where not consents) as without, count(*) filter (where consents <> matches) as wrong
      from (
        select exists (select from consents where candidate_id = c.id and purpose = 'matching') as consents,
          exists (select from candidate_match m where m.id = c.id) as matches
        from candidates c where synthetic
      ) people`;
    assert.ok(row!.without > 0);
    assert.equal(row!.wrong, 0);
  });

  it('gives a person the vector that an anonymous profile of the same skills gets', async () => {
    const [person] = await sql<{ id: string; embedding: string }[]>`
      select m.id, m.embedding::text from candidate_match m join candidates c using (id)
      where synthetic and (select count(*) from candidate_occupations where candidate_id = m.id) > 1
        and exists (select from candidate_skills where candidate_id = m.id and provenance = 'stated')
      order by m.id limit 1`;
    const occupations =
      await sql`select concept_id from candidate_occupations where candidate_id = ${person!.id}`;
    const skills =
      await sql`select concept_id, provenance from candidate_skills where candidate_id = ${person!.id}`;
    const expected = await profileVector(
      sql,
      occupations.map((row) => row.conceptId),
      new Map(skills.map((row) => [row.conceptId, row.provenance])),
    );
    assert.ok(dot(expected!, Float32Array.from(JSON.parse(person!.embedding))) > 0.9999);
  });

  it('asks vacancies of every kind, each with a place, most with skills', async () => {
    const [row] = await sql`
      select count(distinct v.kind) as kinds, count(distinct place_id) as places,
        count(*) filter (where m.embedding is not null) as with_vector,
        count(*) filter (where 'skills' = any(inferred)) as with_inferred_skills
      from vacancies v left join vacancy_match m using (id) where synthetic`;
    assert.equal(row!.kinds, 6);
    assert.ok(row!.places > 20);
    assert.ok(row!.withVector >= 90);
    assert.ok(row!.withInferredSkills > 20);
  });
});

/** Of every row that the pool has in the tables that people and employers fill. */
async function checksum(sql: Sql): Promise<string> {
  const [row] = await sql`
    select md5(concat(
      (select string_agg(c::text, ',' order by id) from candidates c where synthetic),
      (select string_agg(s::text, ',' order by candidate_id, concept_id) from candidate_skills s),
      (select string_agg(o::text, ',' order by candidate_id, concept_id) from candidate_occupations o),
      (select string_agg(v::text, ',' order by id) from vacancies v where synthetic),
      (select string_agg(s::text, ',' order by vacancy_id, concept_id) from vacancy_skills s))) as sum`;
  return row!.sum;
}
