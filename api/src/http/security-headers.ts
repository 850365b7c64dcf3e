// Security headers for answers that are data, never a page.
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

export const securityHeaders = createMiddleware(async (c, next) => {
  // Answers differ per key and hold people's data: no cache keeps them.
  c.header('Cache-Control', 'no-store');
  return dataOnly(c, next);
});
