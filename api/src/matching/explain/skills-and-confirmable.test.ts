import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matchSkills } from '../factors/skill-matching.ts';
import { asks, has, knowledgeOf, pair, randomKnowledge, randomPair } from '../factors/testing-pairs.ts';
import { score } from '../score.ts';
import { confirmable } from './confirmable.ts';
import { namedSkills } from './skills.ts';
import { namesIn } from './testing-names.ts';

const knowledge = knowledgeOf({ similar: [[1, 2, 0.9]] });
const likely = { probability: 0.7 };

describe('the asked skills', () => {
  it('stand in two lists by name, the most important first, each with how we know it', () => {
    const asked = pair(
      { skills: has([2, 'verified'], [3, 'predicted', likely], [4, 'predicted', likely], [10, 'stated']) },
      {
        skills: asks([10, 'optional'], [1, 'essential'], [3, 'essential'], [5, 'optional'], [4, 'must-have']),
      },
    );
    const { matchedSkills, missingSkills } = namedSkills(matchSkills(asked, knowledge), namesIn('nl'));
    assert.deepEqual(
      matchedSkills.map(({ skill, importance, provenance, probability, through }) => [
        skill.label,
        importance,
        provenance,
        probability,
        through?.label,
      ]),
      [
        ['brood bakken', 'essential', 'verified', 1, 'koekjes bakken'],
        ['deeg kneden', 'essential', 'predicted', 0.7, undefined],
        ['samenwerken', 'optional', 'stated', 1, undefined],
      ],
    );
    // A prediction never satisfies a must-have.
    assert.deepEqual(
      missingSkills.map(({ skill, importance }) => [skill.label, importance]),
      [
        ['kassa bedienen', 'must-have'],
        ['begrip 5', 'optional'],
      ],
    );
  });
});

describe('what to confirm', () => {
  it('is what raises the score most, with the score that it gives', () => {
    const guessed = pair(
      {
        skills: has(
          [3, 'predicted', likely],
          [4, 'predicted', likely],
          [6, 'predicted', likely],
          [7, 'predicted', likely],
        ),
      },
      {
        skills: asks([6, 'optional'], [3, 'essential'], [4, 'must-have'], [7, 'essential'], [8, 'essential']),
      },
    );
    const scored = score(guessed, knowledge);
    const found = confirmable(guessed, scored, knowledge)!;
    assert.deepEqual(found.skills, [4, 3, 7]);
    const told = {
      ...guessed.person,
      skills: has([3, 'confirmed'], [4, 'confirmed'], [7, 'confirmed'], [6, 'predicted', likely]),
    };
    assert.equal(found.scoreAfter, score({ ...guessed, person: told }, knowledge).score);
    assert.equal(guessed.person.skills.get(4)!.provenance, 'predicted');
  });

  it('is an alike skill too, and nothing that nobody asks', () => {
    const alike = pair(
      { skills: has([2, 'predicted', likely], [9, 'predicted', likely]) },
      { skills: asks([1, 'essential']) },
    );
    assert.deepEqual(confirmable(alike, score(alike, knowledge), knowledge)?.skills, [2]);
    const unasked = pair({ skills: has([9, 'predicted', likely]) }, { skills: asks([1, 'essential']) });
    assert.equal(confirmable(unasked, score(unasked, knowledge), knowledge), null);
    const sure = pair({ skills: has([1, 'stated']) }, { skills: asks([1, 'essential']) });
    assert.equal(confirmable(sure, score(sure, knowledge), knowledge), null);
  });

  it('is nothing when skills do not count', () => {
    const out = pair(
      { skills: has([1, 'predicted', likely]), optOut: ['hardSkills', 'softSkills'], aptitude: 3 },
      { skills: asks([1, 'essential']), education: { min: 3, max: 3, field: null } },
    );
    assert.equal(confirmable(out, score(out, knowledge), knowledge), null);
  });

  it('never lowers a score, is never more than three skills, and only predicted ones', () => {
    for (let seed = 1; seed <= 1500; seed++) {
      const random = randomPair(seed);
      const scored = score(random, randomKnowledge);
      const found = confirmable(random, scored, randomKnowledge);
      if (!found) continue;
      assert.ok(found.scoreAfter >= scored.score + 0.005 && found.scoreAfter <= 1);
      assert.ok(found.skills.length <= 3);
      for (const skill of found.skills)
        assert.equal(random.person.skills.get(skill)!.provenance, 'predicted');
    }
  });
});
