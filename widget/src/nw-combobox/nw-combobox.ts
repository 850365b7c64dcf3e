// A text field that suggests: type, choose from the list, or keep your own words.
import { Task, TaskStatus } from '@lit/task';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { type Answer, type Choice, NO_ANSWER, type Search } from '../base/choices.ts';
import { controls, tokens } from '../base/styles.ts';
import { wait } from '../base/wait.ts';
import { number } from '../localize/format.ts';
import { LocalizationController } from '../localize/localization-controller.ts';
import { msg, str } from '../localize/msg.ts';
import { sameWords } from '../localize/same-words.ts';
import { conceptName } from '../localize/words.ts';
import { styles } from './nw-combobox.styles.ts';

/** How long a person may pause between two letters before we search, in ms. */
const TYPING_PAUSE = 200;

/**
 * A combobox with a list of suggestions (WAI-ARIA 1.2, list autocomplete with manual selection).
 * Arrow keys walk through the list, Enter chooses, Escape closes the list and then empties the field.
 * Focus stays in the text field all the time. Part of the two elements, not for pages by itself.
 *
 * @fires {CustomEvent<Answer>} nw-answer - the person chose from the list, or left the field with own words in it
 * @csspart input - the text field
 * @csspart list - the list of suggestions
 */
export class NwCombobox extends LitElement {
  static override styles = [tokens, controls, styles];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  @property() label = '';
  @property() hint = '';
  @property() error = '';
  /** What to say when nothing is suggested; that own words are fine when left out. */
  @property() unknown = '';
  @property({ attribute: false }) answer: Answer = NO_ANSWER;
  /** Where suggestions come from. */
  @property({ attribute: false }) search: Search | undefined;
  /** Empties the field after every choice, to gather several. */
  @property({ type: Boolean }) gathers = false;

  @state() private text = '';
  @state() private open = false;
  @state() private active = -1;
  @query('input') private input!: HTMLInputElement;

  readonly localization = new LocalizationController(this);
  readonly #suggestions = new Task(this, {
    args: () => [this.search, this.open ? this.text.trim() : ''] as const,
    task: async ([search, text], { signal }) => {
      if (!search || !text) return [];
      await wait(TYPING_PAUSE, signal);
      return search(text, signal);
    },
  });

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('answer')) this.text = this.answer.text;
  }

  override render(): TemplateResult {
    const choices = this.#choices;
    const shown = this.open && choices.length > 0;
    return html`<div class="field">
      <label for="input">${this.label}</label>
      ${this.hint && html`<p class="hint" id="hint">${this.hint}</p>`}
      ${this.error && html`<p class="error" id="error">${this.error}</p>`}
      <div class="box">
        <input
          id="input"
          part="input"
          role="combobox"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${shown}
          aria-controls="list"
          aria-activedescendant=${shown && this.active >= 0 ? `option-${this.active}` : nothing}
          aria-describedby=${[this.hint && 'hint', this.error && 'error'].filter(Boolean).join(' ') || nothing}
          aria-invalid=${this.error ? 'true' : nothing}
          .value=${live(this.text)}
          @input=${this.#typed}
          @keydown=${this.#pressed}
          @click=${() => this.#show()}
          @blur=${this.#left}
        />
        <ul class="popup" id="list" part="list" role="listbox" aria-label=${this.label} ?hidden=${!shown}>
          ${shown ? choices.map((choice, index) => this.#option(choice, index)) : nothing}
        </ul>
        <div role="status">${this.#status(shown)}</div>
      </div>
    </div>`;
  }

  #status(shown: boolean): TemplateResult | typeof nothing {
    if (!this.open || !this.text.trim()) return nothing;
    if (shown) {
      const count = number(this.#choices.length);
      return html`<span class="visually-hidden">${msg(str`Suggestions: ${count}`)}</span>`;
    }
    const texts: Partial<Record<TaskStatus, string>> = {
      [TaskStatus.PENDING]: msg('Searching…'),
      [TaskStatus.ERROR]: msg('The list does not work now. You can type your own words.'),
      [TaskStatus.COMPLETE]: this.unknown || msg('Not in our list. You can use your own words.'),
    };
    return html`<p class="popup">${texts[this.#suggestions.status]}</p>`;
  }

  #option(choice: Choice, index: number): TemplateResult {
    const mixed = this.#choices.some(({ as }) => as !== choice.as);
    return html`<li
      id="option-${index}"
      role="option"
      aria-selected=${index === this.active}
      @mousedown=${(event: Event) => event.preventDefault() /* keeps the focus in the field */}
      @click=${() => this.#choose(choice)}
    >
      <bdi lang=${choice.language ?? nothing}>${choice.label}</bdi>
      ${choice.matched ? html`<span class="detail"><bdi lang="">${choice.matched}</bdi></span>` : nothing}
      ${choice.detail ? html`<span class="detail"><bdi lang="nl">${choice.detail}</bdi></span>` : nothing}
      ${mixed ? html`<span class="sort">${conceptName(choice.as)}</span>` : nothing}
    </li>`;
  }

  /** The list of what was typed last; while a newer one is on its way, the older one stays. */
  get #choices(): readonly Choice[] {
    return (this.text.trim() && this.#suggestions.value) || [];
  }

  #typed(): void {
    this.text = this.input.value;
    this.#show();
  }

  #show(): void {
    this.open = true;
    this.active = -1;
  }

  #hide(): void {
    this.open = false;
    this.active = -1;
  }

  #pressed(event: KeyboardEvent): void {
    // While an input method composes a letter, the keys are its own.
    if (event.isComposing) return;
    const count = this.open ? this.#choices.length : 0;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (event.altKey) event.key === 'ArrowDown' ? this.#show() : this.#hide();
      else if (!this.open) this.#show();
      else if (count) this.#activate(event.key === 'ArrowDown' ? 1 : -1, count);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const choice = this.#choices[this.active];
      if (this.open && choice) this.#choose(choice);
      else this.#keep();
    } else if (event.key === 'Escape' && (this.open || this.text)) {
      event.preventDefault();
      if (this.open && count) this.#hide();
      else {
        this.text = '';
        this.#keep();
      }
    }
  }

  /** Walks in a circle with the field itself as one stop (index -1). */
  async #activate(step: 1 | -1, count: number): Promise<void> {
    this.active = ((this.active + 1 + step + count + 1) % (count + 1)) - 1;
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  #left(): void {
    if (this.text.trim() !== this.answer.text) this.#keep();
    else this.#hide();
  }

  /** Own words; those that stand in the list word for word count as chosen. */
  #keep(): void {
    const text = this.text.trim();
    const same = this.#choices.find(({ label }) => sameWords(label, text));
    this.#tell({ text, choice: same ?? (text === this.answer.text ? this.answer.choice : null) });
  }

  #choose(choice: Choice): void {
    this.#tell({ text: choice.label, choice });
  }

  #tell(answer: Answer): void {
    this.#hide();
    this.answer = this.gathers ? NO_ANSWER : answer;
    this.text = this.answer.text;
    if (this.gathers && !answer.text) return;
    this.dispatchEvent(new CustomEvent<Answer>('nw-answer', { detail: answer }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nw-combobox': NwCombobox;
  }
}
