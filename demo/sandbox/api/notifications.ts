import type { Hono, MiddlewareHandler } from 'hono';
import { accountJson, iso, partialAccountJson, type Json } from '../entities/account.js';
import { extrasJson, notificationJson } from '../entities/notification.js';
import { statusJson } from '../entities/status.js';
import { me, user, type Call, type Env } from '../http/auth.js';
import { ApiError, recordNotFound } from '../http/errors.js';
import { limitOf, linkPage, pageById } from '../http/paging.js';
import { compareIds } from '../world/ids.js';
import type { NotificationRow } from '../world/notification-rows.js';

/** What the asker was told, the latest first, as far as the filters let it through. */
function rowsFor(c: Call): NotificationRow[] {
  const { params } = c.var;
  const [types, excluded] = [params.several('types'), params.several('exclude_types')];
  const from = params.present('account_id');
  return c.env.world.notifications
    .filter((row) => row.accountId === me(c).id)
    .filter(({ type }) => (!types.length || types.includes(type)) && !excluded.includes(type))
    .filter(({ fromId }) => !from || fromId === from)
    .filter(({ filtered }) => !filtered || params.flag('include_filtered'))
    .sort((a, b) => compareIds(b.id, a.id));
}

const one = (c: Call, row: NotificationRow): Json =>
  notificationJson(c.env, me(c), row, c.var.params.list('supported_types'));

const keep = ['limit', 'types', 'exclude_types', 'account_id', 'include_filtered'];

function index(c: Call) {
  const limit = limitOf(c, 40);
  const page = pageById(c, rowsFor(c), ({ id }) => id, limit);
  const ids = page.map(({ id }) => id);
  linkPage(c, ids, limit, { keep, next: 'some' });
  return c.json(page.map((row) => one(c, row)));
}

/** The asker's own notification in the path; throws 404. */
function inPath(c: Call): NotificationRow {
  const row = rowsFor(c).find(({ id }) => id === c.req.param('id'));
  if (!row) throw recordNotFound();
  return row;
}

function drop(c: Call, fits: (row: NotificationRow) => boolean) {
  const { notifications } = c.env.world;
  const kept = notifications.filter((row) => row.accountId !== me(c).id || !fits(row));
  notifications.splice(0, notifications.length, ...kept);
  return c.json({});
}

function unreadRows(c: Call): NotificationRow[] {
  const marker = c.env.world.markers.get(`${me(c).id} notifications`);
  return rowsFor(c).filter(({ id }) => !marker || compareIds(id, marker.lastReadId) > 0);
}

/** Everything after the marker, at most as many as the limit. */
function unread(c: Call) {
  const most = Math.min(c.var.params.whole('limit') ?? 100, 1000);
  return c.json({ count: Math.min(unreadRows(c).length, most) });
}

interface Group {
  key: string;
  rows: NotificationRow[];
}

const groupable = ['favourite', 'follow', 'reblog', 'admin.sign_up'];

/** The groups that the asker has to do with, the order of their youngest; what the client cannot group stands alone. */
function grouped(c: Call, rows: readonly NotificationRow[]): Group[] {
  const { params } = c.var;
  const types = params.has('grouped_types') ? params.several('grouped_types') : groupable;
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const key = types.includes(row.type) ? row.groupKey : `ungrouped-${row.id}`;
    const group = groups.get(key) ?? { key, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** A page holds so many groups next to the cursor, each with all that is not younger than the page. */
function pageOfGroups(c: Call, limit: number): Group[] {
  const near = pageById(c, rowsFor(c), ({ id }) => id, Infinity);
  const upwards = c.var.params.present('min_id') !== undefined;
  const shown = grouped(c, upwards ? near.toReversed() : near).slice(0, limit);
  const keys = new Set(shown.map(({ key }) => key));
  const newest = near.find((row) => shown.some(({ rows }) => rows.includes(row)));
  const upTo = rowsFor(c).filter(({ id }) => newest && compareIds(id, newest.id) <= 0);
  return grouped(c, upTo).filter(({ key }) => keys.has(key));
}

function groupJson(c: Call, { key, rows }: Group, lowest?: string): Json {
  const young = rows[0]!;
  const here = lowest === undefined ? [] : rows.filter(({ id }) => compareIds(id, lowest) >= 0);
  const page = here.length && {
    page_min_id: here.at(-1)!.id,
    page_max_id: young.id,
    latest_page_notification_at: iso(young.createdAt),
  };
  return {
    group_key: key,
    notifications_count: rows.length,
    type: young.type,
    most_recent_notification_id: Number(young.id),
    ...page,
    sample_account_ids: rows.slice(0, 8).map(({ fromId }) => fromId),
    ...(young.statusId !== null && { status_id: young.statusId }),
    ...extrasJson(c.env, young, c.var.params.list('supported_types')),
  };
}

/** Whole accounts, or, where only faces are wanted, whole ones for the first of each group and faces of the others. */
function accountsOf(c: Call, groups: readonly Group[], partial: boolean): Json {
  const shown = groups.map(({ rows }) => rows.slice(0, 8).map(({ fromId }) => fromId));
  const whole = new Set(partial ? shown.map(([first]) => first!) : shown.flat());
  const faces = new Set(shown.flat().filter((id) => !whole.has(id)));
  const row = (id: string) => c.env.world.account(id);
  return {
    accounts: [...whole].map((id) => accountJson(c.env, row(id))),
    ...(partial && { partial_accounts: [...faces].map((id) => partialAccountJson(c.env, row(id))) }),
  };
}

function results(c: Call, groups: readonly Group[], partial = false, lowest?: string): Json {
  const posts = new Set(groups.map(({ rows }) => rows[0]!.statusId).filter((id) => id !== null));
  return {
    ...accountsOf(c, groups, partial),
    statuses: [...posts].map((id) => statusJson(c.env, me(c), c.env.world.statuses.get(id)!)),
    notification_groups: groups.map((group) => groupJson(c, group, lowest)),
  };
}

function indexGrouped(c: Call) {
  const expand = c.var.params.text('expand_accounts') ?? 'full';
  if (!['full', 'partial_avatars'].includes(expand)) {
    throw new ApiError(400, { error: 'Invalid value for expand_accounts' });
  }
  const limit = limitOf(c, 40);
  const groups = pageOfGroups(c, limit);
  const ids = groups.map(({ rows }) => rows[0]!.id);
  linkPage(c, ids, limit, { keep: [...keep, 'grouped_types', 'expand_accounts', 'supported_types'], next: 'some' });
  return c.json(results(c, groups, expand === 'partial_avatars', ids.at(-1)));
}

/** Groups after the marker. */
function unreadGroups(c: Call) {
  const most = Math.min(c.var.params.whole('limit') ?? 100, 1000);
  return c.json({ count: Math.min(grouped(c, unreadRows(c)).length, most) });
}

function groupInPath(c: Call): Group {
  const key = c.req.param('key')!;
  const rows = rowsFor(c).filter((row) => row.groupKey === key || `ungrouped-${row.id}` === key);
  if (!rows.length) throw recordNotFound();
  return { key, rows };
}

/** What came with 4.3 is not there before. */
export const since43: MiddlewareHandler<Env> = async (c, next) =>
  c.env.settings.version === '4.2' ? c.notFound() : next();

export function notificationRoutes(app: Hono<Env>): void {
  const reading = user('read', 'read:notifications');
  const writing = user('write', 'write:notifications');
  const at = '/api/v1/notifications';
  app.get(at, reading, index);
  app.get(`${at}/unread_count`, since43, reading, unread);
  app.use('/api/v2/notifications', since43);
  app.use('/api/v2/notifications/*', since43);
  app.get(`${at}/:id{\\d+}`, reading, (c) => c.json(one(c, inPath(c))));
  app.post(`${at}/clear`, writing, (c) => drop(c, () => true));
  app.post(`${at}/:id{\\d+}/dismiss`, writing, (c) => {
    const { id } = inPath(c);
    return drop(c, (row) => row.id === id);
  });
  app.get('/api/v2/notifications', reading, indexGrouped);
  app.get('/api/v2/notifications/unread_count', reading, unreadGroups);
  app.get('/api/v2/notifications/:key{[^/]+-[^/]+}', reading, (c) => c.json(results(c, [groupInPath(c)])));
  app.get('/api/v2/notifications/:key/accounts', reading, (c) =>
    c.json(groupInPath(c).rows.map(({ fromId }) => accountJson(c.env, c.env.world.account(fromId)))),
  );
  app.post('/api/v2/notifications/:key/dismiss', writing, (c) => {
    const { rows } = groupInPath(c);
    return drop(c, (row) => rows.includes(row));
  });
}
