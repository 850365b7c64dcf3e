import { expect } from '@open-wc/testing';
import { EMPTY_DRAFT, fillIn, toCandidateInput } from './draft.ts';

const consent = { profile: true as const, matching: false, textVersion: '2026-11' };

describe('a sign-up', () => {
  it('leaves out what was left open', () => {
    expect(toCandidateInput(EMPTY_DRAFT, 'uk')).to.deep.equal({
      language: 'uk',
      skills: [],
      maxDistanceKm: 30,
      languages: [],
      consent,
    });
  });

  it('carries all answers', () => {
    const input = toCandidateInput(
      {
        work: { text: 'пекар', choice: { as: 'occupation', id: 'baker', label: 'пекар', detail: 'bakker' } },
        noExperience: false,
        years: '7',
        skills: [
          { as: 'skill', id: 'bake-bread', label: 'випікати хліб', detail: '' },
          { as: 'skill', id: '', label: 'own words', detail: '' },
        ],
        rejectedSkills: [{ as: 'skill', id: 'clean-oven', label: 'чистити печі', detail: '' }],
        place: { text: 'Ter Apel', choice: null },
        maxDistanceKm: 10,
        dutch: 'A1',
        languages: { uk: 'C2', ru: '' },
        kinds: ['job', 'course'],
        hours: 'part',
        name: ' Олена ',
        phone: '+31 6 12345678',
        email: '',
        consentProfile: true,
        consentMatching: true,
      },
      'uk',
    );
    expect(input).to.deep.equal({
      language: 'uk',
      occupations: [{ occupation: { id: 'baker' }, years: 7 }],
      skills: [{ id: 'bake-bread' }, { text: 'own words' }],
      rejectedSkills: [{ id: 'clean-oven' }],
      place: { text: 'Ter Apel' },
      maxDistanceKm: 10,
      languages: [
        { language: 'nl', level: 'A1' },
        { language: 'uk', level: 'C2' },
      ],
      kinds: ['job', 'course'],
      hoursMin: 16,
      hoursMax: 32,
      name: 'Олена',
      phone: '+31 6 12345678',
      consent: { ...consent, matching: true },
    });
  });

  it('says no work for a person without experience, whatever was typed before', () => {
    const work = { text: 'baker', choice: null };
    expect(toCandidateInput({ ...EMPTY_DRAFT, work, noExperience: true }, 'nl')).not.to.have.property(
      'occupations',
    );
  });
});

describe('answers from elsewhere', () => {
  const answer = (text: string) => ({ text, choice: null });

  it('fill in what is open, and leave what the person answered in the form', () => {
    const draft = { ...EMPTY_DRAFT, place: answer('Zeist') };
    const filled = fillIn(draft, { work: answer('baker'), place: answer('Utrecht'), dutch: 'A2' });
    expect(filled).to.deep.equal({ ...draft, work: answer('baker'), dutch: 'A2' });
  });

  it('give way to newer ones', () => {
    const [before, after] = [{ work: answer('baker') }, { work: answer('cook') }];
    const filled = fillIn(fillIn(EMPTY_DRAFT, before), after, before);
    expect(filled.work.text).to.equal('cook');
  });

  it('that name work contradict "no experience"', () => {
    const filled = fillIn({ ...EMPTY_DRAFT, noExperience: true }, { work: answer('baker') });
    expect(filled.noExperience).to.equal(false);
  });
});
