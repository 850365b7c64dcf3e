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
    }
  }
  .results {
    display: grid;
    gap: var(--_space);
    margin-block-start: calc(var(--_space) * 1.75);
  }
  .results:empty {
    display: none;
  }
  .results h3 {
    margin: 0;
    font-size: 1.2em;
  }
  .results > ul {
    display: grid;
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .notices {
    display: grid;
    gap: 0.5em;
  }
  .skeleton {
    block-size: 11em;
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
    justify-self: center;
  }
`;
