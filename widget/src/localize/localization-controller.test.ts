import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { LitElement } from 'lit';
import { allLocales } from '../generated/locale-codes.ts';
import { text } from '../testing/look.ts';
import { LocalizationController } from './localization-controller.ts';
import { msg } from './msg.ts';

class Speaker extends LitElement {
  readonly localization = new LocalizationController(this);
  override render() {
    return msg('Next');
  }
}
customElements.define('nw-test-speaker', Speaker);

const page = document.documentElement;
const speaker = (lang = '') =>
  fixture<Speaker>(
    lang ? html`<nw-test-speaker lang=${lang}></nw-test-speaker>` : html`<nw-test-speaker></nw-test-speaker>`,
  );
/** A change of an attribute is seen a moment later. */
const seen = async (element: Speaker) => {
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
};

describe('the language of an element', () => {
  const before = page.lang;
  beforeEach(() => {
    page.lang = 'en';
  });
  after(() => {
    page.lang = before;
  });

  it('is its own lang attribute', async () => {
    expect(text(await speaker('uk'))).to.equal('Далі');
  });

  it('is that of the page when it has none of its own', async () => {
    expect(text(await speaker())).to.equal('Next');
  });

  it('is Dutch when the page speaks a language that we do not', async () => {
    page.lang = 'fr';
    expect(text(await speaker())).to.equal('Volgende');
  });

  it('does not mind a region', async () => {
    expect(text(await speaker('nl-BE'))).to.equal('Volgende');
  });

  it('changes when the attribute changes', async () => {
    const element = await speaker('nl');
    element.lang = 'ar';
    await seen(element);
    expect(text(element)).to.equal('التالي');
    expect(element.localization.direction).to.equal('rtl');
  });

  it('is written from right to left in Arabic and Persian, else from left to right', async () => {
    const directions = await Promise.all(
      allLocales.map(async (lang) => [lang, (await speaker(lang)).localization.direction]),
    );
    expect(directions.filter(([, direction]) => direction === 'rtl').map(([lang]) => lang)).to.deep.equal([
      'ar',
      'fa',
    ]);
  });

  it('changes when the page changes', async () => {
    const element = await speaker();
    page.lang = 'uk';
    await seen(element);
    expect(text(element)).to.equal('Далі');
  });

  it('is its own, also beside an element with another language', async () => {
    const [one, other] = [await speaker('uk'), await speaker('ar')];
    for (const element of [one, other]) element.requestUpdate();
    await Promise.all([one.updateComplete, other.updateComplete]);
    expect([text(one), text(other)]).to.deep.equal(['Далі', 'التالي']);
  });

  it('is what the visitor chooses, and the page is told', async () => {
    const element = await speaker('nl');
    const told = oneEvent(element, 'nw-language-change');
    element.localization.choose('uk');
    expect((await told).detail).to.deep.equal({ language: 'uk' });
    await seen(element);
    expect(text(element)).to.equal('Далі');
  });

  it('is that of the page again when the page changes after the visitor chose', async () => {
    const element = await speaker();
    element.localization.choose('ar');
    page.lang = 'uk';
    await seen(element);
    expect(text(element)).to.equal('Далі');
  });

  it('is chosen for all elements without a language of their own, and for no other', async () => {
    const [one, other, own] = [await speaker(), await speaker(), await speaker('nl')];
    one.localization.choose('ar');
    await seen(own);
    expect([one, other, own].map(text)).to.deep.equal(['التالي', 'التالي', 'Volgende']);
  });
});
