import { css } from 'lit';
import { styles as bell } from '../../parts/bell/bell.styles.js';
import { styles as live } from '../../parts/live/live.styles.js';
import { styles as notification } from '../../parts/notification/notification.styles.js';
import { styles as pill } from '../../parts/pill/pill.styles.js';
import { controls } from '../../styles/controls.js';
import { styles as post } from '../status/status.styles.js';

const notifications = css`
  :host(:state(loading):not([compact])) {
    min-block-size: 24em;
  }
  :host([compact]) {
    display: inline-block;
    vertical-align: middle;
    container-type: normal;
    contain-intrinsic-inline-size: none;
  }
  .top {
    block-size: 1px;
    margin-block-end: -1px;
  }
  .feed > li {
    position: relative;
    padding-block: var(--_4) 6px;
  }
  .feed > li:first-child {
    padding-block-start: 0;
  }
  .feed > li + li::before {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline: calc(var(--_avatar) + var(--_3)) 0;
    border-block-start: 1px solid var(--_line);
  }
  .feed > .seen-before {
    padding-block: var(--_3) 0;
  }
  .feed > .seen-before::before,
  .feed > .seen-before + li::before {
    border: 0;
  }
  .seen-before {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_3);
    align-items: center;
    color: var(--_accent);
    font-size: 12px;
    font-weight: 600;
  }
  .seen-before::after {
    content: '';
    border-block-start: 1px solid currentColor;
    opacity: 0.5;
  }
  .feed .notice-row,
  .feed .refusal {
    margin-block-start: 0;
  }
  masto-status {
    container-type: normal; /* the list's width is theirs */
    content-visibility: auto;
    contain-intrinsic-size: auto 200px;
  }
  .held-back {
    margin-block-end: var(--_4);
  }
  .people {
    padding-inline: 14px;
  }
  .people > li {
    padding-block: var(--_3);
  }
  .people > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .below {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
    align-items: center;
    justify-content: center;
    padding-block: var(--_4);
  }
  .panel .below {
    padding-block-end: 0;
  }
  .end > .icon {
    color: var(--_muted);
    inline-size: 26px;
    block-size: 26px;
    stroke-width: 1.5;
  }
  .panel-title {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
  }
  .panel-title:focus {
    outline: 0; /* the focus stands here to be read from, not to be pressed */
  }
  @container (inline-size < 26em) {
    .feed > li::before {
      inset-inline-start: 0 !important;
    }
  }
`;

/** The sheet of its posts has all that is shared, and is parsed but once. */
export const styles = [post, controls, ...notification, live, bell, pill, notifications];
