import type { Instance } from '../instance.js';
import type { NotificationType, PolicyAnswer } from '../world/notification-rows.js';
import type { AccountRow, StatusRow } from '../world/rows.js';

const dayMs = 86_400_000;

/** What comes from the server itself, or from what one has to do with already. */
const always = new Set<NotificationType>([
  'poll',
  'update',
  'quoted_update',
  'severed_relationships',
  'moderation_warning',
  'annual_report',
  'admin.sign_up',
  'admin.report',
]);

/** What somebody's policy says of a thing that somebody else did: the strictest rule that fits counts. */
export function policyOf(
  { world, now }: Instance,
  type: NotificationType,
  to: AccountRow,
  from: AccountRow,
  status?: StatusRow,
): PolicyAnswer {
  if (always.has(type) || to.id === from.id || world.letThrough.has(to.id, from.id)) return 'accept';
  const policy = world.policy(to.id);
  const following = !!world.follow(to.id, from.id);
  const follower = world.follow(from.id, to.id);
  const unasked = type === 'mention' && status?.visibility === 'direct' && status.replyToAccount !== to.id;
  const said = [
    !following && policy.for_not_following,
    (!follower || now() - follower.createdAt < 3 * dayMs) && policy.for_not_followers,
    now() - from.createdAt < 30 * dayMs && policy.for_new_accounts,
    unasked && !following && policy.for_private_mentions,
    from.bot && !following && policy.for_bots,
  ];
  if (said.includes('drop')) return 'drop';
  return said.includes('filter') ? 'filter' : 'accept';
}

/** Who says something that is kept back asks, by that, to be let through. */
export function askToBeHeard({ world, now }: Instance, to: string, from: string, statusId: string): void {
  const known = world.notificationRequests.find((row) => row.accountId === to && row.fromId === from);
  if (known) Object.assign(known, { lastStatusId: statusId, updatedAt: now() });
  else {
    const [id, at] = [world.ids.at(now()), now()];
    const row = { id, accountId: to, fromId: from, lastStatusId: statusId, createdAt: at, updatedAt: at };
    world.notificationRequests.push(row);
  }
}

const between = (to: string, from: string) => (row: { accountId: string; fromId: string }) =>
  row.accountId === to && row.fromId === from;

function endRequest({ world }: Instance, to: string, from: string): void {
  const at = world.notificationRequests.findIndex(between(to, from));
  if (at >= 0) world.notificationRequests.splice(at, 1);
}

/** From now on somebody is heard, and what was kept back of them comes in. */
export function letThrough(instance: Instance, to: string, from: string): void {
  const { world } = instance;
  world.letThrough.add(to, from, instance.now());
  endRequest(instance, to, from);
  for (const row of world.notifications.filter(between(to, from))) row.filtered = false;
  instance.streams.merged(to);
}

/** What was kept back of somebody is thrown away. */
export function turnAway(instance: Instance, to: string, from: string): void {
  const { notifications } = instance.world;
  endRequest(instance, to, from);
  const fits = between(to, from);
  const kept = notifications.filter((row) => !row.filtered || !fits(row));
  notifications.splice(0, notifications.length, ...kept);
}
