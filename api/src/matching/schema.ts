// Public shapes of matches. A score is the sum of its contributions, and every contribution names its evidence.
import { z } from '@hono/zod-openapi';
import {
  hoursInOrder,
  Language,
  LanguageLevel,
  LanguageLevels,
  LanguageQuery,
  LimitQuery,
  NlqfLevel,
  Notice,
  VACANCY_KINDS,
  VacancyKind,
  WeeklyHours,
} from '../http/schema.ts';
import { Place, PlaceReference } from '../places/schema.ts';
import { Concept, ConceptReference, SkillReferences } from '../taxonomy/schema.ts';
import { FACTORS } from './factors/factor.ts';

export const Factor = z.enum(FACTORS).openapi('Factor', {
  description:
    'skills: share of the asked skills that the person has; similarity: closeness of all skills and occupations together (cosine); location, language, education, hours: how well the conditions are met',
});

export const Contribution = z
  .object({
    factor: Factor,
    basis: z
      .enum(['known', 'unknown'])
      .openapi({ description: 'unknown: not stated; the factor takes its neutral value' }),
    value: z.number().min(0).max(1).openapi({ description: '1: fits completely' }),
    weight: z.number().min(0).max(1).openapi({ description: 'The weights of a match add up to 1' }),
    contribution: z.number().openapi({ description: 'weight × value' }),
    evidence: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .openapi({ description: 'The facts compared, such as { "distanceKm": 4.2, "maxDistanceKm": 30 }' }),
  })
  .openapi('Contribution', { description: 'What one factor adds to a score, and the facts behind it' });
export type Contribution = z.infer<typeof Contribution>;

export const MatchedSkill = z
  .object({
    skill: Concept,
    importance: z.enum(['essential', 'optional']),
    provenance: z
      .enum(['stated', 'predicted'])
      .openapi({ description: 'predicted: usual for the occupation, not said by the person' }),
  })
  .openapi('MatchedSkill');
export const MissingSkill = z
  .object({ skill: Concept, importance: z.enum(['essential', 'optional']) })
  .openapi('MissingSkill');

const match = {
  score: z.number().min(0).max(1).openapi({ description: 'The sum of the contributions' }),
  contributions: z.array(Contribution),
  matchedSkills: z.array(MatchedSkill),
  missingSkills: z.array(MissingSkill),
  distanceKm: z.union([z.number(), z.null()]).openapi({
    description: 'Great circle, km. For a candidate rounded up to 5 km, so that it does not tell the town',
  }),
  withinReach: z.boolean().openapi({ description: 'Within the largest distance that the person gave' }),
};

export const VacancyCard = z
  .object({
    id: z.uuid(),
    kind: VacancyKind,
    title: z.string(),
    employerName: z.union([z.string(), z.null()]),
    place: Place,
    occupation: z.union([Concept, z.null()]),
    regulated: z
      .boolean()
      .openapi({ description: 'The law protects this profession: a registration is needed first' }),
    languages: z.array(LanguageLevel),
    educationLevel: z.union([NlqfLevel, z.null()]),
    hoursMin: z.union([WeeklyHours, z.null()]),
    hoursMax: z.union([WeeklyHours, z.null()]),
    applicationUrl: z.union([z.string(), z.null()]),
    synthetic: z.boolean().openapi({ description: 'Made up for demonstration' }),
    createdAt: z.iso.datetime(),
  })
  .openapi('VacancyCard', { description: 'What a visitor sees of a vacancy in a list' });

export const CandidateCard = z
  .object({
    id: z.uuid(),
    kinds: z.array(VacancyKind),
    occupations: z.array(Concept),
    languages: z.array(LanguageLevel),
    educationLevel: z.union([NlqfLevel, z.null()]),
    hoursMin: z.union([WeeklyHours, z.null()]),
    hoursMax: z.union([WeeklyHours, z.null()]),
    synthetic: z.boolean().openapi({ description: 'Made up for demonstration' }),
  })
  .openapi('CandidateCard', {
    description: 'What an employer sees of a person: no name, contact, birth date, place or free text',
  });

export const VacancyMatch = z.object({ vacancy: VacancyCard, ...match }).openapi('VacancyMatch');
export const CandidateMatch = z.object({ candidate: CandidateCard, ...match }).openapi('CandidateMatch');
export type VacancyMatch = z.infer<typeof VacancyMatch>;
export type CandidateMatch = z.infer<typeof CandidateMatch>;

export const Understood = z
  .object({
    text: z.string().openapi({ description: 'The words as they were sent' }),
    as: z.enum(['occupation', 'skill', 'place']),
    id: z.string().openapi({ description: 'Id of the occupation, skill or place', example: 'baker' }),
    label: z.string(),
    confidence: z.number().min(0).max(1),
  })
  .openapi('Understood', { description: 'How words were read, so that a person can correct it' });
export type Understood = z.infer<typeof Understood>;

const result = {
  total: z.int().openapi({ description: 'How many are within reach and of a kind asked for' }),
  notices: z.array(Notice),
};
export const VacancyMatches = z
  .object({ items: z.array(VacancyMatch), understood: z.array(Understood), ...result })
  .openapi('VacancyMatches');
export const CandidateMatches = z
  .object({ items: z.array(CandidateMatch), ...result })
  .openapi('CandidateMatches');

export const VacancyMatchRequest = z
  .strictObject({
    language: Language.default('nl').openapi({ description: 'Language of the labels in the answer' }),
    query: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .openapi({ description: 'A job or a skill in the words of the person', example: 'خباز' }),
    occupations: z.array(ConceptReference).max(20).default([]),
    skills: SkillReferences.default([]),
    place: PlaceReference.optional(),
    maxDistanceKm: z
      .int()
      .min(1)
      .max(300)
      .default(30)
      .openapi({ description: 'How far the person can travel, km' }),
    kinds: z
      .array(VacancyKind)
      .min(1)
      .max(VACANCY_KINDS.length)
      .default([...VACANCY_KINDS]),
    languages: LanguageLevels.default([]),
    educationLevel: NlqfLevel.optional(),
    hoursMin: WeeklyHours.optional(),
    hoursMax: WeeklyHours.optional(),
    limit: z.int().min(1).max(100).default(20),
  })
  .refine(...hoursInOrder)
  .openapi('VacancyMatchRequest', {
    description: 'An anonymous profile. All of it may be left out, and nothing of it is stored.',
    example: { query: 'خباز', place: { text: 'Utrecht' }, language: 'ar' },
  });
export type VacancyMatchRequest = z.infer<typeof VacancyMatchRequest>;

export const MatchQuery = z.strictObject({ language: LanguageQuery, limit: LimitQuery(20) });
