// Makes all vectors anew beside those that serve, in small batches, and lets them change places (decision 0007).
import { setTimeout as wait } from 'node:timers/promises';
import pgvector from 'pgvector';
import type { Sql, Transaction } from '../db/connect.ts';
import { fillNext } from '../matching/index-tables.ts';
import type { Progress, Step } from '../progress.ts';
import { takeTurn } from '../taxonomy/store.ts';
import { graphVectors, readRelations, sumLabels, toSql, type VectorsById } from '../taxonomy/vectors.ts';
import type { Embedder } from './embedder.ts';
import { LEFTOVER, readVectorState, type VectorState } from './switch-state.ts';

/** Small, because others wait meanwhile: for this thread while it embeds, on the embedded database for its connection. */
const CONCEPTS_TO_EMBED = 8;
const CONCEPTS_TO_WRITE = 100;
const PEOPLE = 50;
/** Less than the second after which PostgreSQL looks for deadlocks: in a deadlock with a request, we are who gives way. */
const PATIENCE = '500ms';
/** Changing places makes everybody else wait while it waits itself. */
const PATIENCE_TO_CHANGE = '100ms';
const PAUSE_MS = 200;
const GIVES_WAY = new Set(['55P03' /* lock_not_available */, '40P01' /* deadlock_detected */]);

/** The taxonomy changed under the work. */
class Outdated extends Error {}

export class Switch {
  readonly #sql: Sql;
  readonly #embedder: Embedder;
  readonly #progress: Progress;
  readonly #signal: AbortSignal;
  readonly #stopped: Promise<never>;

  /** @param signal ends the work between two batches; what is done by then is not done again */
  constructor(sql: Sql, embedder: Embedder, progress: Progress, signal: AbortSignal) {
    this.#sql = sql;
    this.#embedder = embedder;
    this.#progress = progress;
    this.#signal = signal;
    this.#stopped = new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    this.#stopped.catch(() => {});
  }

  /**
   * Until then the old vectors serve. Run it in one copy of the API at a time: two would do the same work twice.
   *
   * @throws what the embedder or the database throws, or the signal's reason; run it again, and it goes on
   */
  async run(): Promise<void> {
    while (await this.#isNeeded()) {
      try {
        const version = await this.#begin();
        await this.#embedLabels(version);
        await this.#relate(version);
        await this.#fill(version);
        await this.#changePlaces(version);
      } catch (error) {
        if (!(error instanceof Outdated)) throw error;
      }
    }
    if ((await readVectorState(this.#sql)).nextEmbedder === LEFTOVER) await this.#clear();
  }

  async #isNeeded(): Promise<boolean> {
    const { embedder, version, vectorsVersion } = await readVectorState(this.#sql);
    return embedder !== this.#embedder.id || vectorsVersion !== version;
  }

  /** @returns the version of the taxonomy that the vectors are made for */
  async #begin(): Promise<number> {
    if ((await readVectorState(this.#sql)).nextEmbedder !== this.#embedder.id) {
      await this.#clear();
      await this.#inTurn((tx) => tx`update taxonomy_state set next_embedder = ${this.#embedder.id}`);
    }
    return (await readVectorState(this.#sql)).version;
  }

  /** Of the concepts whose labels are not embedded as they are now. */
  async #embedLabels(version: number): Promise<void> {
    const stale = await this.#sql<{ id: number }[]>`
      select c.id
      from concepts c join (
        select concept_id, ${this.#labelsHash()} as hash from labels group by concept_id
      ) l on l.concept_id = c.id
      where c.next_labels is distinct from l.hash
      order by c.id`;
    if (stale.length === 0) return;
    using step = this.#progress.step('Embedding labels anew', stale.length);
    for (const batch of batches(stale, CONCEPTS_TO_EMBED)) {
      const rows = await this.#sql<{ conceptId: number; hash: string; texts: string[] }[]>`
        select concept_id, ${this.#labelsHash()} as hash, array_agg(text order by language, text) as texts
        from labels where concept_id = any(${batch.map(({ id }) => id)}::int[]) group by concept_id order by concept_id`;
      const labels = rows.flatMap(({ conceptId, texts }) => texts.map((text) => ({ conceptId, text })));
      const vectors = await Promise.race([sumLabels(this.#embedder, labels), this.#stopped]);
      const ids = rows.map(({ conceptId }) => conceptId);
      await this.#inTurnFor(
        version,
        (tx) => tx`
          update concepts set next_labels = v.hash, next_label_embedding = v.vector::vector
          from unnest(${ids}::int[], ${rows.map(({ hash }) => hash)}::text[], ${toSql(ids, vectors)}::text[])
            as v (id, hash, vector)
          where concepts.id = v.id`,
      );
      step.advance(batch.length);
    }
  }

  /** Of all labels of one concept. */
  #labelsHash() {
    return this.#sql`md5(string_agg(language || ' ' || text, '|' order by language, text))`;
  }

  /** Mixes the relations in: of all concepts at once, because each depends on its neighbours. */
  async #relate(version: number): Promise<void> {
    if ((await readVectorState(this.#sql)).nextVersion === version) return;
    await this.#inTurnFor(version, async (tx) => {
      await tx`update taxonomy_state set next_version = null`;
      // They were sums of what is now made anew.
      await tx`truncate candidate_match_next, vacancy_match_next`;
    });
    const byGraph = graphVectors(await this.#readLabelVectors(), await readRelations(this.#sql));
    for (const ids of batches([...byGraph.keys()], CONCEPTS_TO_WRITE)) {
      await this.#inTurnFor(
        version,
        (tx) => tx`
          update concepts set next_embedding = v.vector::vector
          from unnest(${ids}::int[], ${toSql(ids, byGraph)}::text[]) as v (id, vector)
          where concepts.id = v.id`,
      );
    }
    await this.#inTurnFor(version, (tx) => tx`update taxonomy_state set next_version = ${version}`);
  }

  async #readLabelVectors(): Promise<VectorsById> {
    const vectors: VectorsById = new Map();
    for (let last = 0; ; ) {
      const rows = await this.#sql<{ id: number; vector: string }[]>`
        select id, next_label_embedding::text as vector from concepts
        where id > ${last} and next_label_embedding is not null order by id limit ${CONCEPTS_TO_WRITE}`;
      if (rows.length === 0) return vectors;
      for (const { id, vector } of rows)
        vectors.set(id, Float32Array.from(pgvector.fromSql(vector) as number[]));
      last = rows.at(-1)!.id;
    }
  }

  /** People and vacancies. */
  async #fill(version: number): Promise<void> {
    const [row] = await this.#sql<{ total: number }[]>`
      select (select count(*) from candidate_match) + (select count(*) from vacancy_match) as total`;
    if (row!.total === 0) return;
    using step = this.#progress.step('Renewing match tables', row!.total);
    for (const side of ['candidate', 'vacancy'] as const) {
      // What was written behind the first pass is left to the next, and the last few to the change of places.
      for (let made = PEOPLE; made >= PEOPLE; ) made = await this.#fillOnce(version, side, step);
    }
    // The embedded database has no autovacuum that would keep the planner's statistics.
    await this.#sql`analyze candidate_match_next, vacancy_match_next`;
  }

  /** @returns how many rows were missing */
  async #fillOnce(version: number, side: 'candidate' | 'vacancy', step: Step): Promise<number> {
    let made = 0;
    for (let after: string | null = null; ; ) {
      const some = { after, limit: PEOPLE };
      const ids: string[] = await this.#inTurnFor(version, (tx) => fillNext(tx, side, some));
      if (ids.length === 0) return made;
      made += ids.length;
      after = ids.at(-1)!;
      step.advance(ids.length);
    }
  }

  async #changePlaces(version: number): Promise<void> {
    await this.#inTurnFor(
      version,
      async (tx, { nextVersion }) => {
        if (nextVersion !== version) throw new Outdated();
        // Concepts first: who holds them, in a transaction of several statements, gets the others too.
        await tx`
          lock table concepts, candidate_match, candidate_match_next, vacancy_match, vacancy_match_next
          in access exclusive mode`;
        // What was written since they were filled.
        await fillNext(tx, 'candidate');
        await fillNext(tx, 'vacancy');
        await tx`alter table concepts rename label_embedding to former`;
        await tx`alter table concepts rename next_label_embedding to label_embedding`;
        await tx`alter table concepts rename former to next_label_embedding`;
        await tx`alter table concepts rename embedding to former`;
        await tx`alter table concepts rename next_embedding to embedding`;
        await tx`alter table concepts rename former to next_embedding`;
        for (const table of ['candidate_match', 'vacancy_match']) {
          await tx`alter table ${tx(table)} rename to former`;
          await tx`alter table ${tx(`${table}_next`)} rename to ${tx(table)}`;
          await tx`alter table former rename to ${tx(`${table}_next`)}`;
        }
        await tx`
          update taxonomy_state set embedder = ${this.#embedder.id}, version = version + 1,
            vectors_version = version + 1, next_embedder = ${LEFTOVER}, next_version = null`;
      },
      PATIENCE_TO_CHANGE,
    );
  }

  /** Removes what stands beside the vectors that serve. */
  async #clear(): Promise<void> {
    await this.#inTurn(async (tx) => {
      await tx`update taxonomy_state set next_embedder = ${LEFTOVER}, next_version = null`;
      await tx`truncate candidate_match_next, vacancy_match_next`;
    });
    for (let cleared = 1; cleared > 0; ) {
      const rows = await this.#inTurn(
        (tx) => tx`
          update concepts set next_labels = null, next_label_embedding = null, next_embedding = null
          where id in (
            select id from concepts
            where next_labels is not null or next_label_embedding is not null or next_embedding is not null
            order by id limit ${CONCEPTS_TO_WRITE}
          )`,
      );
      cleared = rows.count;
    }
    await this.#inTurn((tx) => tx`update taxonomy_state set next_embedder = null`);
    // Each concept was written several times; without this every search would read past what is left of that.
    await this.#sql`vacuum analyze concepts`;
  }

  /** As `#inTurn`. @throws Outdated when the taxonomy is no longer of this version, or another embedder took the place */
  #inTurnFor<Result>(
    version: number,
    work: (tx: Transaction, state: VectorState) => Promise<Result>,
    patience?: string,
  ): Promise<Result> {
    return this.#inTurn((tx, state) => {
      const isCurrent = state.version === version && state.nextEmbedder === this.#embedder.id;
      if (!isCurrent) throw new Outdated();
      return work(tx, state);
    }, patience);
  }

  /**
   * In a transaction of its own, never at the same time as an import; tried again until nobody is in the way. Rests as
   * long as it worked, so that requests have at least half of a database with one connection.
   */
  async #inTurn<Result>(
    work: (tx: Transaction, state: VectorState) => Promise<Result>,
    patience = PATIENCE,
  ): Promise<Result> {
    for (;;) {
      this.#signal.throwIfAborted();
      const started = performance.now();
      try {
        const result = (await this.#sql.begin(async (tx) => {
          await tx`select set_config('lock_timeout', ${patience}, true)`;
          await takeTurn(tx);
          return work(tx, await readVectorState(tx));
        })) as Result;
        await wait(performance.now() - started);
        return result;
      } catch (error) {
        if (!GIVES_WAY.has((error as { code?: string }).code ?? '')) throw error;
        await wait(PAUSE_MS);
      }
    }
  }
}

function* batches<Item>(items: Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
