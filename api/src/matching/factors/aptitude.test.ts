// Aptitude: below the level of the work it falls gently, above it not at all.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aptitudeFactor } from './aptitude.ts';
import { assertNeverLower, knowledgeOf, pair } from './testing-pairs.ts';

const knowledge = knowledgeOf();

describe('aptitude', () => {
  const value = (aptitude: number | null, min = 4) =>
    aptitudeFactor(pair({ aptitude }, { education: { min, max: 4, field: null } }), knowledge)?.value;

  test('falls gently below the level of the work, and not above it', () => {
    assertNeverLower([1, 2, 3, 4, 8].map((level) => value(level)));
    assert.deepEqual([value(4), value(8)], [1, 1]);
    assert.ok(value(3)! > 0.8 && value(1, 8)! >= 0);
  });

  test('is unknown when either side has none', () => {
    assert.equal(value(null), undefined);
    assert.equal(aptitudeFactor(pair({ aptitude: 3 }), knowledge), null);
  });
});
