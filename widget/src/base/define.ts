// Registers an element, and leaves it alone when the page already has it.

/** A page may load the script twice, or two versions of it: the first one wins. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
