// What tests share: one prepared database, and requests as a partner's page, a partner's server or a person sends them.
import { randomUUID } from 'node:crypto';
import { after } from 'node:test';
import { createApp } from './app.ts';
import { connect, type Database, type Sql } from './db/connect.ts';
import { migrate } from './db/migrate.ts';
import { bundledEmbedder } from './embedding/bundled.ts';
import type { Embedder } from './embedding/embedder.ts';
import { createPartner } from './partners/keys.ts';
import { prepare } from './prepare.ts';
import { silent } from './progress.ts';
import { createServices } from './services.ts';
import { Contract } from './testing-contract.ts';

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers freely; the contract holds them to their schemas
  body: any;
}

interface CallOptions {
  /** A key or a token. */
  key?: string;
  /** The page's origin, when a browser sends the request. */
  origin?: string;
  /** Sent as JSON; a string is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** A request by someone in particular. */
export type Ask = (method: string, path: string, body?: unknown) => Promise<Answer>;

interface TestPartner {
  partnerId: string;
  publishable: string;
  secret: string;
  origin: string;
  /** With the secret key, from no page. */
  server: Ask;
  /** With the publishable key, from the partner's own page. */
  page: Ask;
  /** Signs a person up on the partner's page; consents to matching unless told. */
  signUp(profile?: object): Promise<{ id: string; token: string; answer: Answer; person: Ask }>;
}

let database: Promise<Database & { embedder: Embedder }> | undefined;
let api: ReturnType<typeof openApi> | undefined;

/** The database of this test run, which tests share. */
export function testDatabase(): Promise<Database & { embedder: Embedder }> {
  database ??= openDatabase();
  return database;
}

/**
 * A new database with our schema: on the server of DATABASE_URL, else in memory. `close` removes it. Tests never touch
 * the database that DATABASE_URL names: it may be somebody's.
 */
export async function newDatabase(): Promise<Database & { url: string | undefined }> {
  const server = process.env.DATABASE_URL;
  const created = server ? await createDatabase(server) : undefined;
  const opened = await connect({ DATABASE_URL: created?.url, NW_DATA: 'memory://', NW_CONNECTIONS: 10 });
  await migrate(opened.sql);
  return {
    ...opened,
    url: created?.url,
    async close() {
      await opened.close();
      await created?.drop();
    },
  };
}

async function createDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `nw_test_${randomUUID().replaceAll('-', '')}`;
  const { sql, close } = await connect({ DATABASE_URL: server, NW_DATA: '', NW_CONNECTIONS: 1 });
  await sql`create database ${sql(name)}`;
  const url = new URL(server);
  url.pathname = name;
  const drop = async () => {
    await sql`drop database ${sql(name)}`;
    await close();
  };
  return { url: url.href, drop };
}

/** The API on that database, with the starter taxonomy and all Dutch towns. Every answer is checked against the contract. */
export function testApi() {
  api ??= openApi();
  return api;
}

/** Consent as a page sends it. */
export const CONSENT = { profile: true, matching: true, textVersion: '2026-11' };

/** Removes all people and vacancies, for tests that count or rank. */
export async function emptyPool(sql: Sql): Promise<void> {
  await sql`delete from vacancies`;
  await sql`delete from candidates`;
}

async function openDatabase() {
  const opened = await newDatabase();
  // For tests that open a second connection to it.
  if (opened.url) process.env.DATABASE_URL = opened.url;
  return { ...opened, embedder: bundledEmbedder() };
}

async function openApi() {
  const { sql, ranker, embedder, kind } = await testDatabase();
  await prepare(sql, embedder, silent);
  const services = createServices(sql, embedder, ranker);
  const app = createApp(services);
  const contract = new Contract((await (await app.request('/v1/openapi.json')).json()) as object);

  async function call(
    method: string,
    path: string,
    { key, origin, body, headers = {} }: CallOptions = {},
  ): Promise<Answer> {
    const response = await app.request(path, {
      method,
      headers: {
        ...(key && { Authorization: `Bearer ${key}` }),
        ...(origin && { Origin: origin }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const answer = {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
    contract.check(method, path, answer.status, answer.headers.get('Content-Type'), answer.body);
    return answer;
  }

  async function newPartner({ origin = 'https://www.example.nl' } = {}): Promise<TestPartner> {
    const keys = await createPartner(sql, { name: 'Test', type: 'employer', origins: [origin] });
    const page: Ask = (method, path, body) => call(method, path, { key: keys.publishable, origin, body });
    return {
      ...keys,
      origin,
      page,
      server: (method, path, body) => call(method, path, { key: keys.secret, body }),
      async signUp(profile = {}) {
        const answer = await page('POST', '/v1/candidates', { consent: CONSENT, ...profile });
        const { candidate, token } = answer.body;
        return {
          id: candidate?.id,
          token,
          answer,
          person: (method, path, body) => call(method, path, { key: token, origin, body }),
        };
      },
    };
  }

  return { sql, ranker, embedder, kind, services, app, contract, call, newPartner };
}

/** All test files run in one process, one after another: the last hook to run closes. */
after(async () => {
  await (await database)?.close();
});

/** The labels of a made-up concept in every language, each in its own script, with an alternative each. */
export const labelsInAll = (nl: string) => ({
  nl: [nl, `${nl} doen`],
  en: [`${nl} en`, `${nl} en two`],
  de: [`${nl} de`, `${nl} de zwei`],
  tr: [`${nl} tr`, `${nl} tr iki`],
  uk: [`${nl} укр`, `${nl} укр два`],
  ru: [`${nl} рус`, `${nl} рус два`],
  ar: [`${nl} عرب`, `${nl} عرب اثنان`],
  fa: [`${nl} فارسی`, `${nl} فارسی دو`],
  ti: [`${nl} ትግ`, `${nl} ትግ ክልተ`],
});
