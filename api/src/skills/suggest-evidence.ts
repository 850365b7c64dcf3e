// Gathers what speaks for and against each skill of a profile; weighs nothing.
import { addScaled, normalize } from '../embedding/vector.ts';
import type { GraphIndex } from './suggest-graph.ts';
import { FEATURES, logit } from './suggest-parameters.ts';
import { pack } from './suggest-vectors.ts';

/** One ground to suggest on. Numbers are those of the index, not concepts. */
export interface Ground {
  /** Its own list counts as `essential` and `optional` only, and not at all when `usesList` is false. */
  occupation?: number;
  usesList: boolean;
  /** 0..1: how much of the occupation the person has, by years. */
  experience: number;
  /** Of the occupation's name, or of a text. */
  vector?: Float32Array;
  iscoCode?: string | null;
  /** Skills with how sure we are of them: 1 when confirmed, else the confidence that a text names them. */
  known: Map<number, number>;
  rejected: Set<number>;
  /** What is not to be suggested: confirmed or rejected. */
  excluded: Set<number>;
}

const NEIGHBOURS = 30;
/** Of so many known skills, the rarest, count towards `withConfirmed`: the others hardly tell, and cost time. */
const TELLING = 20;
/** A skill that goes with a known one this much more often than by chance is weighed, whatever else is known. */
const CLEARLY = 4;
/** How many popular skills are always weighed, so that a thin profile gets suggestions too. */
const POPULAR = 120;
/** Strength of what is known without the neighbours, in units of the nearest one. */
const PRIOR_OF_SHARES = 0.5;
const PRIOR_OF_GROUPS = 2;
const PRIOR_OF_PAIRS = 2;
/** What a shared digit of ISCO-08 multiplies the likeness by; one standard deviation of names multiplies it by e. */
const DIGIT_ODDS = 2;
/**
 * How much likelier a similar occupation is the right one when it needs a confirmed skill, and when it needs a rejected
 * one: an occupation as near as these has about half of its skills in common with the right one, so that "no" halves it.
 */
const CONFIRMED_ODDS = 3;
const REJECTED_ODDS = 0.5;
/** What a skill on the stated occupation's list says of similar occupations, beside one that was confirmed. */
const LISTED = 0.5;
const WIDTH = FEATURES.length;

/** Not reentrant: arrays are kept from call to call. */
export class Evidence {
  /** Skills that there is evidence for, and WIDTH features of each, in the same order. */
  readonly candidates: number[] = [];
  features = new Float32Array(1024 * WIDTH);
  /** Likeness of every occupation to the ground, in names and ISCO-08; 0 without an occupation and text. */
  readonly likeness: Float32Array;
  readonly #index: GraphIndex;
  readonly #seen: Uint8Array;
  readonly #hidden: Uint8Array;
  #hiddenCount = 0;
  /** How many hidden occupations need a skill. */
  readonly #own: Uint8Array;
  readonly #names: Float32Array;
  readonly #overlaps: Float32Array;
  readonly #similarName: Share;
  readonly #similarWork: Share;
  readonly #sameSkills: Share;
  readonly #groups: { sums: Float32Array; count: number }[];
  readonly #withConfirmed: Float32Array;
  readonly #pairs: Float32Array;

  constructor(index: GraphIndex) {
    const [occupations, skills] = [index.occupations.length, index.skills.length];
    this.#index = index;
    this.likeness = new Float32Array(occupations);
    this.#names = new Float32Array(occupations);
    this.#overlaps = new Float32Array(occupations);
    this.#seen = new Uint8Array(skills);
    this.#hidden = new Uint8Array(occupations);
    this.#own = new Uint8Array(skills);
    this.#similarName = new Share(skills);
    this.#similarWork = new Share(skills);
    this.#sameSkills = new Share(skills);
    this.#groups = [4, 3, 2].map(() => ({ sums: new Float32Array(skills), count: 0 }));
    this.#withConfirmed = new Float32Array(skills);
    this.#pairs = new Float32Array(skills);
  }

  /**
   * @param alsoHidden an occupation that, like the stated one, lends its list to no other evidence: for learning
   * Fills `candidates` and `features`; what is excluded is no candidate.
   */
  gather(ground: Ground, alsoHidden?: number): void {
    const index = this.#index;
    this.#clear();
    this.#hide(ground.occupation);
    this.#hide(alsoHidden);
    if (ground.usesList) for (const s of index.listOf(ground.occupation!)) this.#candidate(s);
    for (const s of ground.known.keys()) this.#candidate(s);
    this.#similar(ground);
    this.#group(ground);
    this.#overlap(ground);
    for (const s of rarest([...ground.known.keys()], index)) this.#goesWith(s, ground.known.get(s)!);
    for (const s of index.popular.slice(0, POPULAR + ground.excluded.size)) this.#candidate(s);
    this.#write(ground);
  }

  #clear(): void {
    this.candidates.length = 0;
    this.#hiddenCount = 0;
    this.#hidden.fill(0);
    for (const array of [this.#seen, this.#own, this.#withConfirmed, this.likeness]) array.fill(0);
    for (const share of [this.#similarName, this.#similarWork, this.#sameSkills]) share.clear();
    for (const group of this.#groups) {
      group.sums.fill(0);
      group.count = 0;
    }
  }

  #hide(occupation: number | undefined): void {
    if (occupation === undefined || this.#hidden[occupation]) return;
    this.#hidden[occupation] = 1;
    this.#hiddenCount++;
    for (const s of this.#index.listOf(occupation)) this.#own[s]!++;
  }

  #candidate(skill: number): void {
    if (this.#seen[skill]) return;
    this.#seen[skill] = 1;
    this.candidates.push(skill);
  }

  #similar({ vector, iscoCode, known, rejected }: Ground): void {
    const { occupations, lists, groups, occupationVectors } = this.#index;
    const names = this.#names;
    const packed = vector && pack(vector);
    let [count, sum, squares] = [0, 0, 0];
    for (let o = 0; o < occupations.length; o++) {
      names[o] = 0;
      if (!packed || lists.start[o] === lists.start[o + 1]) continue;
      const likeness = occupationVectors.dot(packed, o);
      names[o] = likeness;
      count++;
      sum += likeness;
      squares += likeness * likeness;
    }
    const mean = sum / Math.max(1, count);
    const deviation = Math.sqrt(Math.max(1e-9, squares / Math.max(1, count) - mean * mean));
    if (!vector && !iscoCode) return;
    for (let o = 0; o < occupations.length; o++) {
      const isAbsent = this.#hidden[o] || lists.start[o] === lists.start[o + 1];
      const likeness = isAbsent ? 0 : Math.exp(vector ? (names[o]! - mean) / deviation : 0);
      names[o] = vector ? likeness : 0;
      this.likeness[o] = likeness;
    }
    for (const digits of iscoCode ? [1, 2, 3, 4] : [])
      for (const o of groups.get(iscoCode!.slice(0, digits)) ?? []) this.likeness[o]! *= DIGIT_ODDS;
    const weigh = (skill: number, odds: number) => {
      for (const o of this.#index.usersOf(skill)) {
        names[o]! *= odds;
        this.likeness[o]! *= odds;
      }
    };
    for (const [skill, sureness] of known) weigh(skill, CONFIRMED_ODDS ** sureness);
    for (const skill of rejected) weigh(skill, REJECTED_ODDS);
    this.#addLists(names, this.#similarName);
    this.#addLists(this.likeness, this.#similarWork);
  }

  #group({ iscoCode }: Ground): void {
    if (!iscoCode) return;
    [4, 3, 2].forEach((digits, level) => {
      const group = this.#groups[level]!;
      for (const o of this.#index.groups.get(iscoCode.slice(0, digits)) ?? []) {
        if (this.#hidden[o]) continue;
        group.count++;
        for (const s of this.#index.listOf(o)) {
          group.sums[s]!++;
          if (digits === 4) this.#candidate(s);
        }
      }
    });
  }

  #overlap({ occupation, usesList, known, rejected }: Ground): void {
    const { rarity, norms } = this.#index;
    const overlaps = this.#overlaps.fill(0);
    const wanted = new Map(known);
    if (usesList)
      for (const s of this.#index.listOf(occupation!))
        if (!wanted.has(s) && !rejected.has(s)) wanted.set(s, LISTED);
    if (wanted.size === 0) return;
    for (const s of rejected) wanted.set(s, -1);
    for (const [s, weight] of wanted) {
      const amount = weight * rarity[s]! ** 2;
      for (const o of this.#index.usersOf(s)) overlaps[o]! += amount;
    }
    for (let o = 0; o < overlaps.length; o++)
      overlaps[o] = this.#hidden[o] || overlaps[o]! <= 0 ? 0 : (overlaps[o]! / norms[o]!) ** 2;
    this.#addLists(overlaps, this.#sameSkills);
  }

  /** Adds the lists of the occupations with the largest weights, in units of the largest. */
  #addLists(weights: Float32Array, share: Share): void {
    const nearest = largest(weights, NEIGHBOURS);
    const most = nearest.length > 0 ? weights[nearest[0]!]! : 0;
    for (const o of nearest) {
      const weight = weights[o]! / most;
      share.total += weight;
      for (const s of this.#index.listOf(o)) {
        share.sums[s]! += weight;
        this.#candidate(s);
      }
    }
  }

  /** Adds how much likelier each skill is beside this one, as a ratio above 1. */
  #goesWith(skill: number, sureness: number): void {
    const pairs = this.#pairs;
    const touched: number[] = [];
    let users = 0;
    for (const o of this.#index.usersOf(skill)) {
      if (this.#hidden[o]) continue;
      users++;
      for (const s of this.#index.listOf(o)) if (pairs[s]!++ === 0) touched.push(s);
    }
    for (const s of touched) {
      const popularity = this.#popularity(s);
      const ratio = (pairs[s]! + PRIOR_OF_PAIRS * popularity) / ((users + PRIOR_OF_PAIRS) * popularity);
      pairs[s] = 0;
      if (ratio <= 1 || s === skill) continue;
      this.#withConfirmed[s]! += sureness * (ratio - 1);
      if (ratio > CLEARLY) this.#candidate(s);
    }
  }

  /** Share of the lists that hold it, never quite 0 or 1. */
  #popularity(skill: number): number {
    const { users, listed } = this.#index;
    const count = users.start[skill + 1]! - users.start[skill]! - this.#own[skill]!;
    return (count + 0.5) / (listed - this.#hiddenCount + 1);
  }

  #write(ground: Ground): void {
    const { skillVectors } = this.#index;
    const { known, excluded, vector, experience } = ground;
    const kept = this.candidates.filter((s) => !excluded.has(s));
    this.candidates.splice(0, Infinity, ...kept);
    if (this.features.length < kept.length * WIDTH) this.features = new Float32Array(2 * kept.length * WIDTH);
    const name = vector && pack(vector);
    const centre = known.size > 0 ? pack(this.#centre(known)) : undefined;
    const listed = ground.usesList ? this.#listed(ground.occupation!) : new Map<number, number>();
    const count = [...known.values()].reduce((sum, sureness) => sum + sureness, 0);
    const amount = count / (count + 1);
    kept.forEach((s, i) => {
      const popularity = this.#popularity(s);
      const base = logit(popularity);
      const gain = (share: number) => experience * (logit(share) - base);
      const type = listed.get(s);
      const row = i * WIDTH;
      const f = this.features;
      f[row] = 1;
      f[row + 1] = type === 1 ? experience : 0;
      f[row + 2] = type === 0 ? experience : 0;
      f[row + 3] = gain(this.#similarName.of(s, popularity));
      f[row + 4] = gain(this.#similarWork.of(s, popularity));
      f[row + 5] = gain(this.#sameGroup(s, popularity));
      f[row + 6] = logit(this.#sameSkills.of(s, popularity)) - base;
      f[row + 7] = Math.log1p(this.#withConfirmed[s]!);
      f[row + 8] = base;
      f[row + 9] = name ? experience * skillVectors.dot(name, s) : 0;
      f[row + 10] = centre ? skillVectors.dot(centre, s) : 0;
      f[row + 11] = amount;
      f[row + 12] = amount * f[row + 4]!;
      f[row + 13] = amount * f[row + 6]!;
      f[row + 14] = amount * base;
    });
  }

  /** From the widest group to the narrowest, each the prior of the next. */
  #sameGroup(skill: number, popularity: number): number {
    let share = popularity;
    for (const { sums, count } of this.#groups.toReversed())
      share = (sums[skill]! + PRIOR_OF_GROUPS * share) / (count + PRIOR_OF_GROUPS);
    return share;
  }

  #listed(occupation: number): Map<number, number> {
    const start = this.#index.lists.start[occupation]!;
    return new Map(
      [...this.#index.listOf(occupation)].map((s, i) => [s, this.#index.essential[start + i]!] as const),
    );
  }

  #centre(known: Map<number, number>): Float32Array {
    const sum = new Float32Array(this.#index.dimensions);
    for (const [s, sureness] of known) {
      const vector = this.#index.skillVectors.row(s);
      if (vector) addScaled(sum, vector, sureness);
    }
    return normalize(sum);
  }
}

/** How large a part of some weighted occupations needs each skill, drawn towards its popularity. */
class Share {
  readonly sums: Float32Array;
  total = 0;

  constructor(skills: number) {
    this.sums = new Float32Array(skills);
  }

  clear(): void {
    this.sums.fill(0);
    this.total = 0;
  }

  of(skill: number, popularity: number): number {
    return (this.sums[skill]! + PRIOR_OF_SHARES * popularity) / (this.total + PRIOR_OF_SHARES);
  }
}

function rarest(skills: number[], { rarity }: GraphIndex): number[] {
  return skills.toSorted((a, b) => rarity[b]! - rarity[a]! || a - b).slice(0, TELLING);
}

/** Positions of the largest positive numbers, the largest first; of equals the first. */
function largest(numbers: Float32Array, count: number): number[] {
  const floor = numbers.toSorted().at(-count) ?? 0;
  const positions: number[] = [];
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! > 0 && numbers[i]! >= floor) positions.push(i);
  return positions.sort((a, b) => numbers[b]! - numbers[a]! || a - b).slice(0, count);
}
