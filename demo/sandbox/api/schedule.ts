import type { Hono } from 'hono';
import { readDraft } from '../deeds/draft.js';
import { iso, type Json } from '../entities/account.js';
import { mediaJson } from '../entities/media.js';
import { me, user, type Call, type Env } from '../http/auth.js';
import { recordNotFound, validationFailed } from '../http/errors.js';
import { limitOf, linkPage, pageById } from '../http/paging.js';
import type { ScheduledRow } from '../world/rows.js';

const soonestMs = 5 * 60_000;
const [most, mostADay] = [300, 25];

/** A post that waits. Its parameters come as they were sent, with null for what was not. */
function scheduledJson(c: Call, row: ScheduledRow): Json {
  const names = ['visibility', 'spoiler_text', 'sensitive', 'language', 'in_reply_to_id', 'poll', 'idempotency'];
  const rest = Object.fromEntries(names.map((name) => [name, row.values[name] ?? null]));
  const params = {
    ...rest,
    text: row.values['status'] ?? '',
    media_ids: row.mediaIds.length ? row.mediaIds : null,
    scheduled_at: null,
    application_id: Number(row.appId ?? 0),
    with_rate_limit: true,
    quoted_status_id: row.values['quoted_status_id'] ?? null,
    quote_approval_policy: row.values['quote_approval_policy'] ?? null,
    allowed_mentions: null,
  };
  const media = row.mediaIds.map((id) => mediaJson(c.env, c.env.world.media.get(id)!));
  return { id: row.id, scheduled_at: iso(row.at), params, media_attachments: media };
}

function readTime(c: Call): number {
  const at = Date.parse(c.var.params.text('scheduled_at') ?? '');
  if (Number.isNaN(at) || at < c.env.now() + soonestMs) {
    throw validationFailed('Scheduled at The scheduled date must be in the future');
  }
  return at;
}

const ofAsker = (c: Call) => c.env.world.scheduled.filter(({ accountId }) => accountId === me(c).id);

function checkRoom(c: Call, at: number): void {
  const day = iso(at).slice(0, 10);
  if (ofAsker(c).length >= most) throw validationFailed(`You have exceeded the limit of ${most} scheduled posts`);
  if (ofAsker(c).filter((row) => iso(row.at).startsWith(day)).length >= mostADay) {
    throw validationFailed(`You have exceeded the limit of ${mostADay} scheduled posts for today`);
  }
}

/** Keeps a post for later; it is checked now as if it were posted now. */
export function schedule(c: Call) {
  const at = readTime(c);
  checkRoom(c, at);
  const { media } = readDraft(c.env, me(c), c.var.params);
  const { scheduled_at: asked, ...values } = c.var.params.values;
  void asked;
  const id = c.env.world.serial('scheduled');
  const mediaIds = media.map((row) => row.id);
  for (const row of media) row.statusId = `scheduled ${id}`;
  const row: ScheduledRow = { id, accountId: me(c).id, at, appId: c.var.token?.appId, values, mediaIds };
  c.env.world.scheduled.push(row);
  return c.json(scheduledJson(c, row));
}

function inPath(c: Call): ScheduledRow {
  const row = ofAsker(c).find(({ id }) => id === c.req.param('id'));
  if (!row) throw recordNotFound();
  return row;
}

function index(c: Call) {
  const limit = limitOf(c, 20);
  const page = pageById(c, ofAsker(c).toReversed(), ({ id }) => id, limit);
  const ids = page.map(({ id }) => id);
  linkPage(c, ids, limit, { next: 'full' });
  return c.json(page.map((row) => scheduledJson(c, row)));
}

export function scheduleRoutes(app: Hono<Env>): void {
  const reading = user('read', 'read:statuses');
  const writing = user('write', 'write:statuses');
  const at = '/api/v1/scheduled_statuses';
  app.get(at, reading, index);
  app.get(`${at}/:id`, reading, (c) => c.json(scheduledJson(c, inPath(c))));
  app.put(`${at}/:id`, writing, (c) => {
    const row = inPath(c);
    row.at = readTime(c);
    return c.json(scheduledJson(c, row));
  });
  app.delete(`${at}/:id`, writing, (c) => {
    const { scheduled } = c.env.world;
    const row = inPath(c);
    scheduled.splice(scheduled.indexOf(row), 1);
    for (const id of row.mediaIds) c.env.world.media.get(id)!.statusId = null;
    return c.json({});
  });
}
