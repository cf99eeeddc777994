import { css } from 'lit';

export const styles = css`
  .poll {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
  }
  .poll-result {
    display: grid;
    grid-template-columns: 3.6em minmax(0, 1fr);
    align-items: baseline;
    padding-block: 5px;
    line-height: 1.35;
  }
  .poll-hidden .poll-result {
    grid-template-columns: minmax(0, 1fr);
  }
  .poll-share {
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
  }
  .poll-label {
    overflow-wrap: anywhere;
  }
  .poll-bar {
    grid-column: 2 / -1;
  }
  .poll-top :is(.poll-share, .poll-label) {
    font-weight: 600;
    color: var(--_text);
  }
  .poll-top .poll-bar {
    --_bar: var(--_accent);
  }
  .poll-share,
  .poll-foot {
    justify-self: start;
    unicode-bidi: plaintext; /* in whatever language we say it, on whatever page */
  }
  .poll-foot {
    margin-block-start: 6px;
    font-size: var(--_small);
    color: var(--_muted);
    padding-inline-start: calc(3.6em * 16 / 14);
  }
  .vote {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-color: var(--_underline);
    text-underline-offset: 0.2em;
  }
  .poll-hidden .poll-foot {
    padding-inline-start: 0;
  }
  .poll-bar {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 4px;
    margin-block-start: 6px;
    border: 0;
    border-radius: 2px;
    overflow: clip;
    background: var(--_fill-strong);
  }
  .poll-bar::-webkit-progress-bar {
    background: transparent;
  }
  .poll-bar::-webkit-progress-value {
    background: var(--_bar, color-mix(in oklab, var(--_text) 34%, transparent));
    border-radius: 2px;
  }
  .poll-bar::-moz-progress-bar {
    background: var(--_bar, color-mix(in oklab, var(--_text) 34%, transparent));
    border-radius: 2px;
  }
  @media (forced-colors: active) {
    .poll .poll-bar {
      forced-color-adjust: none;
      background: Canvas;
      outline: 1px solid CanvasText;
      --_bar: Highlight;
    }
  }
`;
