import { css } from 'lit';

export const styles = css`
  .abilities {
    display: grid;
    gap: var(--_4);
  }
  .abilities h3 {
    font-size: var(--_small);
    font-weight: 600;
    margin-block-end: 6px;
  }
  .abilities li {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 10px;
    padding-block: 3px;
    font-size: var(--_small);
  }
  .abilities li .icon {
    margin-block-start: 0.2em;
    color: var(--_accent);
  }
  .abilities .not :is(li, .icon) {
    color: var(--_muted);
  }
  @container (inline-size >= 34em) {
    .abilities {
      grid-template-columns: 1fr 1fr;
      gap: var(--_6);
    }
  }
`;
