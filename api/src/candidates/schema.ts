// Public shapes of candidates. Only the candidate's own token, or the partner where they signed up, reads these.
import { z } from '@hono/zod-openapi';
import {
  hoursInOrder,
  Language,
  LanguageLevel,
  LanguageLevels,
  LanguageQuery,
  NlqfLevel,
  Notice,
  Unrecognised,
  VACANCY_KINDS,
  VacancyKind,
  WeeklyHours,
} from '../http/schema.ts';
import { Understood } from '../matching/schema.ts';
import { Place, PlaceReference } from '../places/schema.ts';
import { Concept, ConceptReference, SkillReferences } from '../taxonomy/schema.ts';

const Diploma = z.enum(['unknown', 'none', 'foreign', 'dutch']).openapi('Diploma', {
  description: 'Papers at hand; none: educated or not, but without papers',
});

const profile = {
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .openapi({ description: 'As the person writes it, one field for any naming custom' }),
  email: z.email().max(320),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9 ()-]{6,20}$/, 'Must be digits, with or without +, such as +31 6 12345678'),
  birthDate: z.iso
    .date()
    .refine(
      (day) => day >= '1900-01-01' && day <= new Date().toISOString(),
      'Must be a day from 1900 to today',
    )
    .openapi({ description: 'From 1900 to today. Never used in matching', example: '1990-12-31' }),
  place: PlaceReference,
  educationLevel: NlqfLevel,
  hoursMin: WeeklyHours,
  hoursMax: WeeklyHours,
};
const lists = {
  language: Language.openapi({ description: 'Language to talk to this person in' }),
  maxDistanceKm: z.int().min(1).max(300).openapi({ description: 'How far the person can travel, km' }),
  kinds: z.array(VacancyKind).min(1).max(VACANCY_KINDS.length),
  diploma: Diploma,
  occupations: z
    .array(
      z.strictObject({
        occupation: ConceptReference,
        years: z
          .int()
          .min(0)
          .max(60)
          .optional()
          .openapi({ description: 'Years of experience, paid or unpaid' }),
      }),
    )
    .max(20),
  skills: SkillReferences,
  rejectedSkills: SkillReferences.openapi({
    description:
      'What the person said no to: not predicted and not suggested again. The later word counts: a skill that is stated later is no longer rejected, and the other way round; both in one request is a mistake.',
  }),
  languages: LanguageLevels,
};

export const Consent = z
  .strictObject({
    profile: z.literal(true, { error: 'A profile can be kept only with consent' }),
    matching: z.boolean().openapi({ description: 'May employers find this profile, without the name?' }),
    textVersion: z
      .string()
      .min(1)
      .max(50)
      .openapi({ description: 'Version of the text that was shown', example: '2026-11' }),
  })
  .openapi('Consent', { description: 'What the person agreed to, and which text they were shown' });

export const CandidateInput = z
  .strictObject({
    name: profile.name.optional(),
    email: profile.email.optional(),
    phone: profile.phone.optional(),
    birthDate: profile.birthDate.optional(),
    place: profile.place.optional(),
    educationLevel: profile.educationLevel.optional(),
    hoursMin: profile.hoursMin.optional(),
    hoursMax: profile.hoursMax.optional(),
    language: lists.language.default('nl'),
    maxDistanceKm: lists.maxDistanceKm.default(30),
    kinds: lists.kinds.default([...VACANCY_KINDS]),
    diploma: lists.diploma.default('unknown'),
    occupations: lists.occupations.default([]),
    skills: lists.skills.default([]),
    rejectedSkills: lists.rejectedSkills.default([]),
    languages: lists.languages.default([]),
    consent: Consent,
  })
  .refine(...hoursInOrder)
  .openapi('CandidateInput', {
    description:
      'All but the consent may be left out: a profile grows step by step, and e-mail is never required.',
    example: {
      occupations: [{ occupation: { text: 'пекар' }, years: 4 }],
      place: { text: 'Utrecht' },
      languages: [{ language: 'nl', level: 'A1' }],
      language: 'uk',
      consent: { profile: true, matching: true, textVersion: '2026-11' },
    },
  });
export type CandidateInput = z.infer<typeof CandidateInput>;

export const CandidatePatch = z
  .strictObject({
    name: z.union([profile.name, z.null()]),
    email: z.union([profile.email, z.null()]),
    phone: z.union([profile.phone, z.null()]),
    birthDate: z.union([profile.birthDate, z.null()]),
    place: z.union([PlaceReference, z.null()]),
    educationLevel: z.union([NlqfLevel, z.null()]),
    hoursMin: z.union([profile.hoursMin, z.null()]),
    hoursMax: z.union([profile.hoursMax, z.null()]),
    ...lists,
    consent: Consent,
  })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, { error: 'Name at least one field to change' })
  .refine(...hoursInOrder)
  .openapi('CandidatePatch', {
    description:
      'A JSON merge patch (RFC 7396): what is left out stays, null empties a field, a list replaces the list.',
    example: { skills: [{ id: 'bake-bread' }], phone: null },
  });
export type CandidatePatch = z.infer<typeof CandidatePatch>;

export const Candidate = z
  .object({
    id: z.uuid(),
    name: z.union([z.string(), z.null()]),
    email: z.union([z.string(), z.null()]),
    phone: z.union([z.string(), z.null()]),
    birthDate: z.union([z.iso.date(), z.null()]),
    language: Language,
    place: z.union([Place, z.null()]),
    maxDistanceKm: z.int(),
    kinds: z.array(VacancyKind),
    diploma: Diploma,
    educationLevel: z.union([NlqfLevel, z.null()]),
    hoursMin: z.union([WeeklyHours, z.null()]),
    hoursMax: z.union([WeeklyHours, z.null()]),
    occupations: z.array(z.object({ occupation: Concept, years: z.union([z.int(), z.null()]) })),
    skills: z.array(
      z.object({
        skill: Concept,
        provenance: z
          .enum(['stated', 'predicted'])
          .openapi({ description: 'predicted: usual for the occupation, not said by the person' }),
      }),
    ),
    rejectedSkills: z.array(Concept).openapi({ description: 'What the person said no to' }),
    languages: z.array(LanguageLevel),
    unrecognised: z.array(Unrecognised),
    consent: z.object({ profile: z.boolean(), matching: z.boolean(), textVersion: z.string() }),
    synthetic: z.boolean().openapi({ description: 'Made up for demonstration' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Candidate');
export type Candidate = z.infer<typeof Candidate>;

export const SignUp = z
  .object({
    candidate: Candidate,
    understood: z.array(Understood),
    notices: z.array(Notice),
    token: z
      .string()
      .openapi({ description: 'Bearer token that reads, changes and deletes this one profile' }),
    tokenExpiresAt: z.iso.datetime(),
  })
  .openapi('SignUp');

export const UpdatedCandidate = z
  .object({ candidate: Candidate, understood: z.array(Understood), notices: z.array(Notice) })
  .openapi('UpdatedCandidate');

export const CandidateParams = z.object({
  candidateId: z
    .uuid()
    .toLowerCase()
    .openapi({
      description: 'Id of the profile, from signing up or from a match',
      param: { in: 'path', name: 'candidateId' },
    }),
});
export const CandidateReadQuery = z.strictObject({ language: LanguageQuery });
