// The gate of every route: says who may call it, in the document too, and lets through only them.
import { createMiddleware } from 'hono/factory';
import type { CandidateTokens } from '../candidates/tokens.ts';
import type { Sql } from '../db/connect.ts';
import type { SECURITY_SCHEMES } from '../http/document.ts';
import type { AppEnv } from '../http/module.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from './caller.ts';
import { findKey, findKeyById, looksLikeKey } from './keys.ts';

const SCHEMES: Record<Caller['kind'], keyof typeof SECURITY_SCHEMES> = {
  publishable: 'publishableKey',
  secret: 'secretKey',
  candidate: 'candidateToken',
};

/**
 * @returns `allow(...kinds)`, to spread into a route: its `security` in the document, and the middleware that enforces
 *   it and sets `caller`. That throws ProblemError 401 without a valid key or token, and 403 for a caller or an origin
 *   that may not do this.
 * @example createRoute({ …, ...allow('publishable', 'secret') })
 */
export function createAllow(sql: Sql, tokens: CandidateTokens) {
  return (...kinds: Caller['kind'][]) => ({
    security: kinds.map((kind): Record<string, string[]> => ({ [SCHEMES[kind]]: [] })),
    middleware: createMiddleware<AppEnv>(async (c, next) => {
      const bearer = /^Bearer (\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
      if (!bearer) throw unauthorized('Send a key or a token: Authorization: Bearer …');
      const { caller, origins } = looksLikeKey(bearer)
        ? await fromKey(sql, bearer)
        : await fromToken(sql, tokens, bearer);
      checkOrigin(caller, origins, c.req.header('Origin'));
      if (!kinds.includes(caller.kind)) {
        throw new ProblemError(
          403,
          `This needs a ${kinds.join(' or ')} credential; you sent a ${caller.kind} one.`,
        );
      }
      c.set('caller', caller);
      await next();
    }),
  });
}

async function fromKey(sql: Sql, bearer: string): Promise<{ caller: Caller; origins: string[] }> {
  const key = await findKey(sql, bearer);
  if (!key) throw unauthorized('This key does not exist or was revoked. Check it, or ask for a new one.');
  const { id: keyId, partnerId, kind, origins } = key;
  return {
    caller: kind === 'secret' ? { kind, partnerId, keyId } : { kind, partnerId, keyId, origins },
    origins,
  };
}

async function fromToken(
  sql: Sql,
  tokens: CandidateTokens,
  bearer: string,
): Promise<{ caller: Caller; origins: string[] }> {
  const claims = await tokens.verify(bearer);
  const key = claims && (await findKeyById(sql, claims.keyId));
  if (!claims || !key) throw unauthorized('This token is not valid or has expired. Sign in again.');
  return { caller: { kind: 'candidate', ...claims }, origins: key.origins };
}

/** A browser always names the page's origin on a cross-origin request, and a page cannot change it. */
function checkOrigin(caller: Caller, origins: string[], origin: string | undefined): void {
  if (caller.kind === 'secret') {
    if (origin)
      throw new ProblemError(
        403,
        'A secret key must stay on your server: a web page has sent it. Replace it at once.',
      );
  } else if (caller.kind === 'publishable') {
    if (!origin)
      throw new ProblemError(
        403,
        'A publishable key works only from a web page. On a server, use the secret key.',
      );
    if (!origins.includes(origin)) throw wrongOrigin(origin);
  } else if (origin && !origins.includes(origin)) throw wrongOrigin(origin);
}

const wrongOrigin = (origin: string) =>
  new ProblemError(
    403,
    `This key may not be used from ${origin}. Ask for that exact origin to be added to it.`,
  );

const unauthorized = (detail: string) =>
  new ProblemError(401, detail, { headers: { 'WWW-Authenticate': 'Bearer' } });
