// Speed of whole answers over HTTP, on the synthetic pool: both directions, posting a vacancy, and many clients at once.
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { connect } from '../../src/db/connect.ts';
import { bundledEmbedder } from '../../src/embedding/bundled.ts';
import { sortMatchTables } from '../../src/matching/retrieve-index.ts';
import { createPartner } from '../../src/partners/keys.ts';
import { seedPool } from '../../src/pool/seed.ts';
import { prepare } from '../../src/prepare.ts';
import { createProgress } from '../../src/progress.ts';
import { startServer } from '../../src/server.ts';
import { percentile } from '../statistics.ts';

export interface HttpFigure {
  what: string;
  /** ms */
  p50: number;
  p99: number;
  /** p50 as a multiple of SELECT 1 on a connection, and of the answer of GET /v1/health, which is a SELECT 1 over HTTP. */
  timesFloor: number;
  timesHealth: number;
  /** Answers a second, where many ask at once. */
  perSecond?: number;
}

const TITLES = [
  'Bakker',
  'Lasser',
  'Verpleegkundige',
  'Schoonmaker',
  'Vrachtwagenchauffeur',
  'Kok',
  'Magazijnmedewerker',
];
const TOWNS = ['Utrecht', 'Rotterdam', 'Zwolle', 'Eindhoven', 'Groningen', 'Maastricht', 'Middelburg'];
const CLIENTS = [8, 32];
/** The first answers warm up caches, prepared statements and the compiler, and the server finds alike skills meanwhile. */
const WARM_UP = 50;

type Config = Parameters<typeof connect>[0];

/**
 * @param config of an empty database, which is filled
 * @example await measureHttp({ NW_DATA: 'memory://', NW_CONNECTIONS: 1 }, { candidates: 25_000, vacancies: 2_000, rounds: 200 })
 */
export async function measureHttp(
  config: Config,
  { candidates, vacancies, rounds }: { candidates: number; vacancies: number; rounds: number },
): Promise<HttpFigure[]> {
  const database = await connect(config);
  const { sql } = database;
  const embedder = bundledEmbedder();
  await prepare(sql, embedder, createProgress());
  await seedPool(sql, createProgress(), { candidates, vacancies });
  await sortMatchTables(sql);
  await sql`vacuum analyze`;
  const { secret } = await createPartner(sql, { name: 'Bench', type: 'employer', origins: [] });
  const server = await startServer(database, embedder, { hostname: '127.0.0.1', port: 0 });
  const client = new Agent({ keepAlive: true });
  const ask = (method: string, path: string, body?: unknown) =>
    send(client, `${server.url}/v1${path}`, method, secret, body === undefined ? '' : JSON.stringify(body));
  const timings = new Map<string, number[]>();
  const time = async <T>(what: string, isCounted: boolean, work: () => PromiseLike<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    if (isCounted) timings.set(what, [...(timings.get(what) ?? []), performance.now() - start]);
    return result;
  };
  const full = (items: unknown[]) => {
    if (items.length !== 20) throw new Error(`expected a page of 20, not ${items.length}`);
  };

  for (let round = -WARM_UP; round < rounds; round++) {
    const i = round + WARM_UP;
    const counted = round >= 0;
    const title = TITLES[i % TITLES.length]!;
    const place = { text: TOWNS[Math.floor(i / TITLES.length) % TOWNS.length]! };
    await time(FLOOR, counted, () => sql`select 1`);
    await time(HEALTH, counted, () => ask('GET', '/health'));
    const { items } = JSON.parse(
      await time('vacancies for a profile: 20 with scores and reasons', counted, () =>
        ask('POST', '/vacancy-matches', { query: title, place }),
      ),
    );
    full(items);
    const posted = JSON.parse(
      await time('post a vacancy (title, place), see 20 candidates', counted, () =>
        ask('POST', '/vacancies', { title, place }),
      ),
    );
    full(posted.candidateMatches.items);
    const { id } = posted.vacancy;
    const found = JSON.parse(
      await time('candidates for a vacancy: 20 with scores and reasons', counted, () =>
        ask('GET', `/vacancies/${id}/candidate-matches`),
      ),
    );
    full(found.items);
    await time('what each requirement of a vacancy costs', counted, () =>
      ask('GET', `/vacancies/${id}/what-ifs`),
    );
    await sql`delete from vacancies where id = ${id}`;
  }
  const floor = percentile(timings.get(FLOOR)!, 0.5);
  const health = percentile(timings.get(HEALTH)!, 0.5);
  const figure = (what: string, times: number[]): HttpFigure => ({
    what,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    timesFloor: percentile(times, 0.5) / floor,
    timesHealth: percentile(times, 0.5) / health,
  });
  const figures = [...timings].map(([what, times]) => figure(what, times));

  for (const clients of CLIENTS) {
    for (const [what, one] of [
      ['GET /v1/health', () => ask('GET', '/health')],
      [
        'vacancies for a profile',
        (i: number) =>
          ask('POST', '/vacancy-matches', {
            query: TITLES[i % TITLES.length],
            place: { text: TOWNS[i % TOWNS.length] },
          }),
      ],
    ] as const) {
      const { times, perSecond } = await together(clients, rounds, one);
      figures.push({ ...figure(`${clients} clients at once: ${what}`, times), perSecond });
    }
  }
  client.destroy();
  await server.stop();
  return figures;
}

const FLOOR = 'SELECT 1';
const HEALTH = 'SELECT 1 over HTTP (GET /v1/health)';

/**
 * Client and server share a thread, so the client is the plainest that there is, and an answer counts as there when its last
 * byte is. @returns the body @throws Error for any status but 2xx
 */
async function send(
  agent: Agent,
  url: string,
  method: string,
  secret: string,
  body: string,
): Promise<string> {
  const type = body ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) } : {};
  const asked = request(url, { agent, method, headers: { Authorization: `Bearer ${secret}`, ...type } });
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const text = await readText(answer);
  if (answer.statusCode! >= 300) throw new Error(`${answer.statusCode} ${text}`);
  return text;
}

/** Every client asks its next question when it has its answer. */
async function together(
  clients: number,
  rounds: number,
  ask: (i: number) => Promise<unknown>,
): Promise<{ times: number[]; perSecond: number }> {
  const times: number[] = [];
  const total = Math.max(rounds, 4 * clients);
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < total) {
        const i = next++;
        const before = performance.now();
        await ask(i);
        times.push(performance.now() - before);
      }
    }),
  );
  return { times, perSecond: (1000 * total) / (performance.now() - start) };
}
