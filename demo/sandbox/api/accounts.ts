import type { Hono } from 'hono';
import { accountJson, credentialJson, relationshipJson } from '../entities/account.js';
import { accountDomain } from '../entities/instance.js';
import { statusJson } from '../entities/status.js';
import { cached, me, user, type Call, type Env } from '../http/auth.js';
import { parameterMissing, recordNotFound } from '../http/errors.js';
import { limitOf, linkPage, pageById } from '../http/paging.js';
import { profileFeed } from '../world/feeds.js';
import { idNumber } from '../world/ids.js';
import type { AccountRow, FollowRow } from '../world/rows.js';
import { accountInPath } from './find.js';
import { searchAccounts } from './search-accounts.js';

/** Somebody known here, by name; our own host may be named or left out. */
function lookup(c: Call) {
  const acct = c.var.params.text('acct') ?? '';
  const [username = '', domain] = acct.replace(/^@/, '').split('@');
  const isOurs = !domain || [c.env.host, accountDomain(c.env)].includes(domain.toLowerCase());
  const row = c.env.world.accountByName(username, isOurs ? null : domain);
  if (!row) throw recordNotFound();
  return c.json(accountJson(c.env, row));
}

const filters = ['pinned', 'tagged', 'only_media', 'exclude_replies', 'exclude_reblogs', 'exclude_direct'];

function statuses(c: Call) {
  const account = accountInPath(c);
  const { params, viewer } = c.var;
  const feed = profileFeed(c.env.world, viewer, account.id, {
    pinned: params.flag('pinned'),
    onlyMedia: params.flag('only_media'),
    excludeReplies: params.flag('exclude_replies'),
    excludeReblogs: params.flag('exclude_reblogs'),
    excludeDirect: params.flag('exclude_direct'),
    tagged: params.present('tagged'),
  });
  const limit = limitOf(c, 20);
  const page = pageById(c, feed, ({ id }) => id, limit);
  const ids = page.map(({ id }) => id);
  linkPage(c, ids, limit, { keep: ['limit', ...filters], next: 'full' });
  return c.json(page.map((row) => statusJson(c.env, viewer, row)));
}

/** One page of follows, by their hidden ids; lists a person hides are empty for others. */
function followList(c: Call, rows: FollowRow[], other: (row: FollowRow) => string, owner: AccountRow) {
  const limit = limitOf(c, 40);
  const hidden = owner.hideCollections && c.var.viewer?.id !== owner.id;
  const young = hidden ? [] : [...rows].sort((a, b) => Number(idNumber(b.id) - idNumber(a.id)));
  const page = pageById(c, young, ({ id }) => id, limit);
  const ids = page.map(({ id }) => id);
  linkPage(c, ids, limit, { next: 'full', prev: 'since_id' });
  return c.json(page.map((row) => accountJson(c.env, c.env.world.account(other(row)))));
}

function followers(c: Call) {
  const owner = accountInPath(c);
  const rows = c.env.world.follows.filter(({ to }) => to === owner.id);
  return followList(c, rows, ({ from }) => from, owner);
}

function following(c: Call) {
  const owner = accountInPath(c);
  const rows = c.env.world.follows.filter(({ from }) => from === owner.id);
  return followList(c, rows, ({ to }) => to, owner);
}

/** Several accounts at once; unknown ids are left out. */
function several(c: Call, most: number): AccountRow[] {
  const ids = c.var.params.several('id').slice(0, most);
  return ids.map((id) => c.env.world.accounts.get(id)).filter((row) => row !== undefined);
}

async function search(c: Call) {
  const { params } = c.var;
  if (params.present('q') === undefined) throw parameterMissing('q');
  const found = await searchAccounts(c.env, params.text('q')!, {
    viewer: me(c),
    resolve: params.flag('resolve') ?? false,
    following: params.flag('following') ?? false,
    limit: limitOf(c, 40),
    offset: params.whole('offset') ?? 0,
  });
  return c.json(found.map((row) => accountJson(c.env, row)));
}

export function accountRoutes(app: Hono<Env>): void {
  const reading = ['read', 'read:accounts'];
  app.get('/api/v1/accounts/verify_credentials', user('profile', ...reading), (c) =>
    c.json(credentialJson(c.env, me(c))),
  );
  app.get('/api/v1/accounts/lookup', cached(...reading), lookup);
  app.get('/api/v1/accounts/search', user(...reading), search);
  app.get('/api/v1/accounts/relationships', user('read', 'read:follows'), (c) =>
    c.json(several(c, Infinity).map((row) => relationshipJson(c.env, me(c), row))),
  );
  app.get('/api/v1/accounts', cached(...reading), (c) => c.json(several(c, 40).map((row) => accountJson(c.env, row))));
  app.get('/api/v1/accounts/:id', cached(...reading), (c) => c.json(accountJson(c.env, accountInPath(c))));
  app.get('/api/v1/accounts/:id/statuses', cached('read', 'read:statuses'), statuses);
  app.get('/api/v1/accounts/:id/followers', cached(...reading), followers);
  app.get('/api/v1/accounts/:id/following', cached(...reading), following);
  app.get('/api/v1/accounts/:id/featured_tags', cached(...reading), (c) => {
    accountInPath(c);
    return c.json([]);
  });
}
