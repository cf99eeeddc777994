import { html } from 'lit';
import type { PostSpeaker } from '../../i18n/post.js';

/** Stands in for what the reader must agree to first (`load="click"`): whom it asks, what that tells, and a button. */
export const placeholder = (host: string, { say }: PostSpeaker) => html`
  <div class="placeholder" part="placeholder">
    <p class="title">${say('askTitle', { host })}</p>
    <p>${say('askText', { host })}</p>
    <button class="button" part="button" type="button" value="agree">${say('agree', { host })}</button>
    <slot></slot>
  </div>
`;
