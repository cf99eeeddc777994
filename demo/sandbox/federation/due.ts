import { readDraft } from '../deeds/draft.js';
import { publish } from '../deeds/post.js';
import { Params, type Param } from '../http/params.js';
import type { Instance } from '../instance.js';
import { tellNew } from './tell.js';

/** Publishes what was scheduled for a time that has come since somebody last asked. */
export async function publishDue(instance: Instance): Promise<void> {
  const { world } = instance;
  const due = world.scheduled.filter(({ at }) => at <= instance.now());
  for (const row of due) {
    world.scheduled.splice(world.scheduled.indexOf(row), 1);
    for (const id of row.mediaIds) world.media.get(id)!.statusId = null;
    const author = world.account(row.accountId);
    const app = world.apps.find(({ id }) => id === row.appId);
    await tellNew(
      instance,
      publish(instance, author, readDraft(instance, author, new Params(row.values as Record<string, Param>)), app),
    );
  }
}
