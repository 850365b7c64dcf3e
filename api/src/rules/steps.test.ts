import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LICENCES } from '../http/schema.ts';
import { educationStep, languageStep, licenceStep, namedStep, routeSteps, skillStep } from './steps.ts';
import { rules, TODAY } from './testing.ts';

describe('a language step', () => {
  it('asks for nothing when the person is there already', () => {
    assert.equal(languageStep(rules, 4, 4), undefined);
    assert.equal(languageStep(rules, 4, 2), undefined);
  });

  it('takes as long in one go as level by level', () => {
    const hours = (from: number, to: number) => languageStep(rules, from, to)!;
    for (const bound of ['hoursMin', 'hoursMax'] as const) {
      assert.equal(hours(1, 3)[bound], hours(1, 2)[bound] + hours(2, 3)[bound]);
    }
  });

  it('of every level takes time, and says that it is our estimate', () => {
    for (let level = 0; level < 6; level++) {
      const step = languageStep(rules, level, level + 1)!;
      assert.ok(step.weeksMin! > 0 && step.weeksMin! <= step.weeksMax!);
      assert.equal(step.basis, 'estimate');
      assert.equal(step.verified, false);
    }
  });

  it('to B1 from nothing stays within the three years of civic integration', () => {
    assert.ok(languageStep(rules, 0, 3)!.weeksMax! <= 156);
  });

  it('refuses a level that does not exist', () => {
    assert.throws(() => languageStep(rules, 3, 7), RangeError);
  });
});

describe('an education step', () => {
  it('takes the shortest row of programmes', () => {
    const toMbo4 = educationStep(rules, 2, 4)!;
    assert.deepEqual([toMbo4.weeksMin, toMbo4.weeksMax], [156, 208]);
    assert.deepEqual(toMbo4.params, { diploma: 'mbo-4' });
  });

  it('exists between any two levels, and takes longer the further it goes', () => {
    for (let from = 0; from < 8; from++) {
      let before = 0;
      for (let to = from + 1; to <= 8; to++) {
        // An associate degree is no way to everything above it: a bachelor may be reached sooner than through it.
        const { weeksMax } = educationStep(rules, from, to)!;
        assert.ok(weeksMax! >= before, `${from} to ${to}`);
        before = weeksMax!;
      }
    }
  });

  it('says that it goes with a job as long as all of it does', () => {
    assert.equal(educationStep(rules, 0, 3)!.key, 'step.education-at-work');
    assert.equal(educationStep(rules, 3, 6)!.key, 'step.education');
  });

  it('is an estimate as soon as one programme is', () => {
    assert.equal(educationStep(rules, 6, 7)!.basis, 'source');
    const doctorate = educationStep(rules, 6, 8)!;
    assert.deepEqual([doctorate.basis, doctorate.verified], ['estimate', false]);
  });

  it('asks for nothing when the person is there already', () => {
    assert.equal(educationStep(rules, 6, 4), undefined);
  });
});

describe('a route', () => {
  it('gives a licence after those that must be held first', () => {
    const route = [{ step: 'driving-licence', params: { category: 'CE' } }];
    assert.deepEqual(
      routeSteps(rules, route, TODAY).map(({ params }) => params.category),
      ['B', 'C', 'CE'],
    );
  });
});

describe('other steps', () => {
  it('exist for every driving licence', () => {
    for (const category of LICENCES) {
      const step = licenceStep(rules, category);
      assert.deepEqual(step.params, { category });
      assert.ok(step.weeksMax! > 0);
    }
  });

  it('exist for a skill, by its label', () => {
    assert.deepEqual(skillStep(rules, 'lassen').params, { skill: 'lassen' });
  });

  it('exist for the papers that employers ask, with weeks', () => {
    for (const name of ['vog', 'vca', 'forklift-certificate', 'code-95', 'idw-evaluation']) {
      assert.ok(namedStep(rules, name, TODAY)!.weeksMax! > 0, name);
    }
    assert.equal(namedStep(rules, 'idw-evaluation', TODAY)!.weeksMin, 6);
  });

  it('are gone after their last day', () => {
    assert.equal(namedStep(rules, 'akv-test', '2023-12-31')?.key, 'step.akv-test');
    assert.equal(namedStep(rules, 'akv-test', '2024-01-01'), undefined);
  });

  it('refuse a name that nobody described', () => {
    assert.throws(() => namedStep(rules, 'a-step', TODAY), /no step a-step/);
  });
});
