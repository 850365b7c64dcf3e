import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WORK_RIGHT_CATEGORIES } from '../candidates/work-right.ts';
import { VACANCY_KINDS } from '../http/schema.ts';
import { permitChecklist } from './right-to-work.ts';
import { rules, TODAY } from './testing.ts';

const keys = (steps: { key: string }[]) => steps.map(({ key }) => key);

describe('the checklist of papers', () => {
  it('exists for every category and every kind of place', () => {
    for (const category of WORK_RIGHT_CATEGORIES) {
      for (const kind of VACANCY_KINDS) {
        for (const day of ['2024-01-01', TODAY, '2027-03-04', '2027-03-05', '2040-01-01']) {
          assert.match(permitChecklist(rules, category, kind, day).outcomeKey, /^outcome\./);
        }
      }
    }
  });

  it('asks nothing but the usual of a status holder', () => {
    const list = permitChecklist(rules, 'status-holder', 'job', TODAY);
    assert.equal(list.outcomeKey, 'outcome.free');
    assert.deepEqual(keys(list.employerSteps), ['step.check-identity']);
    assert.deepEqual([list.verified, list.mustCheck, list.announced], [true, false, []]);
  });

  it('offers information only to who has no known papers', () => {
    const list = permitChecklist(rules, 'unknown', 'job', TODAY);
    assert.equal(list.outcomeKey, 'outcome.orientation-only');
    assert.deepEqual(list.employerSteps, []);
  });

  it('refuses a day of which no rule is kept', () => {
    assert.throws(() => permitChecklist(rules, 'asylum-seeker', 'job', '2023-11-28'), RangeError);
  });
});

describe('the checklist of an asylum seeker', () => {
  it('asks for a permit after six months, with three months announced beside it', () => {
    const list = permitChecklist(rules, 'asylum-seeker', 'job', '2026-06-11');
    assert.deepEqual(keys(list.personSteps), ['step.wait-six-months', 'step.show-document']);
    assert.deepEqual([list.verified, list.mustCheck], [true, false]);
    const [announced] = list.announced;
    assert.equal(announced!.status, 'announced');
    assert.equal(announced!.validFrom, '2026-06-12');
    assert.deepEqual(keys(announced!.personSteps), ['step.wait-three-months', 'step.show-document']);
    assert.ok(announced!.limitKeys.includes('limit.only-higher-chance'));
  });

  it('trusts neither rule from the planned day on, until somebody has looked', () => {
    const list = permitChecklist(rules, 'asylum-seeker', 'job', '2026-06-12');
    assert.deepEqual(keys(list.personSteps), ['step.wait-six-months', 'step.show-document']);
    assert.deepEqual([list.verified, list.mustCheck, list.announced.length], [false, true, 1]);
  });

  it('asks for a declaration to volunteer and a plan for an internship', () => {
    const volunteering = permitChecklist(rules, 'asylum-seeker', 'volunteering', TODAY);
    assert.deepEqual(keys(volunteering.employerSteps), ['step.apply-volunteer-declaration']);
    const internship = permitChecklist(rules, 'asylum-seeker', 'internship', TODAY);
    assert.deepEqual(keys(internship.employerSteps), ['step.internship-plan', 'step.internship-agreement']);
  });
});

describe('the checklist under temporary protection', () => {
  it('asks the employer to notify UWV, two working days ahead', () => {
    const list = permitChecklist(rules, 'temporary-protection-ukraine', 'job', TODAY);
    assert.equal(list.outcomeKey, 'outcome.notify');
    assert.deepEqual(keys(list.employerSteps), ['step.notify-uwv', 'step.notify-changes']);
    assert.deepEqual(list.documentKeys, ['document.sticker-or-o-document', 'document.bsn']);
    assert.equal(list.validTo, '2027-03-04');
  });

  it('says after 4 March 2027 that we do not know, instead of repeating the old rule', () => {
    assert.equal(
      permitChecklist(rules, 'temporary-protection-ukraine', 'job', '2027-03-04').outcomeKey,
      'outcome.notify',
    );
    const after = permitChecklist(rules, 'temporary-protection-ukraine', 'job', '2027-03-05');
    assert.deepEqual([after.outcomeKey, after.verified], ['outcome.ask', false]);
  });
});

describe('the last day of a document', () => {
  const outcome = (until: string | null) => {
    const { outcomeKey, limitKeys, personSteps } = permitChecklist(
      rules,
      'status-holder',
      'job',
      '2026-11-28',
      until,
    );
    return [outcomeKey, limitKeys, keys(personSteps)];
  };

  it('changes nothing while it is far, or not told', () => {
    const usual = ['outcome.free', [], ['step.show-document']];
    assert.deepEqual(outcome(null), usual);
    assert.deepEqual(outcome('2027-03-01'), usual);
  });

  it('is near from three months before it', () => {
    const near = ['outcome.free', ['limit.document-ends-soon'], ['step.show-document']];
    assert.deepEqual(outcome('2027-02-28'), near);
    assert.deepEqual(outcome('2026-11-28'), near);
  });

  it('leaves us asking once it has passed, with the page that tells how to extend', () => {
    assert.deepEqual(outcome('2026-11-27'), [
      'outcome.ask',
      [],
      ['step.renew-document', 'step.show-document'],
    ]);
    const { sourceUrl } = permitChecklist(rules, 'status-holder', 'job', TODAY, '2020-01-01');
    assert.match(sourceUrl!, /ind\.nl/);
  });

  it('does not matter where no document is asked', () => {
    const course = permitChecklist(rules, 'asylum-seeker', 'course', TODAY, '2020-01-01');
    assert.equal(course.outcomeKey, 'outcome.free');
  });
});
