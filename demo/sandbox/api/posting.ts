import type { Hono } from 'hono';
import { readDraft } from '../deeds/draft.js';
import { edit } from '../deeds/edit.js';
import { publish } from '../deeds/post.js';
import { remove } from '../deeds/remove.js';
import { pollJson, statusJson } from '../entities/status.js';
import { vote } from '../deeds/react.js';
import { meetMentioned } from '../federation/resolve.js';
import { tellEdited, tellNew, tellRemoved, tellVote } from '../federation/tell.js';
import { cached, me, user, type Call, type Env } from '../http/auth.js';
import { notAllowed, notFound, parameterMissing, recordNotFound } from '../http/errors.js';
import { countDeed } from '../http/limits.js';
import type { PollRow, QuotePolicy, StatusRow } from '../world/rows.js';
import { mayShow } from '../world/visibility.js';
import { ownStatusInPath } from './find.js';
import { schedule } from './schedule.js';

const hourMs = 3_600_000;

/** What the same key was answered before, within the hour. */
function repeated(c: Call, key: string | undefined): StatusRow | undefined {
  const known = key ? c.env.world.idempotency.get(`${me(c).id} ${key}`) : undefined;
  return known && known.until > c.env.now() ? c.env.world.statuses.get(known.statusId) : undefined;
}

async function create(c: Call) {
  c.set('family', 'statuses');
  const key = c.req.header('Idempotency-Key');
  const before = repeated(c, key);
  if (before) return c.json(statusJson(c.env, me(c), before));
  if (c.var.params.present('scheduled_at')) return schedule(c);
  await meetMentioned(c.env, c.var.params.text('status') ?? '');
  const draft = readDraft(c.env, me(c), c.var.params);
  countDeed(c.env.counters, 'statuses', me(c).id, c.env.now());
  const app = c.env.world.apps.find(({ id }) => id === c.var.token?.appId);
  const status = publish(c.env, me(c), draft, app);
  if (key) c.env.world.idempotency.set(`${me(c).id} ${key}`, { statusId: status.id, until: c.env.now() + hourMs });
  await tellNew(c.env, status);
  return c.json(statusJson(c.env, me(c), status));
}

async function update(c: Call) {
  c.set('family', 'statuses');
  const status = ownStatusInPath(c);
  if (status.boostOf !== null) throw notAllowed();
  await meetMentioned(c.env, c.var.params.text('status') ?? '');
  countDeed(c.env.counters, 'statuses', me(c).id, c.env.now());
  if (edit(c.env, me(c), status, c.var.params)) await tellEdited(c.env, status);
  return c.json(statusJson(c.env, me(c), status));
}

/** Answers what was deleted with its source, so that it can be written anew. */
async function destroy(c: Call) {
  const status = ownStatusInPath(c);
  const last = statusJson(c.env, me(c), status, { source: true });
  const media = status.mediaIds;
  const told = tellRemoved(c.env, status);
  remove(c.env, status);
  if (c.var.params.flag('delete_media')) for (const id of media) c.env.world.media.delete(id);
  await told;
  return c.json(last);
}

function policy(c: Call) {
  const status = ownStatusInPath(c);
  const wanted = c.var.params.present('quote_approval_policy');
  if (!wanted) throw parameterMissing('quote_approval_policy');
  const hidden = status.visibility === 'private' || status.visibility === 'direct';
  status.quotePolicy = hidden ? 'nobody' : (wanted as QuotePolicy);
  return c.json(statusJson(c.env, me(c), status));
}

/** The author of a quoted post takes their consent back. */
function revoke(c: Call) {
  const quoted = ownStatusInPath(c);
  const quoting = c.env.world.statuses.get(c.req.param('quoting') ?? '');
  if (quoting?.quote?.statusId !== quoted.id) throw recordNotFound();
  quoting.quote.state = 'revoked';
  return c.json(statusJson(c.env, me(c), quoting));
}

/** The poll in the path, if its post may be seen. */
function pollInPath(c: Call): PollRow {
  const poll = c.env.world.polls.get(c.req.param('id') ?? '');
  if (!poll) throw recordNotFound();
  const status = c.env.world.statuses.get(poll.statusId);
  if (!status || !mayShow(c.env.world, c.var.viewer, status)) throw notFound();
  return poll;
}

async function castVote(c: Call) {
  const poll = pollInPath(c);
  const choices = c.var.params.list('choices');
  if (!choices?.length) throw parameterMissing('choices');
  vote(c.env, me(c), poll, choices);
  await tellVote(c.env, me(c), poll, choices.map(Number));
  return c.json(pollJson(c.env, me(c), poll));
}

export function postingRoutes(app: Hono<Env>): void {
  const writing = ['write', 'write:statuses'];
  app.post('/api/v1/statuses', user(...writing), create);
  app.put('/api/v1/statuses/:id', user(...writing), update);
  app.delete('/api/v1/statuses/:id', user(...writing), destroy);
  app.put('/api/v1/statuses/:id/interaction_policy', user(...writing), policy);
  app.post('/api/v1/statuses/:id/quotes/:quoting/revoke', user(...writing), revoke);
  app.get('/api/v1/polls/:id', cached('read', 'read:statuses'), (c) =>
    c.json(pollJson(c.env, c.var.viewer, pollInPath(c))),
  );
  app.post('/api/v1/polls/:id/votes', user(...writing), castVote);
}
