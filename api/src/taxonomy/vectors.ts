// Computes the two vectors of every concept: from its labels (to find it), and from its labels and relations (to compare).
import pgvector from 'pgvector';
import type { Queryable } from '../db/connect.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { addScaled, normalize } from '../embedding/vector.ts';

interface Label {
  conceptId: number;
  text: string;
}
interface Relation {
  fromId: number;
  type: 'essential' | 'optional';
  toId: number;
}

const BATCH = 2000;
/** How much of a concept's vector is its own name, beside what its neighbours in the relation graph are. */
const OWN_SHARE = 0.5;
const RELATION_WEIGHT = { essential: 1, optional: 0.5 } as const;

export type VectorsById = Map<number, Float32Array>;

/**
 * Call after labels or relations changed, in the same transaction. An occupation becomes the sum of its name and its
 * skills; a skill the sum of its name and the occupations that use it. A skill that every occupation uses says little,
 * so it weighs by its inverse occupation frequency.
 */
export async function computeVectors(
  sql: Queryable,
  embedder: Embedder,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const labels = await sql<Label[]>`select concept_id, text from labels order by concept_id, language, text`;
  const byLabel = await sumLabels(embedder, labels, onProgress);
  const byGraph = graphVectors(byLabel, await readRelations(sql));
  for (const ids of batches([...byLabel.keys()])) {
    await sql`
      update concepts set label_embedding = v.label_embedding::vector, embedding = v.embedding::vector
      from unnest(${ids}::int[], ${toSql(ids, byLabel)}::text[], ${toSql(ids, byGraph)}::text[])
        as v (id, label_embedding, embedding)
      where concepts.id = v.id`;
  }
}

/**
 * The sum of the labels of every concept, length 1.
 *
 * @param labels in a fixed order, which the last bits of a sum depend on
 */
export async function sumLabels(
  embedder: Embedder,
  labels: Label[],
  onProgress: (done: number, total: number) => void = () => {},
): Promise<VectorsById> {
  const sums: VectorsById = new Map();
  let done = 0;
  for (const batch of batches(labels)) {
    // Many languages share a word.
    const texts = [...new Set(batch.map((label) => label.text))];
    const vectors = await embedder.embed(texts);
    const vectorOf = new Map(texts.map((text, i) => [text, vectors[i]!]));
    for (const { conceptId, text } of batch) {
      const sum = sums.get(conceptId) ?? new Float32Array(embedder.dimensions);
      addScaled(sum, vectorOf.get(text)!, 1);
      sums.set(conceptId, sum);
    }
    done += batch.length;
    onProgress(done, labels.length);
  }
  for (const sum of sums.values()) normalize(sum);
  return sums;
}

export function readRelations(sql: Queryable): Promise<Relation[]> {
  return sql<Relation[]>`
    select from_id, type, to_id from relations where type in ('essential', 'optional') order by from_id, to_id`;
}

/** @returns the vectors that compare concepts: of every concept that has one by its labels */
export function graphVectors(
  own: Map<number, Float32Array>,
  relations: Relation[],
): Map<number, Float32Array> {
  const usable = relations.filter(({ fromId, toId }) => own.has(fromId) && own.has(toId));
  const occupations = new Set(usable.map((relation) => relation.fromId));
  const usedBy = new Map<number, number>();
  for (const { toId } of usable) usedBy.set(toId, (usedBy.get(toId) ?? 0) + 1);
  const rarity = (skill: number) => Math.log((1 + occupations.size) / usedBy.get(skill)!);
  const weight = ({ type, toId }: Relation) => RELATION_WEIGHT[type] * rarity(toId);

  const skills = mix(
    own,
    own,
    usable.map((r) => ({ of: r.toId, neighbour: r.fromId, weight: weight(r) })),
  );
  return mix(
    own,
    skills,
    usable.map((r) => ({ of: r.fromId, neighbour: r.toId, weight: weight(r) })),
    skills,
  );
}

/** For every concept that has neighbours: its own vector plus the sum of theirs, in shares. Others stay as they are. */
function mix(
  own: Map<number, Float32Array>,
  neighbours: Map<number, Float32Array>,
  links: { of: number; neighbour: number; weight: number }[],
  rest: Map<number, Float32Array> = own,
): Map<number, Float32Array> {
  const sums = new Map<number, Float32Array>();
  for (const link of links) {
    const sum = sums.get(link.of) ?? new Float32Array(own.get(link.of)!.length);
    addScaled(sum, neighbours.get(link.neighbour)!, link.weight);
    sums.set(link.of, sum);
  }
  const mixed = new Map(rest);
  for (const [id, sum] of sums) {
    normalize(sum);
    const vector = new Float32Array(sum.length);
    addScaled(vector, own.get(id)!, OWN_SHARE);
    addScaled(vector, sum, 1 - OWN_SHARE);
    mixed.set(id, normalize(vector));
  }
  return mixed;
}

/** The vectors of some concepts as PostgreSQL reads them, in the order of the ids. */
export function toSql(ids: number[], vectors: VectorsById): string[] {
  return ids.map((id) => pgvector.toSql(Array.from(vectors.get(id)!)) as string);
}

function* batches<Item>(items: Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH);
}
