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
    places: [{ x: 4, y: 3, when: 'now' }],
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
      'Gevraagde vaardigheden die je waarschijnlijk hebt door je werk: 1 van 4. Bevestig wat klopt.',
      'Je hebt 1 van de 4 gevraagde vaardigheden.',
      'Je hebt dit werk al gedaan: bakker, 6 jaar.',
      'Ongeveer 26 minuten met de fiets vanaf je huis (5 km).',
      'Ze vragen: brood bakken. Jij hebt: koekjes bakken. Dat lijkt erop.',
    ]);
    assert.deepEqual(inAnyOrder(gaps), [
      'Dagdelen van dit werk waarop je inburgeringsles hebt: 1 van 2.',
      'Dit moet je kunnen: kassa bedienen. Wij denken dat je dit kunt. Bevestig het als het klopt.',
      'Je opleiding (mbo-4, havo of vwo) is hoger dan dit werk meestal vraagt (mbo-2 of vmbo). Dat is geen probleem.',
      'Nederlands: voor lezen is niveau B1 nodig. Jij hebt niveau A2.',
      'Voor dit werk heb je rijbewijs C nodig.',
    ]);
  });

  it('tell an employer about the candidate, in English, and no more than the card', () => {
    const { strengths, gaps } = reasonsOf(baker, 'en', 'employer');
    assert.deepEqual(inAnyOrder(strengths), [
      'Skills you ask for that this candidate probably has because of earlier work: 1 of 4. Ask about them.',
      'This candidate can get to the work.',
      'This candidate has 1 of the 4 skills you ask for.',
      'This candidate has done this work before: baker, 5+ years.',
      'You ask for: bake bread. This candidate has: bake biscuits. That is similar.',
    ]);
    assert.deepEqual(inAnyOrder(gaps), [
      "Dutch: you ask for level B1 for reading. This candidate's level is A2.",
      'The candidate must be able to do this: use a till. That is probably so. Ask about it.',
      'The education (mbo-4 (higher vocational), havo or vwo) is higher than this work usually asks for (mbo-2 (basic vocational) or vmbo). Ask what this candidate wants.',
      'This candidate has no driving licence C.',
      'Times of this work at which this candidate is not available: 1 of 2.',
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
        places: [{ x: 20, y: 0, when: 'now' }],
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
      'Uren per week in dit werk: 32+. Jij wilt: 8-16.',
      'Ze vragen ook: deeg kneden. Dat staat nog niet in je profiel.',
    ]);
  });

  it('say that a vacancy names no work that we know, or else that we know nothing of the person', () => {
    const unknown = bitOf('work-unknown');
    const untold = pair({ skills: has([1, 'stated']) });
    assert.deepEqual(keys(reasonsOf(untold, 'nl', 'person', unknown).gaps), [
      'unknown.work',
      'unknown.place',
    ]);
    assert.deepEqual(texts(reasonsOf(untold, 'en', 'employer', unknown).gaps).slice(0, 1), [
      'Your vacancy names no work that we know. Choose an occupation, so that we can compare candidates.',
    ]);
    const silent = pair({}, { occupation: 101 });
    assert.deepEqual(texts(reasonsOf(silent, 'en', 'employer', unknown).gaps).slice(0, 1), [
      'We do not know what this candidate can do yet. Ask about it.',
    ]);
  });

  it('name a trip that is longer than usual, and not as a wish of who told no limit', () => {
    const far = pair({ places: [{ x: 19.5, y: 0, when: 'expected' }], transport: ['bicycle'] });
    assert.deepEqual(texts(reasonsOf(far).gaps), [
      'De reis is lang. Hij duurt ongeveer 101 minuten met de fiets vanaf de plaats waar je gaat wonen.',
    ]);
    assert.deepEqual(texts(reasonsOf(far, 'en', 'employer').gaps), [
      'The trip is long for this candidate. Ask if that is possible.',
    ]);
    far.person.maxTravelMinutes = 75;
    assert.deepEqual(keys(reasonsOf(far).gaps), ['gap.travel-time']);
  });

  it('name an education that may be far above the work where that costs points, and where work has an end', () => {
    const notes = (min: number, usual: number | null, audience?: Audience) =>
      reasonsOf(
        pair({ education: { min, max: 8, field: null } }, { education: { min: 2, max: usual, field: null } }),
        'nl',
        audience,
      )
        .gaps.filter(({ key }) => key.startsWith('note.'))
        .map(({ text }) => text);
    assert.deepEqual(notes(3, 3), [
      'Je opleiding is misschien hoger dan dit werk meestal vraagt (mbo-3). Dat is geen probleem.',
    ]);
    assert.deepEqual(notes(3, 3, 'employer'), [
      'De opleiding is misschien hoger dan dit werk meestal vraagt (mbo-3). Vraag wat deze kandidaat wil.',
    ]);
    assert.deepEqual(notes(5, 3), [
      'Je opleiding (associate degree) is hoger dan dit werk meestal vraagt (mbo-3). Dat is geen probleem.',
    ]);
    assert.deepEqual(notes(3, null), []);
  });

  it('name night work without transport, and not the hours of walking', () => {
    const night = pair(
      { places: [{ x: 9, y: 0, when: 'now' }], transport: ['public-transport'], maxTravelMinutes: 45 },
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
    const { strengths, gaps } = reasonsOf(
      silent,
      'nl',
      'person',
      bitOf('reach') | bitOf('must-have') | bitOf('licence'),
    );
    assert.deepEqual(keys(gaps), ['gap.must-have-confirm', 'gap.licence', 'gap.reach']);
    assert.deepEqual(strengths, []);
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
