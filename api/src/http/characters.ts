// Refuses text that cannot be kept as it was sent: what is not UTF-8, the character NUL, halves of a surrogate pair.
import { createMiddleware } from 'hono/factory';
import { ProblemError } from './problem.ts';

const UNKEEPABLE = /[\0\p{Surrogate}]/u;

export const onlyKeepableText = createMiddleware(async (c, next) => {
  if (c.req.raw.body && hasUnkeepableText(utf8(await c.req.arrayBuffer()))) {
    throw new ProblemError(
      400,
      'A text in the body holds the character NUL or half a surrogate pair. Remove it and send the request again.',
    );
  }
  await next();
});

/** Decoding without a check would put � in the place of letters, in names too. */
function utf8(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError(400, 'The body is not UTF-8. Encode it as UTF-8 and send the request again.');
  }
}

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
