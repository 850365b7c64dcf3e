// GET /places: Dutch towns and postcodes by some letters or digits.
import { createRoute } from '@hono/zod-openapi';
import { answer } from '../http/bodies.ts';
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
    description: 'For autocomplete. Postcodes are found where the operator has imported them.',
    ...allow('publishable', 'secret', 'candidate'),
    request: { query: PlaceSearchQuery },
    responses: { 200: answer('Best first', PlaceSearchResult), ...problems() },
  });

  return createModule().openapi(searchPlaces, async (c) => {
    const { q, limit } = c.req.valid('query');
    return c.json(await places.search(q, limit), 200);
  });
}
