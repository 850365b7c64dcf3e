// Every factor alone: from 0 to 1, silent about what is unknown, and never lower for someone who brings more.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { score } from '../score.ts';
import { WEIGHTS } from '../weights.ts';
import { educationFactor } from './education.ts';
import type { Pair, PersonSide, VacancySide } from './factor.ts';
import { hoursFactor } from './hours.ts';
import { languageFactor } from './language.ts';
import { locationFactor } from './location.ts';
import { similarityFactor } from './similarity.ts';
import { skillsFactor } from './skills.ts';

const PERSON: PersonSide = {
  skills: new Map(),
  languages: undefined,
  education: null,
  hoursMin: null,
  hoursMax: null,
  maxDistanceKm: 30,
};
const VACANCY: VacancySide = {
  skills: new Map(),
  languages: new Map(),
  education: null,
  hoursMin: null,
  hoursMax: null,
};
const pair = (
  person: Partial<PersonSide> = {},
  vacancy: Partial<VacancySide> = {},
  rest: Partial<Pick<Pair, 'similarity' | 'distanceKm'>> = {},
): Pair => ({
  person: { ...PERSON, ...person },
  vacancy: { ...VACANCY, ...vacancy },
  similarity: null,
  distanceKm: null,
  ...rest,
});
/** The values of a factor over a series of pairs, which may only rise. */
function assertNeverLower(values: (number | undefined)[]): void {
  for (const value of values) assert.ok(value !== undefined && value >= 0 && value <= 1, String(value));
  assert.deepEqual(
    values,
    values.toSorted((a, b) => a! - b!),
  );
  assert.ok(values.at(-1)! > values[0]!);
}

describe('skills', () => {
  const asked = new Map([
    [1, 'essential'],
    [2, 'essential'],
    [3, 'optional'],
  ] as const);
  const value = (skills: [number, 'stated' | 'predicted'][]) =>
    skillsFactor(pair({ skills: new Map(skills) }, { skills: asked }))?.value;

  test('count for more the more there are, and reach 1 when all asked ones are stated', () => {
    assertNeverLower([
      value([[9, 'stated']]),
      value([[3, 'stated']]),
      value([[1, 'stated']]),
      value([
        [1, 'stated'],
        [3, 'stated'],
      ]),
      value([
        [1, 'stated'],
        [2, 'stated'],
      ]),
      value([
        [1, 'stated'],
        [2, 'stated'],
        [3, 'stated'],
      ]),
    ]);
    assert.equal(
      value([
        [1, 'stated'],
        [2, 'stated'],
        [3, 'stated'],
        [9, 'stated'],
      ]),
      1,
    );
    assert.equal(value([[9, 'stated']]), 0);
  });

  test('that are only predicted count for part of what a stated one does', () => {
    assertNeverLower([value([[9, 'stated']]), value([[1, 'predicted']]), value([[1, 'stated']])]);
    assert.ok(
      value([
        [1, 'predicted'],
        [2, 'predicted'],
        [3, 'predicted'],
      ])! < 1,
    );
  });

  test('are unknown when the person told none, or nothing is asked', () => {
    assert.equal(skillsFactor(pair({}, { skills: asked })), null);
    assert.equal(skillsFactor(pair({ skills: new Map([[1, 'stated']]) })), null);
  });

  test('show how many of how many', () => {
    const result = skillsFactor(pair({ skills: new Map([[1, 'stated']]) }, { skills: asked }));
    assert.deepEqual(result!.evidence, { matched: 1, asked: 3 });
  });
});

describe('similarity', () => {
  test('is the cosine, never below nothing', () => {
    assertNeverLower(
      [-0.5, 0, 0.3, 1].map((similarity) => similarityFactor(pair({}, {}, { similarity }))?.value),
    );
    assert.equal(similarityFactor(pair({}, {}, { similarity: -0.5 }))!.value, 0);
    assert.equal(similarityFactor(pair({}, {}, { similarity: 1.0000001 }))!.value, 1);
    assert.equal(similarityFactor(pair()), null);
  });
});

describe('location', () => {
  const value = (distanceKm: number, maxDistanceKm = 30) =>
    locationFactor(pair({ maxDistanceKm }, {}, { distanceKm }))?.value;

  test('is better the nearer, and better for who travels further', () => {
    assertNeverLower([300, 100, 45, 30, 15, 1, 0].map((km) => value(km)));
    assertNeverLower([10, 20, 40, 300].map((limit) => value(20, limit)));
  });

  test('is 1 next door, a half at the limit, and nothing at twice the limit', () => {
    assert.deepEqual([value(0), value(30), value(60), value(500)], [1, 0.5, 0, 0]);
  });

  test('is unknown without a distance', () => assert.equal(locationFactor(pair()), null));
});

describe('language', () => {
  const value = (level: number | undefined, needed = 4) =>
    languageFactor(
      pair(
        { languages: new Map(level === undefined ? [['uk', 6]] : [['nl', level]]) },
        { languages: new Map([['nl', needed]]) },
      ),
    )?.value;

  test('is better the better the Dutch, and enough is enough', () => {
    assertNeverLower([undefined, 0, 1, 2, 3, 4, 5, 6].map((level) => value(level)));
    assert.deepEqual([value(4), value(6)], [1, 1]);
  });

  test('is decided by the weakest of several asked languages', () => {
    const both = (nl: number, en: number) =>
      languageFactor(
        pair(
          { languages: new Map(Object.entries({ nl, en })) },
          { languages: new Map(Object.entries({ nl: 3, en: 3 })) },
        ),
      );
    assert.equal(both(3, 3)!.value, 1);
    assert.equal(both(6, 2)!.value, both(2, 6)!.value);
    assert.deepEqual(both(6, 1)!.evidence, { language: 'en', neededLevel: 'B1', level: 'A1', enough: false });
  });

  test('is unknown when nothing is asked or nothing was said, but not when another language was', () => {
    assert.equal(languageFactor(pair({ languages: new Map([['nl', 3]]) })), null);
    assert.equal(languageFactor(pair({}, { languages: new Map([['nl', 3]]) })), null);
    assert.equal(value(undefined), 0);
  });
});

describe('education', () => {
  const value = (education: number) => educationFactor(pair({ education }, { education: 4 }))?.value;

  test('is better the higher, and more than asked is no fault', () => {
    assertNeverLower([1, 2, 3, 4, 5, 8].map(value));
    assert.deepEqual([value(4), value(8)], [1, 1]);
  });

  test('is unknown when either side left it open', () => {
    assert.equal(educationFactor(pair({ education: 3 })), null);
    assert.equal(educationFactor(pair({}, { education: 3 })), null);
  });
});

describe('hours', () => {
  const value = (wanted: [number | null, number | null], offered: [number | null, number | null]) =>
    hoursFactor(
      pair({ hoursMin: wanted[0], hoursMax: wanted[1] }, { hoursMin: offered[0], hoursMax: offered[1] }),
    )?.value;

  test('are right as soon as the ranges touch, and worse the further they are apart', () => {
    for (const wanted of [
      [24, 32],
      [32, 40],
      [16, 24],
      [1, 60],
      [24, null],
      [null, 32],
    ] as [number, number][])
      assert.equal(value(wanted, [24, 32]), 1, String(wanted));
    assertNeverLower(
      [
        [1, 4],
        [1, 12],
        [1, 20],
        [1, 23],
        [1, 24],
      ].map(([min, max]) => value([min!, max!], [24, 32])),
    );
    assertNeverLower(
      [
        [60, 60],
        [40, 50],
        [36, 50],
        [33, 50],
        [32, 50],
      ].map(([min, max]) => value([min!, max!], [24, 32])),
    );
  });

  test('are unknown when either side said nothing', () => {
    assert.equal(value([null, null], [24, 32]), undefined);
    assert.equal(value([24, 32], [null, null]), undefined);
  });
});

describe('the score', () => {
  test('is made of weights that add up to 1, each with a reason', () => {
    const weights = Object.values(WEIGHTS);
    assert.ok(Math.abs(weights.reduce((sum, { weight }) => sum + weight, 0) - 1) < 1e-12);
    for (const { weight, neutral, why } of weights) {
      assert.ok(weight > 0 && neutral > 0 && neutral < 1 && why.length > 10);
    }
  });

  test('is the sum of its contributions, whatever is known', () => {
    for (let i = 0; i < 2000; i++) {
      const { score: sum, contributions } = score(randomPair(i));
      const added = contributions.reduce((total, { weight, value, contribution }) => {
        assert.equal(contribution, weight * value);
        return total + contribution;
      }, 0);
      assert.ok(Math.abs(sum - added) < 1e-9 && sum >= 0 && sum <= 1 + 1e-9);
      assert.ok(Math.abs(contributions.reduce((total, { weight }) => total + weight, 0) - 1) < 1e-12);
    }
  });

  test('takes the neutral value for what is unknown, and says so', () => {
    for (const { factor, basis, value, evidence } of score(pair()).contributions) {
      assert.deepEqual([basis, value, evidence], ['unknown', WEIGHTS[factor].neutral, {}]);
    }
  });

  test('knows of a person nothing that the law forbids to weigh', () => {
    assert.deepEqual(Object.keys(PERSON).sort(), [
      'education',
      'hoursMax',
      'hoursMin',
      'languages',
      'maxDistanceKm',
      'skills',
    ]);
  });
});

/** A pair with random facts, some of them unknown; the same for the same seed. */
function randomPair(seed: number): Pair {
  let state = seed + 1;
  const random = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return (state >>> 0) / 2 ** 32;
  };
  const maybe = <T>(value: T) => (random() < 0.3 ? null : value);
  const skills = <Mark>(marks: Mark[]) =>
    new Map(
      Array.from(
        { length: Math.floor(random() * 6) },
        () => [Math.floor(random() * 8), marks[Math.floor(random() * marks.length)]!] as const,
      ),
    );
  const hours = () => maybe(1 + Math.floor(random() * 59));
  const levels = () =>
    new Map(Object.entries({ nl: Math.floor(random() * 7), en: Math.floor(random() * 7) }));
  return pair(
    {
      skills: skills(['stated', 'predicted'] as const),
      languages: maybe(levels()) ?? undefined,
      education: maybe(1 + Math.floor(random() * 8)),
      hoursMin: hours(),
      hoursMax: hours(),
      maxDistanceKm: 1 + random() * 299,
    },
    {
      skills: skills(['essential', 'optional'] as const),
      languages: maybe(levels()) ?? new Map(),
      education: maybe(1 + Math.floor(random() * 8)),
      hoursMin: hours(),
      hoursMax: hours(),
    },
    { similarity: maybe(random() * 2 - 1), distanceKm: maybe(random() * 300) },
  );
}
