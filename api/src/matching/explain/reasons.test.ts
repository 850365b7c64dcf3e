import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bitOf } from '../conditions.ts';
import { maskOf } from '../day-parts.ts';
import type { Pair } from '../factors/factor.ts';
import {
  allFour,
  asks,
  has,
  knowledgeOf,
  pair,
  randomKnowledge,
  randomPair,
} from '../factors/testing-pairs.ts';
import { score } from '../score.ts';
import { unmetOf } from '../unmet.ts';
import type { Audience } from './messages.ts';
import { strengthsAndGaps } from './reasons.ts';
import { namesIn } from './testing-names.ts';

const knowledge = knowledgeOf({
  similar: [
    [1, 2, 0.9],
    [101, 102, 0.85],
  ],
  transversal: [10],
  isco: { 101: '7512', 102: '7512', 103: '5223' },
});

function reasonsOf(of: Pair, language: 'nl' | 'en' = 'nl', audience: Audience = 'person', unmet?: number) {
  return strengthsAndGaps(
    of,
    score(of, knowledge),
    unmet ?? unmetOf(of.person, of.vacancy),
    knowledge,
    namesIn(language),
    language,
    audience,
  );
}
const texts = (messages: { text: string }[]) => messages.map(({ text }) => text);
/** Their order depends on the weights of factors, which are data. */
const inAnyOrder = (messages: { text: string }[]) => texts(messages).sort();
const keys = (messages: { key: string }[]) => messages.map(({ key }) => key);

const baker = pair(
  {
    skills: has(
      [2, 'stated'],
      [3, 'predicted', { probability: 0.7 }],
      [10, 'stated'],
      [4, 'predicted', { probability: 0.7 }],
    ),
    experience: [{ occupation: 101, years: 6, lastYear: 2021, unpaid: false }],
    education: { min: 4, max: 4, field: null },
    places: [{ x: 4, y: 3 }],
    transport: ['bicycle'],
    maxDistanceKm: 15,
    languages: new Map([['nl', { ...allFour(2), speaking: 3 }]]),
    busy: [{ mask: maskOf([{ day: 'mon', part: 'morning' }]), reason: 'integration-course' }],
    licences: ['B'],
  },
  {
    occupation: 101,
    skills: asks([1, 'essential'], [3, 'essential'], [10, 'optional'], [4, 'must-have']),
    education: { min: 2, max: 2, field: null },
    languages: new Map([['nl', allFour(3)]]),
    licences: ['C'],
    shifts: maskOf([
      { day: 'mon', part: 'morning' },
      { day: 'tue', part: 'morning' },
    ]),
  },
);

describe('the reasons of a match', () => {
  it('tell a person why the work fits and what is missing, in Dutch', () => {
    const { strengths, gaps } = reasonsOf(baker);
    assert.deepEqual(inAnyOrder(strengths), [
      'Door je werk heb je waarschijnlijk nog 1 van de 4 gevraagde vaardigheden. Bevestig ze als het klopt.',
      'Je hebt 1 van de 4 gevraagde vaardigheden.',
      'Je hebt dit werk al gedaan: bakker, 6 jaar.',
      'Ongeveer 26 minuten met de fiets vanaf je huis (5 km).',
      'Ze vragen: brood bakken. Jij hebt: koekjes bakken. Dat lijkt erop.',
    ]);
    assert.deepEqual(inAnyOrder(gaps), [
      'Dit moet je kunnen: kassa bedienen. Wij denken dat je dit kunt. Bevestig het als het klopt.',
      'Je opleiding (mbo-4, havo of vwo) is hoger dan dit werk meestal vraagt (mbo-2 of vmbo). Dat is geen probleem.',
      'Nederlands: voor lezen is niveau B1 nodig. Jij hebt niveau A2.',
      'Op 1 van de 2 dagdelen van dit werk heb je inburgeringsles.',
      'Voor dit werk heb je rijbewijs C nodig.',
    ]);
  });

  it('tell an employer about the candidate, in English, and no more than the card', () => {
    const { strengths, gaps } = reasonsOf(baker, 'en', 'employer');
    assert.deepEqual(inAnyOrder(strengths), [
      'Because of earlier work this candidate probably has 1 more of the 4 skills you ask for. Ask about them.',
      'This candidate can get to the work.',
      'This candidate has 1 of the 4 skills you ask for.',
      'This candidate has done this work before: baker, 5+ years.',
      'You ask for: bake bread. This candidate has: bake biscuits. That is similar.',
    ]);
    assert.deepEqual(inAnyOrder(gaps), [
      'At 1 of the 2 times of this work this candidate is not available.',
      "Dutch: you ask for level B1 for reading. This candidate's level is A2.",
      'The candidate must be able to do this: use a till. That is probably so. Ask about it.',
      'The education (mbo-4 (higher vocational), havo or vwo) is higher than this work usually asks for (mbo-2 (basic vocational) or vmbo). Ask what this candidate wants.',
      'This candidate has no driving licence C.',
    ]);
  });

  it('name what is unknown last, as something to tell', () => {
    const unknown = pair(
      { skills: has([1, 'stated']), busy: [] },
      {
        skills: asks([1, 'essential'], [3, 'essential']),
        education: { min: 3, max: null, field: null },
        languages: new Map([['nl', allFour(3)]]),
        hoursMin: 32,
        hoursMax: 40,
      },
    );
    assert.deepEqual(texts(reasonsOf(unknown).gaps), [
      'Ze vragen ook: deeg kneden. Dat staat nog niet in je profiel.',
      'Gevraagd: Nederlands op niveau B1. Vertel hoe goed je deze taal kent.',
      'Wij weten niet waar je woont. Vertel je woonplaats.',
      'Gevraagde opleiding: mbo-3. Vertel welke opleiding je hebt.',
      'Vertel hoeveel uur je wilt werken en wanneer je niet kunt.',
    ]);
    assert.deepEqual(keys(reasonsOf(pair({}, { skills: asks([1, 'essential']) })).gaps), [
      'unknown.skills',
      'unknown.place',
    ]);
  });

  it('say which condition is not met before what only costs points', () => {
    const far = pair(
      {
        skills: has([1, 'stated']),
        places: [{ x: 20, y: 0 }],
        maxDistanceKm: 10,
        hoursMin: 8,
        hoursMax: 16,
        languages: new Map([['nl', allFour(1)]]),
      },
      {
        skills: asks([1, 'essential'], [3, 'essential']),
        hoursMin: 32,
        languages: new Map([
          ['en', allFour(2)],
          ['nl', allFour(3)],
        ]),
      },
    );
    assert.deepEqual(texts(reasonsOf(far).gaps), [
      'Voor dit werk heb je Nederlands op niveau B1 nodig. Jij hebt niveau A1.',
      'Gevraagd: Engels op niveau A2. Vertel hoe goed je deze taal kent.',
      'Het werk is 20 km vanaf je huis. Jij wilt niet verder dan 10 km.',
      'Dit werk is 32+ uur per week. Jij wilt 8-16 uur per week.',
      'Ze vragen ook: deeg kneden. Dat staat nog niet in je profiel.',
    ]);
  });

  it('name night work without transport, and not the hours of walking', () => {
    const night = pair(
      { places: [{ x: 9, y: 0 }], transport: ['public-transport'], maxTravelMinutes: 45 },
      { shifts: maskOf([{ day: 'fri', part: 'night' }]) },
    );
    assert.deepEqual(keys(reasonsOf(night).gaps), ['gap.night-transport', 'unknown.schedule']);
    night.person.transport = ['public-transport', 'moped'];
    assert.deepEqual(keys(reasonsOf(night).gaps), ['unknown.schedule']);
  });

  it('know the very wish from a similar one, and say only the former to an employer', () => {
    const wish = (occupation: number) =>
      pair({ wishes: [{ occupation, certainty: 1 }] }, { occupation: 101 });
    assert.deepEqual(texts(reasonsOf(wish(101)).strengths), ['Dit is werk dat je graag wilt: bakker.']);
    assert.deepEqual(texts(reasonsOf(wish(102)).strengths), [
      'Dit lijkt op werk dat je graag wilt: banketbakker.',
    ]);
    assert.deepEqual(keys(reasonsOf(wish(102), 'nl', 'employer').strengths), []);
    assert.deepEqual(keys(reasonsOf(wish(103)).strengths), []);
  });

  it('are silent about a factor that somebody opted out of, but not about a condition', () => {
    const silent = pair(
      {
        ...baker.person,
        optOut: ['hardSkills', 'softSkills', 'experience', 'education', 'location', 'schedule', 'language'],
      },
      baker.vacancy,
    );
    const { gaps } = reasonsOf(
      silent,
      'nl',
      'person',
      bitOf('reach') | bitOf('must-have') | bitOf('licence'),
    );
    assert.deepEqual(keys(gaps), ['gap.must-have-confirm', 'gap.licence', 'gap.reach']);
  });

  it('name few missing skills, the weightiest', () => {
    const many = pair(
      { skills: has([1, 'stated']) },
      {
        skills: asks([5, 'optional'], [1, 'essential'], [6, 'essential'], [7, 'essential'], [8, 'essential']),
      },
    );
    assert.deepEqual(
      reasonsOf(many)
        .gaps.filter(({ key }) => key === 'gap.skill')
        .map(({ params }) => params.skill),
      ['begrip 6', 'begrip 7', 'begrip 8'],
    );
  });

  it('hold for any pair: few, whole sentences, once each, and nothing to an employer that tells who it is', () => {
    for (let seed = 1; seed <= 1500; seed++) {
      const random = randomPair(seed);
      const scored = score(random, randomKnowledge);
      const unmet =
        unmetOf(random.person, random.vacancy) |
        (random.person.places.length === 0 ? bitOf('place-unknown') : 0);
      for (const audience of ['person', 'employer'] as const) {
        const { strengths, gaps } = strengthsAndGaps(
          random,
          scored,
          unmet,
          randomKnowledge,
          namesIn('nl'),
          'nl',
          audience,
        );
        assert.ok(strengths.length <= 5 && gaps.length <= 6);
        const said = [...strengths, ...gaps];
        for (const { text, params } of said) {
          assert.doesNotMatch(text, /undefined|null|NaN|[{}]/);
          assert.match(text, /^\S.*[.)]$/);
          for (const value of Object.values(params)) assert.ok(value !== undefined && value !== null);
        }
        if (audience === 'employer') {
          const told = said.flatMap(({ params }) => Object.keys(params));
          const secret = [
            'distanceKm',
            'maxDistanceKm',
            'minutes',
            'maxMinutes',
            'transport',
            'place',
            'reason',
            'years',
          ];
          assert.deepEqual(
            told.filter((name) => secret.includes(name)),
            [],
          );
        }
      }
    }
  });
});
