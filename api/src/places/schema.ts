// Public shapes of places: Dutch towns and, when imported, four-digit postcodes.
import { z } from '@hono/zod-openapi';
import { LimitQuery, Notice } from '../http/schema.ts';

export const Place = z
  .object({
    id: z.string().openapi({
      description: 'geonames:<number> for a town, pc4:<digits> for a postcode',
      example: 'geonames:2745912',
    }),
    kind: z.enum(['town', 'postcode']),
    name: z.string().openapi({ example: 'Utrecht' }),
    province: z.union([z.string(), z.null()]).openapi({ example: 'Utrecht' }),
    latitude: z.number().openapi({ description: 'Degrees north, WGS 84' }),
    longitude: z.number().openapi({ description: 'Degrees east, WGS 84' }),
  })
  .openapi('Place', { description: 'A Dutch town or a four-digit postcode' });
export type Place = z.infer<typeof Place>;

export const PlaceSearchResult = z
  .object({ items: z.array(Place), notices: z.array(Notice) })
  .openapi('PlaceSearchResult');

export const PlaceSearchQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .openapi({ description: 'Some letters of a town, or a postcode', example: 'Utr' }),
  limit: LimitQuery(10),
});

export const PlaceReference = z
  .union(
    [
      z.strictObject({
        id: z.string().regex(/^(geonames|pc4):\d{1,9}$/, 'Must be an id as the place search gives it'),
      }),
      z.strictObject({ text: z.string().trim().min(1).max(100) }),
    ],
    { error: 'Give either { "id": … } or { "text": … }' },
  )
  .openapi('PlaceReference', {
    description: 'A place by its id, or the name of a town or a postcode, which we look up',
    example: { text: 'Utrecht' },
  });
export type PlaceReference = z.infer<typeof PlaceReference>;
