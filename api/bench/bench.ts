// Ranks and extracts for files that anyone brings, with the code that is measured: `pnpm bench rank`, `pnpm bench extract`.
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Command, InvalidArgumentError } from 'commander';
import { createProgress } from '../src/progress.ts';
import { parseEntries, parseLabels } from './quality/entries.ts';
import type { Context, Entry } from './quality/method.ts';
import { allMethods, methodCalled } from './quality/methods/all.ts';
import { fromCaller } from './quality/paths.ts';
import { labelLines, trecLines } from './quality/run-file.ts';

const METHOD_OPTION = [
  '--method <name>',
  `${allMethods()
    .map(({ name }) => name)
    .join(', ')}; the last one unless told`,
] as const;

interface Options {
  out: string;
  method?: string;
  most: number;
}

const program = new Command('bench').description(
  'The ranking and extraction of NederlandWerkt on files of your own',
);

program
  .command('rank')
  .description('Rank a corpus for every query, and write a run in TREC format')
  .requiredOption('--queries <file>', 'lines of id, tab, text')
  .requiredOption('--corpus <file>', 'lines of id, tab, text')
  .requiredOption('--out <file>', 'where the run is written: query Q0 element rank score tag')
  .option('--lang <code>', 'language of the queries, such as nl', toLanguage)
  .option('--corpus-lang <code>', 'language of the corpus, such as en', toLanguage)
  .option(...METHOD_OPTION)
  .option('--most <number>', 'elements per query', toCount, 1000)
  .addHelpText(
    'after',
    '\nExample:\n  pnpm bench rank --queries q.tsv --corpus c.tsv --lang nl --corpus-lang en --out run.txt',
  )
  .action(
    async (options: Options & { queries: string; corpus: string; lang?: string; corpusLang?: string }) => {
      const method = methodCalled(options.method);
      const corpus = parseEntries(options.corpus, await readText(options.corpus));
      await run(parseEntries(options.queries, await readText(options.queries)), corpus, options, {
        context: { task: 'title', language: options.lang, corpusLanguage: options.corpusLang },
        lines: ({ id }, scores) => trecLines(id, corpus, scores, options.most, method.name),
      });
    },
  );

program
  .command('extract')
  .description('Rank labels of skills for every sentence')
  .requiredOption('--sentences <file>', 'lines of id, tab, text')
  .requiredOption('--labels <file>', 'one label a line')
  .requiredOption(
    '--out <file>',
    'where the labels are written: sentence, rank, label, score, with tabs between',
  )
  .option('--lang <code>', 'language of the sentences, such as nl', toLanguage)
  .option('--labels-lang <code>', 'language of the labels, such as en', toLanguage)
  .option(...METHOD_OPTION)
  .option('--most <number>', 'labels per sentence', toCount, 50)
  .addHelpText('after', '\nExample:\n  pnpm bench extract --sentences s.tsv --labels l.txt --out run.tsv')
  .action(
    async (options: Options & { sentences: string; labels: string; lang?: string; labelsLang?: string }) => {
      const labels = parseLabels(options.labels, await readText(options.labels));
      await run(parseEntries(options.sentences, await readText(options.sentences)), labels, options, {
        context: { task: 'sentence', language: options.lang, corpusLanguage: options.labelsLang },
        lines: ({ id }, scores) => labelLines(id, labels, scores, options.most),
      });
    },
  );

try {
  await program.parseAsync();
} catch (error) {
  console.error(process.env.NW_DEBUG ? error : (error as Error).message);
  process.exitCode = 1;
}

/** Writes the lines of each query as soon as it is ranked. */
async function run(
  queries: Entry[],
  corpus: Entry[],
  { method: name, out }: Options,
  { context, lines }: { context: Context; lines: (query: Entry, scores: Float32Array) => string },
): Promise<void> {
  const method = methodCalled(name);
  const ranker = await method.prepare(corpus, context);
  using step = createProgress().step(`Ranking ${corpus.length} by ${method.name}`, queries.length);
  await pipeline(
    async function* () {
      for (const query of queries) {
        yield lines(query, await ranker.score(query.text));
        step.advance();
      }
    },
    createWriteStream(fromCaller(out)),
  );
  step.done();
  console.log(`${queries.length} queries against ${corpus.length} elements are in ${out}`);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(fromCaller(path), 'utf8');
  } catch (cause) {
    throw new Error(`${path} cannot be read: ${(cause as NodeJS.ErrnoException).code}`, { cause });
  }
}

function toLanguage(text: string): string {
  if (!/^[a-z]{2,3}$/.test(text)) throw new InvalidArgumentError('write a code of two letters, such as nl');
  return text;
}

function toCount(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('write a whole number from 1');
  return Number(text);
}
