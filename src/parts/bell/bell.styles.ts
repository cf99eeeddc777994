import { css } from 'lit';

/** The bell, and the panel that it opens: under it where the browser can place it there, else in the middle. */
export const styles = css`
  .bell {
    position: relative;
    vertical-align: middle;
  }
  .bell-count {
    position: absolute;
    inset-block-start: 1px;
    inset-inline-start: 21px;
    min-inline-size: 18px;
    block-size: 18px;
    padding-inline: 4px;
    border: 1px solid transparent;
    border-radius: 9px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 11px;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    letter-spacing: normal;
    line-height: 16px;
    text-align: center;
    white-space: nowrap;
    direction: ltr;
  }
  .panel {
    inline-size: min(calc(100vw - 32px), 440px);
    max-block-size: min(calc(100dvh - 80px), 640px);
    overflow: auto;
    overscroll-behavior: contain;
    container-type: inline-size;
    padding: var(--_4);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    font-size: max(1em, 14px);
    font-style: normal;
    font-weight: 400;
    letter-spacing: normal;
    line-height: 1.5;
    text-align: start;
    text-transform: none;
    white-space: normal;
  }
  .panel:popover-open {
    animation: unfold var(--_calm);
  }
  @supports (position-area: block-end span-inline-end) {
    .panel {
      inset: auto;
      margin: 4px 0;
      position-area: block-end span-inline-end;
      justify-self: start; /* said, for Firefox takes the parent's direction for the area's */
      position-try-fallbacks:
        flip-inline,
        flip-block,
        flip-block flip-inline;
    }
  }
  .panel-head {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 var(--_2);
    align-items: center;
    margin-block: -8px var(--_2);
    margin-inline-end: -10px;
  }
  .panel-head > .icon-button {
    grid-column: 3;
  }
  @container (inline-size < 22em) {
    .panel-head > .live-top:not(:has(.live-calm)) {
      grid-area: 2 / 1 / 3 / -1; /* a sentence has a line of its own */
      margin-inline: 0 10px;
    }
  }
  @keyframes unfold {
    from {
      opacity: 0;
      transform: translateY(-4px);
    }
  }
  @media (forced-colors: active) {
    .bell-count {
      forced-color-adjust: none;
      border-color: ButtonBorder;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .bell,
    .panel {
      display: none;
    }
  }
`;
