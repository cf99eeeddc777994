import { css } from 'lit';
import { styles as abilities } from '../../parts/abilities/abilities.styles.js';
import { styles as dialog } from '../../parts/dialog/dialog.styles.js';
import { styles as notice } from '../../parts/notice/notice.styles.js';

const form = css`
  .muted {
    color: var(--_muted);
  }
  .deputy {
    display: grid;
    gap: 6px;
    padding: var(--_3);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_fill);
    font-size: var(--_small);
  }
  .warned {
    display: flex;
    gap: 6px;
    font-size: var(--_small);
    font-weight: 600;
  }
  .warned .icon {
    color: var(--_danger);
    margin-block-start: 0.2em;
  }
  .dialog .button-danger {
    background: color-mix(in oklab, var(--_danger) 10%, transparent);
  }
  .dialog .person {
    align-items: start;
  }
  .dialog .link {
    position: relative;
  }
  .dialog .link::after {
    content: ''; /* 40 px to touch */
    position: absolute;
    inset: -10px -4px;
  }
  .trouble {
    inline-size: 26em;
    max-inline-size: 100%;
  }
  .trouble .notice-row {
    grid-template-columns: auto minmax(0, 1fr);
    padding: 10px 14px;
  }
  .trouble .notice-row > span {
    overflow-wrap: anywhere;
  }
  .trouble .notice-row > .icon {
    align-self: start;
  }
  .trouble .buttons {
    grid-column: 2;
    margin-inline-start: -12px;
  }
  .trouble .button {
    text-align: start;
  }
  .field-error:focus {
    outline: 0;
  }
  @media (forced-colors: active) {
    .deputy {
      border-color: CanvasText;
    }
  }
`;

export const styles = [notice, dialog, abilities, form];
