import { css } from 'lit';

export const styles = css`
  .notice,
  .notice > [role] {
    display: grid;
    justify-items: center;
    gap: var(--_1);
  }
  .notice {
    padding: var(--_8) var(--_4);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .notice .icon {
    inline-size: 30px;
    block-size: 30px;
    stroke-width: 1.5;
    color: var(--_muted);
    margin-block-end: var(--_2);
  }
  .notice p {
    max-inline-size: 30em;
    color: var(--_muted);
    font-size: var(--_small);
    text-wrap: balance;
  }
  .notice .title {
    font-size: 1em;
    font-weight: 600;
    color: var(--_text);
  }
  .notice .button {
    margin-block-start: var(--_3);
  }
  .notice a {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-decoration-color: var(--_underline);
    text-underline-offset: 0.2em;
  }
  .notice-row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: var(--_3);
    align-items: center;
    padding: 6px;
    padding-inline-start: 14px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_fill);
    font-size: var(--_small);
    line-height: 1.4;
    min-block-size: 52px;
    margin-block: var(--_2);
  }
  .notice-row > .icon {
    color: var(--_muted);
  }
  .notice-row[role='alert'] > .icon {
    color: var(--_danger);
  }
  .notice-row .button {
    background: none;
    color: var(--_accent);
    font-size: 1em;
    padding-inline: 12px;
  }
  .notice-row .button:hover {
    background: var(--_tint);
  }
  @container (inline-size < 26em) {
    .notice-row {
      grid-template-columns: auto minmax(0, 1fr);
      padding: 10px 14px;
    }
    .notice-row .button {
      grid-column: 2;
      justify-self: start;
      margin-inline-start: -12px;
    }
    .notice-row > .icon {
      align-self: start;
    }
  }
  @media (forced-colors: active) {
    .notice-row {
      border-color: ButtonBorder;
    }
  }
`;
