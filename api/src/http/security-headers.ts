// Security headers for answers that are data, never a page.
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';

const dataOnly = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  // The answers are meant for pages of other sites; CORS says which.
  crossOriginResourcePolicy: 'cross-origin',
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: 'max-age=31536000; includeSubDomains',
  xFrameOptions: 'DENY',
});

/** The same for every answer, so asked once: written before an answer is made, they spare Hono a copy of it. */
const HEADERS = [
  ...(
    await new Hono()
      .use(dataOnly)
      .get('/', (c) => c.body(null))
      .request('/')
  ).headers,
  // Answers differ per key and hold people's data: no cache keeps them.
  ['Cache-Control', 'no-store'],
] as [string, string][];

export const securityHeaders = createMiddleware(async (c, next) => {
  for (const [name, value] of HEADERS) c.header(name, value);
  await next();
});
