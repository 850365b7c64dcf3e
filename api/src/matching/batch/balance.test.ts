// Balanced lists are full, feasible, the same every time, and leave nobody out whom some choice of lists could show.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRandom } from '../../training/random.ts';
import { balance, exposureOf, type Lists, type Pairs } from './balance.ts';
import { gini } from './gini.ts';

/** @param table rows of [list, item, score] */
function pairsOf(table: [number, number, number][], ranked = table.length): Pairs {
  return {
    lists: 1 + Math.max(...table.map(([list]) => list)),
    items: 1 + Math.max(...table.map(([, item]) => item)),
    list: Int32Array.from(table, ([list]) => list),
    item: Int32Array.from(table, ([, item]) => item),
    score: Float64Array.from(table, ([, , score]) => score),
    ranked,
  };
}

/** A few items that every list likes best, and many that are liked less. */
function crowdedPairs(seed: number, lists = 30, items = 100): Pairs {
  const random = createRandom(seed);
  const table: [number, number, number][] = [];
  for (let list = 0; list < lists; list++)
    for (let item = 0; item < items; item++)
      if (random() < 0.3) table.push([list, item, (item < 10 ? 0.5 : 0) + random() / 2]);
  return pairsOf(table);
}

const itemsOf = (pairs: Pairs, lists: Lists) =>
  lists.map((list) => list.map((pair) => pairs.item[pair]!).sort((a, b) => a - b));
const shownItems = (pairs: Pairs, lists: Lists) => new Set(itemsOf(pairs, lists).flat());

/** The best of every list, without any balance. */
function bestLists(pairs: Pairs, length: number): Lists {
  const lists: Lists = Array.from({ length: pairs.lists }, () => []);
  pairs.list.forEach((list, pair) => {
    lists[list]!.push(pair);
  });
  return lists.map((list) =>
    list.sort((a, b) => pairs.score[b]! - pairs.score[a]! || a - b).slice(0, length),
  );
}

/** The most items that lists of this length can show: a matching by trying every chain anew. */
function mostShown(pairs: Pairs, length: number): number {
  const holders: number[][] = Array.from({ length: pairs.lists }, () => []);
  const listsOf = (item: number) => [...pairs.list].filter((_, pair) => pairs.item[pair] === item);
  const place = (item: number, tried: Set<number>): boolean =>
    listsOf(item).some((list) => {
      if (tried.has(list)) return false;
      tried.add(list);
      if (holders[list]!.length < length) return holders[list]!.push(item) > 0;
      return holders[list]!.some((other, at) => {
        if (!place(other, tried)) return false;
        holders[list]![at] = item;
        return true;
      });
    });
  let shown = 0;
  for (let item = 0; item < pairs.items; item++) if (place(item, new Set())) shown++;
  return shown;
}

describe('balanced lists', () => {
  test('are as long as the pairs allow, and show nothing twice', () => {
    for (const seed of [1, 2, 3]) {
      const pairs = crowdedPairs(seed);
      const lists = balance(pairs, { length: 5, price: 0.05 });
      lists.forEach((list, number) => {
        const own = pairs.list.filter((other) => other === number).length;
        assert.equal(list.length, Math.min(5, own));
        assert.ok(list.every((pair) => pairs.list[pair] === number));
        assert.equal(new Set(list.map((pair) => pairs.item[pair])).size, list.length);
      });
    }
  });

  test('are in the order of the score', () => {
    const pairs = crowdedPairs(4);
    for (const list of balance(pairs, { length: 5, price: 0.05 })) {
      const scores = list.map((pair) => pairs.score[pair]!);
      assert.deepEqual(
        scores,
        scores.toSorted((a, b) => b - a),
      );
    }
  });

  test('show everybody where there is room, more evenly, for a little score', () => {
    const pairs = crowdedPairs(5);
    const before = exposureOf(pairs, bestLists(pairs, 5));
    const after = exposureOf(pairs, balance(pairs, { length: 5, price: 0.05 }));
    assert.ok(before.coverage < 0.7 && before.gini > 0.6, JSON.stringify(before));
    assert.equal(after.coverage, 1);
    assert.ok(after.gini < before.gini - 0.2, JSON.stringify(after));
    assert.ok(after.meanScore > before.meanScore - 0.25);
  });

  test('are evener the higher the price', () => {
    const pairs = crowdedPairs(6);
    const ginis = [0, 0.02, 0.1, 1].map(
      (price) => exposureOf(pairs, balance(pairs, { length: 5, price })).gini,
    );
    assert.deepEqual(
      ginis,
      ginis.toSorted((a, b) => b - a),
    );
  });

  test('show as many as any lists could, also when there is no room for all', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = createRandom(seed);
      const table: [number, number, number][] = [];
      for (let item = 0; item < 24; item++)
        for (let list = 0; list < 8; list++)
          // Neighbouring lists only, so that some corners are too full and others have room.
          if (Math.abs(list - (item % 5)) < 3 && random() < 0.35) table.push([list, item, random()]);
      const pairs = pairsOf(table);
      const lists = balance(pairs, { length: 3, price: seed % 2 ? 0 : 0.1 });
      assert.equal(shownItems(pairs, lists).size, mostShown(pairs, 3), `seed ${seed}`);
    }
  });

  test('show somebody by a chain of moves when only that makes room', () => {
    // Item 2 fits list 0 only, which is full with 0; 0 may move to list 1 when 1 moves on to list 2.
    const pairs = pairsOf([
      [0, 0, 0.9],
      [1, 1, 0.9],
      [1, 0, 0.1],
      [2, 1, 0.1],
      [0, 2, 0.2],
    ]);
    const lists = balance(pairs, { length: 1, price: 0 });
    assert.deepEqual(itemsOf(pairs, lists), [[2], [0], [1]]);
  });

  test('take the place of whom another list shows too, where that costs least', () => {
    const pairs = pairsOf([
      [0, 0, 0.9],
      [1, 0, 0.5],
      [0, 1, 0.3],
      [1, 1, 0.3],
    ]);
    assert.deepEqual(itemsOf(pairs, balance(pairs, { length: 1, price: 0 })), [[0], [1]]);
  });

  test('take a pair with an estimated score only for whom no list would show else', () => {
    const pairs = pairsOf(
      [
        [0, 0, 0.5],
        [1, 0, 0.5],
        [0, 1, 0.9],
        [1, 2, 0.9],
        [0, 2, 0.9],
      ],
      3,
    );
    const lists = balance(pairs, { length: 2, price: 0 });
    assert.deepEqual(itemsOf(pairs, lists), [
      [0, 1],
      [0, 2],
    ]);
  });

  test('are the same for the same pairs', () => {
    const once = balance(crowdedPairs(7), { length: 5, price: 0.05 });
    assert.deepEqual(balance(crowdedPairs(7), { length: 5, price: 0.05 }), once);
  });

  test('are empty without pairs', () => {
    const none: Pairs = { ...pairsOf([[0, 0, 1]]), list: new Int32Array(), item: new Int32Array() };
    const lists = balance({ ...none, score: new Float64Array(), ranked: 0 }, { length: 5, price: 0.1 });
    assert.deepEqual(lists, [[]]);
    assert.deepEqual(exposureOf(none, lists), { gini: 0, coverage: 1, meanScore: 0 });
  });
});

test('the Gini coefficient is 0 for equals and (n - 1) / n when one has all', () => {
  assert.equal(gini([3, 3, 3]), 0);
  assert.equal(gini([0, 0]), 0);
  assert.ok(Math.abs(gini([0, 4, 0, 0]) - 0.75) < 1e-12);
  assert.ok(Math.abs(gini([1, 2, 3, 4]) - 0.25) < 1e-12);
});
