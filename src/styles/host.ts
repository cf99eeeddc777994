import { css } from 'lit';

/** What every element shares. Public tokens are read here and only here, each once; sheets use the private `--_` names. */
export const host = css`
  :host {
    --_accent: var(--masto-accent, light-dark(#563acc, #aba8ff));
    --_danger: var(--masto-danger, light-dark(#b3261e, #ff9d94));
    --_text: var(--masto-text, light-dark(#201e27, #e8e6ee));
    --_muted: var(--masto-muted, color-mix(in oklab, var(--_text) 70%, transparent));
    --_line: var(--masto-line, color-mix(in oklab, var(--_text) 13%, transparent));
    --_radius: var(--masto-radius, 12px);
    --_gap: var(--masto-gap, 16px);
    --_measure: var(--masto-measure, 38em);
    --_avatar: var(--masto-avatar-size, 44px);
    --_avatar-radius: var(--masto-avatar-radius, 28%);
    --_small: var(--masto-font-size-small, max(0.875em, 12px)); /* leaves only: em does not nest */
    --_fill: color-mix(in oklab, var(--_text) 5%, transparent);
    --_fill-strong: color-mix(in oklab, var(--_text) 9%, transparent);
    --_tint: color-mix(in oklab, var(--_accent) 10%, transparent);
    --_underline: color-mix(in oklab, currentColor 38%, transparent);
    --_corner: calc(var(--_radius) * 0.75);
    --_1: calc(var(--_gap) * 0.25);
    --_2: calc(var(--_gap) * 0.5);
    --_3: calc(var(--_gap) * 0.75);
    --_4: var(--_gap);
    --_6: calc(var(--_gap) * 1.5);
    --_8: calc(var(--_gap) * 2);
    --_target: 40px;
    --_quick: 120ms ease-out;
    box-sizing: border-box;
    display: block;
    color: var(--_text);
    font-size: var(--masto-font-size, inherit);
    line-height: 1.5;
    text-align: start;
    overflow-wrap: break-word;
    container-type: inline-size;
    /* containment takes the width of words away from whatever shrinks to fit: a float, a dialog, a flex item */
    contain-intrinsic-inline-size: var(--_measure);
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  :host([hidden]),
  [hidden]:not([hidden='until-found']) {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  :where(p, ul, ol, li, h2, h3, figure, blockquote, pre) {
    margin: 0;
    padding: 0;
    font: inherit;
  }
  :where(ul, ol) {
    list-style: none;
  }
  :where(button) {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    margin: 0;
    background: none;
    border: 0;
    padding: 0;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
  }
  :where(a) {
    color: inherit;
    text-decoration: none;
  }
  :where(a, button, [tabindex]):focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .icon {
    inline-size: 20px;
    block-size: 20px;
    flex: none;
    display: block;
    overflow: visible;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon-solid {
    fill: currentColor;
  }
  .icon-small {
    inline-size: 16px;
    block-size: 16px;
    stroke-width: 2;
  }
  .icon-directed:dir(rtl) {
    transform: scaleX(-1);
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .icon {
      color: inherit !important; /* the browser forces words, not drawings */
    }
  }
`;
