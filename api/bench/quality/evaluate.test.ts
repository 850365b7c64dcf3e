import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from './evaluate.ts';
import type { Method } from './method.ts';
import { exact } from './methods/exact.ts';
import type { RankingSet } from './set.ts';

const set: RankingSet = {
  name: 'small',
  title: 'Small',
  family: 'held-out',
  isMain: false,
  queries: [
    { id: 'q1', text: 'bakker' },
    { id: 'q2', text: 'kok' },
    { id: 'q3', text: 'piloot' },
  ],
  corpus: [
    { id: 'baker', text: 'broodbakker' },
    { id: 'cook', text: 'kok' },
    { id: 'baker', text: 'Bakker' },
    { id: 'nurse', text: 'verpleegkundige' },
  ],
  relevant: new Map([
    ['q1', new Set(['baker'])],
    ['q2', new Set(['nurse'])],
  ]),
};

describe('a method on a set', () => {
  it('is judged by things, of which the best name counts, and queries without an answer are left out', async () => {
    // q1: the baker by its second name, rank 1. q2: the nurse shares score 0 with the baker, and the cook is ahead.
    const metrics = await evaluate(set, exact);
    assert.equal(metrics.last.mrr, (1 + 1 / 3) / 2);
    assert.equal(metrics.last.acc1, 0.5);
    // In the order of the corpus the baker still comes before the nurse.
    assert.equal(metrics['in-order'].mrr, (1 + 1 / 3) / 2);
  });

  it('is refused when it gives too few scores, and a set when it has no answers', async () => {
    const short: Method = { name: 'short', prepare: () => ({ score: () => new Float32Array(1) }) };
    await assert.rejects(evaluate(set, short), /short gave 1 scores for 4 elements/);
    await assert.rejects(evaluate({ ...set, relevant: new Map() }, exact), /no query of small has an answer/);
  });
});
