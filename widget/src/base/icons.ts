// Small pictures beside words; never instead of them.
import { html, type TemplateResult } from 'lit';

const icon = (paths: string, sort = '') => html`<svg
  class="icon ${sort}"
  aria-hidden="true"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d=${paths} />
</svg>`;

const CIRCLE = 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18';

/** Each a function, for a template stands in one place only. */
export const icons = {
  check: (): TemplateResult => icon('M5 12.5l4.5 4.5L19 7.5'),
  attention: (): TemplateResult => icon('M12 4L2.8 20h18.4zM12 10.5v4M12 17.2v.1', 'attention'),
  question: (): TemplateResult =>
    icon(`${CIRCLE}M9.4 9.6a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 2M12 16.7v.1`, 'question'),
  information: (): TemplateResult => icon(`${CIRCLE}M12 11v5.5M12 7.7v.1`),
  /** Something to pass through: a gate. */
  gate: (): TemplateResult => icon('M4 21V9a8 8 0 0 1 16 0v12M2.5 21h19M9 21v-9M15 21v-9M4 12h16'),
  /** Somebody has seen it. */
  seal: (): TemplateResult => icon(`${CIRCLE}M8 12.3l2.8 2.8L16 9.5`),
};
