// Shapes of the rule files: every rule says from when to when it holds, who says so and when somebody looked.
import { z } from 'zod';
import { WORK_RIGHT_CATEGORIES } from '../candidates/work-right.ts';
import { LICENCES, VACANCY_KINDS } from '../http/schema.ts';

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug such as idw-evaluation');
const Day = z.iso.date();
/** What every row bears besides its own fields. */
const rule = {
  /** First and last day on which the rule holds. */
  valid_from: Day.nullable(),
  valid_to: Day.nullable(),
  source_url: z.url({ protocol: /^https?$/ }).nullable(),
  /** The day that the source itself bears. */
  source_date: Day.nullable().default(null),
  checked_on: Day,
  verified: z.boolean(),
};
interface Row {
  valid_from: string | null;
  valid_to: string | null;
  source_url: string | null;
  source_date: string | null;
  checked_on: string;
  verified: boolean;
}

/** From when to when (null: not known, or open), who says so, and whether somebody read it there. */
export interface Provenance {
  validFrom: string | null;
  validTo: string | null;
  sourceUrl: string | null;
  sourceDate: string | null;
  checkedOn: string;
  verified: boolean;
}

/** Checks days and source of a row, and gives them the names of TypeScript. */
function ruled<Output extends Row, Input>(row: z.ZodType<Output, Input>) {
  return row
    .refine(
      ({ verified, source_url }) => !verified || source_url !== null,
      'a verified rule has a source_url: the page on which somebody read it',
    )
    .refine(
      ({ valid_from, valid_to }) => !valid_from || !valid_to || valid_from <= valid_to,
      'valid_from may not be after valid_to',
    )
    .transform(({ valid_from, valid_to, source_url, source_date, checked_on, ...rest }) => ({
      ...rest,
      validFrom: valid_from,
      validTo: valid_to,
      sourceUrl: source_url,
      sourceDate: source_date,
      checkedOn: checked_on,
    }));
}

const Bound = z.int().min(0).nullable();
/** Least and most; null: no source tells. */
const Range = z
  .tuple([Bound, Bound])
  .refine(([least, most]) => least === null || most === null || least <= most, 'the least stands first');
const Known = z
  .tuple([z.number().min(0), z.number().min(0)])
  .refine(([least, most]) => least <= most, 'the least stands first');
/** Whether a source tells how long it takes, or we think so. */
const basis = z.enum(['source', 'estimate']);
const Params = z.record(z.string(), z.union([z.string(), z.number()]));

/** A step by its name, or with what its text needs to know. */
const Use = z.union([
  Slug.transform((step) => ({ step, params: {} as z.infer<typeof Params> })),
  z.strictObject({ step: Slug, params: Params }),
]);
export type Use = z.infer<typeof Use>;

export const StepsFile = z.strictObject({
  /** Calendar weeks that a step takes, waiting included. */
  steps: z.array(
    ruled(
      z.strictObject({
        ...rule,
        step: Slug,
        weeks: Range,
        basis,
        /** Not asked of everybody: the shortest way goes without it. */
        sometimes: z.boolean().default(false),
      }),
    ),
  ),
  language: ruled(
    z.strictObject({
      ...rule,
      /** Lesson hours from nothing to the level, by CEFR ordinal 0 to 6. */
      hours: z.array(Known).length(7),
      lesson_hours_a_week: Known,
      basis,
    }),
  ),
  licences: ruled(z.strictObject({ ...rule, weeks: z.record(z.enum(LICENCES), Known), basis })),
  skill: ruled(z.strictObject({ ...rule, weeks: Known, basis })),
  /** What one programme takes, from one NLQF level (0: none) to another. */
  programmes: z.array(
    ruled(
      z.strictObject({
        ...rule,
        from: z.int().min(0).max(7),
        to: z.int().min(1).max(8),
        diploma: z.string(),
        at_work: z.boolean(),
        years: Known,
        basis,
      }),
    ),
  ),
});
export type StepsFile = z.infer<typeof StepsFile>;

export const LANGUAGE_DEMANDS = ['B1', 'B2', 'B2+', 'C1'] as const;

export const ProfessionsFile = z.strictObject({
  professions: z.array(
    ruled(
      z.strictObject({
        ...rule,
        profession: Slug,
        /** The law, by its Dutch name. */
        law: z.string(),
        gate: z.strictObject({ key: z.string(), params: Params.default({}) }),
        note: z.string().nullable().default(null),
        /** Dutch that the law asks; null: none that we know. */
        language: z.enum(LANGUAGE_DEMANDS).nullable().default(null),
        /** Codes of the starter taxonomy, each with jobs near it that may be done without these papers. */
        occupations: z.record(Slug, z.array(Slug).min(1)),
        /** Unit groups of ISCO-08 of which every occupation falls under the rule. */
        isco: z.array(z.string().regex(/^\d{4}$/)).default([]),
        /** UUIDs of ESCO occupations in groups of which only some do. */
        esco: z.array(z.uuid()).default([]),
        route: z.array(Use).min(1),
      }),
    ),
  ),
});
export type ProfessionsFile = z.infer<typeof ProfessionsFile>;

export const OUTCOMES = [
  'free',
  'notify',
  'permit',
  'declaration',
  'conditions',
  'see-document',
  'ask',
  'orientation-only',
] as const;

export const RightToWorkFile = z.strictObject({
  /** What the last day of somebody's document changes in a rule that asks for one. */
  document_date: ruled(
    z.strictObject({
      ...rule,
      expired: z.strictObject({ outcome: z.enum(OUTCOMES), person: z.array(Use) }),
      /** `months` before that day. */
      soon: z.strictObject({ months: z.int().min(1), limits: z.array(Slug) }),
    }),
  ),
  permits: z.array(
    ruled(
      z.strictObject({
        ...rule,
        category: z.enum(WORK_RIGHT_CATEGORIES),
        kinds: z.array(z.enum(VACANCY_KINDS)).min(1),
        /** `announced`: the government said that it comes; nobody here has seen that it holds. */
        status: z.enum(['in-force', 'announced']),
        outcome: z.enum(OUTCOMES),
        employer: z.array(Use),
        person: z.array(Use),
        documents: z.array(Slug),
        limits: z.array(Slug),
      }),
    ),
  ),
});
export type RightToWorkFile = z.infer<typeof RightToWorkFile>;

/** @returns whether the rule holds on a day (ISO 8601) */
export function holds({ validFrom, validTo }: Provenance, on: string): boolean {
  return (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo);
}
