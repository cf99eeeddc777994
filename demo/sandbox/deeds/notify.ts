import type { Instance } from '../instance.js';
import type { NotificationRow, NotificationType, StatusRow } from '../world/rows.js';
import { rootOf } from '../world/threads.js';
import { unwanted } from '../world/visibility.js';

const groupable = new Set<NotificationType>(['favourite', 'reblog', 'follow']);

/** Opaque to clients: what may be shown as one line, by post and hour. */
function groupKey(type: NotificationType, id: string, statusId: string | null, at: number): string {
  if (!groupable.has(type)) return `ungrouped-${id}`;
  const hour = Math.floor(at / 3_600_000);
  return statusId === null ? `${type}-${hour}` : `${type}-${statusId}-${hour}`;
}

function isWelcome(instance: Instance, type: NotificationType, to: string, from: string, status?: StatusRow): boolean {
  const { world } = instance;
  const receiver = world.account(to);
  if (receiver.domain !== null || (to === from && type !== 'poll')) return false;
  const mute = world.mute(to, from);
  if (mute && !mute.notifications) return !world.blocks.has(to, from) && !world.blocks.has(from, to);
  if (unwanted(world, receiver, from, instance.now())) return false;
  return !status || type === 'poll' || !world.mutedThreads.has(to, rootOf(world, status));
}

/** Tells somebody of this instance what happened, unless they do not want to hear of it. */
export function notify(
  instance: Instance,
  type: NotificationType,
  to: string,
  from: string,
  status?: StatusRow,
  at = instance.now(),
): NotificationRow | undefined {
  if (!isWelcome(instance, type, to, from, status)) return undefined;
  const { world } = instance;
  const statusId = status?.id ?? null;
  const id = world.serial('notifications');
  const groupable = groupKey(type, id, statusId, at);
  const row = { id, type, accountId: to, fromId: from, statusId, createdAt: at, groupKey: groupable };
  world.notifications.push(row);
  instance.streams.notify(row);
  return row;
}

/** Takes back what was told: a favourite withdrawn, a post deleted. */
export function unnotify(instance: Instance, which: Partial<NotificationRow>): void {
  const { notifications } = instance.world;
  const fits = (row: NotificationRow) =>
    Object.entries(which).every(([name, value]) => row[name as keyof NotificationRow] === value);
  for (let at = notifications.length - 1; at >= 0; at--) if (fits(notifications[at]!)) notifications.splice(at, 1);
}
