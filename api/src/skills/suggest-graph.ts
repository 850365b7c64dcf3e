// Occupations, skills and who needs what, laid out so that a suggestion is a walk over a few short arrays.
import { PackedVectors } from './suggest-vectors.ts';

export interface SkillRelation {
  occupation: number;
  skill: number;
  type: 'essential' | 'optional';
}

/** Occupations and skills in one dense numbering: concept n is `concepts[n]`. */
export interface SkillGraph {
  concepts: ({ kind: 'occupation'; iscoCode: string | null } | { kind: 'skill' })[];
  relations: SkillRelation[];
  /**
   * A vector of length 1 per concept, made of its labels alone. Not the one that is mixed over the relations: the
   * parameters were learned on occupations whose relations were hidden.
   */
  vectors?: (Float32Array | undefined)[];
}

/** Lists in both directions as slices of one array: those of i are at `start[i]` up to `start[i + 1]`. */
interface Slices {
  start: Int32Array;
  items: Int32Array;
}

/** The graph with occupations and skills each numbered from 0, and the counts that all suggestions share. */
export class GraphIndex {
  /** Concept of each occupation and skill, and back (-1: it is the other kind). */
  readonly occupations: number[] = [];
  readonly skills: number[] = [];
  readonly occupationOf: Int32Array;
  readonly skillOf: Int32Array;
  readonly isco: (string | null)[] = [];
  /** Skills of an occupation, ascending; `essential` runs along. */
  readonly lists: Slices;
  readonly essential: Uint8Array;
  /** Occupations that need a skill, ascending. */
  readonly users: Slices;
  /** How many occupations have a list at all. */
  readonly listed: number;
  readonly meanListLength: number;
  /** Inverse occupation frequency ln((1 + listed) / (1 + users)): a skill that everybody needs says little. */
  readonly rarity: Float32Array;
  /** Length of an occupation's list as a vector of rarities. */
  readonly norms: Float32Array;
  /** Skills, the most needed first. */
  readonly popular: number[];
  /** Occupations by the first 1, 2, 3 and 4 digits of their ISCO-08 code. */
  readonly groups = new Map<string, number[]>();
  readonly dimensions: number;
  readonly occupationVectors: PackedVectors;
  readonly skillVectors: PackedVectors;

  constructor({ concepts, relations, vectors }: SkillGraph) {
    this.occupationOf = new Int32Array(concepts.length).fill(-1);
    this.skillOf = new Int32Array(concepts.length).fill(-1);
    concepts.forEach((concept, id) => {
      if (concept.kind === 'occupation') {
        this.occupationOf[id] = this.occupations.push(id) - 1;
        this.isco.push(concept.iscoCode);
      } else this.skillOf[id] = this.skills.push(id) - 1;
    });
    const links = this.#links(relations);
    this.lists = slices(this.occupations.length, links, 'occupation', 'skill');
    this.users = slices(this.skills.length, links, 'skill', 'occupation');
    this.essential = Uint8Array.from(links, (link) => Number(link.type === 'essential'));
    const lengths = this.occupations.map((_, o) => this.lists.start[o + 1]! - this.lists.start[o]!);
    this.listed = lengths.filter((length) => length > 0).length;
    this.meanListLength = links.length / Math.max(1, this.listed);
    this.rarity = Float32Array.from(this.skills, (_, s) =>
      Math.log((1 + this.listed) / (1 + this.usersOf(s).length)),
    );
    this.norms = Float32Array.from(this.occupations, (_, o) => {
      let sum = 0;
      for (const s of this.listOf(o)) sum += this.rarity[s]! ** 2;
      return Math.sqrt(sum);
    });
    this.popular = this.skills.map((_, s) => s);
    this.popular.sort((a, b) => this.usersOf(b).length - this.usersOf(a).length || a - b);
    this.isco.forEach((code, o) => {
      if (code && lengths[o]! > 0)
        for (const digits of [1, 2, 3, 4]) append(this.groups, code.slice(0, digits), o);
    });
    this.dimensions = vectors?.find((vector) => vector)?.length ?? 0;
    const packed = (ids: number[]) =>
      new PackedVectors(
        ids.map((id) => vectors?.[id]),
        this.dimensions,
      );
    this.occupationVectors = packed(this.occupations);
    this.skillVectors = packed(this.skills);
  }

  listOf(occupation: number): Int32Array {
    return this.lists.items.subarray(this.lists.start[occupation]!, this.lists.start[occupation + 1]!);
  }

  usersOf(skill: number): Int32Array {
    return this.users.items.subarray(this.users.start[skill]!, this.users.start[skill + 1]!);
  }

  /** Each pair once, in the order of occupation and skill; essential wins where two sources differ. */
  #links(relations: SkillRelation[]): SkillRelation[] {
    const links = new Map<number, SkillRelation>();
    for (const { occupation, skill, type } of relations) {
      const link = { occupation: this.occupationOf[occupation]!, skill: this.skillOf[skill]!, type };
      if (!(link.occupation >= 0 && link.skill >= 0))
        throw new RangeError(`relation ${occupation} → ${skill} does not lead from an occupation to a skill`);
      const key = link.occupation * this.skills.length + link.skill;
      if (type === 'essential' || !links.has(key)) links.set(key, link);
    }
    return [...links].sort(([a], [b]) => a - b).map(([, link]) => link);
  }
}

function slices(
  count: number,
  links: SkillRelation[],
  from: 'occupation' | 'skill',
  to: 'occupation' | 'skill',
): Slices {
  const start = new Int32Array(count + 1);
  for (const link of links) start[link[from] + 1]!++;
  for (let i = 0; i < count; i++) start[i + 1]! += start[i]!;
  const next = start.slice();
  const items = new Int32Array(links.length);
  for (const link of links) items[next[link[from]]!++] = link[to];
  return { start, items };
}

function append(groups: Map<string, number[]>, key: string, occupation: number): void {
  const members = groups.get(key);
  if (members) members.push(occupation);
  else groups.set(key, [occupation]);
}
