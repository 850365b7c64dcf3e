import type { SkillSuggestion } from '@nederlandwerkt/sdk';
import { expect } from '@open-wc/testing';
import { suggestion } from '../testing/fake-data.ts';
import { fill, type Place } from './places.ts';

describe('places of suggestions', () => {
  const [bread, dough, cakes] = ['bake-bread', 'knead-dough', 'decorate-cakes'].map((id) =>
    suggestion(id, 'en'),
  ) as [SkillSuggestion, SkillSuggestion, SkillSuggestion];
  const ids = (places: Place[]) => places.map((place) => place.suggestion?.skill.id);

  it('are filled in the order of the answer at first', () => {
    expect(ids(fill([], [bread, dough, cakes], new Set(), 2))).to.deep.equal(['bake-bread', 'knead-dough']);
  });

  it('keep what they have, in whatever order it is answered, and only a free one is filled', () => {
    const places = [{ suggestion: dough }, { said: { suggestion: bread, yes: true } }];
    expect(ids(fill(places, [cakes, dough], new Set(['bake-bread']), 2))).to.deep.equal([
      'knead-dough',
      'decorate-cakes',
    ]);
  });

  it('keep the reason that the person has read', () => {
    const other: SkillSuggestion = { ...bread, reason: { code: 'named-in-text', text: 'bread' } };
    expect(fill([{ suggestion: bread }], [other], new Set(), 1)[0]!.suggestion).to.equal(bread);
  });

  it('never show what is known, and stay free when nothing else comes', () => {
    const said = { suggestion: bread, yes: false };
    expect(
      fill([{ said }, { suggestion: dough }], [bread], new Set(['bake-bread', 'knead-dough']), 2),
    ).to.deep.equal([{ said, suggestion: undefined }]);
  });
});
