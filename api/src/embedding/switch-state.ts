// Whose vectors serve now. Several copies of the API share them, so this is asked of the database, never remembered.
import type { Queryable, Transaction } from '../db/connect.ts';

export interface VectorState {
  /** Rises with every change of concepts, labels, relations or embedder. */
  version: number;
  /** The id of the embedder whose vectors serve; null before the first import. */
  embedder: string | null;
  /** The version that these vectors were made from; behind `version` when some are still to be made. */
  vectorsVersion: number | null;
  /** Whose vectors are made beside them; LEFTOVER while those of before wait to be removed; null when there are none. */
  nextEmbedder: string | null;
  nextVersion: number | null;
}

export const LEFTOVER = 'leftover';

export async function readVectorState(sql: Queryable): Promise<VectorState> {
  const [state] = await sql<VectorState[]>`
    select version, embedder, vectors_version, next_embedder, next_version from taxonomy_state`;
  return state!;
}

/**
 * Until the transaction ends, the vectors do not change places. Call it first in a transaction that reads them or their
 * state in several statements: a snapshot of the rows alone (`repeatable read`) does not keep columns from being renamed.
 *
 * @example await sql.begin('isolation level repeatable read read only', async (tx) => { await holdVectors(tx); … });
 */
export async function holdVectors(tx: Transaction): Promise<void> {
  await tx`lock table concepts in access share mode`;
}
