import { css } from 'lit';
import { styles as dialog } from '../../../parts/dialog/dialog.styles.js';

const uploads = css`
  .uploads {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(108px, 30%)), 1fr));
    gap: var(--_2);
  }
  .upload {
    position: relative;
    overflow: clip;
    aspect-ratio: 4 / 3;
    border-radius: var(--_corner);
    background: var(--_fill-strong);
  }
  .upload-held {
    outline: 2px solid var(--_accent);
  }
  .upload-show {
    display: grid;
    place-items: center;
    inline-size: 100%;
    block-size: 100%;
    border-radius: inherit;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
  }
  .upload-show:focus-visible {
    outline-offset: -4px;
    box-shadow: inset 0 0 0 6px Canvas;
  }
  .upload-show img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    object-position: var(--_x, 50%) var(--_y, 50%);
    z-index: -1;
  }
  .upload-show {
    position: relative;
    isolation: isolate;
  }
  .upload-busy img {
    opacity: 0.4;
    filter: saturate(0.4);
  }
  .upload-bad {
    border: 2px solid var(--_danger);
  }
  .upload-name {
    display: grid;
    justify-items: center;
    gap: 4px;
    max-inline-size: 100%;
    padding: 8px 10px 34px;
    color: var(--_muted);
    font-size: max(0.75em, 12px);
    line-height: 1.3;
    text-align: center;
    overflow-wrap: anywhere;
  }
  .upload-name > span {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    unicode-bidi: plaintext;
  }
  .upload-badge {
    position: absolute;
    inset-block-end: 6px;
    inset-inline-start: 6px;
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-inline-size: calc(100% - 12px);
    overflow: hidden;
    padding: 1px 7px;
    border: 1px solid transparent;
    border-radius: 999px;
    background: rgb(0 0 0 / 0.7);
    color: #fff;
    font-size: 12px;
    font-weight: 600;
    line-height: 22px;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .upload-badge .icon {
    inline-size: 13px;
    block-size: 13px;
  }
  .upload-missing {
    background: var(--_danger);
    color: light-dark(#fff, #1a0503);
  }
  .upload-busy .upload-badge {
    inset-block-end: 18px;
  }
  .upload > progress {
    appearance: none;
    position: absolute;
    inset: auto 8px 8px;
    display: block;
    inline-size: calc(100% - 16px);
    block-size: 4px;
    border: 0;
    border-radius: 2px;
    overflow: clip;
    background: rgb(0 0 0 / 0.5);
    pointer-events: none;
  }
  .upload > progress::-webkit-progress-bar {
    background: transparent;
  }
  .upload > progress::-webkit-progress-value {
    background: #fff;
  }
  .upload > progress::-moz-progress-bar {
    background: #fff;
  }
  .upload-close {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    display: grid;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
  }
  .upload-close > span {
    display: grid;
    place-items: center;
    inline-size: 26px;
    block-size: 26px;
    border: 1px solid transparent;
    border-radius: 50%;
    background: rgb(0 0 0 / 0.7);
    color: #fff;
  }
  .upload-note {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_2);
    align-items: center;
    margin-block-start: var(--_1);
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }
  .upload-note > .icon,
  .upload-note > p {
    color: var(--_danger);
  }
  .upload-note > .icon {
    align-self: start;
    margin-block-start: 11px;
  }
  .upload-note > p {
    flex: 1 1 9em;
    padding-block: 8px;
  }
  .upload-note .button {
    font-size: 1em; /* small already */
  }
  .upload-note b {
    font-weight: 600;
  }
  .upload-sensitive {
    margin-block-start: var(--_2);
    font-size: var(--_small);
  }
  .upload-count {
    justify-self: end;
    font-variant-numeric: tabular-nums;
  }
  .upload-wrong {
    color: var(--_danger);
    font-weight: 600;
  }
  textarea.upload-text {
    min-block-size: 6em;
    max-block-size: 40dvh;
    field-sizing: content;
    resize: vertical;
    line-height: 1.4;
  }
  .dialog .title[id='upload-title']::first-letter {
    text-transform: uppercase;
  }
  .upload-done {
    margin-inline-start: auto;
  }
  .upload-large {
    display: block;
    inline-size: 100%;
    max-block-size: 36dvh;
    object-fit: contain;
  }
  .upload-point {
    position: relative;
    justify-self: center;
    direction: ltr;
    max-inline-size: 100%;
    border-radius: var(--_corner);
    cursor: crosshair;
    touch-action: none;
  }
  .upload-point:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .upload-point .upload-large {
    inline-size: auto;
    max-inline-size: 100%;
    border-radius: inherit;
    pointer-events: none;
  }
  .upload-point > span {
    position: absolute;
    inset-inline-start: var(--_x, 50%);
    inset-block-start: var(--_y, 50%);
    inline-size: 44px;
    block-size: 44px;
    margin: -22px;
    border: 3px solid #fff;
    border-radius: 50%;
    box-shadow:
      0 0 0 1px rgb(0 0 0 / 0.7),
      inset 0 0 0 1px rgb(0 0 0 / 0.7);
    pointer-events: none;
  }
  @media (forced-colors: active) {
    .upload,
    .upload-badge,
    .upload-close > span {
      border: 1px solid CanvasText;
    }
    .upload > progress {
      forced-color-adjust: none;
      background: Canvas;
      outline: 1px solid CanvasText;
    }
    .upload > progress::-webkit-progress-value {
      background: Highlight;
    }
    .upload > progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;

export const styles = [dialog, uploads];
