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
    min-inline-size: 0;
    min-block-size: 0;
    overflow: clip;
    background: var(--_fill-strong);
  }
  .media-open,
  .media-item img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .media-item img {
    object-fit: cover;
    object-position: var(--_focus, 50% 50%);
  }
  .media-open {
    cursor: zoom-in;
  }
  .media-open:focus-visible {
    outline: 2px solid #fff;
    outline-offset: -4px;
  }
  .media-open:focus-visible::after {
    content: '';
    position: absolute;
    inset: 0;
    box-shadow:
      inset 0 0 0 2px #000,
      inset 0 0 0 6px #000;
  }
  .media-1 {
    --_tallest: min(30em, 130cqi);
    inline-size: clamp(min(100%, 9em), min(var(--_tallest) * var(--_ratio, 1.5), var(--_width, 100%)), 100%);
  }
  .media-1 > * {
    inline-size: 100%;
    aspect-ratio: var(--_ratio, 1.5);
    min-block-size: 5em;
    max-block-size: var(--_tallest);
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
  .media-covered {
    display: grid;
    place-items: center;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 2px 7px;
    border: 1px solid transparent;
    border-radius: 6px;
    background: rgb(0 0 0 / 0.64);
    color: #fff;
    font-size: max(0.75em, 12px);
    font-weight: 600;
    line-height: 1.3;
  }
  .media-covered .chip {
    min-block-size: var(--_target);
    max-inline-size: calc(100% - 8px);
    padding-inline: 14px;
    border-radius: var(--_corner);
    font-size: max(0.8125em, 13px);
  }
  .alt {
    position: absolute;
    inset-block-end: 0;
    inset-inline-start: 0;
    display: flex;
    align-items: end;
    min-inline-size: 48px;
    min-block-size: var(--_target);
    padding: 8px;
  }
  .alt:focus-visible {
    outline-offset: -4px;
    outline-color: #fff;
  }
  :is(.alt, .media-covered):hover .chip {
    background: #000;
  }
  .media-rest {
    font-size: var(--_small);
    color: var(--_accent);
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
    .chip {
      border-color: ButtonBorder;
    }
    .media-covered {
      border-radius: inherit;
      outline: 1px solid ButtonBorder;
      outline-offset: -1px;
    }
  }
`;
