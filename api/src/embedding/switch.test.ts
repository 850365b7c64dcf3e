// Another embedder than before: the API goes on with the old vectors until the new ones are complete, and then has them all.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pgvector from 'pgvector';
import { CandidateInput, CandidatePatch } from '../candidates/schema.ts';
import { connect, type Sql } from '../db/connect.ts';
import { LANGUAGES } from '../http/schema.ts';
import { indexCandidates, indexVacancies } from '../matching/index-tables.ts';
import { VacancyMatchRequest } from '../matching/schema.ts';
import { createPartner } from '../partners/keys.ts';
import { importTowns } from '../places/import.ts';
import { silent } from '../progress.ts';
import { createServices } from '../services.ts';
import { importStarter } from '../taxonomy/starter.ts';
import { computeVectors } from '../taxonomy/vectors.ts';
import { CONSENT, labelsInAll, newDatabase } from '../testing.ts';
import { VacancyInput } from '../vacancies/schema.ts';
import type { Embedder } from './embedder.ts';
import { keepVectors } from './switch-keeper.ts';
import { holdVectors, readVectorState } from './switch-state.ts';
import { normalize } from './vector.ts';

/** Letters choose directions; it takes its time, and counts what it was asked. */
function fakeEmbedder(id: string, dimensions: number, msPerBatch = 0): Embedder & { asked: number } {
  return {
    id,
    dimensions,
    asked: 0,
    async embed(texts) {
      this.asked += texts.length;
      if (msPerBatch > 0) await wait(msPerBatch);
      return texts.map((text) => {
        const vector = new Float32Array(dimensions);
        for (let i = 0; i < text.length; i++) vector[(text.charCodeAt(i) * (i + 7)) % dimensions]! += 1;
        return normalize(vector);
      });
    },
  };
}

/** Labels of the 8 concepts that are embedded at a time: those under way when it stops are embedded again. */
const BATCH = 8 * LANGUAGES.length;
const OLD = fakeEmbedder('old', 6);
const SKILLS = Array.from({ length: 60 }, (_, i) => `vaardigheid-${i}`);
const OCCUPATIONS = Array.from({ length: 20 }, (_, i) => `beroep-${i}`);

/** A folder of a small taxonomy; `more` adds an occupation with a skill of its own. */
async function writeTaxonomy(folder: string, { more = false } = {}): Promise<void> {
  const occupation = (i: number) => ({
    ...labelsInAll(`beroep ${i}`),
    isco: '7512',
    nlqf: [1, 2],
    regulated: false,
    riasec: 'R',
    essential: [0, 1, 2].map((k) => SKILLS[(3 * i + k) % 60]!),
    optional: [SKILLS[(3 * i + 7) % 60]!],
  });
  const skill = (name: string) => ({ ...labelsInAll(name.replace('-', ' ')), type: 'skill' });
  const file = {
    groups: { 7: labelsInAll('groep') },
    skills: Object.fromEntries(
      [...SKILLS, ...(more ? ['nieuwigheid'] : [])].map((name) => [name, skill(name)]),
    ),
    occupations: Object.fromEntries(OCCUPATIONS.map((name, i) => [name, occupation(i)])),
  };
  if (more)
    file.occupations.vernieuwer = {
      ...occupation(99),
      ...labelsInAll('vernieuwer'),
      essential: ['nieuwigheid'],
    };
  await writeFile(join(folder, 'all.yaml'), JSON.stringify(file));
}

describe('switching to another embedder', () => {
  let folder: string;
  let database: Awaited<ReturnType<typeof newDatabase>>;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nw-taxonomy-'));
    database = await newDatabase();
    await importTowns(database.sql, silent);
  });
  after(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  /** The database with vectors of OLD, people and vacancies; what `keep` starts ends with the test. */
  async function open(t: TestContext) {
    const { sql, url } = database;
    await sql`truncate concepts, candidates, vacancies restart identity cascade`;
    await sql`delete from imports where source = 'starter'`;
    await sql`
      update taxonomy_state
      set version = 0, embedder = null, vectors_version = null, next_embedder = null, next_version = null`;
    await writeTaxonomy(folder);
    await importStarter(sql, OLD, silent, folder);
    const keep = (embedder: Embedder, on = sql) => {
      const keeper = keepVectors(on, embedder, silent, 20);
      t.after(() => keeper.stop());
      return keeper;
    };
    const { partnerId } = await createPartner(sql, { name: 'Test', type: 'employer', origins: [] });
    const caller = { kind: 'secret', partnerId, keyId: partnerId } as const;
    const { candidates, vacancies, matching } = createServices(sql, OLD);
    const town = (await sql<{ code: string }[]>`select code from places where name = 'Utrecht'`)[0]!.code;

    const signUp = async (i: number) => {
      const person = CandidateInput.parse({
        kinds: ['job'],
        occupations: [{ occupation: { id: OCCUPATIONS[i % 20]! } }],
        skills: [{ id: SKILLS[(7 * i) % 60]! }],
        place: { id: town },
        consent: CONSENT,
      });
      return (await candidates.signUp(caller, person)).candidateId;
    };
    const update = (id: string, patch: object) => candidates.update(id, CandidatePatch.parse(patch), caller);
    const post = (i: number) =>
      vacancies.create(
        partnerId,
        VacancyInput.parse({
          title: `Vacature ${i}`,
          occupation: { id: OCCUPATIONS[i % 20]! },
          place: { id: town },
        }),
        'nl',
      );
    const people: string[] = [];
    const places: string[] = [];
    for (let i = 0; i < 40; i++) people.push(await signUp(i));
    for (let i = 0; i < 20; i++) places.push((await post(i)).id);

    const request = VacancyMatchRequest.parse({
      occupations: [{ id: OCCUPATIONS[0]! }],
      skills: [{ id: SKILLS[3]! }],
      kinds: ['job'],
      limit: 5,
    });
    const matchOnce = async () => {
      const found = await matching.vacanciesForProfile(request, caller);
      assert.ok(found.items.length > 0);
      const back = await matching.candidatesForVacancy(places[0]!, { language: 'nl', limit: 5 }, caller);
      assert.ok(back!.items.length > 0);
    };
    return {
      sql,
      url,
      keep,
      partnerId,
      update,
      candidates,
      vacancies,
      people,
      places,
      signUp,
      post,
      matchOnce,
    };
  }

  /** Which embedders' vectors stand in the three tables, at one moment. */
  async function dimensionsNow(sql: Sql): Promise<number[]> {
    const rows = await sql<{ dims: number }[]>`
      select distinct vector_dims(v) as dims from (
        select embedding as v from concepts union all select label_embedding from concepts
        union all select embedding from candidate_match union all select embedding from vacancy_match
      ) x where v is not null order by 1`;
    return rows.map(({ dims }) => dims);
  }

  async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (!(await condition())) {
      assert.ok(Date.now() < deadline, `${what} took too long`);
      await wait(5);
    }
  }
  const isDone = (sql: Sql, embedder: Embedder) => async () => {
    const state = await readVectorState(sql);
    return (
      state.embedder === embedder.id && state.version === state.vectorsVersion && state.nextEmbedder === null
    );
  };

  /** Every vector is what an import with this embedder would have made; nothing stands beside. */
  async function assertComplete(sql: Sql, embedder: Embedder): Promise<void> {
    const read = (tx: Pick<Sql, 'unsafe'>) =>
      tx.unsafe<{ id: string; vector: string | null }[]>(`
        select 'concept ' || id as id, embedding::text as vector from concepts
        union all select 'label ' || id, label_embedding::text from concepts
        union all select 'candidate ' || id, embedding::text from candidate_match
        union all select 'vacancy ' || id, embedding::text from vacancy_match order by 1`);
    const stored = await read(sql);
    const rollBack = new Error('only to compare');
    await sql
      .begin(async (tx) => {
        await computeVectors(tx, embedder);
        await indexCandidates(tx);
        await indexVacancies(tx);
        const expected = await read(tx);
        assert.deepEqual(
          stored.map(({ id }) => id),
          expected.map(({ id }) => id),
        );
        stored.forEach(({ id, vector }, i) => {
          assert.ok(vector, `${id} has no vector`);
          const [own, other] = [vector, expected[i]!.vector!].map(
            (text) => pgvector.fromSql(text) as number[],
          );
          assert.equal(own!.length, embedder.dimensions, id);
          assert.ok(
            own!.every((value, k) => Math.abs(value - other![k]!) < 1e-5),
            `${id} has another vector`,
          );
        });
        throw rollBack;
      })
      .catch((error) => {
        if (error !== rollBack) throw error;
      });
    const [left] = await sql<{ concepts: number; rows: number }[]>`
      select (select count(*) from concepts
          where next_labels is not null or next_label_embedding is not null or next_embedding is not null) as concepts,
        (select count(*) from candidate_match_next) + (select count(*) from vacancy_match_next) as rows`;
    assert.deepEqual(left, { concepts: 0, rows: 0 });
  }

  test('answers all the time, first by the old vectors alone, then by the new alone', async (t) => {
    const { sql, keep, matchOnce, signUp, post, people, places, candidates, update, vacancies, partnerId } =
      await open(t);
    const [next, same] = [fakeEmbedder('new', 9), fakeEmbedder('new', 9)];
    const embed = next.embed.bind(next);
    let during = 0;
    // Each batch takes as long as two rounds of answers, however busy the machine is.
    next.embed = async (texts) => {
      const enough = during + 2;
      await until(async () => during >= enough, 'answering');
      return embed(texts);
    };
    const versionBefore = (await readVectorState(sql)).version;

    // Two copies of the API: one goes on with the old embedder, one was started with the new.
    const copies = [OLD, same].map((embedder) => createServices(sql, embedder).taxonomy);
    const search = async () => {
      const answers = await Promise.all(copies.map((copy) => copy.searchOccupations('beroep 3', 'nl', 5)));
      for (const { items } of answers)
        assert.equal(items[0]!.id, OCCUPATIONS[3], 'found by its letters, whoever serves');
    };
    keep(next);
    const seen = new Set<string>();
    const changes = [
      () => signUp(41),
      () => post(21),
      () => update(people[0]!, { skills: [{ id: SKILLS[50]! }] }),
      () => update(people[1]!, { consent: { ...CONSENT, profile: true, matching: false } }),
      () => candidates.delete(people[2]!),
      () => vacancies.close(partnerId, places[1]!, 'filled'),
    ];
    await until(async () => {
      await Promise.all([matchOnce(), search(), matchOnce()]);
      const dimensions = await dimensionsNow(sql);
      seen.add(dimensions.join());
      if (dimensions[0] === 6) {
        during++;
        if (during % 2 === 0) await changes.shift()?.();
      }
      return isDone(sql, next)();
    }, 'the switch');
    seen.add((await dimensionsNow(sql)).join());
    assert.deepEqual([...seen], ['6', '9'], 'never two at once');
    assert.ok(during > 5, `answered ${during} times meanwhile`);
    for (const change of changes) await change();

    assert.equal((await readVectorState(sql)).version, versionBefore + 1);
    await assertComplete(sql, same);
    await matchOnce();
  });

  test('what is written at the last moment has new vectors too', async (t) => {
    const { sql, keep, people, signUp, update } = await open(t);
    const next = fakeEmbedder('new', 9, 1);
    keep(next);
    let i = 100;
    const writes: Promise<unknown>[] = [];
    await until(async () => {
      writes.push(signUp(i), update(people[i % 40]!, { skills: [{ id: SKILLS[i % 60]! }] }));
      i++;
      await Promise.all(writes.splice(0));
      return isDone(sql, next)();
    }, 'the switch');
    await assertComplete(sql, next);
  });

  test('an import meanwhile loses nothing, whichever embedder it runs with', async (t) => {
    for (const importer of ['old', 'new'] as const) {
      await t.test(importer, async (t) => {
        const { sql, keep } = await open(t);
        const next = fakeEmbedder('new', 9, 10);
        keep(next);
        await until(async () => next.asked > 100, 'the beginning');
        await writeTaxonomy(folder, { more: true });
        await importStarter(sql, importer === 'old' ? OLD : next, silent, folder);
        assert.equal((await readVectorState(sql)).embedder, 'old', 'the old vectors serve on');
        assert.deepEqual(await dimensionsNow(sql), [6]);
        await until(isDone(sql, next), 'the switch');
        const [added] =
          await sql`select label_embedding is not null as found from concepts where code = 'vernieuwer'`;
        assert.equal(added!.found, true);
        await assertComplete(sql, next);
      });
    }
  });

  test('a crash midway leaves the old vectors serving, and the next start goes on', async (t) => {
    const { sql, keep, matchOnce } = await open(t);
    const total = (await sql<{ n: number }[]>`select count(*) as n from labels`)[0]!.n;
    const first = fakeEmbedder('new', 9, 10);
    const keeper = keep(first);
    await until(async () => first.asked > total / 2, 'the first half');
    await keeper.stop();
    assert.ok(first.asked < total);
    assert.equal((await readVectorState(sql)).embedder, 'old');
    assert.deepEqual(await dimensionsNow(sql), [6]);
    await matchOnce();

    const second = fakeEmbedder('new', 9);
    keep(second);
    await until(isDone(sql, second), 'the rest');
    assert.ok(
      first.asked + second.asked <= total + 2 * BATCH,
      `asked ${first.asked} and ${second.asked} of ${total}`,
    );
    await assertComplete(sql, second);
  });

  test('an embedder that fails is asked again, and the old vectors serve meanwhile', async (t) => {
    const { sql, keep, matchOnce } = await open(t);
    const said = t.mock.method(console, 'error', () => {});
    const next = fakeEmbedder('new', 9);
    const embed = next.embed.bind(next);
    let failures = 3;
    next.embed = async (texts) => {
      if (next.asked > 100 && failures-- > 0) throw new Error('the endpoint is out of reach');
      return embed(texts);
    };
    keep(next);
    await until(async () => said.mock.callCount() > 0, 'the failure');
    assert.match(
      String(said.mock.calls[0]!.arguments[0]),
      /the old ones serve.*the endpoint is out of reach/,
    );
    await matchOnce();
    await until(isDone(sql, next), 'the switch');
    await assertComplete(sql, next);
  });

  test('back and forth, and a third half made in between: no vector of another stays', async (t) => {
    const { sql, keep } = await open(t);
    const third = fakeEmbedder('third', 4, 5);
    const abandoned = keep(third);
    await until(async () => third.asked > 100, 'the beginning');
    await abandoned.stop();
    for (const embedder of [fakeEmbedder('new', 9), OLD]) {
      const keeper = keep(embedder);
      await until(isDone(sql, embedder), `the switch to ${embedder.id}`);
      await keeper.stop();
      await assertComplete(sql, embedder);
    }
  });

  test('an import by another embedder than serves is completed by the API that serves', async (t) => {
    const { sql, keep } = await open(t);
    keep(OLD);
    await writeTaxonomy(folder, { more: true });
    await importStarter(sql, fakeEmbedder('of the command line', 5), silent, folder);
    await until(isDone(sql, OLD), 'the completion');
    await assertComplete(sql, OLD);
  });

  test('one copy does the work, another takes over when it dies', {
    skip: !process.env.DATABASE_URL,
  }, async (t) => {
    const { sql, keep, url } = await open(t);
    const copy = await connect({ DATABASE_URL: url, NW_DATA: '', NW_CONNECTIONS: 5 });
    const [first, second] = [fakeEmbedder('new', 9, 20), fakeEmbedder('new', 9)];
    const working = keep(first, copy.sql);
    await until(async () => first.asked > 50, 'the beginning');
    keep(second);
    await wait(100);
    assert.equal(second.asked, 0, 'the second waits');
    // As when it is killed: its connections are gone at once.
    t.mock.method(console, 'error', () => {});
    await copy.sql.end({ timeout: 0 });
    await until(isDone(sql, second), 'the switch');
    assert.ok(second.asked > 0);
    await working.stop();
    await assertComplete(sql, second);
  });

  test('of two copies with different embedders the last one started decides', {
    skip: !process.env.DATABASE_URL,
  }, async (t) => {
    const { sql, keep, url } = await open(t);
    const copy = await connect({ DATABASE_URL: url, NW_DATA: '', NW_CONNECTIONS: 5 });
    t.after(() => copy.close());
    const oldCopy = keep(OLD, copy.sql);
    await wait(50);
    const next = fakeEmbedder('new', 9);
    const newCopy = keep(next);
    await until(isDone(sql, next), 'the switch');
    await wait(100);
    assert.equal((await readVectorState(sql)).embedder, 'new', 'the old copy does not switch back');
    await Promise.all([oldCopy.stop(), newCopy.stop()]);
  });

  test('who holds the vectors in a transaction reads those of one embedder to its end', async (t) => {
    const { sql, keep } = await open(t);
    const next = fakeEmbedder('new', 9);
    const dimensionsOf = async (tx: Pick<Sql, 'unsafe'>) =>
      (await tx.unsafe('select distinct vector_dims(label_embedding) as dims from concepts')).map(
        ({ dims }) => dims,
      );
    await sql.begin('isolation level repeatable read read only', async (tx) => {
      await holdVectors(tx);
      const state = await readVectorState(tx);
      keep(next);
      await wait(700);
      assert.deepEqual([state.embedder, await dimensionsOf(tx)], ['old', [6]]);
    });
    await until(isDone(sql, next), 'the switch');
    assert.deepEqual(await dimensionsOf(sql), [9]);
  });
});
