import { css } from 'lit';

/** A post that stands alone: larger words from edge to edge, and what is said of it below. Adopted by no other. */
export const styles = css`
  .post {
    max-inline-size: calc(var(--_measure) + 2em);
    --_indent: 0px;
  }
  .post-context {
    grid-template-columns: auto minmax(0, 1fr);
  }
  .post-context .icon {
    margin-inline-end: var(--_2);
  }
  .post > .content {
    margin-block-start: var(--_3);
    font-size: 1.125em;
    line-height: 1.55;
  }
  .post-facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--_3);
    margin-block-start: var(--_4);
    color: var(--_muted);
    font-size: var(--_small);
    line-height: 1.5;
  }
  .post-facts > * {
    unicode-bidi: plaintext; /* in whatever language we say it, on whatever page */
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .facts-audience {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .post-facts b {
    font-weight: 600;
    color: var(--_text);
    font-variant-numeric: tabular-nums;
  }
  .facts-link {
    position: relative;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-decoration-color: var(--_underline);
    text-underline-offset: 0.2em;
  }
  .facts-link::after {
    content: ''; /* 40 px to touch */
    position: absolute;
    inset: -10px -4px;
  }
`;
