// One class per kind of failure, so that `catch` can tell them apart with instanceof.
import type { Problem } from './generated/schema.ts';

/** The API answered with a problem (RFC 9457). `problem.errors` lists everything that is wrong with the input. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.title}: ${problem.detail}`);
    this.name = new.target.name;
    this.status = problem.status;
    this.problem = problem;
  }
}

/** 400: correct the input; every mistake stands in `problem.errors`. */
export class BadRequestError extends ApiError {}
/** 401: the key or token is missing, wrong, revoked or expired. */
export class AuthenticationError extends ApiError {}
/** 403: the key is good, but may not do this, or not from this origin. */
export class PermissionError extends ApiError {}
/** 404: it does not exist, or not for this key. */
export class NotFoundError extends ApiError {}
/** 409: it is in a state that does not allow this. */
export class ConflictError extends ApiError {}
/** 413: send less at a time. */
export class ContentTooLargeError extends ApiError {}
/** 500 and above: our fault; try again later. */
export class ServerError extends ApiError {}
/** No answer came: offline, a wrong address, or a page whose origin the key does not name (CORS). */
export class ConnectionError extends Error {
  constructor(cause: unknown) {
    super('The API could not be reached. Check the connection, the address, and the origins of the key.', {
      cause,
    });
    this.name = 'ConnectionError';
  }
}

const BY_STATUS: Record<number, typeof ApiError> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  413: ContentTooLargeError,
};

/** @returns the error for a response that is not a success; one without a problem body (a proxy's) gets one */
export function toError(response: Response, body: unknown): ApiError {
  const problem: Problem = isProblem(body)
    ? body
    : {
        type: 'about:blank',
        status: response.status,
        title: response.statusText || 'Error',
        detail: 'The answer did not come from the API itself; a proxy may stand between.',
      };
  const ErrorClass = BY_STATUS[response.status] ?? (response.status >= 500 ? ServerError : ApiError);
  return new ErrorClass(problem);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'status' in body && 'detail' in body;
}
