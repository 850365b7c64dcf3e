// The taxonomy in memory: what search, suggestions and extraction read, so that an answer needs no scan of the database.
import type { Sql } from '../db/connect.ts';
import { holdVectors } from '../embedding/switch-state.ts';
import type { ConceptType } from './queries.ts';

export interface SnapshotConcept {
  id: number;
  code: string;
  type: ConceptType;
  uri: string | null;
  skillType: 'skill' | 'knowledge' | null;
  iscoCode: string | null;
  nlqfMin: number | null;
  nlqfMax: number | null;
  regulated: boolean;
  riasec: string | null;
  transversal: boolean;
}

/** A label of a concept; `concept` is the index in `concepts`. */
export interface SnapshotLabel {
  concept: number;
  text: string;
  folded: string;
  language: string;
  isPreferred: boolean;
  /** No native speaker has read it yet. */
  draft: boolean;
}

export interface Snapshot {
  /** Grows with every change of the taxonomy or of its vectors. */
  version: number;
  /** Whose vectors these are; null before the first import. */
  embedder: string | null;
  /** Skills and occupations, in the order of their ids. */
  concepts: SnapshotConcept[];
  /** Index in `concepts` by the id in the database. */
  indexOf: ReadonlyMap<number, number>;
  /** In the order of concept, language and text. */
  labels: SnapshotLabel[];
  /** By index in `concepts`; undefined for a concept without a vector. */
  labelVectors: (Float32Array | undefined)[];
  /** What the concepts are, as `concepts.embedding`: length 1, by index in `concepts`. */
  vectors: (Float32Array | undefined)[];
  relations: { occupation: number; skill: number; importance: 'essential' | 'optional' }[];
}

/**
 * Keeps the snapshot, and reads it anew when the taxonomy changed.
 *
 * @example const { concepts } = await new TaxonomyCache(sql).current();
 */
export class TaxonomyCache {
  readonly #sql: Sql;
  #loading: { version: number; snapshot: Promise<Snapshot> } | undefined;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The taxonomy as it stands; costs one small query when it has not changed. */
  async current(): Promise<Snapshot> {
    const [state] = await this.#sql<{ version: number }[]>`select version::int from taxonomy_state`;
    const version = state!.version;
    if (this.#loading?.version !== version) {
      const loading = { version, snapshot: readSnapshot(this.#sql) };
      this.#loading = loading;
      loading.snapshot.catch(() => {
        // The next request tries again.
        if (this.#loading === loading) this.#loading = undefined;
      });
    }
    return this.#loading!.snapshot;
  }

  /** The last one that was read, without asking: for who learns on the way whether it is current. */
  latest(): Promise<Snapshot> {
    return this.#loading?.snapshot ?? this.current();
  }
}

/** Something made of a snapshot, made once per snapshot. */
export function oncePerSnapshot<Made>(make: (snapshot: Snapshot) => Made): (snapshot: Snapshot) => Made {
  const made = new WeakMap<Snapshot, Made>();
  return (snapshot) => {
    if (!made.has(snapshot)) made.set(snapshot, make(snapshot));
    return made.get(snapshot)!;
  };
}

function readSnapshot(sql: Sql): Promise<Snapshot> {
  // One transaction, so that labels and vectors are of one version.
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    await holdVectors(tx);
    const [state] = await tx<{ version: number; embedder: string | null }[]>`
      select version::int, embedder from taxonomy_state`;
    const rows = await tx<(SnapshotConcept & { labelVector: string | null; vector: string | null })[]>`
      select id, code, uri, type, skill_type, isco_code, nlqf_min, nlqf_max, regulated, riasec, transversal,
        label_embedding::text as label_vector, embedding::text as vector
      from concepts where type in ('skill', 'occupation') order by id`;
    const indexOf = new Map(rows.map(({ id }, i) => [id, i]));
    const labels = await tx<(Omit<SnapshotLabel, 'concept'> & { conceptId: number })[]>`
      select l.concept_id, l.text, l.folded, l.language, l.kind = 'preferred' as is_preferred, l.draft
      from labels l join concepts c on c.id = l.concept_id and c.type in ('skill', 'occupation')
      order by l.concept_id, l.language, l.text`;
    const relations = await tx<{ fromId: number; toId: number; type: 'essential' | 'optional' }[]>`
      select r.from_id, r.to_id, r.type from relations r
      join concepts o on o.id = r.from_id and o.type = 'occupation'
      join concepts s on s.id = r.to_id and s.type = 'skill'
      where r.type in ('essential', 'optional') order by r.from_id, r.to_id`;
    return {
      ...state!,
      concepts: rows.map(({ vector: _, labelVector: __, ...concept }) => concept),
      indexOf,
      labels: labels.map(({ conceptId, ...label }) => ({ ...label, concept: indexOf.get(conceptId)! })),
      labelVectors: rows.map(({ labelVector }) => toVector(labelVector)),
      vectors: rows.map(({ vector }) => toVector(vector)),
      relations: relations.map(({ fromId, toId, type }) => ({
        occupation: indexOf.get(fromId)!,
        skill: indexOf.get(toId)!,
        importance: type,
      })),
    };
  });
}

const toVector = (text: string | null) =>
  text === null ? undefined : Float32Array.from(JSON.parse(text) as number[]);

/** Ids in the database by the code that the API shows. */
export const idsByCode = oncePerSnapshot(
  ({ concepts }: Snapshot): ReadonlyMap<string, number> =>
    new Map(concepts.map(({ code, id }) => [code, id])),
);
