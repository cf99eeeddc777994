import { html, nothing, type TemplateResult } from 'lit';
import type { Account, Status } from '../../mastodon/entities.js';
import type { NotificationRequest } from '../../mastodon/entities-notifications.js';
import { icon } from '../icon/icon.js';
import { sliders } from '../icon/notification-icons.js';
import { face, names } from '../person/person.js';
import { excerptOf } from './names.js';
import type { NotificationContext } from './notification-data.js';

/** Somebody whose notifications the server holds back, with what is known of them. */
export interface Held {
  readonly request: NotificationRequest;
  readonly account: Account | undefined;
  readonly status: Status | undefined;
}

/** That some people are held back, and the way to look at them. */
export const heldRow = (n: number, open: boolean, { words }: NotificationContext): TemplateResult => html`
  <div class="held-row" part="notice">
    ${icon(sliders)}<span>${words.say('filtered', { n })}</span>
    <button class="button" part="button" type="button" value="held" aria-expanded=${open}>${words.say(open ? 'hide' : 'show')}</button>
  </div>
`;

/** One of them, what they have sent last, and whether they are let in. */
export function held({ request, account, status }: Held, context: NotificationContext): TemplateResult {
  const { words } = context;
  const name = account?.displayName ?? words.say('somebody');
  const button = (value: string, kind: string, word: 'letIn' | 'turnAway') => html`
    <button class="button ${kind}" part="button" type="button" value=${value} data-request=${request.id}
      aria-label=${words.say(`${word}Of`, { name })}>${words.say(word)}</button>
  `;
  const text = status && excerptOf(status, context);
  return html`
    <div class="held">
      <a class="person author-names" href=${account?.url ?? nothing} data-account=${account?.acct ?? nothing} target="_blank" rel="nofollow noopener noreferrer">
        ${account ? [face({ ...account, avatar: account.avatarStatic }), names(account)] : name}
      </a>
      <span class="held-count">${words.say('requestCount', { n: request.count })}</span>
      ${text ? html`<p class="notification-excerpt" dir="auto">${text}</p>` : nothing}
      <div class="buttons">${button('let-in', 'button-primary', 'letIn')}${button('turn-away', '', 'turnAway')}</div>
    </div>
  `;
}
