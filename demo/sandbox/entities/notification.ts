import type { Instance } from '../instance.js';
import type { AccountRow, NotificationRow } from '../world/rows.js';
import { accountJson, iso, type Json } from './account.js';
import { statusJson } from './status.js';

/** One thing that somebody was told, by itself. */
export function notificationJson(instance: Instance, reader: AccountRow, row: NotificationRow): Json {
  const { world } = instance;
  const status = row.statusId === null ? undefined : world.statuses.get(row.statusId);
  return {
    id: row.id,
    type: row.type,
    created_at: iso(row.createdAt),
    group_key: row.groupKey,
    account: accountJson(instance, world.account(row.fromId)),
    ...(status && { status: statusJson(instance, reader, status) }),
  };
}
