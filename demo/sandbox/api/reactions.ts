import type { Hono } from 'hono';
import { boost, boostBy, favourite, originalOf, pin, unboost, unfavourite } from '../deeds/react.js';
import { visibilities } from '../deeds/draft.js';
import { statusJson } from '../entities/status.js';
import { tellBoost, tellFavourite, tellUnboost } from '../federation/tell.js';
import { me, user, type Call, type Env } from '../http/auth.js';
import { countDeed } from '../http/limits.js';
import type { StatusRow, Visibility } from '../world/rows.js';
import { rootOf } from '../world/threads.js';
import { statusInPath } from './find.js';

const answer = (c: Call, status: StatusRow) => c.json(statusJson(c.env, me(c), status));

async function doFavourite(c: Call) {
  const status = originalOf(c.env, statusInPath(c));
  if (favourite(c.env, me(c), status)) await tellFavourite(c.env, me(c), status, true);
  return answer(c, status);
}

/** What one may no longer see can still be taken back. */
function markedOrVisible(c: Call, isMarked: (status: StatusRow) => boolean): StatusRow {
  const known = c.env.world.statuses.get(c.req.param('id') ?? '');
  return originalOf(c.env, known && isMarked(known) ? known : statusInPath(c));
}

async function undoFavourite(c: Call) {
  const status = markedOrVisible(c, ({ id }) => c.env.world.favourites.has(me(c).id, id));
  if (unfavourite(c.env, me(c), status)) await tellFavourite(c.env, me(c), status, false);
  return answer(c, status);
}

async function doBoost(c: Call) {
  c.set('family', 'statuses');
  const status = originalOf(c.env, statusInPath(c));
  const wanted = c.var.params.present('visibility') ?? 'public';
  if (!boostBy(c.env, me(c), status)) countDeed(c.env.counters, 'statuses', me(c).id, c.env.now());
  const visibility = visibilities.includes(wanted) ? (wanted as Visibility) : 'public';
  const { row, fresh } = boost(c.env, me(c), status, visibility);
  if (fresh) await tellBoost(c.env, me(c), status, row);
  return answer(c, row);
}

/** Answers the post itself, not the boost. */
async function undoBoost(c: Call) {
  const status = markedOrVisible(c, (row) => !!boostBy(c.env, me(c), row));
  const row = unboost(c.env, me(c), status);
  if (row) await tellUnboost(c.env, me(c), status, row);
  return answer(c, status);
}

/** Bookmarks tell nobody. */
const bookmark = (on: boolean) => (c: Call) => {
  const { bookmarks } = c.env.world;
  const status = on ? originalOf(c.env, statusInPath(c)) : markedOrVisible(c, ({ id }) => bookmarks.has(me(c).id, id));
  if (on) bookmarks.add(me(c).id, status.id, c.env.now());
  else bookmarks.remove(me(c).id, status.id);
  return answer(c, status);
};

const pinning = (on: boolean) => (c: Call) => {
  const status = statusInPath(c);
  if (on) pin(c.env, me(c), status);
  else c.env.world.pins.remove(me(c).id, status.id);
  return answer(c, status);
};

/** A thread one hears no more of. */
const muting = (on: boolean) => (c: Call) => {
  const status = statusInPath(c);
  const { mutedThreads } = c.env.world;
  const root = rootOf(c.env.world, status);
  if (on) mutedThreads.add(me(c).id, root, c.env.now());
  else mutedThreads.remove(me(c).id, root);
  return answer(c, status);
};

export function reactionRoutes(app: Hono<Env>): void {
  const at = '/api/v1/statuses/:id';
  app.post(`${at}/favourite`, user('write', 'write:favourites'), doFavourite);
  app.post(`${at}/unfavourite`, user('write', 'write:favourites'), undoFavourite);
  app.post(`${at}/reblog`, user('write', 'write:statuses'), doBoost);
  app.post(`${at}/unreblog`, user('write', 'write:statuses'), undoBoost);
  app.post(`${at}/bookmark`, user('write', 'write:bookmarks'), bookmark(true));
  app.post(`${at}/unbookmark`, user('write', 'write:bookmarks'), bookmark(false));
  app.post(`${at}/pin`, user('write', 'write:accounts'), pinning(true));
  app.post(`${at}/unpin`, user('write', 'write:accounts'), pinning(false));
  app.post(`${at}/mute`, user('write', 'write:mutes'), muting(true));
  app.post(`${at}/unmute`, user('write', 'write:mutes'), muting(false));
}
