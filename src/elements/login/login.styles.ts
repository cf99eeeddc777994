import { css } from 'lit';
import { styles as menu } from '../../parts/menu/menu.styles.js';
import { styles as field } from '../../parts/field/field.styles.js';
import { styles as person } from '../../parts/person/person.styles.js';
import { button } from '../../styles/button.js';
import { controls } from '../../styles/controls.js';
import { host } from '../../styles/host.js';

const login = css`
  :host {
    display: inline-block;
    container-type: normal; /* as wide as what it says */
    contain-intrinsic-inline-size: none;
    min-block-size: 44px; /* the face's: nothing moves when somebody has signed in */
    vertical-align: middle;
  }
  :host([dialog]) {
    display: contents;
  }
  .button[aria-busy='true'] {
    opacity: 0.7;
  }
  .button-primary {
    margin-block: 2px;
  }
  .face {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    min-block-size: 44px;
    max-inline-size: 100%;
    padding: 4px;
    padding-inline-end: 10px;
    border-radius: var(--_corner);
    font-size: var(--_small);
    font-weight: 600;
    line-height: 1.3;
  }
  .face:is(:hover, [aria-expanded='true']) {
    background: var(--_fill-strong);
  }
  .face .name {
    min-inline-size: 0;
  }
  .face .icon {
    color: var(--_muted);
  }
  .menu .person {
    min-block-size: 48px;
    padding: 8px 10px;
  }
  .menu-switch {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .menu .menu-indented {
    grid-template-columns: 32px minmax(0, 1fr);
  }
  .menu-item[aria-disabled='true'] {
    cursor: default;
  }
  .menu-item[aria-disabled='true'] > .knob {
    opacity: 0.45;
  }
`;

export const styles = [host, button, controls, field, menu, person, login];
