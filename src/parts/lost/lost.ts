import { html } from 'lit';
import type { PostSpeaker } from '../../i18n/post.js';

/** When the words of a failure could not be loaded either: a sentence, a button, and what the page's author has put inside the tag. */
export const lost = ({ say }: PostSpeaker) => html`
  <p class="below" role="alert">${say('failed')}</p>
  <p class="below"><button class="button" part="button" type="button" value="retry">${say('retry')}</button></p>
  <slot></slot>
`;
