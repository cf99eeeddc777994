import { css } from 'lit';
import { styles as post } from '../status/status.styles.js';

const timeline = css`
  .heading {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
    margin-block-end: var(--_4);
  }
  :host(:state(loading)) {
    min-block-size: 24em;
  }
  masto-status {
    container-type: normal; /* the list's width is theirs */
    content-visibility: auto;
    contain-intrinsic-size: auto 260px;
    padding-block: var(--_4) 6px;
    position: relative;
  }
  .chunk:first-child > :first-child {
    padding-block-start: 0;
  }
  .chunk + .chunk > :first-child::before,
  .chunk > * + *::before {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline: calc(var(--_avatar) + var(--_3)) 0;
    border-block-start: 1px solid var(--_line);
  }
  .below {
    display: grid;
    justify-items: center;
    padding-block: var(--_4);
  }
  .end .icon {
    color: var(--_muted);
    inline-size: 26px;
    block-size: 26px;
    stroke-width: 1.5;
  }
  @media print {
    masto-status {
      padding-block-end: var(--_4); /* the row of actions is not there */
    }
  }
  @container (inline-size < 26em) {
    .chunk > *::before {
      inset-inline-start: 0 !important;
    }
  }
`;

/** The sheet of its posts has all that is shared, and is parsed but once. */
export const styles = [post, timeline];
