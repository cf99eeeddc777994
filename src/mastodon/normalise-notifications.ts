/** The edge for notifications, grouped (v2) or one by one (v1): as `normalise.ts`, nothing here throws, and what is broken is left out. */
import { pageUrl } from '../base/url.js';
import type { AccountKey, StatusKey } from './entities.js';
import type { NotificationGroup, NotificationRequest } from './entities-notifications.js';
import { asObject, type Raw } from './json.js';
import { asCount, asDate, asHtml, asId, asName, asText, objects } from './read.js';

/** Takes in what an answer carries along, and says under which key it is known. */
export interface Intake {
  /** Undefined for what is no account. */
  account(json: unknown): AccountKey | undefined;
  /** Undefined for what is no post, or one that is gone. */
  status(json: unknown): StatusKey | undefined;
}

type Extras = Pick<NotificationGroup, 'fallback' | 'event' | 'warning' | 'report' | 'collection' | 'year'>;

/** One thing that happened. */
export interface NotificationRow {
  readonly id: string;
  readonly type: string;
  /** As the server groups it; empty where it does not say. */
  readonly groupKey: string;
  readonly account: AccountKey | undefined;
  readonly status: StatusKey | undefined;
  /** What the server calls that post; empty for none. */
  readonly statusId: string;
  readonly at: string | undefined;
  readonly extras: Extras;
}

/** How many faces a server shows of a group. */
export const mostFaces = 8;

/** Each once, what is missing left out, no more than are shown. */
export const faces = (keys: Iterable<AccountKey | undefined>): AccountKey[] =>
  [...new Set(keys)].filter((key) => key !== undefined).slice(0, mostFaces);

/** Mastodon sends some numbers as text. */
const asNumber = (value: unknown) =>
  asCount(typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value);

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : 0);

/** What few kinds carry. */
function extrasOf(raw: Raw, intake: Intake): Extras {
  const said = Object.fromEntries(
    ['fallback', 'event', 'moderation_warning', 'report', 'collection', 'annual_report'].map((name) => [
      name,
      asObject(raw[name]),
    ]),
  );
  const { fallback, event, moderation_warning: warning, report, collection, annual_report: annual } = said;
  const year = asNumber(annual?.['year']);
  return {
    ...(fallback && { fallback: { title: asHtml(fallback['title']), summary: asHtml(fallback['summary']) } }),
    ...(event && {
      event: {
        type: asName(event['type']),
        target: asName(event['target_name']),
        followersCount: asCount(event['followers_count']),
        followingCount: asCount(event['following_count']),
        purged: event['purged'] === true,
      },
    }),
    ...(warning && {
      warning: {
        id: asId(warning['id']),
        action: asName(warning['action']),
        text: asText(warning['text']),
        statusesCount: lengthOf(warning['status_ids']),
      },
    }),
    ...(report && {
      report: {
        id: asId(report['id']),
        category: asName(report['category']),
        comment: asText(report['comment']),
        target: intake.account(report['target_account']),
        statusesCount: lengthOf(report['status_ids']),
      },
    }),
    ...(collection && {
      collection: { id: asId(collection['id']), name: asName(collection['name']), url: pageUrl(collection['url']) },
    }),
    ...(year !== undefined && { year }),
  };
}

/** The things of a v1 answer, or of the stream, the latest first; one without an id cannot be told from others. */
export const readRows = (json: unknown, intake: Intake): NotificationRow[] =>
  objects(json).flatMap((raw) => {
    const id = asId(raw['id']);
    if (!id) return [];
    const row = {
      id,
      type: asName(raw['type']),
      groupKey: asId(raw['group_key']),
      account: intake.account(raw['account']),
      status: intake.status(raw['status']),
      statusId: asId(asObject(raw['status'])?.['id']),
      at: asDate(raw['created_at']),
      extras: extrasOf(raw, intake),
    };
    return [row];
  });

/** Key by id of all that an answer brings beside what was asked for. */
const keysById = (json: unknown, take: (item: unknown) => string | undefined) =>
  new Map(objects(json).map((raw) => [asId(raw['id']), take(raw)]));

/** Whether an answer is a page of groups; else it is a list of single things. */
export const isGrouped = (json: unknown): boolean => Array.isArray(asObject(json)?.['notification_groups']);

/** The groups of a v2 answer, in its order. */
export function readGroups(json: unknown, intake: Intake): NotificationGroup[] {
  const page = asObject(json) ?? {};
  // Of some people there may be only a face: whoever is known better stays so.
  const known = keysById(page['partial_accounts'], (item) => intake.account(item));
  for (const [id, key] of keysById(page['accounts'], (item) => intake.account(item))) known.set(id, key);
  const posts = keysById(page['statuses'], (item) => intake.status(item));
  return objects(page['notification_groups']).flatMap((raw) => {
    const id = asId(raw['most_recent_notification_id']) || asId(raw['page_max_id']);
    const key = asId(raw['group_key']) || (id && `ungrouped-${id}`);
    if (!key) return [];
    const ids = Array.isArray(raw['sample_account_ids']) ? raw['sample_account_ids'].slice(0, 80) : [];
    const accounts = faces(ids.map((one) => known.get(asId(one))));
    const group = {
      key,
      id,
      type: asName(raw['type']),
      count: Math.max(asCount(raw['notifications_count']) ?? 0, accounts.length, 1),
      accounts,
      status: posts.get(asId(raw['status_id'])),
      at: asDate(raw['latest_page_notification_at']),
      ...extrasOf(raw, intake),
    };
    return [group];
  });
}

/** Whose notifications are held back. */
export const readRequests = (json: unknown, intake: Intake): NotificationRequest[] =>
  objects(json).flatMap((raw) => {
    const id = asId(raw['id']);
    const account = intake.account(raw['account']);
    if (!id || account === undefined) return [];
    const count = asNumber(raw['notifications_count']) ?? 1;
    return [{ id, account, count, status: intake.status(raw['last_status']), at: asDate(raw['updated_at']) }];
  });
