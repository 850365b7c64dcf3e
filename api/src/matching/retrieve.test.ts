// What pgvector and SQL retrieve is what an exact scan in plain code finds, in both directions.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pgvector from 'pgvector';
import { dot } from '../embedding/vector.ts';
import { VACANCY_KINDS } from '../http/schema.ts';
import { emptyPool, testApi } from '../testing.ts';
import { LOST_AT_LIMIT } from './factors/location.ts';
import { indexCandidates, indexVacancies } from './index-tables.ts';
import { type Profile, profileVector } from './profile.ts';
import { CANDIDATE_DISTANCE_STEP_KM, retrieveCandidates, retrieveVacancies } from './retrieve.ts';
import { WEIGHTS } from './weights.ts';

const { sql, newPartner } = await testApi();
const PEOPLE = 400;
const VACANCIES = 300;
const K = 20;

/** A pool with gaps: every third person has no place, every fifth no occupation or skill, every seventh wants volunteering only. */
async function fillPool(): Promise<void> {
  await emptyPool(sql);
  const { partnerId } = await newPartner();
  await sql.begin(async (tx) => {
    await tx`
      insert into candidates (id, partner_id, language, place_id, max_distance_km, kinds)
      select gen_random_uuid(), ${partnerId}, 'nl', case when i % 3 > 0 then p.id end, 5 + (i * 37) % 120,
        case when i % 7 = 0 then '{volunteering}' else '{job,apprenticeship}' end::text[]
      from generate_series(1, ${PEOPLE}::int) i
      join (select id, row_number() over (order by md5(code)) as n from places) p on p.n = i`;
    await tx`
      insert into candidate_occupations (candidate_id, concept_id)
      select c.id, o.id from (select id, row_number() over (order by id) as n from candidates) c
      join (select id, row_number() over (order by md5(code)) as n from concepts where type = 'occupation') o
        on o.n = 1 + c.n % 60
      where c.n % 5 > 0`;
    await tx`
      insert into candidate_skills (candidate_id, concept_id, provenance)
      select o.candidate_id, r.to_id, case when r.to_id % 2 = 0 then 'stated' else 'predicted' end
      from candidate_occupations o join relations r on r.from_id = o.concept_id and r.type = 'essential'`;
    await tx`
      insert into consents (candidate_id, purpose, text_version, language)
      select id, 'matching', 'test', 'nl' from candidates`;
    await tx`
      insert into vacancies (id, partner_id, kind, title, place_id, occupation_id)
      select gen_random_uuid(), ${partnerId}, (${[...VACANCY_KINDS]}::text[])[1 + i % 6], 'Vacancy ' || i, p.id,
        case when i % 5 > 0 then o.id end
      from generate_series(1, ${VACANCIES}::int) i
      join (select id, row_number() over (order by md5(code || 'v')) as n from places) p on p.n = i
      left join (select id, row_number() over (order by md5(code)) as n from concepts where type = 'occupation') o
        on o.n = 1 + i % 70`;
    await tx`
      insert into vacancy_skills (vacancy_id, concept_id, importance)
      select v.id, r.to_id, r.type from vacancies v join relations r on r.from_id = v.occupation_id
      where r.type in ('essential', 'optional')`;
    await indexCandidates(tx);
    await indexVacancies(tx);
  });
}

interface Row {
  id: string;
  kind?: string;
  kinds?: string[];
  x: number | null;
  y: number | null;
  maxDistanceKm?: number;
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

interface Exact {
  id: string;
  withinReach: boolean;
  worth: number;
  similarity: number | null;
}

/** The same order, written anew: near ones first, then by the share of the score that retrieval knows. */
function exact(
  rows: Row[],
  vector: Float32Array | undefined,
  distanceOf: (row: Row) => number | null,
  limitOf: (row: Row) => number,
): Exact[] {
  return rows
    .map((row) => {
      const similarity = vector && row.embedding ? dot(vector, row.embedding) : null;
      const distance = distanceOf(row);
      const nearness = distance === null ? null : Math.max(1 - (LOST_AT_LIMIT * distance) / limitOf(row), 0);
      const worth =
        WEIGHTS.similarity.weight *
          (similarity === null ? WEIGHTS.similarity.neutral : Math.max(similarity, 0)) +
        WEIGHTS.location.weight * (nearness ?? WEIGHTS.location.neutral);
      return { id: row.id, similarity, worth, withinReach: distance === null || distance <= limitOf(row) };
    })
    .sort((a, b) => Number(b.withinReach) - Number(a.withinReach) || b.worth - a.worth);
}

/** Share of the exact best K that were retrieved; of equals any will do. */
function recall(retrieved: { id: string }[], scanned: Exact[]): number {
  const last = scanned[Math.min(K, scanned.length) - 1]!;
  const good = new Set(
    scanned
      .filter((row) => Number(row.withinReach) + row.worth >= Number(last.withinReach) + last.worth - 1e-6)
      .map((row) => row.id),
  );
  return retrieved.filter(({ id }) => good.has(id)).length / Math.min(K, scanned.length);
}

const positions = [{ x: -18, y: -7 }, { x: 81, y: 116 }, { x: 20, y: -145 }, undefined];
const OCCUPATIONS = ['baker', 'nurse', 'welder', 'software-developer', 'office-cleaner'];
async function vectorOf(code: string | undefined) {
  if (!code) return undefined;
  const [row] = await sql<
    { id: number }[]
  >`select id from concepts where code = ${code} and type = 'occupation'`;
  return profileVector(sql, [row!.id], new Map());
}
const distance = (row: Row, at: { x: number; y: number } | undefined) =>
  at && row.x !== null && row.y !== null ? Math.hypot(row.x - at.x, row.y - at.y) : null;

describe('retrieval against an exact scan', () => {
  before(fillPool);
  after(() => emptyPool(sql));

  test('finds the same vacancies for a person', async () => {
    const rows = await rowsOf('vacancy_match');
    assert.equal(rows.length, VACANCIES);
    const recalls: number[] = [];
    for (const code of [...OCCUPATIONS, undefined]) {
      for (const position of positions) {
        for (const kinds of [[...VACANCY_KINDS], ['job' as const, 'course' as const]]) {
          const vector = await vectorOf(code);
          const profile: Profile = {
            kinds,
            vector,
            position,
            side: {
              skills: new Map(),
              languages: undefined,
              education: null,
              hoursMin: null,
              hoursMax: null,
              maxDistanceKm: 40,
            },
          };
          const page = await retrieveVacancies(sql, profile, K);
          const scanned = exact(
            rows.filter((row) => kinds.some((kind) => kind === row.kind)),
            vector,
            (row) => distance(row, position),
            () => 40,
          );
          recalls.push(recall(page.hits, scanned));
          assert.equal(page.total, scanned.filter((row) => row.withinReach).length);
          assertSameSimilarity(page.hits, scanned);
        }
      }
    }
    assertNearlyAll(recalls);
  });

  test('finds the same candidates for a vacancy', async () => {
    const rows = await rowsOf('candidate_match');
    assert.equal(rows.length, PEOPLE);
    const recalls: number[] = [];
    for (const code of [...OCCUPATIONS, undefined]) {
      for (const position of positions.filter((at) => at !== undefined)) {
        for (const kind of ['job', 'volunteering'] as const) {
          const vector = await vectorOf(code);
          const page = await retrieveCandidates(sql, { kind, vector, position }, K);
          const scanned = exact(
            rows.filter((row) => row.kinds!.includes(kind)),
            vector,
            (row) => {
              const km = distance(row, position);
              const step = CANDIDATE_DISTANCE_STEP_KM;
              return km === null ? null : Math.ceil(km / step) * step;
            },
            (row) => row.maxDistanceKm!,
          );
          recalls.push(recall(page.hits, scanned));
          assert.equal(page.total, scanned.filter((row) => row.withinReach).length);
          assertSameSimilarity(page.hits, scanned);
        }
      }
    }
    assertNearlyAll(recalls);
  });
});

function assertNearlyAll(recalls: number[]): void {
  const mean = recalls.reduce((sum, value) => sum + value, 0) / recalls.length;
  assert.ok(recalls.length > 20 && mean >= 0.99, `recall@${K} is ${mean}`);
}

function assertSameSimilarity(hits: { id: string; similarity: number | null }[], scanned: Exact[]): void {
  const byId = new Map(scanned.map((row) => [row.id, row.similarity]));
  for (const { id, similarity } of hits) {
    const expected = byId.get(id)!;
    assert.equal(similarity === null, expected === null);
    assert.ok(Math.abs((similarity ?? 0) - (expected ?? 0)) < 1e-5);
  }
}
