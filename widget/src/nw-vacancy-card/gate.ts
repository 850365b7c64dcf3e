// What the law asks before work may begin: a calm box with the way through it, and work near it that is open sooner.
import type { Gate } from '@nederlandwerkt/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../base/icons.ts';
import { day, isolate } from '../localize/format.ts';
import { said } from '../localize/messages.ts';
import { msg, str } from '../localize/msg.ts';

/** @param index tells the gates of one card apart */
export function gateBox(gate: Gate, index: number): TemplateResult {
  const { kind, message, steps, notes, bridgingJobs, verified } = gate;
  const id = `gate-${index}`;
  return html`<section class="gate" part="gate" aria-labelledby=${id}>
    <p class="gate-title" id=${id}>
      ${icons.gate()}
      <span>
        ${
          kind === 'regulated-profession'
            ? msg('You need a registration or papers first')
            : msg('Before you may start working')
        }
      </span>
    </p>
    <p>${said(message)}</p>
    ${
      steps.length
        ? html`<details>
            <summary>${msg('The steps, one by one')}</summary>
            <ol>
              ${steps.map((step) => html`<li>${said(step)}</li>`)}
            </ol>
          </details>`
        : nothing
    }
    ${
      bridgingJobs.length
        ? html`<p class="label" id="${id}-jobs">${msg('Work like this that is often open sooner')}</p>
            <ul class="skills" role="list" aria-labelledby="${id}-jobs">
              ${bridgingJobs.map(({ label, language }) => html`<li lang=${language}>${label}</li>`)}
            </ul>`
        : nothing
    }
    ${
      notes.length
        ? html`<ul class="notes" role="list">
            ${notes.map((note) => html`<li>${icons.information()}<span>${said(note)}</span></li>`)}
          </ul>`
        : nothing
    }
    ${verified ? nothing : html`<p class="unverified">${msg('We have not checked this. Ask before you rely on it.')}</p>`}
    ${source(gate)}
  </section>`;
}

function source({ sourceUrl, checkedOn }: Gate): TemplateResult | typeof nothing {
  const link = sourceUrl?.startsWith('http') && URL.canParse(sourceUrl) ? new URL(sourceUrl) : undefined;
  if (!link && !checkedOn) return nothing;
  return html`<p class="source">
    ${
      link
        ? html`<a href=${link.href} target="_blank" rel="noopener noreferrer">
            ${msg(str`Source: ${isolate(link.hostname.replace(/^www\./, ''))} (opens a new page)`)}
          </a>`
        : nothing
    }
    ${checkedOn ? html`<span>${msg(str`We looked on: ${day(checkedOn)}`)}</span>` : nothing}
  </p>`;
}
