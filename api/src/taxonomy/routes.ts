// GET /skills, /skills/{id}, /occupations, /occupations/{id}: finding concepts in any language.
import { createRoute, z } from '@hono/zod-openapi';
import { answer } from '../http/bodies.ts';
import { createModule } from '../http/module.ts';
import { ProblemError, problems } from '../http/problem.ts';
import type { Services } from '../services.ts';
import {
  ConceptId,
  ConceptReadQuery,
  ConceptSearchQuery,
  Occupation,
  OccupationSearchResult,
  Skill,
  SkillSearchResult,
} from './schema.ts';

export function taxonomyRoutes({ allow, taxonomy }: Services) {
  const anyone = allow('publishable', 'secret', 'candidate');
  const params = z.object({ conceptId: ConceptId.openapi({ param: { in: 'path', name: 'conceptId' } }) });
  const notFound = () =>
    new ProblemError(404, 'There is no such concept. Search for it and use the id from the answer.');

  const searchOccupations = createRoute({
    method: 'get',
    path: '/occupations',
    operationId: 'searchOccupations',
    tags: ['Taxonomy'],
    summary: 'Find occupations by some letters or words',
    description:
      'For autocomplete. Understands every supported language and script, typing errors, Dutch compounds and gendered forms.',
    ...anyone,
    request: { query: ConceptSearchQuery },
    responses: { 200: answer('Best first', OccupationSearchResult), ...problems() },
  });

  const readOccupation = createRoute({
    method: 'get',
    path: '/occupations/{conceptId}',
    operationId: 'readOccupation',
    tags: ['Taxonomy'],
    summary: 'An occupation with its skills',
    description: 'With its other names, and the skills that it needs or that help.',
    ...anyone,
    request: { params, query: ConceptReadQuery },
    responses: { 200: answer('The occupation', Occupation), ...problems(404) },
  });

  const searchSkills = createRoute({
    method: 'get',
    path: '/skills',
    operationId: 'searchSkills',
    tags: ['Taxonomy'],
    summary: 'Find skills by some letters or words',
    description: 'For autocomplete. Understands what the search for occupations understands.',
    ...anyone,
    request: { query: ConceptSearchQuery },
    responses: { 200: answer('Best first', SkillSearchResult), ...problems() },
  });

  const readSkill = createRoute({
    method: 'get',
    path: '/skills/{conceptId}',
    operationId: 'readSkill',
    tags: ['Taxonomy'],
    summary: 'A skill with the occupations that need it',
    description: 'With its other names.',
    ...anyone,
    request: { params, query: ConceptReadQuery },
    responses: { 200: answer('The skill', Skill), ...problems(404) },
  });

  return createModule()
    .openapi(searchOccupations, async (c) => {
      const { q, language, limit } = c.req.valid('query');
      return c.json(await taxonomy.searchOccupations(q, language, limit), 200);
    })
    .openapi(readOccupation, async (c) => {
      const occupation = await taxonomy.readOccupation(
        c.req.valid('param').conceptId,
        c.req.valid('query').language,
      );
      if (!occupation) throw notFound();
      return c.json(occupation, 200);
    })
    .openapi(searchSkills, async (c) => {
      const { q, language, limit } = c.req.valid('query');
      return c.json(await taxonomy.searchSkills(q, language, limit), 200);
    })
    .openapi(readSkill, async (c) => {
      const skill = await taxonomy.readSkill(c.req.valid('param').conceptId, c.req.valid('query').language);
      if (!skill) throw notFound();
      return c.json(skill, 200);
    });
}
