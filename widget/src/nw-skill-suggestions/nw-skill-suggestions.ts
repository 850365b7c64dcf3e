// Skills that a person probably has: one tap says yes or no, and another suggestion takes the place.
import { initialState, Task, TaskStatus } from '@lit/task';
import type { NederlandWerkt, SkillSuggestion } from '@nederlandwerkt/sdk';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  type Answer,
  type Choice,
  choiceKey,
  conceptChoice,
  NO_ANSWER,
  reference,
  skillReference,
} from '../base/choices.ts';
import { failure } from '../base/failure.ts';
import { controls, tokens } from '../base/styles.ts';
import { wait } from '../base/wait.ts';
import { isolate, number } from '../localize/format.ts';
import { LocalizationController } from '../localize/localization-controller.ts';
import { msg, str } from '../localize/msg.ts';
import { styles } from './nw-skill-suggestions.styles.ts';
import { fill, type Place, type Said } from './places.ts';
import { reasonText } from './reason.ts';

/** How many suggestions come at once, and with "Show more" again. */
const AT_ONCE = 10;
/** The API gives no more. */
const MOST = 50;
/** How long we wait for the next tap before we ask anew, in ms. Longer than between the two taps of a double tap. */
const PAUSE = 400;

export interface SkillsAnswer {
  skills: Choice[];
  rejectedSkills: Choice[];
}

/** What a screen reader hears after an action. Words are made while rendering, as the language may change. */
type News =
  | { sort: 'yes' | 'no' | 'back' | 'removed'; name: string }
  | { sort: 'new'; suggestion: SkillSuggestion }
  | { sort: 'list'; count: number };

/**
 * Suggests skills, ten at once, each with its reason and two buttons. What a person says yes to stands in a list with
 * an undo; what they say no to is never shown again. Both make the next suggestions better. What is on the screen
 * keeps its place, and so does the focus: it stays on the place whose suggestion was answered.
 * As wide as its container, down to 240 px. Part of the sign-up, not for pages by itself.
 *
 * @fires {CustomEvent<SkillsAnswer>} nw-skills-answer - the person said yes or no, or took it back
 * @csspart suggestion - one suggestion
 * @csspart skills - the list of what the person can do
 */
export class NwSkillSuggestions extends LitElement {
  static override styles = [tokens, controls, styles];

  @property({ attribute: false }) client: NederlandWerkt | undefined;
  /** The work that the person knows. */
  @property({ attribute: false }) work: Answer = NO_ANSWER;
  /** Of that work, as typed: a number, or ''. */
  @property() years = '';
  /** What the person can do. */
  @property({ attribute: false }) skills: Choice[] = [];
  /** What the person said no to. */
  @property({ attribute: false }) rejectedSkills: Choice[] = [];

  @state() private places: Place[] = [];
  @state() private size = AT_ONCE;
  /** Whether the last answer had as many suggestions as there are places: then there may be more. */
  @state() private full = true;
  @state() private news: News | undefined;

  /** The place whose suggestion was answered last: of what comes there we tell. */
  #answered = -1;

  readonly localization = new LocalizationController(this);
  readonly #suggestions = new Task(this, {
    args: () => [this.client, this.work, this.years, this.skills, this.rejectedSkills, this.size] as const,
    task: async ([client, work, years, skills, rejectedSkills, limit], { signal }) => {
      if (!client || !(work.text || skills.length)) return initialState;
      if (this.places.length) await wait(PAUSE, signal);
      const { items } = await client.skillSuggestions.create(
        {
          ...(work.text && {
            occupations: [{ occupation: reference(work), ...(years && { years: Number(years) }) }],
          }),
          // Own words may be a whole sentence, that names skills.
          ...(work.text && !work.choice && { text: work.text }),
          confirmedSkills: skills.map(skillReference),
          rejectedSkills: rejectedSkills.map(skillReference),
          limit,
        },
        { signal },
      );
      return items;
    },
    onComplete: (items) => this.#arrive(items),
  });

  override willUpdate(changed: PropertyValues<this>): void {
    // Of other work everything on the screen is out of date.
    if (!changed.has('work')) return;
    this.places = [];
    this.full = true;
  }

  override render(): TemplateResult {
    return html`
      <div class="visually-hidden" role="status">${this.news ? newsText(this.news) : nothing}</div>
      <div class="columns">
        <div class="block">${this.#list()}</div>
        ${this.#chosen()}
      </div>
    `;
  }

  #list(): TemplateResult {
    const { status } = this.#suggestions;
    const coming = this.full && this.places.length < this.size;
    return html`
      ${
        this.places.length
          ? html`<ul class="places" role="list" aria-label=${msg('Suggestions')}>
              ${this.places.map((place, index) => this.#place(place, index))}
            </ul>`
          : nothing
      }
      ${this.#suggestions.render({
        initial: () =>
          html`<p class="hint">${msg('Write below what you can do, at work or at home. Then we find more that fits.')}</p>`,
        pending: () =>
          coming
            ? html`<p class="hint">${msg('We are looking for skills that belong to your work…')}</p>`
            : nothing,
        error: (error) => failure(error, () => this.#suggestions.run()),
      })}
      ${
        this.full || status === TaskStatus.INITIAL
          ? nothing
          : html`<p class="hint">
              ${msg('We have no more suggestions now. Write below what you can do. One or two words are enough.')}
            </p>`
      }
      ${
        this.full && !coming && this.size < MOST
          ? html`<button type="button" class="more" @click=${this.#showMore}>${msg('Show more')}</button>`
          : nothing
      }
    `;
  }

  #place({ suggestion, said }: Place, index: number): TemplateResult {
    // While another one is on its way, the former keeps the height of its place.
    const body = suggestion ?? said?.suggestion;
    const waiting = !suggestion && this.#suggestions.status === TaskStatus.PENDING;
    return html`<li class="place" id="place-${index}" part="suggestion" tabindex="-1">
      ${
        suggestion || waiting
          ? html`<div class="stack">
              ${body ? this.#body(body, index, !suggestion) : nothing}
              ${waiting ? html`<p class="hint">${msg('We are looking for another one…')}</p>` : nothing}
            </div>`
          : nothing
      }
      ${said ? this.#said(said, index) : nothing}
    </li>`;
  }

  #body({ skill, reason }: SkillSuggestion, index: number, gone: boolean): TemplateResult {
    const answer = (yes: boolean) => () => this.#answer(index, yes);
    return html`<div class="suggestion ${gone ? 'gone' : ''}">
      <div>
        <h4 id="name-${index}">
          <bdi lang=${skill.language}>${skill.label}</bdi>
          ${
            skill.draft && skill.dutchLabel !== skill.label
              ? html`<span class="dutch"><bdi lang="nl">${skill.dutchLabel}</bdi></span>`
              : nothing
          }
        </h4>
        <p class="hint">${reasonText(reason)}</p>
      </div>
      <div class="answers">
        <button type="button" id="yes-${index}" aria-labelledby="yes-${index} name-${index}" @click=${answer(true)}>
          ${msg('I can do this')}
        </button>
        <button type="button" id="no-${index}" class="no" aria-labelledby="no-${index} name-${index}" @click=${answer(false)}>
          ${msg('Not me')}
        </button>
      </div>
    </div>`;
  }

  #said({ suggestion, yes }: Said, index: number): TemplateResult {
    const name = isolate(suggestion.skill.label);
    return html`<div class="said ${yes ? 'yes' : ''}">
      <p id="said-${index}">${yes ? msg(str`Yes: ${name}`) : msg(str`No: ${name}`)}</p>
      <button
        type="button"
        id="undo-${index}"
        aria-labelledby="undo-${index} said-${index}"
        @click=${() => this.#undo(index)}
      >
        ${msg('Undo')}
      </button>
    </div>`;
  }

  #chosen(): TemplateResult {
    return html`<section class="chosen" part="skills" aria-labelledby="chosen">
      <h4 id="chosen" tabindex="-1">${msg('You can do this')}</h4>
      ${
        this.skills.length
          ? html`<ul role="list" aria-labelledby="chosen">
              ${this.skills.map(
                (skill, index) => html`<li>
                  <bdi id="chosen-${index}" lang=${skill.language ?? nothing}>${skill.label}</bdi>
                  <button
                    type="button"
                    id="remove-${index}"
                    aria-labelledby="remove-${index} chosen-${index}"
                    @click=${() => this.#remove(skill)}
                  >
                    ${msg('Undo')}
                  </button>
                </li>`,
              )}
            </ul>`
          : html`<p class="hint">${msg('Nothing here yet.')}</p>`
      }
    </section>`;
  }

  #arrive(items: readonly SkillSuggestion[]): void {
    const known = new Set([...this.skills, ...this.rejectedSkills].map(choiceKey));
    const before = this.places.length;
    this.full = items.length >= this.size;
    this.places = fill(this.places, items, known, this.size);
    const suggestion = this.places[this.#answered]?.suggestion;
    if (suggestion) this.news = { sort: 'new', suggestion };
    else if (this.places.length > before) this.news = { sort: 'list', count: this.places.length - before };
    this.#answered = -1;
    // Who asked for more goes on with the first of them.
    if (before && this.places.length > before) this.#focus(`place-${before}`);
  }

  #answer(index: number, yes: boolean): void {
    const { suggestion } = this.places[index]!;
    if (!suggestion) return;
    const choice = conceptChoice('skill', suggestion.skill);
    this.#answered = index;
    this.#put(index, { said: { suggestion, yes } });
    this.news = { sort: yes ? 'yes' : 'no', name: choice.label };
    this.#focus(`place-${index}`);
    if (yes) this.#tell([...this.skills, choice], this.rejectedSkills);
    else this.#tell(this.skills, [...this.rejectedSkills, choice]);
  }

  /** The suggestion comes back in its place; what stood there may come again elsewhere. */
  #undo(index: number): void {
    const { suggestion } = this.places[index]!.said!;
    this.#put(index, { suggestion });
    this.news = { sort: 'back', name: suggestion.skill.label };
    this.#focus(`place-${index}`);
    const others = without(suggestion.skill.id);
    this.#tell(this.skills.filter(others), this.rejectedSkills.filter(others));
  }

  #remove(skill: Choice): void {
    const index = this.skills.indexOf(skill);
    // There is nothing left to undo in the place where it was suggested.
    this.places = this.places.map((place) =>
      place.said?.suggestion.skill.id === skill.id ? { suggestion: place.suggestion } : place,
    );
    this.news = { sort: 'removed', name: skill.label };
    this.#tell(this.skills.filter(without(choiceKey(skill))), this.rejectedSkills);
    this.#focus(this.skills.length ? `remove-${Math.min(index, this.skills.length - 1)}` : 'chosen');
  }

  #showMore(): void {
    this.size = Math.min(MOST, this.size + AT_ONCE);
  }

  #put(index: number, place: Place): void {
    this.places = this.places.with(index, place);
  }

  #tell(skills: Choice[], rejectedSkills: Choice[]): void {
    this.skills = skills;
    this.rejectedSkills = rejectedSkills;
    this.dispatchEvent(
      new CustomEvent<SkillsAnswer>('nw-skills-answer', { detail: { skills, rejectedSkills } }),
    );
  }

  /** After rendering, without scrolling: a finger is on the screen. */
  async #focus(id: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus({ preventScroll: true });
  }
}

function newsText(news: News): string {
  if (news.sort === 'list') return msg(str`Suggestions: ${number(news.count)}`);
  if (news.sort === 'new') {
    const { skill, reason } = news.suggestion;
    return msg(str`New suggestion: “${isolate(skill.label)}”. ${reasonText(reason)}`);
  }
  const name = isolate(news.name);
  const texts = {
    yes: msg(str`“${name}” stands in your list.`),
    no: msg(str`“${name}” is gone. It will not come back.`),
    back: msg(str`“${name}” is back.`),
    removed: msg(str`“${name}” is not in your list any more.`),
  };
  return texts[news.sort];
}

function without(key: string): (choice: Choice) => boolean {
  return (choice) => choiceKey(choice) !== key;
}

declare global {
  interface HTMLElementTagNameMap {
    'nw-skill-suggestions': NwSkillSuggestions;
  }
}
