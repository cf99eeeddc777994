import { css } from 'lit';

export const styles = css`
  .gap {
    display: grid;
    grid-template-columns: minmax(20px, 1fr) fit-content(75%) minmax(20px, 1fr);
    gap: var(--_3);
    align-items: center;
    inline-size: 100%;
    min-block-size: var(--_target);
    font-size: var(--_small);
    color: var(--_muted);
    text-align: center;
  }
  .gap::before,
  .gap::after {
    content: '';
    border-block-start: 2px dotted var(--_line);
  }
  .gap b {
    font-weight: 600;
    color: var(--_accent);
  }
  .gap:hover b {
    text-decoration: underline;
  }
`;
