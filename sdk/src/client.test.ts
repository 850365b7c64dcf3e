// The client against a small server that answers as it is told: requests, errors, and ending a request.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  type ClientOptions,
  ConflictError,
  ConnectionError,
  ContentTooLargeError,
  NederlandWerkt,
  NotFoundError,
  PermissionError,
  ServerError,
} from './index.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
let handle: Handler;
const server = createServer((request, response) => handle(request, response));
let baseUrl: string;

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const client = (options: Partial<ClientOptions> = {}) =>
  new NederlandWerkt({ key: 'nw_pk_test', baseUrl, ...options });

/** Answers everything with one status and body. */
const answering =
  (status: number, body: unknown, type = 'application/json'): Handler =>
  (_, response) => {
    response.writeHead(status, { 'Content-Type': type });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
const problem = (status: number) => ({ type: 'about:blank', status, title: 'Title', detail: 'What to do.' });

/** Remembers the last request, and answers with an empty object. */
function remembering(): { method?: string; url?: string; key?: string; body?: unknown } {
  const seen: ReturnType<typeof remembering> = {};
  handle = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    Object.assign(seen, {
      method: request.method,
      url: request.url,
      key: request.headers.authorization,
      body: text ? JSON.parse(text) : undefined,
    });
    answering(200, {})(request, response);
  };
  return seen;
}

describe('a request', () => {
  test('carries the key, and the words as they were written', async () => {
    const seen = remembering();
    await client().occupations.search('خباز & co');
    const url = new URL(seen.url!, baseUrl);
    assert.deepEqual(
      [seen.method, url.pathname, url.searchParams.get('q')],
      ['GET', '/v1/occupations', 'خباز & co'],
    );
    assert.equal(seen.key, 'Bearer nw_pk_test');
  });

  test('speaks the language of the client, unless the call names another', async () => {
    const seen = remembering();
    const speaking = client({ language: 'uk' });
    const language = () => new URL(seen.url!, baseUrl).searchParams.get('language');
    await speaking.occupations.get('baker');
    assert.equal(language(), 'uk');
    await speaking.occupations.get('baker', { language: 'ar' });
    assert.equal(language(), 'ar');
    await speaking.vacancyMatches.find({ query: 'пекар' });
    assert.deepEqual(seen.body, { query: 'пекар', language: 'uk' });
    await client().occupations.get('baker');
    assert.equal(language(), null);
  });

  test('asks for the way to an occupation, and for what a requirement costs', async () => {
    const seen = remembering();
    const speaking = client({ language: 'uk' });
    const asked = () => [seen.method, seen.url, seen.body];
    const wish = { text: 'аптекар' };
    await speaking.unlockPaths.create({ wish, licences: ['B'] });
    assert.deepEqual(asked(), ['POST', '/v1/unlock-paths', { wish, licences: ['B'], language: 'uk' }]);
    await speaking.candidates.unlockPath('one', wish);
    assert.deepEqual(asked(), ['POST', '/v1/candidates/one/unlock-paths?language=uk', { wish }]);
    await speaking.vacancies.whatIf('two', { language: 'nl' });
    assert.deepEqual(asked(), ['GET', '/v1/vacancies/two/what-ifs?language=nl', undefined]);
  });

  test('writes an id into the path so that it stays one part of it', async () => {
    const seen = remembering();
    await client().candidates.get('../vacancies?x=1');
    assert.ok(!new URL(seen.url!, baseUrl).pathname.startsWith('/v1/vacancies'));
  });

  test('goes through the fetch that was given', async () => {
    let asked = '';
    const fetch = async (input: RequestInfo | URL) => {
      asked = (input as Request).url;
      return Response.json({ items: [], notices: [] });
    };
    assert.deepEqual(
      (await client({ fetch: fetch as typeof globalThis.fetch }).places.search('Utr')).items,
      [],
    );
    assert.match(asked, /\/v1\/places\?q=Utr$/);
  });

  test('cannot be made without a key', () => {
    assert.throws(() => client({ key: '' }), /key is required/);
  });
});

describe('an answer that is a problem', () => {
  for (const [status, ErrorClass] of [
    [400, BadRequestError],
    [401, AuthenticationError],
    [403, PermissionError],
    [404, NotFoundError],
    [409, ConflictError],
    [413, ContentTooLargeError],
    [415, ApiError],
    [500, ServerError],
    [503, ServerError],
  ] as const) {
    test(`with status ${status} is a ${ErrorClass.name}`, async () => {
      handle = answering(status, problem(status), 'application/problem+json');
      await assert.rejects(client().skills.search('brood'), (error: ApiError) => {
        assert.ok(error instanceof ErrorClass && error instanceof ApiError);
        assert.deepEqual(
          [error.name, error.status, error.problem],
          [ErrorClass.name, status, problem(status)],
        );
        assert.equal(error.message, `${status} Title: What to do.`);
        return true;
      });
    });
  }

  test('carries all mistakes of the input', async () => {
    const errors = [{ in: 'body', pointer: '#/title', detail: 'Too short' }];
    handle = answering(400, { ...problem(400), errors }, 'application/problem+json');
    await assert.rejects(
      client().vacancies.create({ title: '', place: { text: 'x' } }),
      (error: BadRequestError) => {
        assert.deepEqual(error.problem.errors, errors);
        return true;
      },
    );
  });

  test('of a proxy in between is told as such', async () => {
    for (const body of ['<h1>Bad gateway</h1>', '', '[]', 'null']) {
      handle = answering(502, body, 'text/html');
      await assert.rejects(client().places.search('Utr'), (error: ServerError) => {
        assert.ok(error instanceof ServerError);
        assert.equal(error.problem.status, 502);
        assert.match(error.problem.detail, /proxy/);
        return true;
      });
    }
  });
});

describe('no answer', () => {
  test('is a ConnectionError when nobody listens', async () => {
    const spare = createServer().listen(0, '127.0.0.1');
    await once(spare, 'listening');
    const { port } = spare.address() as AddressInfo;
    spare.close();
    await once(spare, 'close');
    await assert.rejects(
      client({ baseUrl: `http://127.0.0.1:${port}` }).places.search('Utr'),
      (error: ConnectionError) => {
        assert.ok(error instanceof ConnectionError);
        assert.match(error.message, /could not be reached/);
        assert.ok(error.cause);
        return true;
      },
    );
  });

  test('is a ConnectionError when the answer breaks off', async () => {
    handle = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
      response.write('{"items": [');
      setImmediate(() => response.destroy());
    };
    await assert.rejects(client().places.search('Utr'), ConnectionError);
  });

  test('is the reason of the caller when the caller ended the request', async () => {
    handle = () => {};
    const ended = AbortSignal.abort();
    await assert.rejects(client().places.search('Utr', { signal: ended }), { name: 'AbortError' });

    const controller = new AbortController();
    const pending = client().vacancyMatches.find({}, { signal: controller.signal });
    controller.abort(new RangeError('the visitor typed on'));
    await assert.rejects(pending, /the visitor typed on/);

    const late = client().candidates.get('x', { signal: AbortSignal.timeout(1) });
    await assert.rejects(late, { name: 'TimeoutError' });
  });
});
