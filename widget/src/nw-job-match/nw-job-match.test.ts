import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import './define.ts';
import { allLocales } from '../generated/locale-codes.ts';
import { FakeApi } from '../testing/fake-api.ts';
import { all, button, focused, one, text, type } from '../testing/look.ts';
import { expectGoodState } from '../testing/page.ts';
import type { NwJobMatch } from './nw-job-match.ts';

describe('nw-job-match', () => {
  let api: FakeApi;
  beforeEach(() => {
    api = new FakeApi();
  });
  afterEach(() => api.restore());

  const mount = (lang = 'en') =>
    fixture<NwJobMatch>(html`<nw-job-match publishable-key="nw_pk_test" lang=${lang}></nw-job-match>`);
  const field = (element: Element, index: 0 | 1) => all<HTMLInputElement>(element, '[role=combobox]')[index]!;
  const cards = (element: Element) => all(element, 'nw-vacancy-card');
  const found = (element: Element) => waitUntil(() => cards(element).length > 0, 'vacancies');
  const lastAsked = () => api.to('/vacancy-matches').at(-1);

  /** Types, waits for the suggestions, takes the first. */
  async function choose(element: Element, index: 0 | 1, words: string): Promise<void> {
    await type(field(element, index), words);
    await waitUntil(() => all(element, '[role=option]').length > 0, 'suggestions');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
  }
  async function write(element: Element, index: 0 | 1, words: string): Promise<void> {
    await type(field(element, index), words);
    await sendKeys({ press: 'Enter' });
  }

  it('asks nothing of the API before the person has answered', async () => {
    await mount();
    await aTimeout(50);
    expect(api.asked).to.deep.equal([]);
  });

  it('finds vacancies as soon as there is a job, and tells the API the id of what was chosen', async () => {
    const element = await mount();
    await choose(element, 0, 'bak');
    await found(element);
    expect(lastAsked()?.body).to.deep.include({ occupations: [{ id: 'baker' }], language: 'en' });
    expect(lastAsked()?.key).to.equal('nw_pk_test');
    expect(text(one(element, 'h3'))).to.equal('Places found: 4');
  });

  it('narrows down with a place, a distance and a level of Dutch', async () => {
    const element = await mount();
    await choose(element, 0, 'bak');
    await choose(element, 1, 'Zei');
    for (const [id, value] of [
      ['distance', '10'],
      ['dutch', 'A2'],
    ]) {
      const select = one<HTMLSelectElement>(element, `#${id}`);
      select.value = value!;
      select.dispatchEvent(new Event('change'));
    }
    await waitUntil(() => (lastAsked()?.body as { languages?: unknown[] })?.languages?.length);
    expect(lastAsked()?.body).to.deep.equal({
      occupations: [{ id: 'baker' }],
      place: { id: 'geonames:2743977' },
      maxDistanceKm: 10,
      languages: [{ language: 'nl', level: 'A2' }],
      language: 'en',
    });
  });

  it('sends a chosen skill as a skill', async () => {
    const element = await mount();
    await choose(element, 0, 'knead');
    await found(element);
    expect(lastAsked()?.body).to.deep.include({ skills: [{ id: 'knead-dough' }] });
  });

  it('sends own words as they are, and shows how they were read', async () => {
    const element = await mount();
    api.understood = [{ text: 'bakkr', as: 'occupation', id: 'baker', label: 'baker', confidence: 0.8 }];
    await write(element, 0, 'bakkr');
    await found(element);
    expect(lastAsked()?.body).to.deep.include({ query: 'bakkr' });
    expect(text(element)).to.contain('We read “bakkr” as “baker”.');
  });

  it('says the notices in plain words', async () => {
    const element = await mount();
    api.notices = [
      { code: 'text-not-recognised', detail: '', input: 'xyz' },
      { code: 'no-place', detail: '' },
      {
        code: 'conditions-not-met',
        detail: '',
        conditions: [
          { condition: 'reach', count: 9 },
          { condition: 'language', count: 2 },
        ],
      },
    ];
    await write(element, 0, 'xyz');
    await found(element);
    const notices = all(element, '.notice').map(text);
    expect(notices[0]).to.contain('We do not know “xyz”');
    expect(notices[1]).to.contain('Choose a place');
    expect(notices[2]).to.equal(
      'Few places fit all conditions. So we also show others. What they miss most: the distance and the language level.',
    );
  });

  it('shows the first vacancies, and all when asked, with the focus on the first new one', async () => {
    const element = await mount();
    await write(element, 0, 'baker');
    await found(element);
    expect(cards(element)).to.have.length(6);
    button(element, 'Show more').click();
    await waitUntil(() => cards(element).length === 12);
    await waitUntil(() => focused()?.id === 'title');
    expect(cards(element)[6]!.shadowRoot!.activeElement).to.equal(focused());
  });

  it('says that it shows the best when there are more', async () => {
    const element = await mount();
    api.matchTotal = 237;
    await write(element, 0, 'baker');
    await found(element);
    expect(text(one(element, '.news'))).to.equal('Places found: 237 We show the best 4.');
  });

  it('says “at least” when nobody counted them all', async () => {
    const element = await mount();
    api.matchTotal = 10_000;
    api.totalIsExact = false;
    await write(element, 0, 'baker');
    await found(element);
    expect(text(one(element, '.news h3'))).to.equal('Places found: at least 10,000');
  });

  it('puts what misses a condition below a heading of its own', async () => {
    const element = await mount();
    await write(element, 0, 'baker');
    await found(element);
    expect(text(one(element, '.tier'))).to.equal('These miss one of your conditions, or one of the employer');
    expect(all(element, '.cards').map((list) => all(list, 'nw-vacancy-card').length)).to.deep.equal([4, 2]);
    api.matchTotal = 0;
    api.unmetFrom = 0;
    await write(element, 0, 'cook');
    await waitUntil(() => text(element).includes('Nothing fits all conditions. These come near.'));
    expect(all(element, '.cards')).to.have.length(1);
  });

  describe('when a guess is right', () => {
    const askedSkills = () => (lastAsked()?.body as { skills?: unknown[] } | undefined)?.skills;
    const confirm = async (element: Element) => {
      const asked = api.to('/vacancy-matches').length;
      button(cards(element)[1]!, 'I can do this: follow a recipe').click();
      await waitUntil(() => api.to('/vacancy-matches').length > asked);
    };

    it('asks again with that skill, and comes back to the same card', async () => {
      const element = await mount();
      await choose(element, 0, 'knead');
      await found(element);
      const card = cards(element)[1];
      await confirm(element);
      expect(askedSkills()).to.deep.equal([
        { id: 'knead-dough' },
        { id: 'follow-recipe', provenance: 'confirmed' },
      ]);
      await waitUntil(() => focused()?.id === 'title');
      expect(card!.shadowRoot!.activeElement, 'the same card').to.equal(focused());
      expect(text(one(element, '.told'))).to.equal('You told us that you can do this: follow a recipe. Undo');
      await expectGoodState(element);
    });

    it('keeps the cards in sight until the new answer is there, and says so when none comes', async () => {
      const element = await mount();
      await write(element, 0, 'baker');
      await found(element);
      api.gate = new Promise(() => {});
      await confirm(element);
      expect(cards(element)).to.have.length(6);
      api.gate = Promise.resolve();
      api.status = 500;
      await confirm(element);
      await waitUntil(() => all(element, '[role=alert]').length);
    });

    it('takes it back when the person says so', async () => {
      const element = await mount();
      await write(element, 0, 'baker');
      await found(element);
      await confirm(element);
      button(element, 'Undo').click();
      await waitUntil(() => !askedSkills());
      await found(element);
      expect(all(element, '.told')).to.deep.equal([]);
    });

    it('hands it over to the sign-up', async () => {
      const element = await mount();
      await write(element, 0, 'baker');
      await found(element);
      await confirm(element);
      const told = oneEvent(document.body, 'nw-sign-up-start');
      button(element, 'Sign up for this').click();
      const { answers } = (await told).detail;
      expect(answers.skills.map(({ id }: { id: string }) => id)).to.deep.equal(['follow-recipe']);
      expect(answers.work.text).to.equal('baker');
    });

    it('leaves all as it is when the page prevents it', async () => {
      const element = await mount();
      await write(element, 0, 'baker');
      await found(element);
      document.body.addEventListener('nw-confirm-skills', (event) => event.preventDefault(), { once: true });
      button(element, 'I can do this').click();
      await aTimeout(50);
      expect(api.to('/vacancy-matches')).to.have.length(1);
    });
  });

  it('says so and what to do when nothing is found', async () => {
    const element = await mount();
    api.matchCount = 0;
    await write(element, 0, 'baker');
    await waitUntil(() => text(element).includes('Nothing found'));
    expect(text(one(element, '.notice'))).to.contain('Try another word');
  });

  it('shows that it is looking', async () => {
    const element = await mount();
    api.gate = new Promise(() => {});
    await write(element, 0, 'baker');
    await waitUntil(() => all(element, '.skeleton').length);
    expect(text(one(element, '.news'))).to.contain('We are looking');
    await expectGoodState(element);
  });

  it('shows the answer to the last question, also when an older one comes later', async () => {
    const element = await mount();
    let release = () => {};
    api.gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    await write(element, 0, 'first');
    api.gate = Promise.resolve();
    api.matchCount = 1;
    await write(element, 0, 'second');
    await found(element);
    api.matchCount = 5;
    release();
    await aTimeout(50);
    expect(cards(element)).to.have.length(1);
  });

  for (const [status, words] of [
    [0, 'We cannot reach our service'],
    [401, 'This website may not use our service'],
    [403, 'This website may not use our service'],
    [500, 'Something went wrong at our side'],
  ] as const) {
    it(`says what to do when ${status || 'no answer'} comes, and tries again`, async () => {
      const element = await mount();
      api.status = status;
      await write(element, 0, 'baker');
      await waitUntil(() => all(element, '[role=alert]').length);
      expect(text(one(element, '[role=alert]'))).to.contain(words);
      await expectGoodState(element);
      api.status = undefined;
      button(element, 'Try again').click();
      await found(element);
    });
  }

  it('tells who builds the page that the key is missing', async () => {
    const element = await fixture(html`<nw-job-match lang="en"></nw-job-match>`);
    expect(text(one(element, '[role=alert]'))).to.contain('publishable-key');
  });

  it('goes to the address that it is given', async () => {
    const element = await fixture(
      html`<nw-job-match publishable-key="k" lang="en" api-url="https://api.example.nl"></nw-job-match>`,
    );
    const urls: string[] = [];
    const answer = window.fetch;
    window.fetch = (input, init) => {
      urls.push((input as Request).url);
      return answer(input, init);
    };
    await write(element, 0, 'baker');
    await found(element);
    window.fetch = answer;
    expect(urls.every((url) => url.startsWith('https://api.example.nl/v1/'))).to.equal(true);
  });

  it('asks again in the language that the visitor chooses', async () => {
    const element = await mount('nl');
    await write(element, 0, 'bakker');
    await found(element);
    const chooser = one<HTMLSelectElement>(element, '.language select');
    expect([...chooser.options].map((option) => option.text)).to.deep.equal([
      'Nederlands',
      'English',
      'Deutsch',
      'Українська',
      'Русский',
      'العربية',
      'فارسی / دری',
      'Türkçe',
      'ትግርኛ',
    ]);
    chooser.value = 'uk';
    chooser.dispatchEvent(new Event('change'));
    await waitUntil(() => text(element).includes('випікати хліб'));
    expect(text(element)).to.contain('Знайдіть роботу');
  });

  it('is written from right to left in Arabic', async () => {
    const element = await mount('ar');
    await write(element, 0, 'خباز');
    await found(element);
    const card = one(element, 'nw-vacancy-card');
    expect(getComputedStyle(card).direction).to.equal('rtl');
    const [title, score] = [one(card, '.heading'), one(card, '.score')].map((part) =>
      part.getBoundingClientRect(),
    );
    if (score!.top < title!.bottom) expect(title!.right).to.be.above(score!.right);
  });

  it('gives the page of a sign-up the vacancy and what was answered', async () => {
    const element = await mount();
    await choose(element, 0, 'bak');
    await write(element, 1, 'Ter Apel');
    await found(element);
    const told = oneEvent(document.body, 'nw-sign-up-start');
    button(element, 'Sign up for this').click();
    const { vacancyId, answers } = (await told).detail;
    expect(vacancyId).to.be.a('string');
    expect(answers.work.choice.id).to.equal('baker');
    expect(answers.place).to.deep.equal({ text: 'Ter Apel', choice: null });
  });

  it('hands a skill over as a skill, not as work', async () => {
    const element = await mount();
    await choose(element, 0, 'knead');
    await found(element);
    const told = oneEvent(element, 'nw-sign-up-start');
    button(element, 'Sign up for this').click();
    const { answers } = (await told).detail;
    expect(answers.skills.map(({ id }: { id: string }) => id)).to.deep.equal(['knead-dough']);
    expect(answers.work.text).to.equal('');
  });

  it('says what to do when a postcode is not known', async () => {
    const element = await mount();
    await type(field(element, 1), '3511 AB');
    await waitUntil(() => text(element).includes('Write the name of a town near you.'));
  });

  it('works twice on one page, each with its own answers', async () => {
    const [one, other] = [await mount(), await mount()];
    await write(one, 0, 'baker');
    await found(one);
    expect(cards(other)).to.have.length(0);
    expect(field(other, 0).value).to.equal('');
  });

  describe('on a small screen', () => {
    before(() => setViewport({ width: 320, height: 640 }));
    after(() => setViewport({ width: 1024, height: 768 }));

    for (const locale of allLocales) {
      it(`is accessible and fits, empty, with suggestions and with results, in ${locale}`, async () => {
        const element = await mount(locale);
        await expectGoodState(element);
        await type(field(element, 0), 'bak');
        await waitUntil(() => all(element, '[role=option]').length > 0 || api.to('/skills').length > 0);
        await expectGoodState(element);
        await write(element, 0, 'bakker');
        await found(element);
        await expectGoodState(element);
      });
    }

    it('has controls that a thumb can hit', async () => {
      const element = await mount();
      await write(element, 0, 'baker');
      await found(element);
      for (const control of all(element, 'button, select, input, summary')) {
        expect(control.getBoundingClientRect().height, control.outerHTML).to.be.at.least(44);
      }
    });
  });
});
