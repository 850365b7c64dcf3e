// Looks of a vacancy card.
import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.85em;
    padding: calc(var(--_space) * 0.85);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  @container (min-width: 24em) {
    article {
      padding: calc(var(--_space) * 1.1);
    }
  }
  .top {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em 1.5em;
  }
  @container (min-width: 34em) {
    .top {
      grid-template-columns: minmax(0, 1fr) 11em;
    }
  }
  .heading {
    margin: 0.35em 0 0.1em;
    font-size: 1.15em;
    font-weight: 700;
    line-height: 1.3;
    hyphens: auto;
  }
  /* A dot before each fact; that of the first on a line falls outside, and is clipped. */
  .facts {
    display: flex;
    flex-wrap: wrap;
    margin: 0 -1em;
    padding-inline-end: 1em;
    clip-path: inset(0 1em);
    color: var(--_muted-text);
  }
  .facts > * {
    padding-inline-start: 1em;
  }
  .facts > ::before {
    content: '·' / '';
    display: inline-block;
    inline-size: 0.65em;
    margin-inline-start: -0.65em;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .marks,
  .skills {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em;
  }
  .marks > * {
    padding: 0.1em 0.6em;
    border: 1px solid transparent;
    border-radius: 0.9em;
    background: var(--_muted-surface);
    font-size: 0.85em;
    font-weight: 600;
  }
  .marks > .demo {
    background: none;
    border: 1px dashed var(--_border);
  }
  .marks > .regulated {
    background: var(--_notice-surface);
    color: var(--_notice-text);
  }
  .score {
    display: grid;
    gap: 0.15em;
    align-content: start;
  }
  .score p {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    justify-content: space-between;
    margin: 0;
    font-size: 0.95em;
  }
  .score strong {
    font-size: 1.25em;
  }
  meter {
    inline-size: 100%;
    block-size: 0.6em;
    appearance: none;
    background: var(--_line);
    border: 0;
    border-radius: 99px;
    overflow: hidden;
  }
  /* Chromium lays the bar in the middle one of three rows; here it fills them all. */
  meter::-webkit-meter-bar {
    grid-row: 1 / -1;
    block-size: 100%;
    background: none;
    border: 0;
  }
  meter::-webkit-meter-optimum-value {
    background: var(--_good);
    border-radius: 99px;
  }
  meter::-moz-meter-bar {
    background: var(--_good);
  }
  .icon {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
  }
  /* Scripts from right to left mirror the question mark. */
  .question:dir(rtl) {
    transform: scaleX(-1);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em 1.5em;
  }
  @container (min-width: 34em) {
    .columns {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .columns > :only-child {
      grid-column: 1 / -1;
    }
  }
  .reasons,
  .notes {
    display: grid;
    gap: 0.25em;
  }
  .reasons li,
  .notes li,
  .gate-title,
  .confirm > p {
    display: flex;
    gap: 0.5em;
  }
  li > .icon,
  p > .icon {
    margin-block-start: 0.2em;
    color: var(--_muted-text);
  }
  .strengths .icon {
    color: var(--_good);
  }
  .strengths .question {
    color: var(--_muted-text);
  }
  .gaps .attention {
    color: var(--_notice-text);
  }
  .gate {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
    padding: 0.75em;
    border: 1px solid var(--_border);
    border-inline-start-width: 4px;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_muted-surface);
  }
  .gate > p {
    margin: 0;
  }
  .gate-title {
    font-weight: 700;
  }
  .gate details {
    border: 0;
    padding: 0;
  }
  ol {
    display: grid;
    gap: 0.35em;
    margin: 0 0 0.5em;
    padding-inline-start: 1.75em;
  }
  .gate .skills li {
    background: var(--_surface);
  }
  .unverified {
    font-size: 0.95em;
    font-weight: 600;
  }
  .source a {
    font-weight: 400;
  }
  .source {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    align-items: center;
    color: var(--_muted-text);
    font-size: 0.9em;
    overflow-wrap: anywhere;
  }
  .confirm {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6em;
    padding: 0.75em;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
  }
  .confirm > p {
    margin: 0;
  }
  .confirm button {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    text-align: start;
    font-weight: 500;
  }
  .confirm bdi {
    font-weight: 700;
  }
  details > div {
    margin-block-end: 0.75em;
  }
  .label {
    margin: 0 0 0.3em;
    font-size: 0.95em;
  }
  .skills li {
    padding: 0.1em 0.65em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) / 1.5);
    background: var(--_muted-surface);
    font-size: 0.9em;
  }
  .skills .icon {
    margin-block: 0;
    margin-inline-end: 0.35em;
    vertical-align: -0.2em;
    color: var(--_good);
  }
  .skills small {
    color: var(--_muted-text);
    font-size: 1em;
  }
  .skills small::before {
    content: '· ' / '';
  }
  .skills .predicted,
  .skills .missing {
    background: none;
    border-color: var(--_border);
    border-style: dashed;
  }
  .skills .more {
    border-color: transparent;
    background: none;
  }
  details {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.25em;
  }
  summary {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: var(--_touch);
    color: var(--_primary);
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '+' / '';
    inline-size: 1em;
    font-size: 1.2em;
    text-align: center;
  }
  details[open] > summary::before {
    content: '−' / '';
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    padding-block-end: 0.5em;
    color: var(--_muted-text);
    font-size: 0.9em;
    text-align: start;
  }
  th {
    padding-inline: 0;
    font-weight: 400;
    text-align: start;
  }
  td {
    padding-inline-start: 1em;
    text-align: end;
    white-space: nowrap;
    vertical-align: top;
  }
  tr > * {
    padding-block: 0.3em;
    border-block-end: 1px solid var(--_line);
  }
  th .hint {
    display: block;
  }
  tfoot tr > * {
    border: 0;
    font-weight: 700;
  }
  @media (forced-colors: active) {
    meter {
      border: 1px solid;
    }
  }
  .text {
    margin: 0;
    white-space: pre-line;
  }
  a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_touch);
    color: var(--_primary);
    font-weight: 600;
  }
`;
