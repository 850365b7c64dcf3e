import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseEntries, parseLabels, parseQrels } from './entries.ts';

describe('a file of ids and texts', () => {
  it('is read with or without a byte order mark, Windows line ends, tabs in the text and a last line end', () => {
    const expected = [
      { id: 'q1', text: 'bakker' },
      { id: 'q2', text: 'kok, chef' },
    ];
    assert.deepEqual(parseEntries('q.tsv', 'q1\tbakker\nq2\tkok, chef\n'), expected);
    assert.deepEqual(parseEntries('q.tsv', '\uFEFFq1\tbakker\r\nq2\tkok,\tchef'), expected);
  });

  it('is refused with everything that is wrong, each with its line', () => {
    const content = 'q1\tbakker\nq2 kok\nq1\tlasser\nq3\t \n\tchauffeur\nq 4\tkapper\n';
    assert.throws(
      () => parseEntries('q.tsv', content),
      (error: Error) => {
        assert.match(error.message, /^q\.tsv cannot be read:/);
        assert.match(error.message, /line 2 has no tab/);
        assert.match(error.message, /line 3 has the id "q1" of line 1 again/);
        assert.match(error.message, /line 4 has no text after the id "q3"/);
        assert.match(error.message, /line 5 has no id/);
        assert.match(error.message, /line 6 has spaces in the id "q 4"/);
        return true;
      },
    );
  });

  it('is refused with ten problems and the number of the rest', () => {
    assert.throws(
      () => parseEntries('q.tsv', 'wrong\n'.repeat(13)),
      (error: Error) => error.message.split('\n').length === 12 && /and 3 more lines$/.test(error.message),
    );
  });

  it('is refused when it is empty', () => {
    assert.throws(() => parseEntries('q.tsv', ''), /it is empty/);
  });
});

describe('a file of labels', () => {
  it('is one label a line, each its own id', () => {
    assert.deepEqual(parseLabels('l.txt', 'use SQL\nbake bread\n'), [
      { id: 'use SQL', text: 'use SQL' },
      { id: 'bake bread', text: 'bake bread' },
    ]);
  });

  it('is refused where a line is empty or comes again', () => {
    assert.throws(() => parseLabels('l.txt', 'a\n\na\n'), /line 2 is empty.*line 3 repeats line 1/s);
  });
});

describe('judgements', () => {
  it('are the elements with a grade above 0', () => {
    const found = parseQrels('qrels', 'q1\t0\tc1\t1\nq1 0 c2 0\nq1 0 c3 2\nq2 0 c1 1\n');
    assert.deepEqual(
      found,
      new Map([
        ['q1', new Set(['c1', 'c3'])],
        ['q2', new Set(['c1'])],
      ]),
    );
  });

  it('are refused in another form', () => {
    assert.throws(() => parseQrels('qrels', 'q1 0 c1 1\nq1 c1 1\nq1 0 c1 yes\n'), /line 2.*line 3/s);
  });
});
