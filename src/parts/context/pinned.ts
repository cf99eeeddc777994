import { html, type TemplateResult } from 'lit';
import type { DetailsSpeaker } from '../../i18n/details.js';
import { smallIcon } from '../icon/icon.js';

/** Here, not beside other icons: those come with what shows more of them. */
const pin = 'M12 15.5v5M8 4h8M9 4v5.5l-2.75 4.25a1 1 0 0 0 .85 1.55h9.8a1 1 0 0 0 .85-1.55L15 9.5V4';

/** That a post is pinned, where `context` says why another one stands here. */
export const pinned = ({ say }: DetailsSpeaker): TemplateResult =>
  html`<p class="post-context">${smallIcon(pin)}<span>${say('pinned')}</span></p>`;
