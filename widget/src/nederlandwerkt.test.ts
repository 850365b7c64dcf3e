// The built script as partners embed it, on a page with a strict content security policy.
import { expect, waitUntil } from '@open-wc/testing';
import { FakeApi } from './testing/fake-api.ts';
import { all, one, text } from './testing/look.ts';

const script = (name: string) => new URL(`../dist/${name}`, import.meta.url).href;

/** No inline styles or scripts, nothing from elsewhere. */
const POLICY = `default-src 'none'; script-src ${location.origin}; connect-src ${location.origin}`;

async function page(
  body: string,
  ...scripts: string[]
): Promise<{ frame: HTMLIFrameElement; violations: string[] }> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html lang="uk"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><body>${body}</body></html>`;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const violations: string[] = [];
  new FakeApi(frame.contentWindow!);
  const inside = frame.contentDocument!;
  inside.addEventListener('securitypolicyviolation', (event) =>
    violations.push(`${event.violatedDirective} ${event.blockedURI}`),
  );
  for (const src of scripts) {
    const element = Object.assign(inside.createElement('script'), { type: 'module', src });
    const loaded = new Promise((resolve, reject) => {
      element.onload = resolve;
      element.onerror = reject;
    });
    inside.head.append(element);
    await loaded;
  }
  return { frame, violations };
}

describe('the script that partners embed', () => {
  let frame: HTMLIFrameElement;
  afterEach(() => frame.remove());

  it('works on a page with a strict content security policy', async () => {
    const opened = await page(
      `<nw-job-match publishable-key="k" api-url="${location.origin}"></nw-job-match><nw-sign-up publishable-key="k"></nw-sign-up>`,
      script('nederlandwerkt.js'),
    );
    frame = opened.frame;
    const match = frame.contentDocument!.querySelector('nw-job-match')!;
    const input = one<HTMLInputElement>(match, 'input');
    input.value = 'пекар';
    input.dispatchEvent(new Event('input'));
    input.dispatchEvent(new Event('blur'));
    await waitUntil(() => all(match, 'nw-vacancy-card').length > 0);
    expect(text(frame.contentDocument!.querySelector('nw-sign-up')!)).to.contain('Яку роботу ви знаєте?');
    expect(getComputedStyle(one(match, 'button.primary')).backgroundColor).to.equal('rgb(13, 90, 115)');
    expect(opened.violations).to.deep.equal([]);
  });

  it('may be loaded twice, and beside the modules of the elements', async () => {
    const errors: unknown[] = [];
    const opened = await page(
      '<nw-sign-up publishable-key="k"></nw-sign-up>',
      script('nederlandwerkt.js'),
      `${script('nederlandwerkt.js')}?again`,
      script('nw-sign-up.js'),
      script('nw-job-match.js'),
    );
    frame = opened.frame;
    frame.contentWindow!.addEventListener('error', (event) => errors.push(event.message));
    expect(text(frame.contentDocument!.querySelector('nw-sign-up')!)).to.contain('Яку роботу ви знаєте?');
    expect(errors).to.deep.equal([]);
  });

  for (const [name, tag] of [
    ['nw-job-match.js', 'nw-job-match'],
    ['nw-sign-up.js', 'nw-sign-up'],
  ] as const) {
    it(`comes as a module of its own for <${tag}>`, async () => {
      const opened = await page('', script(name));
      frame = opened.frame;
      expect(frame.contentWindow!.customElements.get(tag)).to.be.a('function');
    });
  }
});
