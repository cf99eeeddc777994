import type { Hono } from 'hono';
import { parseFocus, upload } from '../deeds/upload.js';
import { mediaJson } from '../entities/media.js';
import { me, user, type Call, type Env } from '../http/auth.js';
import { recordNotFound, unprocessable } from '../http/errors.js';
import type { MediaRow } from '../world/rows.js';

/** The asker's own medium that no post has yet; throws 404 for all others. */
function freeMedium(c: Call): MediaRow {
  const row = c.env.world.media.get(c.req.param('id') ?? '');
  if (!row || row.accountId !== me(c).id || row.statusId !== null) throw recordNotFound();
  return row;
}

/** 206 as long as the server works on it. */
const answer = (c: Call, row: MediaRow) => c.json(mediaJson(c.env, row), row.readyAt > c.env.now() ? 206 : 200);

async function create(c: Call) {
  const row = await upload(c.env, me(c), c.var.params);
  return c.json(mediaJson(c.env, row), row.readyAt > c.env.now() ? 202 : 200);
}

function update(c: Call) {
  const row = freeMedium(c);
  const { params } = c.var;
  if (params.has('description')) row.description = params.present('description') ?? null;
  if (params.has('focus')) row.focus = parseFocus(params.text('focus'));
  return answer(c, row);
}

function destroy(c: Call) {
  const row = c.env.world.media.get(c.req.param('id') ?? '');
  if (!row || row.accountId !== me(c).id) throw recordNotFound();
  if (row.statusId !== null) throw unprocessable('Media attachment is currently used by a post');
  c.env.world.media.delete(row.id);
  return c.json({});
}

export function mediaRoutes(app: Hono<Env>): void {
  const writing = user('write', 'write:media');
  app.post('/api/v2/media', writing, create);
  app.post('/api/v1/media', writing, create);
  app.get('/api/v1/media/:id', writing, (c) => answer(c, freeMedium(c)));
  app.put('/api/v1/media/:id', writing, update);
  app.delete('/api/v1/media/:id', writing, destroy);
}
