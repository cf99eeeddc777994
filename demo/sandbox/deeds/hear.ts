import type { Instance } from '../instance.js';
import type { StatusRow } from '../world/rows.js';
import { notify } from './notify.js';

/** A new post goes to who listens, and those whom it concerns hear of it: mentioned, quoted, and whoever asked to hear of each post. */
export function hearOfPost(instance: Instance, status: StatusRow, at = instance.now()): void {
  const { world } = instance;
  instance.streams.update(status);
  for (const id of status.mentions) notify(instance, 'mention', id, status.accountId, status, at);
  const quoted = status.quote?.statusId ? world.statuses.get(status.quote.statusId) : undefined;
  if (quoted) notify(instance, 'quote', quoted.accountId, status.accountId, status, at);
  if (status.visibility === 'direct' || status.replyTo !== null) return;
  for (const follow of world.follows) {
    if (follow.to === status.accountId && follow.notify)
      notify(instance, 'status', follow.from, status.accountId, status, at);
  }
}

/** An edit goes to who listens; those who boosted or quoted the post hear of it. */
export function hearOfEdit(instance: Instance, status: StatusRow): void {
  const { statuses } = instance.world;
  instance.streams.edit(status);
  for (const row of statuses.values()) {
    if (row.boostOf === status.id) notify(instance, 'update', row.accountId, status.accountId, status);
    if (row.quote?.statusId === status.id) notify(instance, 'quoted_update', row.accountId, status.accountId, row);
  }
}
