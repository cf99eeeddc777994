import { css } from 'lit';

/** What is quoted, below the text. */
export const styles = css`
  .quoting-card {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    margin: 0;
    border-inline-start: 2px solid var(--_line);
    padding-inline-start: var(--_3);
  }
  .quoting-card > :nth-child(n + 3) {
    grid-column: 1 / -1;
  }
  .quoting-by {
    display: flex;
    align-items: center;
    gap: var(--_2);
    min-block-size: 40px;
    font-size: var(--_small);
    color: inherit;
  }
  .quoting-by > :is(.name, .handle) {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .quoting-by > .handle {
    flex: 1 10 0;
    color: var(--_muted);
  }
  .quoting-by .avatar {
    inline-size: 20px;
    block-size: 20px;
    font-size: 12px;
  }
  .quoting-by .avatar img {
    inline-size: 100%;
    block-size: 100%;
  }
  .quoting-text {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: start;
    white-space: pre-line;
  }
  .quoting-ask {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    gap: var(--_1) var(--_2);
  }
  .quoting-ask > :is(.field-error, .field-hint) {
    grid-column: 1 / -1;
  }
  .quoting > :is(.field-error, .field-hint) {
    align-items: center;
    flex-wrap: wrap;
    margin-block-start: var(--_1);
  }
  .quoting-said {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_1) var(--_2);
    font-size: var(--_small);
  }
  .quoting-said > :first-child {
    flex: 1 1 14em;
  }
  @container (inline-size < 26em) {
    .quoting-ask {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .quoting-ask > .input {
      grid-column: 1 / -1;
    }
  }
`;
