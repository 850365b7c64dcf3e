// One matched vacancy: what and where it is, how well it fits and why, and what is missing.
import { Task } from '@lit/task';
import type { Concept, MatchedSkill, NederlandWerkt, VacancyCard, VacancyMatch } from '@nederlandwerkt/sdk';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Answers } from '../base/choices.ts';
import { failure } from '../base/failure.ts';
import { controls, tokens } from '../base/styles.ts';
import { kilometres, number, percent, range } from '../localize/format.ts';
import { LocalizationController } from '../localize/localization-controller.ts';
import { msg, str } from '../localize/msg.ts';
import { factorName, kindName } from '../localize/words.ts';
import { styles } from './nw-vacancy-card.styles.ts';
import { points } from './points.ts';
import { reasons } from './reasons.ts';

/** As many skills stand on the card; the others are counted. */
const SKILLS_SHOWN = 5;

export interface VacancyEventDetail {
  vacancyId: string;
  /** Of "sign up for this" in `<nw-job-match>`, which adds them: what the visitor has answered there. */
  answers?: Answers;
}

/**
 * A vacancy with its score and the reasons for it. As wide as its container, as high as its text.
 * "More about this" unfolds the vacancy's own text, unless the page prevents the default of `nw-vacancy-select`
 * because it shows the vacancy in a way of its own. Focus stays on the button.
 *
 * @fires {CustomEvent<VacancyEventDetail>} nw-vacancy-select - the person wants to know more; cancelable
 * @fires {CustomEvent<VacancyEventDetail>} nw-sign-up-start - the person wants to sign up for this vacancy
 * @csspart card - the whole card
 * @csspart title - the title of the vacancy
 * @csspart score - score in words, as a number and as a meter
 */
export class NwVacancyCard extends LitElement {
  static override styles = [tokens, controls, styles];

  @property({ attribute: false }) match: VacancyMatch | undefined;
  /** Fetches the text of the vacancy when asked for. */
  @property({ attribute: false }) client: NederlandWerkt | undefined;
  /** Leaves out "sign up for this", for people who have signed up already. */
  @property({ type: Boolean, attribute: 'signed-up' }) signedUp = false;

  @state() private unfolded = false;

  readonly localization = new LocalizationController(this);
  readonly #vacancy = new Task(this, {
    args: () => [this.client, this.unfolded ? this.match?.vacancy.id : undefined] as const,
    task: async ([client, id], { signal }) =>
      client && id ? client.vacancies.get(id, { signal }) : undefined,
  });

  /** Moves the focus to the title. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.match) return nothing;
    const { vacancy, distanceKm, score } = this.match;
    return html`<article part="card" aria-labelledby="title">
      <div class="top">
        <div>
          <div class="marks">
            <span>${kindName(vacancy.kind)}</span>
            ${vacancy.synthetic ? html`<span class="demo">${msg('Example, not real')}</span>` : nothing}
            ${vacancy.regulated ? html`<span class="regulated">${msg('Protected profession: you need a registration first')}</span>` : nothing}
          </div>
          <h3 class="heading" id="title" part="title" tabindex="-1"><bdi lang="nl">${vacancy.title}</bdi></h3>
          <p class="facts">
            ${vacancy.employerName && html`<span><bdi>${vacancy.employerName}</bdi></span>`}
            <span><bdi>${vacancy.place.name}</bdi></span>
            ${distanceKm === null || distanceKm < 1 ? nothing : html`<span>${kilometres(distanceKm)}</span>`} ${this.#hours(vacancy)}
          </p>
        </div>
        <div class="score" part="score">
          <p><strong>${percent(Math.round(score * 100) / 100)}</strong> <span>${scoreWords(score)}</span></p>
          <meter min="0" max="1" .value=${score} aria-label=${msg('How well it fits')}></meter>
        </div>
      </div>
      <ul class="reasons" role="list" aria-label=${msg('Reasons')}>
        ${reasons(this.match).map(({ sort, text }) => html`<li class=${sort}><span>${text}</span></li>`)}
      </ul>
      ${skillGroup(msg('You can still learn this'), 'missing', this.match.missingSkills)} ${this.#why(this.match)}
      ${this.unfolded ? this.#more() : nothing}
      <div class="buttons">
        ${
          this.signedUp
            ? nothing
            : html`<button
                type="button"
                class="primary"
                aria-describedby="title"
                @click=${() => this.#tell('nw-sign-up-start')}
              >
                ${msg('Sign up for this')}
              </button>`
        }
        <button type="button" aria-describedby="title" aria-expanded=${this.unfolded} @click=${this.#select}>
          ${this.unfolded ? msg('Show less') : msg('More about this')}
        </button>
      </div>
    </article>`;
  }

  #hours({ hoursMin, hoursMax }: VacancyCard): TemplateResult | typeof nothing {
    const [from, to] = [hoursMin ?? hoursMax, hoursMax ?? hoursMin];
    if (from === null || to === null) return nothing;
    return html`<span>${msg(str`Hours a week: ${range(from, to)}`)}</span>`;
  }

  #why({ contributions, matchedSkills }: VacancyMatch): TemplateResult {
    const of = (provenance: MatchedSkill['provenance']) =>
      matchedSkills.filter((matched) => matched.provenance === provenance);
    const rows = points(contributions);
    const total = rows.reduce((sum, row) => sum + row.points, 0);
    return html`<details>
      <summary>${msg('Why this score?')}</summary>
      ${skillGroup(msg('You can do this'), 'stated', of('stated'))}
      ${skillGroup(msg('You can probably do this (our guess from your work)'), 'predicted', of('predicted'))}
      <table>
        <caption>
          ${msg('A computer adds up these points. The most is 100. If we do not know something, we count a fixed number.')}
        </caption>
        <tbody>
          ${rows.map(
            ({ factor, basis, points, most }) => html`<tr>
              <th scope="row">
                ${factorName(factor)}
                ${basis === 'unknown' ? html`<span class="hint">${msg('Not known')}</span>` : nothing}
              </th>
              <td>${msg(str`${number(points)} of ${number(most)}`)}</td>
            </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${msg('Together')}</th>
            <td>${number(total)}</td>
          </tr>
        </tfoot>
      </table>
    </details>`;
  }

  #more(): TemplateResult {
    return html`<div role="status">
      ${this.#vacancy.render({
        pending: () => html`<p class="hint">${msg('Loading…')}</p>`,
        error: (error) => failure(error, () => this.#vacancy.run()),
        complete: (vacancy) => html`
          <p class="text" lang="nl" dir="auto">${vacancy?.description ?? msg('The employer has not written more yet.')}</p>
          ${
            vacancy?.applicationUrl?.startsWith('http')
              ? html`<a href=${vacancy.applicationUrl} target="_blank" rel="noopener noreferrer">
                  ${msg("To the employer's website (opens a new page)")}
                </a>`
              : nothing
          }
        `,
      })}
    </div>`;
  }

  #select(): void {
    if (this.unfolded) this.unfolded = false;
    else this.unfolded = this.#tell('nw-vacancy-select');
  }

  /** @returns false when the page prevented the default */
  #tell(type: 'nw-vacancy-select' | 'nw-sign-up-start'): boolean {
    const detail: VacancyEventDetail = { vacancyId: this.match!.vacancy.id };
    return this.dispatchEvent(
      new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }
}

/** A labelled list of skills; nothing when there are none. */
function skillGroup(
  label: string,
  sort: 'stated' | 'predicted' | 'missing',
  skills: readonly { skill: Concept }[],
): TemplateResult | typeof nothing {
  if (!skills.length) return nothing;
  return html`<div>
    <p class="label" id=${sort}>${label}</p>
    <ul class="skills" role="list" aria-labelledby=${sort}>
      ${skills
        .slice(0, SKILLS_SHOWN)
        .map(({ skill }) => html`<li class=${sort} lang=${skill.language}>${skill.label}</li>`)}
      ${
        skills.length > SKILLS_SHOWN
          ? html`<li class="more">${msg(str`and ${number(skills.length - SKILLS_SHOWN)} more`)}</li>`
          : nothing
      }
    </ul>
  </div>`;
}

function scoreWords(score: number): string {
  if (score >= 0.75) return msg('Fits very well');
  if (score >= 0.55) return msg('Fits well');
  if (score >= 0.35) return msg('Fits partly');
  return msg('Fits a little');
}

declare global {
  interface HTMLElementTagNameMap {
    'nw-vacancy-card': NwVacancyCard;
  }
  interface HTMLElementEventMap {
    'nw-vacancy-select': CustomEvent<VacancyEventDetail>;
    'nw-sign-up-start': CustomEvent<VacancyEventDetail>;
  }
}
