// Design tokens and controls that all elements share. Every colour, size and font can be set from outside.
import { css } from 'lit';

/** Private names (`--_…`) hold a token's value or its default, so that a default stands in one place. */
export const tokens = css`
  :host {
    --_primary: var(--nw-color-primary, #0d5a73);
    --_on-primary: var(--nw-color-on-primary, #ffffff);
    --_surface: var(--nw-color-surface, #ffffff);
    --_muted-surface: var(--nw-color-surface-muted, #f2f6f8);
    --_text: var(--nw-color-text, #17242d);
    --_muted-text: var(--nw-color-text-muted, #4b5b66);
    --_line: var(--nw-color-line, #d5dee4);
    --_border: var(--nw-color-border, #71828e);
    --_good: var(--nw-color-good, #1a6b43);
    --_notice-surface: var(--nw-color-notice-surface, #fff5dc);
    --_notice-text: var(--nw-color-notice-text, #5c4200);
    --_error: var(--nw-color-error, #a3211d);
    --_radius: var(--nw-radius, 10px);
    --_space: var(--nw-space, 1em);
    --_touch: 44px;
    display: block;
    box-sizing: border-box;
    color: var(--_text);
    color-scheme: light;
    font-family: var(--nw-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', sans-serif);
    /* A page may shrink its root font; nothing here becomes smaller than 16 px. */
    font-size: var(--nw-font-size, max(1rem, 16px));
    line-height: 1.5;
    text-align: start;
    overflow-wrap: break-word;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
`;

/** The frame of an element that stands on its own in a partner's page. */
export const frame = css`
  :host {
    container-type: inline-size;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.4);
  }
  .frame {
    padding: calc(var(--_space) * 1.25);
  }
  @container (min-width: 40em) {
    .frame {
      padding: calc(var(--_space) * 2);
    }
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.5) var(--_space);
    align-items: start;
    justify-content: space-between;
    margin-block-end: calc(var(--_space) * 1.25);
  }
  h2 {
    margin: 0;
    font-size: 1.5em;
    line-height: 1.25;
    text-wrap: balance;
  }
  .language {
    display: flex;
    gap: 0.5em;
    align-items: center;
    color: var(--_muted-text);
    font-size: 0.9em;
  }
  .language svg {
    inline-size: 1.3em;
    block-size: 1.3em;
  }
`;

export const controls = css`
  button,
  input,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  input:where(:not([type='checkbox'], [type='radio'])),
  select {
    inline-size: 100%;
    min-block-size: var(--_touch);
    padding: 0.45em 0.75em;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  select {
    text-overflow: ellipsis;
  }
  .language select {
    inline-size: auto;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--_error);
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    inline-size: 1.4em;
    block-size: 1.4em;
    margin: 0;
    accent-color: var(--_primary);
  }
  :focus-visible {
    outline: 3px solid var(--_primary);
    outline-offset: 2px;
  }
  button {
    min-block-size: var(--_touch);
    padding: 0.5em 1.1em;
    border: 1px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_primary);
    font-weight: 600;
    cursor: pointer;
  }
  button:hover {
    background: var(--_muted-surface);
  }
  button.primary {
    background: var(--_primary);
    color: var(--_on-primary);
  }
  button.primary:hover {
    background: color-mix(in srgb, var(--_primary) 85%, black);
  }
  button.danger {
    border-color: var(--_error);
    color: var(--_error);
  }
  button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: progress;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  .field {
    display: grid;
    gap: 0.3em;
    align-content: start;
  }
  .field > label:not(.option),
  .label {
    font-weight: 600;
  }
  .hint {
    margin: 0;
    color: var(--_muted-text);
    font-size: 0.9em;
  }
  .error {
    margin: 0;
    color: var(--_error);
    font-weight: 600;
  }
  .notice,
  .failure {
    margin: 0;
    padding: 0.75em 1em;
    border-inline-start: 4px solid var(--_notice-text);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_notice-surface);
    color: var(--_notice-text);
  }
  .failure {
    display: grid;
    gap: 0.75em;
    justify-items: start;
    border-color: var(--_error);
    background: color-mix(in srgb, var(--_error) 7%, var(--_surface));
    color: var(--_text);
  }
  .failure p {
    margin: 0;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    button,
    .notice,
    .failure {
      border: 1px solid;
    }
  }
`;
