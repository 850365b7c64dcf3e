// Looks of the sign-up.
import { css } from 'lit';

export const styles = css`
  .frame {
    max-inline-size: 44em;
    margin-inline: auto;
  }
  .progress {
    display: grid;
    gap: 0.35em;
    margin-block-end: calc(var(--_space) * 1.5);
  }
  .progress p {
    margin: 0;
    color: var(--_muted-text);
    font-size: 0.9em;
  }
  progress {
    inline-size: 100%;
    block-size: 0.5em;
    appearance: none;
    border: 0;
    border-radius: 99px;
    background: var(--_line);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--_line);
  }
  progress::-webkit-progress-value {
    background: var(--_primary);
    border-radius: 99px;
  }
  progress::-moz-progress-bar {
    background: var(--_primary);
  }
  form {
    display: grid;
    gap: calc(var(--_space) * 1.25);
  }
  h3 {
    margin: 0;
    font-size: 1.35em;
    line-height: 1.3;
    text-wrap: balance;
  }
  h3:focus-visible {
    outline-offset: 6px;
  }
  form p {
    margin: 0;
  }
  fieldset {
    display: grid;
    gap: 0.5em;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: 0.25em;
  }
  /* Numbers and addresses run from left to right, and stand where the other answers do. */
  form:dir(rtl) input {
    text-align: right;
  }
  .rows {
    display: grid;
    gap: 0.5em;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .option {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-block-size: var(--_touch);
    padding: 0.5em 0.9em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .chips .option {
    padding-block: 0.3em;
    border-radius: 99px;
  }
  .option:hover {
    background: var(--_muted-surface);
  }
  .option:has(:checked) {
    border-color: var(--_primary);
    box-shadow: inset 0 0 0 1px var(--_primary);
    background: var(--_muted-surface);
  }
  .option .hint {
    display: block;
  }
  .mistakes {
    padding: 1em;
    border: 2px solid var(--_error);
    border-radius: var(--_radius);
  }
  .mistakes ul {
    margin: 0.5em 0 0;
    padding-inline-start: 1.25em;
  }
  .mistakes a {
    color: var(--_error);
    font-weight: 600;
  }
  .review {
    display: grid;
    margin: 0;
    border-block-start: 1px solid var(--_line);
  }
  .review > div {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.25em 1em;
    align-items: center;
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
  }
  .review dt {
    font-weight: 600;
  }
  .review dd {
    margin: 0;
  }
  /* The answer stands below its question and its button, over the whole width. */
  .review dd:nth-of-type(1) {
    grid-area: 2 / 1 / auto / -1;
    color: var(--_muted-text);
    min-inline-size: 0;
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid;
    }
    progress::-webkit-progress-value {
      background: CanvasText;
    }
  }
`;
