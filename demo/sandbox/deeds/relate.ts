import type { Instance } from '../instance.js';
import { notAllowed, recordNotFound } from '../http/errors.js';
import type { AccountRow, FollowRow } from '../world/rows.js';
import { notify, unnotify } from './notify.js';

export interface FollowOptions {
  reblogs?: boolean | undefined;
  notify?: boolean | undefined;
  languages?: string[] | undefined;
}

const without = <Row>(rows: Row[], fits: (row: Row) => boolean): Row | undefined => {
  const at = rows.findIndex(fits);
  return at < 0 ? undefined : rows.splice(at, 1)[0];
};

const between = (from: string, to: string) => (row: { from: string; to: string }) => row.from === from && row.to === to;

/** Follows, or asks to: people who approve their followers, and people of other instances until those answer. */
export function follow(instance: Instance, who: AccountRow, whom: AccountRow, options: FollowOptions = {}): FollowRow {
  const { world } = instance;
  if (who.id === whom.id) throw recordNotFound();
  if (world.blocks.has(whom.id, who.id) || world.blocks.has(who.id, whom.id)) throw notAllowed();
  const known = world.follow(who.id, whom.id) ?? world.request(who.id, whom.id);
  const row = known ?? newFollow(instance, who, whom);
  if (options.reblogs !== undefined) row.showReblogs = options.reblogs;
  if (options.notify !== undefined) row.notify = options.notify;
  if (options.languages !== undefined) row.languages = options.languages;
  if (!known) {
    const asks = whom.locked || whom.domain !== null;
    (asks ? world.requests : world.follows).push(row);
    notify(instance, asks ? 'follow_request' : 'follow', whom.id, who.id);
  }
  return row;
}

/** A follow that stands nowhere yet. */
export function newFollow(instance: Instance, who: AccountRow, whom: AccountRow, at = instance.now()): FollowRow {
  const id = instance.world.serial('follows');
  const uri = `${who.uri}#follows/${id}`;
  return { id, from: who.id, to: whom.id, createdAt: at, showReblogs: true, notify: false, languages: null, uri };
}

/** A request becomes a follow. */
export function acceptFollow(instance: Instance, from: string, to: string): FollowRow | undefined {
  const { world } = instance;
  const row = without(world.requests, between(from, to));
  if (!row) return undefined;
  world.follows.push(row);
  unnotify(instance, { type: 'follow_request', accountId: to, fromId: from });
  notify(instance, 'follow', to, from);
  return row;
}

export function rejectFollow(instance: Instance, from: string, to: string): FollowRow | undefined {
  unnotify(instance, { type: 'follow_request', accountId: to, fromId: from });
  return without(instance.world.requests, between(from, to));
}

/** What was taken back, if anything. */
export function unfollow(instance: Instance, from: string, to: string): FollowRow | undefined {
  const { world } = instance;
  const row = without(world.follows, between(from, to)) ?? without(world.requests, between(from, to));
  if (row) for (const list of world.lists) if (list.accountId === from) without(list.memberIds, (id) => id === to);
  return row;
}

export function block(instance: Instance, who: AccountRow, whom: AccountRow): void {
  if (who.id === whom.id) throw recordNotFound();
  unfollow(instance, who.id, whom.id);
  unfollow(instance, whom.id, who.id);
  instance.world.blocks.add(who.id, whom.id, instance.now());
  unnotify(instance, { accountId: who.id, fromId: whom.id });
}

export function mute(
  instance: Instance,
  who: AccountRow,
  whom: AccountRow,
  notifications: boolean,
  seconds: number,
): void {
  if (who.id === whom.id) throw recordNotFound();
  const { world } = instance;
  const expiresAt = seconds > 0 ? instance.now() + seconds * 1000 : null;
  const known = world.mute(who.id, whom.id);
  if (known) Object.assign(known, { notifications, expiresAt });
  else world.mutes.push({ id: world.serial('mutes'), from: who.id, to: whom.id, notifications, expiresAt });
}

export const unmute = (instance: Instance, from: string, to: string) =>
  void without(instance.world.mutes, between(from, to));

/** Nobody of a server is heard any more, and nobody of it follows any more. */
export function blockDomain(instance: Instance, who: AccountRow, domain: string): void {
  const { world } = instance;
  world.domainBlocks.add(who.id, domain, instance.now());
  for (const whom of world.accounts.values()) {
    if (whom.domain !== domain) continue;
    unfollow(instance, who.id, whom.id);
    unfollow(instance, whom.id, who.id);
    unnotify(instance, { accountId: who.id, fromId: whom.id });
  }
}
