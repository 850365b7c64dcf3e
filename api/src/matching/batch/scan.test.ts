// The scan of all pairs finds what retrieval finds one by one, in both directions.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { seedPool } from '../../pool/seed.ts';
import { silent } from '../../progress.ts';
import { TaxonomyCache } from '../../taxonomy/snapshot.ts';
import { emptyPool, testApi } from '../../testing.ts';
import { personSideOf, vacancySideOf } from '../facts.ts';
import { indexCandidates } from '../index-tables.ts';
import { personQuery, vacancyQuery } from '../profile.ts';
import { readAskingCandidate, readAskingVacancy } from '../queries.ts';
import {
  LOST_AT_LIMIT,
  NEARNESS_WEIGHT,
  type Retrieved,
  retrieveCandidates,
  retrieveVacancies,
  SIMILARITY_WEIGHT,
  UNKNOWN_NEARNESS,
  UNKNOWN_SIMILARITY,
} from '../retrieve.ts';
import { type Matrix, readMatrix, rowsOf } from './matrix.ts';
import { type Scanned, scan } from './scan.ts';
import type { TopLists } from './top-lists.ts';

const { sql } = await testApi();
const LENGTH = 10;
/** Vectors of the server are halfvec, and a query is rounded to it once more. */
const ROUNDED = 1e-4;

let people: Matrix;
let vacancies: Matrix;
let scanned: Scanned;
/** By vacancy, how many people meet all its conditions. */
let suitable: number[];

async function fillPool(): Promise<void> {
  await emptyPool(sql);
  await seedPool(sql, silent, { candidates: 500, vacancies: 120 });
  // Of whom little is known.
  await sql.begin(async (tx) => {
    const some = async (n: number) =>
      (
        await tx<{ id: string }[]>`select id from candidates order by md5(id::text || ${n}::text) limit 40`
      ).map(({ id }) => id);
    const [homeless, silent, wordless] = [await some(1), await some(2), await some(3)];
    await tx`update candidates set place_id = null, next_place_id = null where id = any(${homeless}::uuid[])`;
    await tx`delete from candidate_skills where candidate_id = any(${silent}::uuid[])`;
    await tx`delete from candidate_occupations where candidate_id = any(${silent}::uuid[])`;
    await tx`delete from candidate_wishes where candidate_id = any(${silent}::uuid[])`;
    await tx`update candidates set languages = '[]' where id = any(${wordless}::uuid[])`;
    await indexCandidates(tx, [...homeless, ...silent, ...wordless]);
  });
  people = await readMatrix(sql, 'candidate');
  vacancies = await readMatrix(sql, 'vacancy');
  suitable = vacancies.ids.map(() => 0);
  scanned = scan(people, vacancies, {
    candidatesPerVacancy: LENGTH,
    vacanciesPerCandidate: LENGTH,
    onPair: (_, vacancy) => suitable[vacancy]!++,
  });
}

describe('a scan of all pairs', () => {
  before(fillPool);
  after(() => emptyPool(sql));

  test('finds the candidates that retrieval finds for each vacancy, and counts the same', async () => {
    const snapshot = await new TaxonomyCache(sql).current();
    let seen = 0;
    for (const [row, id] of vacancies.ids.entries()) {
      const { facts, kind } = (await readAskingVacancy(sql, id))!;
      const query = vacancyQuery(vacancySideOf(facts), kind, snapshot);
      const page = await retrieveCandidates(sql, query, LENGTH);
      const limitOf = new Map(people.ids.map((id, person) => [id, people.maxDistanceKm[person]!]));
      assert.equal(suitable[row], page.total);
      assertSame(page.hits, scanned.candidates, row, people.ids, (hit) => limitOf.get(hit.id)!);
      seen += page.total;
    }
    assert.ok(seen > 200, `${seen} pairs say little`);
  });

  test('finds the vacancies that retrieval finds for each person', async () => {
    const snapshot = await new TaxonomyCache(sql).current();
    const totals = new Set<number>();
    for (const [row, id] of people.ids.entries()) {
      if (row % 4 > 0) continue;
      const { facts, kinds } = (await readAskingCandidate(sql, id))!;
      const query = personQuery(personSideOf(facts), kinds, snapshot);
      const page = await retrieveVacancies(sql, query, LENGTH);
      assert.equal(scanned.vacancies.of(row).length, Math.min(page.total, LENGTH));
      assertSame(page.hits, scanned.vacancies, row, vacancies.ids, () => facts.maxDistanceKm);
      totals.add(page.total);
    }
    assert.ok(totals.has(0) && Math.max(...totals) > LENGTH, [...totals].join());
  });

  test('of one vacancy or one person is the same as of all', () => {
    const [vacancy, person] = [7, 11];
    const forOne = scan(people, rowsOf(vacancies, [vacancy]), {
      candidatesPerVacancy: LENGTH,
      vacanciesPerCandidate: 0,
    });
    assert.deepEqual([...forOne.candidates.of(0)], [...scanned.candidates.of(vacancy)]);
    const ofOne = scan(rowsOf(people, [person]), vacancies, {
      candidatesPerVacancy: 0,
      vacanciesPerCandidate: LENGTH,
    });
    assert.deepEqual([...ofOne.vacancies.of(0)], [...scanned.vacancies.of(person)]);
  });
});

/** The same rows; of rows that promise the same to the last bits, any. */
function assertSame(
  hits: Retrieved[],
  lists: TopLists,
  list: number,
  ids: string[],
  limitOf: (hit: Retrieved) => number,
): void {
  const suiting = hits.filter(({ unmet }) => unmet === 0);
  const found = [...lists.of(list)].map((row) => ids[row]!);
  const values = lists.values.subarray(list * lists.length, list * lists.length + found.length);
  assert.equal(found.length, suiting.length);
  suiting.forEach((hit, i) => {
    const expected = promiseOf(hit, limitOf(hit));
    assert.ok(Math.abs(values[i]! - expected) < ROUNDED, `${values[i]} is not ${expected}`);
    const isTied = expected - values[found.length - 1]! < ROUNDED;
    assert.ok(found.includes(hit.id) || isTied, `${hit.id} is missing`);
  });
}

function promiseOf({ similarity, distanceKm }: Retrieved, limit: number): number {
  const nearness =
    distanceKm === null ? UNKNOWN_NEARNESS : Math.max(1 - (LOST_AT_LIMIT * distanceKm) / limit, 0);
  return SIMILARITY_WEIGHT * Math.max(similarity ?? UNKNOWN_SIMILARITY, 0) + NEARNESS_WEIGHT * nearness;
}
