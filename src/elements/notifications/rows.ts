import { html } from 'lit';
import type { NotificationsController } from '../../controllers/notifications-controller.js';
import type { NotificationGroup } from '../../mastodon/entities-notifications.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import { answer } from '../../parts/notification/answer.js';
import { held } from '../../parts/notification/held.js';
import { notification, wholeNotification } from '../../parts/notification/notification.js';
import type { NotificationContext, NotificationData } from '../../parts/notification/notification-data.js';
import { isWhole } from '../../parts/notification/sentence.js';
import type { Page } from '../status/rich.js';
import type { StatusEntry } from '../status/status.js';

/** What rows need of whoever lists them. */
export interface Listed {
  readonly home: HomeSession;
  readonly list: NotificationsController;
  readonly context: NotificationContext;
  /** What the reader has opened in posts. */
  readonly opened: Set<string>;
  /** Why something was not done to what has this key. */
  readonly refusalOf: (key: string) => unknown;
}

/** Where a post of the list is, and who reads it. */
export const pageOf = (home: HomeSession): Page => ({ facts: home, home, context: 'notifications' });

/** With what the session's stores know of whom and what a group names. */
export function dataOf(group: NotificationGroup, { home, list }: Pick<Listed, 'home' | 'list'>): NotificationData {
  const { accounts, status, report } = group;
  return {
    group,
    accounts: accounts.flatMap((key) => home.accounts.get(key) ?? []),
    status: status === undefined ? undefined : home.statuses.proper(status),
    target: report?.target === undefined ? undefined : home.accounts.get(report.target),
    unread: list.isUnread(group),
  };
}

function post(key: string, { home, opened }: Listed) {
  const entry: StatusEntry = { ...pageOf(home), key, media: 'auto', opened };
  return html`<masto-status
    exportparts="author, avatar, name, handle, time, content, warning, media, media-item, player, description, poll, card, quote, actions, action, reply, boost, favourite, bookmark, more, menu, dialog, button"
    .entry=${entry}
  ></masto-status>`;
}

function answering({ type, accounts }: NotificationGroup, { list, context, refusalOf }: Listed) {
  const [account] = accounts;
  if (type !== 'follow_request' || account === undefined) return [];
  return [answer(account, list.answered(account), context.words), refusalOf(account)];
}

/** A line of the list. */
export function row(group: NotificationGroup, listed: Listed): unknown {
  const data = dataOf(group, listed);
  const { context, refusalOf } = listed;
  const refused = refusalOf(group.key);
  if (isWhole(data)) return [wholeNotification(data, context, post(group.status!, listed)), refused];
  return notification(data, context, [answering(group, listed), refused]);
}

/** Those whose notifications the server holds back. */
export function heldRows({ home, list, context, refusalOf }: Listed): unknown {
  return list.requests?.map((request) => {
    const status = request.status === undefined ? undefined : home.statuses.proper(request.status);
    return html`<li>
      ${held({ request, account: home.accounts.get(request.account), status }, context)}${refusalOf(request.id)}
    </li>`;
  });
}
