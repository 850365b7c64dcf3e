// Looks of what follows a sign-up.
import { css } from 'lit';

export const styles = css`
  .done {
    display: grid;
    gap: calc(var(--_space) * 1.25);
  }
  p {
    margin: 0;
  }
  h3,
  h4 {
    margin: 0;
    line-height: 1.3;
  }
  h3 {
    font-size: 1.35em;
  }
  h4 {
    font-size: 1.15em;
  }
  ul {
    display: grid;
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  section,
  [role='group'] {
    display: grid;
    gap: 0.85em;
  }
  .data {
    padding: calc(var(--_space) * 1.1);
    border-radius: var(--_radius);
    background: var(--_muted-surface);
  }
`;
