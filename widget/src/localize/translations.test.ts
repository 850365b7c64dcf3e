import { expect } from '@open-wc/testing';
import { templates as ar } from '../generated/ar.ts';
import { templates as nl } from '../generated/nl.ts';
import { templates as uk } from '../generated/uk.ts';

type Template = string | { strings: readonly string[]; values: unknown[] };
const words = (template: Template) => (typeof template === 'string' ? template : template.strings.join(' '));
const entries = (templates: object) => Object.entries(templates as Record<string, Template>);

describe('translations', () => {
  it('are there for every text in every language', () => {
    expect(Object.keys(nl)).to.have.length.above(150);
    expect(Object.keys(uk)).to.have.members(Object.keys(nl));
    expect(Object.keys(ar)).to.have.members(Object.keys(nl));
  });

  for (const [name, templates, script] of [
    ['Ukrainian', uk, /\p{Script=Cyrillic}/u],
    ['Arabic', ar, /\p{Script=Arabic}/u],
  ] as const) {
    it(`are written in ${name}, not left in English`, () => {
      const left = entries(templates).filter(([, template]) => !script.test(words(template)));
      expect(left.map(([, template]) => words(template))).to.deep.equal([]);
    });
  }

  it('have the same blanks to fill in every language', () => {
    const blanks = (template: Template) => (typeof template === 'string' ? 0 : template.values.length);
    for (const [id, template] of entries(nl)) {
      for (const other of [uk, ar]) {
        expect(blanks((other as Record<string, Template>)[id]!), words(template)).to.equal(blanks(template));
      }
    }
  });
});
