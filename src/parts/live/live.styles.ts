import { css } from 'lit';

/** What floats has a sheet of its own, and so has a gap: both come later. */
export const styles = css`
  .live-bar {
    display: contents; /* so that what floats does so along the whole list */
  }
  .live-line {
    display: flex;
    gap: var(--_2);
    align-items: center;
    justify-content: end;
    min-block-size: 1.5em;
    margin-block-end: var(--_2);
    font-size: var(--_small);
    color: var(--_muted);
  }
  .live-line span::before {
    content: '';
    display: inline-block;
    margin-inline-end: 6px;
    inline-size: 8px;
    block-size: 8px;
    border: 1.5px solid currentColor;
    border-radius: 50%;
  }
  .live-open span::before {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .live-line button {
    min-block-size: var(--_target);
    margin-block: -8px;
    color: var(--_accent);
    font-weight: 600;
  }
  .live-line button:first-child {
    margin-inline-end: auto;
  }
  .live-line button:hover {
    text-decoration: underline;
  }
  .live > .chunk {
    position: relative;
    padding-block-end: var(--_4);
  }
  .live > .chunk > :first-child,
  .live + .chunk > :first-child {
    padding-block-start: 0;
  }
  .live > .chunk > :first-child::before,
  .live + .chunk > :first-child::before {
    display: none;
  }
  .live > .chunk:not(:has(+ .gap-row))::after {
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
  @media (forced-colors: active) {
    .live-line span::before {
      forced-color-adjust: none;
      border-color: CanvasText;
    }
    .live-open span::before {
      background: Highlight;
    }
  }
  @media print {
    .live-line,
    .gap-row {
    min-block-size: calc(var(--_target) + var(--_4));
      display: none;
    }
  }
`;
