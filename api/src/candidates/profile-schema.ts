// What a person can tell that matching uses: the same for a visitor who stays anonymous and for one who signs up.
import { z } from '@hono/zod-openapi';
import {
  EducationField,
  LanguageLevels,
  Licences,
  NlqfLevel,
  uniqueList,
  VACANCY_KINDS,
  VacancyKind,
  WeeklyHours,
} from '../http/schema.ts';
import { DAYS, PARTS } from '../matching/day-parts.ts';
import { FACTORS, RIASEC, TRANSPORTS } from '../matching/factors/factor.ts';
import { PlaceReference } from '../places/schema.ts';
import { ConceptId, ConceptReference, fewTexts, SkillReferences } from '../taxonomy/schema.ts';

const statement = {
  level: z.enum(['basic', 'skilled', 'expert']).optional().openapi({
    description: 'basic: with help; skilled: alone; expert: teaches others',
  }),
  provenance: z.enum(['stated', 'confirmed', 'verified']).default('stated').openapi({
    description:
      'confirmed: we suggested it and the person said yes; verified: somebody has seen it, which only a partner may say',
  }),
};
/** A reference to a skill, with how well and on whose word. */
export const SkillStatements = z
  .array(
    z.union(
      [
        z.strictObject({ id: ConceptId, ...statement }),
        z.strictObject({ text: z.string().trim().min(1).max(200), ...statement }),
      ],
      { error: 'Give either { "id": … } or { "text": … }, with a level or a provenance if you know it' },
    ),
  )
  .max(500)
  .refine(...fewTexts);

export const OccupationStatement = z.strictObject({
  occupation: ConceptReference,
  years: z.int().min(0).max(60).optional().openapi({ description: 'Years of experience, paid or unpaid' }),
  lastYear: z.int().min(1950).max(2100).optional().openapi({
    description: 'The last year in which it was done; left out: not told',
    example: 2021,
  }),
  unpaid: z.boolean().default(false).openapi({
    description: 'Household, care, volunteering or informal work: it counts as work does',
  }),
});
export const OccupationStatements = z.array(OccupationStatement).max(20);

export const Wishes = z
  .array(
    z.strictObject({
      occupation: ConceptReference,
      certainty: z.number().min(0).max(1).default(1).openapi({
        description: '1: sure of it; 0.5: maybe. Not sure of anything yet: leave the list empty',
      }),
    }),
  )
  .max(20)
  .openapi({ description: 'Occupations that the person wants' });

export const DayPart = z
  .strictObject({
    day: z.enum(DAYS),
    part: z.enum(PARTS).openapi({
      description: 'morning 6 to 12, afternoon 12 to 18, evening 18 to 24, night 0 to 6 o’clock',
    }),
  })
  .openapi('DayPart');

// Not DayPart.extend: that is written as allOf of two closed objects, which nothing satisfies.
export const BusyPart = z
  .strictObject({
    ...DayPart.shape,
    reason: z.enum(['integration-course', 'care', 'other']).default('other'),
  })
  .openapi('BusyPart', { description: 'A part of the week in which the person cannot work' });

const share = z.number().min(0).max(1).optional();
export const Interests = z
  .strictObject(Object.fromEntries(RIASEC.map((letter) => [letter, share])) as Record<string, typeof share>)
  .openapi('Interests', {
    description:
      'How much each kind of work (Holland’s RIASEC) appeals, 0 to 1. Only for who wants it to count',
    example: { R: 0.9, S: 0.4 },
  });

/** The single values; all may be left out. */
export const facts = {
  place: PlaceReference,
  nextPlace: PlaceReference,
  educationLevel: NlqfLevel,
  educationLevelMax: NlqfLevel.openapi({
    description: 'Upper end, where a foreign diploma compares to a range of levels',
  }),
  educationField: EducationField,
  hoursMin: WeeklyHours,
  hoursMax: WeeklyHours,
  maxTravelMinutes: z.int().min(5).max(240).openapi({ description: 'Longest way to work, minutes one way' }),
  interests: Interests,
  aptitudeLevel: NlqfLevel.openapi({
    description:
      'Level at which the person can think and work (werk- en denkniveau), whatever the papers say. Only for who wants it to count',
  }),
};

/** The lists and those with a usual value. */
export const lists = {
  maxDistanceKm: z.int().min(1).max(300).openapi({ description: 'How far the person can travel, km' }),
  kinds: uniqueList(VacancyKind, VACANCY_KINDS.length).min(1),
  occupations: OccupationStatements,
  wishes: Wishes,
  skills: SkillStatements,
  rejectedSkills: SkillReferences.openapi({
    description:
      'What the person said no to: not predicted and not suggested again. Of a profile that is kept the later word counts: a skill that is stated later is no longer rejected, and the other way round; both in one request is a mistake.',
  }),
  languages: LanguageLevels,
  licences: Licences,
  transport: uniqueList(z.enum(TRANSPORTS), TRANSPORTS.length).openapi({
    description: 'Means of one’s own; empty: not told',
  }),
  busy: uniqueList(BusyPart, 28),
  optOut: uniqueList(z.enum(FACTORS), FACTORS.length).openapi({
    description: 'Factors that may not count; their weight goes to the others',
  }),
};

export const listDefaults = {
  maxDistanceKm: lists.maxDistanceKm.default(30),
  kinds: lists.kinds.default([...VACANCY_KINDS]),
  occupations: lists.occupations.default([]),
  wishes: lists.wishes.default([]),
  skills: lists.skills.default([]),
  rejectedSkills: lists.rejectedSkills.default([]),
  languages: lists.languages.default([]),
  licences: lists.licences.default([]),
  transport: lists.transport.default([]),
  busy: lists.busy.default([]),
  optOut: lists.optOut.default([]),
};
