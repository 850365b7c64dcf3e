// Speed and recall of retrieval's statements in one database, beside SELECT 1, plain code and hnswlib on the same rows.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Sql } from '../../src/db/connect.ts';
import { LICENCES, VACANCY_KINDS } from '../../src/http/schema.ts';
import {
  type PersonQuery,
  type RetrievedPage,
  retrieveCandidates,
  retrieveVacancies,
  type VacancyQuery,
  type Way,
} from '../../src/matching/retrieve.ts';
import { tuneVectorIndex } from '../../src/matching/retrieve-index.ts';
import { createRandom } from '../../src/training/random.ts';
import { percentile } from '../statistics.ts';
import { bestCandidates, bestVacancies, type Found, mostSimilar, vectorOf } from './brute-force.ts';
import { type Columns, isZero, makePool, readWorld, type World, writePool } from './pool.ts';

export interface Figure {
  what: string;
  /** ms */
  p50: number;
  p99: number;
  /** p50 as a multiple of the p50 of SELECT 1, asked in between on the same connection. */
  timesFloor: number;
  /** Of the best 20 of an exact scan, the share that was found; mean. */
  recall?: number;
  /** Share of the pool that meets the conditions; median. */
  share?: number;
}

export interface SqlBench {
  figures: Figure[];
  candidates: Columns;
  vacancies: Columns;
}

const K = 20;
const AS_SERVED = 100;
/** Vacancies per candidate, as in the pool of the demo. */
const VACANCIES_PER_CANDIDATE = 0.08;
/** Below what the product takes, for a tenth of a pool has no vector. */
const WORTH_AN_INDEX = 200_000;
/** Shares of the pool that a filter may pass to count as one that passes 1 %, and so on. */
const SHARES = { '1 %': [0.004, 0.02], '10 %': [0.04, 0.2], '100 %': [0.5, 1] } as const;
type Share = keyof typeof SHARES;

/**
 * Fills the match tables of a prepared database, which nobody else may use, and measures.
 *
 * @param sql with one connection: SELECT 1 and the statements must share it
 * @param options `rounds`: questions of each sort; `indexes`: HNSW in the database and hnswlib beside it, minutes to build
 *   for 250,000 rows
 * @example const { figures } = await measureSql(database.sql, { size: 25_000, rounds: 200 });
 */
export async function measureSql(
  sql: Sql,
  options: {
    size: number;
    rounds: number;
    indexes?: boolean;
    onStep?: (what: string) => void;
  },
): Promise<SqlBench> {
  const { size, rounds, indexes = true, onStep = () => {} } = options;
  const world = await readWorld(sql);
  onStep('making the pool');
  const candidates = makePool(world, 'candidate', size, 1);
  const vacancies = makePool(world, 'vacancy', Math.round(size * VACANCIES_PER_CANDIDATE), 2);
  await writePool(sql, 'candidate', candidates);
  await writePool(sql, 'vacancy', vacancies);
  if (indexes) onStep('index of vectors');
  const hasIndex = indexes && (await tuneVectorIndex(sql, WORTH_AN_INDEX)).includes('candidate');

  const figures: Figure[] = [];
  const floor: number[] = [];
  const add = (figure: Figure) => {
    figures.push(figure);
    onStep(figure.what);
  };
  for (const share of Object.keys(SHARES) as Share[]) {
    const asked = candidateQuestions(world, candidates, share, rounds);
    const ask = (limit: number, way?: Way) => (query: VacancyQuery) =>
      retrieveCandidates(sql, query, limit, { way, full: K });
    for (const [what, limit, way] of [
      [`candidates, ${share}: top ${K}`, K, undefined],
      [`candidates, ${share}: top ${AS_SERVED}, as served`, AS_SERVED, undefined],
      // Both ways where there are two.
      ...(hasIndex
        ? ([
            [`candidates, ${share}: top ${K}, all compared`, K, 'exact'],
            [`candidates, ${share}: top ${K}, HNSW`, K, 'index'],
          ] as const)
        : []),
    ] as const) {
      add({ what, ...(await time(sql, floor, asked, ask(limit, way), candidates)) });
    }
    add({
      what: `candidates, ${share}: plain code, top ${K}`,
      ...timeCode(floor, asked, (query) => bestCandidates(candidates, query, K)),
    });
  }
  if (hasIndex) {
    for (const [name, way] of [
      ['all compared', 'exact'],
      ['HNSW', 'index'],
    ] as const) {
      const asked = against(world, candidates, rounds);
      add({
        what: `candidates, a must-have that goes against the vector: top ${K}, ${name}`,
        ...(await time(sql, floor, asked, (query) => retrieveCandidates(sql, query, K, { way }), candidates)),
      });
    }
  }
  for (const share of Object.keys(SHARES) as Share[]) {
    const asked = vacancyQuestions(world, vacancies, share, rounds);
    for (const limit of [K, AS_SERVED]) {
      add({
        what: `vacancies, ${share}: top ${limit}${limit === K ? '' : ', as served'}`,
        ...(await time(
          sql,
          floor,
          asked,
          (query) => retrieveVacancies(sql, query, limit, { full: K }),
          vacancies,
        )),
      });
    }
    add({
      what: `vacancies, ${share}: plain code, top ${K}`,
      ...timeCode(floor, asked, (query) => bestVacancies(vacancies, query, K)),
    });
  }
  if (indexes) {
    onStep('hnswlib-node adds the same vectors');
    const library = await timeHnswlib(candidates, floor, rounds);
    if (library) add({ what: `hnswlib-node, no filter, top ${K}`, ...library });
  }
  figures.unshift({
    what: 'SELECT 1',
    p50: percentile(floor, 0.5),
    p99: percentile(floor, 0.99),
    timesFloor: 1,
  });
  // Settled last: what was measured later has more of the floor to compare with.
  for (const figure of figures) figure.timesFloor = figure.p50 / percentile(floor, 0.5);
  return { figures, candidates, vacancies };
}

interface Question<Query> {
  query: Query;
  exact: Found;
}

async function time<Query>(
  sql: Sql,
  floor: number[],
  questions: Question<Query>[],
  ask: (query: Query) => Promise<RetrievedPage>,
  pool: Columns,
): Promise<Omit<Figure, 'what'>> {
  const times: number[] = [];
  const recalls: number[] = [];
  const rowOf = new Map(pool.ids.map((id, row) => [id, row]));
  // The first of each connection are parsed and planned.
  for (const { query } of questions.slice(0, 8)) await ask(query);
  for (const { query, exact } of questions) {
    const before = performance.now();
    await sql`select 1`;
    const start = performance.now();
    const page = await ask(query);
    times.push(performance.now() - start);
    floor.push(start - before);
    recalls.push(recallOf(page, exact, rowOf));
  }
  return {
    ...percentiles(times, floor),
    recall: mean(recalls),
    share: percentile(
      questions.map(({ exact }) => exact.total / pool.size),
      0.5,
    ),
  };
}

function timeCode<Query>(
  floor: number[],
  questions: Question<Query>[],
  ask: (query: Query) => Found,
): Omit<Figure, 'what'> {
  const times = questions.map(({ query }) => {
    const start = performance.now();
    ask(query);
    return performance.now() - start;
  });
  return percentiles(times, floor);
}

/** Of the exact best those that were found; a row as good as the last of them counts too: halfvec keeps three digits. */
function recallOf({ hits }: RetrievedPage, exact: Found, rowOf: Map<string, number>): number {
  const wanted = exact.rows.slice(0, K);
  if (wanted.length === 0) return 1;
  const found = new Set(hits.slice(0, K).map(({ id }) => rowOf.get(id)!));
  const last = exact.promises[wanted.length - 1]!;
  const near = exact.rows.filter(
    (row, i) => i >= wanted.length && exact.promises[i]! > last - 2e-3 && found.has(row),
  );
  const hit = wanted.filter((row) => found.has(row)).length;
  return Math.min(1, (hit + near.length) / wanted.length);
}

const percentiles = (times: number[], floor: number[]) => ({
  p50: percentile(times, 0.5),
  p99: percentile(times, 0.99),
  timesFloor: percentile(times, 0.5) / percentile(floor, 0.5),
});
const mean = (numbers: number[]) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;

/** Some more than K, so that equals of the last are known. */
const EXACT = K + 20;

/** Vacancies that ask as much as their share says, each with its exact answer. */
function candidateQuestions(
  world: World,
  pool: Columns,
  share: Share,
  rounds: number,
): Question<VacancyQuery>[] {
  const fresh = makePool(world, 'vacancy', Math.min(20 * rounds, 20_000), 3);
  return pick(fresh, share, pool.size, rounds, (row) => {
    const asked: VacancyQuery = {
      kind: 'job',
      vector: vectorOf(fresh, row),
      position: { x: fresh.x[row]!, y: fresh.y[row]! },
      licences: codesOf(fresh.licences[row]!, LICENCES),
      mustHaves: [],
      ...hoursOf(fresh, row),
      languages: new Map(fresh.dutch[row]! > 0 ? [['nl', fresh.dutch[row]!]] : []),
    };
    const open = { licences: [], hoursMin: null, hoursMax: null, languages: new Map() };
    const query: VacancyQuery =
      share === '1 %' ? asked : { ...asked, ...open, ...(share === '100 %' ? { position: undefined } : {}) };
    return { query, exact: bestCandidates(pool, query, EXACT) };
  });
}

/** People who can do as many vacancies as the share says. */
function vacancyQuestions(
  world: World,
  pool: Columns,
  share: Share,
  rounds: number,
): Question<PersonQuery>[] {
  const fresh = makePool(world, 'candidate', Math.min(20 * rounds, 20_000), 4);
  return pick(fresh, share, pool.size, rounds, (row) => {
    const told = fresh.dutch[row]!;
    const asked: PersonQuery = {
      kinds: VACANCY_KINDS,
      vector: vectorOf(fresh, row),
      places: Number.isNaN(fresh.x[row]!) ? [] : [{ x: fresh.x[row]!, y: fresh.y[row]! }],
      maxDistanceKm: fresh.maxDistanceKm[row]!,
      licences: codesOf(fresh.licences[row]!, LICENCES),
      skills: [...fresh.skills[row]!],
      ...hoursOf(fresh, row),
      languages: told === 7 ? undefined : new Map([['nl', told]]),
    };
    const able = { licences: LICENCES, languages: undefined, hoursMin: null, hoursMax: null };
    const query: PersonQuery =
      share === '1 %'
        ? asked
        : { ...asked, ...able, ...(share === '100 %' ? { places: [] } : { maxDistanceKm: 60 }) };
    return { query, exact: bestVacancies(pool, query, EXACT) };
  });
}

/** A skill that few have who are alike: those who meet the condition are far from the vector. */
function against(world: World, pool: Columns, rounds: number): Question<VacancyQuery>[] {
  const random = createRandom(5);
  const { occupations } = world;
  const one = () => occupations[Math.floor(random() * occupations.length)]!;
  return Array.from({ length: rounds }, () => {
    const [wanted, other] = [one(), one()];
    const query: VacancyQuery = {
      kind: 'job',
      vector: world.vectors.get(wanted.id)!,
      position: undefined,
      licences: [],
      mustHaves: other.skills.slice(0, 1),
      hoursMin: null,
      hoursMax: null,
      languages: new Map(),
    };
    return { query, exact: bestCandidates(pool, query, EXACT) };
  });
}

/** The first questions whose filter passes the share of the pool, in a mixed order of places. */
function pick<Query>(
  fresh: Columns,
  share: Share,
  size: number,
  rounds: number,
  make: (row: number) => Question<Query>,
): Question<Query>[] {
  const [least, most] = SHARES[share];
  const questions: Question<Query>[] = [];
  const rows = Array.from({ length: fresh.size }, (_, row) => row).sort((a, b) =>
    fresh.ids[a]! < fresh.ids[b]! ? -1 : 1,
  );
  for (const row of rows) {
    if (questions.length === rounds) break;
    if (isZero(vectorOf(fresh, row))) continue;
    const question = make(row);
    const passed = question.exact.total / size;
    if (passed >= least && passed <= most) questions.push(question);
  }
  if (questions.length === 0) throw new Error(`no question of this pool passes ${share}; take a larger pool`);
  return questions;
}

const codesOf = <Code extends string>(mask: number, known: readonly Code[]): Code[] =>
  known.filter((_, bit) => mask & (1 << bit));

const hoursOf = (pool: Columns, row: number) => ({
  hoursMin: pool.hoursMin[row] || null,
  hoursMax: pool.hoursMax[row] === 168 ? null : pool.hoursMax[row]!,
});

/** @returns undefined where the library is not installed */
async function timeHnswlib(
  pool: Columns,
  floor: number[],
  rounds: number,
): Promise<Omit<Figure, 'what'> | undefined> {
  const library = await import(await hnswlibPath()).catch(() => undefined);
  if (!library) return undefined;
  const { HierarchicalNSW } = library.default ?? library;
  const index = new HierarchicalNSW('ip', pool.dimensions);
  index.initIndex(pool.size, 16, 64, 1);
  for (let row = 0; row < pool.size; row++) {
    const vector = vectorOf(pool, row);
    if (!isZero(vector)) index.addPoint(Array.from(vector), row);
  }
  index.setEf(100);
  const times: number[] = [];
  const recalls: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const vector = vectorOf(pool, Math.floor((i * pool.size) / rounds));
    if (isZero(vector)) continue;
    const wanted = mostSimilar(pool, vector, K).rows;
    const start = performance.now();
    const { neighbors } = index.searchKnn(Array.from(vector), K);
    times.push(performance.now() - start);
    recalls.push(wanted.filter((row) => neighbors.includes(row)).length / wanted.length);
  }
  return { ...percentiles(times, floor), recall: mean(recalls) };
}

/** Compiled for benchmarks only, so it stands beside the project's packages and is installed when it is first asked for. */
async function hnswlibPath(): Promise<string> {
  const folder = join(import.meta.dirname, '../../../.cache/bench-modules');
  const path = join(folder, 'node_modules/hnswlib-node/lib/index.js');
  if (!existsSync(path)) {
    await promisify(execFile)('npm', [
      'install',
      '--prefix',
      folder,
      '--no-save',
      'hnswlib-node@3.0.0',
    ]).catch((error) => console.log(`hnswlib-node could not be installed: ${String(error).slice(0, 200)}`));
  }
  return path;
}
