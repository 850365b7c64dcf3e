// Shapes that every resource shares: languages, levels, problem details, notices, pages.
import { z } from '@hono/zod-openapi';
import { CONDITIONS } from '../matching/conditions.ts';

/** A list in which what is repeated counts once, where it stands first. */
export const uniqueList = <Item extends z.ZodType>(item: Item, most: number) =>
  z
    .array(item)
    .max(most)
    .overwrite((list) => [...new Map(list.map((one) => [JSON.stringify(one), one])).values()]);

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

const TAG = /^[a-z]{2,3}(-[A-Z]{2})?$/;
/** Tags that BCP 47 would fold into another, and that `api/data/facts/languages.yaml` names apart: Dari, Kurmanji. */
const APART = new Set(['fa-AF', 'kmr']);

/** `nld`, `dut` and `nl-BE` are `nl`: the ISO 639-1 code where there is one, for levels are compared by it. */
function languageOf(tag: string): string {
  if (!TAG.test(tag)) return tag;
  const { language, region } = new Intl.Locale(tag);
  const apart = [tag, `${language}-${region}`].find((one) => APART.has(one));
  return apart ?? (language.length === 2 ? language : tag.split('-')[0]!);
}

export const LanguageLevel = z
  .strictObject({
    language: z
      .string()
      .regex(TAG, 'Must be a BCP 47 tag, such as nl, en or fa-AF')
      .overwrite(languageOf)
      .openapi({
        description: 'BCP 47 tag; kept as its shortest form, so that nld and nl-BE are nl',
        example: 'nl',
      }),
    level: CefrLevel,
    reading: CefrLevel.optional(),
    listening: CefrLevel.optional(),
    speaking: CefrLevel.optional(),
    writing: CefrLevel.optional(),
  })
  .openapi('LanguageLevel', {
    description:
      'How well somebody knows a language, or must. The four skills may be told apart; one that is left out is at `level`',
  });
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

/** Codes of Dutch driving licences, as VUM lists them. */
export const LICENCES = [
  'AM',
  'A1',
  'A2',
  'A',
  'B',
  'B+',
  'BE',
  'C1',
  'C1E',
  'C',
  'CE',
  'D1',
  'D1E',
  'D',
  'DE',
  'T',
] as const;
export const Licences = uniqueList(z.enum(LICENCES), LICENCES.length).openapi({
  description: 'Driving licences',
  example: ['B'],
});

export const EducationField = z
  .enum(['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10'])
  .openapi('EducationField', {
    description:
      'Broad field of ISCED-F 2013: 00 general, 01 education, 02 arts and humanities, 03 social sciences, 04 business and law, 05 natural sciences, 06 ICT, 07 engineering and construction, 08 agriculture, 09 health and welfare, 10 services',
    example: '09',
  });

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

/** As `hoursInOrder`, of educationLevel and educationLevelMax. */
export const levelsInOrder = [
  (value: unknown) => {
    const { educationLevel, educationLevelMax } = (value ?? {}) as Record<string, unknown>;
    return (
      typeof educationLevel !== 'number' ||
      typeof educationLevelMax !== 'number' ||
      educationLevel <= educationLevelMax
    );
  },
  {
    error: 'educationLevel may not be more than educationLevelMax',
    path: ['educationLevel'],
    when: () => true,
  },
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
        'conditions-not-met',
        'nothing-open',
        'nothing-counts',
        'no-results',
      ])
      .openapi({ example: 'conditions-not-met' }),
    detail: z.string().openapi({ description: 'For a developer; a page says it in its own words' }),
    input: z.string().optional().openapi({ description: 'The words that it is about' }),
    conditions: z
      .array(z.object({ condition: z.enum(CONDITIONS), count: z.int() }))
      .optional()
      .openapi({ description: 'Of conditions-not-met: how many of those shown miss each, the most first' }),
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
