// Quality of matching on a judged set, beside simple methods and with each factor left out: prints the report, and writes docs/quality.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { createProgress } from '../src/progress.ts';
import { REFERENCE_DATA } from '../src/training/corpus.ts';
import { chart } from './match-quality/chart.ts';
import { measure } from './match-quality/measure.ts';
import { report } from './match-quality/report.ts';
import { SMALLER } from './match-quality/set.ts';
import { escoFolders, readTaxonomy } from './match-quality/taxonomy.ts';
import { fromCaller } from './quality/paths.ts';

const { data, out } = new Command('bench:match-quality')
  .description('How well vacancies are ranked for people, on a set made from the taxonomy by a fixed seed')
  .option('--data <folder>', 'reference data with ESCO; "none": the starter set only')
  .option('--out <folder>', 'where the report is written; docs/quality when ESCO is there, else nowhere')
  .addHelpText('after', '\nExample:\n  npm run bench:match-quality -- --data none --out /tmp/quality')
  .parse()
  .opts<{ data?: string; out?: string }>();

const esco = data === 'none' ? [] : escoFolders(data ? fromCaller(data) : REFERENCE_DATA);
const progress = createProgress();
const snapshot = await readTaxonomy(esco, progress);
const measured = await measure(snapshot, {
  taxonomy: esco.length > 0 ? 'ESCO 1.1.1 with the starter set' : 'the starter set',
  size: esco.length > 0 ? undefined : SMALLER,
  progress,
});
const picture = await chart(measured);
const text = report(measured, picture);
console.log(`\n${text}`);

// The report that stands in the project is of the whole taxonomy.
const folder = out
  ? fromCaller(out)
  : esco.length > 0
    ? join(import.meta.dirname, '../../docs/quality')
    : undefined;
if (folder) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'matching.md'), text);
  await writeFile(join(folder, picture.file), picture.svg);
  console.log(`Written into ${folder}`);
} else
  console.log('docs/quality is left as it is, because ESCO is not here; --out <folder> writes elsewhere.');
