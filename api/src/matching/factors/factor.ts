// What every factor is: a pure function of two plain objects to a value from 0 to 1 with its evidence.

/** In the order in which a match tells them. */
export const FACTORS = ['skills', 'similarity', 'location', 'language', 'education', 'hours'] as const;
export type Factor = (typeof FACTORS)[number];

/** The side that looks for work, as matching sees it. No name, age, nationality or status: it cannot know them. */
export interface PersonSide {
  skills: Map<number, 'stated' | 'predicted'>;
  /** CEFR ordinals 0..6 by language. Undefined when nothing was said about languages. */
  languages: Map<string, number> | undefined;
  /** NLQF 1..8. */
  education: number | null;
  hoursMin: number | null;
  hoursMax: number | null;
  maxDistanceKm: number;
}

/** The side that offers a place to work or learn. */
export interface VacancySide {
  skills: Map<number, 'essential' | 'optional'>;
  languages: Map<string, number>;
  education: number | null;
  hoursMin: number | null;
  hoursMax: number | null;
}

/** What only the database could compute about the two together. */
export interface Pair {
  person: PersonSide;
  vacancy: VacancySide;
  /** Cosine of the two vectors, -1..1; null when either has none. */
  similarity: number | null;
  distanceKm: number | null;
}

type Evidence = Record<string, string | number | boolean | null>;

/** `null`: one of the two sides left it open. */
export type FactorResult = { value: number; evidence: Evidence } | null;

export const clamp = (value: number) => Math.min(1, Math.max(0, value));
