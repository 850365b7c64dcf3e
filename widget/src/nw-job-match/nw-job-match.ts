// From a job or skill and a place to matching vacancies with their reasons.
import { Task } from '@lit/task';
import type {
  CefrLevel,
  Concept,
  NederlandWerkt,
  VacancyMatch,
  VacancyMatches,
  VacancyMatchRequest,
} from '@nederlandwerkt/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  type Answer,
  type Answers,
  conceptChoice,
  NO_ANSWER,
  NO_ANSWERS,
  reference,
  searchPlaces,
  searchWork,
} from '../base/choices.ts';
import { distanceField } from '../base/distance-field.ts';
import { failure, missingKey } from '../base/failure.ts';
import { memo } from '../base/memo.ts';
import { noticeText, understoodText, unknownPlace } from '../base/notices.ts';
import { NwElement } from '../base/nw-element.ts';
import { prevented } from '../base/prevented.ts';
import { isolate, list, number } from '../localize/format.ts';
import { languageChooser } from '../localize/language-chooser.ts';
import { msg, str } from '../localize/msg.ts';
import { LEVELS, levelName } from '../localize/words.ts';
import type { ConfirmSkillsEventDetail, VacancyEventDetail } from '../nw-vacancy-card/nw-vacancy-card.ts';
import { styles } from './nw-job-match.styles.ts';

const SHOWN_AT_ONCE = 6;

/**
 * A visitor types a job or a skill and a place, and sees the vacancies that fit, each with its reasons.
 * The page keeps nothing. As wide as its container, down to 320 px. New answers never move the focus; a confirmed skill
 * moves it to the card on which it was confirmed.
 *
 * @fires {CustomEvent<{ vacancyId: string }>} nw-vacancy-select - "More about this" on a card; prevent the default
 *   to show the vacancy in your own way instead of unfolding it
 * @fires {CustomEvent<{ vacancyId: string, answers: Answers }>} nw-sign-up-start - "Sign up for this" on a card: lead to
 *   your sign-up, and give it the `answers`
 * @fires {CustomEvent<{ vacancyId: string, skills: string[] }>} nw-confirm-skills - "I can do this" on a card; prevent the
 *   default to keep the list as it is
 * @fires {CustomEvent<{ language: string }>} nw-language-change - the visitor chose another language
 * @cssproperty --nw-color-primary - buttons, links and focus
 * @cssproperty --nw-color-on-primary - text on that
 * @cssproperty --nw-color-surface - background
 * @cssproperty --nw-color-surface-muted - background of chips
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
export class NwJobMatch extends NwElement {
  static override styles = [...NwElement.styles, styles];

  @state() private work: Answer = NO_ANSWER;
  @state() private place: Answer = NO_ANSWER;
  @state() private maxDistanceKm = NO_ANSWERS.maxDistanceKm;
  @state() private dutch: CefrLevel | '' = '';
  /** Skills that we guessed and the person said yes to. */
  @state() private confirmed: readonly Concept[] = [];
  @state() private shown = SHOWN_AT_ONCE;
  /** The vacancy on whose card a skill was just confirmed: until the new answer comes, the old cards stay. */
  #confirming: string | undefined;

  readonly #searchWork = memo(searchWork);
  readonly #searchPlaces = memo(searchPlaces);
  readonly #matches = new Task(this, {
    args: () =>
      [this.api.client, this.work, this.place, this.maxDistanceKm, this.dutch, this.confirmed] as const,
    task: async ([client], { signal }) => {
      if (!client || !this.work.text) return undefined;
      if (!this.#confirming) this.shown = SHOWN_AT_ONCE;
      return client.vacancyMatches.find(this.#profile(), { signal });
    },
  });

  override render(): TemplateResult {
    const { client } = this.api;
    const { locale, direction } = this.localization;
    return html`<section class="frame" part="frame" lang=${locale} dir=${direction} aria-labelledby="heading">
      <header>
        <h2 id="heading">${msg('Find work that fits you')}</h2>
        ${languageChooser(this.localization)}
      </header>
      ${
        client
          ? html`${this.#questions(client)}
              <div class="news" role="status">${this.#news()}</div>
              ${this.#confirmedSkills()}
              ${this.#results(client)}`
          : missingKey()
      }
    </section>`;
  }

  #questions(client: NederlandWerkt): TemplateResult {
    const { locale } = this.localization;
    return html`<div class="questions">
      <nw-combobox
        lang=${locale}
        label=${msg('What work do you know, or what can you do?')}
        hint=${msg('A job or a skill, in your own language. For example: baker.')}
        .search=${this.#searchWork(client)}
        .answer=${this.work}
        @nw-answer=${(event: CustomEvent<Answer>) => {
          this.work = event.detail;
        }}
      ></nw-combobox>
      <nw-combobox
        lang=${locale}
        label=${msg('Where do you live?')}
        hint=${msg('A town or a postcode in the Netherlands.')}
        unknown=${unknownPlace()}
        .search=${this.#searchPlaces(client)}
        .answer=${this.place}
        @nw-answer=${(event: CustomEvent<Answer>) => {
          this.place = event.detail;
        }}
      ></nw-combobox>
      ${distanceField(this.maxDistanceKm, (km) => {
        this.maxDistanceKm = km;
      })}
      <div class="field">
        <label for="dutch">${msg('How good is your Dutch?')}</label>
        <select
          id="dutch"
          @change=${(event: Event) => {
            this.dutch = (event.target as HTMLSelectElement).value as CefrLevel | '';
          }}
        >
          <option value="">${msg('I do not know, or I do not want to say')}</option>
          ${LEVELS.map((level) => html`<option value=${level}>${levelName(level)}</option>`)}
        </select>
      </div>
    </div>`;
  }

  #profile(): VacancyMatchRequest {
    const { work, place, maxDistanceKm, dutch, confirmed } = this;
    const chosen = work.choice;
    const skills = [
      ...(chosen?.as === 'skill' ? [{ id: chosen.id }] : []),
      ...confirmed.map(({ id }) => ({ id, provenance: 'confirmed' as const })),
    ];
    return {
      ...(!chosen && { query: work.text }),
      ...(chosen?.as === 'occupation' && { occupations: [{ id: chosen.id }] }),
      ...(skills.length && { skills }),
      ...(place.text && { place: reference(place) }),
      ...(dutch && { languages: [{ language: 'nl', level: dutch }] }),
      maxDistanceKm,
    };
  }

  /** For the sign-up, where a skill is not yet work. */
  #answers(): Answers {
    const { work, place, maxDistanceKm, dutch, confirmed } = this;
    const asked = work.choice?.as === 'skill' ? [work.choice] : [];
    const skills = [...asked, ...confirmed.map((skill) => conceptChoice('skill', skill))];
    return { work: asked.length ? NO_ANSWER : work, skills, place, maxDistanceKm, dutch };
  }

  /** What is read aloud when it changes. */
  #news(): unknown {
    return this.#matches.render({
      pending: () => html`<p>${msg('We are looking for work that fits you…')}</p>`,
      complete: (matches) => (matches ? this.#summary(matches) : nothing),
    });
  }

  #summary({ items, total, totalIsExact, notices, understood }: VacancyMatches): TemplateResult {
    const reading = understoodText(understood);
    const said = items.length || notices.length ? notices : [{ code: 'no-results' as const, detail: '' }];
    const shown = items.filter(meetsAll).length;
    return html`
      <h3>${items.length ? foundText(total, totalIsExact) : msg('Nothing found')}</h3>
      ${total > shown && shown ? html`<p class="hint">${msg(str`We show the best ${number(shown)}.`)}</p>` : nothing}
      ${reading && html`<p class="hint">${reading}</p>`}
      ${said.map((notice) => html`<p class="notice">${noticeText(notice)}</p>`)}
    `;
  }

  #confirmedSkills(): TemplateResult | typeof nothing {
    if (!this.confirmed.length) return nothing;
    const names = list(this.confirmed.map(({ label }) => isolate(label)));
    return html`<div class="told">
      <p>${msg(str`You told us that you can do this: ${names}.`)}</p>
      <button
        type="button"
        @click=${() => {
          this.confirmed = [];
        }}
      >
        ${msg('Undo')}
      </button>
    </div>`;
  }

  #results(client: NederlandWerkt): unknown {
    const cards = (matches: VacancyMatches | undefined) =>
      matches?.items.length ? this.#cards(matches.items, client) : nothing;
    return this.#matches.render({
      pending: () =>
        this.#confirming ? cards(this.#matches.value) : html`<div class="skeleton" aria-hidden="true"></div>`,
      error: (error) => failure(error, () => this.#matches.run()),
      complete: cards,
    });
  }

  #cards(items: readonly VacancyMatch[], client: NederlandWerkt): TemplateResult {
    const shown = items.slice(0, this.shown);
    const others = shown.filter((match) => !meetsAll(match));
    return html`
      ${this.#list(shown.filter(meetsAll), client)}
      ${
        others.length
          ? html`<h3 class="tier">${msg('These miss one of your conditions, or one of the employer')}</h3>
              ${this.#list(others, client)}`
          : nothing
      }
      ${
        items.length > this.shown
          ? html`<button type="button" class="more" @click=${() => this.#showMore(items.length)}>
              ${msg('Show more')}
            </button>`
          : nothing
      }
    `;
  }

  #list(matches: readonly VacancyMatch[], client: NederlandWerkt): TemplateResult | typeof nothing {
    if (!matches.length) return nothing;
    return html`<ul class="cards" role="list">
      ${repeat(
        matches,
        ({ vacancy }) => vacancy.id,
        (match) => html`<li>
          <nw-vacancy-card
            lang=${this.localization.locale}
            .match=${match}
            .client=${client}
            @nw-sign-up-start=${({ detail }: CustomEvent<VacancyEventDetail>) => {
              detail.answers = this.#answers();
            }}
            @nw-confirm-skills=${(event: CustomEvent<ConfirmSkillsEventDetail>) => this.#confirm(event, match)}
          ></nw-vacancy-card>
        </li>`,
      )}
    </ul>`;
  }

  /** Asks again with the skills, unless the page prevents it; the focus goes to the same card, or else to "undo". */
  async #confirm(event: CustomEvent<ConfirmSkillsEventDetail>, { confirmable }: VacancyMatch): Promise<void> {
    if (await prevented(event)) return;
    const { vacancyId, skills } = event.detail;
    this.#confirming = vacancyId;
    this.confirmed = [
      ...this.confirmed,
      ...(confirmable?.skills ?? []).filter(({ id }) => skills.includes(id)),
    ];
    await this.updateComplete;
    await this.#matches.taskComplete.catch(() => {});
    this.#confirming = undefined;
    await this.updateComplete;
    const cards = [...this.renderRoot.querySelectorAll('nw-vacancy-card')];
    const card = cards.find(({ match }) => match?.vacancy.id === vacancyId);
    (card ?? this.renderRoot.querySelector<HTMLElement>('.told button'))?.focus();
  }

  /** Shows all. The focus goes to the first card that is new, for the button disappears. */
  async #showMore(count: number): Promise<void> {
    const first = this.shown;
    this.shown = count;
    await this.updateComplete;
    this.renderRoot.querySelectorAll('nw-vacancy-card')[first]?.focus();
  }
}

const meetsAll = ({ unmet }: VacancyMatch) => !unmet.length;

/** @param total those that meet every condition */
function foundText(total: number, isExact: boolean): string {
  if (!total) return msg('Nothing fits all conditions. These come near.');
  return isExact
    ? msg(str`Places found: ${number(total)}`)
    : msg(str`Places found: at least ${number(total)}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'nw-job-match': NwJobMatch;
  }
}
