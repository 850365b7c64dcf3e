// What the two elements for partners' pages share: key, address, language.
import { type CSSResultGroup, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { LocalizationController } from '../localize/localization-controller.ts';
import { ApiController } from './api-controller.ts';
import { controls, frame, tokens } from './styles.ts';

export abstract class NwElement extends LitElement {
  static override styles: CSSResultGroup[] = [tokens, frame, controls];

  /** The partner's publishable key; it works only on pages of the origins that belong to it. */
  @property({ attribute: 'publishable-key' }) publishableKey = '';
  /** Where the API is; the page's own origin when left out. */
  @property({ attribute: 'api-url' }) apiUrl = '';

  readonly localization = new LocalizationController(this);
  protected readonly api = new ApiController(this);
}
