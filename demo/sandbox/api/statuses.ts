import type { Hono } from 'hono';
import { accountJson } from '../entities/account.js';
import { cardJson, editJson, statusJson } from '../entities/status.js';
import { cached, me, user, type Call, type Env } from '../http/auth.js';
import { notFound } from '../http/errors.js';
import { limitOf, linkPage, pageById } from '../http/paging.js';
import { originalOf } from '../deeds/react.js';
import { snapshot } from '../deeds/edit.js';
import { compareIds } from '../world/ids.js';
import type { MarkRow } from '../world/rows.js';
import { ancestors, descendants } from '../world/threads.js';
import { mayShow } from '../world/visibility.js';
import type { Marks } from '../world/world.js';
import { ownStatusInPath, statusInPath } from './find.js';

const most = 20;

/** One post; one that is not there and one that is hidden look the same. */
function one(c: Call) {
  const row = c.env.world.statuses.get(c.req.param('id') ?? '');
  if (!row || !mayShow(c.env.world, c.var.viewer, row)) throw notFound();
  return row;
}

function several(c: Call) {
  // It came with 4.3.
  if (c.env.settings.version === '4.2') throw notFound();
  const ids = c.var.params.several('id').slice(0, most);
  const rows = ids.map((id) => c.env.world.statuses.get(id)).filter((row) => row !== undefined);
  return c.json(
    rows.filter((row) => mayShow(c.env.world, c.var.viewer, row)).map((row) => statusJson(c.env, c.var.viewer, row)),
  );
}

function context(c: Call) {
  const status = one(c);
  const { world } = c.env;
  const draw = (row: typeof status) => statusJson(c.env, c.var.viewer, row);
  return c.json({
    ancestors: ancestors(world, c.var.viewer, status, c.env.now()).map(draw),
    descendants: descendants(world, c.var.viewer, status, c.env.now()).map(draw),
  });
}

/** People by relation rows, whose hidden ids the links speak of. */
function people(c: Call, rows: { id: string; accountId: string }[], prev: 'since_id' | 'min_id') {
  const limit = limitOf(c, 40);
  const young = rows.toSorted((a, b) => compareIds(b.id, a.id));
  const page = pageById(c, young, ({ id }) => id, limit);
  const ids = page.map(({ id }) => id);
  linkPage(c, ids, limit, { next: 'full', prev });
  return c.json(page.map(({ accountId }) => accountJson(c.env, c.env.world.account(accountId))));
}

function rebloggedBy(c: Call) {
  const status = statusInPath(c);
  const boosts = [...c.env.world.statuses.values()].filter((row) => row.boostOf === status.id);
  return people(c, boosts, 'since_id');
}

function history(c: Call) {
  const status = statusInPath(c);
  const versions = status.edits.length ? status.edits : [snapshot(c.env, status, status.createdAt)];
  return c.json(versions.map((version) => editJson(c.env, status, version)));
}

function quotes(c: Call) {
  const status = statusInPath(c);
  const limit = limitOf(c, 20);
  const rows = c.env.world.ordered.filter(
    (row) =>
      row.quote?.statusId === status.id && row.quote.state === 'accepted' && mayShow(c.env.world, c.var.viewer, row),
  );
  const page = pageById(c, rows, ({ id }) => id, limit);
  const ids = page.map(({ id }) => id);
  linkPage(c, ids, limit, { next: 'full', prev: 'since_id' });
  return c.json(page.map((row) => statusJson(c.env, c.var.viewer, row)));
}

/** What somebody marked, the latest mark first. */
const marked = (marksOf: (c: Call) => Marks) => (c: Call) => {
  const { world } = c.env;
  const limit = limitOf(c, 20);
  const rows: MarkRow[] = marksOf(c).by(me(c).id).toReversed();
  const page = pageById(c, rows, ({ id }) => id, limit);
  const ids = page.map(({ id }) => id);
  linkPage(c, ids, limit, { next: 'full' });
  const statuses = page.map(({ targetId }) => world.statuses.get(targetId)!);
  return c.json(statuses.filter((row) => mayShow(world, me(c), row)).map((row) => statusJson(c.env, me(c), row)));
};

export function statusRoutes(app: Hono<Env>): void {
  const reading = ['read', 'read:statuses'];
  app.get('/api/v1/statuses', cached(...reading), several);
  app.get('/api/v1/statuses/:id', cached(...reading), (c) => c.json(statusJson(c.env, c.var.viewer, one(c))));
  app.get('/api/v1/statuses/:id/context', cached(...reading), context);
  app.get('/api/v1/statuses/:id/favourited_by', cached('read', 'read:accounts'), (c) =>
    people(c, c.env.world.favourites.on(originalOf(c.env, statusInPath(c)).id), 'since_id'),
  );
  app.get('/api/v1/statuses/:id/reblogged_by', cached('read', 'read:accounts'), rebloggedBy);
  app.get('/api/v1/statuses/:id/history', cached(...reading), history);
  app.get('/api/v1/statuses/:id/quotes', cached(...reading), quotes);
  app.get('/api/v1/statuses/:id/card', cached(...reading), (c) => {
    const { card } = statusInPath(c);
    return c.json(card ? cardJson(c.env, card) : {});
  });
  app.get('/api/v1/statuses/:id/source', user(...reading), (c) => {
    const { id, text, spoiler } = ownStatusInPath(c);
    return c.json({ id, text, spoiler_text: spoiler });
  });
  app.get(
    '/api/v1/favourites',
    user('read', 'read:favourites'),
    marked((c) => c.env.world.favourites),
  );
  app.get(
    '/api/v1/bookmarks',
    user('read', 'read:bookmarks'),
    marked((c) => c.env.world.bookmarks),
  );
}
