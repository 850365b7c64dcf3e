// Looks of the job match.
import { css } from 'lit';

export const styles = css`
  .questions {
    display: grid;
    gap: var(--_space);
  }
  @container (min-width: 40em) {
    .questions {
      grid-template-columns: 1fr 1fr;
      align-items: end;
    }
  }
  .news {
    display: grid;
    gap: 0.75em;
  }
  .news:not(:empty),
  .failure {
    margin-block: calc(var(--_space) * 1.75) var(--_space);
  }
  .news > * {
    margin: 0;
  }
  .news h3 {
    font-size: 1.2em;
  }
  .tier {
    margin-block: calc(var(--_space) * 1.75) var(--_space);
    font-size: 1.1em;
    line-height: 1.35;
  }
  .told {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    justify-content: space-between;
    margin-block-end: var(--_space);
    padding-block: 0.5em;
    padding-inline: 1em 0.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .told p {
    flex: 1 1 12em;
    margin: 0;
  }
  .cards {
    display: grid;
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .skeleton {
    block-size: 18em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: linear-gradient(100deg, var(--_muted-surface) 40%, var(--_surface) 50%, var(--_muted-surface) 60%)
      0 / 250% 100%;
    animation: shine 1.6s linear infinite;
  }
  @keyframes shine {
    from {
      background-position: 120% 0;
    }
    to {
      background-position: -60% 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }
  .more {
    display: block;
    margin: var(--_space) auto 0;
  }
`;
