// Language: four skills, because many people speak better than they write.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LanguageSkills } from './factor.ts';
import { languageFactor } from './language.ts';
import { allFour, assertNeverLower, knowledgeOf, pair } from './testing-pairs.ts';

type Levels = Record<string, LanguageSkills>;
const result = (has: Levels | undefined, needs: Levels) =>
  languageFactor(
    pair({ languages: has && new Map(Object.entries(has)) }, { languages: new Map(Object.entries(needs)) }),
    knowledgeOf(),
  );

describe('language', () => {
  test('is better the better the Dutch, and enough is enough', () => {
    assertNeverLower([
      ...[0, 1, 2, 3, 4, 6].map((level) => result({ nl: allFour(level) }, { nl: allFour(4) })?.value),
    ]);
    assert.equal(result({ nl: allFour(6) }, { nl: allFour(4) })!.value, 1);
    assert.ok(result({ nl: allFour(2) }, { nl: allFour(4) })!.value < 0.2);
  });

  test('is judged over the four skills, and names the one that falls shortest', () => {
    const talker = { reading: 2, listening: 3, speaking: 3, writing: 1 };
    const needs = { reading: 2, listening: 3, speaking: 3, writing: 2 };
    assert.deepEqual(result({ nl: talker }, { nl: needs }), {
      value: 0.875,
      evidence: { language: 'nl', skill: 'writing', level: 'A1', neededLevel: 'A2', missingLevels: 1 },
    });
    assertNeverLower([
      result({ nl: allFour(1) }, { nl: needs })?.value,
      result({ nl: talker }, { nl: needs })?.value,
      result({ nl: { ...talker, writing: 2 } }, { nl: needs })?.value,
    ]);
  });

  test('is decided by the weakest of several asked languages', () => {
    const both = (nl: number, en: number) =>
      result({ nl: allFour(nl), en: allFour(en) }, { nl: allFour(3), en: allFour(3) })!;
    assert.equal(both(3, 3).value, 1);
    assert.equal(both(6, 2).value, both(2, 6).value);
    assert.deepEqual(both(6, 1).evidence, {
      language: 'en',
      skill: null,
      level: 'A1',
      neededLevel: 'B1',
      missingLevels: 2,
    });
  });

  test('is unknown when nothing is asked or nothing was said, but not when another language was', () => {
    assert.equal(result({ nl: allFour(3) }, {}), null);
    assert.equal(result(undefined, { nl: allFour(3) }), null);
    assert.equal(result({ uk: allFour(6) }, { nl: allFour(3) })!.value, 0);
  });
});
