// Interests: the strongest kind of work of an occupation counts most.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PersonSide } from './factor.ts';
import { interestsFactor } from './interests.ts';
import { assertNeverLower, knowledgeOf, pair } from './testing-pairs.ts';

const BAKER = 102;
const knowledge = knowledgeOf({ riasec: { [BAKER]: 'RIC' } });

describe('interests', () => {
  const result = (interests: PersonSide['interests'], occupation: number | null = BAKER) =>
    interestsFactor(pair({ interests }, { occupation }), knowledge);

  test('count the strongest kind of work of an occupation most', () => {
    assertNeverLower([
      result({ R: 0, I: 0, C: 0 })?.value,
      result({ R: 0, I: 0, C: 1 })?.value,
      result({ R: 0, I: 1, C: 0 })?.value,
      result({ R: 1, I: 0, C: 0 })?.value,
      result({ R: 1, I: 1, C: 1 })?.value,
    ]);
    assert.equal(result({ R: 1, I: 0.5, C: 0 })!.value, 4 / 6);
  });

  test('leave out the kinds that the person told nothing about', () => {
    assert.deepEqual(result({ R: 0.5, S: 0 }), { value: 0.5, evidence: { riasec: 'RIC', told: 'R' } });
  });

  test('are unknown when either side has none', () => {
    assert.equal(result(null), null);
    assert.equal(result({ S: 1 }), null);
    assert.equal(result({ R: 1 }, null), null);
    assert.equal(result({ R: 1 }, 999), null);
  });
});
