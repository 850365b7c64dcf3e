// Tests that sentences and words know where they stand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentencesOf, windowsOf } from './text-units.ts';

test('A text falls apart into sentences and list items, in every script', () => {
  const texts = (text: string) => sentencesOf(text).map((words) => words.map((word) => word.text));
  assert.deepEqual(texts('Je bakt brood. Je kent C++!'), [
    ['Je', 'bakt', 'brood'],
    ['Je', 'kent', 'C++'],
  ]);
  assert.deepEqual(texts('- lassen\n- frezen'), [['lassen'], ['frezen']]);
  assert.equal(texts('هل تطبخ؟ نعم').length, 2);
  assert.equal(texts('ሰላም። ኣነ ኣለኹ').length, 2);
  assert.deepEqual(texts(' … '), []);
});

test('Every word is what stands at its place in the text', () => {
  const text = "Дев'ять років 👩‍🍳 працювала в їдальні; zo'n 2.700 euro.";
  for (const { start, end, text: word } of sentencesOf(text).flat())
    assert.equal(text.slice(start, end), word);
});

test('Windows are all runs of so many words, or the whole when there are fewer', () => {
  const words = sentencesOf('brood en taart')[0]!;
  assert.deepEqual(
    windowsOf(words, [2]).map(({ text }) => text),
    ['brood en', 'en taart'],
  );
  assert.deepEqual(
    windowsOf(words, [9]).map(({ text }) => text),
    ['brood en taart'],
  );
});
