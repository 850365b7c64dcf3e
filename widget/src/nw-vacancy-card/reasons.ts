// What speaks for a vacancy and what to think of first: the weightiest at once, the others where the score is explained.
import type { Message } from '@nederlandwerkt/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../base/icons.ts';
import { said } from '../localize/messages.ts';

/** As many of each sort stand on the card. */
export const REASONS_SHOWN = 3;

type Sort = 'strengths' | 'gaps';

/** @param label names the list; nothing is shown of an empty one */
export function reasonList(
  sort: Sort,
  label: string,
  messages: readonly Message[],
  id: string = sort,
): TemplateResult | typeof nothing {
  if (!messages.length) return nothing;
  return html`<div>
    <p class="label" id=${id}>${label}</p>
    <ul class="reasons ${sort}" role="list" aria-labelledby=${id}>
      ${messages.map((message) => html`<li>${iconOf(sort, message)}<span>${said(message)}</span></li>`)}
    </ul>
  </div>`;
}

/** What we do not know, or only mention, is no shortcoming; and what we guess is no strength yet. */
function iconOf(sort: Sort, { key }: Message): TemplateResult {
  if (key.startsWith('unknown.') || key.endsWith('-likely')) return icons.question();
  if (key.startsWith('note.')) return icons.information();
  return sort === 'strengths' ? icons.check() : icons.attention();
}
