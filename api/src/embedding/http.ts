// An embedder behind an HTTP endpoint that speaks as OpenAI's `POST /embeddings` does: hosted, or a server of your own.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type Embedder, inBatches } from './embedder.ts';
import { normalize } from './vector.ts';

export interface HttpOptions {
  /** Such as https://api.openai.com/v1; `/embeddings` is put behind it. */
  baseUrl: string;
  model: string;
  /** Sent as a bearer token. */
  key?: string;
  /** Stands before every text. */
  prefix?: string;
  /** Texts per request. */
  batch?: number;
  /** How long one request may take, in ms. */
  timeout?: number;
  /** How often a request is tried that was answered by 429 or 5xx, or not at all. */
  attempts?: number;
  /** Wait before the second attempt, in ms; it doubles with each further one. */
  backoff?: number;
}

/** A server may ask for more than we are ready to wait. */
const LONGEST_WAIT_MS = 60_000;

const Answer = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1) })),
});

/** What may be better a moment later. */
class Passing extends Error {
  readonly waitMs: number | undefined;
  constructor(message: string, { waitMs, cause }: { waitMs?: number; cause?: unknown } = {}) {
    super(message, { cause });
    this.waitMs = waitMs;
  }
}

/**
 * Asks for one vector at once, to learn the dimensions and to find a wrong address or key early.
 *
 * @throws Error that names the endpoint and says what was wrong with its answer
 * @example const embedder = await httpEmbedder({ baseUrl: 'http://127.0.0.1:8080/v1', model: 'bge-m3' });
 */
export async function httpEmbedder(options: HttpOptions): Promise<Embedder> {
  const { baseUrl, model, prefix = '', batch = 128 } = options;
  const url = `${baseUrl.replace(/\/+$/, '')}/embeddings`;
  const ask = (texts: string[]) =>
    askPatiently(
      url,
      options,
      texts.map((text) => prefix + text),
    );
  const [probe] = await ask(['a']);
  const dimensions = probe!.length;
  return {
    id: `openai:${baseUrl}#${model}${prefix && ` "${prefix}"`}`,
    dimensions,
    embed: (texts) =>
      inBatches(texts, { batch, dimensions }, async (texts) => {
        const vectors = await ask(texts);
        const other = vectors.find(({ length }) => length !== dimensions);
        if (other) throw new Error(`${url} gave ${other.length} dimensions, and ${dimensions} before`);
        return vectors;
      }),
  };
}

async function askPatiently(url: string, options: HttpOptions, input: string[]): Promise<Float32Array[]> {
  const { attempts = 5, backoff = 500 } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await askOnce(url, options, input);
    } catch (error) {
      if (!(error instanceof Passing) || attempt >= attempts) throw error;
      // Spread out, so that copies of the API that failed together do not come back together.
      const own = backoff * 2 ** (attempt - 1) * (0.5 + Math.random());
      await wait(Math.min(error.waitMs ?? own, LONGEST_WAIT_MS));
    }
  }
}

async function askOnce(
  url: string,
  { model, key, timeout = 30_000 }: HttpOptions,
  input: string[],
): Promise<Float32Array[]> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(key && { Authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, input, encoding_format: 'float' }),
      signal: AbortSignal.timeout(timeout),
    });
    text = await response.text();
  } catch (cause) {
    const isLate = (cause as Error).name === 'TimeoutError';
    throw new Passing(isLate ? `${url} took longer than ${timeout} ms` : `${url} did not answer`, { cause });
  }
  if (!response.ok) {
    const message = `${url} answered ${response.status}: ${text.slice(0, 300)}`;
    const isPassing = response.status === 429 || response.status >= 500;
    throw isPassing ? new Passing(message, { waitMs: retryAfter(response) }) : new Error(message);
  }
  return readVectors(url, text, input.length);
}

/** Seconds or a date, as HTTP allows. @returns ms, undefined when the server did not say */
function retryAfter(response: Response): number | undefined {
  const header = response.headers.get('Retry-After');
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** @returns in the order of the texts, whatever the order of the answer */
function readVectors(url: string, text: string, count: number): Float32Array[] {
  const parsed = Answer.safeParse(parseJson(text));
  if (!parsed.success) throw new Error(`${url} did not answer with embeddings: ${text.slice(0, 300)}`);
  const { data } = parsed.data;
  const vectors: Float32Array[] = [];
  for (const { index, embedding } of data) vectors[index] = normalize(Float32Array.from(embedding));
  const isComplete =
    data.length === count && vectors.length === count && !vectors.includes(undefined as never);
  if (!isComplete)
    throw new Error(`${url} gave ${data.length} vectors for ${count} texts, or numbered them wrongly`);
  return vectors;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
