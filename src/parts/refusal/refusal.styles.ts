import { css } from 'lit';

export const styles = css`
  .refusal {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_1) var(--_3);
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
  .post > masto-compose {
    margin-block: var(--_2);
    margin-inline-end: 2px; /* a post lays nothing outside of itself, not even the edge of what is written in */
  }
  .refusal > [role] {
    flex: 1 1 12em;
    unicode-bidi: plaintext;
  }
  .refusal[data-kind='alert'] > .icon {
    color: var(--_danger);
  }
  .refusal .button {
    background: none;
    color: var(--_accent);
    font-size: 1em;
    padding-inline: 12px;
  }
  .refusal .button:hover {
    background: var(--_tint);
  }
  @media (forced-colors: active) {
    .refusal {
      border-color: ButtonBorder;
    }
  }
`;
