import { css } from 'lit';

export const styles = css`
  .actions {
    display: grid;
    grid-template-columns: repeat(4, minmax(var(--_target), 6em));
    align-items: center;
  }
  .action {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    justify-self: start;
    min-inline-size: var(--_target);
    min-block-size: var(--_target);
    padding-inline-end: 10px;
    border-radius: var(--_corner);
    color: var(--_muted);
    font-size: max(0.8125em, 12px);
    font-variant-numeric: tabular-nums;
    line-height: 1;
    transition: color var(--_quick);
  }
  .action > span {
    text-box: trim-both cap alphabetic; /* centred on the icon in any font */
  }
  .action:hover {
    color: var(--_accent);
  }
  .action[aria-disabled] {
    opacity: 0.42;
    cursor: default;
    color: var(--_muted);
  }
  @container masto (inline-size < 19em) {
    .actions {
      grid-template-columns: repeat(4, 1fr);
    }
  }
  @media (forced-colors: active) {
    .action[aria-disabled] {
      opacity: 1;
      color: GrayText;
    }
  }
  @media print {
    .actions {
      display: none;
    }
  }
`;
