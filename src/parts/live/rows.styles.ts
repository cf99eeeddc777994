import { css, unsafeCSS } from 'lit';

/** As text: the linter cannot read it. */
const beforeGap = unsafeCSS(':has(+ .gap-row)');

/** What has come in above a list's first page. */
export const styles = css`
  .live > .chunk {
    position: relative;
    padding-block-end: var(--_4);
  }
  .live > .chunk > :first-child {
    padding-block-start: 0;
  }
  .live > .chunk > :first-child::before {
    display: none;
  }
  .live > .chunk:not(${beforeGap})::after {
    content: '';
    position: absolute;
    inset-block-end: var(--_4);
    inset-inline: calc(var(--_avatar) + var(--_3)) 0;
    border-block-start: 1px solid var(--_line);
  }
  .gap-row {
    min-block-size: calc(var(--_target) + var(--_4));
    padding-block-end: var(--_4);
  }
  @container (inline-size < 26em) {
    .live > .chunk::after {
      inset-inline-start: 0 !important;
    }
  }
  @media print {
    .gap-row {
      display: none;
    }
  }
`;
