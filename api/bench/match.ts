// Speed of matching, on both databases, beside its floor: `SELECT 1` on the same connection, measured in between.
// usage: npm run bench:match -- [--candidates 25000] [--vacancies 2000] [--rounds 200]
import { parseArgs } from 'node:util';
import { startPostgres } from '../../scripts/postgres.ts';
import { connect, type Database } from '../src/db/connect.ts';
import { bundledEmbedder } from '../src/embedding/bundled.ts';
import { retrieveCandidates } from '../src/matching/retrieve.ts';
import { vacancySideOf } from '../src/matching/vacancy-side.ts';
import { createPartner } from '../src/partners/keys.ts';
import { seedPool } from '../src/pool/seed.ts';
import { prepare } from '../src/prepare.ts';
import { createProgress } from '../src/progress.ts';
import { startServer } from '../src/server.ts';
import { readVacancyRows } from '../src/vacancies/queries.ts';
import { p50p99, percentile } from './statistics.ts';

const { values } = parseArgs({
  options: {
    candidates: { type: 'string', default: '25000' },
    vacancies: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '200' },
  },
});
const candidates = Number(values.candidates);
const vacancies = Number(values.vacancies);
const rounds = Number(values.rounds);

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

const postgres = await startPostgres();
console.log(
  `\n${candidates} candidates, ${vacancies} vacancies, ${rounds} rounds; milliseconds, p50 / p99\n`,
);
const columns = [await measure('embedded (PGlite)', { NW_DATA: 'memory://', NW_CONNECTIONS: 1 })];
if ('skipped' in postgres) {
  console.log(`No real PostgreSQL: ${postgres.skipped}`);
} else {
  columns.push(
    await measure(`PostgreSQL ${postgres.version}`, {
      DATABASE_URL: postgres.url,
      NW_DATA: '',
      NW_CONNECTIONS: 1,
    }),
  );
  await postgres.stop();
}
print(columns);

type Timings = Map<string, number[]>;

async function measure(
  name: string,
  config: Parameters<typeof connect>[0],
): Promise<{ name: string; timings: Timings }> {
  const database = await connect(config);
  const embedder = bundledEmbedder();
  await prepare(database.sql, embedder, createProgress());
  await seedPool(database.sql, createProgress(), { candidates, vacancies });
  await database.sql`vacuum analyze`;
  const key = await createPartner(database.sql, { name: 'Bench', type: 'employer', origins: [] });
  const server = await startServer(database, embedder, { hostname: '127.0.0.1', port: 0 });
  const timings: Timings = new Map();
  for (let round = -10; round < rounds; round++) {
    // The first rounds warm up caches and prepared statements.
    await oneRound(database, server.url, key.secret, round + 10, round < 0 ? new Map() : timings);
  }
  await server.stop();
  return { name, timings };
}

async function oneRound(
  database: Database,
  url: string,
  key: string,
  round: number,
  timings: Timings,
): Promise<void> {
  const title = TITLES[round % TITLES.length]!;
  const place = { text: TOWNS[Math.floor(round / TITLES.length) % TOWNS.length]! };
  await time(timings, 'SELECT 1', () => database.sql`select 1`);
  const posted = await time(timings, 'post a vacancy (title, place), see 20 candidates: HTTP', async () => {
    const answer = await post(`${url}/v1/vacancies`, key, { title, place });
    if (answer.candidateMatches.items.length !== 20) throw new Error('expected 20 candidates');
    return answer;
  });
  const row = (await readVacancyRows(database.sql, [posted.vacancy.id])).get(posted.vacancy.id)!;
  const vacancy = { kind: row.kind, ...(await vacancySideOf(database.sql, row)) };
  await time(timings, 'retrieve 100 candidates: the statement alone', () =>
    retrieveCandidates(database.sql, vacancy, 100),
  );
  await time(timings, 'match vacancies for an anonymous profile: HTTP', () =>
    post(`${url}/v1/vacancy-matches`, key, { query: title, place }),
  );
  await time(timings, 'find an occupation: HTTP', async () => {
    const answer = await fetch(`${url}/v1/occupations?q=${title.slice(0, 4)}`, {
      headers: { Authorization: `Bearer ${key}` },
    });
    await answer.json();
  });
  await database.sql`delete from vacancies where id = ${row.id}`;
}

async function time<T>(timings: Timings, what: string, work: () => PromiseLike<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  timings.set(what, [...(timings.get(what) ?? []), performance.now() - start]);
  return result;
}

async function post(url: string, key: string, body: unknown) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { vacancy: { id: string }; candidateMatches: { items: unknown[] } };
}

function print(measured: { name: string; timings: Timings }[]): void {
  console.log(`| | ${measured.map(({ name }) => `${name} | × SELECT 1 |`).join(' ')}`);
  console.log(`|---|${measured.map(() => '---:|---:|').join('')}`);
  for (const what of measured[0]!.timings.keys()) {
    const cells = measured.map(({ timings }) => {
      const times = percentile(timings.get(what)!, 0.5) / percentile(timings.get('SELECT 1')!, 0.5);
      return `${p50p99(timings.get(what)!)} | ${times.toFixed(1)} |`;
    });
    console.log(`| ${what} | ${cells.join(' ')}`);
  }
}
