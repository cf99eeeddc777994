import type { Hono } from 'hono';
import { letThrough, turnAway } from '../deeds/policy.js';
import type { Json } from '../entities/account.js';
import { requestJson } from '../entities/notification.js';
import { me, user, type Call, type Env } from '../http/auth.js';
import { recordNotFound, unprocessable } from '../http/errors.js';
import { limitOf, linkPage, pageById } from '../http/paging.js';
import { compareIds } from '../world/ids.js';
import type { NotificationRequestRow, PolicyAnswer, PolicyRow } from '../world/notification-rows.js';
import { since43 } from './notifications.js';

/** What is kept back from somebody, and by which rules. */

const ofAsker = (c: Call): NotificationRequestRow[] =>
  c.env.world.notificationRequests
    .filter(({ accountId }) => accountId === me(c).id)
    .sort((a, b) => compareIds(b.id, a.id));

function index(c: Call) {
  const limit = limitOf(c, 40);
  const page = pageById(c, ofAsker(c), ({ id }) => id, limit);
  const ids = page.map(({ id }) => id);
  linkPage(c, ids, limit, { next: 'full' });
  return c.json(page.map((row) => requestJson(c.env, me(c), row)));
}

function inPath(c: Call): NotificationRequestRow {
  const row = ofAsker(c).find(({ id }) => id === c.req.param('id'));
  if (!row) throw recordNotFound();
  return row;
}

const answer = (c: Call, rows: readonly NotificationRequestRow[], how: typeof letThrough) => {
  for (const { accountId, fromId } of rows) how(c.env, accountId, fromId);
  return c.json({});
};

/** Those named, as far as they are there. */
const several = (c: Call) => {
  const ids = c.var.params.several('id');
  return ofAsker(c).filter(({ id }) => ids.includes(id));
};

const answers: readonly string[] = ['accept', 'filter', 'drop'] satisfies PolicyAnswer[];

function policyJson(c: Call): Json {
  const { world } = c.env;
  const kept = world.notifications.filter(({ accountId, filtered }) => filtered && accountId === me(c).id);
  const summary = { pending_requests_count: ofAsker(c).length, pending_notifications_count: kept.length };
  return { ...world.policy(me(c).id), summary };
}

function setPolicy(c: Call) {
  const { world } = c.env;
  const policy = world.policy(me(c).id);
  for (const name of Object.keys(policy) as (keyof PolicyRow)[]) {
    const wanted = c.var.params.text(name) ?? policy[name];
    if (!answers.includes(wanted)) throw unprocessable(`'${wanted}' is not a valid ${name}`);
    policy[name] = wanted as PolicyAnswer;
  }
  world.policies.set(me(c).id, policy);
  return c.json(policyJson(c));
}

export function notificationRequestRoutes(app: Hono<Env>): void {
  const reading = user('read', 'read:notifications');
  const writing = user('write', 'write:notifications');
  const at = '/api/v1/notifications/requests';
  app.use(at, since43);
  app.use(`${at}/*`, since43);
  app.get(at, reading, index);
  // Here they are merged at once.
  app.get(`${at}/merged`, reading, (c) => c.json({ merged: true }));
  app.post(`${at}/accept`, writing, (c) => answer(c, several(c), letThrough));
  app.post(`${at}/dismiss`, writing, (c) => answer(c, several(c), turnAway));
  app.get(`${at}/:id`, reading, (c) => c.json(requestJson(c.env, me(c), inPath(c))));
  app.post(`${at}/:id/accept`, writing, (c) => answer(c, [inPath(c)], letThrough));
  app.post(`${at}/:id/dismiss`, writing, (c) => answer(c, [inPath(c)], turnAway));
  app.get('/api/v2/notifications/policy', since43, reading, (c) => c.json(policyJson(c)));
  app.patch('/api/v2/notifications/policy', since43, writing, setPolicy);
}
