import type { Hono } from 'hono';
import { parseFocus, processingError, upload } from '../deeds/upload.js';
import { mediaJson } from '../entities/media.js';
import { me, user, type Call, type Env } from '../http/auth.js';
import { ApiError, notFound, recordNotFound, unprocessable } from '../http/errors.js';
import type { MediaRow } from '../world/rows.js';

/** The asker's own medium that no post has yet; throws 404 for all others. */
function freeMedium(c: Call): MediaRow {
  const row = c.env.world.media.get(c.req.param('id') ?? '');
  if (!row || row.accountId !== me(c).id || row.statusId !== null) throw recordNotFound();
  return row;
}

/** 206 as long as the server works on it, 422 where that came to nothing. */
function answer(c: Call, row: MediaRow) {
  const works = row.readyAt > c.env.now();
  if (row.failed && !works) throw new ApiError(422, processingError);
  return c.json(mediaJson(c.env, row), works ? 206 : 200);
}

/** The first version answers when the work is done. */
async function createFirst(c: Call) {
  const row = await upload(c.env, me(c), c.var.params);
  row.readyAt = 0;
  return answer(c, row);
}

async function create(c: Call) {
  if (!c.env.settings.media.v2) throw notFound();
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
  if (c.env.settings.version === '4.2') throw notFound();
  const row = c.env.world.media.get(c.req.param('id') ?? '');
  if (!row || row.accountId !== me(c).id) throw recordNotFound();
  if (row.statusId !== null) throw unprocessable('Media attachment is currently used by a post');
  c.env.world.media.delete(row.id);
  return c.json({});
}

export function mediaRoutes(app: Hono<Env>): void {
  const writing = user('write', 'write:media');
  app.post('/api/v2/media', writing, create);
  app.post('/api/v1/media', writing, createFirst);
  app.get('/api/v1/media/:id', writing, (c) => answer(c, freeMedium(c)));
  app.put('/api/v1/media/:id', writing, update);
  app.delete('/api/v1/media/:id', writing, destroy);
}
