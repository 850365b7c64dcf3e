// Location: the way to work with what the person has, at the hours of the work.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { maskOf } from '../day-parts.ts';
import type { PersonSide, Transport } from './factor.ts';
import { locationFactor, minutesOf } from './location.ts';
import { assertNeverLower, knowledgeOf, pair } from './testing-pairs.ts';

const NIGHT = maskOf([
  { day: 'mon', part: 'evening' },
  { day: 'tue', part: 'night' },
]);
const EVENING = maskOf([{ day: 'mon', part: 'evening' }]);
/** A person at so many km; everything else unknown unless told. */
const result = (km: number, told: Partial<PersonSide> = {}, shifts = 0) =>
  locationFactor(pair({ places: [{ x: km, y: 0, when: 'now' }], ...told }, { shifts }), knowledgeOf());
const value = (km: number, told: Partial<PersonSide> = {}, shifts = 0) => result(km, told, shifts)?.value;
const by = (...transport: Transport[]) => ({ transport });

describe('location', () => {
  test('is better the nearer, and better for who travels further', () => {
    assertNeverLower([300, 100, 45, 30, 15, 1, 0].map((km) => value(km)));
    assertNeverLower([10, 20, 40, 300].map((maxDistanceKm) => value(20, { maxDistanceKm })));
    assertNeverLower(
      [10, 30, 60, 240].map((maxTravelMinutes) => value(8, { ...by('bicycle'), maxTravelMinutes })),
    );
  });

  test('is 1 next door, a half at the limit, and nothing at twice the limit', () => {
    assert.deepEqual(
      [0, 30, 60, 500].map((km) => value(km)),
      [1, 0.5, 0, 0],
    );
  });

  test('is better with a faster means, and the quickest is named', () => {
    const slowFirst: Transport[] = ['walking', 'bicycle', 'public-transport', 'car'];
    assertNeverLower(slowFirst.map((transport) => value(14, by(transport))));
    assert.equal(result(14, by('bicycle', 'car', 'walking'))!.evidence.transport, 'car');
    assert.equal(result(0, by('car'))!.evidence.transport, 'walking');
  });

  test('counts only distance when no means was told', () => {
    assert.deepEqual(result(12.34)!.evidence, {
      distanceKm: 12.3,
      maxDistanceKm: 30,
      minutes: null,
      maxTravelMinutes: null,
      transport: null,
      place: 'now',
      nightShift: false,
    });
  });

  test('has no public transport in the night, but has in the evening', () => {
    const train = by('public-transport');
    assert.equal(value(14, train, EVENING), value(14, train));
    assert.ok(value(14, train, NIGHT)! < value(14, train)!);
    const atNight = result(14, by('public-transport', 'bicycle'), NIGHT)!;
    assert.deepEqual([atNight.evidence.transport, atNight.evidence.nightShift], ['bicycle', true]);
    assert.equal(value(14, by('car'), NIGHT), value(14, by('car')));
  });

  test('takes the nearest of where the person lives and expects to live', () => {
    const from = (now: number, expected: number) =>
      result(0, {
        places: [
          { x: now, y: 0, when: 'now' },
          { x: expected, y: 0, when: 'expected' },
        ],
      })!.evidence;
    assert.deepEqual([from(50, 5).distanceKm, from(50, 5).place], [5, 'expected']);
    assert.deepEqual([from(5, 50).distanceKm, from(5, 50).place], [5, 'now']);
    assert.equal(from(5, 5).place, 'now');
  });

  test('knows a place where the person only expects to live, when it is the only one told', () => {
    const soon = result(0, { places: [{ x: 3, y: 4, when: 'expected' }] })!.evidence;
    assert.deepEqual([soon.distanceKm, soon.place], [5, 'expected']);
  });

  test('is unknown without a place', () => assert.equal(value(0, { places: [] }), undefined));

  test('reckons as the source does: a bicycle is as quick as public transport at 7.5 km of road, a car twice as quick', () => {
    const km = 7.5 / 1.3;
    assert.ok(Math.abs(minutesOf('bicycle', km) - minutesOf('public-transport', km)) < 1);
    assert.ok(Math.abs(minutesOf('public-transport', km) / minutesOf('car', km) - 2) < 0.1);
  });
});
