// Vacancies for a person (anonymous or signed up) and candidates for a vacancy.
import { createRoute } from '@hono/zod-openapi';
import { CandidateParams } from '../candidates/schema.ts';
import { answer, jsonBody } from '../http/bodies.ts';
import { createModule } from '../http/module.ts';
import { ProblemError, problems } from '../http/problem.ts';
import { NoQuery } from '../http/schema.ts';
import type { Caller } from '../partners/caller.ts';
import type { Services } from '../services.ts';
import { VacancyParams } from '../vacancies/schema.ts';
import {
  CandidateMatches,
  CandidateUnlockPathRequest,
  MatchQuery,
  UnlockPath,
  UnlockPathRequest,
  VacancyMatches,
  VacancyMatchRequest,
  WhatIf,
  WhatIfQuery,
} from './schema.ts';

export function matchingRoutes({ allow, candidates, vacancies, matching, prospects }: Services) {
  const matchVacancies = createRoute({
    method: 'post',
    path: '/vacancy-matches',
    operationId: 'matchVacancies',
    tags: ['Matching'],
    summary: 'Vacancies for an anonymous profile',
    description:
      'One occupation and a place already give a ranked list. The match log keeps what was compared, and nothing that tells who asked.',
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

  const readWhatIf = createRoute({
    method: 'get',
    path: '/vacancies/{vacancyId}/what-ifs',
    operationId: 'readWhatIf',
    tags: ['Matching'],
    summary: 'What each requirement of a vacancy of yours costs in candidates',
    description:
      'How many would meet every condition if one requirement were relaxed, such as Dutch B1 instead of B2.',
    ...allow('secret'),
    request: { params: VacancyParams, query: WhatIfQuery },
    responses: { 200: answer('The most added first', WhatIf), ...problems(404, 409) },
  });

  const createUnlockPath = createRoute({
    method: 'post',
    path: '/unlock-paths',
    operationId: 'createUnlockPath',
    tags: ['Matching'],
    summary: 'What stands between an anonymous profile and a wished occupation',
    description:
      'Why not yet, the shortest path with its weeks, and what is open meanwhile. Nothing is stored.',
    ...allow('publishable', 'secret', 'candidate'),
    request: { query: NoQuery, body: jsonBody(UnlockPathRequest) },
    responses: { 200: answer('The path', UnlockPath), ...problems(413, 415) },
  });

  const createCandidateUnlockPath = createRoute({
    method: 'post',
    path: '/candidates/{candidateId}/unlock-paths',
    operationId: 'createCandidateUnlockPath',
    tags: ['Matching'],
    summary: 'What stands between a candidate and a wished occupation',
    description: 'For the profile as it stands.',
    ...allow('candidate', 'secret'),
    request: {
      params: CandidateParams,
      query: WhatIfQuery,
      body: jsonBody(CandidateUnlockPathRequest),
    },
    responses: { 200: answer('The path', UnlockPath), ...problems(404, 413, 415) },
  });

  /** @throws ProblemError 404 or 409 */
  const openAndOwn = async (caller: Caller, vacancyId: string) => {
    const status = await vacancies.statusOfOwn(caller.partnerId, vacancyId);
    if (!status) throw new ProblemError(404, 'There is no such vacancy among yours.');
    // People are shown for a purpose; with the vacancy that purpose is gone.
    if (status === 'closed')
      throw new ProblemError(409, 'This vacancy is closed. Post it again as a new one.');
  };
  const noProfile = () => new ProblemError(404, 'There is no such profile, or it is not yours to open.');

  return createModule()
    .openapi(matchVacancies, async (c) =>
      c.json(await matching.vacanciesForProfile(c.req.valid('json'), c.get('caller')), 200),
    )
    .openapi(matchVacanciesForCandidate, async (c) => {
      const { candidateId } = c.req.valid('param');
      const mayOpen = await candidates.mayOpen(c.get('caller'), candidateId);
      const matches =
        mayOpen && (await matching.vacanciesForCandidate(candidateId, c.req.valid('query'), c.get('caller')));
      if (!matches) throw noProfile();
      return c.json(matches, 200);
    })
    .openapi(matchCandidates, async (c) => {
      const { vacancyId } = c.req.valid('param');
      await openAndOwn(c.get('caller'), vacancyId);
      const options = c.req.valid('query');
      return c.json((await matching.candidatesForVacancy(vacancyId, options, c.get('caller')))!, 200);
    })
    .openapi(readWhatIf, async (c) => {
      const { vacancyId } = c.req.valid('param');
      await openAndOwn(c.get('caller'), vacancyId);
      return c.json((await prospects.whatIf(vacancyId, c.req.valid('query').language))!, 200);
    })
    .openapi(createUnlockPath, async (c) =>
      c.json(await prospects.forProfile(c.req.valid('json'), c.get('caller')), 200),
    )
    .openapi(createCandidateUnlockPath, async (c) => {
      const { candidateId } = c.req.valid('param');
      const mayOpen = await candidates.mayOpen(c.get('caller'), candidateId);
      const { wish } = c.req.valid('json');
      const path =
        mayOpen && (await prospects.forCandidate(candidateId, wish, c.req.valid('query').language));
      if (!path) throw noProfile();
      return c.json(path, 200);
    });
}
