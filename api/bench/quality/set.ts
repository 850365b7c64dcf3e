// A set to measure on: queries, a corpus, and which of its elements answer which query.
import type { Context, Entry } from './method.ts';

/** Sets that ask the same thing, in other languages or of other texts. */
export type Family = 'melo' | 'to-esco' | 'sentences' | 'held-out' | 'across';

export interface RankingSet extends Context {
  /** Stable, for tables and charts: `starter-nl-en`. */
  name: string;
  title: string;
  /** A few words for pictures, such as `MELO`. */
  short?: string;
  family: Family;
  /** Stands in the report with all its metrics; of the others a summary is enough. */
  isMain: boolean;
  queries: Entry[];
  /** Entries with the same id are names of one thing: the best of them counts. */
  corpus: Entry[];
  /** Ids of the corpus by the id of the query. */
  relevant: Map<string, Set<string>>;
  /** What a reader of the figures should know; one sentence. */
  note?: string;
}
