import { css } from 'lit';

/** Buttons with words on them. */
export const button = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_2);
    min-block-size: var(--_target);
    padding: 8px 16px;
    border: 1px solid transparent;
    border-radius: var(--_corner);
    background: var(--_fill-strong);
    font-size: var(--_small);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    transition: background var(--_quick);
  }
  .button:hover {
    background: color-mix(in oklab, var(--_text) 14%, transparent);
  }
  .button[aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonBorder;
    }
    .button[aria-disabled='true'] {
      opacity: 1;
      color: GrayText;
    }
  }
  @media print {
    .button {
      display: none;
    }
  }
`;
