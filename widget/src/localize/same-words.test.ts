import { expect } from '@open-wc/testing';
import { sameWords } from './same-words.ts';

describe('words are the same', () => {
  for (const [one, other] of [
    ['Bakker', 'BAKKER'],
    ['ISITMA TESİSATÇISI', 'ısıtma tesisatçısı'],
    ['İşçi', 'işçi'],
    ['IJmuiden', 'ijmuiden'],
    ['ПЕКАРЬ', 'пекарь'],
  ] as const) {
    it(`in "${one}" and "${other}"`, () => expect(sameWords(one, other)).to.equal(true));
  }

  it('only when their letters are', () => {
    expect(sameWords('bakker', 'bakkerij')).to.equal(false);
    expect(sameWords('işçi', 'isci')).to.equal(false);
  });
});
