// Vacancies for a person (anonymous or signed up) and candidates for a vacancy.
import { createRoute } from '@hono/zod-openapi';
import { CandidateParams } from '../candidates/schema.ts';
import { KEY, TOKEN_OR_KEY } from '../http/document.ts';
import { createModule } from '../http/module.ts';
import { ProblemError, problems } from '../http/problem.ts';
import { NoQuery } from '../http/schema.ts';
import type { Services } from '../services.ts';
import { VacancyParams } from '../vacancies/schema.ts';
import { CandidateMatches, MatchQuery, VacancyMatches, VacancyMatchRequest } from './schema.ts';

export function matchingRoutes({ allow, candidates, vacancies, matching }: Services) {
  const json = <S>(schema: S) => ({ 'application/json': { schema } });

  const matchVacancies = createRoute({
    method: 'post',
    path: '/vacancy-matches',
    operationId: 'matchVacancies',
    tags: ['Matching'],
    summary: 'Vacancies for an anonymous profile',
    description: 'One occupation and a place already give a ranked list. Nothing of the profile is stored.',
    security: KEY,
    middleware: allow('publishable', 'secret', 'candidate'),
    request: { query: NoQuery, body: { required: true, content: json(VacancyMatchRequest) } },
    responses: { 200: { description: 'Best first', content: json(VacancyMatches) }, ...problems(413, 415) },
  });

  const matchVacanciesForCandidate = createRoute({
    method: 'get',
    path: '/candidates/{candidateId}/vacancy-matches',
    operationId: 'matchVacanciesForCandidate',
    tags: ['Matching'],
    summary: 'Vacancies for a candidate',
    security: TOKEN_OR_KEY,
    middleware: allow('candidate', 'secret'),
    request: { params: CandidateParams, query: MatchQuery },
    responses: { 200: { description: 'Best first', content: json(VacancyMatches) }, ...problems(404) },
  });

  const matchCandidates = createRoute({
    method: 'get',
    path: '/vacancies/{vacancyId}/candidate-matches',
    operationId: 'matchCandidates',
    tags: ['Matching'],
    summary: 'Candidates for a vacancy of yours',
    description: 'Pseudonymous: no name, contact or place. Only people who consented to be found.',
    security: KEY,
    middleware: allow('secret'),
    request: { params: VacancyParams, query: MatchQuery },
    responses: { 200: { description: 'Best first', content: json(CandidateMatches) }, ...problems(404) },
  });

  return createModule()
    .openapi(matchVacancies, async (c) =>
      c.json(await matching.vacanciesForProfile(c.req.valid('json')), 200),
    )
    .openapi(matchVacanciesForCandidate, async (c) => {
      const { candidateId } = c.req.valid('param');
      const { language, limit } = c.req.valid('query');
      const mayOpen = await candidates.mayOpen(c.get('caller'), candidateId);
      const matches = mayOpen && (await matching.vacanciesForCandidate(candidateId, language, limit));
      if (!matches) throw new ProblemError(404, 'There is no such profile, or it is not yours to open.');
      return c.json(matches, 200);
    })
    .openapi(matchCandidates, async (c) => {
      const { vacancyId } = c.req.valid('param');
      const { language, limit } = c.req.valid('query');
      if (!(await vacancies.isOwn(c.get('caller').partnerId, vacancyId))) {
        throw new ProblemError(404, 'There is no such vacancy among yours.');
      }
      return c.json((await matching.candidatesForVacancy(vacancyId, language, limit))!, 200);
    });
}
