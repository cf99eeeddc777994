import { css } from 'lit';

/** What waits: posts for their time, drafts for somebody to go on. */
export const styles = css`
  .shelf-part > h3 {
    font-weight: 600;
    outline: 0;
  }
  .shelf-part > p {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .shelf-row {
    display: grid;
    gap: var(--_1);
    padding-block: var(--_3);
    border-block-end: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  .shelf-row:last-child {
    border: 0;
    padding-block-end: 0;
  }
  .shelf-text {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    unicode-bidi: plaintext;
  }
  .shelf-none {
    font-style: italic;
  }
  .shelf-facts {
    font-size: var(--_small);
    color: var(--_muted);
  }
  .shelf-facts > :not(:last-child)::after {
    content: ' · ';
  }
  .shelf-row .buttons {
    margin-block-start: var(--_1);
  }
  .shelf-row .button {
    padding-inline: 12px;
  }
  .shelf-row .icon-button {
    margin-inline-start: auto;
  }
  .shelf-row .link {
    display: inline-grid;
    align-items: center;
    min-block-size: var(--_target);
    font-size: var(--_small);
  }
  .shelf-time {
    inline-size: auto;
    justify-self: start;
    max-inline-size: 100%;
  }
`;
