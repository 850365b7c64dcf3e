// One matched vacancy: what and where it is, how well it fits and why, what stands in the way, and what is missing.
import { Task } from '@lit/task';
import type { Contribution, NederlandWerkt, VacancyCard, VacancyMatch } from '@nederlandwerkt/sdk';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Answers } from '../base/choices.ts';
import { failure } from '../base/failure.ts';
import { icons } from '../base/icons.ts';
import { controls, tokens } from '../base/styles.ts';
import { kilometres, number, percent, range } from '../localize/format.ts';
import { LocalizationController } from '../localize/localization-controller.ts';
import { msg, str } from '../localize/msg.ts';
import { basisName, factorName, kindName } from '../localize/words.ts';
import { gateBox } from './gate.ts';
import { styles } from './nw-vacancy-card.styles.ts';
import { points } from './points.ts';
import { REASONS_SHOWN, reasonList } from './reasons.ts';
import { matchedSkills, missingSkills } from './skills.ts';

export interface VacancyEventDetail {
  vacancyId: string;
  /** Of "sign up for this" in `<nw-job-match>`, which adds them: what the visitor has answered there. */
  answers?: Answers;
}

export interface ConfirmSkillsEventDetail {
  vacancyId: string;
  /** Ids of the skills that the person says to have. */
  skills: string[];
}

/**
 * A vacancy with its score and the reasons for it. As wide as its container, as high as its text.
 * "More about this" unfolds the vacancy's own text, unless the page prevents the default of `nw-vacancy-select`
 * because it shows the vacancy in a way of its own. Focus stays on the button.
 * A skill that we guess can be confirmed; the card only tells so, and shows it when it gets another match.
 *
 * @fires {CustomEvent<VacancyEventDetail>} nw-vacancy-select - the person wants to know more; cancelable
 * @fires {CustomEvent<VacancyEventDetail>} nw-sign-up-start - the person wants to sign up for this vacancy
 * @fires {CustomEvent<ConfirmSkillsEventDetail>} nw-confirm-skills - the person has a skill that we guessed; cancelable
 * @csspart card - the whole card
 * @csspart title - the title of the vacancy
 * @csspart score - score in words, as a number and as a meter
 * @csspart gate - what the law asks before the work may begin
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
    const { vacancy, distanceKm, score, strengths, gaps, gates } = this.match;
    const hasGate = gates.some(({ kind }) => kind === 'regulated-profession');
    return html`<article part="card" aria-labelledby="title">
      <div class="top">
        <div>
          <div class="marks">
            <span>${kindName(vacancy.kind)}</span>
            ${vacancy.synthetic ? html`<span class="demo">${msg('Example, not real')}</span>` : nothing}
            ${vacancy.regulated && !hasGate ? html`<span class="regulated">${msg('Protected profession: you need a registration first')}</span>` : nothing}
          </div>
          <h3 class="heading" id="title" part="title" tabindex="-1"><bdi lang="nl">${vacancy.title}</bdi></h3>
          <p class="facts">
            ${vacancy.employerName && html`<span><bdi>${vacancy.employerName}</bdi></span>`}
            <span><bdi>${vacancy.place.name}</bdi></span>
            ${distanceKm === null || distanceKm < 1 ? nothing : html`<span>${kilometres(distanceKm)}</span>`} ${this.#hours(vacancy)}
          </p>
        </div>
        <div class="score" part="score">
          <p><strong>${shownScore(score)}</strong> <span>${scoreWords(score)}</span></p>
          <meter min="0" max="1" .value=${score} aria-label=${msg('How well it fits')}></meter>
        </div>
      </div>
      ${gates.map(gateBox)}
      <div class="columns">
        ${reasonList('strengths', msg('What fits you'), strengths.slice(0, REASONS_SHOWN))}
        ${reasonList('gaps', msg('What to think of'), gaps.slice(0, REASONS_SHOWN))}
      </div>
      ${this.#confirmable(this.match)} ${this.#why(this.match)}
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

  /** One button for each skill: who has only one of them says yes to that one. */
  #confirmable({ confirmable, score }: VacancyMatch): TemplateResult | typeof nothing {
    if (!confirmable?.skills.length) return nothing;
    const { skills, scoreAfter } = confirmable;
    return html`<div class="confirm" role="group" aria-labelledby="confirm">
      <p id="confirm">
        ${icons.question()}
        <span>${confirmWords(skills.length)} ${msg(str`Then the score goes from ${shownScore(score)} to ${shownScore(scoreAfter)}.`)}</span>
      </p>
      <div class="buttons">
        ${skills.map(
          ({ id, label, language }) => html`<button type="button" @click=${() => this.#confirm([id])}>
            ${icons.check()}<span>${msg('I can do this:')} <bdi lang=${language}>${label}</bdi></span>
          </button>`,
        )}
      </div>
    </div>`;
  }

  #why(match: VacancyMatch): TemplateResult {
    const { contributions, strengths, gaps } = match;
    return html`<details>
      <summary>${msg('Why this score?')}</summary>
      ${reasonList('strengths', msg('This fits too'), strengths.slice(REASONS_SHOWN), 'more-strengths')}
      ${reasonList('gaps', msg('Think of this too'), gaps.slice(REASONS_SHOWN), 'more-gaps')}
      ${matchedSkills(match.matchedSkills)} ${missingSkills(match.missingSkills)} ${pointsTable(contributions)}
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

  #confirm(skills: string[]): void {
    this.#tell('nw-confirm-skills', { skills });
  }

  /** @returns false when the page prevented the default */
  #tell(type: 'nw-vacancy-select' | 'nw-sign-up-start' | 'nw-confirm-skills', more: object = {}): boolean {
    const detail = { vacancyId: this.match!.vacancy.id, ...more };
    return this.dispatchEvent(
      new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }
}

function pointsTable(contributions: readonly Contribution[]): TemplateResult {
  const rows = points(contributions);
  const total = rows.reduce((sum, row) => sum + row.points, 0);
  return html`<table>
    <caption>
      ${msg('A computer adds up these points. The most is 100. If we do not know something, its points go to the other lines.')}
    </caption>
    <tbody>
      ${rows.map(
        ({ factor, basis, points, most }) => html`<tr>
          <th scope="row">
            ${factorName(factor)}
            ${basis === 'known' ? nothing : html`<span class="hint">${basisName(basis)}</span>`}
          </th>
          <td>${counts(basis) ? msg(str`${number(points)} of ${number(most)}`) : '–'}</td>
        </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">${msg('Together')}</th>
        <td>${number(total)}</td>
      </tr>
    </tfoot>
  </table>`;
}

const counts = (basis: Contribution['basis']) => basis === 'known' || basis === 'predicted';

/** As a whole percentage, rounded as the points are. */
const shownScore = (score: number) => percent(Math.round(score * 100) / 100);

/** No language has to decline "skills" after a number. */
const confirmWords = (count: number) =>
  count === 1
    ? msg('We guess that you can do this. Is that right?')
    : msg('We guess that you can do these things. Is that right?');

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
    'nw-confirm-skills': CustomEvent<ConfirmSkillsEventDetail>;
  }
}
