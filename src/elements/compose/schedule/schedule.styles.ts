import { css } from 'lit';

/** The time at which a post is to appear. */
export const styles = css`
  .due {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 var(--_2);
  }
  .due > .icon {
    color: var(--_muted);
  }
  .due > .input {
    inline-size: auto;
    justify-self: start;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .due > p {
    grid-column: 2 / -1;
    padding-block-start: 4px;
    unicode-bidi: plaintext;
  }
  @container (inline-size < 26em) {
    .due > .icon {
      display: none;
    }
    .due > .input {
      grid-column: 1 / 3;
      padding-inline: 6px; /* the year and the hour, both */
    }
    .due > p {
      grid-column: 1 / -1;
    }
  }
`;
