// Declarations of JSON bodies: what a route takes, and its good answers with the headers that every answer carries.
import type { z } from '@hono/zod-openapi';
import { API_VERSION } from './document.ts';

export const VERSION_HEADER = {
  'API-Version': {
    description: 'Full version of the API',
    schema: { type: 'string', example: API_VERSION },
  },
} as const;
const LOCATION_HEADER = {
  Location: {
    description: 'Path of what was made',
    schema: { type: 'string', example: '/v1/vacancies/0f9d2c1e-6f0a-4c57-9a53-2f7c8f1f4b1e' },
  },
} as const;

/** @example request: { body: jsonBody(VacancyInput) } */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } };
}

/** @example responses: { 200: answer('The profile', Candidate), ...problems(404) } */
export function answer<S extends z.ZodType>(description: string, schema: S) {
  return { description, headers: VERSION_HEADER, content: { 'application/json': { schema } } };
}

/** For 201: the address of the new resource stands in `Location`. */
export function created<S extends z.ZodType>(description: string, schema: S) {
  return { ...answer(description, schema), headers: { ...VERSION_HEADER, ...LOCATION_HEADER } };
}
