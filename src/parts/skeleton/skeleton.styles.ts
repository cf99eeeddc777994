import { css } from 'lit';

export const styles = css`
  .skeleton {
    display: grid;
    grid-template-columns: var(--_avatar) minmax(0, 1fr);
    gap: var(--_2) var(--_3);
    max-inline-size: calc(var(--_measure) + var(--_avatar));
    margin-block-end: var(--_6);
    animation: breathe 1.1s ease-in-out infinite alternate;
  }
  .skeleton > * {
    grid-column: 2;
    block-size: 0.7em;
    border-radius: 0.35em;
    background: var(--_fill-strong);
  }
  .skeleton > :first-child {
    grid-column: 1;
    grid-row: 1 / span 2;
    block-size: var(--_avatar);
    border-radius: var(--_avatar-radius);
  }
  .skeleton > :nth-child(2) {
    inline-size: 32%;
    align-self: end;
  }
  .skeleton > :nth-child(3) {
    inline-size: 22%;
  }
  .skeleton > :nth-child(4) {
    margin-block-start: 6px;
  }
  .skeleton > :nth-child(5) {
    inline-size: 94%;
  }
  .skeleton > :nth-child(6) {
    inline-size: 58%;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @container (inline-size < 26em) {
    .skeleton > :nth-child(n + 4) {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .skeleton > * {
      border: 1px solid GrayText;
    }
  }
`;
