import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { difference, estimate } from './bootstrap.ts';
import { best, mean, metricsOf } from './metrics.ts';

const near = (actual: number | null, expected: number) =>
  assert.ok(Math.abs(actual! - expected) < 1e-9, `${actual}`);

describe('metrics by grades', () => {
  it('give 1 to the best order there is', () => {
    assert.deepEqual(metricsOf([0.9, 0.8, 0.1], [2, 1, 0]), { ndcg10: 1, recall20: 1, recall20Best: 1 });
  });

  it('weigh a grade by 2^grade − 1 and a rank by log2(rank + 1)', () => {
    // Found: 0, 2, 1. Ideal: 2, 1, 0.
    const found = 3 / Math.log2(3) + 1 / Math.log2(4);
    const ideal = 3 + 1 / Math.log2(3);
    near(metricsOf([0.9, 0.5, 0.7], [0, 1, 2]).ndcg10, found / ideal);
  });

  it('find nothing where nothing fits', () => {
    assert.deepEqual(metricsOf([1, 2], [0, 0]), { ndcg10: null, recall20: null, recall20Best: null });
    assert.equal(metricsOf([1, 2], [0, 1]).recall20Best, null);
  });

  it('look at the first ten and the first twenty only', () => {
    const scores = Array.from({ length: 30 }, (_, i) => -i);
    const at = (place: number) =>
      metricsOf(
        scores,
        scores.map((_, i) => (i === place ? 2 : 0)),
      );
    assert.deepEqual([at(9).ndcg10! > 0, at(10).ndcg10, at(19).recall20, at(20).recall20], [true, 0, 1, 0]);
  });

  it('leave equal scores in their order', () => {
    assert.deepEqual(best([1, 3, 3, 2, 3], 3), [1, 2, 4]);
    assert.deepEqual(best([2, 1], 5), [0, 1]);
  });
});

describe('the interval of a mean', () => {
  const values = Array.from({ length: 40 }, (_, i) => (i % 4) / 4);

  it('holds the mean, and is the same each time', () => {
    const { mean: middle, low, high } = estimate([...values, null], 2);
    near(middle, mean(values));
    assert.ok(low < middle && middle < high);
    assert.deepEqual(estimate([...values, null], 2), { mean: middle, low, high });
  });

  it('is wider where values go together', () => {
    const together = values.map((_, i) => Math.floor(i / 10) / 4);
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    assert.ok(width(estimate(together, 10)) > 1.5 * width(estimate(together, 1)));
  });

  it('of a difference leaves out what all have in common', () => {
    const { low, high } = difference(
      values.map((value) => value + 0.1),
      values,
      1,
    );
    near(low, 0.1);
    near(high, 0.1);
  });
});
