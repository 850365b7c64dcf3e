// The command line: serve, and everything that fills or checks what is served. `--help` at every level.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import type { Database, Sql } from './db/connect.ts';
import { migrate } from './db/migrate.ts';
import { bundledEmbedder } from './embedding/bundled.ts';
import { chooseEmbedder } from './embedding/choose.ts';
import type { Embedder } from './embedding/embedder.ts';
import { describeBatch, runBatch } from './matching/batch/run.ts';
import { pruneLog } from './matching/log.ts';
import { describeReplay, replay } from './matching/replay.ts';
import { sortMatchTables, tuneVectorIndex } from './matching/retrieve-index.ts';
import { importPartners } from './partners/import.ts';
import { createPartner, PARTNER_TYPES } from './partners/keys.ts';
import { importPostcodes } from './places/import.ts';
import { seedPool } from './pool/seed.ts';
import { prepare } from './prepare.ts';
import { createProgress, type Progress } from './progress.ts';
import { startServer } from './server.ts';
import { createServices } from './services.ts';
import { runEscoImport, runStarterImport } from './taxonomy/import.ts';
import { TaxonomyCache } from './taxonomy/snapshot.ts';
import { parseStarter, readStarterFiles } from './taxonomy/starter.ts';
import { MODEL_PARTS, type ModelPart, trainModels, whatIsStale } from './training/model.ts';
import { withDatabase } from './with-database.ts';

const OPENAPI_FILE = join(import.meta.dirname, '../../openapi/openapi.json');
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const progress = createProgress();

const program = new Command('nederlandwerkt').description('The NederlandWerkt API and its data');

program
  .command('serve')
  .description('Prepare the database and listen')
  .option('--port <number>', 'port, instead of PORT', toNumber)
  .option('--demo', 'with a synthetic pool of 25,000 candidates and 2,000 vacancies')
  .option('--partners <file>', 'JSON with partners and their keys to add first')
  .action(async (options: { port?: number; demo?: boolean; partners?: string }) => {
    const config = readConfig();
    const port = options.port ?? config.PORT;
    await withDatabase(config, async (database) => {
      const embedder = await chooseEmbedder(config);
      await prepare(database.sql, embedder, progress);
      if (options.partners) await importPartners(database.sql, fromCaller(options.partners));
      if (options.demo) await seedPool(database.sql, progress);
      const server = await startServer(database, embedder, { hostname: config.HOST, port });
      console.log(`The API listens at ${server.url}/v1 (${database.kind} database)`);
      process.send?.({ ready: true, url: server.url });
      return server;
    });
  });

program
  .command('migrate')
  .description('Bring the schema up to date')
  .action(() =>
    withData(
      async ({ sql }) => {
        const applied = await migrate(sql);
        console.log(applied.length > 0 ? `Applied ${applied.join(', ')}` : 'The schema is up to date');
      },
      async () => {},
    ),
  );

const taxonomy = program
  .command('taxonomy')
  .description('Skills and occupations')
  .command('import')
  .description('Import a source');
taxonomy
  .command('starter')
  .description('The starter set that ships with the project')
  .action(() => withData(({ sql }, embedder) => runStarterImport(sql, embedder, progress), migrate));
taxonomy
  .command('esco')
  .description('Official ESCO CSV folders, any version and language; several are merged')
  .argument('<folders...>', 'folders with occupations_xx.csv and the like; at least one with the relations')
  .action((folders: string[]) =>
    withData(({ sql }, embedder) => runEscoImport(sql, embedder, folders.map(fromCaller), progress)),
  );

program
  .command('places')
  .description('Towns and postcodes')
  .command('import')
  .description('Import a source')
  .command('geonames')
  .description('Four-digit postcodes from a GeoNames CSV')
  .argument('<file>')
  .action((file: string) =>
    withData(async ({ sql }) => console.log(`${await importPostcodes(sql, fromCaller(file))} postcodes`)),
  );

const partners = program.command('partners').description('Partners and their keys');
partners
  .command('add')
  .description('Make a partner and print its keys; they are shown only now')
  .requiredOption('--name <name>')
  .requiredOption('--type <type>', PARTNER_TYPES.join(', '), toPartnerType)
  .option(
    '--origin <origin...>',
    'pages that may use the publishable key, such as https://www.example.nl',
    [],
  )
  .action((options: { name: string; type: (typeof PARTNER_TYPES)[number]; origin: string[] }) =>
    withData(async ({ sql }) => {
      const { publishable, secret } = await createPartner(sql, { ...options, origins: options.origin });
      console.log(
        `publishable key, for pages of ${options.origin.join(', ') || '(no origin yet)'}:\n  ${publishable}`,
      );
      console.log(`secret key, for your server:\n  ${secret}`);
    }),
  );

program
  .command('pool')
  .description('The synthetic pool')
  .command('seed')
  .description('Fill the database with made-up candidates and vacancies, marked as such')
  .option('--candidates <number>', 'how many', toNumber, 25_000)
  .option('--vacancies <number>', 'how many', toNumber, 2_000)
  .action((options: { candidates: number; vacancies: number }) =>
    withData(({ sql }) => seedPool(sql, progress, options)),
  );

const match = program.command('match').description('The log of matches, and the nightly batch');
match
  .command('replay')
  .description('Compute a logged match again, from what was known then, and compare the order')
  .argument('<id>', '`matchId` of an answer')
  .action((id: string) =>
    withData(async ({ sql }) => {
      if (!UUID.test(id)) fail(`"${id}" is no id of a match. It is the \`matchId\` of an answer.`);
      const result = await replay(sql, new TaxonomyCache(sql), id);
      if (!result) fail(`The log has no match ${id}. It keeps a match for NW_MATCH_LOG_DAYS days.`);
      for (const line of describeReplay(result)) console.log(line);
      if (!result.identical) process.exitCode = 1;
    }),
  );
match
  .command('batch')
  .description(
    'Match all with all, balance who is shown, and keep the lists for alerts and reports: the nightly run',
  )
  .action(() =>
    withData(async ({ sql }) => {
      const snapshot = await new TaxonomyCache(sql).current();
      console.log(describeBatch(await runBatch(sql, snapshot, {}, progress)));
      await pruneLog(sql, readConfig().NW_MATCH_LOG_DAYS);
    }),
  );
match
  .command('tune')
  .description(
    'Sort the match tables by the map, and make or drop the vector index that a very large pool needs',
  )
  .action(() =>
    withData(async ({ sql }) => {
      await sortMatchTables(sql);
      const indexed = await tuneVectorIndex(sql);
      console.log(
        indexed.length > 0
          ? `Index of vectors on: ${indexed.join(', ')}`
          : 'No index of vectors: everything is compared',
      );
    }),
  );
match
  .command('prune')
  .description('Remove matches that are older than NW_MATCH_LOG_DAYS')
  .action(() =>
    withData(async ({ sql }) => {
      const { matches, facts } = await pruneLog(sql, readConfig().NW_MATCH_LOG_DAYS);
      console.log(`Removed ${matches} matches and ${facts} outdated versions of facts`);
    }),
  );

program
  .command('openapi')
  .description('Write openapi/openapi.json from the code')
  .option('--check', 'write nothing; fail when the file differs')
  .action(async (options: { check?: boolean }) => {
    const text = await openApiDocument();
    if (!options.check) writeFileSync(OPENAPI_FILE, text);
    else if (text !== readFileSync(OPENAPI_FILE, 'utf8')) {
      fail('openapi/openapi.json differs from the code. Run `pnpm generate` and commit what changed.');
    }
  });

program
  .command('model')
  .description('What the project learns: the bundled embedder and the suggestion model')
  .command('train')
  .description(
    'Learn the weights from the starter taxonomy, and from the reference data where it is found. Takes minutes',
  )
  .option('--data <folder>', 'the reference data; ../shared/data beside the project unless told')
  .option('--check', 'learn nothing; fail when the labels have changed since the weights were learned')
  .option('--only <part>', 'embedder or suggestions', toModelPart)
  .action(async (options: { data?: string; check?: boolean; only?: ModelPart }) => {
    const starter = parseStarter(await readStarterFiles());
    if (options.check) {
      const problem = await whatIsStale(starter);
      if (problem) fail(`${problem} Run \`pnpm model train\` and commit api/data/model.`);
      return;
    }
    const data = options.data ? fromCaller(options.data) : undefined;
    for (const line of await trainModels(starter, { data, only: options.only }, progress)) console.log(line);
  });

try {
  await program.parseAsync();
} catch (error) {
  fail(describe(error));
}

/** @param ready what must stand in the database before the work */
function withData(
  work: (database: Database, embedder: Embedder) => Promise<unknown>,
  ready: (sql: Sql, embedder: Embedder, progress: Progress) => Promise<unknown> = prepare,
): Promise<void> {
  const config = readConfig();
  return withDatabase(config, async (database) => {
    const embedder = await chooseEmbedder(config);
    await ready(database.sql, embedder, progress);
    await work(database, embedder);
    return undefined;
  });
}

/** The document needs the routes only; the connection is never opened. */
async function openApiDocument(): Promise<string> {
  const { default: postgres } = await import('postgres');
  const app = createApp(createServices(postgres() as never, bundledEmbedder()));
  const document = await (await app.request('/v1/openapi.json')).json();
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** pnpm runs scripts in the project's folder; paths mean where the user stands. */
function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

function toNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('write a whole number');
  return Number(text);
}

function toModelPart(text: string): ModelPart {
  const part = MODEL_PARTS.find((known) => known === text);
  if (!part) throw new InvalidArgumentError(`choose one of ${MODEL_PARTS.join(', ')}`);
  return part;
}

function toPartnerType(text: string): (typeof PARTNER_TYPES)[number] {
  const type = PARTNER_TYPES.find((known) => known === text);
  if (!type) throw new InvalidArgumentError(`choose one of ${PARTNER_TYPES.join(', ')}`);
  return type;
}

/** The message with its causes; the stack only when asked for. */
function describe(error: unknown): string {
  if (process.env.NW_DEBUG || !(error instanceof Error)) return String((error as Error).stack ?? error);
  const cause = error.cause instanceof Error ? `\n  because: ${error.cause.message}` : '';
  return error.message + cause;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
