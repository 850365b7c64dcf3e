// Looks of the combobox.
import { css } from 'lit';

export const styles = css`
  .box {
    position: relative;
  }
  .popup {
    position: absolute;
    z-index: 10;
    inset-block-start: calc(100% + 4px);
    inset-inline: 0;
    max-block-size: 22em;
    margin: 0;
    padding: 4px;
    overflow-y: auto;
    list-style: none;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    box-shadow: 0 8px 24px rgb(0 0 0 / 0.16);
  }
  p.popup {
    padding: 0.5em 0.75em;
    color: var(--_muted-text);
  }
  [role='option'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6em;
    align-items: center;
    min-block-size: var(--_touch);
    padding: 0.4em 0.75em;
    border-radius: calc(var(--_radius) - 4px);
    cursor: pointer;
  }
  [role='option']:hover {
    background: var(--_muted-surface);
  }
  [role='option'][aria-selected='true'] {
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .detail {
    color: var(--_muted-text);
    font-size: 0.9em;
  }
  .sort {
    margin-inline-start: auto;
    color: var(--_muted-text);
    font-size: 0.85em;
  }
  [aria-selected='true'] > span {
    color: inherit;
  }
  @media (forced-colors: active) {
    [role='option'][aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
