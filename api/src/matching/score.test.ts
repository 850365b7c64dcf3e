// The score: what is shown adds up to it, and what is unknown neither helps nor hurts.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FACTORS, type Factor, type PersonSide } from './factors/factor.ts';
import {
  asks,
  has,
  knowledgeOf,
  pair,
  randomFrom,
  randomKnowledge,
  randomPair,
} from './factors/testing-pairs.ts';
import { score } from './score.ts';
import { DEFAULT_WEIGHTS, weightsOf } from './weights.ts';

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const NEAR: Partial<PersonSide> = { places: [{ x: 0, y: 0, when: 'now' }] };

/** Some weights at random; a fifth of them 0. */
function randomWeights(seed: number): Record<Factor, number> {
  const random = randomFrom(seed);
  return weightsOf({
    ...Object.fromEntries(FACTORS.map((factor) => [factor, random() < 0.2 ? 0 : random() * 9])),
    location: 1,
  });
}

describe('the score', () => {
  test('is the sum of its contributions, and their weights add up to 1, whatever is known and whatever is weighed', () => {
    for (let seed = 0; seed < 1000; seed++) {
      const weights = seed % 2 ? randomWeights(seed) : undefined;
      const { score: total, contributions } = score(randomPair(seed), randomKnowledge, weights);
      for (const { weight, value, contribution } of contributions) {
        assert.equal(contribution, value === null ? 0 : weight * value);
        assert.ok(weight >= 0 && weight <= 1 && (value !== null || weight === 0));
      }
      assert.ok(total >= 0 && total <= 1);
      assert.ok(Math.abs(total - sum(contributions.map(({ contribution }) => contribution))) < 1e-9);
      const weighed = sum(contributions.map(({ weight }) => weight));
      const anythingKnown = contributions.some(
        ({ factor, value }) => value !== null && (weights?.[factor] ?? 1) > 0,
      );
      assert.ok(Math.abs(weighed - (anythingKnown ? 1 : 0)) < 1e-9, String(weighed));
    }
  });

  test('names the factors in their order', () => {
    assert.deepEqual(
      score(pair(), knowledgeOf()).contributions.map(({ factor }) => factor),
      [...FACTORS],
    );
  });

  test('gives the weight of what is unknown to the rest in proportion', () => {
    const both = score(
      pair({ ...NEAR, aptitude: 4 }, { education: { min: 4, max: 4, field: null } }),
      knowledgeOf(),
    );
    const weightOf = (factor: Factor) => both.contributions.find((each) => each.factor === factor)!.weight;
    const ours = (factor: Factor) => DEFAULT_WEIGHTS[factor].weight;
    assert.ok(Math.abs(both.score - 1) < 1e-9);
    assert.ok(
      Math.abs(weightOf('location') / weightOf('aptitude') - ours('location') / ours('aptitude')) < 1e-9,
    );
  });

  test('is 0 with weights of 0 when nothing that weighs is known', () => {
    for (const { score: total, contributions } of [
      score(pair(), knowledgeOf()),
      score(pair(NEAR), knowledgeOf(), weightsOf({ language: 1 })),
    ]) {
      assert.equal(total, 0);
      assert.ok(contributions.every(({ weight, contribution }) => weight === 0 && contribution === 0));
    }
  });

  test('leaves out what the person opted out of, says so, and judges the rest as before', () => {
    for (let seed = 0; seed < 100; seed++) {
      const before = randomPair(seed);
      before.person.optOut = [];
      for (const factor of FACTORS) {
        const after = score({ ...before, person: { ...before.person, optOut: [factor] } }, randomKnowledge);
        score(before, randomKnowledge).contributions.forEach((each, i) => {
          const { value, evidence, basis } = after.contributions[i]!;
          assert.deepEqual(
            { value, evidence, basis },
            each.factor === factor
              ? { value: null, evidence: {}, basis: 'opted-out' }
              : { value: each.value, evidence: each.evidence, basis: each.basis },
          );
        });
      }
    }
  });

  test('marks what rests on predictions', () => {
    const basis = (...skills: Parameters<typeof has>) =>
      score(
        pair({ skills: has(...skills) }, { skills: asks([1, 'essential'], [2, 'essential']) }),
        knowledgeOf(),
      ).contributions[0]!.basis;
    assert.equal(basis([1, 'predicted', { probability: 0.9 }]), 'predicted');
    assert.equal(basis([1, 'predicted', { probability: 0.9 }], [2, 'stated']), 'known');
    assert.equal(basis([9, 'predicted', { probability: 0.9 }]), 'known');
  });

  test('rises when a predicted skill is confirmed', () => {
    const asked = asks([1, 'essential'], [2, 'must-have']);
    const of = (...skills: Parameters<typeof has>) =>
      score(pair({ skills: has(...skills) }, { skills: asked }), knowledgeOf()).score;
    assert.ok(
      of([1, 'confirmed'], [2, 'confirmed']) > of([1, 'confirmed'], [2, 'predicted', { probability: 1 }]),
    );
  });
});

describe('weights', () => {
  test('of ours add up to 1, each with a reason, and skills weigh most', () => {
    const weights = Object.values(DEFAULT_WEIGHTS);
    assert.ok(Math.abs(sum(weights.map(({ weight }) => weight)) - 1) < 1e-12);
    assert.ok(weights.every(({ weight, why }) => weight > 0 && why.length > 20));
    assert.ok(weights.every(({ weight }) => weight <= DEFAULT_WEIGHTS.hardSkills.weight));
  });

  test('of a caller are scaled, and those left out weigh nothing', () => {
    const weights = weightsOf({ hardSkills: 3, location: 1 });
    assert.deepEqual([weights.hardSkills, weights.location, weights.language], [0.75, 0.25, 0]);
    assert.deepEqual(weightsOf({}), weightsOf());
  });

  test('that cannot be weighed are refused', () => {
    for (const given of [
      { location: 0 },
      { location: -1, language: 2 },
      { location: Number.NaN },
      { location: 1 / 0 },
    ]) {
      assert.throws(() => weightsOf(given), /above 0/);
    }
  });
});
