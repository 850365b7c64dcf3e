// /candidates: sign up, read, update, delete. A browser gets at one profile only, with that person's token.
import { createRoute } from '@hono/zod-openapi';
import { answer, created, jsonBody, VERSION_HEADER } from '../http/bodies.ts';
import { createModule } from '../http/module.ts';
import { ProblemError, problems } from '../http/problem.ts';
import { NoQuery } from '../http/schema.ts';
import type { Services } from '../services.ts';
import {
  Candidate,
  CandidateInput,
  CandidateParams,
  CandidatePatch,
  CandidateReadQuery,
  SignUp,
  UpdatedCandidate,
} from './schema.ts';

export function candidateRoutes({ allow, candidates, tokens }: Services) {
  const ownerOrPartner = allow('candidate', 'secret');
  const notFound = () => new ProblemError(404, 'There is no such profile, or it is not yours to open.');

  const signUp = createRoute({
    method: 'post',
    path: '/candidates',
    operationId: 'signUp',
    tags: ['Candidates'],
    summary: 'Sign up',
    description: 'E-mail is not required. The answer holds a token for this one profile, valid for an hour.',
    ...allow('publishable', 'secret'),
    request: { query: NoQuery, body: jsonBody(CandidateInput) },
    responses: { 201: created('Signed up', SignUp), ...problems(413, 415) },
  });

  const readCandidate = createRoute({
    method: 'get',
    path: '/candidates/{candidateId}',
    operationId: 'readCandidate',
    tags: ['Candidates'],
    summary: 'One profile',
    description: 'For the person, or for the partner where they signed up.',
    ...ownerOrPartner,
    request: { params: CandidateParams, query: CandidateReadQuery },
    responses: { 200: answer('The profile', Candidate), ...problems(404) },
  });

  const updateCandidate = createRoute({
    method: 'patch',
    path: '/candidates/{candidateId}',
    operationId: 'updateCandidate',
    tags: ['Candidates'],
    summary: 'Change a profile',
    description:
      'A JSON merge patch: what is left out stays, null empties a field, a list replaces the list.',
    ...ownerOrPartner,
    request: {
      params: CandidateParams,
      query: CandidateReadQuery,
      body: jsonBody(CandidatePatch),
    },
    responses: { 200: answer('The changed profile', UpdatedCandidate), ...problems(404, 413, 415) },
  });

  const deleteCandidate = createRoute({
    method: 'delete',
    path: '/candidates/{candidateId}',
    operationId: 'deleteCandidate',
    tags: ['Candidates'],
    summary: 'Delete a profile',
    description: 'At once and for good; nothing of it is kept.',
    ...ownerOrPartner,
    request: { params: CandidateParams, query: NoQuery },
    responses: { 204: { description: 'Deleted', headers: VERSION_HEADER }, ...problems(404) },
  });

  return createModule()
    .openapi(signUp, async (c) => {
      const caller = c.get('caller');
      const { candidateId, ...reading } = await candidates.signUp(caller, c.req.valid('json'));
      const { token, expiresAt } = await tokens.issue({
        candidateId,
        partnerId: caller.partnerId,
        keyId: caller.keyId,
      });
      const candidate = (await candidates.read(candidateId, c.req.valid('json').language))!;
      c.header('Location', `/v1/candidates/${candidateId}`);
      return c.json({ candidate, ...reading, token, tokenExpiresAt: expiresAt.toISOString() }, 201);
    })
    .openapi(readCandidate, async (c) => {
      const { candidateId } = c.req.valid('param');
      if (!(await candidates.mayOpen(c.get('caller'), candidateId))) throw notFound();
      const candidate = await candidates.read(candidateId, c.req.valid('query').language);
      if (!candidate) throw notFound();
      return c.json(candidate, 200);
    })
    .openapi(updateCandidate, async (c) => {
      const { candidateId } = c.req.valid('param');
      if (!(await candidates.mayOpen(c.get('caller'), candidateId))) throw notFound();
      const reading = await candidates.update(candidateId, c.req.valid('json'), c.get('caller'));
      const candidate = await candidates.read(candidateId, c.req.valid('query').language);
      if (!reading || !candidate) throw notFound();
      return c.json({ candidate, ...reading }, 200);
    })
    .openapi(deleteCandidate, async (c) => {
      const { candidateId } = c.req.valid('param');
      if (!(await candidates.mayOpen(c.get('caller'), candidateId))) throw notFound();
      await candidates.delete(candidateId);
      return c.body(null, 204);
    });
}
