// What holds for every factor, over many made-up pairs.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { score } from '../score.ts';
import { FACTORS, type Pair } from './factor.ts';
import { pair, person, randomKnowledge, randomPair } from './testing-pairs.ts';

const PAIRS = Array.from({ length: 1000 }, (_, seed) => randomPair(seed));

/** The same facts, told the other way round. */
function turned({ person: who, vacancy, year }: Pair): Pair {
  const reversed = <K, V>(map: Map<K, V>) => new Map([...map].reverse());
  return {
    person: {
      ...who,
      skills: reversed(who.skills),
      experience: who.experience.toReversed(),
      wishes: who.wishes.toReversed(),
      transport: who.transport.toReversed(),
      busy: who.busy.toReversed(),
      languages: who.languages && reversed(who.languages),
      licences: who.licences.toReversed(),
    },
    vacancy: { ...vacancy, skills: reversed(vacancy.skills), languages: reversed(vacancy.languages) },
    year,
  };
}

describe('every factor', () => {
  test('is from 0 to 1 or unknown, with flat evidence of real numbers', () => {
    for (const each of PAIRS) {
      for (const { factor, value, basis, evidence } of score(each, randomKnowledge).contributions) {
        assert.ok(value === null || (value >= 0 && value <= 1), `${factor} ${value}`);
        assert.equal(value === null, basis === 'unknown' || basis === 'opted-out');
        for (const fact of Object.values(evidence)) {
          assert.ok(
            fact === null || ['string', 'boolean'].includes(typeof fact) || Number.isFinite(fact),
            factor,
          );
        }
      }
    }
  });

  test('is told by some pair and left open by another', () => {
    for (const [i, factor] of FACTORS.entries()) {
      const known = PAIRS.filter((each) => score(each, randomKnowledge).contributions[i]!.value !== null);
      assert.ok(known.length > 0 && known.length < PAIRS.length, factor);
    }
  });

  test('does not depend on the order in which facts were told', () => {
    for (const each of PAIRS) {
      const [one, other] = [score(each, randomKnowledge), score(turned(each), randomKnowledge)];
      one.contributions.forEach(({ value, evidence, factor }, i) => {
        const same = other.contributions[i]!;
        assert.ok(Math.abs((value ?? -1) - (same.value ?? -1)) < 1e-12, factor);
        // The two places are told in an order that has a meaning.
        assert.deepEqual(evidence, same.evidence);
      });
    }
  });

  test('is unknown of who told nothing and of work that tells nothing, but for the way there', () => {
    assert.ok(score(pair(), randomKnowledge).contributions.every(({ value }) => value === null));
  });

  test('knows of a person nothing that the law forbids to weigh', () => {
    assert.deepEqual(Object.keys(person()).sort(), [
      'aptitude',
      'busy',
      'education',
      'experience',
      'hoursMax',
      'hoursMin',
      'interests',
      'languages',
      'licences',
      'maxDistanceKm',
      'maxTravelMinutes',
      'optOut',
      'places',
      'rejected',
      'skills',
      'transport',
      'wishes',
    ]);
  });
});
