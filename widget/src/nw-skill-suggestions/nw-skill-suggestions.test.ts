import { NederlandWerkt, type SkillSuggestionRequest } from '@nederlandwerkt/sdk';
import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import './define.ts';
import { type Answer, type Choice, NO_ANSWER } from '../base/choices.ts';
import { allLocales } from '../generated/locale-codes.ts';
import type { Locale } from '../localize/msg.ts';
import { FakeApi } from '../testing/fake-api.ts';
import { SKILLS } from '../testing/fake-data.ts';
import { all, button, focused, one, text } from '../testing/look.ts';
import { expectGoodState } from '../testing/page.ts';
import type { NwSkillSuggestions } from './nw-skill-suggestions.ts';

const BAKER: Answer = {
  text: 'baker',
  choice: { as: 'occupation', id: 'baker', label: 'baker', detail: 'bakker' },
};

describe('nw-skill-suggestions', () => {
  let api: FakeApi;
  let element: NwSkillSuggestions;
  beforeEach(() => {
    api = new FakeApi();
  });
  afterEach(() => api.restore());

  const clientIn = (language: Locale) =>
    new NederlandWerkt({ key: 'nw_pk_test', baseUrl: location.origin, language });
  const mount = async (lang: Locale = 'en', work: Answer = BAKER) => {
    element = await fixture(
      html`<nw-skill-suggestions lang=${lang} .client=${clientIn(lang)} .work=${work}></nw-skill-suggestions>`,
    );
  };
  const names = () => all(element, '.suggestion:not(.gone) h4').map(text);
  const place = (index: number) => one(element, `#place-${index}`);
  const press = async (id: string) => {
    one(element, `#${id}`).click();
    await element.updateComplete;
  };
  const chosen = () => all(element, '.chosen li bdi').map(text);
  const shown = (count: number) => waitUntil(() => names().length === count, `${count} suggestions`);
  const asked = () => api.to('/skill-suggestions').map(({ body }) => body as SkillSuggestionRequest);
  const told = () => waitUntil(() => text(one(element, '[role=status]')) !== '');
  const status = () => text(one(element, '[role=status]'));

  it('suggests ten skills at once for the work of a person', async () => {
    await mount();
    await shown(10);
    expect(names()[0]).to.equal('bake bread');
    expect(asked()).to.deep.equal([
      {
        occupations: [{ occupation: { id: 'baker' } }],
        confirmedSkills: [],
        rejectedSkills: [],
        limit: 10,
        language: 'en',
      },
    ]);
    expect(status()).to.equal('Suggestions: 10');
  });

  it('asks with own words as work and as text, and with the years', async () => {
    await mount('en', { text: 'I baked bread', choice: null });
    element.years = '6';
    await waitUntil(() => asked().length === 2);
    const { occupations, text } = asked()[1]!;
    expect(occupations).to.deep.equal([{ occupation: { text: 'I baked bread' }, years: 6 }]);
    expect(text).to.equal('I baked bread');
  });

  it('gives a reason in a whole sentence for every code', async () => {
    await mount();
    await shown(10);
    expect([0, 1, 2, 3].map((index) => text(place(index).querySelector('.hint')!))).to.deep.equal([
      'Because you know this work: baker.',
      'Many people in work like yours can do this. For example: nurse.',
      'This goes with something that you can do: bake bread.',
      'You wrote: “every day bread for 12 people”.',
    ]);
  });

  it('keeps a name in another direction of writing from mixing with the sentence', async () => {
    await mount('ar');
    await shown(10);
    expect(place(3).querySelector('.hint')!.textContent).to.contain(
      '\u2068every day bread for 12 people\u2069',
    );
  });

  it('shows the Dutch name beside a label that no native speaker has reviewed', async () => {
    await mount('uk');
    await shown(10);
    expect(names()[0]).to.equal('випікати хліб brood bakken');
    expect(all(place(0), 'h4 bdi').map(({ lang }) => lang)).to.deep.equal(['uk', 'nl']);
  });

  describe('yes', () => {
    beforeEach(async () => {
      await mount();
      await shown(10);
      await press('yes-1');
    });

    it('puts the skill in the list, and another suggestion in its place', async () => {
      expect(chosen()).to.deep.equal(['knead dough']);
      const others = ['bake bread', 'follow a recipe'];
      expect(names().slice(0, 2)).to.deep.equal(others);
      await shown(10);
      expect([names()[0], names()[2]]).to.deep.equal(others);
      expect(names()[1]).not.to.equal('knead dough');
      expect(asked()[1]!.confirmedSkills).to.deep.equal([{ id: 'knead-dough' }]);
    });

    it('can be undone where it was said', async () => {
      await press('undo-1');
      expect(chosen()).to.deep.equal([]);
      expect(names()[1]).to.equal('knead dough');
      expect(status()).to.contain('“knead dough” is back');
    });

    it('can be undone in the list, and the focus goes on to the next skill there', async () => {
      await press('yes-0');
      expect(chosen()).to.deep.equal(['knead dough', 'bake bread']);
      await press('remove-0');
      expect(chosen()).to.deep.equal(['bake bread']);
      await waitUntil(() => focused()?.id === 'remove-0');
      await press('remove-0');
      await waitUntil(() => focused()?.id === 'chosen');
      expect(all(element, '.said')).to.deep.equal([]);
    });
  });

  describe('no', () => {
    beforeEach(async () => {
      await mount();
      await shown(10);
      await press('no-0');
    });

    it('takes the suggestion away and says so, and another one takes its place', async () => {
      expect(names()).not.to.include('bake bread');
      expect(status()).to.contain('“bake bread” is gone');
      await shown(10);
      expect(names()).not.to.include('bake bread');
      expect(status()).to.equal(`New suggestion: “${names()[0]}”. ${text(place(0).querySelector('.hint')!)}`);
      expect(asked()[1]!.rejectedSkills).to.deep.equal([{ id: 'bake-bread' }]);
      await expectGoodState(element);
    });

    it('keeps the focus in its place, where the next Tab leads to the answers for the new one', async () => {
      await waitUntil(() => focused() === place(0));
      await shown(10);
      expect(focused()).to.equal(place(0));
      await sendKeys({ press: 'Tab' });
      expect(focused()?.id).to.equal('yes-0');
    });

    it('moves nothing below while the other one is on its way', async () => {
      const top = place(5).getBoundingClientRect().top;
      await aTimeout(50);
      expect(place(5).getBoundingClientRect().top).to.equal(top);
    });

    it('can be undone: the suggestion comes back in its place', async () => {
      await shown(10);
      await press('undo-0');
      expect(names()[0]).to.equal('bake bread');
      expect(element.rejectedSkills).to.deep.equal([]);
      await waitUntil(() => focused() === place(0));
    });

    it('never lets it return, even when the API suggests it again', async () => {
      api.forgetful = true;
      await press('no-2');
      await waitUntil(() => asked().length > 1);
      await press('yes-3');
      await waitUntil(() => asked().length > 2);
      await aTimeout(50);
      element.client = clientIn('nl');
      element.lang = 'nl';
      await waitUntil(() => names().includes('deeg kneden'), 'suggestions in Dutch');
      expect(names().join()).not.to.match(/brood bakken|recept/);
      element.work = { text: 'nurse', choice: null };
      await waitUntil(() => asked().at(-1)!.text === 'nurse');
      await waitUntil(() => names().length > 0);
      expect(names().join()).not.to.match(/brood bakken|recept/);
    });
  });

  it('asks once for several quick answers, with all of them', async () => {
    await mount();
    await shown(10);
    await press('no-0');
    await press('yes-1');
    await press('no-2');
    await shown(10);
    expect(asked()).to.have.length(2);
    expect(asked()[1]).to.deep.include({
      confirmedSkills: [{ id: 'knead-dough' }],
      rejectedSkills: [{ id: 'bake-bread' }, { id: 'follow-recipe' }],
    });
  });

  it('does not take the second tap of a double tap for an answer to the next suggestion', async () => {
    await mount();
    await shown(10);
    const no = one(element, '#no-0');
    no.click();
    no.click();
    await shown(10);
    expect(element.rejectedSkills).to.have.length(1);
  });

  it('answers the same suggestions in another language without moving them', async () => {
    await mount();
    await shown(10);
    await press('no-4');
    await shown(10);
    element.client = clientIn('nl');
    element.lang = 'nl';
    await waitUntil(() => names()[0] === 'brood bakken');
    expect(names().slice(0, 4)).to.deep.equal([
      'brood bakken',
      'deeg kneden',
      'werken volgens recept',
      'ingrediënten afwegen',
    ]);
    expect(text(place(0))).to.contain('Omdat je dit werk kent: bakker.');
  });

  it('shows more when asked, and leads to the first of them', async () => {
    await mount();
    await shown(10);
    button(element, 'Show more').click();
    await shown(SKILLS.length);
    await waitUntil(() => focused() === place(10));
    expect(status()).to.equal(`Suggestions: ${SKILLS.length - 10}`);
    expect(text(element)).to.contain('We have no more suggestions now.');
    expect(text(element)).not.to.contain('Show more');
  });

  it('says what to do when there is nothing to go by, and suggests as soon as there is', async () => {
    await mount('en', NO_ANSWER);
    expect(text(element)).to.contain('Write below what you can do');
    expect(asked()).to.deep.equal([]);
    await expectGoodState(element);
    const cooking: Choice = { as: 'skill', id: '', label: 'cooking', detail: '' };
    element.skills = [cooking];
    await shown(10);
    expect(asked()[0]).to.deep.equal({
      confirmedSkills: [{ text: 'cooking' }],
      rejectedSkills: [],
      limit: 10,
      language: 'en',
    });
    expect(chosen()).to.deep.equal(['cooking']);
  });

  it('says what to do when nothing is suggested', async () => {
    api.suggested = [];
    await mount();
    await waitUntil(() => text(element).includes('One or two words are enough.'));
    await expectGoodState(element);
  });

  it('keeps what is on the screen when the API fails, and tries again', async () => {
    await mount();
    await shown(10);
    api.status = 500;
    await press('no-0');
    await waitUntil(() => all(element, '[role=alert]').length > 0);
    expect(names()).to.have.length(9);
    await expectGoodState(element);
    api.status = undefined;
    button(element, 'Try again').click();
    await shown(10);
    expect(all(element, '[role=alert]')).to.deep.equal([]);
  });

  for (const width of [320, 800]) {
    describe(`at ${width} px`, () => {
      before(() => setViewport({ width, height: 800 }));
      after(() => setViewport({ width: 1024, height: 768 }));

      for (const locale of allLocales) {
        it(`is accessible, fits, and has buttons for a finger, in ${locale}`, async () => {
          await mount(locale);
          await shown(10);
          await press('yes-0');
          await press('no-1');
          await told();
          await expectGoodState(element);
          await shown(10);
          await expectGoodState(element);
          expect(document.documentElement.scrollWidth).to.be.at.most(width);
          const small = all(element, 'button').filter(
            (found) => found.checkVisibility({ visibilityProperty: true }) && found.offsetHeight < 44,
          );
          expect(small.map(text)).to.deep.equal([]);
        });
      }
    });
  }

  it('stands from right to left in Arabic', async () => {
    const page = await fixture(html`<div dir="rtl"></div>`);
    await mount('ar');
    page.append(element);
    await shown(10);
    const [yes, no] = ['#yes-0', '#no-0'].map((id) => one(element, id).getBoundingClientRect().left);
    expect(yes).to.be.above(no!);
  });
});
