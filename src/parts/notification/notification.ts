import { html, nothing, type TemplateResult } from 'lit';
import { ago } from '../../i18n/figures.js';
import { icon, smallIcon } from '../icon/icon.js';
import { close, server } from '../icon/notification-icons.js';
import { face } from '../person/person.js';
import { below } from './below.js';
import type { NotificationContext, NotificationData } from './notification-data.js';
import { sentence } from './sentence.js';
import { signOf } from './signs.js';

/** What a server tells by itself has no face but its own. */
const ofServer = new Set(['severed_relationships', 'moderation_warning', 'annual_report']);

const faces = ({ group, accounts }: NotificationData) => html`
  <span class="faces" aria-hidden="true">${
    accounts.length && !ofServer.has(group.type)
      ? accounts.map((account) => face({ ...account, avatar: account.avatarStatic }))
      : html`<span class="avatar avatar-medium" part="avatar">${icon(server)}</span>`
  }</span>
`;

const time = ({ group: { at } }: NotificationData, { now, post }: NotificationContext) =>
  at ? html`<time class="notification-time" part="time" datetime=${at}>${ago(at, now, post)}</time>` : nothing;

const unreadMark = ({ unread }: NotificationData, { words }: NotificationContext) =>
  unread ? html`<span class="hidden">${words.say('unread')} </span>` : nothing;

const lineOf = ({ group: { key } }: NotificationData) => `line-${encodeURIComponent(key)}`;

const dismiss = (data: NotificationData, { words }: NotificationContext) => html`
  <button class="icon-button dismiss" part="button" type="button" value="dismiss" data-key=${data.group.key}
    aria-label=${words.say('dismiss')} title=${words.say('dismiss')} aria-describedby=${lineOf(data)}>${smallIcon(close)}</button>
`;

/**
 * One line of what happened: its sign in the margin, the faces, a sentence, and what it is about.
 * @param more what can be answered to it, and what came of that
 */
export const notification = (
  data: NotificationData,
  context: NotificationContext,
  more: unknown = nothing,
): TemplateResult => html`
  <div class="notification ${data.unread ? 'unread' : ''}" part="notification">
    <span class="notification-sign">${icon(signOf(data.group.type))}</span>
    <div class="notification-body">
      <div class="notification-head">${faces(data)}${time(data, context)}</div>
      <p class="notification-line" id=${lineOf(data)}>${unreadMark(data, context)}${sentence(data, context)}</p>
      ${below(data, context)}${more}
    </div>
    ${dismiss(data, context)}
  </div>
`;

/** Why a post stands here. */
function why({ group: { type }, status }: NotificationData, { words }: NotificationContext) {
  if (type !== 'mention') return words.say(type as 'quote');
  return words.say(status?.visibility === 'direct' ? 'privately' : 'mention');
}

/** A post that is meant for the reader. That it answers them, it says itself. @param post drawn already */
export function wholeNotification(data: NotificationData, context: NotificationContext, post: unknown): TemplateResult {
  const { group, status, unread } = data;
  const isAnswer = group.type === 'mention' && status?.inReplyToAccountId === context.me.id;
  return html`
    <div class="notification-whole ${unread ? 'unread' : ''}" part="notification">
      <p class=${isAnswer ? 'hidden' : 'post-context'} id=${lineOf(data)}>
        ${smallIcon(signOf(group.type))}<span>${unreadMark(data, context)}${isAnswer ? context.words.say('answer') : why(data, context)}</span>
      </p>
      ${post}${dismiss(data, context)}
    </div>
  `;
}
