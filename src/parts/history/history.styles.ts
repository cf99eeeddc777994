import { css } from 'lit';

/** Versions of a post, one below the other. What was taken out is struck through, what was put in underlined: not by colour alone. */
export const styles = css`
  .versions {
    display: grid;
    gap: var(--_4);
  }
  .version {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_2);
    padding-block-start: var(--_4);
    border-block-start: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  .version-head {
    font-size: var(--_small);
    font-weight: 600;
    line-height: 1.4;
  }
  .version-head:focus {
    outline: 0; /* the focus stands here to be read from, not to be pressed */
  }
  .version-head time {
    unicode-bidi: plaintext;
  }
  .version-head .tag-word {
    margin-inline-start: 6px;
  }
  .version-list {
    display: grid;
    gap: var(--_1);
  }
  .version-line {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 6px;
    align-items: start;
    font-size: var(--_small);
    line-height: 1.4;
  }
  .version-line .icon {
    margin-block-start: 2px;
    color: var(--_muted);
  }
  .version-warning {
    font-weight: 600;
  }
  .version-remark,
  .history-by {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .version-poll {
    white-space: pre-line;
    padding-inline-start: var(--_3);
    border-inline-start: 2px solid var(--_line);
  }
  .version :is(ins, del).added,
  .version :is(ins, del).removed {
    position: relative;
    padding: 0 1px;
    border-radius: 3px;
  }
  .version ins.added {
    background: var(--_tint);
    text-decoration: underline; /* WebKit takes no thickness here */
    text-decoration-thickness: 2px;
    text-decoration-color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  .version del.removed {
    background: var(--_fill);
    color: var(--_muted);
    text-decoration: line-through;
  }
  .version del.removed + ins.added {
    margin-inline-start: 0.2em;
  }
  @media (forced-colors: active) {
    .version ins.added {
      text-decoration-style: double;
      text-decoration-color: CanvasText;
    }
  }
`;
