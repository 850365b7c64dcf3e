// Speed of embedding, linking and autocomplete, on both databases, with the starter set and with ESCO, beside `SELECT 1`.
// usage: npm run bench:search -- [--data ../shared/data] [--rounds 300]; it writes docs/performance/search.md
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { startPostgres } from '../../scripts/postgres.ts';
import { connect, type Sql } from '../src/db/connect.ts';
import { bundledEmbedder } from '../src/embedding/bundled.ts';
import { createPartner } from '../src/partners/keys.ts';
import { prepare } from '../src/prepare.ts';
import { createProgress } from '../src/progress.ts';
import { startServer } from '../src/server.ts';
import { Linker } from '../src/skills/linker.ts';
import { ConceptIndex } from '../src/taxonomy/concept-index.ts';
import { importEsco } from '../src/taxonomy/esco.ts';
import { fold } from '../src/taxonomy/fold.ts';
import { type Snapshot, TaxonomyCache } from '../src/taxonomy/snapshot.ts';
import { createRandom, shuffle } from '../src/training/random.ts';
import { p50p99, percentile } from './statistics.ts';

const ROOT = join(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    rounds: { type: 'string', default: '300' },
  },
});
const rounds = Number(values.rounds);
/** Rounds before the clock runs: caches, prepared statements, the compiler. */
const WARM_UP = 60;
const TEXTS = 5000;
const PROCESSES = 5;
const REPEATS = 5;
const LONGEST_PREFIX = 8;
const TYPES = ['occupation', 'skill'] as const;

/** As people tell of their work, in several languages. */
const SENTENCES = [
  'Ik heb zes jaar als bakker gewerkt en gaf leiding aan drie leerlingen.',
  'Je lost storingen op aan machines en leest technische tekeningen.',
  'Ervaring met MIG-lassen en een heftruckcertificaat zijn een pluspunt.',
  'I worked as a nurse in a hospital and gave medication to patients.',
  'You write clean code in Python and work together with customers.',
  'Я працював водієм вантажівки і ремонтував двигуни.',
  'Я шила одежду и работала продавцом в магазине.',
  'عملت طباخا في مطعم كبير وكنت أنظف المطبخ.',
  'Hastanede hasta bakımı yaptım ve ilaç dağıttım.',
  'Pracowałem jako elektryk na budowie i zakładałem instalacje.',
];

/** A line of the table: what, with which taxonomy, on which database, the figure, and times the floor. */
type Line = [what: string, taxonomy: string, database: string, figure: string, timesFloor: string];

const data = resolve(ROOT, values.data);
const escoFolders = ['esco-1.1.1-en', 'esco-1.2.1-nl'].map((name) => join(data, name));
const hasEsco = escoFolders.every((folder) => existsSync(folder));
const notes = hasEsco
  ? []
  : [
      `Without ESCO: no ${escoFolders.map((folder) => relative(data, folder)).join(' and ')} in the folder of --data.`,
    ];

const embedder = bundledEmbedder();
const lines: Line[] = [
  ['load the weights, fresh process', '', '', `${(await loadTime()).toFixed(0)} ms`, ''],
];
await measure('embedded (PGlite)', { NW_DATA: 'memory://', NW_CONNECTIONS: 1 });
const postgres = await startPostgres();
if ('skipped' in postgres) notes.push(`No real PostgreSQL: ${postgres.skipped}.`);
else {
  await measure(`PostgreSQL ${postgres.version}`, {
    DATABASE_URL: postgres.url,
    NW_DATA: '',
    NW_CONNECTIONS: 1,
  });
  await postgres.stop();
}

const table = [
  '| | taxonomy | database | | × SELECT 1 |',
  '|---|---|---|---:|---:|',
  ...lines.map((line) => `| ${line.join(' | ')} |`),
].join('\n');
console.log(`\n${table}\n\n${notes.join('\n')}`);
await writeFile(join(ROOT, 'docs/performance/search.md'), report());

/** @returns median milliseconds over new processes; the file is in the system's cache by then */
async function loadTime(): Promise<number> {
  const module = JSON.stringify(new URL('../src/embedding/bundled.ts', import.meta.url));
  const script = `
    const { bundledEmbedder } = await import(${module});
    const start = performance.now();
    bundledEmbedder();
    console.log(performance.now() - start);`;
  const times: number[] = [];
  for (let i = 0; i < PROCESSES; i++) {
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    times.push(Number(stdout));
  }
  return percentile(times, 0.5);
}

async function measure(name: string, config: Parameters<typeof connect>[0]): Promise<void> {
  const database = await connect(config);
  const { sql } = database;
  await prepare(sql, embedder, createProgress());
  const key = await createPartner(sql, { name: 'Bench', type: 'employer', origins: [] });
  const server = await startServer(database, embedder, { hostname: '127.0.0.1', port: 0 });
  const starter = await new TaxonomyCache(sql).current();
  const typed = { occupations: typedTexts(starter, 'occupation'), skills: typedTexts(starter, 'skill') };
  // What runs in memory alone is the same on either database: told once.
  const isFirst = lines.length === 1;
  if (isFirst) await measureEmbedding(starter);
  for (const taxonomy of hasEsco ? ['starter', 'ESCO'] : ['starter']) {
    if (taxonomy === 'ESCO') await importEsco(sql, embedder, escoFolders, createProgress());
    await sql`vacuum analyze`;
    const snapshot = await measureBuilding(sql, taxonomy, name);
    if (isFirst) await measureMemory(snapshot, taxonomy, typed);
    await measureRequests(sql, server.url, key.secret, typed, taxonomy, name);
  }
  await server.stop();
}

async function measureEmbedding(snapshot: Snapshot): Promise<void> {
  const labels = shuffle(
    snapshot.labels.map(({ text }) => text),
    createRandom(1),
  );
  const texts = Array.from({ length: TEXTS }, (_, i) => labels[i % labels.length]!);
  const seconds = await medianSeconds(() => embedder.embed(texts));
  lines.push([`embed ${TEXTS} labels`, 'starter', '', perSecond(TEXTS, seconds, 'texts'), '']);
}

/** Reading everything anew, and what search, suggestions and extraction make of it. */
async function measureBuilding(sql: Sql, taxonomy: string, name: string): Promise<Snapshot> {
  const snapshot = await new TaxonomyCache(sql).current();
  const read = await medianSeconds(() => new TaxonomyCache(sql).current());
  const search = await medianSeconds(() => TYPES.map((type) => new ConceptIndex(snapshot, type)));
  const link = await medianSeconds(() => TYPES.map((type) => new Linker(snapshot, type, embedder)));
  const size = `${snapshot.concepts.length} concepts, ${snapshot.labels.length} labels`;
  for (const [what, seconds] of [
    [`read the snapshot: ${size}`, read],
    ['build the indices of search', search],
    ['build the indices of extraction', link],
  ] as const)
    lines.push([what, taxonomy, name, `${(seconds * 1000).toFixed(0)} ms`, '']);
  return snapshot;
}

async function measureMemory(snapshot: Snapshot, taxonomy: string, typed: Typed): Promise<void> {
  const linkers = TYPES.map((type) => new Linker(snapshot, type, embedder));
  const link = await medianSeconds(async () => {
    for (const sentence of SENTENCES) for (const linker of linkers) await linker.find(sentence);
  });
  lines.push([
    'link sentences: occupations and skills',
    taxonomy,
    '',
    perSecond(SENTENCES.length, link, 'texts'),
    '',
  ]);
  for (const [type, list] of [
    ['occupation', typed.occupations],
    ['skill', typed.skills],
  ] as const) {
    const index = new ConceptIndex(snapshot, type);
    const texts = list.slice(0, 200);
    const find = await medianSeconds(async () => {
      for (const { q, language } of texts) {
        const [vector] = await embedder.embed([q]);
        index.find({ text: q, folded: fold(q), vector, language }, 10);
      }
    });
    lines.push([`link short texts: ${type}s`, taxonomy, '', perSecond(texts.length, find, 'texts'), '']);
  }
}

async function measureRequests(
  sql: Sql,
  url: string,
  key: string,
  typed: Typed,
  taxonomy: string,
  name: string,
): Promise<void> {
  const timings = new Map<string, number[]>();
  const note = (what: string, time: number, round: number) => {
    if (round >= 0) timings.set(what, [...(timings.get(what) ?? []), time]);
  };
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const route of ['occupations', 'skills'] as const) {
      const list = typed[route];
      const { q, language, kind } = list[(round + WARM_UP) % list.length]!;
      note('SELECT 1', await time(() => sql`select 1`), round);
      const path = `/v1/${route}?${new URLSearchParams({ q, language })}`;
      const took = await time(async () => {
        const answer = await fetch(url + path, { headers: { Authorization: `Bearer ${key}` } });
        if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
        await answer.json();
      });
      note(`find ${route}, ${kind}: HTTP`, took, round);
    }
  }
  const floor = percentile(timings.get('SELECT 1')!, 0.5);
  for (const [what, times] of [...timings].sort(([a], [b]) => (a < b ? -1 : 1)))
    lines.push([what, taxonomy, name, p50p99(times), (percentile(times, 0.5) / floor).toFixed(1)]);
}

interface TypedText {
  q: string;
  language: string;
  kind: 'beginnings' | 'misspelt';
}
type Typed = Record<'occupations' | 'skills', TypedText[]>;

/** In turn one to eight letters, and a whole label with a typing error, of labels of all languages; always the same. */
function typedTexts({ concepts, labels }: Snapshot, type: (typeof TYPES)[number]): TypedText[] {
  const random = createRandom(7);
  const own = labels.filter(
    ({ concept, text }) => concepts[concept]!.type === type && text.length >= LONGEST_PREFIX,
  );
  return shuffle(own, random)
    .slice(0, rounds + WARM_UP)
    .map(({ text, language }, i) =>
      i % 2 === 0
        ? { q: text.slice(0, 1 + ((i / 2) % LONGEST_PREFIX)).trim(), language, kind: 'beginnings' }
        : { q: misspell(text, random), language, kind: 'misspelt' },
    );
}

/** One letter doubled, left out, or changed places with the next. */
function misspell(text: string, random: () => number): string {
  const letters = [...text];
  const at = 1 + Math.floor(random() * (letters.length - 2));
  const [letter, next] = [letters[at]!, letters[at + 1]!];
  const wrong = [[letter, letter, next], [next], [next, letter]][Math.floor(random() * 3)]!;
  return letters.toSpliced(at, 2, ...wrong).join('');
}

async function time(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function medianSeconds(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i++) times.push(await time(async () => work()));
  return percentile(times, 0.5) / 1000;
}

function perSecond(count: number, seconds: number, of: string): string {
  const rate = count / seconds;
  return `${Math.round(rate).toLocaleString('en')} ${of}/s`;
}

function report(): string {
  const gib = (totalmem() / 2 ** 30).toFixed(0);
  return `# Performance of search
Written by \`npm run bench:search\`; do not edit. ${cpus().length} cores, ${gib} GiB, Node ${process.versions.node}, ${rounds} rounds.

Times of requests and of \`SELECT 1\` are milliseconds as p50 / p99; rates and times of building are medians of ${REPEATS}, loading of ${PROCESSES} new processes. Embedding and linking run on one core. Each request is made over HTTP to a started server and answered in full, with a \`SELECT 1\` through the server's one connection before it; the ratio is of the medians. Beginnings are one to eight letters, misspelt is a whole label with one typing error; both are drawn from the starter set in all its languages. "Link short texts" is what one request asks of the index, with its vector.

${table}
${notes.map((note) => `\n${note}\n`).join('')}`;
}
