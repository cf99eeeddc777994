import { css } from 'lit';

export const styles = css`
  .warning {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 var(--_3);
    padding: 4px;
    padding-inline-start: 14px;
    min-block-size: 48px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_fill);
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .warning .icon {
    color: var(--_muted);
  }
  .warning small {
    display: block;
    font-size: var(--_small);
    color: var(--_muted);
  }
  .warning .button {
    background: none;
    color: var(--_accent);
    padding-inline: 12px;
  }
  .warning .button:hover {
    background: var(--_tint);
  }
  @container (inline-size < 19em) {
    .warning {
      grid-template-columns: auto minmax(0, 1fr);
      padding-block: var(--_2) 0;
    }
    .warning .button {
      grid-column: 2;
      justify-self: start;
      margin-inline-start: -12px;
    }
  }
  @media (forced-colors: active) {
    .warning {
      border-color: ButtonBorder;
    }
  }
`;
