// Public shapes of skill suggestions (what you can probably do) and extractions (what this text says).
import { z } from '@hono/zod-openapi';
import { CefrLevel, Language, NlqfLevel, Notice } from '../http/schema.ts';
import { Understood } from '../matching/schema.ts';
import { Concept, ConceptReference, SkillReferences } from '../taxonomy/schema.ts';

const Probability = z.number().min(0).max(1);
const SkillType = z.enum(['skill', 'knowledge']);

export const SkillSuggestionRequest = z
  .strictObject({
    occupations: z
      .array(
        z.strictObject({
          occupation: ConceptReference,
          years: z
            .int()
            .min(0)
            .max(60)
            .optional()
            .openapi({ description: 'Years of doing it, paid or unpaid' }),
        }),
      )
      .max(10)
      .default([]),
    text: z
      .string()
      .trim()
      .max(5000)
      .optional()
      .openapi({ description: 'What the person tells, in any supported language' }),
    confirmedSkills: SkillReferences.default([]).openapi({
      description: 'What the person said yes to; never suggested again, and it makes kindred skills likelier',
    }),
    rejectedSkills: SkillReferences.default([]).openapi({
      description:
        'What the person said no to; never suggested again, and it makes kindred skills less likely',
    }),
    language: Language.default('nl'),
    limit: z.int().min(1).max(50).default(10),
  })
  .openapi('SkillSuggestionRequest', {
    description: 'At least an occupation, a text or a confirmed skill. Nothing of it is stored.',
    example: { occupations: [{ occupation: { text: 'пекар' }, years: 6 }], language: 'uk' },
  });
export type SkillSuggestionRequest = z.infer<typeof SkillSuggestionRequest>;

export const SuggestionReason = z
  .object({
    code: z
      .enum(['usual-for-occupation', 'usual-for-similar-occupation', 'goes-with-skill', 'named-in-text'])
      .openapi({ example: 'usual-for-occupation' }),
    occupation: Concept.optional().openapi({ description: 'The occupation that brings the skill' }),
    skill: Concept.optional().openapi({ description: 'The confirmed skill that it goes with' }),
    text: z.string().optional().openapi({ description: 'The words of the text that name it' }),
  })
  .openapi('SuggestionReason', {
    description:
      'The strongest ground, for a sentence such as "because you were a baker"; its code tells which of the other fields is there',
  });

export type SuggestionReason = z.infer<typeof SuggestionReason>;

export const SkillSuggestion = z
  .object({
    skill: Concept,
    skillType: SkillType,
    probability: Probability.openapi({
      description: 'Calibrated: of the suggestions with 0.7, about 70 in 100 are right',
    }),
    reason: SuggestionReason,
  })
  .openapi('SkillSuggestion', { description: 'A skill that the person probably has: ask, never assume' });
export type SkillSuggestion = z.infer<typeof SkillSuggestion>;

export const SkillSuggestions = z
  .object({
    items: z.array(SkillSuggestion),
    understood: z.array(Understood),
    notices: z.array(Notice),
  })
  .openapi('SkillSuggestions', { description: 'Likeliest first' });
export type SkillSuggestions = z.infer<typeof SkillSuggestions>;

export const SkillExtractionRequest = z
  .strictObject({
    text: z.string().trim().min(1).max(20_000).openapi({
      description:
        'A vacancy, a CV or a life story, in any supported language; paid, unpaid and household work count',
    }),
    language: Language.default('nl').openapi({ description: 'Language of the labels in the answer' }),
  })
  .openapi('SkillExtractionRequest', { description: 'Nothing of the text is stored.' });
export type SkillExtractionRequest = z.infer<typeof SkillExtractionRequest>;

export const Span = z
  .object({
    start: z
      .int()
      .min(0)
      .openapi({ description: 'First position, in UTF-16 units as in JavaScript strings' }),
    end: z.int().min(0).openapi({ description: 'First position after it' }),
    text: z.string(),
  })
  .openapi('Span', { description: 'Where in the text it stands' });
export type Span = z.infer<typeof Span>;

const found = { confidence: Probability, spans: z.array(Span).min(1) };

export const SkillExtraction = z
  .object({
    skills: z.array(z.object({ skill: Concept, skillType: SkillType, ...found })),
    occupations: z.array(
      z.object({
        occupation: Concept,
        years: z.union([z.number().min(0).max(80), z.null()]).openapi({
          description: 'Years of doing it, where the text says so beside it',
        }),
        ...found,
      }),
    ),
    languages: z.array(
      z.object({
        language: z.string().openapi({ description: 'BCP 47 tag', example: 'nl' }),
        level: z.union([CefrLevel, z.null()]).openapi({ description: 'null: named without a level' }),
        ...found,
      }),
    ),
    drivingLicences: z.array(
      z.object({
        category: z.string().openapi({ description: 'Category of an EU driving licence', example: 'CE' }),
        ...found,
      }),
    ),
    education: z.array(
      z.object({
        nlqf: z.union([z.object({ min: NlqfLevel, max: NlqfLevel }), z.null()]).openapi({
          description: 'An indicative range; null: a diploma is named, its level is unknown',
        }),
        ...found,
      }),
    ),
    experience: z.array(z.object({ years: z.number().min(0).max(80), ...found })),
    notices: z.array(Notice),
  })
  .openapi('SkillExtraction', { description: 'What a text says, each with the words it was read from' });
export type SkillExtraction = z.infer<typeof SkillExtraction>;
