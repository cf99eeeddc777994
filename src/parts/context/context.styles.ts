import { css } from 'lit';

export const styles = css`
  .post-context {
    display: grid;
    grid-template-columns: var(--_indent) minmax(0, 1fr);
    align-items: center;
    margin-block-end: 6px;
    font-size: var(--_small);
    color: var(--_muted);
    line-height: 1.4;
  }
  .post-context .icon {
    justify-self: end;
    margin-inline-end: var(--_3);
  }
  .post-context a {
    justify-self: start;
    unicode-bidi: plaintext; /* in whatever language we say it, on whatever page */
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .post-context a:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .post-context b {
    font-weight: 600;
    color: var(--_text);
  }
  @container (inline-size < 26em) {
    .post-context {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .post-context .icon {
      margin-inline-end: var(--_2);
    }
  }
`;
