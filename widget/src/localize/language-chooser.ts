// The chooser with which a visitor changes the language of an element; each language in its own words.
import { html, type TemplateResult } from 'lit';
import type { LocalizationController } from './localization-controller.ts';
import { type Locale, msg } from './msg.ts';

const NATIVE_NAMES: Record<Locale, string> = {
  nl: 'Nederlands',
  en: 'English',
  uk: 'Українська',
  ar: 'العربية',
};

export function languageChooser(localization: LocalizationController): TemplateResult {
  return html`<label class="language" part="language">
    <span>${msg('Language')}</span>
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
