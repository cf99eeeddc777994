import { limitsOf, type Instance } from '../instance.js';
import { notAllowed, validationFailed } from '../http/errors.js';
import type { AccountRow, PollRow, StatusRow, Visibility } from '../world/rows.js';
import { notify, unnotify } from './notify.js';
import { blankStatus } from './post.js';
import { remove } from './remove.js';

/** The post itself, where a boost of it was named. */
export const originalOf = (instance: Instance, status: StatusRow): StatusRow =>
  status.boostOf === null ? status : instance.world.statuses.get(status.boostOf)!;

/** False when it was one already. */
export function favourite(instance: Instance, who: AccountRow, status: StatusRow): boolean {
  const { favourites, blocks } = instance.world;
  if (blocks.has(who.id, status.accountId)) throw notAllowed();
  if (favourites.has(who.id, status.id)) return false;
  favourites.add(who.id, status.id, instance.now());
  notify(instance, 'favourite', status.accountId, who.id, status);
  return true;
}

export function unfavourite(instance: Instance, who: AccountRow, status: StatusRow): boolean {
  unnotify(instance, { type: 'favourite', fromId: who.id, statusId: status.id });
  return instance.world.favourites.remove(who.id, status.id);
}

/** Somebody's boost of a post, if there is one. */
export const boostBy = (instance: Instance, who: AccountRow, status: StatusRow): StatusRow | undefined =>
  instance.world.statusesOf(who.id).find((row) => row.boostOf === status.id);

function mayBoost(instance: Instance, who: AccountRow, status: StatusRow): boolean {
  if (status.visibility === 'direct' || instance.world.blocks.has(who.id, status.accountId)) return false;
  return status.visibility !== 'private' || status.accountId === who.id;
}

/** The boost, new or as it was. @param uri of one that comes from elsewhere */
export function boost(
  instance: Instance,
  who: AccountRow,
  status: StatusRow,
  visibility: Visibility = 'public',
  at = instance.now(),
  uri?: string,
): { row: StatusRow; fresh: boolean } {
  if (!mayBoost(instance, who, status)) throw notAllowed();
  const known = boostBy(instance, who, status);
  if (known) return { row: known, fresh: false };
  const row = blankStatus(instance, who, at);
  row.boostOf = status.id;
  row.language = null;
  row.visibility = status.visibility === 'private' ? 'private' : visibility;
  row.uri = who.domain === null ? `${row.uri}/activity` : row.uri;
  row.url = `${instance.origin}/users/${who.username}/statuses/${row.id}/activity`;
  if (uri !== undefined) Object.assign(row, { uri, url: uri });
  instance.world.addStatus(row);
  instance.streams.update(row);
  notify(instance, 'reblog', status.accountId, who.id, status, at);
  return { row, fresh: true };
}

/** The boost that was taken back, if there was one. */
export function unboost(instance: Instance, who: AccountRow, status: StatusRow): StatusRow | undefined {
  const row = boostBy(instance, who, status);
  if (row) remove(instance, row);
  unnotify(instance, { type: 'reblog', fromId: who.id, statusId: status.id });
  return row;
}

export function pin(instance: Instance, who: AccountRow, status: StatusRow): void {
  const { pins } = instance.world;
  if (status.boostOf !== null) throw validationFailed('A boost cannot be pinned');
  if (status.accountId !== who.id) throw validationFailed("Someone else's post cannot be pinned");
  if (status.visibility === 'direct') {
    throw validationFailed('Posts that are only visible to mentioned users cannot be pinned');
  }
  if (pins.has(who.id, status.id)) throw validationFailed('Status has already been taken');
  if (pins.by(who.id).length >= limitsOf(instance).pins) {
    throw validationFailed('You have already pinned the maximum number of posts');
  }
  pins.add(who.id, status.id, instance.now());
}

export const isOver = (poll: PollRow, now: number) => poll.expiresAt !== null && poll.expiresAt <= now;

/** Casts votes. Who may choose several may add some later, but nobody chooses twice. */
export function vote(instance: Instance, who: AccountRow, poll: PollRow, choices: readonly string[]): void {
  const own = poll.votes.filter(({ accountId }) => accountId === who.id);
  const wanted = choices.map((choice) => (/^\d+$/.test(choice) ? Number(choice) : NaN));
  if (isOver(poll, instance.now())) throw validationFailed('The poll has already ended');
  if (poll.accountId === who.id) throw validationFailed('You cannot vote in your own polls');
  if (wanted.some((choice) => !(choice < poll.options.length))) {
    throw validationFailed('The chosen vote option does not exist');
  }
  const again = own.some(({ choice }) => wanted.includes(choice)) || new Set(wanted).size < wanted.length;
  if (again || (!poll.multiple && own.length + wanted.length > 1)) {
    throw validationFailed('You have already voted on this poll');
  }
  for (const choice of wanted) poll.votes.push({ accountId: who.id, choice });
}

/** Tells author and voters of polls that have ended since somebody last asked. */
export function endPolls(instance: Instance): void {
  const { world } = instance;
  for (const poll of world.polls.values()) {
    if (poll.notified || !isOver(poll, instance.now())) continue;
    poll.notified = true;
    const status = world.statuses.get(poll.statusId);
    if (!status) continue;
    const people = new Set([poll.accountId, ...poll.votes.map(({ accountId }) => accountId)]);
    for (const id of people) notify(instance, 'poll', id, poll.accountId, status, poll.expiresAt!);
  }
}
