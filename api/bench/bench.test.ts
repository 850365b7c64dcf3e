import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nw-bench-'));
  await writeFile(join(folder, 'q.tsv'), 'q1\tbakker\nq2\tkok\n');
  await writeFile(join(folder, 'c.tsv'), 'c1\tpiloot\nc2\tbakker (m/v)\nc3\tkok\n');
  await writeFile(join(folder, 'labels.txt'), 'cook meals\nbake bread\n');
  await writeFile(join(folder, 'wrong.tsv'), 'q1\tbakker\nq1\tkok\n');
});
after(() => rm(folder, { recursive: true }));

/** As pnpm starts it: in the project's folder, with the user's in INIT_CWD. */
function bench(...args: string[]) {
  return promisify(execFile)(process.execPath, [join(import.meta.dirname, 'bench.ts'), ...args], {
    env: { ...process.env, INIT_CWD: folder },
  });
}

describe('pnpm bench rank', () => {
  it('writes a TREC run where the user stands', async () => {
    const { stdout } = await bench(
      ...['rank', '--queries', 'q.tsv', '--corpus', 'c.tsv', '--lang', 'nl', '--corpus-lang', 'nl'],
      ...['--out', 'run.txt', '--method', 'exact', '--most', '2'],
    );
    assert.match(stdout, /2 queries against 3 elements are in run\.txt/);
    assert.equal(
      await readFile(join(folder, 'run.txt'), 'utf8'),
      'q1 Q0 c2 1 1.00000 exact\nq1 Q0 c1 2 0.00000 exact\nq2 Q0 c3 1 1.00000 exact\nq2 Q0 c1 2 0.00000 exact\n',
    );
  });

  it('says which line of which file is wrong, and fails', async () => {
    await assert.rejects(
      bench('rank', '--queries', 'wrong.tsv', '--corpus', 'c.tsv', '--out', 'run2.txt'),
      /wrong\.tsv cannot be read:\s+line 2 has the id "q1" of line 1 again/,
    );
    await assert.rejects(
      bench('rank', '--queries', 'none.tsv', '--corpus', 'c.tsv', '--out', 'run2.txt'),
      /none\.tsv cannot be read: ENOENT/,
    );
  });

  it('helps with what is missing or unknown', async () => {
    await assert.rejects(bench('rank'), /required option '--queries <file>'/);
    await assert.rejects(
      bench('rank', '--queries', 'q.tsv', '--corpus', 'c.tsv', '--out', 'r', '--method', 'magic'),
      /no method "magic".*tf-idf/,
    );
    await assert.rejects(
      bench('rank', '--queries', 'q.tsv', '--corpus', 'c.tsv', '--out', 'r', '--lang', 'Dutch'),
      /two letters/,
    );
    assert.match((await bench('rank', '--help')).stdout, /--corpus-lang/);
  });
});

describe('pnpm bench extract', () => {
  it('writes the ranked labels of every sentence', async () => {
    await writeFile(join(folder, 's.tsv'), 's1\tI bake bread every night\n');
    await bench(
      ...[
        'extract',
        '--sentences',
        's.tsv',
        '--labels',
        'labels.txt',
        '--out',
        'out.tsv',
        '--method',
        'bm25',
      ],
    );
    const lines = (await readFile(join(folder, 'out.tsv'), 'utf8')).trimEnd().split('\n');
    assert.match(lines[0]!, /^s1\t1\tbake bread\t1\.\d{5}$/);
    assert.match(lines[1]!, /^s1\t2\tcook meals\t0\.00000$/);
  });
});
