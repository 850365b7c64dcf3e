// Exact scan or HNSW: the nearest 20 candidates of a kind and within reach, both ways on a real PostgreSQL, with recall.
// usage: npm run bench:hnsw -- [--candidates 25000] [--rounds 200]
import { parseArgs } from 'node:util';
import { startPostgres } from '../../scripts/postgres.ts';
import { connect, type Sql } from '../src/db/connect.ts';
import { bundledEmbedder } from '../src/embedding/bundled.ts';
import { seedPool } from '../src/pool/seed.ts';
import { prepare } from '../src/prepare.ts';
import { createProgress } from '../src/progress.ts';
import { p50p99, percentile } from './statistics.ts';

const K = 20;
const { values } = parseArgs({
  options: { candidates: { type: 'string', default: '25000' }, rounds: { type: 'string', default: '200' } },
});
const rounds = Number(values.rounds);

const postgres = await startPostgres();
if ('skipped' in postgres) throw new Error(postgres.skipped);
const { sql, close } = await connect({ DATABASE_URL: postgres.url, NW_DATA: '', NW_CONNECTIONS: 1 });
await prepare(sql, bundledEmbedder(), createProgress());
await seedPool(sql, createProgress(), { candidates: Number(values.candidates) });
await sql`vacuum analyze`;
const queries = await sql<Query[]>`
  select kind, x, y, embedding::text from vacancy_match where embedding is not null order by md5(id::text) limit ${rounds}`;

interface Query {
  kind: string;
  x: number;
  y: number;
  embedding: string;
}

const floor: number[] = [];
const exact = await measure(sql);
await sql`
  create index on candidate_match using hnsw (embedding vector_ip_ops) with (m = 16, ef_construction = 64)`;
// With both the planner takes the squares, as it should.
await sql`drop index candidate_match_reach`;
await sql`vacuum analyze candidate_match`;
await sql.unsafe(`
  set enable_seqscan = off; set enable_bitmapscan = off; set plan_cache_mode = force_custom_plan;
  set hnsw.ef_search = 100; set hnsw.iterative_scan = relaxed_order; set hnsw.max_scan_tuples = 100000`);
const plan = await sql`explain ${nearest(sql, queries[0]!)}`;
if (!JSON.stringify(plan).includes('embedding_idx'))
  throw new Error('the planner did not take the HNSW index');
const hnsw = await measure(sql);

const recalls = exact.answers.map((ids, i) => {
  const found = new Set(hnsw.answers[i]);
  return ids.length === 0 ? 1 : ids.filter((id) => found.has(id)).length / ids.length;
});
const mean = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
const times = (numbers: number[]) => (percentile(numbers, 0.5) / percentile(floor, 0.5)).toFixed(1);
console.log(`
PostgreSQL ${postgres.version}, ${values.candidates} candidates, ${rounds} queries; milliseconds, p50 / p99

| | | × SELECT 1 | recall@${K} mean / worst |
|---|---:|---:|---:|
| SELECT 1 | ${p50p99(floor)} | 1.0 | |
| squares around people (GiST), then exact | ${p50p99(exact.times)} | ${times(exact.times)} | 1 / 1 |
| HNSW, iterative scan, ef_search 100 | ${p50p99(hnsw.times)} | ${times(hnsw.times)} | ${mean.toFixed(3)} / ${Math.min(...recalls).toFixed(2)} |`);
await close();
await postgres.stop();

function nearest(sql: Sql, { kind, x, y, embedding }: Query) {
  return sql<{ id: string }[]>`
    select id from candidate_match
    where ${kind} = any(kinds) and reach @> box(point(${x}, ${y}), point(${x}, ${y}))
    order by embedding <#> ${embedding}::vector limit ${K}`;
}

async function measure(sql: Sql): Promise<{ times: number[]; answers: string[][] }> {
  const times: number[] = [];
  const answers: string[][] = [];
  for (const query of queries) {
    const before = performance.now();
    await sql`select 1`;
    const start = performance.now();
    const rows = await nearest(sql, query);
    times.push(performance.now() - start);
    floor.push(start - before);
    answers.push(rows.map(({ id }) => id));
  }
  return { times, answers };
}
