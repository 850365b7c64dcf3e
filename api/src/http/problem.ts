// Errors as RFC 9457 problem details: thrown anywhere, turned into one response here.
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Problem } from './schema.ts';

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
};

export type InputError = NonNullable<Problem['errors']>[number];

/** Thrown by any code that a request reaches; `toResponse` makes the answer. `detail` says what to do. */
export class ProblemError extends Error {
  readonly status: ContentfulStatusCode;
  readonly errors: InputError[] | undefined;
  readonly headers: Record<string, string>;

  constructor(
    status: ContentfulStatusCode,
    detail: string,
    options: { errors?: InputError[]; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.status = status;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }
}

/** 400 that names every mistake in the input. */
export function badInput(errors: InputError[]): ProblemError {
  const detail =
    errors.length === 1
      ? 'Correct the error below and send the request again.'
      : `Correct the ${errors.length} errors below and send the request again.`;
  return new ProblemError(400, detail, { errors });
}

/** The details that Hono's own exceptions do not carry. */
const HONO_DETAILS: Record<number, string> = {
  400: 'The body is not valid JSON. Check quotes, commas and brackets, and send UTF-8.',
  415: 'Send the body as application/json, and say so in Content-Type.',
};

/** Turns anything thrown into a problem response. What we did not foresee is logged under an id, and says nothing. */
export function toResponse(error: unknown, c: Context): Response {
  if (error instanceof ProblemError) {
    for (const [name, value] of Object.entries(error.headers)) c.header(name, value);
    return problem(c, error.status, error.message, { errors: error.errors });
  }
  if (error instanceof HTTPException) {
    return problem(c, error.status as ContentfulStatusCode, HONO_DETAILS[error.status] ?? error.message);
  }
  const instance = `urn:uuid:${crypto.randomUUID()}`;
  console.error(`${c.req.method} ${c.req.path} ${instance}\n${withoutData(error)}`);
  return problem(c, 500, 'Something failed on our side. Try again, and name the instance if you report it.', {
    instance,
  });
}

/** Where and why, for the log. Not the error as a whole: the database adds the row that it refused, names and all. */
function withoutData(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` (${error.code})` : '';
  return `${error.stack ?? error.message}${code}`;
}

function problem(
  c: Context,
  status: ContentfulStatusCode,
  detail: string,
  rest: { errors?: InputError[] | undefined; instance?: string } = {},
): Response {
  const body: Problem = { type: 'about:blank', status, title: TITLES[status] ?? 'Error', detail, ...rest };
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' });
}

const problemContent = { 'application/problem+json': { schema: Problem } };

/**
 * The error responses of a route, to spread into its declaration. Those that any route can give are always there.
 *
 * @example responses: { 200: …, ...problems(404) }
 */
export function problems<S extends number = never>(...statuses: S[]) {
  const all = [400, 401, 403, 406, 500, ...statuses] as const;
  return Object.fromEntries(
    all.map((status) => [status, { description: TITLES[status] ?? 'Error', content: problemContent }]),
  ) as Record<S | 400 | 401 | 403 | 406 | 500, { description: string; content: typeof problemContent }>;
}
