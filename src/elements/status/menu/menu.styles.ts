import { css } from 'lit';
import { styles as dialog } from '../../../parts/dialog/dialog.styles.js';
import { styles as menu } from '../../../parts/menu/menu.styles.js';
import { styles as refusal } from '../../../parts/refusal/refusal.styles.js';
import { controls } from '../../../styles/controls.js';

const told = css`
  .told {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_1) var(--_3);
    font-size: var(--_small);
    color: var(--_muted);
  }
  .told > span {
    overflow-wrap: anywhere;
  }
  .told > .refusal {
    flex: 1 1 100%; /* from edge to edge, as under the other buttons */
    font-size: 1em;
  }
  .told > input {
    flex: 1 1 12em;
    min-block-size: var(--_target);
    padding: 6px 10px;
    border: 1px solid var(--_edge);
    border-radius: var(--_corner);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  /* of somebody whom the reader wants to see no more, only the way back stays */
  .post:has(.told-instead) > :not(.told-instead, .menu, .dialog) {
    display: none;
  }
  .rewriting {
    margin-block-start: var(--_3);
  }
  /* what is being changed stands in the form */
  .post:has(.rewriting-instead) > :not(.rewriting) {
    display: none;
  }
  .menu-item > span {
    justify-self: start;
    unicode-bidi: plaintext; /* in whatever language we say it, on whatever page */
    overflow-wrap: anywhere;
  }
  .menu-item:dir(rtl) > span {
    text-align: right; /* beside its icon */
  }
  .lost {
    list-style: disc;
    padding-inline-start: 1.25em;
    color: var(--_muted);
  }
  .more[aria-expanded='true'] {
    color: var(--_accent);
  }
`;

export const styles = [controls, menu, dialog, refusal, told];
