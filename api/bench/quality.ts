// Quality of finding concepts, for every method on every set that is here: prints the tables, and writes docs/quality.
// usage: npm run bench:quality -- [--data ../shared/data] [--out docs/quality] [--only melo]
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundledEmbedder } from '../src/embedding/bundled.ts';
import { createProgress, type Progress } from '../src/progress.ts';
import { parseStarter, readStarterFiles } from '../src/taxonomy/starter.ts';
import { REFERENCE_DATA } from '../src/training/corpus.ts';
import { readCorpus } from '../src/training/model.ts';
import { heldOutCorpus, heldOutEmbedder } from './quality/held-out-model.ts';
import type { Context } from './quality/method.ts';
import { allMethods } from './quality/methods/all.ts';
import { fromCaller } from './quality/paths.ts';
import { charts } from './quality/report/charts.ts';
import { markdown } from './quality/report/markdown.ts';
import { measure } from './quality/results.ts';
import { findSets } from './quality/sets/all.ts';
import { measureSuggestions } from './suggestions.ts';

const ROOT = join(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string' }, only: { type: 'string' } },
});
const data = options.data ? fromCaller(options.data) : REFERENCE_DATA;

const starter = parseStarter(await readStarterFiles());
const { sets, leftOut } = findSets(data, starter);
for (const line of leftOut) console.log(line);
const chosen = sets.filter(({ name }) => !options.only || name.startsWith(options.only));
if (chosen.length === 0) {
  console.error(
    `No set begins with "${options.only}". There are: ${sets.map(({ name }) => name).join(', ')}`,
  );
  process.exit(1);
}

const progress = createProgress();
const results = await measure(chosen, allMethods(knowledge()), progress);
const suggestions = options.only ? [] : await measureSuggestionsWith(progress);
const pictures = await charts(results, suggestions);
const report = markdown(results, leftOut, pictures, suggestions);
console.log(`\n${report}`);

// The report that stands in the project is of everything; a part of it would only seem to be worse or better.
const isWhole = leftOut.length === 0 && chosen.length === sets.length;
if (options.out || isWhole) await write(options.out ? fromCaller(options.out) : join(ROOT, 'docs/quality'));
else
  console.log(
    'docs/quality is left as it is, because this was not all of it; --out <folder> writes elsewhere.',
  );

/** For labels that are held out, a model and a taxonomy that never had them. */
function knowledge() {
  const all = { embedder: bundledEmbedder(), groups: readCorpus(starter, data).groups };
  let rest: typeof all | undefined;
  return ({ heldOut }: Context) => {
    if (!heldOut) return all;
    if (!rest) {
      const corpus = heldOutCorpus(starter, data);
      rest = { embedder: heldOutEmbedder(starter, corpus, progress), groups: corpus.groups };
    }
    return rest;
  };
}

async function measureSuggestionsWith(progress: Progress) {
  using step = progress.step('suggested skills', 1);
  const measured = await measureSuggestions(bundledEmbedder(), { data });
  step.advance();
  return measured;
}

async function write(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'README.md'), report);
  for (const { file, svg } of pictures) await writeFile(join(folder, file), svg);
  console.log(`Written into ${folder}`);
}
