import { expect } from '@open-wc/testing';
import type { LocalizationController } from '../localize/localization-controller.ts';
import { ApiController } from './api-controller.ts';

const host = () => ({
  publishableKey: 'k',
  apiUrl: '',
  localization: { locale: 'nl' } as LocalizationController,
});

describe('the client of an element', () => {
  it('is the same until key, address or language changes', () => {
    const element = host();
    const api = new ApiController(element);
    const first = api.client;
    expect(api.client).to.equal(first);
    element.localization.locale = 'uk';
    expect(api.client).not.to.equal(first);
    element.localization.locale = 'nl';
    expect(api.client).to.equal(first);
    element.apiUrl = 'https://api.example.nl';
    expect(api.client).not.to.equal(first);
  });

  it('is not there without a key', () => {
    expect(new ApiController({ ...host(), publishableKey: '' }).client).to.equal(undefined);
  });

  it('is another one for the token of a person', () => {
    const api = new ApiController(host());
    expect(api.as('token')).not.to.equal(api.client);
    expect(api.as('token')).to.equal(api.as('token'));
  });
});
