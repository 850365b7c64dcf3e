// Step 7: all answers under each other, each with a way back to change it.
import { html } from 'lit';
import { msg, str } from '../../localize/msg.ts';
import type { Step } from '../step.ts';

export const review: Step = {
  id: 'review',
  title: () => msg('Is everything right?'),
  hint: () => msg('Look at your answers. You can change everything.'),
  render: (form) => html`<dl class="review">
    ${form.steps
      .filter(({ summary }) => summary)
      .map(
        ({ id, title, summary }) => html`<div>
          <dt>${title()}</dt>
          <dd>${summary!(form.draft) || msg('Left open')}</dd>
          <dd>
            <button type="button" aria-label=${msg(str`Change: ${title()}`)} @click=${() => form.goTo(id)}>
              ${msg('Change')}
            </button>
          </dd>
        </div>`,
      )}
  </dl>`,
};
