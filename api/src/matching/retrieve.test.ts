// What pgvector and SQL retrieve is what an exact scan in plain code finds, in both directions, with all conditions.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pgvector from 'pgvector';
import { dot } from '../embedding/vector.ts';
import { LICENCES, VACANCY_KINDS } from '../http/schema.ts';
import { emptyPool, testApi } from '../testing.ts';
import { bitOf, type Condition, conditionsOf } from './conditions.ts';
import { FactsCache } from './facts-cache.ts';
import { indexCandidates, indexMissing, indexVacancies } from './index-tables.ts';
import {
  CANDIDATE_DISTANCE_STEP_KM,
  countUnmet,
  LOST_AT_LIMIT,
  NEARNESS_WEIGHT,
  type PersonQuery,
  type Retrieved,
  retrieveCandidates,
  retrieveVacancies,
  SIMILARITY_WEIGHT,
  UNKNOWN_NEARNESS,
  UNKNOWN_SIMILARITY,
  unmetCounts,
  type VacancyQuery,
} from './retrieve.ts';
import { maskOf } from './retrieve-conditions.ts';
import { sortMatchTables, tuneVectorIndex } from './retrieve-index.ts';

const { sql, newPartner } = await testApi();
const PEOPLE = 600;
const VACANCIES = 300;
const K = 20;

/** A pool with gaps: not everyone told a place, a job, languages or hours; some move, some have licences. */
async function fillPool(): Promise<void> {
  await emptyPool(sql);
  const { partnerId } = await newPartner();
  const place = (n: string) => sql`(select id from places order by md5(code || ${n}) limit 1 offset i % 700)`;
  await sql.begin(async (tx) => {
    await tx`
      insert into candidates
        (id, partner_id, language, place_id, next_place_id, max_distance_km, kinds, licences, languages, hours_min, hours_max)
      select gen_random_uuid(), ${partnerId}, 'nl', case when i % 5 > 0 then ${place('home')} end,
        case when i % 9 = 1 then ${place('next')} end, 1 + (i * 37) % 140,
        case when i % 7 = 0 then '{volunteering}' else '{job,apprenticeship}' end::text[],
        case i % 4 when 1 then '{B}' when 2 then '{B,C}' else '{}' end::text[],
        case when i % 6 = 0 then '[]' when i % 6 = 1 then '[{"language":"ar","level":"C2"}]' else jsonb_build_array(
          jsonb_build_object('language', 'nl', 'level', (array['A0','A1','A2','B1','B2'])[1 + i % 5]),
          jsonb_build_object('language', 'en', 'level', 'A1', 'speaking', (array['A2','B2'])[1 + i % 2])) end,
        case when i % 3 = 0 then 24 end, case when i % 3 < 2 then 16 + i % 30 end
      from generate_series(1, ${PEOPLE}::int) i`;
    await tx`
      insert into candidate_occupations (candidate_id, concept_id)
      select c.id, o.id from (select id, row_number() over (order by id) as n from candidates) c
      join (select id, row_number() over (order by md5(code)) as n from concepts where type = 'occupation') o
        on o.n = 1 + c.n % 60
      where c.n % 8 > 0`;
    await tx`
      insert into candidate_skills (candidate_id, concept_id, provenance)
      select o.candidate_id, r.to_id, (array['stated', 'predicted', 'confirmed', 'verified'])[1 + r.to_id % 4]
      from candidate_occupations o join relations r on r.from_id = o.concept_id and r.type = 'essential'`;
    await tx`
      insert into consents (candidate_id, purpose, text_version, language)
      select id, 'matching', 'test', 'nl' from candidates`;
    await tx`
      insert into vacancies (id, partner_id, kind, title, place_id, occupation_id, licences, languages, hours_min, hours_max)
      select gen_random_uuid(), ${partnerId}, (${[...VACANCY_KINDS]}::text[])[1 + i % 6], 'Vacancy ' || i,
        ${place('work')}, case when i % 5 > 0 then o.id end, case when i % 4 = 1 then '{B}' else '{}' end::text[],
        case i % 3 when 0 then '[]' when 1 then '[{"language":"nl","level":"B1"}]'
          else '[{"language":"nl","level":"A2"},{"language":"en","level":"B1"}]' end::jsonb,
        case when i % 2 = 0 then 32 end, case when i % 4 = 0 then 40 end
      from generate_series(1, ${VACANCIES}::int) i
      left join (select id, row_number() over (order by md5(code)) as n from concepts where type = 'occupation') o
        on o.n = 1 + i % 70`;
    await tx`
      insert into vacancy_skills (vacancy_id, concept_id, importance)
      select v.id, r.to_id, case when r.type = 'essential' and r.to_id % 9 = 0 then 'must-have' else r.type end
      from vacancies v join relations r on r.from_id = v.occupation_id
      where r.type in ('essential', 'optional')`;
    await indexCandidates(tx);
    await indexVacancies(tx);
  });
}

interface Row {
  id: string;
  kinds: number;
  licences: number;
  languages: Record<string, number> | null;
  dutch: number;
  hoursMin: number;
  hoursMax: number;
  x: number;
  y: number;
  nextX?: number;
  nextY?: number;
  maxDistanceKm?: number;
  skills: number[];
  embedding: Float32Array | null;
}

async function rowsOf(table: 'candidate_match' | 'vacancy_match'): Promise<Row[]> {
  const rows = await sql<(Omit<Row, 'embedding'> & { embedding: string | null })[]>`
    select *, embedding::text as embedding from ${sql(table)}`;
  return rows.map((row) => ({
    ...row,
    embedding: row.embedding === null ? null : Float32Array.from(pgvector.fromSql(row.embedding) as number[]),
  }));
}

/** A row as plain code judges it. */
interface Judged {
  id: string;
  unmet: number;
  promise: number;
  similarity: number | null;
  distanceKm: number | null;
}

const mask = (unmet: Partial<Record<Condition, boolean>>) =>
  Object.entries(unmet).reduce((sum, [condition, is]) => sum | (is ? bitOf(condition as Condition) : 0), 0);

function judge(
  row: Row,
  vector: Float32Array | undefined,
  km: number | null,
  limitKm: number,
  unmet: number,
): Judged {
  const similarity = vector && row.embedding ? dot(vector, row.embedding) : null;
  const nearness = km === null ? UNKNOWN_NEARNESS : Math.max(1 - (LOST_AT_LIMIT * km) / limitKm, 0);
  const promise =
    SIMILARITY_WEIGHT * Math.max(similarity ?? UNKNOWN_SIMILARITY, 0) + NEARNESS_WEIGHT * nearness;
  return { id: row.id, unmet, promise, similarity, distanceKm: km };
}

const least = (kms: number[]) => {
  const known = kms.filter((km) => !Number.isNaN(km));
  return known.length > 0 ? Math.min(...known) : null;
};

function judgeCandidate(query: VacancyQuery, row: Row): Judged {
  const { position } = query;
  const exact =
    position &&
    least([
      Math.hypot(row.x - position.x, row.y - position.y),
      Math.hypot(row.nextX! - position.x, row.nextY! - position.y),
    ]);
  const km =
    exact == null ? null : Math.ceil(exact / CANDIDATE_DISTANCE_STEP_KM) * CANDIDATE_DISTANCE_STEP_KM;
  return judge(
    row,
    query.vector,
    km,
    row.maxDistanceKm!,
    mask({
      reach: exact != null && exact > row.maxDistanceKm!,
      'place-unknown': position !== undefined && Number.isNaN(row.x),
      licence: (maskOf(query.licences, LICENCES) & ~row.licences) !== 0,
      'must-have': query.mustHaves.some((id) => !row.skills.includes(id)),
      hours: row.hoursMin > (query.hoursMax ?? 168) || row.hoursMax < (query.hoursMin ?? 0),
      language: [...query.languages].some(
        ([tag, level]) => row.languages !== null && (row.languages[tag] ?? 0) < level,
      ),
      'work-unknown': row.embedding === null,
    }),
  );
}

function judgeVacancy(query: PersonQuery, row: Row): Judged {
  const km = least(query.places.map(({ x, y }) => Math.hypot(row.x - x, row.y - y)));
  const needed = { nl: row.dutch, ...row.languages };
  return judge(
    row,
    query.vector,
    km,
    query.maxDistanceKm,
    mask({
      reach: km !== null && km > query.maxDistanceKm,
      licence: (row.licences & ~maskOf(query.licences, LICENCES)) !== 0,
      'must-have': row.skills.some((id) => !query.skills.includes(id)),
      hours: row.hoursMin > (query.hoursMax ?? 168) || row.hoursMax < (query.hoursMin ?? 0),
      language: Object.entries(needed).some(
        ([tag, level]) => query.languages && (query.languages.get(tag) ?? 0) < level,
      ),
      'work-unknown': row.embedding === null,
    }),
  );
}

const missed = (row: { unmet: number }) => conditionsOf(row.unmet).length;

/** Every hit is judged as plain code judges it, in the right order, and nobody better was left out. */
function assertBest(hits: Retrieved[], judged: Judged[], limit: number): void {
  const byId = new Map(judged.map((row) => [row.id, row]));
  assert.equal(hits.length, Math.min(limit, judged.length), 'a page is full when enough exist');
  // halfvec keeps three digits.
  const nearly = (a: number | null, b: number | null) =>
    a === null || b === null ? a === b : Math.abs(a - b) < 2e-3;
  const seen = hits.map((hit) => {
    const expected = byId.get(hit.id)!;
    assert.deepEqual(conditionsOf(hit.unmet), conditionsOf(expected.unmet));
    assert.ok(nearly(hit.similarity, expected.similarity), `${hit.similarity} is ${expected.similarity}`);
    assert.ok(nearly(hit.distanceKm, expected.distanceKm), `${hit.distanceKm} is ${expected.distanceKm}`);
    return expected;
  });
  const best = judged.toSorted((a, b) => missed(a) - missed(b) || b.promise - a.promise);
  seen.forEach((row, i) => {
    assert.equal(missed(row), missed(best[i]!));
    assert.ok(nearly(row.promise, best[i]!.promise), `${row.promise} in place of ${best[i]!.promise}`);
  });
}

const OCCUPATIONS = ['baker', 'nurse', 'welder', 'software-developer'];
const POSITIONS = [{ x: -18, y: -7 }, { x: 81, y: 116 }, { x: 20, y: -145 }, undefined];

async function concept(code: string): Promise<{ vector: Float32Array; skills: number[] }> {
  const [row] = await sql<{ vector: string; skills: number[] }[]>`
    select embedding::text as vector, array(
      select to_id from relations where from_id = c.id and type = 'essential' order by to_id) as skills
    from concepts c where code = ${code} and type = 'occupation'`;
  return { vector: Float32Array.from(pgvector.fromSql(row!.vector) as number[]), skills: row!.skills };
}

const anything: Omit<VacancyQuery, 'vector' | 'position'> = {
  kind: 'job',
  licences: [],
  mustHaves: [],
  hoursMin: null,
  hoursMax: null,
  languages: new Map(),
};

/** Vacancies that ask nothing, one thing each, and much. */
const demandsWith = (skills: number[]): Partial<VacancyQuery>[] => [
  {},
  { kind: 'volunteering' },
  { licences: ['B', 'C'] },
  { mustHaves: skills.filter((id) => id % 4 !== 1).slice(0, 2) },
  { hoursMin: 32, hoursMax: 36 },
  { languages: new Map([['nl', 3]]) },
  { languages: new Map([['en', 3], ['nl', 1]]) }, // biome-ignore format: one line
  { licences: ['B'], hoursMin: 30, languages: new Map([['nl', 4]]), mustHaves: skills.slice(0, 3) },
];

async function vacancyQueries(): Promise<VacancyQuery[]> {
  const queries: VacancyQuery[] = [];
  for (const code of OCCUPATIONS) {
    const { vector, skills } = await concept(code);
    for (const [i, demands] of demandsWith(skills).entries()) {
      for (const position of POSITIONS)
        queries.push({ ...anything, vector: i % 4 === 3 ? undefined : vector, position, ...demands });
    }
  }
  return queries;
}

async function personQueries(): Promise<PersonQuery[]> {
  const queries: PersonQuery[] = [];
  for (const code of OCCUPATIONS) {
    const { vector, skills } = await concept(code);
    for (const position of POSITIONS) {
      const base: PersonQuery = {
        kinds: ['job', 'course'],
        vector,
        places: position ? [position] : [],
        maxDistanceKm: 40,
        licences: [],
        skills: [],
        hoursMin: null,
        hoursMax: null,
        languages: undefined,
      };
      queries.push(
        base,
        { ...base, kinds: VACANCY_KINDS, vector: undefined, maxDistanceKm: 250 },
        { ...base, places: [...base.places, { x: -50, y: 20 }], licences: ['B'], skills },
        { ...base, hoursMin: 8, hoursMax: 20, languages: new Map([['nl', 2]]) },
        { ...base, kinds: VACANCY_KINDS, languages: new Map([['nl', 4], ['en', 3]]) }, // biome-ignore format: one line
      );
    }
  }
  return queries;
}

describe('retrieval against an exact scan', () => {
  before(fillPool);
  after(() => emptyPool(sql));

  test('finds the best candidates for a vacancy, with what each does not meet', async () => {
    const rows = await rowsOf('candidate_match');
    assert.equal(rows.length, PEOPLE);
    let filled = 0;
    for (const query of await vacancyQueries()) {
      const page = await retrieveCandidates(sql, query, K);
      const judged = rows
        .filter((row) => row.kinds & maskOf([query.kind], VACANCY_KINDS))
        .map((row) => judgeCandidate(query, row));
      assertBest(page.hits, judged, K);
      assert.equal(page.total, judged.filter(({ unmet }) => unmet === 0).length);
      assert.ok(page.totalIsExact);
      if (page.total < K) filled++;
    }
    assert.ok(filled > 20, 'many pages were filled with those who do not meet all');
  });

  test('finds the best vacancies for a person, with what each asks too much', async () => {
    const rows = await rowsOf('vacancy_match');
    assert.equal(rows.length, VACANCIES);
    for (const query of await personQueries()) {
      const page = await retrieveVacancies(sql, query, K);
      const judged = rows
        .filter((row) => row.kinds & maskOf(query.kinds, VACANCY_KINDS))
        .map((row) => judgeVacancy(query, row));
      assertBest(page.hits, judged, K);
      assert.equal(page.total, judged.filter(({ unmet }) => unmet === 0).length);
    }
  });

  test('brings the facts of each, of the version that its row was made with, and reads a version once', async () => {
    const query = { ...anything, vector: undefined, position: POSITIONS[0] };
    const { hits } = await retrieveCandidates(sql, query, K);
    const facts = new FactsCache();
    const found = await facts.of(sql, 'candidate', hits);
    assert.deepEqual(
      found.map(({ id }) => id),
      hits.map(({ id }) => id),
    );
    for (const { id, facts, factsVersion } of found) {
      const [row] =
        await sql`select facts from candidate_facts where id = ${id} and version = ${factsVersion}`;
      assert.deepEqual(facts, row!.facts);
    }

    const again = await facts.of(refusing, 'candidate', hits);
    again.forEach(({ facts }, i) => {
      assert.equal(facts, found[i]!.facts);
    });
    const newer = hits.map((hit) => ({ ...hit, factsVersion: -hit.factsVersion }));
    await assert.rejects(facts.of(refusing, 'candidate', newer), /asked/);
    assert.deepEqual(await facts.of(sql, 'candidate', newer), [], 'without those that are gone');
  });

  test('gives nothing when nobody looks for the kind', async () => {
    const query = { ...anything, kind: 'course' as const, vector: undefined, position: POSITIONS[0] };
    const { hits, total, totalIsExact } = await retrieveCandidates(sql, query, K);
    assert.deepEqual({ hits, total, totalIsExact }, { hits: [], total: 0, totalIsExact: true });
    assert.deepEqual(await countUnmet(sql, query), []);
  });

  test('says which condition emptied a page', async () => {
    const query = { ...anything, vector: undefined, position: undefined, licences: ['DE'] };
    const page = await retrieveCandidates(sql, query, K);
    assert.equal(page.total, 0);
    assert.equal(unmetCounts(page.hits).licence, K);
  });

  test('counts who misses what as judging each one does', async () => {
    const rows = await rowsOf('candidate_match');
    for (const query of await vacancyQueries()) {
      const groups = await countUnmet(sql, query);
      const expected = new Map<number, number>();
      for (const row of rows) {
        if (!(row.kinds & maskOf([query.kind], VACANCY_KINDS))) continue;
        const { unmet } = judgeCandidate(query, row);
        expected.set(unmet, (expected.get(unmet) ?? 0) + 1);
      }
      const counted = new Map<number, number>();
      for (const { unmet, count } of groups) counted.set(unmet, (counted.get(unmet) ?? 0) + count);
      assert.deepEqual(counted, expected);
      for (const group of groups) {
        const conditions = conditionsOf(group.unmet);
        assert.equal(group.beyondKm > 0, conditions.includes('reach'));
        assert.equal(Object.keys(group.short).length > 0, conditions.includes('language'));
        assert.equal(group.missingLicences.length > 0, conditions.includes('licence'));
        assert.equal(group.missingMustHaves.length > 0, conditions.includes('must-have'));
      }
    }
  });

  test('relaxing one requirement gives as many as the count foretold', async () => {
    const { vector } = await concept('baker');
    const query: VacancyQuery = {
      ...anything,
      vector,
      position: POSITIONS[0],
      licences: ['B'],
      languages: new Map([['nl', 4]]),
    };
    const groups = await countUnmet(sql, query);
    const foretold = groups
      .filter(({ unmet, short }) => (unmet & ~bitOf('language')) === 0 && (short.nl ?? 0) <= 2)
      .reduce((sum, { count }) => sum + count, 0);
    const { total } = await retrieveCandidates(sql, query, K);
    const relaxed = await retrieveCandidates(sql, { ...query, languages: new Map([['nl', 2]]) }, K);
    assert.equal(relaxed.total, foretold);
    assert.ok(relaxed.total > total);
  });

  test('what changed a moment ago counts in the next question', async () => {
    const { vector } = await concept('welder');
    const query = { ...anything, vector, position: POSITIONS[0], licences: ['T'] };
    assert.equal((await retrieveCandidates(sql, query, K)).total, 0);
    const [someone] = await sql<{ id: string }[]>`
      select c.id from candidates c join candidate_match m using (id)
      where c.place_id is not null and m.embedding is not null and 'job' = any(c.kinds) order by c.id limit 1`;
    await sql.begin(async (tx) => {
      await tx`
        update candidates set licences = '{T}', max_distance_km = 300 where id = ${someone!.id}`;
      await indexCandidates(tx, [someone!.id]);
    });
    const page = await retrieveCandidates(sql, query, K);
    assert.deepEqual([page.total, page.hits[0]!.id], [1, someone!.id]);
  });

  test('rows that a pool lacks are made, and no others', async () => {
    const before = await rowsOf('candidate_match');
    await sql`delete from candidate_match where id = any(${before.slice(0, 7).map(({ id }) => id)}::uuid[])`;
    await sql`delete from vacancy_match where kinds = 1`;
    await indexMissing(sql);
    const byId = (rows: Row[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    assert.deepEqual(byId(await rowsOf('candidate_match')), byId(before));
    assert.equal((await rowsOf('vacancy_match')).length, VACANCIES);
  });

  test('a large pool asks an index of vectors when nearly everyone meets the conditions', async () => {
    const { vector } = await concept('nurse');
    const query = { ...anything, vector, position: undefined };
    assert.deepEqual(await tuneVectorIndex(sql, 100), ['candidate', 'vacancy']);
    const [exact, approximate] = [
      await retrieveCandidates(sql, query, K, { way: 'exact' }),
      await retrieveCandidates(sql, query, K),
    ];
    const found = new Set(approximate.hits.map(({ id }) => id));
    const recall = exact.hits.filter(({ id }) => found.has(id)).length / K;
    assert.ok(recall >= 0.9, `recall@${K} is ${recall}`);
    assert.equal(approximate.total, exact.total);
    assert.deepEqual(await tuneVectorIndex(sql), []);
    assert.deepEqual(await retrieveCandidates(sql, query, K), exact);
  });

  test('sorting the tables changes no answer', async () => {
    const { vector } = await concept('nurse');
    const query = { ...anything, vector, position: POSITIONS[0] };
    const before = await retrieveCandidates(sql, query, K);
    await sortMatchTables(sql);
    assert.deepEqual(await retrieveCandidates(sql, query, K), before);
  });
});

/** A database that must not be asked. */
const refusing = (() => {
  throw new Error('asked');
}) as unknown as typeof sql;
