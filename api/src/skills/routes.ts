// POST /skill-suggestions and /skill-extractions: what somebody can probably do, and what a text says.
import { createRoute } from '@hono/zod-openapi';
import { answer, jsonBody } from '../http/bodies.ts';
import { createModule } from '../http/module.ts';
import { problems } from '../http/problem.ts';
import { NoQuery } from '../http/schema.ts';
import type { Services } from '../services.ts';
import {
  SkillExtraction,
  SkillExtractionRequest,
  SkillSuggestionRequest,
  SkillSuggestions,
} from './schema.ts';

export function skillRoutes({ allow, skills }: Services) {
  const suggestSkills = createRoute({
    method: 'post',
    path: '/skill-suggestions',
    operationId: 'suggestSkills',
    tags: ['Skills'],
    summary: 'Skills that a person probably has',
    description:
      'From occupations, words of the person, and what they said yes or no to. Each with a calibrated probability and a reason.',
    ...allow('publishable', 'secret', 'candidate'),
    request: { query: NoQuery, body: jsonBody(SkillSuggestionRequest) },
    responses: { 200: answer('Likeliest first', SkillSuggestions), ...problems(413, 415) },
  });

  const extractSkills = createRoute({
    method: 'post',
    path: '/skill-extractions',
    operationId: 'extractSkills',
    tags: ['Skills'],
    summary: 'What a text says of skills and experience',
    description:
      'Skills, occupations, languages, driving licences, education and years, each with the words that it was read from.',
    ...allow('publishable', 'secret', 'candidate'),
    request: { query: NoQuery, body: jsonBody(SkillExtractionRequest) },
    responses: { 200: answer('In the order of the text', SkillExtraction), ...problems(413, 415) },
  });

  return createModule()
    .openapi(suggestSkills, async (c) => c.json(await skills.suggest(c.req.valid('json')), 200))
    .openapi(extractSkills, async (c) => c.json(await skills.extract(c.req.valid('json')), 200));
}
