import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { EMPTY_DRAFT } from '../nw-sign-up/draft.ts';
import type { Form } from '../nw-sign-up/step.ts';
import { languages } from '../nw-sign-up/steps/languages.ts';
import { text } from '../testing/look.ts';
import { kilometres, languageName, list, number, percent, range, time } from './format.ts';
import { speak } from './msg.ts';

describe('numbers and names', () => {
  it('are written as the language writes them', () => {
    const written = (['nl', 'en', 'uk', 'ar'] as const).map((locale) => {
      speak(locale);
      return [kilometres(3.24), percent(0.62), languageName('uk'), list(['a', 'b'])].join(' | ');
    });
    expect(written[0]).to.equal('3,2 km | 62% | Oekraïens | a en b');
    expect(written[1]).to.equal('3.2 km | 62% | Ukrainian | a and b');
    expect(written[2]).to.match(
      /^3,2 км \| 62\s?% \| українська \| a та b|^3,2 км \| 62\s?% \| українська \| a і b/,
    );
    expect(written[3]).to.match(/كم.*الأوكرانية.*a وb/);
  });

  it('are written as the newer languages write them', () => {
    const written = (['de', 'ru', 'fa', 'tr'] as const).map((locale) => {
      speak(locale);
      return [kilometres(3.24), percent(0.62), range(32, 40), languageName('nl'), list(['a', 'b'])]
        .join(' | ')
        .replaceAll('\u00a0', ' ');
    });
    expect(written).to.deep.equal([
      '3,2 km | 62 % | 32–40 | Niederländisch | a und b',
      '3,2 км | 62 % | 32–40 | нидерландский | a и b',
      '۳٫۲ کیلومتر | ۶۲٪ | ۳۲–۴۰ | هلندی | a و b',
      '3,2 km | %62 | 32–40 | Hollandaca | a ve b',
    ]);
  });

  it('are Tigrinya where the browser has none, never in the language of the device', () => {
    speak('ti');
    expect([
      number(1250.5),
      kilometres(3.24),
      percent(0.62),
      range(32, 40),
      list(['a', 'b', 'c']),
    ]).to.deep.equal(['1,250.5', '3.2 ኪሜ', '62%', '32–40', 'a፣ b፣ c']);
    expect(languageName('nl')).to.equal('ቋንቋ ሆላንድ');
    expect(languageName('bg'), 'a language that we have no name for').to.equal('Bulgarian');
  });

  it('show Tigrinya hours from 0 to 24, which cannot be mistaken for hours since sunrise', () => {
    speak('ti');
    const afternoon = new Date(2026, 10, 2, 13, 5);
    expect(time(afternoon.toISOString())).to.equal('13:05');
  });

  it('name every language that the sign-up offers in Tigrinya', () => {
    const page = document.createElement('div');
    speak('ti');
    render(languages.render({ draft: EMPTY_DRAFT, mistakeOf: () => '' } as unknown as Form), page);
    const names = [...page.querySelectorAll('.chips label')].map(text);
    expect(names).to.have.length.above(10);
    expect(names.filter((name) => !/^\p{Script=Ethiopic}+$/u.test(name))).to.deep.equal([]);
  });

  it('show short distances with a decimal and long ones without', () => {
    speak('en');
    expect([kilometres(9.94), kilometres(10.6)]).to.deep.equal(['9.9 km', '11 km']);
  });

  it('show a range once when both ends are the same', () => {
    speak('en');
    expect(range(32, 40)).to.equal('32–40');
    expect(range(36, 36)).to.equal('36');
  });
});
