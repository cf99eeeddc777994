import { css } from 'lit';

export const styles = css`
  .quote,
  .quote-further {
    margin-block-start: var(--_3);
  }
  .quote {
    --_avatar: 20px;
    border-inline-start: 2px solid var(--_line);
    padding-inline-start: var(--_4);
  }
  .quote > .author {
    display: flex;
    gap: var(--_2);
    align-items: center;
  }
  .quote > .author > :is(.author-names, .author-side) {
    min-block-size: 28px;
  }
  .quote > .author > .author-names {
    display: flex;
    align-items: center;
    gap: var(--_2);
    flex: 1;
    font-size: var(--_small);
  }
  .quote > .author > .author-side {
    display: flex;
    flex: none;
    align-items: center;
    gap: 6px;
  }
  .quote .avatar {
    font-size: max(0.75em, 12px);
  }
  .quote .name {
    flex: 0 1 auto;
  }
  .quote .handle {
    flex: 1 10 0;
    min-inline-size: 0;
    font-size: 1em;
  }
  .quote > .content {
    margin-block-start: 2px;
  }
  .quote > :is(.media, .media-files, .card, .poll, .warning) {
    margin-block-start: var(--_2);
  }
  .quote-notice {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: var(--_1) var(--_2);
    min-block-size: 32px;
    color: var(--_muted);
    font-size: var(--_small);
  }
  .quote-notice > span {
    flex: 1 1 14em;
    unicode-bidi: plaintext; /* in whatever language we say it, on whatever page */
    text-align: match-parent;
  }
  .quote-further span {
    unicode-bidi: plaintext;
  }
  .quote-notice > .button {
    flex: none;
    background: none;
    color: var(--_accent);
    padding-inline: 12px;
  }
  .quote-notice > .button:hover {
    background: var(--_tint);
  }
  @container (inline-size < 26em) {
    .quote > .author > .author-names {
      flex-wrap: wrap;
      column-gap: var(--_2);
      row-gap: 0;
    }
    .quote .handle {
      flex: 1 10 6em; /* under the name rather than cut to nothing */
    }
  }
  @container (inline-size < 19em) {
    .quote-notice {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
    }
    .quote-notice > .button {
      grid-column: 2;
      justify-self: start;
      margin-inline-start: -12px;
    }
  }
  .quote .quote-further {
    margin-block-start: var(--_1);
  }
  .quote-further a {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 32px;
    font-size: var(--_small);
    color: var(--_muted);
  }
  .quote-further a:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  @media (pointer: coarse) {
    .quote > .author > :is(.author-names, .author-side),
    .quote-further a {
      min-block-size: var(--_target);
    }
  }
  @media print {
    .quote {
      break-inside: avoid;
    }
  }
`;
