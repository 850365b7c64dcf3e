// The made-up pool: repeatable, marked, as incomplete as real profiles, and gone without a trace when removed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { predictSkills } from '../candidates/queries.ts';
import type { Sql } from '../db/connect.ts';
import { dot } from '../embedding/vector.ts';
import { countOf, maskOf } from '../matching/day-parts.ts';
import { type PersonFacts, personSideOf } from '../matching/facts.ts';
import { personQuery } from '../matching/profile.ts';
import { importTowns } from '../places/import.ts';
import { silent } from '../progress.ts';
import { TaxonomyCache } from '../taxonomy/snapshot.ts';
import { importStarter } from '../taxonomy/starter.ts';
import { testDatabase } from '../testing.ts';
import { makeCandidate, type NewCandidate } from './candidates.ts';
import { Chance } from './chance.ts';
import { makeEmployers } from './employers.ts';
import { removePool, seedPool } from './seed.ts';
import { makeVacancies, type NewVacancy } from './vacancies.ts';
import { readWorld, type World } from './world.ts';

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

  it('gives a person the vector that an anonymous profile of the same facts gets', async () => {
    const [person] = await sql<{ facts: PersonFacts; embedding: string }[]>`
      select f.facts, m.embedding::text from candidate_match m join candidates c using (id)
      join candidate_facts f on (f.id, f.version) = (m.id, m.facts_version)
      where synthetic and (select count(*) from candidate_occupations where candidate_id = m.id) > 1
        and exists (select from candidate_skills where candidate_id = m.id and provenance = 'stated')
        and exists (select from candidate_wishes where candidate_id = m.id)
      order by m.id limit 1`;
    const expected = personQuery(
      personSideOf(person!.facts),
      ['job'],
      await new TaxonomyCache(sql).current(),
    ).vector;
    // On a server the numbers of the match tables have 16 bits.
    assert.ok(dot(expected!, Float32Array.from(JSON.parse(person!.embedding))) > 0.999);
  });

  it('predicts of people what the API would predict of them', async () => {
    const skills = () => sql`
      select candidate_id, concept_id, provenance, probability from candidate_skills
      where candidate_id in (select id from candidates where synthetic) order by candidate_id, concept_id`;
    const seeded = await skills();
    await sql.begin((tx) => predictSkills(tx));
    assert.deepEqual(await skills(), seeded);
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

describe('people and vacancies of the pool', () => {
  let world: World;
  let people: NewCandidate[];
  let vacancies: NewVacancy[];
  before(async () => {
    const { sql, embedder } = await testDatabase();
    await importStarter(sql, embedder);
    await importTowns(sql, silent);
    world = await readWorld(sql);
    const chance = new Chance(11);
    vacancies = [...makeVacancies(world, chance, makeEmployers(world, chance), 2000)];
    people = Array.from({ length: 2000 }, () => makeCandidate(world, chance));
  });
  const share = <Item>(items: Item[], has: (item: Item) => boolean) =>
    items.filter(has).length / items.length;
  const asking = (...codes: string[]) => {
    const ids = world.occupations.filter(({ code }) => codes.includes(code)).map(({ id }) => id);
    return vacancies.filter(({ occupationId, kind }) => ids.includes(occupationId!) && kind !== 'course');
  };

  /** With the bounds of their share, %. */
  const told: [what: string, from: number, to: number, has: (person: NewCandidate) => boolean][] = [
    ['where they will live', 7, 14, (person) => person.nextPlaceId !== null],
    ['a longest way', 10, 30, (person) => person.maxTravelMinutes !== null],
    ['a bicycle', 30, 60, (person) => person.transport.includes('bicycle')],
    ['a car', 5, 20, (person) => person.transport.includes('car')],
    ['a moped', 0.5, 6, (person) => person.transport.includes('moped')],
    ['a driving licence', 20, 40, (person) => person.licences.length > 0],
    ['lessons', 15, 35, (person) => person.busy.some(({ reason }) => reason === 'integration-course')],
    ['hours of care', 4, 20, (person) => person.busy.some(({ reason }) => reason === 'care')],
    ['a wish', 50, 70, (person) => person.wishes.size > 0],
    ['interests', 12, 28, (person) => person.interests !== null],
    ['an aptitude', 4, 15, (person) => person.aptitudeLevel !== null],
    ['a field of study', 10, 40, (person) => person.educationField !== null],
    ['a range of levels', 8, 30, (person) => person.educationLevelMax !== null],
    ['unpaid work', 3, 20, (person) => some(person.occupations, ({ unpaid }) => unpaid)],
    ['a last year', 20, 60, (person) => some(person.occupations, ({ lastYear }) => lastYear !== null)],
    ['a confirmed skill', 8, 30, (person) => some(person.skills, has('confirmed'))],
    ['a verified skill', 1, 8, (person) => some(person.skills, has('verified'))],
    ['Dutch apart', 8, 35, (person) => person.languages.some(({ writing }) => writing !== undefined)],
    ['their right to work', 50, 90, (person) => person.workRight !== null],
  ];
  for (const [what, from, to, has] of told) {
    it(`tell ${what}, ${from} to ${to} % of the people`, () => {
      const found = 100 * share(people, has);
      assert.ok(found >= from && found <= to, `${found}`);
    });
  }

  it('have lessons of two to four mornings or afternoons, on working days', () => {
    for (const { busy } of people) {
      const lessons = busy.filter(({ reason }) => reason === 'integration-course');
      if (lessons.length === 0) continue;
      assert.ok(lessons.length >= 2 && lessons.length <= 4);
      assert.equal(new Set(lessons.map(({ part }) => part)).size, 1);
      assert.ok(lessons.every(({ day }) => day !== 'sat' && day !== 'sun'));
    }
  });

  it('name no part of the week twice, and no years before they were sixteen', () => {
    for (const { busy, birthDate, occupations } of people) {
      assert.equal(countOf(maskOf(busy)), busy.length);
      if (!birthDate) continue;
      for (const { lastYear, years } of occupations.values()) {
        assert.ok((lastYear ?? 2026) - (years ?? 0) >= Number(birthDate.slice(0, 4)) + 16);
      }
    }
  });

  it('have levels of education in order, from 1 to 8', () => {
    for (const { educationLevel, educationLevelMax } of [...people, ...vacancies]) {
      const levels = [1, educationLevel, educationLevelMax, 8].filter((level) => level !== null);
      assert.deepEqual(
        levels,
        levels.toSorted((a, b) => a - b),
      );
    }
  });

  it('have temporary protection only from Ukraine, and Dutch people need no permit', () => {
    const mother = ({ languages }: NewCandidate) => languages.find(({ level }) => level === 'C2')?.language;
    for (const person of people) {
      const category = person.workRight?.category;
      if (category === 'temporary-protection-ukraine') assert.ok(['uk', undefined].includes(mother(person)));
      if (category === 'dutch-or-eu') assert.ok(['nl', undefined].includes(mother(person)));
    }
    const categories = Object.groupBy(people, ({ workRight }) => workRight?.category ?? 'not told');
    assert.equal(Object.keys(categories).length, 7);
  });

  it('ask licences where work needs them', () => {
    assert.ok(asking('lorry-driver').every(({ licences }) => licences.includes('C')));
    assert.ok(asking('bus-driver').every(({ licences }) => licences.includes('D')));
    assert.ok(asking('tram-driver', 'baker', 'cook').every(({ licences }) => licences.length === 0));
  });

  it('have shifts: most by day, bakers before the morning, cooks in the evening', () => {
    const at = (part: string) => (vacancy: NewVacancy) => vacancy.shifts.some((shift) => shift.part === part);
    const withShifts = vacancies.filter(({ shifts }) => shifts.length > 0);
    const told = share(vacancies, ({ shifts }) => shifts.length > 0);
    assert.ok(told > 0.5 && told < 0.7, `${told}`);
    assert.ok(share(withShifts, at('night')) < 0.15, `${share(withShifts, at('night'))}`);
    assert.ok(share(withShifts, (vacancy) => at('morning')(vacancy) || at('afternoon')(vacancy)) > 0.75);
    const [bakers, cooks] = [asking('baker'), asking('cook', 'pizza-baker', 'waiter')].map((some) =>
      some.filter(({ shifts }) => shifts.length > 0),
    );
    assert.ok(share(bakers!, at('night')) > 0.3);
    assert.ok(share(cooks!, at('evening')) > 0.4);
  });

  it('call skills must-have only where the employer named the skills', () => {
    const withMustHave = vacancies.filter(({ skills }) =>
      some(skills, ({ importance }) => importance === 'must-have'),
    );
    assert.ok(withMustHave.length > 50 && withMustHave.length < 400, `${withMustHave.length}`);
    for (const { skills, inferred } of withMustHave) {
      assert.ok(!inferred.includes('skills'));
      assert.ok(!some(skills, (skill) => skill.inferred));
    }
  });
});

function some<Value>(values: Map<unknown, Value>, is: (value: Value) => boolean): boolean {
  return [...values.values()].some(is);
}

const has =
  (provenance: string) =>
  (skill: { provenance: string }): boolean =>
    skill.provenance === provenance;

/** Of every row that the pool has in the tables that people and employers fill. */
async function checksum(sql: Sql): Promise<string> {
  const [row] = await sql`
    select md5(concat(
      (select string_agg(c::text, ',' order by id) from candidates c where synthetic),
      (select string_agg(s::text, ',' order by candidate_id, concept_id) from candidate_skills s),
      (select string_agg(o::text, ',' order by candidate_id, concept_id) from candidate_occupations o),
      (select string_agg(w::text, ',' order by candidate_id, concept_id) from candidate_wishes w),
      (select string_agg(p::text, ',' order by candidate_id) from candidate_protected p),
      (select string_agg(v::text, ',' order by id) from vacancies v where synthetic),
      (select string_agg(s::text, ',' order by vacancy_id, concept_id) from vacancy_skills s))) as sum`;
  return row!.sum;
}
