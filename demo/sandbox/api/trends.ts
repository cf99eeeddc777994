import type { Hono } from 'hono';
import type { Json } from '../entities/account.js';
import { cardJson, statusJson } from '../entities/status.js';
import { cached, me, user, type Call, type Env } from '../http/auth.js';
import { limitOf, linkOffset } from '../http/paging.js';
import type { StatusRow } from '../world/rows.js';
import { unwanted } from '../world/visibility.js';

const dayMs = 86_400_000;
const days = 7;

/** Public posts of people who want to be found, not hidden from the asker. */
function open(c: Call): StatusRow[] {
  const { world } = c.env;
  return world.ordered.filter(
    ({ visibility, boostOf, accountId }) =>
      visibility === 'public' &&
      boostOf === null &&
      world.account(accountId).discoverable === true &&
      !unwanted(world, c.var.viewer, accountId, c.env.now()),
  );
}

function score(c: Call, status: StatusRow): number {
  const { world } = c.env;
  const boosts = world.ordered.filter(({ boostOf }) => boostOf === status.id).length + status.crowd.boosts;
  const likes = world.favourites.on(status.id).length + status.crowd.favourites;
  const age = Math.max(0, c.env.now() - status.createdAt) / dayMs;
  return (boosts * 2 + likes) * 0.5 ** age;
}

/** What is much liked and young; sensitive posts and replies do not trend. */
function trendingStatuses(c: Call): StatusRow[] {
  const scored = open(c)
    .filter(({ sensitive, replyTo, quote }) => !sensitive && replyTo === null && !quote)
    .map((status) => ({ status, score: score(c, status) }))
    .filter((entry) => entry.score >= 1);
  return scored.sort((a, b) => b.score - a.score).map(({ status }) => status);
}

/** Uses and people of the last seven days, today first, all as text. */
export function historyOf(c: Call, posts: readonly StatusRow[]): { day: string; accounts: string; uses: string }[] {
  const today = Math.floor(c.env.now() / dayMs) * dayMs;
  return Array.from({ length: days }, (_, back) => {
    const from = today - back * dayMs;
    const used = posts.filter(({ createdAt }) => createdAt >= from && createdAt < from + dayMs);
    const accounts = new Set(used.map(({ accountId }) => accountId)).size;
    return { day: String(from / 1000), accounts: String(accounts), uses: String(used.length) };
  });
}

const recent = (c: Call, { createdAt }: StatusRow) => createdAt > c.env.now() - days * dayMs;

function byKey(c: Call, keysOf: (status: StatusRow) => readonly string[]): Map<string, StatusRow[]> {
  const groups = new Map<string, StatusRow[]>();
  for (const status of open(c)) {
    if (recent(c, status)) for (const key of keysOf(status)) groups.set(key, [...(groups.get(key) ?? []), status]);
  }
  return new Map([...groups].sort(([, a], [, b]) => b.length - a.length));
}

/** A hashtag with its history, as trends and search show it. */
export function tagJson(c: Call, name: string): Json {
  const posts = c.env.world.ordered.filter(({ tags, visibility }) => visibility === 'public' && tags.includes(name));
  return {
    id: tagId(name),
    name,
    url: `${c.env.origin}/tags/${encodeURIComponent(name)}`,
    history: historyOf(c, posts),
    ...(c.var.viewer && { following: c.env.world.followedTags.has(c.var.viewer.id, name), featuring: false }),
  };
}

/** Tags have no rows of their own here: the same name has the same number. */
const tagId = (name: string) =>
  String([...name].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) % 1_000_003, 7));

function answer<Row>(c: Call, rows: readonly Row[], standard: number, draw: (row: Row) => unknown) {
  const limit = limitOf(c, standard);
  const offset = c.var.params.whole('offset') ?? 0;
  const page = rows.slice(offset, offset + limit);
  linkOffset(c, page.length, limit);
  return c.json(page.map(draw));
}

/** Answers of trends depend on the language of the asker. */
const byLanguage = (c: Call) => c.set('vary', 'Authorization, Accept-Language');

function links(c: Call) {
  byLanguage(c);
  const shared = [...byKey(c, ({ card }) => (card ? [card.url] : [])).values()];
  return answer(c, shared, 10, (posts) => ({ ...cardJson(c.env, posts[0]!.card!), history: historyOf(c, posts) }));
}

const following = (on: boolean) => (c: Call) => {
  const name = c.req.param('name')!.toLowerCase();
  if (on) c.env.world.followedTags.add(me(c).id, name, c.env.now());
  else c.env.world.followedTags.remove(me(c).id, name);
  return c.json(tagJson(c, name));
};

export function trendRoutes(app: Hono<Env>): void {
  const tags = (c: Call) => answer(c, [...byKey(c, (status) => status.tags).keys()], 10, (name) => tagJson(c, name));
  app.get('/api/v1/trends', cached(), tags);
  app.get('/api/v1/trends/tags', cached(), tags);
  app.get('/api/v1/trends/links', cached(), links);
  app.get('/api/v1/trends/statuses', cached('read', 'read:statuses'), (c) => {
    byLanguage(c);
    return answer(c, trendingStatuses(c), 20, (row) => statusJson(c.env, c.var.viewer, row));
  });
  app.get('/api/v1/tags/:name', cached(), (c) => c.json(tagJson(c, c.req.param('name').toLowerCase())));
  app.post('/api/v1/tags/:name/follow', user('follow', 'write', 'write:follows'), following(true));
  app.post('/api/v1/tags/:name/unfollow', user('follow', 'write', 'write:follows'), following(false));
}
