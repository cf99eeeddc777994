import { css } from 'lit';

/** What floats has a sheet of its own, and so have new posts and gaps: they come later. */
export const styles = css`
  .live-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: var(--_3);
  }
  .live-head:has(.heading) {
    margin-block-end: var(--_4);
  }
  .live-head > .heading {
    margin-block-end: 0;
  }
  .live-top {
    margin-inline-start: auto;
  }
  .live-line {
    display: flex;
    gap: var(--_4);
    align-items: center;
    justify-content: end;
    min-block-size: 1.5em;
    font-size: var(--_small);
    color: var(--_muted);
  }
  /* Without a heading it floats, and only where there is something to say: nothing moves for it. */
  .live-top:first-child {
    display: flex;
    flex: 1;
    align-self: start;
    justify-content: end;
    position: relative;
    z-index: 2;
    block-size: 0;
  }
  .live-top:first-child > .live-line {
    margin-block-start: -22px;
    padding: 2px 12px;
    block-size: fit-content;
    border: 1px solid var(--_line);
    border-radius: 20px;
    background: var(--masto-surface, light-dark(#ffffff, #23212b));
  }
  .live-top:first-child > .live-calm {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    min-block-size: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .live-line span {
    display: inline-flex;
    gap: 6px;
    align-items: baseline;
  }
  .live-line bdi {
    text-wrap: balance;
  }
  .live-line span::before {
    content: '';
    flex: none;
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
    text-align: start;
  }
  .live-line button:first-child {
    margin-inline-end: auto;
  }
  .live-line button:hover {
    text-decoration: underline;
  }
  .live + .chunk > :first-child {
    padding-block-start: 0;
  }
  .live + .chunk > :first-child::before {
    display: none;
  }
  @container (inline-size < 26em) {
    .live-top:has(button) {
      flex: 1 0 100%; /* two things on a line of their own */
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
    .live-line {
      display: none;
    }
  }
`;
