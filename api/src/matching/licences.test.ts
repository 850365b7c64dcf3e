// What a driving licence includes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { licenceRoute, withIncluded } from './licences.ts';

test('who may drive a lorry with a trailer may drive the lorry, lighter trailers and a car', () => {
  assert.deepEqual(withIncluded(['CE']).toSorted(), ['AM', 'B', 'B+', 'BE', 'C', 'C1', 'C1E', 'CE']);
});

test('a car licence includes a moped, and neither a motorcycle nor a trailer', () => {
  assert.deepEqual(withIncluded(['B']), ['B', 'AM']);
});

test('a lorry trailer licence counts for a bus with a trailer only beside a bus licence', () => {
  assert.ok(!withIncluded(['CE']).includes('DE'));
  assert.ok(withIncluded(['D', 'CE']).includes('DE'));
});

test('no licence, and one that includes nothing, stay as they are', () => {
  assert.deepEqual(withIncluded([]), []);
  assert.deepEqual(withIncluded(['T']), ['T']);
});

test('the way to a licence goes by those that must be held first', () => {
  assert.deepEqual(licenceRoute('CE'), ['B', 'C', 'CE']);
  assert.deepEqual(licenceRoute('A'), ['A']);
});
