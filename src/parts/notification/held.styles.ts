import { css } from 'lit';

/** People who are held back, and the row that says so. */
export const styles = css`
  .held-row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_3);
    align-items: center;
    padding: 6px;
    padding-inline-start: 14px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_fill);
    font-size: var(--_small);
    line-height: 1.4;
    min-block-size: 52px;
  }
  .held-row > .icon {
    flex: none;
    color: var(--_muted);
  }
  .held-row > span {
    flex: 1 1 11em; /* with less, the button stands below */
    min-inline-size: 0;
  }
  .held-row > .button {
    background: none;
    color: var(--_accent);
    font-size: 1em;
    padding-inline: 12px;
    margin-inline-start: auto;
  }
  .held-row > .button:hover {
    background: var(--_tint);
  }
  .held {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 6px var(--_3);
    align-items: center;
  }
  .held > .notification-excerpt,
  .held > .buttons {
    grid-column: 1 / -1;
    margin-inline-start: calc(32px + var(--_3)); /* under the name */
  }
  .held > .person {
    min-block-size: var(--_target);
  }
  .held-count {
    color: var(--_muted);
    font-size: var(--_small);
    white-space: nowrap;
  }
  @container (inline-size < 26em) {
    .held {
      grid-template-columns: minmax(0, 1fr);
    }
    .held > * {
      margin-inline-start: 0 !important;
    }
  }
  @media (forced-colors: active) {
    .held-row {
      border-color: ButtonBorder;
    }
  }
`;
