// Public shapes of skills and occupations.
import { z } from '@hono/zod-openapi';
import { Language, LanguageQuery, LimitQuery, Notice } from '../http/schema.ts';

export const ConceptId = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/, 'Must be the id of a skill or occupation, as the search gives it')
  .openapi({
    description: 'Slug of the starter taxonomy, or the UUID at the end of an ESCO URI',
    example: 'baker',
  });

export const Concept = z
  .object({
    id: ConceptId,
    uri: z.union([z.url(), z.null()]).openapi({ description: 'ESCO URI, where the concept stands in ESCO' }),
    label: z.string().openapi({
      description: 'Preferred label; `language` says in which language it is',
      example: 'пекар',
    }),
    language: Language,
    dutchLabel: z.string().openapi({ description: 'What Dutch employers call it', example: 'bakker' }),
    draft: z
      .boolean()
      .openapi({ description: 'No native speaker has reviewed this label yet: show it with that in mind' }),
  })
  .openapi('Concept', { description: 'A skill or an occupation' });
export type Concept = z.infer<typeof Concept>;

const hit = {
  matchedLabel: z.string().openapi({ description: 'The label, of any language, that fits the query best' }),
  matchedBy: z
    .enum(['exact', 'prefix', 'lexical', 'vector'])
    .openapi({ description: 'lexical: alike in spelling; vector: alike to the embedding model' }),
  confidence: z.number().min(0).max(1).openapi({ description: '1: the label is exactly the query' }),
};
const occupationFacts = {
  iscoCode: z.union([z.string(), z.null()]).openapi({ description: 'ISCO-08 unit group', example: '7512' }),
  regulated: z.boolean().openapi({ description: 'The law protects this profession in the Netherlands' }),
  riasec: z.union([z.string(), z.null()]).openapi({
    description: 'Interests that the work speaks to: one to three letters of RIASEC, the strongest first',
    example: 'RC',
  }),
};
const skillFacts = { skillType: z.enum(['skill', 'knowledge']) };

export const OccupationHit = Concept.extend({ ...occupationFacts, ...hit }).openapi('OccupationHit', {
  description: 'An occupation that fits a query',
});
export const SkillHit = Concept.extend({ ...skillFacts, ...hit }).openapi('SkillHit', {
  description: 'A skill that fits a query',
});
export type OccupationHit = z.infer<typeof OccupationHit>;
export type SkillHit = z.infer<typeof SkillHit>;

export const OccupationSearchResult = z
  .object({ items: z.array(OccupationHit), notices: z.array(Notice) })
  .openapi('OccupationSearchResult');
export const SkillSearchResult = z
  .object({ items: z.array(SkillHit), notices: z.array(Notice) })
  .openapi('SkillSearchResult');

export const Occupation = Concept.extend({
  ...occupationFacts,
  alternativeLabels: z.array(z.string()),
  essentialSkills: z.array(Concept),
  optionalSkills: z.array(Concept),
}).openapi('Occupation', { description: 'An occupation with its skills' });
export const Skill = Concept.extend({
  ...skillFacts,
  alternativeLabels: z.array(z.string()),
  essentialFor: z.array(Concept).openapi({ description: 'Occupations that need it, at most 50' }),
}).openapi('Skill', { description: 'A skill with the occupations that need it' });

export const ConceptSearchQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .openapi({ description: 'Some letters or words, in any language', example: 'bakk' }),
  language: LanguageQuery,
  limit: LimitQuery(10),
});
export const ConceptReadQuery = z.strictObject({ language: LanguageQuery });

export const ConceptReference = z
  .union([z.strictObject({ id: ConceptId }), z.strictObject({ text: z.string().trim().min(1).max(200) })], {
    error: 'Give either { "id": … } or { "text": … }',
  })
  .openapi('ConceptReference', {
    description:
      'A skill or occupation by its id, or words of any supported language that we look up. How words were read stands in `understood`; words that fit nothing stand in `unrecognised` or in a notice.',
    example: { text: 'пекар' },
  });
export type ConceptReference = z.infer<typeof ConceptReference>;

/** Each text is a search of its own; ids are all found at once. */
const MOST_TEXTS = 50;
/** For `.refine(...fewTexts)` on a list of references. */
export const fewTexts = [
  (references: object[]) => references.filter((reference) => 'text' in reference).length <= MOST_TEXTS,
  { error: `At most ${MOST_TEXTS} may be texts: find the others by GET /v1/skills and send their ids` },
] as const;
export const SkillReferences = z
  .array(ConceptReference)
  .max(200)
  .refine(...fewTexts);
