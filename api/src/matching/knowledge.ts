// What the taxonomy tells the factors, from the snapshot in memory.
import { setImmediate } from 'node:timers/promises';
import { oncePerSnapshot, type Snapshot } from '../taxonomy/snapshot.ts';
import { type Knowledge, NEAR, type Near } from './factors/factor.ts';

/** As many alike skills are kept of each. */
const NEIGHBOURS = 30;

/**
 * Finds the neighbours of all skills, a few at a time, so that requests are answered in between: half a second of work for
 * the starter set, a minute for all of ESCO.
 */
export async function warmUp(snapshot: Snapshot): Promise<void> {
  const knowledge = knowledgeOf(snapshot);
  for (const { id, type } of snapshot.concepts) {
    if (type !== 'skill') continue;
    knowledge.nearest(id);
    await setImmediate();
  }
}

/** Made once per snapshot; neighbours are found when they are first asked for. */
export const knowledgeOf = oncePerSnapshot((snapshot: Snapshot): Knowledge => {
  const { concepts, vectors, indexOf } = snapshot;
  const dimensions = vectors.find((vector) => vector)?.length ?? 0;
  const skills = concepts.flatMap(({ type }, i) => (type === 'skill' && vectors[i] ? [i] : []));
  // One after another in memory, so that a search reads straight ahead.
  const table = new Float32Array(skills.length * dimensions);
  skills.forEach((concept, row) => {
    table.set(vectors[concept]!, row * dimensions);
  });
  const near = {
    skills: new Int32Array(concepts.length * NEIGHBOURS),
    cosines: new Float64Array(concepts.length * NEIGHBOURS),
  };
  let size = 0;
  const found = new Map<number, Near>();
  const transversal = new Set(concepts.flatMap(({ id, transversal }) => (transversal ? [id] : [])));

  function search(skill: number): Near {
    const own = indexOf.get(skill);
    const vector = own === undefined ? undefined : vectors[own];
    const from = size;
    if (!vector) return { ...near, from, to: from };
    const alike: { concept: number; cosine: number }[] = [];
    for (let row = 0; row < skills.length; row++) {
      let cosine = 0;
      for (let i = 0, at = row * dimensions; i < dimensions; i++, at++) cosine += vector[i]! * table[at]!;
      if (cosine >= NEAR && skills[row] !== own) alike.push({ concept: skills[row]!, cosine });
    }
    alike.sort((a, b) => b.cosine - a.cosine || a.concept - b.concept);
    for (const { concept, cosine } of alike.slice(0, NEIGHBOURS)) {
      near.skills[size] = concepts[concept]!.id;
      near.cosines[size] = Math.min(1, cosine);
      size++;
    }
    return { ...near, from, to: size };
  }

  const of = (id: number) => {
    const index = indexOf.get(id);
    return index === undefined ? undefined : concepts[index];
  };
  return {
    similarity(a, b) {
      if (a === b) return 1;
      const [left, right] = [vectors[indexOf.get(a) ?? -1], vectors[indexOf.get(b) ?? -1]];
      if (!left || !right) return 0;
      let cosine = 0;
      for (let i = 0; i < left.length; i++) cosine += left[i]! * right[i]!;
      return cosine;
    },
    nearest(skill) {
      let known = found.get(skill);
      if (!known) {
        known = search(skill);
        found.set(skill, known);
      }
      return known;
    },
    isTransversal: (skill) => transversal.has(skill),
    riasec: (occupation) => of(occupation)?.riasec ?? null,
    iscoCode: (occupation) => of(occupation)?.iscoCode ?? null,
  };
});
