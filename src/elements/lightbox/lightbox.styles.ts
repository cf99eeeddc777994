import { css } from 'lit';
import { host } from '../../styles/host.js';

/** Always dark: pictures are looked at, not the page. */
const lightbox = css`
  :host {
    position: fixed; /* takes no place among what stands around it */
    inline-size: 0;
    block-size: 0;
  }
  .lightbox {
    color-scheme: dark;
    --_text: #f1eff5;
    --_muted: #b9b6c2;
    --_accent: #c3bfff;
    --_edge: max(6px, env(safe-area-inset-left));
    position: fixed;
    inset: 0;
    inline-size: 100%;
    block-size: 100dvh;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: #0d0c10;
    color: #f1eff5;
    font-size: 16px;
    line-height: 1.5;
    text-align: start;
    overflow: clip;
    overscroll-behavior: contain;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }
  .lightbox[open] {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    animation: appear 200ms ease-out;
  }
  .lightbox:focus {
    outline: 0; /* the focus stands here so that keys work, and nothing is pressed by mistake */
  }
  .lightbox::backdrop {
    background: #0d0c10;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 6px var(--_edge);
    font-size: 14px;
    color: var(--_muted);
  }
  .count {
    flex: 1;
    text-align: center;
    unicode-bidi: plaintext;
    font-variant-numeric: tabular-nums;
  }
  @media (min-width: 480px) {
    .count:has(+ button) {
      margin-inline-start: 96px; /* in the middle: there are two buttons more behind it */
    }
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    border: 1px solid transparent;
    border-radius: 50%;
    color: #f1eff5;
  }
  .icon-button:hover {
    background: rgb(255 255 255 / 0.14);
  }
  .icon-button[aria-disabled='true'] {
    opacity: 0.35;
    cursor: default;
    background: none;
  }
  .stage {
    position: relative;
    overflow: clip;
    min-block-size: 0;
    cursor: zoom-in;
  }
  .is-zoomed {
    cursor: grab;
  }
  .is-zoomed:active {
    cursor: grabbing;
  }
  .slide {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_place) * 100%);
    inline-size: 100%;
    transform: translateX(var(--_drag, 0));
    transition:
      inset-inline-start 200ms ease-out,
      transform 200ms ease-out;
  }
  .is-dragged .slide {
    transition: none;
  }
  .picture {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    container-type: size;
    background: none !important; /* no colours around what is shown whole */
  }
  .picture > img,
  .film {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .picture > .whole {
    object-fit: scale-down;
  }
  .picture > .small {
    inline-size: min(100%, var(--_width, 100%));
    block-size: min(100%, var(--_height, 100%));
    margin: auto;
  }
  .film {
    background: none;
    touch-action: auto;
  }
  .picture > audio {
    position: relative;
    inline-size: min(100% - 112px, 30em);
  }
  .media-open {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
  }
  .media-open > * {
    pointer-events: auto;
    cursor: pointer;
  }
  .media-open:focus-visible {
    outline-offset: -4px;
  }
  .play {
    display: grid;
    place-items: center;
    inline-size: 72px;
    block-size: 72px;
    border: 1px solid transparent;
    border-radius: 50%;
    background: rgb(0 0 0 / 0.64);
    color: #fff;
  }
  .chip,
  .broken {
    padding: 8px 14px;
    border: 1px solid transparent;
    border-radius: 9px;
    background: rgb(0 0 0 / 0.64);
    font-size: 14px;
    font-weight: 600;
    max-inline-size: calc(100% - 112px);
  }
  .broken {
    position: relative;
  }
  .turn {
    position: absolute;
    inset-block: calc(50% - 24px) auto;
    inline-size: 48px;
    block-size: 48px;
    background: rgb(13 12 16 / 0.6);
  }
  .turn-previous {
    inset-inline-start: var(--_edge);
  }
  .turn-next {
    inset-inline-end: var(--_edge);
  }
  .foot {
    max-inline-size: 68ch;
    min-inline-size: 0;
    margin-inline: auto;
    padding: 8px max(16px, env(safe-area-inset-left)) max(12px, env(safe-area-inset-bottom));
    font-size: 15px;
  }
  .text {
    max-block-size: 40dvh;
    overflow: auto;
    overscroll-behavior: contain;
    overflow-wrap: anywhere;
    white-space: pre-line;
    unicode-bidi: plaintext;
    text-align: start;
    touch-action: pan-y;
    user-select: text;
    -webkit-user-select: text;
    cursor: text;
  }
  .text-folded {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .fold {
    min-block-size: 40px;
    font-size: 14px;
    font-weight: 600;
    color: var(--_accent);
  }
  .lightbox :is(a, button, [tabindex='0']):focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 0;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (max-height: 400px) {
    .foot {
      padding-block: 0 4px;
    }
  }
  @media (forced-colors: active) {
    .icon-button,
    .play,
    .chip,
    .broken {
      border-color: ButtonBorder;
      background: Canvas;
    }
    .icon-button[aria-disabled='true'] {
      opacity: 1;
      color: GrayText;
      border-color: GrayText;
    }
  }
`;

export const styles = [host, lightbox];
