// Speed of the nightly batch: reading and scanning all pairs, beside the scan alone; then a whole run, step by step.
import type { Sql } from '../../src/db/connect.ts';
import { readMatrix } from '../../src/matching/batch/matrix.ts';
import { runBatch } from '../../src/matching/batch/run.ts';
import { scan } from '../../src/matching/batch/scan.ts';
import type { Progress } from '../../src/progress.ts';
import { TaxonomyCache } from '../../src/taxonomy/snapshot.ts';
import { percentile } from '../statistics.ts';

export interface BatchRow {
  what: string;
  /** The median of the rounds; a whole run is measured once. */
  ms: number;
  /** How many times the plain scan of the same rows. */
  ratio: number;
}

const TOP = { candidatesPerVacancy: 20, vacanciesPerCandidate: 20 };

/**
 * On a database with a pool. A whole run writes its result, so the database is changed.
 *
 * @example for (const { what, ms, ratio } of await measureBatch(sql, progress)) console.log(what, ms, ratio);
 */
export async function measureBatch(sql: Sql, progress: Progress, rounds = 5): Promise<BatchRow[]> {
  const times: Record<'read' | 'scan' | 'both', number[]> = { read: [], scan: [], both: [] };
  // One connection, so that statements are prepared once.
  await sql.begin(async (tx) => {
    using step = progress.step('Reading and scanning all pairs', rounds + 1);
    // The first round warms up.
    for (let round = -1; round < rounds; round++) {
      const start = performance.now();
      const people = await readMatrix(tx, 'candidate');
      const vacancies = await readMatrix(tx, 'vacancy');
      const between = performance.now();
      scan(people, vacancies, TOP);
      const end = performance.now();
      step.advance();
      if (round < 0) continue;
      times.read.push(between - start);
      times.scan.push(end - between);
      times.both.push(end - start);
    }
  });
  const median = (which: keyof typeof times) => percentile(times[which], 0.5);
  const run = await runBatch(sql, await new TaxonomyCache(sql).current(), {}, progress);
  return [
    { what: 'plain Node: conditions and dot products of all pairs, top 20 each way', ms: median('scan') },
    { what: 'batch retrieval of all pairs: read from the database and scan', ms: median('both') },
    { what: 'of that, reading', ms: median('read') },
    ...run.steps.map(({ what, ms }) => ({ what: `whole run: ${what.toLowerCase()}`, ms })),
    { what: 'whole run', ms: run.steps.reduce((sum, { ms }) => sum + ms, 0) },
  ].map((row) => ({ ...row, ratio: row.ms / median('scan') }));
}
