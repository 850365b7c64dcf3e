import { NederlandWerkt } from '@nederlandwerkt/sdk';
import { expect } from '@open-wc/testing';
import { FakeApi } from '../testing/fake-api.ts';
import { searchOccupations } from './choices.ts';

describe('choices of work', () => {
  let api: FakeApi;
  beforeEach(() => {
    api = new FakeApi();
  });
  afterEach(() => api.restore());

  const search = async (language: 'nl' | 'uk', words: string) => {
    const client = new NederlandWerkt({ key: 'k', baseUrl: location.origin, language });
    const [choice] = await searchOccupations(client)(words, new AbortController().signal);
    return choice;
  };

  it('carry the name in the language of the reader, and the Dutch one beside it', async () => {
    expect(await search('uk', 'пек')).to.deep.equal({
      as: 'occupation',
      id: 'baker',
      label: 'пекар',
      language: 'uk',
      detail: 'bakker',
    });
  });

  it('say nothing twice to who reads Dutch', async () => {
    expect(await search('nl', 'bak')).to.deep.include({ label: 'bakker', detail: '' });
  });

  it('show the name that a person typed in another language than they read', async () => {
    expect(await search('nl', 'пек')).to.deep.include({ label: 'bakker', detail: '', matched: 'пекар' });
  });
});
