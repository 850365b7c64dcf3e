// The log of matches: append-only, enough to compute a match again, and gone when its time is over.
import { randomUUID } from 'node:crypto';
import type { Queryable, Sql, Transaction } from '../db/connect.ts';
import type { Caller } from '../partners/caller.ts';
import type { Factor } from './factors/factor.ts';
import type { PersonFacts, VacancyFacts } from './facts.ts';

/** Raise it when the same inputs give another score or order. */
export const ENGINE_VERSION = 2;

/** Of the two sides, the one that asked. */
export type Asked =
  | { direction: 'vacancies-for-person'; facts: PersonFacts }
  | { direction: 'candidates-for-vacancy'; facts: VacancyFacts };

export interface LoggedMatch {
  id: string;
  at: Date;
  direction: Asked['direction'];
  actor: { kind: Caller['kind'] | 'command-line'; partnerId?: string; candidateId?: string };
  /** The candidate or vacancy that was asked for; null for an anonymous profile. */
  subjectId: string | null;
  inputs: { facts: PersonFacts | VacancyFacts; year: number; limit: number };
  /** As `weightsOf` gave them: they add up to 1. */
  weights: Record<Factor, number>;
  versions: { taxonomy: number; embedder: string | null; engine: number };
  /** How many met every condition. */
  total: number;
  /** All that were scored, in the order of retrieval. */
  scored: { id: string; facts: number; unmet: number }[];
  /** In the order of the answer; `values` per factor, null for what was unknown. */
  shown: { id: string; score: number; values: (number | null)[] }[];
}

/** @returns the id under which it is kept */
export async function writeLog(sql: Queryable, match: Omit<LoggedMatch, 'id' | 'at'>): Promise<string> {
  const id = randomUUID();
  const { direction, actor, subjectId, inputs, weights, versions, total, scored, shown } = match;
  await sql`
    insert into match_log (
      id, direction, actor, subject_id, inputs, weights, versions, total, scored_ids, scored_facts, scored_unmet, shown
    ) values (
      ${id}, ${direction}, ${sql.json(actor)}, ${subjectId}, ${sql.json(inputs as never)}, ${sql.json(weights)},
      ${sql.json(versions)}, ${total}, ${list(scored.map((one) => one.id))}::uuid[],
      ${list(scored.map((one) => one.facts))}::bigint[], ${list(scored.map((one) => one.unmet))}::integer[],
      ${sql.json(shown)})`;
  return id;
}

/** An array as text: the driver takes longer to write one than the database to read it. */
const list = (values: readonly (string | number)[]) => `{${values}}`;

export async function readLog(sql: Queryable, id: string): Promise<LoggedMatch | undefined> {
  const [row] = await sql<
    (Omit<LoggedMatch, 'scored'> & {
      scoredIds: string[];
      scoredFacts: (number | string)[];
      scoredUnmet: number[];
    })[]
  >`select * from match_log where id = ${id}`;
  if (!row) return undefined;
  const { scoredIds, scoredFacts, scoredUnmet, ...match } = row;
  return {
    ...match,
    scored: scoredIds.map((id, i) => ({ id, facts: Number(scoredFacts[i]), unmet: scoredUnmet[i]! })),
  };
}

/** Removes what is older than so many days, and versions of facts that no kept match can have read. */
export async function pruneLog(sql: Sql, days: number): Promise<{ matches: number; facts: number }> {
  return sql.begin(async (tx) => {
    await allowDeletion(tx);
    const matches = await tx`delete from match_log where at < now() - make_interval(days => ${days})`;
    let facts = 0;
    for (const side of ['candidate', 'vacancy'] as const) {
      // Matches after the later version was made were scored with that one.
      const removed = await tx`
        delete from ${tx(`${side}_facts`)} f where exists (
          select from ${tx(`${side}_facts`)} later
          where later.id = f.id and later.version > f.version
            and later.made_at < now() - make_interval(days => ${days}))`;
      facts += removed.count;
    }
    return { matches: matches.count, facts };
  });
}

/** Whoever leaves takes along what was asked for them. Call before the profile is deleted, in the same transaction. */
export async function forgetInLog(tx: Transaction, subjectId: string): Promise<void> {
  await allowDeletion(tx);
  await tx`delete from match_log where subject_id = ${subjectId}`;
}

async function allowDeletion(tx: Transaction): Promise<void> {
  await tx`select set_config('nw.may_delete_log', 'yes', true)`;
}
