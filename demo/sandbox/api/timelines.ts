import type { Hono } from 'hono';
import { statusJson } from '../entities/status.js';
import { cached, me, user, type Call, type Env } from '../http/auth.js';
import { recordNotFound, userRequired } from '../http/errors.js';
import { limitOf, linkPage, pageById } from '../http/paging.js';
import type { FeedRule } from '../instance.js';
import { homeFeed, listFeed, publicFeed, tagFeed, type FeedOptions } from '../world/feeds.js';
import type { StatusRow } from '../world/rows.js';

/** Answers one page of a timeline. Timelines promise a next page as long as there was anything on this one. */
function answer(c: Call, feed: readonly StatusRow[], keep: readonly string[]) {
  const limit = limitOf(c, 20);
  const page = pageById(c, feed, ({ id }) => id, limit);
  const ids = page.map(({ id }) => id);
  linkPage(c, ids, limit, { keep, next: 'some' });
  return c.json(page.map((row) => statusJson(c.env, c.var.viewer, row)));
}

const optionsOf = ({ var: { params } }: Call): FeedOptions => ({
  local: params.flag('local'),
  remote: params.flag('remote'),
  onlyMedia: params.flag('only_media'),
});

/** Which halves of a closed feed are asked for: `local`, `remote`, or both. */
function halves({ local, remote }: FeedOptions): (keyof FeedRule)[] {
  if (local) return ['local'];
  return remote ? ['remote'] : ['local', 'remote'];
}

/** Closed feeds (since 4.5): visitors are refused with 422; who is signed in sees the halves that are not switched off. */
function openHalves(c: Call, rule: FeedRule, options: FeedOptions): FeedOptions | undefined {
  const asked = halves(options);
  if (!c.var.viewer && asked.some((half) => rule[half] !== 'public')) throw userRequired(422);
  const open = asked.filter((half) => rule[half] !== 'disabled');
  if (!open.length) return undefined;
  if (open.length === asked.length) return options;
  return { ...options, [open[0]!]: true };
}

function publicTimeline(c: Call) {
  const options = openHalves(c, c.env.settings.timelinesAccess.live_feeds, optionsOf(c));
  const feed = options ? publicFeed(c.env.world, c.var.viewer, options, c.env.now()) : [];
  return answer(c, feed, ['local', 'remote', 'limit', 'only_media']);
}

function tagTimeline(c: Call) {
  const { params } = c.var;
  const options = openHalves(c, c.env.settings.timelinesAccess.hashtag_feeds, optionsOf(c));
  const modes = { any: params.several('any'), all: params.several('all'), none: params.several('none') };
  const tag = c.req.param('tag')!;
  const feed = options ? tagFeed(c.env.world, c.var.viewer, tag, { ...options, ...modes }, c.env.now()) : [];
  // As on a real server, the links forget `any`, `all` and `none`.
  return answer(c, feed, ['local', 'limit', 'only_media']);
}

/** Posts with a link that trends; a link that nobody shares is not found. */
function linkTimeline(c: Call) {
  const options = openHalves(c, c.env.settings.timelinesAccess.trending_link_feeds, {});
  const url = c.var.params.text('url') ?? '';
  const shared = publicFeed(c.env.world, c.var.viewer, options ?? {}, c.env.now()).filter(
    (row) => row.card?.url === url,
  );
  if (!shared.length) throw recordNotFound();
  return answer(c, options ? shared : [], ['url', 'limit']);
}

function listTimeline(c: Call) {
  const list = c.env.world.lists.find(({ id, accountId }) => id === c.req.param('id') && accountId === me(c).id);
  if (!list) throw recordNotFound();
  return answer(c, listFeed(c.env.world, me(c), list, c.env.now()), ['limit']);
}

export function timelineRoutes(app: Hono<Env>): void {
  const reading = ['read', 'read:statuses'];
  app.get('/api/v1/timelines/public', cached(...reading), publicTimeline);
  app.get('/api/v1/timelines/tag/:tag', cached(...reading), tagTimeline);
  app.get('/api/v1/timelines/link', cached(...reading), linkTimeline);
  app.get('/api/v1/timelines/home', user(...reading), (c) =>
    answer(c, homeFeed(c.env.world, me(c), c.env.now()), ['local', 'limit']),
  );
  app.get('/api/v1/timelines/list/:id', user('read', 'read:lists'), listTimeline);
}
