import { css } from 'lit';

/** A menu above the page. Under its button where the browser can place it there, else in the middle. */
export const styles = css`
  .menu {
    inline-size: min(calc(100vw - 16px), 280px);
    max-block-size: calc(100dvh - 16px);
    overflow: auto;
    padding: 6px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    font-size: max(0.9375em, 14px);
    font-style: normal;
    font-weight: 400;
    letter-spacing: normal;
    line-height: 1.35;
    text-align: start;
    text-transform: none;
    white-space: normal;
  }
  .menu:popover-open {
    animation: unfold var(--_calm);
  }
  @supports (position-area: block-end span-inline-end) {
    .menu {
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
  .menu-item {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    column-gap: var(--_3);
    align-items: center;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 6px 10px;
    border-radius: calc(var(--_radius) - 6px);
  }
  .menu-item:is(:hover, :focus) {
    background: var(--_fill-strong);
  }
  .menu-item:focus-visible {
    outline-offset: -2px;
  }
  .menu-item > .icon:first-child {
    color: var(--_muted);
    justify-self: center;
  }
  .menu-item small {
    display: block;
    font-size: var(--_small);
    color: var(--_muted);
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .menu-danger,
  .menu-danger > .icon:first-child {
    color: var(--_danger);
  }
  .menu-rule {
    border: 0;
    border-block-start: 1px solid var(--_line);
    margin: 6px 10px;
  }
  @keyframes unfold {
    from {
      opacity: 0;
      transform: translateY(-4px);
    }
  }
  @media (forced-colors: active) {
    .menu-item:is(:hover, :focus) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
