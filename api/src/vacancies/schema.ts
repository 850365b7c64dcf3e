// Public shapes of vacancies: jobs, apprenticeships, internships, work-experience places, volunteering and courses.
import { z } from '@hono/zod-openapi';
import { DayPart } from '../candidates/profile-schema.ts';
import {
  EducationField,
  hoursInOrder,
  LanguageLevel,
  LanguageLevels,
  LanguageQuery,
  Licences,
  LimitQuery,
  levelsInOrder,
  NlqfLevel,
  Unrecognised,
  uniqueList,
  VacancyKind,
  WeeklyHours,
} from '../http/schema.ts';
import { CandidateMatches, Understood } from '../matching/schema.ts';
import { Place, PlaceReference } from '../places/schema.ts';
import { Concept, ConceptReference } from '../taxonomy/schema.ts';

export const Importance = z.enum(['must-have', 'essential', 'optional']).openapi('Importance', {
  description:
    'must-have: who has not said to have it comes after all who have, and a prediction does not do; essential: counts in full; optional: counts for half',
});

export const VacancyInput = z
  .strictObject({
    kind: VacancyKind.default('job'),
    title: z.string().trim().min(2).max(200).openapi({ example: 'Bakker' }),
    place: PlaceReference,
    description: z.string().trim().max(20_000).optional(),
    employerName: z.string().trim().min(1).max(200).optional(),
    applicationUrl: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    occupation: ConceptReference.optional(),
    skills: z
      .array(
        z.strictObject({
          skill: ConceptReference,
          importance: Importance.default('essential'),
          level: z.enum(['basic', 'skilled', 'expert']).optional(),
        }),
      )
      .max(100)
      .optional()
      .openapi({ description: 'Left out: the usual skills of the occupation, marked as inferred' }),
    languages: LanguageLevels.default([]).openapi({ description: 'Lowest level that the work needs' }),
    educationLevel: NlqfLevel.optional().openapi({
      description: 'Lowest level. Left out: inferred from the occupation',
    }),
    educationLevelMax: NlqfLevel.optional().openapi({ description: 'Where the work usually ends' }),
    educationField: EducationField.optional(),
    hoursMin: WeeklyHours.optional(),
    hoursMax: WeeklyHours.optional(),
    licences: Licences.default([]).openapi({ description: 'Driving licences that the work needs' }),
    shifts: uniqueList(DayPart, 28)
      .default([])
      .openapi({ description: 'Parts of the week in which the work is; empty: not told' }),
  })
  .refine(...hoursInOrder)
  .refine(...levelsInOrder)
  .openapi('VacancyInput', {
    description:
      'A title and a place are enough. An occupation that is left out, or fits nothing, is inferred from the title, and what is usual for it from the occupation.',
    example: { title: 'Bakker', place: { text: 'Utrecht' } },
  });
export type VacancyInput = z.infer<typeof VacancyInput>;

export const Vacancy = z
  .object({
    id: z.uuid(),
    status: z.enum(['open', 'closed']),
    closeReason: z.union([z.enum(['filled', 'withdrawn', 'expired']), z.null()]),
    kind: VacancyKind,
    title: z.string(),
    description: z.union([z.string(), z.null()]),
    employerName: z.union([z.string(), z.null()]),
    applicationUrl: z.union([z.string(), z.null()]),
    place: Place,
    occupation: z.union([Concept, z.null()]),
    skills: z.array(
      z.object({
        skill: Concept,
        importance: Importance,
        level: z.union([z.enum(['basic', 'skilled', 'expert']), z.null()]),
        inferred: z.boolean().openapi({ description: 'Not said by the employer: usual for the occupation' }),
      }),
    ),
    languages: z.array(LanguageLevel),
    educationLevel: z.union([NlqfLevel, z.null()]),
    educationLevelMax: z.union([NlqfLevel, z.null()]),
    educationField: z.union([EducationField, z.null()]),
    licences: z.array(z.string()),
    shifts: z.array(DayPart),
    hoursMin: z.union([WeeklyHours, z.null()]),
    hoursMax: z.union([WeeklyHours, z.null()]),
    inferred: z
      .array(z.enum(['occupation', 'skills', 'educationLevel', 'educationLevelMax']))
      .openapi({ description: 'Fields that we filled in from the title' }),
    unrecognised: z.array(Unrecognised),
    synthetic: z.boolean().openapi({ description: 'Made up for demonstration' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    closedAt: z.union([z.iso.datetime(), z.null()]),
  })
  .openapi('Vacancy');
export type Vacancy = z.infer<typeof Vacancy>;

export const VacancyWithMatches = z
  .object({ vacancy: Vacancy, understood: z.array(Understood), candidateMatches: CandidateMatches })
  .openapi('VacancyWithMatches');

export const VacancyPage = z
  .object({
    items: z.array(Vacancy),
    next: z
      .union([z.string(), z.null()])
      .openapi({ description: 'Pass as `cursor` for the next page; null: the end' }),
  })
  .openapi('VacancyPage');

export const ClosureInput = z
  .strictObject({ reason: z.enum(['filled', 'withdrawn', 'expired']) })
  .openapi('ClosureInput');

export const VacancyParams = z.object({
  vacancyId: z
    .uuid()
    .toLowerCase()
    .openapi({
      description: 'Id of the vacancy, from posting it or from a list',
      param: { in: 'path', name: 'vacancyId' },
    }),
});
export const VacancyReadQuery = z.strictObject({ language: LanguageQuery });
export const VacancyListQuery = z.strictObject({
  language: LanguageQuery,
  status: z.enum(['open', 'closed']).optional().openapi({ description: 'Left out: both' }),
  limit: LimitQuery(20),
  cursor: z.string().max(200).optional().openapi({ description: '`next` of the page before' }),
});
