// Looks of the suggestions.
import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.25);
  }
  .block,
  .places {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
    align-content: start;
    justify-items: start;
  }
  ul {
    justify-self: stretch;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  h4 {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    align-items: baseline;
    margin: 0;
    font-size: 1em;
    line-height: 1.35;
  }
  .place {
    justify-self: stretch;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding: 0.85em 1em;
  }
  .stack > * {
    grid-area: 1 / 1;
  }
  .suggestion {
    display: grid;
    gap: 0.75em;
    align-content: space-between;
  }
  .gone {
    visibility: hidden;
  }
  .dutch {
    color: var(--_muted-text);
    font-size: 0.9em;
    font-weight: 400;
  }
  .answers {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.6em;
  }
  .answers button {
    padding-inline: 0.5em;
  }
  .no {
    border-color: var(--_border);
    color: var(--_text);
  }
  .said {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: center;
    justify-content: space-between;
    padding-inline: calc(1em / 0.9) 0.35em;
    border-end-start-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    background: var(--_muted-surface);
    font-size: 0.9em;
  }
  .said p {
    margin: 0.4em 0;
  }
  .said.yes p {
    color: var(--_good);
    font-weight: 600;
  }
  .said button,
  .chosen button {
    padding-inline: 0.75em;
    border-color: transparent;
    background: none;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .said button {
    margin-inline-start: auto;
  }
  .chosen {
    display: grid;
    gap: 0.5em;
    align-content: start;
    padding: 0.85em 1em;
    border-radius: var(--_radius);
    background: var(--_muted-surface);
  }
  .chosen li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    align-items: center;
    justify-content: space-between;
    border-block-start: 1px solid var(--_line);
  }
  /* A long name takes the line, and its undo the next one. */
  .chosen bdi {
    flex: 1 1 6.5em;
    min-inline-size: 0;
    padding-block-start: 0.35em;
  }
  .chosen button {
    margin-inline: auto -0.75em;
    font-size: 0.9em;
  }
  /* Beside the suggestions the list stays in sight, and grows without moving them. */
  @container (min-width: 36em) {
    .columns {
      grid-template-columns: minmax(0, 1fr) 14em;
      align-items: start;
    }
    .chosen {
      position: sticky;
      inset-block-start: 1em;
    }
  }
  @media (forced-colors: active) {
    .chosen {
      border: 1px solid;
    }
  }
`;
