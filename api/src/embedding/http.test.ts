// The HTTP embedder against a real server on this machine: batches, order, patience, and what is said when it goes wrong.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { type HttpOptions, httpEmbedder } from './http.ts';

interface Asked {
  path: string | undefined;
  key: string | undefined;
  body: { model: string; input: string[] };
  at: number;
}
type Reply = (response: ServerResponse, input: string[]) => void;

/** Vectors of three numbers: the length of the text decides the direction. */
const vectorOf = (text: string) => [text.length, 1, 0];
const answer: Reply = (response, input) => {
  const data = input.map((text, index) => ({ index, embedding: vectorOf(text) }));
  response.end(JSON.stringify({ object: 'list', data: data.reverse() }));
};
const refuse =
  (status: number, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(status, headers).end('{"error":{"message":"as you like it"}}');
const say =
  (body: unknown): Reply =>
  (response) =>
    response.end(JSON.stringify(body));

describe('an OpenAI-compatible endpoint', () => {
  const asked: Asked[] = [];
  /** How the next requests are answered; then as it should be. */
  let replies: Reply[] = [];
  let baseUrl: string;
  const server = createServer(async (request: IncomingMessage, response) => {
    const body = (await json(request)) as Asked['body'];
    asked.push({ path: request.url, key: request.headers.authorization, body, at: performance.now() });
    (replies.shift() ?? answer)(response, body.input);
  });
  before(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const open = async (options: Partial<HttpOptions> = {}) => {
    replies = [];
    const embedder = await httpEmbedder({ baseUrl, model: 'tiny', backoff: 1, ...options });
    asked.length = 0;
    return embedder;
  };

  test('gives vectors of length 1 in the order of the texts, whatever the order of the answer', async () => {
    const embedder = await open();
    const vectors = await embedder.embed(['a', 'four', '']);
    assert.equal(embedder.dimensions, 3);
    assert.deepEqual(vectors[0], Float32Array.from([Math.SQRT1_2, Math.SQRT1_2, 0]));
    assert.ok(Math.abs(vectors[1]![0]! - 4 / Math.sqrt(17)) < 1e-6);
    assert.deepEqual(vectors[2], new Float32Array(3), 'nothing said is zeros, and not asked');
    assert.deepEqual(asked[0]!.body.input, ['a', 'four']);
  });

  test('sends model, key and prefix, so many texts at a time', async () => {
    const embedder = await open({ baseUrl: `${baseUrl}/`, key: 'secret', prefix: 'query: ', batch: 2 });
    await embedder.embed(['een', 'twee', 'drie']);
    assert.deepEqual(
      asked.map(({ path, key, body }) => [path, key, body.model, body.input]),
      [
        ['/v1/embeddings', 'Bearer secret', 'tiny', ['query: een', 'query: twee']],
        ['/v1/embeddings', 'Bearer secret', 'tiny', ['query: drie']],
      ],
    );
  });

  test('another prefix or model is another embedder', async () => {
    const ids = [await open(), await open({ prefix: 'query: ' }), await open({ model: 'large' })].map(
      ({ id }) => id,
    );
    assert.equal(new Set(ids).size, 3);
  });

  test('comes back after 429 when the server said, and after 5xx', async () => {
    const embedder = await open();
    replies = [refuse(429, { 'Retry-After': '1' }), refuse(503)];
    const [vector] = await embedder.embed(['bakker']);
    assert.equal(vector!.length, 3);
    assert.equal(asked.length, 3);
    assert.ok(asked[1]!.at - asked[0]!.at >= 990, 'the second attempt waits as long as the server asked');
    assert.ok(asked[2]!.at - asked[1]!.at < 500, 'the third by its own measure');
  });

  test('gives up after so many attempts, with what the server said', async () => {
    const embedder = await open({ attempts: 2 });
    replies = [refuse(500), refuse(500), refuse(500)];
    await assert.rejects(embedder.embed(['bakker']), /\/v1\/embeddings answered 500: .*as you like it/);
    assert.equal(asked.length, 2);
  });

  test('does not come back after a refusal that will not change', async () => {
    const embedder = await open();
    replies = [refuse(401)];
    await assert.rejects(embedder.embed(['bakker']), /answered 401/);
    assert.equal(asked.length, 1);
  });

  test('does not wait for an answer for ever, and tries again', async () => {
    const embedder = await open({ timeout: 50, attempts: 2 });
    replies = [() => {}];
    assert.equal((await embedder.embed(['bakker'])).length, 1);
    replies = [() => {}, () => {}];
    await assert.rejects(embedder.embed(['bakker']), /took longer than 50 ms/);
  });

  test('refuses too few vectors, wrong numbers, other dimensions, and what are no embeddings', async () => {
    const embedder = await open();
    const [embedding, other] = [
      [1, 0, 0],
      [1, 0],
    ];
    for (const [reply, message] of [
      [say({ data: [{ index: 0, embedding }] }), /1 vectors for 2 texts/],
      [say({ data: [0, 1, 2].map((index) => ({ index, embedding })) }), /3 vectors for 2 texts/],
      [say({ data: [0, 0].map((index) => ({ index, embedding })) }), /numbered them wrongly/],
      [say({ data: [0, 1].map((index) => ({ index, embedding: other })) }), /2 dimensions, and 3 before/],
      [say({ object: 'list' }), /did not answer with embeddings/],
      [(response: ServerResponse) => response.end('<html>'), /did not answer with embeddings: <html>/],
    ] as [Reply, RegExp][]) {
      replies = [reply];
      await assert.rejects(embedder.embed(['een', 'twee']), message);
    }
  });

  test('is not there: the start says so', async () => {
    await assert.rejects(
      httpEmbedder({ baseUrl: 'http://127.0.0.1:1/v1', model: 'tiny', attempts: 1 }),
      /http:\/\/127\.0\.0\.1:1\/v1\/embeddings did not answer/,
    );
  });
});
