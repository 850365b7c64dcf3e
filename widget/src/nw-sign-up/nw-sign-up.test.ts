import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import './define.ts';
import { allLocales } from '../generated/locale-codes.ts';
import { FakeApi } from '../testing/fake-api.ts';
import { concept } from '../testing/fake-data.ts';
import { all, button, focused, one, text, type } from '../testing/look.ts';
import { expectGoodState } from '../testing/page.ts';
import type { NwSignUp } from './nw-sign-up.ts';

describe('nw-sign-up', () => {
  let api: FakeApi;
  let element: NwSignUp;
  beforeEach(() => {
    api = new FakeApi();
  });
  afterEach(() => api.restore());

  const mount = async (lang = 'en') => {
    element = await fixture(html`<nw-sign-up publishable-key="nw_pk_test" lang=${lang}></nw-sign-up>`);
  };
  const heading = () => text(one(element, 'h3'));
  const next = async () => {
    one<HTMLButtonElement>(element, 'form .primary').click();
    await element.updateComplete;
  };
  const fill = (id: string, value: string) => {
    const input = one<HTMLInputElement>(element, `#${id}`);
    input.value = value;
    input.dispatchEvent(new Event(input instanceof HTMLSelectElement ? 'change' : 'input'));
    return element.updateComplete;
  };
  const tick = async (id: string) => {
    one(element, `input#${id}`).click();
    await element.updateComplete;
  };
  const option = (label: string) =>
    all(element, '.option').find((candidate) => text(candidate).startsWith(label))!;
  const suggested = (name: string) =>
    all(element, '.suggestion:not(.gone)').find((found) => text(found).startsWith(name));
  const answer = async (name: string, words: string) => {
    await waitUntil(() => suggested(name), name);
    button(suggested(name)!, words).click();
    await element.updateComplete;
  };
  const chosen = () => all(element, '.chosen li bdi').map(text);
  const choose = async (words: string) => {
    await type(one(element, '[role=combobox]'), words);
    await waitUntil(() => all(element, '[role=option]').length > 0, 'suggestions');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
  };
  /** From the first step to a later one, answering only what must be answered. */
  const goTo = async (step: number) => {
    await tick('no-experience');
    for (let at = 1; at < step; at += 1) await next();
  };
  const signUp = async () => {
    await goTo(8);
    await tick('consent-profile');
    const told = oneEvent(element, 'nw-signed-up');
    await next();
    const { detail } = await told;
    await waitUntil(() => all(element, 'nw-sign-up-done').length > 0);
    return detail;
  };

  it('goes through its eight steps, one question each, and sends all answers once', async () => {
    await mount();
    expect(heading()).to.equal('What work do you know?');
    await choose('bak');
    await fill('years', '7');
    await next();
    expect(heading()).to.equal('What can you do?');
    await answer('bake bread', 'I can do this');
    await answer('clean ovens', 'Not me');
    await next();
    expect(heading()).to.equal('Where do you live?');
    await choose('Utr');
    await fill('distance', '20');
    await next();
    expect(heading()).to.equal('Which languages do you speak?');
    option('Simple talks').click();
    await element.updateComplete;
    option('Ukrainian').click();
    await element.updateComplete;
    await fill('level-uk', 'C2');
    await next();
    expect(heading()).to.equal('What are you looking for?');
    option('Job').click();
    option('Part-time').click();
    await element.updateComplete;
    await next();
    expect(heading()).to.equal('Who are you?');
    await fill('name', 'Olena');
    await next();
    expect(heading()).to.equal('Is everything right?');
    await next();
    expect(heading()).to.equal('Do you agree?');
    await tick('consent-profile');
    const told = oneEvent(document.body, 'nw-signed-up');
    await next();
    expect((await told).detail).to.deep.equal({
      candidateId: '11111111-1111-4111-8111-111111111111',
      token: 'token-of-this-person',
      tokenExpiresAt: '2026-11-02T09:00:00Z',
    });
    expect(api.to('/candidates').map(({ body }) => body)).to.deep.equal([
      {
        language: 'en',
        occupations: [{ occupation: { id: 'baker' }, years: 7 }],
        skills: [{ id: 'bake-bread' }],
        rejectedSkills: [{ id: 'clean-oven' }],
        place: { id: 'geonames:2745912' },
        maxDistanceKm: 20,
        languages: [
          { language: 'nl', level: 'A2' },
          { language: 'uk', level: 'C2' },
        ],
        kinds: ['job'],
        hoursMin: 16,
        hoursMax: 32,
        name: 'Olena',
        consent: { profile: true, matching: false, textVersion: '2026-11' },
      },
    ]);
  });

  it('does not ask again what the person has answered elsewhere on the page', async () => {
    element = await fixture(
      html`<nw-sign-up publishable-key="k" lang="en" answers='{"work":{"text":"baker","choice":null}}'></nw-sign-up>`,
    );
    expect(one<HTMLInputElement>(element, '[role=combobox]').value).to.equal('baker');
    await next();
    expect(heading()).to.equal('What can you do?');
  });

  it('shows how far the person is', async () => {
    await mount();
    await goTo(3);
    expect(text(element)).to.contain('Step 3 of 8');
    expect(one<HTMLProgressElement>(element, 'progress').position).to.equal(3 / 8);
  });

  it('does not take the focus when the page opens, and moves it to the heading of each next step', async () => {
    await mount();
    expect(focused()).to.equal(document.body);
    await goTo(2);
    expect(focused()).to.equal(one(element, 'h3'));
  });

  it('takes the focus on its heading when the page leads to it', async () => {
    await mount();
    element.focus();
    expect(focused()).to.equal(one(element, 'h3'));
  });

  it('keeps the answers when the person goes back', async () => {
    await mount();
    await choose('bak');
    await fill('years', '7');
    await next();
    button(element, 'Back').click();
    await element.updateComplete;
    expect(one<HTMLInputElement>(element, '[role=combobox]').value).to.equal('baker');
    expect(one<HTMLInputElement>(element, '#years').value).to.equal('7');
  });

  it('names what is missing in a summary with the focus, whose link leads to the field', async () => {
    await mount();
    await next();
    expect(focused()).to.equal(one(element, '.mistakes'));
    one(element, '.mistakes a').click();
    expect(focused()).to.equal(one(element, '[role=combobox]'));
    await tick('no-experience');
    expect(all(element, '.mistakes')).to.deep.equal([]);
    await next();
    expect(heading()).to.equal('What can you do?');
  });

  for (const years of ['many', '99', '-1']) {
    it(`does not take "${years}" for years`, async () => {
      await mount();
      await choose('bak');
      await fill('years', years);
      await next();
      expect(text(one(element, '#years-error'))).to.contain('as a number');
    });
  }

  it('corrects a phone number and an e-mail address before anything is sent', async () => {
    await mount();
    await goTo(6);
    await fill('phone', '12');
    await fill('email', 'olena');
    await next();
    expect(all(element, '.mistakes li')).to.have.length(2);
    expect(one(element, '#phone').getAttribute('aria-invalid')).to.equal('true');
    await fill('phone', '+31 6 12345678');
    await fill('email', '');
    await next();
    expect(heading()).to.equal('Is everything right?');
  });

  it('asks the level of every language that is chosen', async () => {
    await mount();
    await goTo(4);
    option('Arabic').click();
    await element.updateComplete;
    await next();
    expect(text(one(element, '.mistakes'))).to.contain('Arabic');
    await fill('level-ar', 'C2');
    await next();
    expect(heading()).to.equal('What are you looking for?');
  });

  it('suggests skills for own words too, and takes other skills', async () => {
    await mount();
    await type(one(element, '[role=combobox]'), 'bake');
    await sendKeys({ press: 'Enter' });
    await next();
    await waitUntil(() => suggested('bake bread'));
    await type(one(element, '[role=combobox]'), 'juggling');
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(chosen()).to.deep.equal(['juggling']);
    one(element, '.chosen li button').click();
    await element.updateComplete;
    expect(chosen()).to.deep.equal([]);
  });

  it('suggests for who has no experience as soon as they name a skill', async () => {
    await mount();
    await goTo(2);
    expect(text(one(element, 'nw-skill-suggestions'))).to.contain('Write below what you can do');
    await type(one(element, '[role=combobox]'), 'juggling');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => suggested('bake bread'));
    const [asked] = api.to('/skill-suggestions');
    expect(asked!.body).not.to.have.property('occupations');
  });

  it('never suggests again what the person said no to: not after a step back, other work, another language', async () => {
    await mount();
    api.forgetful = true;
    await choose('bak');
    await next();
    await answer('bake bread', 'Not me');
    await next();
    button(element, 'Back').click();
    await waitUntil(() => suggested('knead dough'));
    expect(suggested('bake bread')).to.equal(undefined);
    button(element, 'Back').click();
    await element.updateComplete;
    await choose('nur');
    await next();
    await waitUntil(() => suggested('knead dough'));
    expect(suggested('bake bread')).to.equal(undefined);
    element.lang = 'nl';
    await waitUntil(() => suggested('deeg kneden'));
    expect(suggested('brood bakken')).to.equal(undefined);
  });

  it('takes a skill after all when the person adds what they said no to', async () => {
    await mount();
    await choose('bak');
    await next();
    await answer('bake bread', 'Not me');
    await type(one(element, '[role=combobox]'), 'Bake bread');
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(chosen()).to.deep.equal(['bake bread']);
    for (let step = 2; step < 8; step += 1) await next();
    await tick('consent-profile');
    await next();
    await waitUntil(() => all(element, 'nw-sign-up-done').length > 0);
    const body = api.to('/candidates')[0]!.body;
    expect(body).to.deep.include({ skills: [{ id: 'bake-bread' }] });
    expect(body).not.to.have.property('rejectedSkills');
  });

  it('lets the person change an answer from the review', async () => {
    await mount();
    await goTo(7);
    expect(text(one(element, '.review'))).to.contain('No work experience yet');
    all(element, '.review button')[2]!.click();
    await element.updateComplete;
    expect(heading()).to.equal('Where do you live?');
  });

  it('sends nothing without consent, and asks for the two consents apart', async () => {
    await mount();
    await goTo(8);
    expect(
      all<HTMLInputElement>(element, 'input[type=checkbox]').map(({ checked }) => checked),
    ).to.deep.equal([false, false]);
    await next();
    expect(text(one(element, '.mistakes'))).to.contain('only if we may keep your answers');
    expect(api.to('/candidates')).to.deep.equal([]);
  });

  it('goes to the step of an answer that the API does not take', async () => {
    await mount();
    api.signUpErrors = [{ in: 'body', pointer: '#/phone', detail: 'no' }];
    await goTo(8);
    await tick('consent-profile');
    await next();
    await waitUntil(() => heading() === 'Who are you?');
    await waitUntil(() => focused() === one(element, '.mistakes'));
    one(element, '.mistakes a').click();
    expect(focused()).to.equal(one(element, '#phone'));
    api.signUpErrors = undefined;
    await fill('phone', '+31 6 12345678');
    for (let step = 6; step < 8; step += 1) await next();
    expect(all(element, '[role=alert]')).to.deep.equal([]);
    await next();
    await waitUntil(() => all(element, 'nw-sign-up-done').length > 0);
  });

  it('keeps everything and tries again when the API fails', async () => {
    await mount();
    await goTo(8);
    await tick('consent-profile');
    api.status = 500;
    await next();
    await waitUntil(() => all(element, '[role=alert]').length > 0);
    await expectGoodState(element);
    api.status = undefined;
    button(element, 'Try again').click();
    await waitUntil(() => all(element, 'nw-sign-up-done').length > 0);
  });

  it('does not send twice when the button is pressed twice', async () => {
    await mount();
    await goTo(8);
    await tick('consent-profile');
    api.gate = new Promise((resolve) => setTimeout(resolve, 50));
    await next();
    await next();
    await waitUntil(() => all(element, 'nw-sign-up-done').length > 0);
    expect(api.to('/candidates')).to.have.length(1);
  });

  it('ends with thanks and the five best vacancies, read with the token of the person', async () => {
    await mount();
    const { candidateId } = await signUp();
    await waitUntil(() => all(element, 'nw-vacancy-card').length === 5);
    expect(text(one(element, 'h3'))).to.contain('Thank you');
    expect(focused()).to.equal(one(element, 'h3'));
    const [asked] = api.to(`/candidates/${candidateId}/vacancy-matches`);
    expect(asked?.key).to.equal('token-of-this-person');
    expect(text(element)).not.to.contain('Sign up for this');
  });

  it('writes a skill that is confirmed on a card into the profile, and comes back to that card', async () => {
    await mount();
    const { candidateId } = await signUp();
    await waitUntil(() => all(element, 'nw-vacancy-card').length === 5);
    const patches = () => api.asked.filter(({ method }) => method === 'PATCH');
    for (const [index, words] of ['follow a recipe', 'weigh ingredients'].entries()) {
      button(all(element, 'nw-vacancy-card')[1]!, `I can do this: ${words}`).click();
      await waitUntil(() => api.to(`/candidates/${candidateId}/vacancy-matches`).length === index + 2);
      await waitUntil(() => focused()?.id === 'title');
    }
    expect(patches().map(({ path, body }) => [path, body])).to.deep.equal([
      [`/candidates/${candidateId}`, { skills: [{ id: 'follow-recipe', provenance: 'confirmed' }] }],
      [
        `/candidates/${candidateId}`,
        {
          skills: [
            { id: 'follow-recipe', provenance: 'confirmed' },
            { id: 'weigh-ingredients', provenance: 'confirmed' },
          ],
        },
      ],
    ]);
    api.status = 500;
    button(element, 'I can do this').click();
    await waitUntil(() => all(element, '[role=alert]').length);
    api.status = undefined;
    button(element, 'Try again').click();
    await waitUntil(() => patches().length === 4 && !all(element, '[role=alert]').length);
  });

  it('tells when a place was not recognised', async () => {
    await mount();
    api.notices = [{ code: 'place-not-recognised', detail: '', input: 'Xyz' }];
    await signUp();
    await waitUntil(() => text(element).includes('We do not know the place “Xyz”'));
  });

  it('hands the data over as a JSON file', async () => {
    await mount();
    await signUp();
    const saved = new Promise<HTMLAnchorElement>((resolve) => {
      HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
        resolve(this);
      };
    });
    button(element, 'Download my data').click();
    const link = await saved;
    // @ts-expect-error: gives the browser's own method back
    delete HTMLAnchorElement.prototype.click;
    expect(link.download).to.equal('nederlandwerkt.json');
    expect(link.href).to.match(/^blob:/);
  });

  it('deletes the profile after asking once more, and can start again with nothing filled in', async () => {
    await mount();
    const { candidateId } = await signUp();
    button(element, 'Delete my profile').click();
    await waitUntil(() => focused()?.id === 'sure');
    expect(api.asked.some(({ method }) => method === 'DELETE')).to.equal(false);
    button(element, 'Yes, delete').click();
    await waitUntil(() => text(element).includes('Your profile is deleted.'));
    const asked = api.asked.find(({ method }) => method === 'DELETE');
    expect([asked?.path, asked?.key]).to.deep.equal([`/candidates/${candidateId}`, 'token-of-this-person']);
    button(element, 'Sign up again').click();
    await element.updateComplete;
    expect(heading()).to.equal('What work do you know?');
    expect(one<HTMLInputElement>(element, '#no-experience').checked).to.equal(false);
  });

  it('keeps step and answers when the language changes', async () => {
    await mount();
    await goTo(6);
    await fill('name', 'Olena');
    element.lang = 'ar';
    await waitUntil(() => heading() === 'من أنت؟');
    expect(one<HTMLInputElement>(element, '#name').value).to.equal('Olena');
    expect(getComputedStyle(one(element, 'h3')).direction).to.equal('rtl');
  });

  describe('on a small screen', () => {
    before(() => setViewport({ width: 320, height: 640 }));
    after(() => setViewport({ width: 1024, height: 768 }));

    for (const locale of allLocales) {
      it(`is accessible and fits in every step, in ${locale}`, async () => {
        await mount(locale);
        await next();
        await expectGoodState(element);
        await type(one(element, '[role=combobox]'), concept('baker', locale).label);
        await sendKeys({ press: 'Enter' });
        for (let step = 1; step < 8; step += 1) {
          await next();
          if (step === 1) await waitUntil(() => all(element, '.suggestion').length > 0);
          if (step === 3) all(element, '.chips input')[1]!.click();
          await element.updateComplete;
          await expectGoodState(element);
          if (step === 3) {
            await next();
            await expectGoodState(element);
            await fill('level-uk', 'C2');
          }
        }
        await tick('consent-profile');
        await next();
        await waitUntil(() => all(element, 'nw-vacancy-card').length === 5);
        await expectGoodState(element);
        one(element, 'button.danger').click();
        await waitUntil(() => focused()?.id === 'sure');
        await expectGoodState(element);
      });
    }
  });
});
