// Asked skills against those of a person: the very skill before an alike one, told before guessed.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type PersonSkill, PROVENANCES } from './factor.ts';
import { hardSkillsFactor } from './hard-skills.ts';
import { ALIKE_AT_MOST, matchSkills } from './skill-matching.ts';
import { softSkillsFactor } from './soft-skills.ts';
import { asks, assertNeverLower, has, knowledgeOf, pair } from './testing-pairs.ts';

const knowledge = knowledgeOf({
  similar: [
    [1, 2, 0.9],
    [1, 3, 0.8],
    [1, 4, 0.79],
    [5, 10, 0.95],
    [10, 11, 0.95],
  ],
  transversal: [10, 11],
});
const match = (skills: Map<number, PersonSkill>, asked = asks([1, 'essential'])) =>
  matchSkills(pair({ skills }, { skills: asked }), knowledge)[0]!;

describe('a skill', () => {
  test('is worth more the surer it is known', () => {
    assertNeverLower([
      ...[0.5, 0.7, 1].map((probability) => match(has([1, 'predicted', { probability }])).credit),
      ...PROVENANCES.toReversed()
        .slice(1)
        .map((provenance) => match(has([1, provenance])).credit),
    ]);
    assert.equal(match(has([1, 'verified'])).credit, 1);
  });

  test('that is predicted with less than a half is unknown', () => {
    const guess = match(has([1, 'predicted', { probability: 0.49 }]));
    assert.deepEqual([guess.has, guess.credit], [null, 0]);
  });

  test('is worth less at a level below the asked one, and no less when a level is not told', () => {
    const credit = (level: 1 | 2 | 3 | null, needed: 1 | 2 | 3 | null = 3) =>
      match(has([1, 'verified', { level }]), asks([1, 'essential', { level: needed }])).credit;
    assertNeverLower([credit(1), credit(2), credit(3)]);
    assert.deepEqual([credit(3, 1), credit(null), credit(1, null)], [1, 1, 1]);
  });

  test('counts in part through an alike one, and names it', () => {
    assertNeverLower([
      match(has([4, 'verified'])).credit,
      match(has([3, 'verified'])).credit,
      match(has([2, 'verified'])).credit,
      match(has([1, 'verified'])).credit,
    ]);
    const alike = match(has([3, 'verified'], [2, 'verified']));
    assert.equal(alike.through, 2);
    assert.ok(alike.likeness < ALIKE_AT_MOST && alike.credit === alike.likeness);
  });

  test('earns nothing through one that is not alike enough to be named', () => {
    // A cosine of .8 is a likeness of .4, half of the most; .79 is no likeness at all.
    assert.ok(Math.abs(match(has([3, 'verified'])).likeness - 0.4) < 1e-9);
    assert.deepEqual(match(has([4, 'verified'])), match(has([9, 'verified'])));
  });

  test('is never found through a transversal one, however near', () => {
    for (const skill of [5, 11]) {
      const { has: found, credit } = match(has([10, 'verified']), asks([skill, 'essential']));
      assert.deepEqual([found, credit], [null, 0]);
    }
    assert.equal(match(has([5, 'verified']), asks([10, 'essential'])).through, 5);
  });

  test('takes the best of the very skill that is predicted and an alike one that is told', () => {
    assert.equal(match(has([1, 'predicted', { probability: 0.5 }], [2, 'verified'])).through, 2);
    assert.equal(match(has([1, 'predicted', { probability: 1 }], [3, 'verified'])).through, null);
  });

  test('names the same one of two that are just as alike, whichever was told first', () => {
    const twins = knowledgeOf({
      similar: [
        [1, 2, 0.9],
        [1, 3, 0.9],
      ],
    });
    for (const skills of [has([2, 'stated'], [3, 'stated']), has([3, 'stated'], [2, 'stated'])]) {
      assert.equal(matchSkills(pair({ skills }, { skills: asks([1, 'essential']) }), twins)[0]!.through, 2);
    }
  });

  test('that is a must-have is credited only when it is that very skill and not predicted', () => {
    const must = asks([1, 'must-have']);
    assert.equal(match(has([2, 'verified']), must).credit, 0);
    assert.equal(match(has([2, 'verified']), must).has, null);
    const guess = match(has([1, 'predicted', { probability: 1 }]), must);
    assert.deepEqual([guess.credit, guess.has!.provenance], [0, 'predicted']);
    for (const provenance of ['stated', 'confirmed', 'verified'] as const) {
      assert.ok(match(has([1, provenance]), must).credit > 0.9);
    }
  });

  test('finds the same alike one whichever of the two lists is the shorter', () => {
    const few = has([2, 'stated'], [3, 'stated']);
    const rest = [20, 21, 22, 23, 24].map((id): [number, 'stated'] => [id, 'stated']);
    const many = has([2, 'stated'], [3, 'stated'], ...rest);
    assert.deepEqual(match(many), match(few));
  });
});

describe('hard skills', () => {
  const asked = asks([1, 'essential'], [5, 'essential'], [6, 'optional'], [10, 'essential']);
  const value = (skills: Map<number, PersonSkill>, needed = asked) =>
    hardSkillsFactor(pair({ skills }, { skills: needed }), knowledge)?.value;

  test('count for more the more there are and the more they matter, and reach 1', () => {
    assertNeverLower([
      value(has([9, 'verified'])),
      value(has([6, 'verified'])),
      value(has([1, 'verified'])),
      value(has([1, 'verified'], [6, 'verified'])),
      value(has([1, 'verified'], [5, 'verified'])),
      value(has([1, 'verified'], [5, 'verified'], [6, 'verified'])),
    ]);
    assert.equal(value(has([1, 'verified'], [5, 'verified'], [6, 'verified'], [9, 'stated'])), 1);
    assert.equal(value(has([9, 'verified'])), 0);
  });

  test('lose more for a missing must-have than for any other', () => {
    const without = (importance: 'must-have' | 'essential' | 'optional') =>
      value(has([5, 'verified']), asks([1, importance], [5, 'essential']));
    assertNeverLower([without('must-have'), without('essential')]);
    assertNeverLower([without('essential'), without('optional')]);
  });

  test('tell how they were counted', () => {
    const skills = has(
      [1, 'predicted', { probability: 0.8 }],
      [5, 'stated'],
      [6, 'predicted', { probability: 0.1 }],
    );
    const result = hardSkillsFactor(pair({ skills }, { skills: asked }), knowledge)!;
    assert.deepEqual(result.evidence, { asked: 3, matched: 1, alike: 0, predicted: 1, missing: 1 });
    assert.ok(result.predicted! > 0.3 && result.predicted! < 0.4);
  });

  test('are unknown when the person told no skill or none is asked', () => {
    assert.equal(value(new Map()), undefined);
    assert.equal(value(has([1, 'stated']), asks([10, 'essential'])), undefined);
  });
});

describe('soft skills', () => {
  const asked = asks([1, 'essential'], [10, 'essential'], [11, 'optional']);
  const result = (skills: Map<number, PersonSkill>) =>
    softSkillsFactor(pair({ skills }, { skills: asked }), knowledge);

  test('are those of use in any work', () => {
    assert.deepEqual(result(has([10, 'verified'], [11, 'verified']))!, {
      value: 1,
      predicted: 0,
      evidence: { asked: 2, matched: 2, alike: 0, predicted: 0, missing: 0 },
    });
  });

  test('are unknown, not missing, for who named none', () => {
    assert.equal(result(has([1, 'stated'])), null);
    assert.equal(result(has([1, 'stated'], [10, 'predicted', { probability: 0.2 }])), null);
    // The one named does not stand for the other, so what is asked twice as hard is missing.
    assert.ok(result(has([11, 'stated']))!.value < 0.5);
  });
});

test('what a person said no to is not found through an alike skill', () => {
  const knowledge = knowledgeOf({ similar: [[1, 2, 0.95]] });
  const told = { skills: has([2, 'stated']) };
  const asked = { skills: asks([1, 'essential']) };
  assert.equal(matchSkills(pair(told, asked), knowledge)[0]!.through, 2);
  const rejecting = matchSkills(pair({ ...told, rejected: [1] }, asked), knowledge)[0]!;
  assert.deepEqual([rejecting.has, rejecting.credit], [null, 0]);
});
