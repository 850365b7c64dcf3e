// The chooser with which a visitor changes the language of an element; each language in its own words.
import { html, type TemplateResult } from 'lit';
import type { LocalizationController } from './localization-controller.ts';
import { type Locale, msg } from './msg.ts';

const NATIVE_NAMES: Record<Locale, string> = {
  nl: 'Nederlands',
  en: 'English',
  de: 'Deutsch',
  uk: 'Українська',
  ru: 'Русский',
  ar: 'العربية',
  // One written language with two names: people from Afghanistan look for theirs.
  fa: 'فارسی / دری',
  tr: 'Türkçe',
  ti: 'ትግርኛ',
};

/** For who cannot read the label yet. */
const GLOBE = html`<svg aria-hidden="true" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6">
  <circle cx="12" cy="12" r="9" />
  <path d="M3 12h18M12 3c-6 6-6 12 0 18M12 3c6 6 6 12 0 18" />
</svg>`;

export function languageChooser(localization: LocalizationController): TemplateResult {
  return html`<label class="language" part="language">
    ${GLOBE}<span>${msg('Language')}</span>
    <select
      @change=${(event: Event) => localization.choose((event.target as HTMLSelectElement).value as Locale)}
    >
      ${Object.entries(NATIVE_NAMES).map(
        ([locale, name]) =>
          html`<option value=${locale} lang=${locale} ?selected=${locale === localization.locale}>${name}</option>`,
      )}
    </select>
  </label>`;
}
