// Vacancies for a person (anonymous or signed up) and candidates for a vacancy.
import { createRoute } from '@hono/zod-openapi';
import { CandidateParams } from '../candidates/schema.ts';
import { answer, jsonBody } from '../http/bodies.ts';
import { createModule } from '../http/module.ts';
import { ProblemError, problems } from '../http/problem.ts';
import { NoQuery } from '../http/schema.ts';
import type { Services } from '../services.ts';
import { VacancyParams } from '../vacancies/schema.ts';
import { CandidateMatches, MatchQuery, VacancyMatches, VacancyMatchRequest } from './schema.ts';

export function matchingRoutes({ allow, candidates, vacancies, matching }: Services) {
  const matchVacancies = createRoute({
    method: 'post',
    path: '/vacancy-matches',
    operationId: 'matchVacancies',
    tags: ['Matching'],
    summary: 'Vacancies for an anonymous profile',
    description: 'One occupation and a place already give a ranked list. Nothing of the profile is stored.',
    ...allow('publishable', 'secret', 'candidate'),
    request: { query: NoQuery, body: jsonBody(VacancyMatchRequest) },
    responses: { 200: answer('Best first', VacancyMatches), ...problems(413, 415) },
  });

  const matchVacanciesForCandidate = createRoute({
    method: 'get',
    path: '/candidates/{candidateId}/vacancy-matches',
    operationId: 'matchVacanciesForCandidate',
    tags: ['Matching'],
    summary: 'Vacancies for a candidate',
    description: 'For the profile as it stands; it changes with every skill that the person confirms.',
    ...allow('candidate', 'secret'),
    request: { params: CandidateParams, query: MatchQuery },
    responses: { 200: answer('Best first', VacancyMatches), ...problems(404) },
  });

  const matchCandidates = createRoute({
    method: 'get',
    path: '/vacancies/{vacancyId}/candidate-matches',
    operationId: 'matchCandidates',
    tags: ['Matching'],
    summary: 'Candidates for a vacancy of yours',
    description: 'Pseudonymous: no name, contact or place. Only people who consented to be found.',
    ...allow('secret'),
    request: { params: VacancyParams, query: MatchQuery },
    responses: { 200: answer('Best first', CandidateMatches), ...problems(404, 409) },
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
      const status = await vacancies.statusOfOwn(c.get('caller').partnerId, vacancyId);
      if (!status) throw new ProblemError(404, 'There is no such vacancy among yours.');
      // People are shown for a purpose; with the vacancy that purpose is gone.
      if (status === 'closed')
        throw new ProblemError(409, 'This vacancy is closed. Post it again as a new one.');
      return c.json((await matching.candidatesForVacancy(vacancyId, language, limit))!, 200);
    });
}
