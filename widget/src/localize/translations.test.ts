import { expect } from '@open-wc/testing';
import { templates as ar } from '../generated/ar.ts';
import { templates as de } from '../generated/de.ts';
import { templates as fa } from '../generated/fa.ts';
import { templates as nl } from '../generated/nl.ts';
import { templates as ru } from '../generated/ru.ts';
import { templates as ti } from '../generated/ti.ts';
import { templates as tr } from '../generated/tr.ts';
import { templates as uk } from '../generated/uk.ts';

type Template = string | { strings: readonly string[]; values: unknown[] };
const words = (template: Template) => (typeof template === 'string' ? template : template.strings.join(' '));
const entries = (templates: object) => Object.entries(templates as Record<string, Template>);
const texts = (templates: object) => entries(templates).map(([, template]) => words(template));

const others = { de, uk, ru, ar, fa, tr, ti };

describe('translations', () => {
  it('are there for every text in every language', () => {
    expect(Object.keys(nl)).to.have.length.above(150);
    for (const [language, templates] of Object.entries(others)) {
      expect(Object.keys(templates), language).to.have.members(Object.keys(nl));
    }
  });

  for (const [name, templates, script] of [
    ['Ukrainian', uk, /\p{Script=Cyrillic}/u],
    ['Russian', ru, /\p{Script=Cyrillic}/u],
    ['Arabic', ar, /\p{Script=Arabic}/u],
    ['Persian', fa, /\p{Script=Arabic}/u],
    ['Tigrinya', ti, /\p{Script=Ethiopic}/u],
  ] as const) {
    it(`are written in ${name}, not left in English`, () => {
      expect(texts(templates).filter((text) => !script.test(text))).to.deep.equal([]);
    });
  }

  it('are not left in English in German and Turkish', () => {
    const english = /\b(the|you|your|we|not|this|what|how|is|are|of|to)\b/i;
    for (const templates of [de, tr]) {
      expect(texts(templates).filter((text) => english.test(text))).to.deep.equal([]);
    }
  });

  it('are in letters of their own language, not of its neighbour', () => {
    const text = (templates: object) => texts(templates).join('\n');
    expect(text(ru), 'Ukrainian letters').not.to.match(/[іїєґ]/i);
    expect(text(uk), 'Russian letters').not.to.match(/[ыэёъ]/i);
    expect(text(fa), 'Arabic forms of kaf and ya').not.to.match(/[كيى]/);
    expect(text(ti), 'Latin marks after Ethiopic').not.to.match(/\p{Script=Ethiopic}[.,:;]/u);
    expect(text(de), 'quotation marks of another language').not.to.match(/[”«»"]/);
  });

  it('have the same blanks to fill in every language', () => {
    const blanks = (template: Template) => (typeof template === 'string' ? [] : [...template.values].sort());
    for (const [id, template] of entries(nl)) {
      for (const [language, templates] of Object.entries(others)) {
        const other = (templates as Record<string, Template>)[id]!;
        expect(blanks(other), `${language}: ${words(template)}`).to.deep.equal(blanks(template));
      }
    }
  });
});
