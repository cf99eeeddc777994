import { css } from 'lit';
import { styles as field } from '../../parts/field/field.styles.js';
import { styles as setting } from '../../parts/setting/setting.styles.js';
import { button } from '../../styles/button.js';
import { controls } from '../../styles/controls.js';
import { host } from '../../styles/host.js';

const picker = css`
  :host {
    inset: auto;
    margin: 0;
    inline-size: min(328px, calc(100vw - 16px));
    padding: var(--_2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: hidden;
    font-size: max(0.9375em, 14px);
  }
  .picker {
    display: flex;
    flex-direction: column;
    max-block-size: calc(var(--_room, 100dvh) - 2 * var(--_2) - 2px);
  }
  .picker:focus {
    outline: 0;
  }
  .picker-search {
    position: relative;
    color: var(--_muted);
  }
  .picker-search > .icon {
    position: absolute;
    inset-block-start: calc(50% - 10px);
    inset-inline-start: 12px;
  }
  .picker-search > .input {
    padding-inline-start: 40px;
    color: var(--_text);
  }
  .picker-kinds {
    display: flex;
    flex: none;
    min-block-size: 32px;
    margin-block: var(--_1);
    overflow-x: auto;
    scrollbar-width: none;
  }
  .picker-kinds > button {
    flex: 1 0 auto;
    display: grid;
    place-items: center;
    min-inline-size: 28px;
    min-block-size: 32px;
    padding: 0;
    border-block-end: 2px solid transparent;
    color: var(--_muted);
  }
  .picker-kinds > button:is(:hover, [aria-current='true']) {
    color: var(--_text);
  }
  .picker-kinds .icon {
    inline-size: 18px;
    block-size: 18px;
  }
  .picker-kinds > [aria-current='true'] {
    border-color: var(--_accent);
  }
  .picker-kinds > button:focus-visible {
    outline-offset: -2px;
  }
  .picker-grid {
    position: relative;
    flex: 0 1 264px;
    min-block-size: 84px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .picker-row {
    position: absolute;
    inset-inline: 0;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(40px, 1fr));
  }
  .picker-row > button {
    display: grid;
    place-items: center;
    min-inline-size: 0;
    block-size: 40px;
    padding: 0;
    border-radius: var(--_corner);
    font-size: 22px;
    line-height: 1;
  }
  :is(.picker-row > button, .picker-face) {
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif;
  }
  .picker-row > button:is(:hover, :focus-visible) {
    background: var(--_fill-strong);
  }
  .picker-row > button:focus-visible {
    outline-offset: -2px;
  }
  :is(.picker-row, .picker-face) img {
    inline-size: 24px;
    block-size: 24px;
    object-fit: contain;
  }
  .picker-heading {
    grid-column: 1 / -1;
    block-size: 28px;
    padding-inline: 8px;
    font-size: 12px;
    font-weight: 600;
    line-height: 28px;
    color: var(--_muted);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .picker-code {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 10px;
    color: var(--_muted);
  }
  .picker-name {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_2);
    min-block-size: 44px;
    margin-block-start: 6px;
    padding-block-start: 2px;
    border-block-start: 1px solid var(--_line);
    font-size: var(--_small);
    color: var(--_muted);
  }
  .picker-shown {
    display: flex;
    align-items: center;
    gap: var(--_2);
    min-inline-size: 0;
    padding-inline-start: 8px;
  }
  .picker-shown > bdi {
    overflow: hidden;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-height: 1.25;
  }
  .picker-face {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 28px;
    font-size: 22px;
    line-height: 1;
    color: var(--_text);
  }
  .setting {
    flex: none;
  }
  .tone {
    inline-size: 18px;
    block-size: 18px;
    border: 1px solid var(--_edge);
    border-radius: 50%;
    background: #ffcb2e;
    forced-color-adjust: none;
  }
  .tone-1 {
    background: #fadcbc;
  }
  .tone-2 {
    background: #e0bb95;
  }
  .tone-3 {
    background: #bf8f68;
  }
  .tone-4 {
    background: #9b643d;
  }
  .tone-5 {
    background: #594539;
  }
  .picker-said {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    padding-inline: 8px;
    font-size: var(--_small);
    color: var(--_muted);
  }
  @media (pointer: coarse) {
    .picker-kinds > button {
      min-inline-size: 40px;
      min-block-size: 40px;
    }
  }
  @media (forced-colors: active) {
    .picker-row > button:is(:hover, :focus-visible) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .picker-kinds > [aria-current='true'] {
      border-color: Highlight;
    }
  }
`;

export const styles = [host, button, controls, field, setting, picker];
