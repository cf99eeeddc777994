import type { Hono } from 'hono';
import { accountJson, iso, type Json } from '../entities/account.js';
import { me, user, type Call, type Env } from '../http/auth.js';
import { recordNotFound, unprocessable, validationFailed } from '../http/errors.js';
import type { ListRow, MarkerRow } from '../world/rows.js';
import type { Params } from '../http/params.js';
import { limitOf, linkPage, pageById } from '../http/paging.js';

const markerJson = ({ lastReadId, version, updatedAt }: MarkerRow): Json => ({
  last_read_id: lastReadId,
  version,
  updated_at: iso(updatedAt),
});

const timelines = ['home', 'notifications'];

function readMarkers(c: Call) {
  const wanted = c.var.params.several('timeline').filter((name) => timelines.includes(name));
  const found: Json = {};
  for (const name of wanted) {
    const row = c.env.world.markers.get(`${me(c).id} ${name}`);
    if (row) found[name] = markerJson(row);
  }
  return c.json(found);
}

function writeMarkers(c: Call) {
  const saved: Json = {};
  for (const name of timelines) {
    const lastReadId = c.var.params.group(name)?.text('last_read_id');
    if (lastReadId === undefined) continue;
    const key = `${me(c).id} ${name}`;
    const version = (c.env.world.markers.get(key)?.version ?? 0) + 1;
    const row = { lastReadId, version, updatedAt: c.env.now() };
    c.env.world.markers.set(key, row);
    saved[name] = markerJson(row);
  }
  return c.json(saved);
}

const listJson = ({ id, title, repliesPolicy, exclusive }: ListRow): Json => ({
  id,
  title,
  replies_policy: repliesPolicy,
  exclusive,
});

const policies: readonly string[] = ['followed', 'list', 'none'];

function fillList(list: ListRow, params: Params): ListRow {
  const title = (params.has('title') ? (params.text('title') ?? '') : list.title).trim();
  const policy = params.present('replies_policy') ?? list.repliesPolicy;
  if (!title) throw validationFailed("Title can't be blank");
  if (title.length > 256) throw validationFailed('Title is too long (maximum is 256 characters)');
  if (!policies.includes(policy)) throw unprocessable(`'${policy}' is not a valid replies_policy`);
  return Object.assign(list, { title, repliesPolicy: policy, exclusive: params.flag('exclusive') ?? list.exclusive });
}

function createList(c: Call) {
  const { world } = c.env;
  if (world.lists.filter(({ accountId }) => accountId === me(c).id).length >= 50) {
    throw validationFailed('You have reached the maximum number of lists');
  }
  const blank: ListRow = {
    id: '',
    accountId: me(c).id,
    title: '',
    repliesPolicy: 'list',
    exclusive: false,
    memberIds: [],
  };
  const list = fillList(blank, c.var.params);
  list.id = world.serial('lists');
  world.lists.push(list);
  return c.json(listJson(list));
}

function listInPath(c: Call): ListRow {
  const row = c.env.world.lists.find(({ id, accountId }) => id === c.req.param('id') && accountId === me(c).id);
  if (!row) throw recordNotFound();
  return row;
}

/** Only people one follows can be in a list. */
function addMembers(c: Call) {
  const list = listInPath(c);
  const ids = c.var.params.several('account_ids');
  for (const id of ids) if (id !== me(c).id && !c.env.world.follow(me(c).id, id)) throw recordNotFound();
  for (const id of ids) {
    if (list.memberIds.includes(id)) throw validationFailed('Account has already been taken');
    list.memberIds.push(id);
  }
  return c.json({});
}

function removeMembers(c: Call) {
  const list = listInPath(c);
  const gone = c.var.params.several('account_ids');
  list.memberIds = list.memberIds.filter((id) => !gone.includes(id));
  return c.json({});
}

function members(c: Call) {
  const { memberIds } = listInPath(c);
  const limit = limitOf(c, 40);
  const rows = c.var.params.text('limit') === '0' ? memberIds : pageById(c, memberIds.toReversed(), (id) => id, limit);
  if (c.var.params.text('limit') !== '0') linkPage(c, rows, limit, { next: 'full', prev: 'since_id' });
  return c.json(rows.map((id) => accountJson(c.env, c.env.world.account(id))));
}

function removeList(c: Call) {
  const { lists } = c.env.world;
  lists.splice(lists.indexOf(listInPath(c)), 1);
  return c.json({});
}

const preferences = (c: Call): Json => ({
  'posting:default:visibility': c.env.world.postingDefaults(me(c).id).privacy,
  'posting:default:sensitive': c.env.world.postingDefaults(me(c).id).sensitive,
  'posting:default:language': me(c).language,
  'posting:default:quote_policy': me(c).quotePolicy,
  'reading:expand:media': 'default',
  'reading:expand:spoilers': false,
  'reading:autoplay:gifs': false,
});

export function settingRoutes(app: Hono<Env>): void {
  app.get('/api/v1/preferences', user('read', 'read:accounts'), (c) => c.json(preferences(c)));
  app.get('/api/v1/markers', user('read', 'read:statuses'), readMarkers);
  app.post('/api/v1/markers', user('write', 'write:statuses'), writeMarkers);
  const reading = user('read', 'read:lists');
  const writing = user('write', 'write:lists');
  app.get('/api/v1/lists', reading, (c) =>
    c.json(c.env.world.lists.filter(({ accountId }) => accountId === me(c).id).map(listJson)),
  );
  app.get('/api/v1/lists/:id', reading, (c) => c.json(listJson(listInPath(c))));
  app.post('/api/v1/lists', writing, createList);
  app.put('/api/v1/lists/:id', writing, (c) => c.json(listJson(fillList(listInPath(c), c.var.params))));
  app.delete('/api/v1/lists/:id', writing, removeList);
  app.get('/api/v1/lists/:id/accounts', reading, members);
  app.post('/api/v1/lists/:id/accounts', writing, addMembers);
  app.delete('/api/v1/lists/:id/accounts', writing, removeMembers);
  app.get('/api/v1/accounts/:id/lists', reading, (c) =>
    c.json(
      c.env.world.lists
        .filter(({ accountId, memberIds }) => accountId === me(c).id && memberIds.includes(c.req.param('id')))
        .map(listJson),
    ),
  );
}
