// Made-up pairs and a made-up taxonomy for tests: everything is unknown until a test tells it.
import assert from 'node:assert/strict';
import {
  type AskedSkill,
  FACTORS,
  type Knowledge,
  type LanguageSkills,
  NEAR,
  type Pair,
  type PersonSide,
  type PersonSkill,
  PROVENANCES,
  RIASEC,
  TRANSPORTS,
  type VacancySide,
} from './factor.ts';

export function person(told: Partial<PersonSide> = {}): PersonSide {
  return {
    skills: new Map(),
    rejected: [],
    experience: [],
    wishes: [],
    education: null,
    interests: null,
    aptitude: null,
    places: [],
    transport: [],
    maxDistanceKm: 30,
    maxTravelMinutes: null,
    busy: [],
    hoursMin: null,
    hoursMax: null,
    languages: undefined,
    licences: [],
    optOut: [],
    ...told,
  };
}

export function vacancy(told: Partial<VacancySide> = {}): VacancySide {
  return {
    occupation: null,
    skills: new Map(),
    education: null,
    place: { x: 0, y: 0 },
    shifts: 0,
    hoursMin: null,
    hoursMax: null,
    languages: new Map(),
    licences: [],
    ...told,
  };
}

/** The year is 2026. @example pair({ aptitude: 3 }, { education: { min: 3, max: null, field: null } }) */
export function pair(personTold: Partial<PersonSide> = {}, vacancyTold: Partial<VacancySide> = {}): Pair {
  return { person: person(personTold), vacancy: vacancy(vacancyTold), year: 2026 };
}

/** @example has([1, 'stated'], [2, 'predicted', { probability: 0.7 }]) // the skills of a person */
export function has(
  ...skills: [id: number, provenance: PersonSkill['provenance'], more?: Partial<PersonSkill>][]
): Map<number, PersonSkill> {
  return new Map(
    skills.map(([id, provenance, more]) => [id, { provenance, probability: 1, level: null, ...more }]),
  );
}

/** @example asks([1, 'must-have'], [2, 'essential', { level: 2 }]) // the skills of a vacancy */
export function asks(
  ...skills: [id: number, importance: AskedSkill['importance'], more?: Partial<AskedSkill>][]
): Map<number, AskedSkill> {
  return new Map(skills.map(([id, importance, more]) => [id, { importance, level: null, ...more }]));
}

/** The four skills of a language at one CEFR ordinal. @example new Map([['nl', allFour(3)]]) */
export function allFour(level: number): LanguageSkills {
  return { reading: level, listening: level, speaking: level, writing: level };
}

/**
 * A taxonomy of what a test names; all else is unlike and unknown.
 *
 * @example knowledgeOf({ similar: [[1, 2, 0.8]], transversal: [9], riasec: { 5: 'RC' }, isco: { 5: '7512' } })
 */
export function knowledgeOf({
  similar = [],
  transversal = [],
  riasec = {},
  isco = {},
}: {
  /** Pairs of concept ids with their cosine. */
  similar?: [number, number, number][];
  transversal?: number[];
  riasec?: Record<number, string>;
  isco?: Record<number, string>;
} = {}): Knowledge {
  const cosines = new Map<number, Map<number, number>>();
  const put = (a: number, b: number, cosine: number) =>
    cosines.set(a, (cosines.get(a) ?? new Map<number, number>()).set(b, cosine));
  for (const [a, b, cosine] of similar) {
    put(a, b, cosine);
    put(b, a, cosine);
  }
  return {
    similarity: (a, b) => (a === b ? 1 : (cosines.get(a)?.get(b) ?? 0)),
    nearest: (skill) => {
      const near = [...(cosines.get(skill) ?? [])]
        .filter(([, cosine]) => cosine >= NEAR)
        .sort((a, b) => b[1] - a[1]);
      return {
        skills: Int32Array.from(near, ([other]) => other),
        cosines: Float64Array.from(near, ([, cosine]) => cosine),
        from: 0,
        to: near.length,
      };
    },
    isTransversal: (skill) => transversal.includes(skill),
    riasec: (occupation) => riasec[occupation] ?? null,
    iscoCode: (occupation) => isco[occupation] ?? null,
  };
}

/** Even numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  // mulberry32 (Tommy Ettinger, public domain): enough for made-up pairs.
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Skills are the concepts 1 to 12, of which 10 to 12 transversal; occupations 101 to 106. For `randomPair`. */
export const randomKnowledge = knowledgeOf({
  similar: [
    [1, 2, 0.9],
    [2, 3, 0.82],
    [4, 5, 0.75],
    [5, 6, 0.3],
    [6, 10, 0.9],
    [10, 11, 0.85],
    [101, 102, 0.85],
    [102, 103, 0.55],
    [103, 104, -0.2],
  ],
  transversal: [10, 11, 12],
  riasec: { 101: 'RIC', 102: 'S', 103: 'EC', 104: 'A' },
  isco: { 101: '7512', 102: '7511', 103: '5120', 104: '2212', 105: '9112' },
});

/** A pair with random facts, a third of them unknown; the same for the same seed. */
export function randomPair(seed: number): Pair {
  const random = randomFrom(seed);
  const upTo = (max: number) => Math.floor(random() * (max + 1));
  const oneOf = <T>(values: readonly T[]): T => values[upTo(values.length - 1)]!;
  const maybe = <T>(make: () => T): T | null => (random() < 0.33 ? null : make());
  const some = <T>(most: number, make: () => T): T[] => Array.from({ length: upTo(most) }, make);
  const position = () => ({ x: random() * 80 - 40, y: random() * 80 - 40 });
  const place = () => ({ ...position(), when: oneOf(['now', 'expected'] as const) });
  const level = () => maybe(() => (1 + upTo(2)) as 1 | 2 | 3);
  const hours = () => {
    const [hoursMin, hoursMax] = [1 + upTo(59), 1 + upTo(59)].sort((a, b) => a - b) as [number, number];
    return { hoursMin: maybe(() => hoursMin), hoursMax: maybe(() => hoursMax) };
  };
  const education = () => {
    const min = 1 + upTo(7);
    return { min, max: Math.min(8, min + upTo(2)), field: maybe(() => `0${upTo(9)}`) };
  };
  const language = (): [string, LanguageSkills] => [
    oneOf(['nl', 'en', 'ar']),
    { reading: upTo(6), listening: upTo(6), speaking: upTo(6), writing: upTo(6) },
  ];
  return pair(
    {
      skills: new Map(
        some(8, () => {
          const provenance = oneOf(PROVENANCES);
          return [
            1 + upTo(11),
            { provenance, probability: provenance === 'predicted' ? random() : 1, level: level() },
          ];
        }),
      ),
      experience: some(3, () => ({
        occupation: 101 + upTo(5),
        years: maybe(() => upTo(40)),
        lastYear: maybe(() => 1990 + upTo(36)),
        unpaid: random() < 0.3,
      })),
      wishes: some(2, () => ({ occupation: 101 + upTo(5), certainty: random() })),
      education: maybe(education),
      interests: maybe(() => Object.fromEntries(some(6, () => [oneOf(RIASEC), random()]))),
      aptitude: maybe(() => 1 + upTo(7)),
      places: some(2, place),
      transport: some(3, () => oneOf(TRANSPORTS)),
      maxDistanceKm: 1 + upTo(99),
      maxTravelMinutes: maybe(() => 5 + upTo(115)),
      busy: some(2, () => ({
        mask: upTo(2 ** 28 - 1),
        reason: oneOf(['integration-course', 'care', 'other'] as const),
      })),
      ...hours(),
      languages: maybe(() => new Map(some(3, language))) ?? undefined,
      licences: some(2, () => oneOf(['B', 'C', 'CE'])),
      optOut: random() < 0.2 ? [oneOf(FACTORS)] : [],
    },
    {
      occupation: maybe(() => 101 + upTo(5)),
      skills: new Map(
        some(8, () => [
          1 + upTo(11),
          { importance: oneOf(['must-have', 'essential', 'optional'] as const), level: level() },
        ]),
      ),
      education: maybe(() => {
        const { min, max, field } = education();
        return { min, max: maybe(() => max), field };
      }),
      place: position(),
      shifts: maybe(() => upTo(2 ** 28 - 1)) ?? 0,
      ...hours(),
      languages: new Map(some(2, language)),
      licences: some(1, () => oneOf(['B', 'C'])),
    },
  );
}

/** Values of a factor over a series of pairs: all from 0 to 1, none lower than the one before, the last above the first. */
export function assertNeverLower(values: (number | undefined)[]): void {
  for (const value of values) assert.ok(value !== undefined && value >= 0 && value <= 1, String(value));
  assert.deepEqual(
    values,
    values.toSorted((a, b) => a! - b!),
  );
  assert.ok(values.at(-1)! > values[0]!, `${values} never rises`);
}
