// Shapes that every resource shares: languages, levels, problem details, notices, pages.
import { z } from '@hono/zod-openapi';

/** The languages that the product speaks, as BCP 47 tags. */
export const LANGUAGES = ['nl', 'en', 'de', 'uk', 'ru', 'ar', 'fa', 'tr', 'ti'] as const;
export const Language = z
  .enum(LANGUAGES)
  .openapi('Language', { description: 'BCP 47 tag of a language that the product speaks', example: 'nl' });
export type Language = z.infer<typeof Language>;

/** CEFR levels in order; A0 is below A1. The index in this list is the ordinal that the database keeps. */
export const CEFR_LEVELS = ['A0', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export const CefrLevel = z.enum(CEFR_LEVELS).openapi('CefrLevel', {
  description: 'Level of the Common European Framework; A0 is below A1',
  example: 'A2',
});
export type CefrLevel = z.infer<typeof CefrLevel>;

export const NlqfLevel = z.int().min(1).max(8).openapi('NlqfLevel', {
  description:
    'Dutch qualifications framework: 1 entree, 2 to 4 mbo-2 to mbo-4, 6 bachelor, 7 master, 8 doctorate',
  example: 2,
});

export const LanguageLevel = z
  .strictObject({
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'Must be a BCP 47 tag, such as nl, en or fa-AF')
      .openapi({ example: 'nl' }),
    level: CefrLevel,
  })
  .openapi('LanguageLevel', { description: 'How well somebody speaks a language, or must' });
export type LanguageLevel = z.infer<typeof LanguageLevel>;

/** At most one level per language: two would contradict each other. */
export const LanguageLevels = z
  .array(LanguageLevel)
  .max(20)
  .refine((levels) => new Set(levels.map((level) => level.language)).size === levels.length, {
    error: 'Name each language once',
  });

export const VACANCY_KINDS = [
  'job',
  'apprenticeship',
  'internship',
  'work-experience',
  'volunteering',
  'course',
] as const;
export const VacancyKind = z.enum(VACANCY_KINDS).openapi('VacancyKind', {
  description: 'apprenticeship: BBL, learning at work; work-experience: werkervaringsplaats',
  example: 'job',
});
export type VacancyKind = z.infer<typeof VacancyKind>;

export const WeeklyHours = z.int().min(1).max(60).openapi({ description: 'Hours a week', example: 32 });

/**
 * For `.refine(...hoursInOrder)` on an object with hoursMin and hoursMax. `when` makes it run beside other errors,
 * so the object may be anything.
 */
export const hoursInOrder = [
  (value: unknown) => {
    const { hoursMin, hoursMax } = (value ?? {}) as Record<string, unknown>;
    return typeof hoursMin !== 'number' || typeof hoursMax !== 'number' || hoursMin <= hoursMax;
  },
  { error: 'hoursMin may not be more than hoursMax', path: ['hoursMin'], when: () => true },
] as const satisfies Parameters<z.ZodType['refine']>;

export const Problem = z
  .object({
    type: z.string().openapi({ example: 'about:blank' }),
    status: z.int().openapi({ example: 400 }),
    title: z.string().openapi({ example: 'Bad Request' }),
    detail: z.string().openapi({ example: 'Correct the 2 errors below and send the request again.' }),
    instance: z.string().optional().openapi({ description: 'Identifies this occurrence in our log' }),
    errors: z
      .array(
        z.object({
          in: z.enum(['query', 'path', 'header', 'body']),
          pointer: z
            .string()
            .openapi({ description: 'JSON Pointer, or the name of the parameter', example: '#/title' }),
          detail: z.string().openapi({ example: 'Too short: give at least 2 characters' }),
        }),
      )
      .optional(),
  })
  .openapi('Problem', {
    description:
      'RFC 9457. `detail` says what to do; `errors` lists all that is wrong with the input, not only the first.',
  });
export type Problem = z.infer<typeof Problem>;

export const Notice = z
  .object({
    code: z
      .enum([
        'text-not-recognised',
        'place-not-recognised',
        'no-occupation-or-skill',
        'no-place',
        'widened-beyond-reach',
        'nothing-open',
        'no-results',
      ])
      .openapi({ example: 'widened-beyond-reach' }),
    detail: z.string().openapi({ description: 'For a developer; a page says it in its own words' }),
    input: z.string().optional().openapi({ description: 'The words that it is about' }),
  })
  .openapi('Notice', {
    description: 'Something to know about a good answer, such as why there is little in it',
  });
export type Notice = z.infer<typeof Notice>;

export const Unrecognised = z
  .object({ text: z.string(), as: z.enum(['occupation', 'skill', 'place']) })
  .openapi('Unrecognised', {
    description:
      'Words that fit nothing that we know: kept as they were written, without part in the ranking',
  });
export type Unrecognised = z.infer<typeof Unrecognised>;

export const LanguageQuery = Language.default('nl').openapi({
  description:
    'Language of the labels in the answer; a label without that language comes in Dutch, then English',
});
/** For a route without parameters: what is sent all the same is refused, as everywhere. */
export const NoQuery = z.strictObject({});
export const LimitQuery = (fallback: number) =>
  z.coerce.number().int().min(1).max(100).default(fallback).openapi({ description: 'How many at most' });
