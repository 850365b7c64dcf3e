// Public shapes of matches. A score is the sum of its contributions, and every contribution names its evidence.
import { z } from '@hono/zod-openapi';
import { facts, listDefaults, OccupationStatement } from '../candidates/profile-schema.ts';
import { WORK_RIGHT_CATEGORIES } from '../candidates/work-right.ts';
import {
  hoursInOrder,
  Language,
  LanguageLevel,
  LanguageQuery,
  LimitQuery,
  levelsInOrder,
  NlqfLevel,
  Notice,
  VacancyKind,
  WeeklyHours,
} from '../http/schema.ts';
import { Place } from '../places/schema.ts';
import { Concept, ConceptReference } from '../taxonomy/schema.ts';
import { CONDITIONS } from './conditions.ts';
import { FACTORS, PROVENANCES } from './factors/factor.ts';

export const Factor = z.enum(FACTORS).openapi('Factor', {
  description:
    'hardSkills, softSkills: the asked skills against those of the person, alike ones counting in part; experience: similar work, years and how long ago, paid or not; education: level and field; ambition: the wish; interests: RIASEC; aptitude: level of working and thinking; location: the way to work with own transport at the hours of the work; schedule: hours and parts of the week; language: CEFR',
});
export const Provenance = z.enum(PROVENANCES).openapi('Provenance', {
  description:
    'verified: somebody has seen it; confirmed: we suggested it and the person said yes; stated: the person said so; predicted: usual for the work the person did, counts for less and never satisfies a must-have',
});
const SkillImportance = z.enum(['must-have', 'essential', 'optional']);
const Evidence = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export const Contribution = z
  .object({
    factor: Factor,
    basis: z.enum(['known', 'predicted', 'unknown', 'opted-out']).openapi({
      description:
        'predicted: rests for the larger part on predictions; unknown: one of the two sides left it open; opted-out: the person does not want it to count. The weight of the last two is spread over the others',
    }),
    value: z.union([z.number().min(0).max(1), z.null()]).openapi({
      description: '1: fits completely; null: unknown or opted out',
    }),
    weight: z.number().min(0).max(1).openapi({
      description:
        'After spreading; the weights of a match add up to 1, or all are 0 when nothing with a weight is known',
    }),
    contribution: z.number().openapi({ description: 'weight × value; 0 when unknown or opted out' }),
    evidence: Evidence.openapi({
      description: 'The facts compared, such as { "distanceKm": 4.2, "maxDistanceKm": 30 }',
    }),
  })
  .openapi('Contribution', { description: 'What one factor adds to a score, and the facts behind it' });
export type Contribution = z.infer<typeof Contribution>;

export const MatchedSkill = z
  .object({
    skill: Concept,
    importance: SkillImportance,
    provenance: Provenance,
    probability: z
      .number()
      .min(0)
      .max(1)
      .openapi({ description: 'That the person has it; 1 unless predicted' }),
    through: z.union([Concept, z.null()]).openapi({
      description: 'The skill of the person that comes nearest; null: this very skill',
    }),
  })
  .openapi('MatchedSkill');
export const MissingSkill = z.object({ skill: Concept, importance: SkillImportance }).openapi('MissingSkill');

export const Message = z
  .object({
    key: z.string().openapi({ example: 'gap.language' }),
    params: Evidence.openapi({
      description: 'What the text is filled in with; names of concepts are in the asked language',
    }),
    text: z.string().openapi({ description: 'In plain Dutch, or in plain English for any other language' }),
  })
  .openapi('Message', { description: 'A sentence: by its key for who translates, as text for who does not' });
export type Message = z.infer<typeof Message>;

export const Gate = z
  .object({
    kind: z.enum(['regulated-profession', 'right-to-work']),
    message: Message,
    steps: z.array(Message).openapi({ description: 'The route through it, in order' }),
    notes: z.array(Message).openapi({ description: 'What to know beside the route: papers, limits' }),
    bridgingJobs: z.array(Concept).openapi({
      description: 'Work in the same field that is open without it; a note says where that is regulated too',
    }),
    verified: z
      .boolean()
      .openapi({ description: 'false: from general knowledge; check before you rely on it' }),
    sourceUrl: z.union([z.string(), z.null()]),
    checkedOn: z.union([z.iso.date(), z.null()]),
  })
  .openapi('Gate', {
    description:
      'What the law asks before this work may begin. Shown, never counted in the score, never a reason to leave somebody out',
  });
export type Gate = z.infer<typeof Gate>;

export const Condition = z.enum(CONDITIONS).openapi('Condition', {
  description:
    'A condition that is not met, or not known to be met. Of the candidates of a vacancy those who meet all come first. In a person’s own list what is out of reach comes last, and each other condition sets a vacancy back by 10 points of 100 in the order; its score stays what it is. place-unknown: the person told no place; work-unknown: the person told no work and no skill, or the vacancy names none',
});

const match = {
  score: z.number().min(0).max(1).openapi({ description: 'The sum of the contributions' }),
  contributions: z.array(Contribution),
  unmet: z.array(Condition).openapi({ description: 'Empty: meets every condition' }),
  matchedSkills: z.array(MatchedSkill),
  missingSkills: z.array(MissingSkill),
  strengths: z.array(Message),
  gaps: z.array(Message),
  gates: z.array(Gate),
  confirmable: z
    .union([
      z.object({ skills: z.array(Concept), scoreAfter: z.number().min(0).max(1) }).openapi('Confirmable'),
      z.null(),
    ])
    .openapi({
      description:
        'Predicted skills that the person may confirm, and the score that this would give; null: none',
    }),
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
    licences: z.array(z.string()),
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
    licences: z.array(z.string()),
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

export const Weights = z
  .partialRecord(z.enum(FACTORS), z.number().min(0).max(100))
  .refine(
    (weights) => Object.keys(weights).length === 0 || Object.values(weights).some((weight) => weight! > 0),
    {
      error: 'Give at least one factor a weight above 0',
    },
  )
  .openapi('Weights', {
    description:
      'What each factor weighs, in any unit: they are scaled to add up to 1. A factor that is left out weighs nothing. Left out as a whole: our weights',
    example: { hardSkills: 3, location: 1 },
  });
export type Weights = z.infer<typeof Weights>;

const result = {
  matchId: z.uuid().openapi({ description: 'Under which this answer stands in the match log' }),
  total: z.int().openapi({ description: 'How many meet every condition' }),
  totalIsExact: z.boolean().openapi({ description: 'false: there are at least so many' }),
  notices: z.array(Notice),
};
export const VacancyMatches = z
  .object({ items: z.array(VacancyMatch), understood: z.array(Understood), ...result })
  .openapi('VacancyMatches');
export const CandidateMatches = z
  .object({ items: z.array(CandidateMatch), ...result })
  .openapi('CandidateMatches');

export const WorkRight = z
  .strictObject({
    category: z.enum(WORK_RIGHT_CATEGORIES),
    until: z.iso.date().optional().openapi({ description: 'The last day of the document' }),
  })
  .openapi('WorkRight', {
    description:
      'For the checklist of what is needed to start working. Never part of the ranking; no document and no number is kept',
  });

const anonymousProfile = {
  language: Language.default('nl').openapi({ description: 'Language of the labels in the answer' }),
  query: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .openapi({ description: 'A job or a skill in the words of the person', example: 'خباز' }),
  ...facts,
  ...listDefaults,
  occupations: z
    .array(z.union([ConceptReference, OccupationStatement]))
    .max(20)
    .default([])
    .openapi({ description: 'Work that the person did: a reference alone, or with years' }),
};
const optionalFacts = Object.fromEntries(
  Object.entries(facts).map(([name, schema]) => [name, schema.optional()]),
) as { [Name in keyof typeof facts]: z.ZodOptional<(typeof facts)[Name]> };

export const VacancyMatchRequest = z
  .strictObject({
    ...anonymousProfile,
    ...optionalFacts,
    workRight: WorkRight.optional(),
    weights: Weights.optional(),
    limit: z.int().min(1).max(100).default(20),
  })
  .refine(...hoursInOrder)
  .refine(...levelsInOrder)
  .openapi('VacancyMatchRequest', {
    description:
      'An anonymous profile. All of it may be left out, and nothing that tells who it is is stored.',
    example: { query: 'خباز', place: { text: 'Utrecht' }, language: 'ar' },
  });
export type VacancyMatchRequest = z.infer<typeof VacancyMatchRequest>;

/** `hardSkills:3,location:1` of a query, as weights. */
const WeightsQuery = z
  .string()
  .max(400)
  .transform((text, context) => {
    const pairs = text.split(',').map((part) => /^\s*(\w+)\s*:\s*(\S+)\s*$/.exec(part));
    const weights = new Map(pairs.map((pair) => [pair?.[1] ?? '', Number(pair?.[2])]));
    const parsed = Weights.safeParse(Object.fromEntries(weights));
    if (parsed.success && weights.size === pairs.length) return parsed.data;
    context.addIssue('Write each factor once, with its weight, such as hardSkills:3,location:1');
    return z.NEVER;
  })
  .openapi({
    type: 'string',
    description: 'What each factor weighs, as in `Weights`; a factor that is left out weighs nothing',
    example: 'hardSkills:3,location:1',
  });

export const MatchQuery = z.strictObject({
  language: LanguageQuery,
  limit: LimitQuery(20),
  weights: WeightsQuery.optional(),
});

export const WhatIfQuery = z.strictObject({ language: LanguageQuery });

export const UnlockPathRequest = z
  .strictObject({
    ...anonymousProfile,
    ...optionalFacts,
    workRight: WorkRight.optional(),
    wish: ConceptReference,
  })
  .refine(...hoursInOrder)
  .refine(...levelsInOrder)
  .openapi('UnlockPathRequest', {
    description: 'An anonymous profile and the occupation that the person wishes for',
    example: {
      wish: { text: 'apotheker' },
      place: { text: 'Zwolle' },
      languages: [{ language: 'nl', level: 'A2' }],
    },
  });
export type UnlockPathRequest = z.infer<typeof UnlockPathRequest>;
export const CandidateUnlockPathRequest = z
  .strictObject({ wish: ConceptReference })
  .openapi('CandidateUnlockPathRequest', { example: { wish: { text: 'apotheker' } } });

export const UnlockStep = z
  .object({
    kind: z.enum(['registration', 'education', 'language', 'licence', 'skill', 'right-to-work']),
    message: Message,
    weeksMin: z.union([z.int(), z.null()]),
    weeksMax: z.union([z.int(), z.null()]).openapi({ description: 'null: no source tells' }),
    basis: z
      .enum(['source', 'estimate'])
      .openapi({ description: 'estimate: ours, not of a published source' }),
    sourceUrl: z.union([z.string(), z.null()]),
    sometimes: z
      .boolean()
      .openapi({ description: 'Not asked of everybody: `weeksMin` of the path goes without it' }),
    skill: z.union([Concept, z.null()]),
    opens: z.int().openapi({
      description:
        'So many more vacancies of the wished occupation are open after this step and those before it',
    }),
  })
  .openapi('UnlockStep');

export const UnlockPath = z
  .object({
    occupation: Concept,
    reachable: z.boolean().openapi({ description: 'Nothing stands in the way now' }),
    reasons: z.array(Message).openapi({ description: 'Why not yet' }),
    gate: z.union([Gate, z.null()]),
    steps: z.array(UnlockStep).openapi({ description: 'The shortest path, in order' }),
    weeksMin: z.union([z.int(), z.null()]),
    weeksMax: z.union([z.int(), z.null()]).openapi({ description: 'null: of some step no source tells' }),
    vacancies: z.object({
      total: z.int().openapi({ description: 'Open vacancies of this occupation' }),
      within: z.int().openapi({ description: 'Of those, within reach' }),
      openNow: z.int().openapi({ description: 'Of those, all conditions met now' }),
      openAfter: z.int().openapi({ description: 'Of those, all conditions met at the end of the path' }),
    }),
    bridgingJobs: z.array(z.object({ occupation: Concept, vacancies: z.int() })),
    understood: z.array(Understood),
    notices: z.array(Notice),
  })
  .openapi('UnlockPath', {
    description: 'What stands between a person and a wished occupation, and the way there',
  });
export type UnlockPath = z.infer<typeof UnlockPath>;

export const WhatIf = z
  .object({
    suitable: z.int().openapi({ description: 'Candidates who meet every condition now' }),
    relaxations: z
      .array(
        z
          .object({
            requirement: z.enum(['language', 'licence', 'must-have', 'hours', 'reach']),
            message: Message,
            suitable: z.int().openapi({ description: 'Candidates who would meet every condition then' }),
            added: z.int(),
          })
          .openapi('Relaxation'),
      )
      .openapi({ description: 'The most added first' }),
  })
  .openapi('WhatIf', { description: 'What each relaxed requirement of a vacancy would add' });
export type WhatIf = z.infer<typeof WhatIf>;
