// Education: ranges against ranges; more than asked is named, hardly counted.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { educationFactor } from './education.ts';
import { fieldOfIsco } from './education-fields.ts';
import { assertNeverLower, knowledgeOf, pair } from './testing-pairs.ts';

const BAKER = 101;
const knowledge = knowledgeOf({ isco: { [BAKER]: '7512' } });
type Range = [min: number, max: number | null, field?: string];
const result = (
  [min, max, field = undefined]: Range,
  [needsMin, needsMax, needsField]: Range,
  occupation: number | null = null,
) =>
  educationFactor(
    pair(
      { education: { min, max: max ?? min, field: field ?? null } },
      { education: { min: needsMin, max: needsMax, field: needsField ?? null }, occupation },
    ),
    knowledge,
  );

describe('education', () => {
  test('is better the nearer to the lowest level asked, and right from there to where the work ends', () => {
    assertNeverLower([1, 2, 3, 4].map((level) => result([level, level], [4, 5])?.value));
    assert.deepEqual(
      [4, 5, 6].map((level) => result([level, level], [4, 5])!.value),
      [1, 1, 1],
    );
    assert.equal(result([1, 1], [8, null])!.value, 0);
  });

  test('of a foreign diploma is judged over its whole range', () => {
    assertNeverLower([
      result([2, 2], [3, 4])?.value,
      result([2, 3], [3, 4])?.value,
      result([2, 4], [3, 4])?.value,
      result([3, 4], [3, 4])?.value,
    ]);
    assert.equal(result([2, 3], [3, 4])!.evidence.missingLevels, 0);
    assert.equal(result([1, 2], [4, 4])!.evidence.missingLevels, 2);
  });

  test('far above the work falls slowly, never far, and is named', () => {
    const over = [8, 7, 6, 5, 4, 3].map((level) => result([level, level], [2, 3]));
    assertNeverLower(over.map((each) => each?.value));
    assert.ok(over.every((each) => each!.value >= 0.7));
    assert.deepEqual(
      over.map((each) => each!.evidence.overqualified),
      [5, 4, 3, 2, 1, 0],
    );
    assert.equal(result([4, 4], [2, 3])!.value, 1);
  });

  test('that may be far above the work is named with what it costs', () => {
    const wide = result([3, 8], [2, 3])!;
    assert.ok(wide.value < 1);
    assert.equal(wide.evidence.overqualified, 5);
  });

  test('is never too high where the work has no end', () => {
    const open = result([8, 8], [1, null])!;
    assert.deepEqual([open.value, open.evidence.overqualified], [1, 0]);
  });

  test('in another field counts for less, and a field that is general or not told does not', () => {
    const inField = (field?: string, needed?: string) => result([4, 4, field], [4, 4, needed])!.value;
    assertNeverLower([inField('09', '07'), inField('07', '07')]);
    for (const [field, needed] of [
      ['00', '07'],
      [undefined, '07'],
      ['07', undefined],
    ]) {
      assert.equal(inField(field, needed), 1);
    }
    assert.equal(result([1, 1, '09'], [1, 1, '07'])!.value, 1);
  });

  test('takes the field of the occupation where the vacancy names none', () => {
    assert.deepEqual(result([3, 3, '09'], [3, 3], BAKER)!.evidence, {
      levelMin: 3,
      levelMax: 3,
      neededMin: 3,
      neededMax: 3,
      missingLevels: 0,
      overqualified: 0,
      field: '09',
      neededField: '07',
      sameField: false,
    });
    assert.equal(result([3, 3, '09'], [3, 3, '09'], BAKER)!.value, 1);
  });

  test('is unknown when either side left it open', () => {
    assert.equal(educationFactor(pair({ education: { min: 3, max: 3, field: null } }), knowledge), null);
    assert.equal(educationFactor(pair({}, { education: { min: 3, max: 3, field: null } }), knowledge), null);
  });
});

describe('the field of an occupation', () => {
  test('is that of the longest known beginning of its ISCO-08 code', () => {
    for (const [code, field] of [
      ['2262', '09'],
      ['2250', '08'],
      ['2635', '09'],
      ['2631', '03'],
      ['7512', '07'],
      ['5311', '09'],
      ['5312', '01'],
      ['22', '09'],
      ['9112', null],
      ['', null],
      [null, null],
    ] as const) {
      assert.equal(fieldOfIsco(code), field, String(code));
    }
  });
});
