import { html, type TemplateResult } from 'lit';
import type { NotificationsSpeaker } from '../../i18n/notifications.js';
import type { AccountKey } from '../../mastodon/entities.js';
import { smallIcon } from '../icon/icon.js';
import { check, close } from '../icon/notification-icons.js';

/** Whether somebody may follow the reader, or what the reader has said to that. */
export function answer(
  account: AccountKey,
  answered: 'accepted' | 'refused' | undefined,
  { say }: NotificationsSpeaker,
): TemplateResult {
  if (answered) {
    const [path, word] = answered === 'accepted' ? ([check, 'accepted'] as const) : ([close, 'declined'] as const);
    return html`<p class="notification-answered" role="status" tabindex="-1">${smallIcon(path)}<span>${say(word)}</span></p>`;
  }
  return html`
    <div class="buttons">
      <button class="button button-primary" part="button" type="button" value="accept" data-account=${account}>${say('accept')}</button>
      <button class="button" part="button" type="button" value="decline" data-account=${account}>${say('decline')}</button>
    </div>
  `;
}
