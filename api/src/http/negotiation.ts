// 406 for a caller that takes no JSON, 415 for a body that is compressed, 405 with Allow for a known path with another method.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { parseAccept } from 'hono/utils/accept';
import type { AppEnv } from './module.ts';
import { ProblemError } from './problem.ts';

const OURS = ['application/json', 'application/problem+json'];

export const onlyJson = createMiddleware(async (c, next) => {
  // A compressed body could grow beyond any limit when it is unpacked.
  if ((c.req.header('Content-Encoding') ?? 'identity').toLowerCase() !== 'identity') {
    throw new ProblemError(415, 'Send the body uncompressed, without Content-Encoding.', {
      headers: { 'Accept-Encoding': 'identity' },
    });
  }
  const header = c.req.header('Accept');
  const ranges = header ? parseAccept(header) : [];
  const accepted = (type: string) => {
    // The most specific range that covers the type decides (RFC 9110, section 12.5.1).
    const range = [type, `${type.split('/')[0]}/*`, '*/*']
      .map((name) => ranges.find((r) => r.type.toLowerCase() === name))
      .find(Boolean);
    return range !== undefined && range.q > 0;
  };
  if (header && !OURS.some(accepted)) {
    throw new ProblemError(406, 'We answer in application/json only. Accept that, or */*.');
  }
  await next();
});

/** Call after all routes are there: what reaches these handlers matched a path, but not its methods. */
export function methodNotAllowed(app: OpenAPIHono<AppEnv>): void {
  const methods = new Map<string, Set<string>>();
  for (const route of app.routes) {
    if (route.method === 'ALL') continue;
    methods.set(route.path, (methods.get(route.path) ?? new Set()).add(route.method));
  }
  for (const [path, allowed] of methods) {
    const all = [...allowed, ...(allowed.has('GET') ? ['HEAD'] : []), 'OPTIONS'].sort().join(', ');
    app.all(path, (c) => {
      throw new ProblemError(405, `${c.req.method} is not possible here. Use one of: ${all}.`, {
        headers: { Allow: all },
      });
    });
  }
}
