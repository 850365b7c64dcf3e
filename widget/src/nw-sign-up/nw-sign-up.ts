// Sign-up in short steps: one question at a time, a review, consent, and then matching work at once.
import { initialState, Task, TaskStatus } from '@lit/task';
import type { NederlandWerkt, SignUp } from '@nederlandwerkt/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Answers, searchOccupations, searchPlaces, searchSkills } from '../base/choices.ts';
import { failure, missingKey } from '../base/failure.ts';
import { memo } from '../base/memo.ts';
import { NwElement } from '../base/nw-element.ts';
import { number } from '../localize/format.ts';
import { languageChooser } from '../localize/language-chooser.ts';
import { msg, str } from '../localize/msg.ts';
import { type Draft, EMPTY_DRAFT, fillIn, toCandidateInput } from './draft.ts';
import { styles } from './nw-sign-up.styles.ts';
import { type Refusal, refusals } from './refusals.ts';
import type { Form, Mistake, StepId } from './step.ts';
import { STEPS } from './steps/index.ts';

export interface SignedUpDetail {
  candidateId: string;
  /** Opens this one profile until `tokenExpiresAt`, UTC. */
  token: string;
  tokenExpiresAt: string;
}

/**
 * A person signs up in eight short steps. No e-mail address is needed. Answers stay in memory, also when going back,
 * and are sent once, after consent. As wide as its container, down to 320 px.
 * Each step moves the focus to its heading; a step with mistakes moves it to their summary.
 *
 * @fires {CustomEvent<SignedUpDetail>} nw-signed-up - the profile exists now
 * @fires {CustomEvent<{ vacancyId: string }>} nw-vacancy-select - "More about this" on a match at the end; prevent
 *   the default to show the vacancy in your own way
 * @fires {CustomEvent<{ language: string }>} nw-language-change - the person chose another language
 * @cssproperty --nw-color-primary - buttons, links and focus
 * @cssproperty --nw-color-on-primary - text on that
 * @cssproperty --nw-color-surface - background
 * @cssproperty --nw-color-surface-muted - background of what is chosen
 * @cssproperty --nw-color-text - text
 * @cssproperty --nw-color-text-muted - hints
 * @cssproperty --nw-font - font family
 * @cssproperty --nw-font-size - size of the text, everything else follows
 * @cssproperty --nw-radius - radius of corners
 * @cssproperty --nw-space - space between blocks
 * @csspart frame - the whole element
 * @csspart language - the language chooser
 * @csspart failure - an error with its "try again"
 */
export class NwSignUp extends NwElement {
  static override styles = [...NwElement.styles, styles];

  /** What the person has answered elsewhere, such as `detail.answers` of `nw-sign-up-start`; as an attribute, JSON. */
  @property({ type: Object }) answers: Partial<Answers> = {};

  @state() private draft: Draft = EMPTY_DRAFT;
  @state() private step: StepId = 'work';
  /** Whether the step was left with mistakes: only then they are shown. */
  @state() private tried = false;
  /** Answers that the API did not take, until the person changes something. */
  @state() private refused: Refusal[] = [];
  @state() private signedUp: SignUp | undefined;

  #focusOn: 'heading' | 'mistakes' | undefined;

  readonly #search = memo((client: NederlandWerkt) => ({
    occupations: searchOccupations(client),
    skills: searchSkills(client),
    places: searchPlaces(client),
  }));

  readonly #sending = new Task(this, {
    autoRun: false,
    task: async ([client]: [NederlandWerkt], { signal }) => {
      const input = toCandidateInput(this.draft, this.localization.locale);
      const signedUp = await client.candidates.signUp(input, { signal });
      this.signedUp = signedUp;
      // On a shared tablet the next person must not find these answers.
      this.draft = EMPTY_DRAFT;
      this.#focusOn = 'heading';
      const { candidate, token, tokenExpiresAt } = signedUp;
      this.dispatchEvent(
        new CustomEvent<SignedUpDetail>('nw-signed-up', {
          detail: { candidateId: candidate.id, token, tokenExpiresAt },
          bubbles: true,
          composed: true,
        }),
      );
      return initialState;
    },
    onError: (error) => {
      this.refused = refusals(error);
      if (this.refused[0]) this.#goTo(this.refused[0].step, 'mistakes');
    },
  });

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('answers')) this.draft = fillIn(this.draft, this.answers, changed.get('answers'));
  }

  /** Moves the focus to the heading of the step. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h3, nw-sign-up-done')?.focus();
  }

  override render(): TemplateResult {
    const { client } = this.api;
    const { locale, direction } = this.localization;
    return html`<section class="frame" part="frame" lang=${locale} dir=${direction} aria-labelledby="heading">
      <header>
        <h2 id="heading">${msg('Sign up for work')}</h2>
        ${languageChooser(this.localization)}
      </header>
      ${!client ? missingKey() : this.signedUp ? this.#done(this.signedUp) : this.#question(client)}
    </section>`;
  }

  override updated(): void {
    if (this.#focusOn === 'heading') this.focus();
    if (this.#focusOn === 'mistakes') this.renderRoot.querySelector<HTMLElement>('.mistakes')?.focus();
    this.#focusOn = undefined;
  }

  #question(client: NederlandWerkt): TemplateResult {
    const index = STEPS.findIndex(({ id }) => id === this.step);
    const step = STEPS[index]!;
    const place = msg(str`Step ${number(index + 1)} of ${number(STEPS.length)}`);
    const mistakes = this.#mistakes();
    const last = index === STEPS.length - 1;
    const sending = this.#sending.status === TaskStatus.PENDING;
    return html`
      <div class="progress">
        <p>${place}</p>
        <progress max=${STEPS.length} value=${index + 1} aria-label=${place}></progress>
      </div>
      <form novalidate @submit=${this.#next}>
        ${mistakes.length ? this.#summary(mistakes) : nothing}
        <h3 tabindex="-1">${step.title()}</h3>
        ${step.hint ? html`<p class="hint">${step.hint()}</p>` : nothing} ${step.render(this.#form(client, mistakes))}
        ${this.#sending.render({
          error: (error) =>
            last && !refusals(error).length ? failure(error, () => this.#sending.run([client])) : nothing,
        })}
        <div class="buttons">
          <button class="primary" aria-disabled=${sending}>
            ${sending ? msg('Sending…') : last ? msg('Sign up') : msg('Next')}
          </button>
          ${
            index > 0
              ? html`<button type="button" @click=${() => this.#goTo(STEPS[index - 1]!.id)}>${msg('Back')}</button>`
              : nothing
          }
        </div>
      </form>
    `;
  }

  #form(client: NederlandWerkt, mistakes: Mistake[]): Form {
    return {
      draft: this.draft,
      locale: this.localization.locale,
      update: (change) => {
        this.draft = { ...this.draft, ...change };
        this.refused = [];
      },
      mistakeOf: (field) => mistakes.find((mistake) => mistake.field === field)?.text ?? '',
      search: this.#search(client),
      client,
      steps: STEPS,
      goTo: (id) => this.#goTo(id),
    };
  }

  #mistakes(): Mistake[] {
    const refused = this.refused
      .filter(({ step }) => step === this.step)
      .map(({ field }) => ({
        field,
        text: msg('We cannot read this answer. Please write it in another way.'),
      }));
    const own = this.tried ? STEPS.find(({ id }) => id === this.step)!.mistakes?.(this.draft) : undefined;
    return [...refused, ...(own ?? [])];
  }

  #summary(mistakes: Mistake[]): TemplateResult {
    return html`<div class="mistakes" role="alert" tabindex="-1">
      <p class="label">${msg('Please look at this again')}</p>
      <ul>
        ${mistakes.map(
          ({ field, text }) => html`<li><a href="#${field}" @click=${this.#toField(field)}>${text}</a></li>`,
        )}
      </ul>
    </div>`;
  }

  /** A fragment does not reach into a shadow root, so the link moves the focus itself. */
  #toField(field: string): (event: Event) => void {
    return (event) => {
      event.preventDefault();
      this.renderRoot.querySelector<HTMLElement>(`#${field}`)?.focus();
    };
  }

  #goTo(id: StepId, focusOn: 'heading' | 'mistakes' = 'heading'): void {
    this.step = id;
    this.tried = false;
    this.#focusOn = focusOn;
  }

  #next(event: Event): void {
    event.preventDefault();
    const { client } = this.api;
    if (!client || this.#sending.status === TaskStatus.PENDING) return;
    this.tried = true;
    const index = STEPS.findIndex(({ id }) => id === this.step);
    if (this.#mistakes().length) this.#focusOn = 'mistakes';
    else if (index < STEPS.length - 1) this.#goTo(STEPS[index + 1]!.id);
    else this.#sending.run([client]);
    this.requestUpdate();
  }

  #done(signedUp: SignUp): TemplateResult {
    return html`<nw-sign-up-done
      lang=${this.localization.locale}
      .signedUp=${signedUp}
      .client=${this.api.as(signedUp.token)}
      @nw-start-again=${this.#startAgain}
    ></nw-sign-up-done>`;
  }

  #startAgain(): void {
    this.signedUp = undefined;
    this.#goTo('work');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nw-sign-up': NwSignUp;
  }
  interface HTMLElementEventMap {
    'nw-signed-up': CustomEvent<SignedUpDetail>;
  }
}
