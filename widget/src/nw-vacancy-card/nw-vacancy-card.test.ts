import { NederlandWerkt, type VacancyMatch } from '@nederlandwerkt/sdk';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import './define.ts';
import { allLocales } from '../generated/locale-codes.ts';
import { FakeApi } from '../testing/fake-api.ts';
import { concept, gate, message, vacancyMatch } from '../testing/fake-data.ts';
import { all, button, focused, one, text } from '../testing/look.ts';
import { expectGoodState } from '../testing/page.ts';
import type { NwVacancyCard } from './nw-vacancy-card.ts';

describe('nw-vacancy-card', () => {
  let api: FakeApi;
  beforeEach(() => {
    api = new FakeApi();
  });
  afterEach(() => api.restore());

  const card = (match: VacancyMatch = vacancyMatch('en'), lang = 'en') =>
    fixture<NwVacancyCard>(html`<nw-vacancy-card
      lang=${lang}
      .match=${match}
      .client=${new NederlandWerkt({ key: 'key', baseUrl: location.origin })}
    ></nw-vacancy-card>`);

  it('says what, where, how far and how many hours', async () => {
    const words = text(await card());
    for (const fact of [
      'Job',
      'Bakker (dagdienst)',
      'Bakkerij De Korenschoof',
      'Utrecht',
      '3.2 km',
      '32–40',
    ]) {
      expect(words).to.contain(fact);
    }
  });

  it('shows the score in words, as a number and as a meter', async () => {
    const element = await card(vacancyMatch('en', { score: 0.62 }));
    expect(text(one(element, '.score'))).to.equal('62% Fits well');
    expect(one<HTMLMeterElement>(element, 'meter').value).to.equal(0.62);
  });

  it('gives the weightiest reasons in plain words, and the others where the score is explained', async () => {
    const element = await card();
    expect(all(element, '#strengths ~ .reasons li').map(text)).to.deep.equal([
      'Skills that they ask for: you have 4 of 6.',
      'You have done this work before: baker (6 years).',
      'The way to work: about 17 minutes, by bicycle, from your home (3.2 km).',
    ]);
    expect(all(element, '#more-strengths ~ .reasons li').map(text)).to.deep.equal([
      'Your level of this language is enough: Dutch. They ask for A2.',
    ]);
    expect(text(one(element, '#gaps ~ .reasons'))).to.equal(
      'They also ask for: food safety (HACCP). Can you do that? Then add it to your skills.',
    );
  });

  it('tells what is missing, what is not known and what is only mentioned apart by a picture', async () => {
    const gaps = [
      message('gap.licence', { licence: 'C' }),
      message('note.overqualified', { has: 6, usual: 2 }),
      message('unknown.schedule'),
    ];
    const element = await card(vacancyMatch('en', { gaps }));
    const pictures = all(element, '.gaps li').map((reason) =>
      reason.querySelector('path')!.getAttribute('d'),
    );
    expect(new Set(pictures).size).to.equal(3);
    expect(all(element, '.gaps li').map(text)[1]).to.equal(
      'Your education (bachelor of hbo or university) is higher than they usually ask for (vmbo or mbo-2). That is no problem.',
    );
  });

  it('does not mark as a strength what it only guesses', async () => {
    const strengths = [
      message('strength.skills-likely', { likely: 3, asked: 6 }),
      message('strength.schedule'),
    ];
    const element = await card(vacancyMatch('en', { strengths }));
    const [guess, strength] = all(element, '.strengths li').map((reason) => reason.querySelector('path'));
    expect(guess!.getAttribute('d')).not.to.equal(strength!.getAttribute('d'));
  });

  it('tells apart on whose word it has a skill, what we guess and how sure, and what is missing', async () => {
    const element = await card(
      vacancyMatch('en', {
        matchedSkills: [
          ...vacancyMatch('en').matchedSkills,
          {
            ...vacancyMatch('en').matchedSkills[0]!,
            skill: concept('plan-work', 'en'),
            provenance: 'verified',
          },
          {
            ...vacancyMatch('en').matchedSkills[1]!,
            skill: concept('work-clean', 'en'),
            provenance: 'confirmed',
          },
        ],
      }),
    );
    const chips = (sort: string) => all(element, `.skills .${sort}`).map(text);
    expect(chips('verified')).to.deep.equal(['plan work must have']);
    expect(chips('confirmed')).to.deep.equal(['work hygienically because of: use a mixing machine']);
    expect(chips('stated')).to.deep.equal([
      'bake bread must have',
      'knead dough because of: use a mixing machine',
    ]);
    expect(chips('predicted')).to.deep.equal([
      'follow a recipe our guess: very likely',
      'weigh ingredients our guess: likely',
    ]);
    expect(chips('missing')).to.deep.equal(['serve customers', 'food safety (HACCP)']);
    expect(getComputedStyle(one(element, '.skills .predicted')).borderStyle).to.equal('dashed');
  });

  it('says what becomes of the score when a guess is right, and tells the page who says yes', async () => {
    const element = await card(vacancyMatch('en', { score: 0.61 }));
    expect(text(one(element, '#confirm'))).to.equal(
      'We guess that you can do these things. Is that right? Then the score goes from 61% to 83%.',
    );
    const told = oneEvent(document.body, 'nw-confirm-skills');
    button(element, 'I can do this: weigh ingredients').click();
    const event = await told;
    expect(event.detail).to.deep.equal({
      vacancyId: vacancyMatch().vacancy.id,
      skills: ['weigh-ingredients'],
    });
    expect(event.cancelable).to.equal(true);
    expect(all(await card(vacancyMatch('en', { confirmable: null })), '.confirm')).to.deep.equal([]);
  });

  it('shows what the law asks in a box of its own, with the way there and work that is open sooner', async () => {
    const element = await card(
      vacancyMatch('en', { vacancy: { regulated: true }, gates: [gate('en', { verified: false })] }),
    );
    const box = one(element, '.gate');
    expect(text(one(element, '.gate-title'))).to.equal('You need a registration or papers first');
    expect(all(element, '.gate ol li').map(text)).to.deep.equal([
      'Have your diploma compared by IDW. This is free in civic integration and for refugees. The advice gives no right to a profession.',
      'Take the AKV test: knowledge and language.',
    ]);
    expect(text(one(element, '.gate .skills'))).to.equal('baker nurse');
    expect(all(element, '.gate .notes li').map(text)).to.deep.equal([
      'Note: this work needs its own diploma or registration too: nurse.',
    ]);
    expect(text(box)).to.contain('We have not checked this. Ask before you rely on it.');
    expect(text(box)).to.contain('Source: example.nl').and.to.contain('We looked on: November 2, 2026');
    expect(one<HTMLAnchorElement>(element, '.gate a').href).to.equal('https://www.example.nl/big');
    expect(text(one(element, '.marks')), 'said once').not.to.contain('Protected');
  });

  it('does not say of a checked gate that it is not, and takes no address that is none', async () => {
    const gates = [
      gate('en', { sourceUrl: 'javascript:alert(1)', checkedOn: null }),
      gate('en', { kind: 'right-to-work', steps: [], notes: [], bridgingJobs: [], sourceUrl: null }),
    ];
    const element = await card(vacancyMatch('en', { gates }));
    expect(all(element, '.gate')).to.have.length(2);
    expect(text(element)).not.to.contain('have not checked').and.not.to.contain('Source');
    expect(all(element, '.gate a, .gate ol + ol')).to.deep.equal([]);
    expect(text(all(element, '.gate-title')[1]!)).to.equal('Before you may start working');
  });

  it('explains the score by points that add up to it', async () => {
    const element = await card();
    const rows = all(element, 'tbody tr').map((row) => [...row.children].map(text));
    expect(rows).to.have.length(10);
    expect(rows.filter(([, points]) => points === '–').map(([name]) => name)).to.deep.equal([
      'Education Not known, so it does not count',
      'What you like to do Not known, so it does not count',
      'Your level of thinking and working You chose that this does not count',
    ]);
    expect(rows[0]![0]).to.equal('Skills that are asked Mostly our guess');
    const points = rows.flatMap(([, cell]) => (cell === '–' ? [] : [Number.parseInt(cell!, 10)]));
    expect(points.reduce((a, b) => a + b, 0)).to.equal(Number(text(one(element, 'tfoot td'))));
    expect(text(one(element, '.score'))).to.contain(`${text(one(element, 'tfoot td'))}%`);
  });

  it('marks a made-up vacancy and a protected profession, and no other', async () => {
    const marked = await card(vacancyMatch('en', { vacancy: { synthetic: true, regulated: true } }));
    expect(text(one(marked, '.marks')))
      .to.contain('Example')
      .and.to.contain('Protected profession');
    const plain = await card(vacancyMatch('en', { vacancy: { synthetic: false, regulated: false } }));
    expect(text(one(plain, '.marks'))).to.equal('Job');
  });

  it('unfolds the text of the vacancy', async () => {
    const element = await card();
    const told = oneEvent(element, 'nw-vacancy-select');
    button(element, 'More about this').click();
    expect((await told).detail).to.deep.equal({ vacancyId: vacancyMatch().vacancy.id });
    await waitUntil(() => text(element).includes('Je bakt elke ochtend brood.'));
    expect(button(element, 'Show less').getAttribute('aria-expanded')).to.equal('true');
    expect(one<HTMLAnchorElement>(element, 'a').href).to.equal('https://example.nl/bakker');
  });

  it('does not unfold when the page shows the vacancy itself', async () => {
    const element = await card();
    element.addEventListener('nw-vacancy-select', (event) => event.preventDefault());
    button(element, 'More about this').click();
    await element.updateComplete;
    expect(button(element, 'More about this').getAttribute('aria-expanded')).to.equal('false');
    expect(api.asked).to.deep.equal([]);
  });

  it('says so when the text cannot be had, and tries again', async () => {
    const element = await card();
    api.status = 500;
    button(element, 'More about this').click();
    await waitUntil(() => all(element, '[role=alert]').length);
    api.status = undefined;
    button(element, 'Try again').click();
    await waitUntil(() => text(element).includes('Je bakt elke ochtend brood.'));
  });

  it('tells the page that a person wants to sign up, across shadow roots', async () => {
    const element = await card();
    const told = oneEvent(document.body, 'nw-sign-up-start');
    button(element, 'Sign up for this').click();
    expect((await told).detail).to.deep.equal({ vacancyId: vacancyMatch().vacancy.id });
  });

  it('does not ask people who have signed up to sign up', async () => {
    const element = await card();
    element.signedUp = true;
    await element.updateComplete;
    expect(text(element)).not.to.contain('Sign up');
  });

  it('can hold little: no employer, distance, hours or skills', async () => {
    const element = await card(
      vacancyMatch('en', {
        vacancy: { employerName: null, hoursMin: null, hoursMax: null, languages: [] },
        distanceKm: null,
        matchedSkills: [],
        missingSkills: [],
        strengths: [],
        gaps: [],
        confirmable: null,
      }),
    );
    expect(text(one(element, '.facts'))).to.equal('Utrecht');
    await expect(element).to.be.accessible();
  });

  it('takes the focus on its title', async () => {
    const element = await card();
    element.focus();
    expect(text(focused()!)).to.equal('Bakker (dagdienst)');
  });

  for (const locale of allLocales) {
    it(`is accessible with everything unfolded, in ${locale}`, async () => {
      const element = await card(
        vacancyMatch(locale, {
          vacancy: { regulated: true },
          gates: [gate(locale, { verified: false }), gate(locale, { kind: 'right-to-work' })],
        }),
        locale,
      );
      for (const details of all<HTMLDetailsElement>(element, 'details')) details.open = true;
      all(element, 'button').at(-1)!.click();
      await waitUntil(() => all(element, '.text').length);
      await expectGoodState(element);
    });
  }
});
