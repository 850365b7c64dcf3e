// One error in a short word and two in a long one are errors; more make another word.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likeness } from './typing-errors.ts';

test('a letter too many, missing, wrong or out of place is one error', () => {
  for (const typed of ['bakkker', 'baker', 'bakler', 'bakekr']) {
    assert.equal(likeness(typed, 'bakker'), 1 - 1 / Math.max(typed.length, 6), typed);
  }
  assert.equal(likeness('bakker', 'bakker'), 1);
});

test('a long word may have two', () => {
  assert.equal(likeness('loodgeitr', 'loodgieter'), 0.8);
  assert.equal(likeness('bkkr', 'bakker'), 0);
});

test('short words and other words are not alike', () => {
  for (const [typed, meant] of [
    ['kop', 'kok'],
    ['bakken', 'lassen'],
    ['fietsbel', 'fietsbezorger'],
    ['', 'kok'],
  ] as const) {
    assert.equal(likeness(typed, meant), 0, typed);
  }
});
