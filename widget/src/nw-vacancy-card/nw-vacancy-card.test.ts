import { NederlandWerkt, type VacancyMatch } from '@nederlandwerkt/sdk';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import './define.ts';
import { allLocales } from '../generated/locale-codes.ts';
import { FakeApi } from '../testing/fake-api.ts';
import { vacancyMatch } from '../testing/fake-data.ts';
import { all, button, focused, one, text } from '../testing/look.ts';
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

  it('gives its reasons in plain words', async () => {
    const reasons = all(await card(), '.reasons li').map(text);
    expect(reasons).to.include.members([
      'You probably have 4 of the 6 skills',
      '3.2 km from you',
      'Your language level is enough (Dutch A2)',
    ]);
  });

  it('does not call skills that we guess the skills of the person', async () => {
    const { matchedSkills } = vacancyMatch('en');
    const stated = matchedSkills.map((matched) => ({ ...matched, provenance: 'stated' as const }));
    const element = await card(vacancyMatch('en', { matchedSkills: stated }));
    expect(all(element, '.reasons li').map(text)).to.include('You have 4 of the 6 skills');
  });

  it('does not count metres within a town', async () => {
    const element = await card(vacancyMatch('en', { distanceKm: 0 }));
    expect(all(element, '.reasons li').map(text)).to.include('Very near you');
    expect(text(element)).not.to.contain('0 km');
  });

  it('says so when the place is farther than the person wants', async () => {
    const element = await card(vacancyMatch('en', { distanceKm: 61.3, withinReach: false }));
    expect(text(one(element, '.reasons .minus'))).to.equal('Farther than you want: 61 km');
  });

  it('says which level is asked when the language is not known or not enough', async () => {
    const { contributions } = vacancyMatch();
    const change = { value: 0.3, basis: 'unknown' as const };
    const element = await card(
      vacancyMatch('en', {
        contributions: contributions.map((c) => (c.factor === 'language' ? { ...c, ...change } : c)),
      }),
    );
    expect(text(one(element, '.reasons .neutral'))).to.equal('The work asks for Dutch A2');
  });

  it('tells apart what the person said, what we guess, and what is missing', async () => {
    const element = await card();
    expect(all(element, '.skills .stated').map(text)).to.deep.equal(['bake bread', 'knead dough']);
    expect(all(element, '.skills .predicted').map(text)).to.deep.equal([
      'follow a recipe',
      'weigh ingredients',
    ]);
    expect(all(element, '.skills .missing').map(text)).to.deep.equal([
      'serve customers',
      'food safety (HACCP)',
    ]);
  });

  it('explains the score by points that add up to it', async () => {
    const element = await card();
    const points = all(element, 'tbody td').map((cell) => Number.parseInt(text(cell), 10));
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
        vacancyMatch(locale, { vacancy: { regulated: true }, withinReach: false }),
        locale,
      );
      one<HTMLDetailsElement>(element, 'details').open = true;
      all(element, 'button').at(-1)!.click();
      await waitUntil(() => all(element, '.text').length);
      await expect(element).to.be.accessible();
    });
  }
});
