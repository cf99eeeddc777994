import { css } from 'lit';
import { styles as pill } from '../pill/pill.styles.js';

const live = css`
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
  .live-line::before {
    content: '';
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border: 1.5px solid currentColor;
    border-radius: 50%;
  }
  .live-open::before {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .live-line button {
    min-block-size: var(--_target);
    margin-block: -8px;
    padding-inline: var(--_2);
    color: var(--_accent);
    font-weight: 600;
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
    padding-block-end: var(--_4);
  }
  .gap {
    display: grid;
    grid-template-columns: minmax(20px, 1fr) fit-content(75%) minmax(20px, 1fr);
    gap: var(--_3);
    align-items: center;
    inline-size: 100%;
    min-block-size: var(--_target);
    font-size: var(--_small);
    color: var(--_muted);
    text-align: center;
  }
  .gap::before,
  .gap::after {
    content: '';
    border-block-start: 2px dotted var(--_line);
  }
  .gap b {
    font-weight: 600;
    color: var(--_accent);
  }
  .gap:hover b {
    text-decoration: underline;
  }
  @container (inline-size < 26em) {
    .live > .chunk::after {
      inset-inline-start: 0 !important;
    }
  }
  @media (forced-colors: active) {
    .live-line::before {
      forced-color-adjust: none;
      border-color: CanvasText;
    }
    .live-open::before {
      background: Highlight;
    }
  }
  @media print {
    .live-line,
    .gap-row {
      display: none;
    }
  }
`;

export const styles = [pill, live];
