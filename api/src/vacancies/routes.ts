// /vacancies: create (answered with the best candidates), read, list, replace, close.
import { createRoute } from '@hono/zod-openapi';
import { answer, created, jsonBody } from '../http/bodies.ts';
import { createModule } from '../http/module.ts';
import { ProblemError, problems } from '../http/problem.ts';
import type { Language } from '../http/schema.ts';
import type { Caller } from '../partners/caller.ts';
import type { Services } from '../services.ts';
import {
  ClosureInput,
  Vacancy,
  VacancyInput,
  VacancyListQuery,
  VacancyPage,
  VacancyParams,
  VacancyReadQuery,
  VacancyWithMatches,
} from './schema.ts';

/** How many candidates come with a vacancy that was just posted. */
const CANDIDATES_AT_ONCE = 20;

export function vacancyRoutes({ allow, vacancies, matching }: Services) {
  const employer = allow('secret');
  const notFound = () => new ProblemError(404, 'There is no such vacancy among yours.');

  const createVacancy = createRoute({
    method: 'post',
    path: '/vacancies',
    operationId: 'createVacancy',
    tags: ['Vacancies'],
    summary: 'Post a vacancy and see its best candidates',
    description: 'A title and a place are enough. What we filled in from the title stands in `inferred`.',
    ...employer,
    request: { query: VacancyReadQuery, body: jsonBody(VacancyInput) },
    responses: {
      201: created('Posted, with its best candidates', VacancyWithMatches),
      ...problems(413, 415),
    },
  });

  const readVacancy = createRoute({
    method: 'get',
    path: '/vacancies/{vacancyId}',
    operationId: 'readVacancy',
    tags: ['Vacancies'],
    summary: 'One vacancy',
    description:
      'Open vacancies can be read by anyone with a key; a closed one only by the partner that posted it.',
    ...allow('publishable', 'secret', 'candidate'),
    request: { params: VacancyParams, query: VacancyReadQuery },
    responses: { 200: answer('The vacancy', Vacancy), ...problems(404) },
  });

  const listVacancies = createRoute({
    method: 'get',
    path: '/vacancies',
    operationId: 'listVacancies',
    tags: ['Vacancies'],
    summary: 'Your own vacancies, newest first',
    description: 'In pages: pass `next` of one as `cursor` for the following one.',
    ...employer,
    request: { query: VacancyListQuery },
    responses: { 200: answer('A page of vacancies', VacancyPage), ...problems() },
  });

  const replaceVacancy = createRoute({
    method: 'put',
    path: '/vacancies/{vacancyId}',
    operationId: 'replaceVacancy',
    tags: ['Vacancies'],
    summary: 'Replace an open vacancy and see its best candidates',
    description: 'The whole of it: what is left out is emptied or inferred anew.',
    ...employer,
    request: {
      params: VacancyParams,
      query: VacancyReadQuery,
      body: jsonBody(VacancyInput),
    },
    responses: {
      200: answer('Replaced, with its best candidates', VacancyWithMatches),
      ...problems(404, 409, 413, 415),
    },
  });

  const closeVacancy = createRoute({
    method: 'post',
    path: '/vacancies/{vacancyId}/closures',
    operationId: 'closeVacancy',
    tags: ['Vacancies'],
    summary: 'Close a vacancy',
    description: 'It is shown to nobody from the next request on. Closing it again changes nothing.',
    ...employer,
    request: {
      params: VacancyParams,
      query: VacancyReadQuery,
      body: jsonBody(ClosureInput),
    },
    responses: { 200: answer('The closed vacancy', Vacancy), ...problems(404, 413, 415) },
  });

  const withMatches = async (id: string, language: Language, caller: Caller) => {
    const [vacancy, candidateMatches] = await Promise.all([
      vacancies.read(id, language),
      matching.candidatesForVacancy(id, { language, limit: CANDIDATES_AT_ONCE }, caller),
    ]);
    return { vacancy: vacancy!, candidateMatches: candidateMatches! };
  };

  return createModule()
    .openapi(createVacancy, async (c) => {
      const { language } = c.req.valid('query');
      const { id, understood } = await vacancies.create(
        c.get('caller').partnerId,
        c.req.valid('json'),
        language,
      );
      c.header('Location', `/v1/vacancies/${id}`);
      return c.json({ ...(await withMatches(id, language, c.get('caller'))), understood }, 201);
    })
    .openapi(readVacancy, async (c) => {
      const vacancy = await vacancies.readFor(
        c.get('caller'),
        c.req.valid('param').vacancyId,
        c.req.valid('query').language,
      );
      if (!vacancy) throw new ProblemError(404, 'There is no such vacancy, or it is closed.');
      return c.json(vacancy, 200);
    })
    .openapi(listVacancies, async (c) => {
      return c.json(await vacancies.list(c.get('caller').partnerId, c.req.valid('query')), 200);
    })
    .openapi(replaceVacancy, async (c) => {
      const { vacancyId } = c.req.valid('param');
      const { language } = c.req.valid('query');
      const understood = await vacancies.replace(
        c.get('caller').partnerId,
        vacancyId,
        c.req.valid('json'),
        language,
      );
      if (!understood) throw notFound();
      return c.json({ ...(await withMatches(vacancyId, language, c.get('caller'))), understood }, 200);
    })
    .openapi(closeVacancy, async (c) => {
      const { vacancyId } = c.req.valid('param');
      const closed = await vacancies.close(c.get('caller').partnerId, vacancyId, c.req.valid('json').reason);
      if (!closed) throw notFound();
      return c.json((await vacancies.read(vacancyId, c.req.valid('query').language))!, 200);
    });
}
