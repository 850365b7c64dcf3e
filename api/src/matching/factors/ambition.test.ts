// Ambition: a sure wish counts, an unsure one is neither for nor against.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ambitionFactor } from './ambition.ts';
import { assertNeverLower, knowledgeOf, pair } from './testing-pairs.ts';

const BAKER = 101;
const knowledge = knowledgeOf({ similar: [[BAKER, 102, 0.86]] });

describe('ambition', () => {
  const value = (...wishes: [occupation: number, certainty: number][]) =>
    ambitionFactor(
      pair(
        { wishes: wishes.map(([occupation, certainty]) => ({ occupation, certainty })) },
        { occupation: BAKER },
      ),
      knowledge,
    )?.value;

  test('is 1 for a sure wish of this work, and less the less alike the wish', () => {
    assertNeverLower([value([103, 1]), value([102, 1]), value([BAKER, 1])]);
    assert.deepEqual([value([103, 1]), value([BAKER, 1])], [0, 1]);
  });

  test('is neither for nor against as far as the person is unsure', () => {
    assertNeverLower([0, 0.3, 1].map((certainty) => value([BAKER, certainty])));
    assertNeverLower([1, 0.3, 0].map((certainty) => value([103, certainty])));
    assert.deepEqual([value([BAKER, 0]), value([103, 0])], [0.5, 0.5]);
  });

  test('is judged by the wish that fits best', () => {
    assert.equal(value([103, 1], [BAKER, 1]), 1);
  });

  test('of who is not sure of anything yet is unknown, as it is for work without a name', () => {
    assert.equal(value(), undefined);
    assert.equal(ambitionFactor(pair({ wishes: [{ occupation: BAKER, certainty: 1 }] }), knowledge), null);
  });
});
