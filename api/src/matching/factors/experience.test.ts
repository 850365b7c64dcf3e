// Experience: likeness, years and how long ago; unpaid work is work.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { experienceFactor } from './experience.ts';
import type { Experience } from './factor.ts';
import { assertNeverLower, knowledgeOf, pair } from './testing-pairs.ts';

const BAKER = 101;
const knowledge = knowledgeOf({
  similar: [
    [BAKER, 102, 0.86],
    [BAKER, 103, 0.57],
    [BAKER, 104, 0.1],
  ],
  isco: { [BAKER]: '7512', 105: '7513', 106: '7512', 107: '5120' },
});
const did = (told: Partial<Experience> = {}): Experience => ({
  occupation: BAKER,
  years: 5,
  lastYear: null,
  unpaid: false,
  ...told,
});
const result = (...experience: Experience[]) =>
  experienceFactor(pair({ experience }, { occupation: BAKER }), knowledge);
const value = (told: Partial<Experience>) => result(did(told))?.value;

describe('experience', () => {
  test('counts for more the more alike the work', () => {
    assertNeverLower([104, 103, 102, BAKER].map((occupation) => value({ occupation })));
  });

  test('is alike where ISCO-08 puts two occupations together, though their vectors differ', () => {
    assertNeverLower([107, 105, 106, BAKER].map((occupation) => value({ occupation })));
    assert.equal(value({ occupation: 107 }), 0);
  });

  test('counts for more the longer, and each year less than the one before', () => {
    const values = [0, 1, 2, 5, 10, 40].map((years) => value({ years }));
    assertNeverLower(values);
    assert.ok(values[2]! - values[1]! < values[1]!);
    assert.ok(values[0]! > 0);
  });

  test('fades slowly with the years since, and never below nothing', () => {
    assertNeverLower([1950, 2006, 2016, 2021, 2026].map((lastYear) => value({ lastYear })));
    assert.equal(value({ lastYear: 2026 }), value({ lastYear: null }));
    assert.equal(value({ lastYear: 2030 }), value({ lastYear: 2026 }));
    assert.ok(value({ lastYear: 2021 })! / value({ lastYear: 2026 })! > 0.75);
  });

  test('counts the same when it was not paid', () => {
    assert.equal(value({ unpaid: true }), value({ unpaid: false }));
  });

  test('is judged by the best of several', () => {
    const worse = did({ occupation: 103 });
    assert.deepEqual(result(worse, did()), result(did()));
    assert.deepEqual(result(did(), worse), result(did()));
  });

  test('without years is taken for some, and says so', () => {
    assert.equal(value({ years: null }), value({ years: 2 }));
    assert.deepEqual(result(did({ years: null }))!.evidence, {
      occupation: BAKER,
      likeness: 1,
      years: null,
      assumedYears: 2,
      lastYear: null,
      unpaid: false,
    });
  });

  test('is unknown when none was told or the work is not named', () => {
    assert.equal(result(), null);
    assert.equal(experienceFactor(pair({ experience: [did()] }), knowledge), null);
  });
});
