import type { Hono } from 'hono';
import { accountJson, iso, partialAccountJson, type Json } from '../entities/account.js';
import { notificationJson } from '../entities/notification.js';
import { statusJson } from '../entities/status.js';
import { me, user, type Call, type Env } from '../http/auth.js';
import { ApiError, recordNotFound } from '../http/errors.js';
import { limitOf, linkPage, pageById } from '../http/paging.js';
import { compareIds } from '../world/ids.js';
import type { NotificationRow } from '../world/rows.js';

/** What the asker was told, the latest first, as far as the filters let it through. */
function rowsFor(c: Call): NotificationRow[] {
  const { params } = c.var;
  const [types, excluded] = [params.several('types'), params.several('exclude_types')];
  const from = params.present('account_id');
  return c.env.world.notifications
    .filter((row) => row.accountId === me(c).id)
    .filter(({ type }) => (!types.length || types.includes(type)) && !excluded.includes(type))
    .filter(({ fromId }) => !from || fromId === from)
    .sort((a, b) => compareIds(b.id, a.id));
}

const one = (c: Call, row: NotificationRow): Json => notificationJson(c.env, me(c), row);

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

/** Everything after the marker, at most as many as the limit. */
function unread(c: Call) {
  const marker = c.env.world.markers.get(`${me(c).id} notifications`);
  const most = Math.min(c.var.params.whole('limit') ?? 100, 1000);
  const rows = rowsFor(c).filter(({ id }) => !marker || compareIds(id, marker.lastReadId) > 0);
  return c.json({ count: Math.min(rows.length, most) });
}

interface Group {
  key: string;
  rows: NotificationRow[];
}

const groupable = ['favourite', 'follow', 'reblog', 'admin.sign_up'];

/** Rows in groups, in the order of their youngest; what the client cannot group stands alone. */
function grouped(rows: readonly NotificationRow[], types: readonly string[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const key = types.includes(row.type) ? row.groupKey : `ungrouped-${row.id}`;
    const group = groups.get(key) ?? { key, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function groupJson(c: Call, { key, rows }: Group, paged: boolean): Json {
  const [young, old] = [rows[0]!, rows.at(-1)!];
  const all = c.env.world.notifications.filter((row) => row.accountId === me(c).id && row.groupKey === key);
  const page = { page_min_id: old.id, page_max_id: young.id, latest_page_notification_at: iso(young.createdAt) };
  return {
    group_key: key,
    notifications_count: key.startsWith('ungrouped') ? 1 : all.length,
    type: young.type,
    most_recent_notification_id: Number(young.id),
    ...(paged && page),
    sample_account_ids: rows.slice(0, 8).map(({ fromId }) => fromId),
    ...(young.statusId !== null && { status_id: young.statusId }),
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

function results(c: Call, groups: readonly Group[], paged: boolean, partial = false): Json {
  const posts = new Set(groups.map(({ rows }) => rows[0]!.statusId).filter((id) => id !== null));
  return {
    ...accountsOf(c, groups, partial),
    statuses: [...posts].map((id) => statusJson(c.env, me(c), c.env.world.statuses.get(id)!)),
    notification_groups: groups.map((group) => groupJson(c, group, paged)),
  };
}

function indexGrouped(c: Call) {
  const expand = c.var.params.text('expand_accounts') ?? 'full';
  if (!['full', 'partial_avatars'].includes(expand)) {
    throw new ApiError(400, { error: 'Invalid value for expand_accounts' });
  }
  const limit = limitOf(c, 40);
  const types = c.var.params.has('grouped_types') ? c.var.params.several('grouped_types') : groupable;
  const page = pageById(c, rowsFor(c), ({ id }) => id, limit);
  const ids = page.map(({ id }) => id);
  linkPage(c, ids, limit, { keep: [...keep, 'grouped_types', 'expand_accounts'], next: 'some' });
  return c.json(results(c, grouped(page, types), true, expand === 'partial_avatars'));
}

function groupInPath(c: Call): Group {
  const key = c.req.param('key')!;
  const rows = rowsFor(c).filter((row) => row.groupKey === key || `ungrouped-${row.id}` === key);
  if (!rows.length) throw recordNotFound();
  return { key, rows };
}

export function notificationRoutes(app: Hono<Env>): void {
  const reading = user('read', 'read:notifications');
  const writing = user('write', 'write:notifications');
  const at = '/api/v1/notifications';
  app.get(at, reading, index);
  app.get(`${at}/unread_count`, reading, unread);
  app.get(`${at}/:id{\\d+}`, reading, (c) => c.json(one(c, inPath(c))));
  app.post(`${at}/clear`, writing, (c) => drop(c, () => true));
  app.post(`${at}/:id{\\d+}/dismiss`, writing, (c) => {
    const { id } = inPath(c);
    return drop(c, (row) => row.id === id);
  });
  app.get('/api/v2/notifications', reading, indexGrouped);
  app.get('/api/v2/notifications/unread_count', reading, unread);
  app.get('/api/v2/notifications/:key{[^/]+-[^/]+}', reading, (c) => c.json(results(c, [groupInPath(c)], false)));
  app.get('/api/v2/notifications/:key/accounts', reading, (c) =>
    c.json(groupInPath(c).rows.map(({ fromId }) => accountJson(c.env, c.env.world.account(fromId)))),
  );
  app.post('/api/v2/notifications/:key/dismiss', writing, (c) => {
    const { rows } = groupInPath(c);
    return drop(c, (row) => rows.includes(row));
  });
}
