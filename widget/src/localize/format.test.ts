import { expect } from '@open-wc/testing';
import { kilometres, languageName, list, percent, range } from './format.ts';
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
