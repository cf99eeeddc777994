import { Hono } from 'hono';
import { peopleRoutes, personNamed, type Call } from './control-people.js';
import { emojiControl } from './control-emojis.js';
import { notificationControl } from './control-notifications.js';
import { populationControl } from './control-population.js';
import { streamRoutes } from './control-streams.js';
import { readDraft } from './deeds/draft.js';
import { edit } from './deeds/edit.js';
import { publish } from './deeds/post.js';
import { remove } from './deeds/remove.js';
import { statusJson } from './entities/status.js';
import { greet } from './federation/greet.js';
import { meetMentioned } from './federation/resolve.js';
import { tellEdited, tellNew, tellRemoved } from './federation/tell.js';
import { ApiError, recordNotFound } from './http/errors.js';
import type { Fault } from './http/faults.js';
import { Params, readParams } from './http/params.js';
import { defaultSettings, type Instance, type Settings } from './instance.js';
import { openMuseum } from './seed/museum/museum.js';
import { plant } from './seed/plant.js';
import type { StatusRow } from './world/rows.js';
import { World } from './world/world.js';

/** What only a sandbox has: a door through which tests set the scene. */

const root = '/__sandbox';

export const isControl = (request: Request) => {
  const { pathname } = new URL(request.url);
  return pathname === root || pathname.startsWith(`${root}/`);
};

async function reset(c: Call) {
  const params = await readParams(c.req.raw);
  const { env } = c;
  env.clock.reset();
  if (params.has('now')) env.clock.set(Number(params.text('now')));
  if (params.has('seed')) env.seed = params.whole('seed')!;
  env.world = new World();
  env.settings = defaultSettings();
  env.faults = [];
  env.log.length = 0;
  env.counters.clear();
  env.streams.hangUp();
  plant(env);
  env.population.reset();
  return c.json({
    seed: env.seed,
    now: env.now(),
    accounts: env.world.accounts.size,
    statuses: env.world.statuses.size,
  });
}

/** Overlays settings; the groups among them field by field. */
async function setSettings(c: Call) {
  const given: Partial<Settings> = await c.req.json();
  const { settings } = c.env;
  const { timelinesAccess, oauth, streaming, media, limits, ...rest } = given;
  Object.assign(settings, rest);
  Object.assign(settings.oauth, oauth);
  Object.assign(settings.streaming, streaming);
  Object.assign(settings.media, media);
  Object.assign(settings.limits, limits);
  for (const [feed, rule] of Object.entries(timelinesAccess ?? {})) {
    Object.assign(settings.timelinesAccess[feed as keyof Settings['timelinesAccess']], rule);
  }
  return c.json(settings);
}

async function setFaults(c: Call, add: boolean) {
  const given = await c.req.json<Fault | Fault[]>();
  const faults = Array.isArray(given) ? given : [given];
  c.env.faults = add ? [...c.env.faults, ...faults] : faults;
  return c.json(c.env.faults);
}

async function setClock(c: Call) {
  const params = await readParams(c.req.raw);
  const { clock } = c.env;
  const wanted = params.text('now');
  if (wanted !== undefined) clock.set(/^\d+$/.test(wanted) ? Number(wanted) : Date.parse(wanted));
  if (params.has('advance')) clock.advance(Number(params.text('advance')));
  if (params.has('frozen')) clock.freeze(params.flag('frozen') ?? false);
  return c.json({ now: c.env.now() });
}

/** What a broken or hostile server would send in the place of a post's own fields. */
function layRaw(status: StatusRow, params: Params): void {
  const raw = params.group('raw');
  if (raw) status.raw = { ...status.raw, ...raw.values };
}

async function addPost(c: Call) {
  const params = await readParams(c.req.raw);
  const author = personNamed(c.env, params.text('person'));
  await meetMentioned(c.env, params.text('status') ?? '');
  const status = publish(c.env, author, readDraft(c.env, author, params), undefined, params.group('raw')?.values);
  await tellNew(c.env, status);
  return c.json(statusJson(c.env, author, status));
}

function postInPath(c: Call): StatusRow {
  const row = c.env.world.statuses.get(c.req.param('id') ?? '');
  if (!row) throw recordNotFound();
  return row;
}

async function editPost(c: Call) {
  const params = await readParams(c.req.raw);
  const status = postInPath(c);
  const author = c.env.world.account(status.accountId);
  layRaw(status, params);
  if (edit(c.env, author, status, params)) await tellEdited(c.env, status);
  else if (params.has('raw')) c.env.streams.edit(status);
  return c.json(statusJson(c.env, author, status));
}

async function removePost(c: Call) {
  const status = postInPath(c);
  const told = tellRemoved(c.env, status);
  remove(c.env, status);
  await told;
  return c.json({});
}

const app = new Hono<{ Bindings: Instance }>({ strict: false }).basePath(root);

const allowAll = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
  'Access-Control-Allow-Headers': 'authorization, content-type',
};

app.use('*', async (c, next) => {
  if (c.req.method === 'OPTIONS') return c.body(null, 204, allowAll);
  await next();
  for (const [name, value] of Object.entries(allowAll)) c.res.headers.set(name, value);
  c.res.headers.set('Cache-Control', 'no-store');
  return undefined;
});
app.get('/', (c) =>
  c.json({ origin: c.env.origin, seed: c.env.seed, now: c.env.now(), peers: Object.keys(c.env.peers) }),
);
peopleRoutes(app);
streamRoutes(app);
populationControl(app);
notificationControl(app);
emojiControl(app);
app.post('/reset', reset);
app.get('/settings', (c) => c.json(c.env.settings));
app.patch('/settings', setSettings);
app.get('/faults', (c) => c.json(c.env.faults));
app.put('/faults', (c) => setFaults(c, false));
app.post('/faults', (c) => setFaults(c, true));
app.delete('/faults', (c) => {
  c.env.faults = [];
  return c.json([]);
});
app.get('/clock', (c) => c.json({ now: c.env.now() }));
app.put('/clock', setClock);
app.get('/log', (c) => c.json(c.env.log));
app.delete('/log', (c) => {
  c.env.log.length = 0;
  return c.json([]);
});
app.post('/posts', addPost);
app.put('/posts/:id', editPost);
app.delete('/posts/:id', removePost);
app.post('/greet', async (c) => {
  await greet(c.env);
  return c.json({ accounts: c.env.world.accounts.size, statuses: c.env.world.statuses.size });
});
app.post('/museum', (c) => {
  openMuseum(c.env);
  return c.json({ accounts: c.env.world.accounts.size, statuses: c.env.world.statuses.size });
});
/** Forgets what was uploaded and belongs to no post, as a server does after a day. */
app.delete('/media', (c) => {
  const { media } = c.env.world;
  for (const { id, statusId } of [...media.values()]) if (statusId === null) media.delete(id);
  return c.json({});
});
app.get('/reports', (c) => c.json(c.env.world.reports));
app.delete('/limits', (c) => {
  c.env.counters.clear();
  return c.json({});
});

app.onError((error, c) => {
  const [status, body] =
    error instanceof ApiError ? [error.status, error.body] : [400 as const, { error: String(error) }];
  return c.json(body, status, allowAll);
});

/** Answers what is asked of the control path. */
export const answerControl = async (instance: Instance, request: Request): Promise<Response> =>
  app.fetch(request, instance);
