// Refuses text that PostgreSQL cannot keep: the character NUL, and halves of a surrogate pair.
import { createMiddleware } from 'hono/factory';
import { ProblemError } from './problem.ts';

const UNKEEPABLE = /[\0\p{Surrogate}]/u;

export const onlyKeepableText = createMiddleware(async (c, next) => {
  if (c.req.raw.body && hasUnkeepableText(await c.req.text())) {
    throw new ProblemError(
      400,
      'A text in the body holds the character NUL or half a surrogate pair. Remove it and send the request again.',
    );
  }
  await next();
});

/** False for what is no JSON: the validation of the route says so. */
function hasUnkeepableText(json: string): boolean {
  let found = false;
  try {
    JSON.parse(json, (_, value) => {
      found ||= typeof value === 'string' && UNKEEPABLE.test(value);
    });
  } catch {}
  return found;
}
