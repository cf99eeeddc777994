import { css } from 'lit';

export const styles = css`
  .content-folded {
    mask-image: linear-gradient(#000 calc(100% - 3em), transparent);
  }
  .content-rest:not([hidden]) {
    margin-block-start: 0.7em !important;
  }
  .fold {
    display: inline-flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0 6px;
    min-block-size: var(--_target);
    color: var(--_accent);
    font-size: var(--_small);
    font-weight: 600;
  }
  .fold:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .fold-amount {
    color: var(--_muted);
    font-weight: 400;
    unicode-bidi: plaintext;
  }
  .fold .icon {
    transition: transform 200ms cubic-bezier(0.2, 0.7, 0.2, 1);
  }
  .fold[aria-expanded='true'] .icon {
    transform: rotate(180deg);
  }
  .original {
    color: var(--_muted);
    font-size: var(--_small);
  }
  @media (forced-colors: active) {
    .content-folded {
      mask-image: none;
    }
  }
  @media print {
    .content-folded {
      mask-image: none;
    }
    .content-rest[hidden] {
      display: block;
      content-visibility: visible;
      margin-block-start: 0.7em;
    }
    .fold {
      display: none;
    }
  }
`;
