// Schedule: hours that overlap, and lessons and care that do not.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DAYS, type DayPart, maskOf, ofPart } from '../day-parts.ts';
import type { Busy } from './factor.ts';
import { scheduleFactor } from './schedule.ts';
import { assertNeverLower, knowledgeOf, pair } from './testing-pairs.ts';

type Range = [min: number | null, max: number | null];
const hours = (wanted: Range, offered: Range) =>
  scheduleFactor(
    pair({ hoursMin: wanted[0], hoursMax: wanted[1] }, { hoursMin: offered[0], hoursMax: offered[1] }),
    knowledgeOf(),
  )?.value;
const mornings = (days: readonly DayPart['day'][]) => maskOf(days.map((day) => ({ day, part: 'morning' })));
const lessons = (mask: number, reason: Busy['reason'] = 'integration-course'): Busy => ({ mask, reason });
const shifts = (shiftMask: number, ...busy: Busy[]) =>
  scheduleFactor(pair({ busy }, { shifts: shiftMask }), knowledgeOf());

describe('weekly hours', () => {
  test('are right as soon as the ranges touch, and worse the further they are apart', () => {
    for (const wanted of [
      [24, 32],
      [32, 40],
      [16, 24],
      [1, 60],
      [24, null],
      [null, 32],
    ] as Range[]) {
      assert.equal(hours(wanted, [24, 32]), 1, String(wanted));
    }
    assertNeverLower([4, 12, 20, 23, 24].map((max) => hours([1, max], [24, 32])));
    assertNeverLower([60, 40, 36, 33, 32].map((min) => hours([min, 60], [24, 32])));
  });

  test('are unknown when either side said nothing', () => {
    assert.equal(hours([null, null], [24, 32]), undefined);
    assert.equal(hours([24, 32], [null, null]), undefined);
  });
});

describe('parts of the week', () => {
  const weekdays = mornings(DAYS.slice(0, 5));

  test('count by the share of the work in which the person is free', () => {
    assertNeverLower(
      [5, 3, 1, 0].map((n) => shifts(weekdays, lessons(mornings(DAYS.slice(0, n)) | ofPart('night')))?.value),
    );
    assert.equal(shifts(weekdays, lessons(weekdays))!.value, 0);
    assert.equal(shifts(weekdays, lessons(mornings(['mon', 'tue'])))!.value, 0.6);
  });

  test('name what they clash with, and count a part once however many reasons it has', () => {
    const both = shifts(
      weekdays,
      lessons(mornings(['mon', 'tue'])),
      lessons(mornings(['tue', 'sun']), 'care'),
    )!;
    assert.deepEqual(both, {
      value: 0.6,
      evidence: {
        shiftParts: 5,
        clashingParts: 2,
        clashesIntegrationCourse: 2,
        clashesCare: 1,
        clashesOther: 0,
      },
    });
  });

  test('are unknown when either side said nothing', () => {
    assert.equal(shifts(0, lessons(weekdays)), null);
    assert.equal(shifts(weekdays), null);
  });
});

test('hours and parts of the week both have to fit', () => {
  const value = scheduleFactor(
    pair(
      { hoursMin: 8, hoursMax: 16, busy: [lessons(mornings(['mon', 'tue']))] },
      { hoursMin: 24, hoursMax: 32, shifts: mornings(DAYS.slice(0, 5)) },
    ),
    knowledgeOf(),
  )!.value;
  assert.equal(value, 0.5 * 0.6);
});
