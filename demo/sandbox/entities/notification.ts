import type { Instance } from '../instance.js';
import type { NotificationRequestRow, NotificationRow, NotificationType } from '../world/notification-rows.js';
import type { AccountRow } from '../world/rows.js';
import { mayShow } from '../world/visibility.js';
import { accountJson, iso, type Json } from './account.js';
import { statusJson } from './status.js';

/** Kinds that came with what a client does not know without saying so. */
const recent: readonly NotificationType[] = ['added_to_collection', 'collection_update', 'lantern_lit'];

/** What few kinds carry. @param supported what the client says it knows; a fallback comes for all else */
export function extrasJson({ settings }: Instance, row: NotificationRow, supported?: readonly string[]): Json {
  const known = supported ? supported.includes(row.type) : !recent.includes(row.type);
  const fallback = !known && settings.version !== '4.2' && row.fallback;
  return { ...row.about, ...(fallback && { fallback: { ...fallback, description: null } }) };
}

/** One thing that somebody was told, by itself. */
export function notificationJson(
  instance: Instance,
  reader: AccountRow,
  row: NotificationRow,
  supported?: readonly string[],
): Json {
  const { world, settings } = instance;
  const status = row.statusId === null ? undefined : world.statuses.get(row.statusId);
  return {
    id: row.id,
    type: row.type,
    created_at: iso(row.createdAt),
    ...(settings.version !== '4.2' && { group_key: row.groupKey }),
    account: accountJson(instance, world.account(row.fromId)),
    ...(status && { status: statusJson(instance, reader, status) }),
    ...extrasJson(instance, row, supported),
  };
}

/** Somebody of whom things are kept back. */
export function requestJson(instance: Instance, reader: AccountRow, row: NotificationRequestRow): Json {
  const { world } = instance;
  const kept = world.notifications.filter(
    ({ accountId, fromId, filtered }) => filtered && accountId === row.accountId && fromId === row.fromId,
  );
  const last = world.statuses.get(row.lastStatusId);
  return {
    id: row.id,
    created_at: iso(row.createdAt),
    updated_at: iso(row.updatedAt),
    notifications_count: String(kept.length),
    account: accountJson(instance, world.account(row.fromId)),
    last_status: last && mayShow(world, reader, last) ? statusJson(instance, reader, last) : null,
  };
}
