// Public shapes of candidates. Only the candidate's own token, or the partner where they signed up, reads these.
import { z } from '@hono/zod-openapi';
import {
  EducationField,
  hoursInOrder,
  Language,
  LanguageLevel,
  LanguageQuery,
  levelsInOrder,
  NlqfLevel,
  Notice,
  Unrecognised,
  VacancyKind,
  WeeklyHours,
} from '../http/schema.ts';
import { Provenance, Understood, WorkRight } from '../matching/schema.ts';
import { Place } from '../places/schema.ts';
import { Concept } from '../taxonomy/schema.ts';
import { BusyPart, facts, Interests, listDefaults, lists as matchingLists } from './profile-schema.ts';

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
  workRight: WorkRight,
  ...facts,
};
const lists = {
  language: Language.openapi({ description: 'Language to talk to this person in' }),
  diploma: Diploma,
  ...matchingLists,
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

type Shape = Record<string, z.ZodType>;
const optional = <S extends Shape>(shape: S) =>
  Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, schema.optional()])) as {
    [Name in keyof S]: z.ZodOptional<S[Name]>;
  };
const nullable = <S extends Shape>(shape: S) =>
  Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, z.union([schema, z.null()])])) as {
    [Name in keyof S]: z.ZodUnion<[S[Name], z.ZodNull]>;
  };

export const CandidateInput = z
  .strictObject({
    ...optional(profile),
    ...listDefaults,
    language: lists.language.default('nl'),
    diploma: lists.diploma.default('unknown'),
    consent: Consent,
  })
  .refine(...hoursInOrder)
  .refine(...levelsInOrder)
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
    ...nullable(profile),
    ...lists,
    consent: Consent,
  })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, { error: 'Name at least one field to change' })
  .refine(...hoursInOrder)
  .refine(...levelsInOrder)
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
    nextPlace: z.union([Place, z.null()]).openapi({ description: 'Where the person expects to live' }),
    maxDistanceKm: z.int(),
    maxTravelMinutes: z.union([z.int(), z.null()]),
    transport: lists.transport,
    kinds: z.array(VacancyKind),
    diploma: Diploma,
    educationLevel: z.union([NlqfLevel, z.null()]),
    educationLevelMax: z.union([NlqfLevel, z.null()]),
    educationField: z.union([EducationField, z.null()]),
    hoursMin: z.union([WeeklyHours, z.null()]),
    hoursMax: z.union([WeeklyHours, z.null()]),
    busy: z.array(BusyPart),
    licences: lists.licences,
    interests: z.union([Interests, z.null()]),
    aptitudeLevel: z.union([NlqfLevel, z.null()]),
    optOut: lists.optOut,
    workRight: z.union([WorkRight, z.null()]),
    occupations: z.array(
      z.object({
        occupation: Concept,
        years: z.union([z.int(), z.null()]),
        lastYear: z.union([z.int(), z.null()]),
        unpaid: z.boolean(),
      }),
    ),
    wishes: z.array(z.object({ occupation: Concept, certainty: z.number() })),
    skills: z.array(
      z.object({
        skill: Concept,
        provenance: Provenance,
        probability: z.number().min(0).max(1).openapi({ description: 'Below 1 only for what is predicted' }),
        level: z.union([z.enum(['basic', 'skilled', 'expert']), z.null()]),
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
