// Fills the database with a made-up pool, marked as such: the same seed and taxonomy give the same rows.
import { createHash } from 'node:crypto';
import type { Queryable, Sql, Transaction } from '../db/connect.ts';
import type { Progress } from '../progress.ts';
import { importing } from '../taxonomy/store.ts';
import type { Owners } from './fill.ts';

export interface PoolOptions {
  candidates?: number;
  vacancies?: number;
  seed?: number;
  /** Ids of partners that the rows belong to; two made-up partners without keys unless told. */
  partners?: string[];
}

/** Raise it when the same seed gives another pool, so that databases renew theirs. */
const VERSION = 2;
const CREATED_AT = '2026-01-01T00:00:00Z';
const PARTNERS = {
  employers: {
    id: '5eed0000-0000-4000-8000-000000000001',
    name: 'Werkgevers uit de voorbeeldpool (demo)',
    type: 'employer',
    createdAt: CREATED_AT,
  },
  reception: {
    id: '5eed0000-0000-4000-8000-000000000002',
    name: 'Opvang uit de voorbeeldpool (demo)',
    type: 'charity',
    createdAt: CREATED_AT,
  },
};

/**
 * Costs one comparison when the same pool stands there already. Replaces a pool of another size or seed, or one made
 * from another taxonomy. All or nothing.
 *
 * @throws Error when there is no taxonomy or no town
 * @example await seedPool(sql, createProgress(), { candidates: 200, vacancies: 100 });
 */
export async function seedPool(sql: Sql, progress: Progress, options: PoolOptions = {}): Promise<void> {
  const { candidates = 25_000, vacancies = 2_000, seed = 2026, partners } = options;
  const isSeeded = async (sql: Queryable) => {
    const fingerprint = await fingerprintOf(sql, [VERSION, candidates, vacancies, seed, partners]);
    const [pool] = await sql<
      { fingerprint: string }[]
    >`select fingerprint from imports where source = 'pool'`;
    return { fingerprint, done: pool?.fingerprint === fingerprint };
  };
  if ((await isSeeded(sql)).done) return;
  await importing(sql, async (tx) => {
    // Another copy of the API may have been first.
    const { fingerprint, done } = await isSeeded(tx);
    if (done) return;
    await removePool(tx);
    const owners = partners ? { candidates: partners, vacancies: partners } : await insertPartners(tx);
    // Loaded only now: the locales of faker take longer to load than a start with nothing to seed.
    const { fillPool } = await import('./fill.ts');
    await fillPool(tx, progress, { candidates, vacancies, seed, owners });
    await tx`insert into imports (source, fingerprint) values ('pool', ${fingerprint})`;
  });
}

/** Removes all that is synthetic. */
export async function removePool(tx: Transaction): Promise<void> {
  await tx`delete from candidates where synthetic`;
  await tx`delete from vacancies where synthetic`;
  await tx`delete from partners where id = any(${Object.values(PARTNERS).map(({ id }) => id)}::uuid[])`;
  await tx`delete from imports where source = 'pool'`;
}

/** Of the options, and of what the pool would be made from. */
async function fingerprintOf(sql: Queryable, options: unknown[]): Promise<string> {
  const [sources] = await sql`
    select (select array_agg(fingerprint order by source) from imports where source in ('starter', 'towns')) as imports,
      (select count(*) from concepts) as concepts, (select count(*) from labels) as labels,
      (select count(*) from relations) as relations`;
  return createHash('sha256')
    .update(JSON.stringify([options, sources]))
    .digest('hex');
}

async function insertPartners(tx: Transaction): Promise<Owners> {
  const { employers, reception } = PARTNERS;
  await tx`insert into partners ${tx([employers, reception])}`;
  return { candidates: [reception.id], vacancies: [employers.id] };
}
