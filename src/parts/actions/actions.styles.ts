import { css } from 'lit';

export const styles = css`
  .actions {
    display: grid;
    grid-template-columns: repeat(4, minmax(var(--_target), 6em));
  }
  .action {
    display: flex;
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
  .action[hidden] {
    display: flex !important; /* the others keep their places */
    visibility: hidden;
  }
  .action > span {
    text-box: trim-both cap alphabetic; /* centred on the icon in any font */
  }
  .action:hover {
    color: var(--_accent);
  }
  @container (inline-size < 19em) {
    .actions {
      grid-template-columns: repeat(4, 1fr);
    }
  }
  @media print {
    .actions {
      display: none;
    }
  }
`;
