// Speed of matching, on both databases and in three sizes, beside its floors: tables and the growth curve in docs/performance.
// usage: npm run bench:match -- [--only postgresql:sql:25000 …] [--rounds 200] [--report]; --help tells more
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../scripts/postgres.ts';
import { connect } from '../src/db/connect.ts';
import { bundledEmbedder } from '../src/embedding/bundled.ts';
import { seedPool } from '../src/pool/seed.ts';
import { prepare } from '../src/prepare.ts';
import { createProgress } from '../src/progress.ts';
import { measureBatch } from './match/batch.ts';
import { measureHttp } from './match/http.ts';
import { growthChart, type Part, report } from './match/report.ts';
import { measureSql } from './match/sql.ts';

const FOLDER = join(import.meta.dirname, '../../docs/performance');
const RESULTS = join(FOLDER, 'matching.json');

/** In this order; each stands alone, with floors of its own measured in between. */
const PARTS = [
  'postgresql:http:25000',
  'embedded:http:25000',
  'postgresql:batch:25000',
  'postgresql:sql:25000',
  'embedded:sql:25000',
  'postgresql:sql:250000',
  'postgresql:sql:1000000',
  'postgresql:http:250000',
  'postgresql:http:1000000',
  'embedded:http:250000',
  'embedded:http:1000000',
  'embedded:sql:250000',
  'embedded:sql:1000000',
] as const;
/** Fewer questions of large pools: each is also answered by plain code over all rows. */
const SHARE_OF_ROUNDS: Record<string, number> = { '25000': 1, '250000': 0.3, '1000000': 0.15 };

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '200' },
    report: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(`npm run bench:match -- [--only PART …] [--rounds 200] [--report]

Measures all parts, or those named, and writes docs/performance/matching.md with its chart and its figures (matching.json).
A part that was measured earlier stays in the report with its own date. --report writes it from what stands there.

${PARTS.join('\n')}`);
  process.exit(0);
}
const wrong = values.only?.find((part) => !PARTS.includes(part as never));
if (wrong) {
  console.error(`There is no part "${wrong}". Choose of: ${PARTS.join(', ')}`);
  process.exit(1);
}

if (!values.report) {
  for (const name of PARTS.filter((part) => !values.only || values.only.includes(part))) {
    console.log(`\n${name}`);
    const measured = await measure(name);
    if (measured) await publish(measured);
  }
}
console.log(await publish());

/**
 * Puts a part in the place of its last figures, which are read anew because two may measure at a time; without a part the
 * pages are made anew from the figures that stand. @returns the report
 */
async function publish(measured?: Part): Promise<string> {
  const known: Part[] = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : [];
  const parts = [...known.filter(({ name }) => name !== measured?.name), ...(measured ? [measured] : [])];
  parts.sort((a, b) => PARTS.indexOf(a.name as never) - PARTS.indexOf(b.name as never));
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify(parts, null, 2)}\n`);
  writeFileSync(join(FOLDER, 'matching.md'), report(parts));
  const chart = await growthChart(parts);
  if (chart) writeFileSync(join(FOLDER, 'matching-growth.svg'), chart);
  return report(parts);
}

async function measure(name: string): Promise<Part | undefined> {
  const [database, what, sizeText] = name.split(':') as ['postgresql' | 'embedded', string, string];
  const size = Number(sizeText);
  const rounds = Math.max(10, Math.round(Number(values.rounds) * SHARE_OF_ROUNDS[sizeText]!));
  const folder = mkdtempSync(join(tmpdir(), 'bench-match-'));
  const postgres =
    database === 'postgresql'
      ? await startPostgres({ shared_buffers: '4GB', maintenance_work_mem: '2GB', max_wal_size: '8GB' })
      : undefined;
  if (postgres && 'skipped' in postgres) {
    console.log(`Skipped, no PostgreSQL server: ${postgres.skipped}`);
    return undefined;
  }
  const config = postgres
    ? { DATABASE_URL: postgres.url, NW_DATA: '', NW_CONNECTIONS: what === 'sql' ? 1 : 10 }
    : { NW_DATA: join(folder, 'postgres'), NW_CONNECTIONS: 1 };
  const started = performance.now();
  const about = {
    name,
    database: postgres ? `PostgreSQL ${postgres.version}` : 'embedded (PGlite)',
    size,
    rounds,
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, Node ${process.versions.node}`,
  };
  try {
    if (what === 'http') {
      const figures = await measureHttp(config, { candidates: size, vacancies: 2_000, rounds });
      return { ...about, http: figures, seconds: (performance.now() - started) / 1000 };
    }
    const opened = await connect(config);
    try {
      await prepare(opened.sql, bundledEmbedder(), createProgress());
      if (what === 'batch') {
        await seedPool(opened.sql, createProgress(), { candidates: size, vacancies: 2_000 });
        await opened.sql`vacuum analyze`;
        const batch = await measureBatch(opened.sql, createProgress());
        return { ...about, batch, seconds: (performance.now() - started) / 1000 };
      }
      const { figures } = await measureSql(opened.sql, {
        size,
        rounds,
        // The vectors are the same in both databases, so this is measured in one.
        indexes: database === 'postgresql',
        onStep: (step) => console.log(`  ${((performance.now() - started) / 1000).toFixed(0)} s  ${step}`),
      });
      return { ...about, sql: figures, seconds: (performance.now() - started) / 1000 };
    } finally {
      await opened.close();
    }
  } finally {
    if (postgres && !('skipped' in postgres)) await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
