import { css } from 'lit';

export const styles = css`
  .placeholder {
    display: grid;
    justify-items: center;
    gap: var(--_1);
    padding: var(--_8) var(--_6);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .placeholder p {
    font-size: var(--_small);
    color: var(--_muted);
    max-inline-size: 30em;
    text-wrap: balance;
  }
  .placeholder .title {
    font-size: 1em;
    font-weight: 600;
    color: var(--_text);
  }
  .placeholder .button {
    margin-block: var(--_3) var(--_1);
  }
`;
