import type { Instance } from '../instance.js';
import type { StatusRow } from '../world/rows.js';
import { unnotify } from './notify.js';

/** Takes a post away, with its boosts and all that hung on it. Answers stay, without what they answer. */
export function remove(instance: Instance, status: StatusRow): void {
  const { world } = instance;
  instance.streams.remove(status);
  for (const row of [...world.statuses.values()]) {
    if (row.boostOf === status.id) remove(instance, row);
    if (row.replyTo === status.id) row.replyTo = null;
    if (row.quote?.statusId === status.id) row.quote = { state: 'deleted', statusId: null };
  }
  for (const marks of [world.favourites, world.bookmarks, world.pins]) marks.drop(status.id);
  for (const id of status.mediaIds) {
    const media = world.media.get(id);
    if (media) media.statusId = null;
  }
  if (status.pollId !== null) world.polls.delete(status.pollId);
  unnotify(instance, { statusId: status.id });
  world.removeStatus(status);
}
