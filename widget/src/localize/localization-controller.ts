// Finds the language of an element, and follows it when it changes.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { allLocales } from '../generated/locale-codes.ts';
import { type Locale, speak } from './msg.ts';

type Host = ReactiveControllerHost & HTMLElement;

const FALLBACK: Locale = 'nl';
const RIGHT_TO_LEFT: ReadonlySet<Locale> = new Set<Locale>(['ar', 'fa']);

/** What the visitor chose in an element: all without a `lang` of their own follow it, until the page changes its own. */
let chosen: Locale | undefined;
const connected = new Set<LocalizationController>();

/**
 * The language that a host speaks: its own `lang` attribute, else what the visitor chose in an element or the page in
 * `<html lang>`, whichever came last, else Dutch. A region is ignored: nl-BE is read as nl.
 */
export class LocalizationController implements ReactiveController {
  readonly #host: Host;
  readonly #observer = new MutationObserver((changes) => {
    if (changes.some(({ target }) => target === document.documentElement)) chosen = undefined;
    this.refresh();
  });
  locale: Locale = FALLBACK;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  get direction(): 'ltr' | 'rtl' {
    return RIGHT_TO_LEFT.has(this.locale) ? 'rtl' : 'ltr';
  }

  hostConnected(): void {
    connected.add(this);
    for (const node of [this.#host, document.documentElement]) {
      this.#observer.observe(node, { attributes: true, attributeFilter: ['lang'] });
    }
    this.refresh();
  }

  hostDisconnected(): void {
    connected.delete(this);
    this.#observer.disconnect();
  }

  hostUpdate(): void {
    speak(this.locale);
  }

  /** The visitor chooses. Tells the page by `nw-language-change`, so that it may follow. */
  choose(locale: Locale): void {
    if (this.#host.lang) this.#host.lang = locale;
    else chosen = locale;
    for (const controller of connected) controller.refresh();
    this.#host.dispatchEvent(
      new CustomEvent('nw-language-change', { detail: { language: locale }, bubbles: true, composed: true }),
    );
  }

  refresh(): void {
    const locale =
      supported(this.#host.lang) ?? chosen ?? supported(document.documentElement.lang) ?? FALLBACK;
    if (locale === this.locale) return;
    this.locale = locale;
    this.#host.requestUpdate();
  }
}

function supported(tag: string): Locale | undefined {
  return allLocales.find((locale) => locale === tag.toLowerCase().split('-')[0]);
}
