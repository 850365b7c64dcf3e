// What a factor is: a pure function of two plain objects to a value from 0 to 1 with its evidence; and what it may know.

/** In the order in which a match tells them. */
export const FACTORS = [
  'hardSkills',
  'softSkills',
  'experience',
  'education',
  'ambition',
  'interests',
  'aptitude',
  'location',
  'schedule',
  'language',
] as const;
export type Factor = (typeof FACTORS)[number];

/**
 * How a fact is known. verified: somebody else has seen it (a certificate, a test, a trial day); confirmed: we guessed,
 * the person said yes; stated: the person said so; predicted: usual for the work they did, with a probability.
 */
export const PROVENANCES = ['verified', 'confirmed', 'stated', 'predicted'] as const;
export type Provenance = (typeof PROVENANCES)[number];

/** basic 1: with help; skilled 2: alone; expert 3: teaches others. */
export type SkillLevel = 1 | 2 | 3;

export interface PersonSkill {
  provenance: Provenance;
  /** 0..1; below 1 only for what is predicted. */
  probability: number;
  level: SkillLevel | null;
}

export interface AskedSkill {
  /** must-have: without it nobody is suitable, and a prediction does not do; essential: counts in full; optional: half. */
  importance: 'must-have' | 'essential' | 'optional';
  level: SkillLevel | null;
}

/** CEFR ordinals, 0 (A0) to 6 (C2). */
export interface LanguageSkills {
  reading: number;
  listening: number;
  speaking: number;
  writing: number;
}

export const RIASEC = ['R', 'I', 'A', 'S', 'E', 'C'] as const;
export type Riasec = (typeof RIASEC)[number];

export const TRANSPORTS = ['walking', 'bicycle', 'moped', 'public-transport', 'car'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** km east and north on the plane of places/geometry.ts. */
export interface Position {
  x: number;
  y: number;
}

/** Where the person lives, or expects to. */
export interface PersonPlace extends Position {
  when: 'now' | 'expected';
}

export interface Experience {
  /** Concept id. */
  occupation: number;
  years: number | null;
  /** The last calendar year in which it was done; null: not told. */
  lastYear: number | null;
  /** Household, care, volunteering, informal work: counts as work does. */
  unpaid: boolean;
}

/** Why somebody is not free; a mask of 28 day parts, see matching/day-parts.ts. */
export interface Busy {
  mask: number;
  reason: 'integration-course' | 'care' | 'other';
}

/** The side that looks for work, as matching sees it. No name, age, nationality, status or health: it cannot know them. */
export interface PersonSide {
  /** By concept id. */
  skills: Map<number, PersonSkill>;
  /** Skills that the person said not to have; no alike skill stands for them. */
  rejected: number[];
  experience: Experience[];
  /** What the person wants to do; certainty 0..1, 1: sure. Empty: not sure yet, which is a valid answer. */
  wishes: { occupation: number; certainty: number }[];
  /** NLQF 1..8 from `min` to `max`: a foreign diploma is a range. `field`: broad field of ISCED-F 2013, 00..10. */
  education: { min: number; max: number; field: string | null } | null;
  /** Told on purpose, 0..1 per letter. */
  interests: Partial<Record<Riasec, number>> | null;
  /** The level at which somebody can think and work (werk- en denkniveau), NLQF 1..8, told on purpose. */
  aptitude: number | null;
  /** Empty: not told. */
  places: PersonPlace[];
  /** Means of one's own; empty: not told. */
  transport: Transport[];
  maxDistanceKm: number;
  /** One way. */
  maxTravelMinutes: number | null;
  busy: Busy[];
  hoursMin: number | null;
  hoursMax: number | null;
  /** By BCP 47 tag; undefined: nothing was told about languages. */
  languages: Map<string, LanguageSkills> | undefined;
  licences: string[];
  /** Factors that the person does not want to be judged by. */
  optOut: Factor[];
}

/** The side that offers a place to work or learn. */
export interface VacancySide {
  /** Concept id. */
  occupation: number | null;
  skills: Map<number, AskedSkill>;
  /** NLQF; `max` is where the work usually ends; null: open. */
  education: { min: number; max: number | null; field: string | null } | null;
  place: Position;
  /** 28 day parts, see matching/day-parts.ts; 0: not told. */
  shifts: number;
  hoursMin: number | null;
  hoursMax: number | null;
  languages: Map<string, LanguageSkills>;
  licences: string[];
}

export interface Pair {
  person: PersonSide;
  vacancy: VacancySide;
  /** The calendar year of the match: what was long ago is a matter of today. */
  year: number;
}

/** A part of a table, from one row up to another. One table for all: most of the time of a score goes into reading it. */
export interface Near {
  /** Concept ids. */
  skills: Int32Array;
  cosines: Float64Array;
  from: number;
  to: number;
}

/** What the taxonomy tells a factor. Read from memory, so asking costs nothing; see matching/knowledge.ts. */
export interface Knowledge {
  /** Cosine of two concepts' vectors, -1..1; 1 for a concept and itself; 0 when one has no vector. */
  similarity(a: number, b: number): number;
  /** The skills closest to a skill by that cosine, down to NEAR, itself not among them. */
  nearest(skill: number): Near;
  /** Whether a skill is of use in any work: working together, being on time, learning. */
  isTransversal(skill: number): boolean;
  riasec(occupation: number): string | null;
  iscoCode(occupation: number): string | null;
}

/**
 * From this cosine on two skills count as alike: what is alike earns credit and is named, what is not does neither. In the
 * starter taxonomy pairs at .8 are of one line of work (cutting hair and curling it), those at .6 are not (frying and
 * working in a team).
 */
export const NEAR = 0.8;

export type Evidence = Record<string, string | number | boolean | null>;

/**
 * `null`: one of the two sides left it open.
 * `predicted`: share of the value, 0..1, that rests on predictions; 0 or left out: none.
 */
export type FactorResult = { value: number; predicted?: number; evidence: Evidence } | null;

export type FactorFunction = (pair: Pair, knowledge: Knowledge) => FactorResult;

export const clamp = (value: number) => Math.min(1, Math.max(0, value));
