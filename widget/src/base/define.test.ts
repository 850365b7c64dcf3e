import { expect } from '@open-wc/testing';
import { define } from './define.ts';

describe('define', () => {
  it('registers an element', () => {
    class First extends HTMLElement {}
    define('nw-test-define', First);
    expect(customElements.get('nw-test-define')).to.equal(First);
  });

  it('keeps the first when the page loads the script a second time', () => {
    const first = customElements.get('nw-test-define');
    expect(() => define('nw-test-define', class extends HTMLElement {})).not.to.throw();
    expect(customElements.get('nw-test-define')).to.equal(first);
  });
});
