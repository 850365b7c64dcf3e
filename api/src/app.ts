// The list of middleware and modules of the API; nothing else.
import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { candidateRoutes } from './candidates/routes.ts';
import { onlyKeepableText } from './http/characters.ts';
import { API_VERSION, documentInfo, SECURITY_SCHEMES } from './http/document.ts';
import type { AppEnv } from './http/module.ts';
import { methodNotAllowed, onlyJson } from './http/negotiation.ts';
import { ProblemError, toResponse } from './http/problem.ts';
import { securityHeaders } from './http/security-headers.ts';
import { matchingRoutes } from './matching/routes.ts';
import { isKnownOrigin } from './partners/keys.ts';
import { placeRoutes } from './places/routes.ts';
import type { Services } from './services.ts';
import { skillRoutes } from './skills/routes.ts';
import { taxonomyRoutes } from './taxonomy/routes.ts';
import { vacancyRoutes } from './vacancies/routes.ts';

const MAX_BODY_BYTES = 256 * 1024;

/**
 * The whole API as one Hono app, ready to serve or to call in a test.
 *
 * @example const response = await createApp(services).request('/v1/health')
 */
export function createApp(services: Services) {
  const v1 = new OpenAPIHono<AppEnv>()
    .route('/', taxonomyRoutes(services))
    .route('/', skillRoutes(services))
    .route('/', placeRoutes(services))
    .route('/', vacancyRoutes(services))
    .route('/', candidateRoutes(services))
    .route('/', matchingRoutes(services));
  v1.get('/health', async (c) => {
    await services.sql`select 1`;
    return c.json({ status: 'pass' });
  });

  const app = new OpenAPIHono<AppEnv>();
  app.onError(toResponse);
  app.notFound((c) =>
    toResponse(new ProblemError(404, `Nothing is at ${c.req.path}. The paths stand in /v1/openapi.json.`), c),
  );

  app.use(async (c, next) => {
    c.header('API-Version', API_VERSION);
    await next();
  });
  app.use(securityHeaders);
  app.use('/v1/openapi.json', cors({ origin: '*', exposeHeaders: ['API-Version'] }));
  const fromPages = cors({
    origin: async (origin, c) => {
      if (c.req.path === '/v1/openapi.json') return '*';
      return (await isKnownOrigin(services.sql, origin)) ? origin : null;
    },
    allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type'],
    exposeHeaders: ['API-Version', 'Location'],
    maxAge: 600,
  });
  // A server names no origin, and is spared the copy that hono makes of an answer to add headers.
  app.use('/v1/*', (c, next) => (c.req.header('Origin') ? fromPages(c, next) : next()));
  app.use(onlyJson);
  app.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw new ProblemError(
          413,
          `The body is larger than ${MAX_BODY_BYTES / 1024} KiB. Send less at a time.`,
        );
      },
    }),
  );
  app.use(onlyKeepableText);

  app.route('/v1', v1);
  for (const [name, scheme] of Object.entries(SECURITY_SCHEMES)) {
    v1.openAPIRegistry.registerComponent('securitySchemes', name, scheme);
  }
  // Of v1 alone: the major version stands in the address of the server, not in every path.
  const document = v1.getOpenAPI31Document(documentInfo);
  app.get('/v1/openapi.json', (c) => c.json(document));
  methodNotAllowed(app);
  return app;
}
