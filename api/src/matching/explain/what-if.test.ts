import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bitOf } from '../conditions.ts';
import { allFour, asks, vacancy } from '../factors/testing-pairs.ts';
import { namesIn } from './testing-names.ts';
import { type UnmetGroup, whatIf } from './what-if.ts';

const group = (count: number, told: Partial<UnmetGroup> = {}): UnmetGroup => ({
  unmet: 0,
  short: {},
  missingLicences: [],
  missingMustHaves: [],
  beyondKm: 0,
  count,
  ...told,
});
const language = (count: number, levels: number, more: Partial<UnmetGroup> = {}) =>
  group(count, { unmet: bitOf('language'), short: { nl: levels }, ...more });
const asked = vacancy({
  languages: new Map([['nl', allFour(4)]]),
  licences: ['B', 'C'],
  skills: asks([1, 'must-have'], [3, 'must-have'], [4, 'essential']),
});
const told = (groups: UnmetGroup[]) => whatIf(groups, asked, namesIn('nl'), 'nl');

describe('the what-if of a vacancy', () => {
  it('tells what each lower level of Dutch would add', () => {
    const { suitable, relaxations } = told([group(12), language(84, 1), language(30, 2), language(500, 3)]);
    assert.equal(suitable, 12);
    assert.deepEqual(
      relaxations.map(({ requirement, suitable, added, message }) => [
        requirement,
        suitable,
        added,
        message.text,
      ]),
      [
        [
          'language',
          126,
          114,
          'Nederlands op niveau A2 in plaats van B2: van 12 naar 126 geschikte kandidaten.',
        ],
        [
          'language',
          96,
          84,
          'Nederlands op niveau B1 in plaats van B2: van 12 naar 96 geschikte kandidaten.',
        ],
      ],
    );
  });

  it('drops one licence or must-have at a time, and counts only who misses nothing else', () => {
    const { relaxations } = told([
      group(5),
      group(7, { unmet: bitOf('licence'), missingLicences: ['C'] }),
      group(100, { unmet: bitOf('licence'), missingLicences: ['B', 'C'] }),
      group(3, { unmet: bitOf('must-have'), missingMustHaves: [3] }),
      group(40, { unmet: bitOf('must-have'), missingMustHaves: [1, 3] }),
      group(60, { unmet: bitOf('licence') | bitOf('hours'), missingLicences: ['C'] }),
      group(2, { unmet: bitOf('hours') }),
      group(90, { unmet: bitOf('work-unknown') }),
    ]);
    assert.deepEqual(
      relaxations.map(({ message, added }) => [message.text, added]),
      [
        ['Zonder rijbewijs C: van 5 naar 12 geschikte kandidaten.', 7],
        ['Als dit een wens is en geen eis: deeg kneden: van 5 naar 8 geschikte kandidaten.', 3],
        ['Als je over de uren kunt praten: van 5 naar 7 geschikte kandidaten.', 2],
        ['Nederlands op niveau B1 in plaats van B2: van 5 naar 5 geschikte kandidaten.', 0],
        ['Nederlands op niveau A2 in plaats van B2: van 5 naar 5 geschikte kandidaten.', 0],
      ],
    );
  });

  it('promises nothing of a must-have that is only counted together with others', () => {
    const { relaxations } = told([
      group(9, { unmet: bitOf('must-have'), missingMustHaves: [] }),
      group(9, { unmet: bitOf('must-have'), missingMustHaves: [3, 5, 6] }),
    ]);
    assert.deepEqual(
      relaxations.filter(({ requirement }) => requirement === 'must-have'),
      [],
    );
  });

  it('counts people a little farther away', () => {
    const far = (count: number, beyondKm: number) => group(count, { unmet: bitOf('reach'), beyondKm });
    const { relaxations } = told([far(4, 5), far(2, 10), far(1, 20), far(100, 25)]);
    assert.deepEqual(
      relaxations
        .filter(({ requirement }) => requirement === 'reach')
        .map(({ message, suitable }) => [message.params.km, suitable]),
      [
        [20, 7],
        [10, 6],
        [5, 4],
      ],
    );
  });

  it('keeps each language apart', () => {
    const two = vacancy({
      languages: new Map([
        ['nl', allFour(1)],
        ['en', allFour(3)],
      ]),
    });
    const groups = [
      group(10, { unmet: bitOf('language'), short: { nl: 1 } }),
      group(20, { unmet: bitOf('language'), short: { nl: 1, en: 1 } }),
      group(3, { unmet: bitOf('language'), short: { en: 2 } }),
    ];
    assert.deepEqual(
      whatIf(groups, two, namesIn('en'), 'en').relaxations.map(({ message, added }) => [message.text, added]),
      [
        ['Without asking for Dutch: from 0 to 10 suitable candidates.', 10],
        ['English at level A1 instead of B1: from 0 to 3 suitable candidates.', 3],
        ['English at level A2 instead of B1: from 0 to 0 suitable candidates.', 0],
      ],
    );
  });
});
