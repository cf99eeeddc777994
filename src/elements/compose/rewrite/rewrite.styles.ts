import { css } from 'lit';

/** The other version of a post that is changed. */
export const styles = css`
  .setting-fixed:hover {
    background: none;
    color: var(--_muted);
  }
  .rewrite {
    display: grid;
    gap: var(--_1);
    margin-block-start: var(--_2);
  }
  .rewrite > blockquote {
    max-block-size: 12em;
    overflow: auto;
    margin: 0;
    border-inline-start: 2px solid var(--_line);
    padding-inline-start: var(--_3);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
`;
