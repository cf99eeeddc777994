import { css } from 'lit';

export const styles = css`
  .media {
    display: grid;
    gap: 3px;
    border-radius: var(--_radius);
    overflow: clip;
    outline: 1px solid var(--_line);
    outline-offset: -1px;
  }
  .media-item {
    position: relative;
    display: grid;
    min-inline-size: 0;
    min-block-size: 0;
    overflow: clip;
    background: var(--_fill-strong);
    cursor: zoom-in;
  }
  .media-item:focus-visible {
    outline-offset: -4px;
    outline-color: #fff;
    box-shadow:
      inset 0 0 0 2px #000,
      inset 0 0 0 6px #000;
  }
  :is(.media-item img, .shape) {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    object-fit: cover;
    object-position: var(--_focus, 50% 50%);
  }
  .media-1 :is(img, .shape) {
    block-size: auto;
    max-block-size: 32em;
  }
  .media-portrait {
    justify-self: start;
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .media-portrait :is(img, .shape) {
    inline-size: auto;
    max-inline-size: 100%;
    block-size: min(30em, 100cqi * 1.3);
  }
  .media-2 {
    grid-template-columns: 1fr 1fr;
    aspect-ratio: 2 / 1.16;
  }
  .media-3 {
    grid-template: 1fr 1fr / 2fr 1fr;
    aspect-ratio: 3 / 2;
  }
  .media-3 > :first-child {
    grid-row: span 2;
  }
  .media-4 {
    grid-template: 1fr 1fr / 1fr 1fr;
    aspect-ratio: 3 / 2;
  }
  .media-5 {
    grid-template: 3fr 2fr / repeat(6, 1fr);
    aspect-ratio: 4 / 3;
  }
  .media-5 > * {
    grid-column: span 2;
  }
  .media-5 > :nth-child(-n + 2) {
    grid-column: span 3;
  }
  .media-6 {
    grid-template-columns: repeat(3, 1fr);
  }
  .media-6 > * {
    aspect-ratio: 1;
  }
  .media-covered {
    cursor: pointer;
    inline-size: 100%;
  }
  .media-covered > * {
    grid-area: 1 / 1;
  }
  .chip {
    place-self: center;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: var(--_target);
    max-inline-size: calc(100% - 8px);
    padding: 2px 14px;
    border: 1px solid transparent;
    border-radius: var(--_corner);
    background: rgb(0 0 0 / 0.64);
    color: #fff;
    font-size: max(0.8125em, 13px);
    font-weight: 600;
    line-height: 1.3;
    z-index: 1;
  }
  .media-covered:hover .chip,
  .media-item:hover > .play {
    background: #000;
  }
  .play {
    position: absolute;
    inset: calc(50% - 30px);
    display: grid;
    place-items: center;
    inline-size: 60px;
    block-size: 60px;
    border: 1px solid transparent;
    border-radius: 50%;
    background: rgb(0 0 0 / 0.64);
    color: #fff;
    transition: background var(--_quick);
  }
  .media-files {
    display: grid;
    gap: var(--_1);
  }
  .media-file {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_3);
    align-items: center;
    min-block-size: 44px;
    padding: 4px 14px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_fill);
    font-size: var(--_small);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  .media-file:hover {
    background: var(--_fill-strong);
  }
  .media-file .icon {
    color: var(--_muted);
  }
  .media-file span {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    unicode-bidi: plaintext;
  }
  @container (inline-size < 26em) {
    .media {
      gap: 2px;
    }
    .media-3 > * + * .chip {
      padding-inline: 6px;
    }
    .media-3 > * + * .chip .icon {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .chip,
    .play,
    .media-file {
      border-color: ButtonBorder;
    }
    .media-covered {
      border-radius: inherit;
      outline: 1px solid ButtonBorder;
      outline-offset: -1px;
    }
  }
`;
