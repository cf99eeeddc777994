import { css } from 'lit';

export const styles = css`
  .setting {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    min-block-size: var(--_target);
    overflow: clip; /* WebKit makes the list as wide as its longest word */
    padding-inline: 10px;
    border-radius: var(--_corner);
    font-size: var(--_small);
    color: var(--_muted);
  }
  .setting:hover {
    background: var(--_fill);
    color: var(--_text);
  }
  .setting-shown {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .setting select {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    min-inline-size: 0;
    margin: 0;
    border: 0;
    appearance: none;
    opacity: 0;
    font: inherit;
    font-size: 16px; /* under it a phone zooms in */
    cursor: pointer;
  }
  .setting option {
    background: Canvas;
    color: CanvasText;
  }
  .setting:focus-within:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .setting:has([aria-invalid='true']) {
    color: var(--_danger);
  }
  @container (inline-size < 26em) {
    .setting {
      padding-inline: 8px;
    }
  }
`;
