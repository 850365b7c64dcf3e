// GET /places: Dutch towns and postcodes by some letters or digits.
import { createRoute } from '@hono/zod-openapi';
import { KEY } from '../http/document.ts';
import { createModule } from '../http/module.ts';
import { problems } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { PlaceSearchQuery, PlaceSearchResult } from './schema.ts';

export function placeRoutes({ allow, places }: Services) {
  const searchPlaces = createRoute({
    method: 'get',
    path: '/places',
    operationId: 'searchPlaces',
    tags: ['Places'],
    summary: 'Find a town or a postcode',
    security: KEY,
    middleware: allow('publishable', 'secret', 'candidate'),
    request: { query: PlaceSearchQuery },
    responses: {
      200: { description: 'Best first', content: { 'application/json': { schema: PlaceSearchResult } } },
      ...problems(),
    },
  });

  return createModule().openapi(searchPlaces, async (c) => {
    const { q, limit } = c.req.valid('query');
    return c.json(await places.search(q, limit), 200);
  });
}
