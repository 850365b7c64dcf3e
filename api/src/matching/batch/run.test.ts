// The nightly batch: everybody with a feasible match is shown, with the score that an answer of the API has.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { seedPool } from '../../pool/seed.ts';
import { type Progress, silent } from '../../progress.ts';
import { type Snapshot, TaxonomyCache } from '../../taxonomy/snapshot.ts';
import { emptyPool, testApi } from '../../testing.ts';
import { type BatchReport, describeBatch, runBatch } from './run.ts';

const { sql, services } = await testApi();
const LENGTH = 8;
const OPTIONS = { length: LENGTH, candidatesToScore: 100, vacanciesToScore: 100 };

interface Match {
  direction: 'vacancies-for-person' | 'candidates-for-vacancy';
  vacancyId: string;
  candidateId: string;
  rank: number;
  score: number;
}
const matchesOf = (runId: number) =>
  sql<
    Match[]
  >`select * from batch_matches where run_id = ${runId} order by direction, vacancy_id, candidate_id`;

describe('a batch', () => {
  let snapshot: Snapshot;
  let report: BatchReport;
  let matches: Match[];
  before(async () => {
    await emptyPool(sql);
    await seedPool(sql, silent, { candidates: 300, vacancies: 120 });
    snapshot = await new TaxonomyCache(sql).current();
    report = await runBatch(sql, snapshot, OPTIONS, silent);
    matches = await matchesOf(report.runId);
  });
  after(async () => {
    await emptyPool(sql);
    await sql`delete from batch_runs`;
  });

  test('keeps lists of both directions, ranked from 1 by score', () => {
    const lists = Map.groupBy(
      matches.filter(({ direction }) => direction === 'candidates-for-vacancy'),
      (match) => match.vacancyId,
    );
    assert.equal(matches.length, report.matches);
    assert.ok(lists.size > 50);
    for (const list of lists.values()) {
      const byRank = list.toSorted((a, b) => a.rank - b.rank);
      assert.deepEqual(
        byRank.map(({ rank }) => rank),
        byRank.map((_, i) => i + 1),
      );
      assert.ok(list.length <= LENGTH);
      const scores = byRank.map(({ score }) => score);
      assert.deepEqual(
        scores,
        scores.toSorted((a, b) => b - a),
      );
    }
  });

  test('shows everybody who meets all conditions of some vacancy, and more evenly than without balance', () => {
    const { before, after } = report.exposure['candidates-for-vacancy'];
    assert.ok(before.coverage < 1, `all were shown before: ${before.coverage}`);
    assert.equal(after.coverage, 1);
    assert.ok(after.gini < before.gini);
    assert.equal(report.exposure['vacancies-for-person'].after.coverage, 1);
  });

  test('gives a person what the API answers, with the same scores', async () => {
    const lists = Map.groupBy(
      matches.filter(({ direction }) => direction === 'vacancies-for-person'),
      (match) => match.candidateId,
    );
    const caller = { kind: 'candidate', candidateId: '', partnerId: '' } as never;
    let [same, all] = [0, 0];
    for (const [id, list] of [...lists].slice(0, 40)) {
      const options = { language: 'nl', limit: LENGTH } as const;
      const answer = (await services.matching.vacanciesForCandidate(id, options, caller))!;
      const scoreOf = new Map(list.map(({ vacancyId, score }) => [vacancyId, score]));
      for (const { vacancy, unmet, score } of answer.items) {
        if (unmet.length > 0) continue;
        all++;
        const own = scoreOf.get(vacancy.id);
        if (own === undefined) continue;
        same++;
        assert.ok(Math.abs(own - score) < 1e-9, `${own} is not ${score}`);
      }
    }
    // A vacancy that nobody else would see takes a place here and there.
    assert.ok(all > 50 && same / all > 0.9, `${same} of ${all}`);
  });

  test('gives the same again', async () => {
    const again = await runBatch(sql, snapshot, OPTIONS, silent);
    const withoutRun = (rows: Match[]) => rows.map((row) => ({ ...row, runId: 0 }));
    assert.deepEqual(withoutRun(await matchesOf(again.runId)), withoutRun(matches));
  });

  test('leaves nothing when it fails in the middle of writing', async () => {
    const [before] = await sql`select max(id) as last, count(*) from batch_runs`;
    const breaking: Progress = {
      step(label, total) {
        const step = silent.step(label, total);
        if (label !== 'Writing') return step;
        return {
          ...step,
          advance() {
            throw new Error('the power went');
          },
        };
      },
    };
    await assert.rejects(runBatch(sql, snapshot, OPTIONS, breaking), /the power went/);
    assert.deepEqual((await sql`select max(id) as last, count(*) from batch_runs`)[0], before);
  });

  test('keeps the last two runs, without those who withdrew', async () => {
    const [{ candidateId }] = matches as [Match];
    await sql`delete from candidates where id = ${candidateId}`;
    const latest = await runBatch(sql, snapshot, OPTIONS, silent);
    const runs = await sql<{ id: number; left: number }[]>`
      select id, (select count(*) from batch_matches where run_id = id and candidate_id = ${candidateId}) as left
      from batch_runs order by id`;
    assert.equal(runs.length, 2);
    assert.equal(runs[1]!.id, latest.runId);
    assert.ok(runs.every(({ left }) => left === 0));
  });

  test('tells in a table what it did', () => {
    const table = describeBatch(report);
    assert.match(table, /candidates, in those of vacancies \| \d+\.\d % → 100\.0 %/);
    assert.match(table, /\| Scanning all pairs \| \d/);
    assert.doesNotMatch(table, /NaN|undefined/);
  });

  test('of an empty pool is empty', async () => {
    await emptyPool(sql);
    const empty = await runBatch(sql, snapshot, OPTIONS, silent);
    assert.equal(empty.matches, 0);
    assert.doesNotMatch(describeBatch(empty), /NaN/);
  });
});
