// After the sign-up: thanks, the five best vacancies, and the person's data to take along or to delete.
import { Task, TaskStatus } from '@lit/task';
import type { Candidate, NederlandWerkt, SignUp, VacancyMatch } from '@nederlandwerkt/sdk';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { failure } from '../base/failure.ts';
import { noticeText } from '../base/notices.ts';
import { prevented } from '../base/prevented.ts';
import { controls, tokens } from '../base/styles.ts';
import { isolate, time } from '../localize/format.ts';
import { LocalizationController } from '../localize/localization-controller.ts';
import { msg, str } from '../localize/msg.ts';
import type { ConfirmSkillsEventDetail } from '../nw-vacancy-card/nw-vacancy-card.ts';
import { styles } from './nw-sign-up-done.styles.ts';

const MATCHES_SHOWN = 5;

/**
 * What a person sees after signing up. Part of `<nw-sign-up>`, not for pages by itself. A skill that is confirmed on a
 * card goes into the profile, and the vacancies come anew; the focus comes back to that card.
 * Deleting asks once more, with the focus on the question, and then moves the focus to the confirmation.
 *
 * @fires {CustomEvent} nw-start-again - the profile is deleted, and the person wants to begin anew
 */
export class NwSignUpDone extends LitElement {
  static override styles = [tokens, controls, styles];

  @property({ attribute: false }) signedUp: SignUp | undefined;
  /** Speaks with the person's own token. */
  @property({ attribute: false }) client: NederlandWerkt | undefined;

  @state() private asking = false;
  @state() private deleted = false;
  /** What the person said last on a card. */
  #said: ConfirmSkillsEventDetail | undefined;
  /** The profile with the skills that were confirmed since. */
  #updated: Candidate | undefined;

  readonly localization = new LocalizationController(this);

  readonly #matches = new Task(this, {
    args: () => [this.client, this.signedUp?.candidate.id, this.deleted] as const,
    task: async ([client, id, deleted], { signal }) =>
      client && id && !deleted
        ? client.candidates.vacancyMatches(id, { limit: MATCHES_SHOWN, signal })
        : undefined,
  });
  readonly #confirm = new Task(this, {
    autoRun: false,
    args: () => [this.#said!] as const,
    task: async ([{ vacancyId, skills }], { signal }) => {
      const told = this.#profile!.skills.filter(({ provenance }) => provenance !== 'predicted');
      const updated = await this.client!.candidates.update(
        this.#profile!.id,
        {
          skills: [...told.map(statement), ...skills.map((id) => ({ id, provenance: 'confirmed' as const }))],
        },
        { signal },
      );
      this.#updated = updated.candidate;
      await this.#matches.run();
      await this.updateComplete;
      const cards = [...this.renderRoot.querySelectorAll('nw-vacancy-card')];
      cards.find(({ match }) => match?.vacancy.id === vacancyId)?.focus();
    },
  });
  readonly #download = new Task(this, {
    autoRun: false,
    args: () => [this.client!, this.signedUp!.candidate.id] as const,
    task: async ([client, id], { signal }) => save(await client.candidates.get(id, { signal })),
  });
  readonly #delete = new Task(this, {
    autoRun: false,
    args: () => [this.client!, this.signedUp!.candidate.id] as const,
    task: async ([client, id], { signal }) => {
      await client.candidates.delete(id, { signal });
      this.deleted = true;
      this.#focus('h3');
    },
  });

  get #profile(): Candidate | undefined {
    const candidate = this.signedUp?.candidate;
    return this.#updated?.id === candidate?.id ? this.#updated : candidate;
  }

  /** Moves the focus to the heading. */
  override focus(): void {
    this.#focus('h3');
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.signedUp) return nothing;
    return this.deleted ? this.#gone() : this.#thanks(this.signedUp);
  }

  #thanks({ candidate, notices, tokenExpiresAt }: SignUp): TemplateResult {
    return html`<div class="done">
      <h3 tabindex="-1">
        ${candidate.name ? msg(str`Thank you, ${isolate(candidate.name)}! You are signed up.`) : msg('Thank you! You are signed up.')}
      </h3>
      ${notices.map((notice) => html`<p class="notice">${noticeText(notice)}</p>`)}
      <section aria-labelledby="matches">
        <h4 id="matches">${msg('Work that fits you now')}</h4>
        ${this.#matches.render({
          pending: () =>
            this.#confirm.status === TaskStatus.PENDING
              ? this.#cards(this.#matches.value?.items ?? [])
              : html`<p role="status">${msg('We are looking for work that fits you…')}</p>`,
          error: (error) => failure(error, () => this.#matches.run()),
          complete: (matches) => this.#cards(matches?.items ?? []),
        })}
        ${this.#confirm.render({ error: (error) => failure(error, () => this.#confirm.run()) })}
      </section>
      <section class="data" aria-labelledby="data">
        <h4 id="data">${msg('Your data')}</h4>
        <p>${msg(str`Here you can see or delete your data until ${time(tokenExpiresAt)}.`)}</p>
        ${this.asking ? this.#question() : this.#dataButtons()}
        ${[this.#download, this.#delete].map((task) => task.render({ error: (error) => failure(error, () => task.run()) }))}
      </section>
    </div>`;
  }

  #cards(items: readonly VacancyMatch[]): TemplateResult {
    if (!items.length) return html`<p class="notice">${noticeText({ code: 'nothing-open', detail: '' })}</p>`;
    return html`<ul role="list">
      ${items.map(
        (match) =>
          html`<li>
            <nw-vacancy-card
              signed-up
              lang=${this.localization.locale}
              .match=${match}
              .client=${this.client}
              @nw-confirm-skills=${async (event: CustomEvent<ConfirmSkillsEventDetail>) => {
                if (await prevented(event)) return;
                this.#said = event.detail;
                this.#confirm.run();
              }}
            ></nw-vacancy-card>
          </li>`,
      )}
    </ul>`;
  }

  #dataButtons(): TemplateResult {
    return html`<div class="buttons">
      <button type="button" @click=${() => this.#download.run()}>${msg('Download my data')}</button>
      <button type="button" class="danger" @click=${() => this.#ask(true)}>${msg('Delete my profile')}</button>
    </div>`;
  }

  #question(): TemplateResult {
    return html`<div role="group" aria-labelledby="sure">
      <p id="sure" tabindex="-1"><strong>${msg('Delete everything? You cannot undo this.')}</strong></p>
      <div class="buttons">
        <button
          type="button"
          class="danger"
          aria-disabled=${this.#delete.status === TaskStatus.PENDING}
          @click=${() => this.#delete.run()}
        >
          ${msg('Yes, delete everything')}
        </button>
        <button type="button" @click=${() => this.#ask(false)}>${msg('No, keep my profile')}</button>
      </div>
    </div>`;
  }

  #gone(): TemplateResult {
    return html`<div class="done">
      <h3 tabindex="-1">${msg('Your profile is deleted.')}</h3>
      <p>${msg('We have kept nothing. You can always sign up again.')}</p>
      <div class="buttons">
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('nw-start-again'))}>
          ${msg('Sign up again')}
        </button>
      </div>
    </div>`;
  }

  #ask(asking: boolean): void {
    this.asking = asking;
    this.#focus(asking ? '#sure' : 'button.danger');
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

/** What the API knows of a skill, as it is told. */
function statement({ skill, provenance, level }: Candidate['skills'][number]) {
  return { id: skill.id, ...(provenance !== 'predicted' && { provenance }), ...(level && { level }) };
}

/** Hands the profile over as a JSON file. */
function save(candidate: Candidate): void {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(candidate, null, 2)], { type: 'application/json' }),
  );
  Object.assign(document.createElement('a'), { href: url, download: 'nederlandwerkt.json' }).click();
  URL.revokeObjectURL(url);
}

declare global {
  interface HTMLElementTagNameMap {
    'nw-sign-up-done': NwSignUpDone;
  }
}
