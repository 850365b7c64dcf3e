import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRules } from './rules.ts';
import { changed, rules } from './testing.ts';

const sourced = [
  ...rules.steps,
  ...rules.programmes,
  ...rules.professions,
  ...rules.permits,
  rules.document_date,
  rules.language,
  rules.licences,
  rules.skill,
];

describe('the rules that ship', () => {
  it('say when somebody looked, and where, unless they call themselves not verified', () => {
    assert.ok(sourced.length > 100);
    for (const { checkedOn, verified, sourceUrl } of sourced) {
      assert.match(checkedOn, /^20\d\d-\d\d-\d\d$/);
      assert.ok(!verified || sourceUrl);
    }
  });

  it('never bear a date of the source after the day on which it was read', () => {
    for (const { sourceDate, checkedOn } of sourced) assert.ok(!sourceDate || sourceDate <= checkedOn);
  });

  it('tell weeks as told by a source only of steps that somebody read', () => {
    const told = rules.steps.filter(({ weeks, basis }) => basis === 'source' && weeks.some((week) => week));
    for (const { step, verified } of told) assert.ok(verified, step);
  });
});

describe('reading rules', () => {
  for (const [what, file, before, after, message] of [
    [
      'a day that does not exist',
      'steps.yaml',
      'valid_to: 2023-12-31',
      'valid_to: 2023-12-32',
      /^steps\.yaml: steps\.\d+\.valid_to: /m,
    ],
    [
      'a verified rule without a page',
      'right-to-work.yaml',
      'source_url: "https://cooster.nl/kennisbank/nieuws/nieuwe-regels-voor-asielzoekers-aan-de-slag-met-werken"',
      'source_url: null',
      /^right-to-work\.yaml: permits\.0: a verified rule has a source_url/m,
    ],
    [
      'a route over a step that nobody described',
      'regulated-professions.yaml',
      'route: [wft-diploma]',
      'route: [wft-diplome]',
      /^regulated-professions\.yaml: financial-adviser: there is no step wft-diplome/m,
    ],
    [
      'a licence that does not exist',
      'regulated-professions.yaml',
      'params: { category: D } }, code-95',
      'params: { category: Z } }, code-95',
      /^regulated-professions\.yaml: bus-driver: there is no step driving-licence/m,
    ],
    [
      'two versions of a step on one day',
      'steps.yaml',
      'step: bi-test',
      'step: care-adaptation',
      /^steps\.yaml: care-adaptation: the version from null begins before/m,
    ],
    [
      'a category of papers without a rule for some days',
      'right-to-work.yaml',
      'valid_from: 2027-03-05',
      'valid_from: 2027-03-06',
      /^right-to-work\.yaml: temporary-protection-ukraine, job: the version from 2027-03-06 does not begin/m,
    ],
    ['a file that is no YAML', 'steps.yaml', 'steps:\n', 'steps: [\n', /^steps\.yaml: /m],
  ] as const) {
    it(`names file and path of ${what}`, () => {
      using copy = changed(file, before, after);
      assert.throws(() => readRules(copy.folder), { message });
    });
  }
});
