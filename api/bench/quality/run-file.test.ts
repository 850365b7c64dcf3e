import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelLines, rank, trecLines } from './run-file.ts';

const corpus = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `text of ${id}` }));

describe('a run file', () => {
  it('has query, Q0, element, rank, score and tag, best first', () => {
    assert.equal(
      trecLines('q1', corpus, Float32Array.of(0.25, 1, -0.5, 0.5), 3, 'bm25'),
      'q1 Q0 b 1 1.00000 bm25\nq1 Q0 d 2 0.50000 bm25\nq1 Q0 a 3 0.25000 bm25\n',
    );
  });

  it('keeps ties in the order of the corpus, and its scores fall all the same, in 32 bits too', () => {
    const scores = new Float32Array(2000).fill(97.125);
    scores[1500] = 97.2;
    const ranked = rank(scores, 1000);
    assert.deepEqual(
      ranked.slice(0, 3).map(({ place }) => place),
      [1500, 0, 1],
    );
    const written = ranked.map(({ score }) => Math.fround(Number(score.toFixed(5))));
    for (let i = 1; i < written.length; i++) assert.ok(written[i]! < written[i - 1]!, `rank ${i + 1}`);
  });

  it('does not let rounding turn two neighbours around', () => {
    assert.deepEqual(
      rank(Float32Array.of(0.500001, 0.500002, 0.500003), 3).map(({ place }) => place),
      [2, 1, 0],
    );
  });
});

describe('a file of extracted labels', () => {
  it('has sentence, rank, label and score', () => {
    assert.equal(
      labelLines('s1', corpus, Float32Array.of(0, 1, 0.5, 0), 2),
      's1\t1\ttext of b\t1.00000\ns1\t2\ttext of c\t0.50000\n',
    );
  });
});
