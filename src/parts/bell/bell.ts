import { html, nothing, type TemplateResult } from 'lit';
import type { NotificationsSpeaker } from '../../i18n/notifications.js';
import type { Unread } from '../../mastodon/entities-notifications.js';
import { icon } from '../icon/icon.js';
import { bell as path } from '../icon/notification-icons.js';

/** More are not counted on the bell. */
const most = 99;

/** The button of the panel with this id, with how many notifications are unread. */
export function bell(panel: string, unread: Unread | undefined, { say }: NotificationsSpeaker): TemplateResult {
  const { count = 0, capped = false } = unread ?? {};
  const isMore = count > most || (capped && count > 0);
  const n = Math.min(count, most);
  const label = !count ? say('notifications') : say(isMore ? 'bellOver' : 'bellUnread', { n });
  return html`
    <button class="icon-button bell" part="bell" type="button" popovertarget=${panel} aria-haspopup="dialog" aria-expanded="false" aria-label=${label}>
      ${icon(path)}${count ? html`<span class="bell-count" part="count" aria-hidden="true">${isMore ? say('over', { n }) : n}</span>` : nothing}
    </button>
  `;
}
