import { css } from 'lit';
import { styles as menu } from '../../../parts/menu/menu.styles.js';

const completion = css`
  .completion {
    position: fixed;
    inset: auto;
    margin: 0;
    inline-size: min(100vw - 16px, 320px);
    overscroll-behavior: contain;
    position-area: none;
    position-try-fallbacks: none;
  }
  .completion .menu-item {
    grid-template-columns: minmax(0, 1fr) auto;
    cursor: pointer;
  }
  .completion .menu-item:has(:is(.avatar, .completion-sign)) {
    grid-template-columns: 32px minmax(0, 1fr);
  }
  .completion [aria-selected='true'] {
    background: var(--_fill-strong);
  }
  .completion .person-names:dir(rtl) > * {
    text-align: right; /* beside the picture, as a byline's */
  }
  .completion-sign {
    display: grid;
    place-items: center;
    font-size: 22px;
    line-height: 1;
  }
  .completion-sign > img {
    display: block;
    inline-size: 24px;
    block-size: 24px;
    object-fit: contain;
  }
  .completion-tag,
  .completion-name {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .completion-tag {
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .completion [aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

export const styles = [menu, completion];
