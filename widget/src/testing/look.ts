// How a test looks into elements within elements, as a person sees one page.
import { sendKeys } from '@web/test-runner-commands';

/** All elements below a root that fit, through every open shadow root, in the order of the page. */
export function all<E extends HTMLElement = HTMLElement>(root: Element | ShadowRoot, selector: string): E[] {
  return [...root.querySelectorAll<HTMLElement>('*')]
    .flatMap((element) => [
      ...(element.matches(selector) ? [element as E] : []),
      ...(element.shadowRoot ? all<E>(element.shadowRoot, selector) : []),
    ])
    .concat(root instanceof Element && root.shadowRoot ? all<E>(root.shadowRoot, selector) : []);
}

/** The first that fits. Throws when there is none: a test that looks for it wants it. */
export function one<E extends HTMLElement = HTMLElement>(root: Element, selector: string): E {
  const [found] = all<E>(root, selector);
  if (!found) throw new Error(`There is no ${selector} in <${root.localName}>`);
  return found;
}

/** The words of an element and of all elements within it. */
export function text(node: Node): string {
  const inner = node instanceof Element && node.shadowRoot ? text(node.shadowRoot) : '';
  const own = [...node.childNodes].map((child) =>
    child instanceof Text ? child.data : child instanceof HTMLStyleElement ? '' : text(child),
  );
  return [inner, ...own]
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .trim();
}

/** The button whose words begin so. */
export function button(root: Element, words: string): HTMLButtonElement {
  const found = all<HTMLButtonElement>(root, 'button').find((candidate) => text(candidate).startsWith(words));
  if (!found) throw new Error(`There is no button "${words}" in <${root.localName}>`);
  return found;
}

/** What has the focus, in the innermost shadow root. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Types into a field as a person does: focus, empty, letter by letter. */
export async function type(field: HTMLInputElement, words: string): Promise<void> {
  field.focus();
  field.select();
  await sendKeys({ press: 'Delete' });
  if (words) await sendKeys({ type: words });
}
