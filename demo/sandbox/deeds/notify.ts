import type { Instance } from '../instance.js';
import type { NotificationRow, NotificationType } from '../world/notification-rows.js';
import type { StatusRow } from '../world/rows.js';
import { askToBeHeard, policyOf } from './policy.js';
import { rootOf } from '../world/threads.js';
import { unwanted } from '../world/visibility.js';

const groupable = new Set<NotificationType>(['favourite', 'reblog', 'follow', 'admin.sign_up']);

/** A group spans no more than this. */
const mostHours = 12;

/** Opaque to clients: what may be shown as one line. The hour of the first is kept for all that follow soon. */
function groupKey({ world }: Instance, type: NotificationType, to: string, id: string, status?: StatusRow, at = 0) {
  if (!groupable.has(type)) return `ungrouped-${id}`;
  const prefix = status ? `${type}-${status.id}` : type;
  const [hour, before] = [Math.floor(at / 3_600_000), world.buckets.get(`${to} ${prefix}`) ?? -Infinity];
  const bucket = hour < before + mostHours ? before : hour;
  world.buckets.set(`${to} ${prefix}`, bucket);
  return `${prefix}-${bucket}`;
}

/** Nobody did these: Mastodon names the receiver as who did. */
const fromItself = new Set<NotificationType>(['poll', 'severed_relationships', 'moderation_warning', 'annual_report']);

function isWelcome(instance: Instance, type: NotificationType, to: string, from: string, status?: StatusRow): boolean {
  const { world } = instance;
  const receiver = world.account(to);
  if (receiver.domain !== null || (to === from && !fromItself.has(type))) return false;
  const mute = world.mute(to, from);
  if (mute && !mute.notifications) return !world.blocks.has(to, from) && !world.blocks.has(from, to);
  if (unwanted(world, receiver, from, instance.now())) return false;
  return !status || type === 'poll' || !world.mutedThreads.has(to, rootOf(world, status));
}

/** Tells somebody of this instance what happened, unless they do not want to hear of it; later, where they want that. */
export function notify(
  instance: Instance,
  type: NotificationType,
  to: string,
  from: string,
  status?: StatusRow,
  at = instance.now(),
  more: Pick<NotificationRow, 'about' | 'fallback'> = {},
): NotificationRow | undefined {
  if (!isWelcome(instance, type, to, from, status)) return undefined;
  const { world } = instance;
  const answer = policyOf(instance, type, world.account(to), world.account(from), status);
  if (answer === 'drop') return undefined;
  const statusId = status?.id ?? null;
  const id = world.serial('notifications');
  const filtered = answer === 'filter';
  const key = filtered ? `ungrouped-${id}` : groupKey(instance, type, to, id, status, at);
  const row = { id, type, accountId: to, fromId: from, statusId, createdAt: at, groupKey: key, filtered, ...more };
  world.notifications.push(row);
  if (!filtered) instance.streams.notify(row);
  else if (status && (type === 'mention' || type === 'quote')) askToBeHeard(instance, to, from, status.id);
  return row;
}

/** Takes back what was told: a favourite withdrawn, a post deleted. */
export function unnotify(instance: Instance, which: Partial<NotificationRow>): void {
  const { notifications } = instance.world;
  const fits = (row: NotificationRow) =>
    Object.entries(which).every(([name, value]) => row[name as keyof NotificationRow] === value);
  for (let at = notifications.length - 1; at >= 0; at--) if (fits(notifications[at]!)) notifications.splice(at, 1);
}
