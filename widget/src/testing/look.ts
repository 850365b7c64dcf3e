// How a test looks into elements within elements, as a person sees one page.
import { sendKeys } from '@web/test-runner-commands';

/** The tree that an element shows of its own. Not by `instanceof`: the element may come from another frame. */
const shadow = (node: Node): ShadowRoot | null =>
  'shadowRoot' in node ? (node as Element).shadowRoot : null;

/** All elements below a root that fit, through every open shadow root. */
export function all<E extends HTMLElement = HTMLElement>(root: Element | ShadowRoot, selector: string): E[] {
  const inner = shadow(root);
  return [
    ...(inner ? all<E>(inner, selector) : []),
    ...[...root.children].flatMap((child) => [
      ...(child.matches(selector) ? [child as E] : []),
      ...all<E>(child, selector),
    ]),
  ];
}

/** The first that fits. Throws when there is none: a test that looks for it wants it. */
export function one<E extends HTMLElement = HTMLElement>(root: Element, selector: string): E {
  const [found] = all<E>(root, selector);
  if (!found) throw new Error(`There is no ${selector} in <${root.localName}>`);
  return found;
}

/** The words of an element and of all elements within it. */
export function text(node: Node): string {
  const inner = shadow(node);
  const parts = [...(inner ? [inner] : []), ...node.childNodes].map((part) =>
    part.nodeType === Node.TEXT_NODE ? part.textContent : text(part),
  );
  return parts
    .join(' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
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
