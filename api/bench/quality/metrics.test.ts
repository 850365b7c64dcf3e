import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meanOf, metricsOf, ranksOf } from './metrics.ts';

const of = (...scores: number[]) => Float32Array.of(...scores);

describe('metrics of a ranking', () => {
  it('are those computed by hand for relevant elements on ranks 2, 3 and 7 of 8', () => {
    const scores = of(8, 7, 6, 5, 4, 3, 2, 1);
    const metrics = metricsOf(scores, [1, 2, 6]).last;
    assert.deepEqual(ranksOf(scores, [6, 1, 2]).last, [2, 3, 7]);
    assert.equal(metrics.mrr, 1 / 2);
    assert.equal(metrics.acc1, 0);
    assert.equal(metrics.acc5, 1);
    assert.equal(metrics.rp5, 2 / 3);
    assert.equal(metrics.rp10, 1);
    assert.equal(metrics.recall10, 1);
    const dcg = 1 / Math.log2(3) + 1 / 2 + 1 / 3;
    const ideal = 1 + 1 / Math.log2(3) + 1 / 2;
    assert.ok(Math.abs(metrics.ndcg10 - dcg / ideal) < 1e-12);
  });

  it('divide by k where more than k are relevant, and by all of them for recall', () => {
    const scores = Float32Array.from({ length: 200 }, (_, i) => -i);
    const relevant = Array.from({ length: 20 }, (_, i) => i);
    const metrics = metricsOf(scores, relevant).last;
    assert.equal(metrics.rp5, 1);
    assert.equal(metrics.rp10, 1);
    assert.equal(metrics.recall10, 0.5);
    assert.equal(metrics.recall100, 1);
    assert.equal(metrics.ndcg10, 1);
  });

  it('are 0 within k, and nearly so in MRR, where the relevant one comes last', () => {
    const metrics = metricsOf(
      Float32Array.from({ length: 200 }, (_, i) => -i),
      [199],
    ).last;
    assert.equal(metrics.mrr, 1 / 200);
    for (const name of ['acc1', 'acc10', 'rp10', 'recall100', 'ndcg10'] as const)
      assert.equal(metrics[name], 0);
  });

  it('put a relevant element behind all irrelevant ones of its score, wherever it stands', () => {
    assert.deepEqual(ranksOf(of(0, 0, 0, 0), [0]).last, [4]);
    assert.deepEqual(ranksOf(of(0, 0, 0, 0), [3]).last, [4]);
    assert.deepEqual(ranksOf(of(2, 1, 1, 1, 0), [1, 2]).last, [3, 4]);
    assert.deepEqual(ranksOf(of(1, 1, 1), [0, 2]).last, [2, 3]);
  });

  it('put elements of one score in the order of the corpus where that is asked', () => {
    assert.deepEqual(ranksOf(of(1, 1, 1, 2), [1])['in-order'], [3]);
    assert.deepEqual(ranksOf(of(1, 1, 1, 1), [3, 0])['in-order'], [1, 4]);
    assert.deepEqual(ranksOf(of(2, 1, 1, 1, 0), [2, 4])['in-order'], [3, 5]);
    assert.equal(metricsOf(of(1, 1, 1), [2, 0])['in-order'].mrr, 1);
  });

  it('refuse scores that are no numbers and queries without an answer', () => {
    assert.throws(() => metricsOf(of(1, Number.NaN), [0]).last, /score 1 is not a number/);
    assert.throws(() => metricsOf(of(1, Number.NaN), [1]).last, /relevant element is not a number/);
    assert.throws(() => metricsOf(of(1), []).last, /at least one relevant/);
  });

  it('are averaged over queries', () => {
    const mean = meanOf([metricsOf(of(2, 1), [0]).last, metricsOf(of(2, 1), [1]).last]);
    assert.equal(mean.mrr, 0.75);
    assert.equal(mean.acc1, 0.5);
  });
});
