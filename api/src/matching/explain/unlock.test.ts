import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../rules/testing.ts';
import type { PersonSide, VacancySide } from '../factors/factor.ts';
import { allFour, asks, has, person, randomPair, vacancy } from '../factors/testing-pairs.ts';
import { withIncluded } from '../licences.ts';
import { namesIn } from './testing-names.ts';
import { type UnlockQuery, unlockPath } from './unlock.ts';

const CODES = ['pharmacist', 'pharmacy-assistant', 'production-operator', 'lorry-driver', 'baker'];
const PHARMACIST = { id: 50, code: 'pharmacist', iscoCode: '2262', regulated: true, nlqfMin: 7 };
const LORRY_DRIVER = { id: 53, code: 'lorry-driver', iscoCode: '8332', regulated: true, nlqfMin: 2 };
const BAKER = { id: 54, code: 'baker', iscoCode: '7512', regulated: false, nlqfMin: 2 };

function path(told: Partial<PersonSide>, vacancies: Partial<VacancySide>[], more: Partial<UnlockQuery> = {}) {
  return unlockPath({
    rules,
    on: '2026-11-28',
    kind: 'job',
    workRight: null,
    person: person({ ...told, licences: withIncluded(told.licences ?? []) }),
    occupation: BAKER,
    essentialSkills: [],
    vacancies: vacancies.map((each) => vacancy(each)),
    openVacanciesOf: (id) => id,
    idOfCode: (code) => (CODES.includes(code) ? 50 + CODES.indexOf(code) : undefined),
    nameOf: namesIn('nl'),
    language: 'nl',
    ...more,
  });
}
const dutch = (level: number) => new Map([['nl', allFour(level)]]);
const keys = ({ steps }: ReturnType<typeof path>) => steps.map(({ message }) => message.key);

describe('the way to a wished occupation', () => {
  it('is no way at all when vacancies are open to the person now', () => {
    const open = path({ languages: dutch(3) }, [{ languages: dutch(3) }, {}]);
    assert.equal(open.reachable, true);
    assert.deepEqual([open.steps, open.reasons, open.weeksMin, open.weeksMax], [[], [], 0, 0]);
    assert.deepEqual(open.vacancies, { total: 2, within: 2, openNow: 2, openAfter: 2 });
  });

  it('climbs a language one level at a time, only as far as most vacancies ask', () => {
    const climb = path({ languages: dutch(1) }, [
      { languages: dutch(2) },
      { languages: dutch(3) },
      { languages: dutch(3) },
      { languages: dutch(5) },
    ]);
    assert.deepEqual(
      climb.steps.map(({ message, opens }) => [message.params.from, message.params.to, opens]),
      [
        ['A1', 'A2', 1],
        ['A2', 'B1', 2],
      ],
    );
    assert.deepEqual(
      climb.reasons.map(({ text }) => text),
      ['Voor dit werk heb je Nederlands op niveau B1 nodig. Jij hebt niveau A1.'],
    );
    assert.deepEqual(climb.vacancies, { total: 4, within: 4, openNow: 0, openAfter: 3 });
    assert.equal(climb.weeksMin, climb.steps[0]!.weeksMin! + climb.steps[1]!.weeksMin!);
  });

  it('takes together what one vacancy needs, and the quickest that opens most first', () => {
    const both = path({ languages: dutch(2) }, [
      { languages: dutch(3), licences: ['B'] },
      { languages: dutch(3), licences: ['B'] },
      { languages: dutch(6) },
    ]);
    assert.deepEqual(keys(both), ['step.driving-licence', 'step.language']);
    assert.deepEqual(
      both.steps.map(({ kind, opens }) => [kind, opens]),
      [
        ['licence', 0],
        ['language', 2],
      ],
    );
  });

  it('asks to confirm a predicted must-have before anything else', () => {
    const confirm = path({ languages: dutch(2), skills: has([1, 'predicted', { probability: 0.7 }]) }, [
      { languages: dutch(3), skills: asks([1, 'must-have']) },
    ]);
    assert.deepEqual(keys(confirm), ['step.confirm-skill', 'step.language']);
    assert.equal(confirm.steps[0]!.skill!.label, 'brood bakken');
    assert.equal(confirm.steps[1]!.opens, 1);
  });

  it('teaches essential skills only until somebody can begin, those that most vacancies ask first', () => {
    const told = { skills: has([1, 'stated']), languages: dutch(2) };
    const asking = [
      { languages: dutch(3), skills: asks([3, 'essential']) },
      { languages: dutch(3), skills: asks([3, 'essential'], [4, 'essential']) },
    ];
    const learned = (answer: ReturnType<typeof path>) =>
      answer.steps.flatMap(({ skill }) => (skill ? [skill.label] : []));
    const essentialSkills = [1, 10, 4, 3, 5, 6];
    assert.deepEqual(learned(path(told, asking, { essentialSkills })), ['deeg kneden', 'kassa bedienen']);
    assert.deepEqual(learned(path(told, asking, { essentialSkills: [1, 3] })), []);
    assert.equal(learned(path(told, [], { essentialSkills })).length, 2, 'also where no vacancy can tell');
  });

  it('teaches nothing where that opens nothing', () => {
    const essentialSkills = [1, 3, 4, 5];
    const hours = path({ hoursMin: 60 }, [{ hoursMax: 40 }], { essentialSkills });
    assert.deepEqual([hours.steps, hours.reachable], [[], false]);
    const most = path({ languages: dutch(3) }, [{}, {}, { languages: dutch(6) }], { essentialSkills });
    assert.deepEqual([most.steps, most.reachable, most.vacancies.openNow], [[], true, 2]);
  });

  it('tells which must-haves stand in the way when they are too many to be steps', () => {
    const six = asks(...[1, 3, 4, 5, 6, 10].map((skill) => [skill, 'must-have'] as [number, 'must-have']));
    const far = path({}, [{ skills: six }], { essentialSkills: [1, 3, 4, 5] });
    assert.deepEqual([far.reachable, far.steps], [false, []]);
    assert.deepEqual(
      far.reasons.map(({ key }) => key),
      Array(6).fill('gap.must-have'),
    );
  });

  it('goes to a licence by those that must be held first, once each', () => {
    const licences = (told: string[], asked: string[]) =>
      path({ licences: told }, [{ licences: asked }]).steps.map(({ message }) => message.params.category);
    assert.deepEqual(licences([], ['C', 'B', 'CE']), ['B', 'C', 'CE']);
    assert.deepEqual(licences(['CE'], ['B', 'C']), []);
    const all = path({}, [{ licences: ['C'] }, { licences: ['C'] }, { licences: ['C1'] }]);
    assert.deepEqual(
      all.steps.map(({ message, opens }) => [message.params.category, opens]),
      [
        ['B', 0],
        ['C', 3],
      ],
    );
  });

  it('says so when there is nothing open, nothing near, or only other hours', () => {
    const why = (answer: ReturnType<typeof path>) => answer.reasons.map(({ key }) => key);
    assert.deepEqual(why(path({}, [])), ['why-not.no-vacancies']);
    const far = path({ places: [{ x: 0, y: 0, when: 'now' }], maxDistanceKm: 10 }, [
      { place: { x: 90, y: 0 } },
    ]);
    assert.deepEqual([why(far), far.reachable], [['why-not.out-of-reach'], false]);
    const hours = path({ hoursMax: 8 }, [{ hoursMin: 32 }, { hoursMin: 36 }]);
    assert.deepEqual([why(hours), hours.reachable, hours.steps], [['why-not.hours'], false, []]);
    const level = path({ education: { min: 1, max: 1, field: null } }, [{}]);
    assert.deepEqual([why(level), level.reachable], [['note.education-usual'], true]);
  });
});

describe('the way through the law', () => {
  const syrian: Partial<PersonSide> = {
    experience: [{ occupation: 50, years: 8, lastYear: 2020, unpaid: false }],
    skills: has([1, 'predicted', { probability: 0.7 }]),
    languages: new Map([...dutch(2), ['ar', allFour(6)]]),
    education: { min: 6, max: 7, field: '09' },
  };

  it('begins with the language, goes along the route, and opens vacancies at its end', () => {
    const pharmacist = path(syrian, [{ languages: dutch(4) }, { languages: dutch(4) }], {
      occupation: PHARMACIST,
    });
    assert.deepEqual(keys(pharmacist).slice(0, 3), [
      'step.language',
      'step.language',
      'step.care-language-certificates',
    ]);
    assert.equal(keys(pharmacist).at(-1), 'step.big-registration');
    assert.deepEqual(
      pharmacist.steps.map(({ opens }) => opens),
      [...Array(pharmacist.steps.length - 1).fill(0), 2],
    );
    assert.equal(pharmacist.reachable, false);
    // What is learned on the way to the register is no course beside it.
    assert.deepEqual(
      path({}, [{}], { occupation: PHARMACIST, essentialSkills: [1, 3, 4] }).steps.filter(
        ({ kind }) => kind === 'skill',
      ),
      [],
    );
    assert.equal(pharmacist.reasons[0]!.key, 'gate.register');
    // Of some steps no source tells how long they take.
    assert.equal(pharmacist.weeksMax, null);
    assert.ok(pharmacist.weeksMin! > 0);
    assert.deepEqual(
      pharmacist.bridgingJobs.map(({ occupation, vacancies }) => [occupation.id, vacancies]),
      [
        ['c52', 52],
        ['c51', 51],
      ],
    );
  });

  it('adds a diploma where the level is too low, and leaves out the licence that somebody has', () => {
    const low = path({ ...syrian, education: { min: 4, max: 4, field: null } }, [{}], {
      occupation: PHARMACIST,
    });
    assert.ok(low.steps.some(({ kind, weeksMin }) => kind === 'education' && weeksMin! >= 4 * 52));
    assert.ok(low.reasons.some(({ key }) => key === 'gap.education'));
    const lorry = (licences: string[]) =>
      path({ licences }, [{ licences: ['C'] }], { occupation: LORRY_DRIVER });
    const toGet = (answer: ReturnType<typeof path>) =>
      answer.steps.filter(({ kind }) => kind === 'licence').map(({ message }) => message.params.category);
    assert.deepEqual(toGet(lorry([])), ['B', 'C']);
    assert.deepEqual(toGet(lorry(['CE'])), []);
    assert.ok(!keys(lorry(['C'])).includes('step.driving-licence'));
    assert.equal(lorry([]).vacancies.openAfter, 1);
  });

  it('ends with the papers of somebody who may not begin yet', () => {
    const waits = path({}, [{}], { workRight: { category: 'asylum-seeker' } });
    assert.ok(waits.steps.every(({ kind }) => kind === 'right-to-work') && waits.steps.length > 0);
    assert.equal(waits.reachable, false);
    assert.deepEqual(path({}, [{}], { workRight: { category: 'status-holder' } }).steps, []);
    const expired = path({}, [{}], { workRight: { category: 'status-holder', until: '2026-11-27' } });
    assert.equal(keys(expired)[0], 'step.renew-document');
    assert.equal(expired.reachable, false);
  });

  it('counts right for any person: what each step opens adds up, and no step is taken twice', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const vacancies = Array.from({ length: 6 }, (_, i) => randomPair(1000 * seed + i).vacancy);
      const occupation = [BAKER, PHARMACIST, LORRY_DRIVER][seed % 3]!;
      const answer = path(randomPair(seed).person, vacancies, { occupation, essentialSkills: [1, 2, 3, 4] });
      const { total, within, openNow, openAfter } = answer.vacancies;
      assert.ok(openNow <= openAfter && openAfter <= within && within <= total);
      assert.equal(
        answer.steps.reduce((sum, { opens }) => sum + opens, 0),
        openAfter - openNow,
      );
      const said = answer.steps.map(({ message }) => message.text);
      assert.deepEqual(said, [...new Set(said)]);
      assert.ok(answer.steps.filter(({ kind }) => kind === 'skill').length <= 5);
      for (const text of [...said, ...answer.reasons.map((reason) => reason.text)]) {
        assert.doesNotMatch(text, /undefined|null|NaN|[{}]/);
      }
    }
  });
});
