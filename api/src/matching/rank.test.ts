// The order of an answer: conditions, score, and no employer's vacancy three times in a row while others wait.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bitOf } from './conditions.ts';
import { randomFrom } from './factors/testing-pairs.ts';
import { type Rankable, rank } from './rank.ts';

const order = (items: Rankable[], limit = items.length) =>
  rank(items, limit)
    .map(({ id }) => id)
    .join(' ');

function randomItems(seed: number): Rankable[] {
  const random = randomFrom(seed);
  return Array.from({ length: Math.floor(random() * 60) }, (_, i) => ({
    id: `${String.fromCharCode(97 + (i % 26))}${i}`,
    unmet: Math.floor(random() * 4),
    score: Math.round(random() * 8) / 8,
    group: random() < 0.3 ? undefined : `group ${Math.floor(random() * 4)}`,
  }));
}

describe('the order', () => {
  test('has first who meets every condition, then who misses fewest, however high the score', () => {
    assert.equal(
      order([
        { id: 'two', unmet: 0b101, score: 1 },
        { id: 'one', unmet: 0b1000, score: 0.5 },
        { id: 'none', unmet: 0, score: 0.1 },
      ]),
      'none one two',
    );
  });

  test('with a setback has last what is out of reach, and the others by score less what each condition costs', () => {
    const items = [
      { id: 'far', unmet: 0b1, score: 1 },
      { id: 'near miss', unmet: 0b100000, score: 0.6 },
      { id: 'unrelated', unmet: 0, score: 0.2 },
      { id: 'as good', unmet: 0, score: 0.55 },
      { id: 'two short', unmet: 0b100100, score: 0.6 },
    ];
    assert.deepEqual(
      rank(items, 5, 0.1).map(({ id }) => id),
      ['as good', 'near miss', 'two short', 'unrelated', 'far'],
    );
  });

  test('is by score within those, and by id among equals', () => {
    assert.equal(
      order([
        { id: 'c', unmet: 0, score: 0.5 },
        { id: 'b', unmet: 0, score: 0.5 },
        { id: 'a', unmet: 0, score: 0.4 },
      ]),
      'b c a',
    );
  });

  test('sets the third and fourth of a group back, the fifth and sixth further, and hides none', () => {
    const bakery = [0.99, 0.98, 0.97, 0.96, 0.95, 0.94].map((score, i) => ({
      id: `bakery${i + 1}`,
      unmet: 0,
      score,
      group: 'bakery',
    }));
    const others = [
      { id: 'alone', unmet: 0, score: 0.5 },
      { id: 'cafe', unmet: 0, score: 0.8, group: 'cafe' },
      { id: 'poor', unmet: 0, score: 0.6 },
    ];
    assert.equal(
      order([...bakery, ...others]),
      'bakery1 bakery2 cafe bakery3 bakery4 poor bakery5 bakery6 alone',
    );
    assert.equal(order([...bakery, ...others], 3), 'bakery1 bakery2 cafe');
  });

  test('with a setback has unknown work behind known work, and before what is out of reach', () => {
    const items = [
      { id: 'far', unmet: bitOf('reach'), score: 0.9 },
      { id: 'wordless', unmet: bitOf('work-unknown'), score: 1 },
      { id: 'known', unmet: 0, score: 0.1 },
    ];
    assert.deepEqual(
      rank(items, 3, 0.1).map(({ id }) => id),
      ['known', 'wordless', 'far'],
    );
  });

  test('keeps everyone once, whatever the order of what comes in', () => {
    for (let seed = 0; seed < 300; seed++) {
      const items = randomItems(seed);
      const ranked = rank(items, items.length);
      assert.deepEqual(new Set(ranked), new Set(items));
      assert.equal(ranked.length, items.length);
      const random = randomFrom(seed + 1000);
      const shuffled = items
        .map((item) => ({ item, key: random() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item);
      assert.deepEqual(rank(shuffled, items.length), ranked);
      assert.deepEqual(rank(items, 7), ranked.slice(0, 7));
      assert.deepEqual(rank(ranked, items.length), ranked);
    }
  });

  test('never has more than half of a page of one group while another is worth as much', () => {
    const copies: Rankable[] = Array.from({ length: 60 }, (_, i) => ({
      id: `c${i}`,
      unmet: 0,
      score: 0.9,
      group: 'chain',
    }));
    const others: Rankable[] = Array.from({ length: 30 }, (_, i) => ({ id: `o${i}`, unmet: 0, score: 0.55 }));
    const first = rank([...copies, ...others], 20);
    assert.equal(first.filter(({ group }) => group === 'chain').length, 4);
    assert.equal(rank(copies, 20).length, 20, 'a page is full of them when there is nothing else');
  });

  test('of nobody is empty', () => assert.deepEqual(rank([], 20), []));
});
