// Makes the people and vacancies of the pool in batches, and writes and indexes each batch.
import type { Transaction } from '../db/connect.ts';
import { indexCandidates, indexVacancies } from '../matching/index-tables.ts';
import type { Progress } from '../progress.ts';
import { makeCandidate } from './candidates.ts';
import { Chance } from './chance.ts';
import { makeEmployers } from './employers.ts';
import { makeVacancies } from './vacancies.ts';
import { readWorld } from './world.ts';
import { writeCandidates, writeVacancies } from './write.ts';

/** Ids of the partners that candidates and vacancies belong to. */
export interface Owners {
  candidates: string[];
  vacancies: string[];
}

const BATCH = 2500;

/** @param size how many of each, from which seed, for whom */
export async function fillPool(
  tx: Transaction,
  progress: Progress,
  size: { candidates: number; vacancies: number; seed: number; owners: Owners },
): Promise<void> {
  const world = await readWorld(tx);
  const chance = new Chance(size.seed);
  await skipForeignKeys(tx);
  using step = progress.step('Synthetic pool', size.candidates + size.vacancies);

  const vacancies = makeVacancies(world, chance, makeEmployers(world, chance), size.vacancies).map(
    (vacancy) => ({ ...vacancy, partnerId: chance.one(size.owners.vacancies) }),
  );
  for (const batch of batches(vacancies)) {
    await writeVacancies(tx, batch);
    await indexVacancies(tx, idsOf(batch));
    step.advance(batch.length);
  }
  const candidates = times(size.candidates, () => ({
    ...makeCandidate(world, chance),
    partnerId: chance.one(size.owners.candidates),
  }));
  for (const batch of batches(candidates)) {
    await writeCandidates(tx, batch);
    await indexCandidates(tx, idsOf(batch));
    step.advance(batch.length);
  }
  // The embedded database has no autovacuum that would keep the planner's statistics.
  await tx`analyze vacancies, vacancy_skills, vacancy_match`;
  await tx`analyze candidates, candidate_occupations, candidate_skills, candidate_wishes, consents, candidate_match`;
}

/**
 * A foreign key costs one more query per row: most of the time of a seed, on the embedded database. Every id that is
 * written comes from this transaction. A role that may not skip them keeps them, and takes longer.
 */
async function skipForeignKeys(tx: Transaction): Promise<void> {
  await tx`
    select set_config('session_replication_role', 'replica', true)
    from pg_roles where rolname = current_user and rolsuper`;
}

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

function* times<Item>(count: number, make: () => Item): Generator<Item> {
  for (let i = 0; i < count; i++) yield make();
}

function* batches<Item>(items: Iterable<Item>): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
