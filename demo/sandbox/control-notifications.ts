import type { Hono } from 'hono';
import { personNamed, type Call } from './control-people.js';
import { notificationJson } from './entities/notification.js';
import { recordNotFound, unprocessable } from './http/errors.js';
import { readParams } from './http/params.js';
import type { Instance } from './instance.js';
import { tell } from './seed/museum/tidings.js';
import type { NotificationType } from './world/notification-rows.js';

const types: readonly string[] = [
  'mention',
  'status',
  'reblog',
  'follow',
  'follow_request',
  'favourite',
  'poll',
  'update',
  'quote',
  'quoted_update',
  'severed_relationships',
  'moderation_warning',
  'annual_report',
  'admin.sign_up',
  'admin.report',
  'added_to_collection',
  'collection_update',
  'lantern_lit',
] satisfies NotificationType[];

/** Somebody is told of anything, whether it has happened or not. */
async function add(c: Call) {
  const params = await readParams(c.req.raw);
  const { world } = c.env;
  const [to, type] = [personNamed(c.env, params.text('person')), params.text('type') ?? ''];
  if (!types.includes(type)) throw unprocessable(`No such type: ${type}`);
  const by = params.text('by');
  const from = by === undefined ? to : (world.accounts.get(by) ?? personNamed(c.env, by));
  const id = params.text('status_id');
  const status = id === undefined ? undefined : world.statuses.get(id);
  if (id !== undefined && !status) throw recordNotFound();
  const about = params.group('about')?.values;
  const row = tell(c.env, type as NotificationType, to, from, { status, about });
  return c.json(row ? notificationJson(c.env, to, row) : null);
}

export function notificationControl(app: Hono<{ Bindings: Instance }>): void {
  app.post('/notifications', add);
}
