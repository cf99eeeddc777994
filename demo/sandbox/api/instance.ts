import type { Hono } from 'hono';
import { cached, shared, user, type Call, type Env } from '../http/auth.js';
import { emojiJson, iso } from '../entities/account.js';
import { extendedDescriptionJson, instanceJson, instanceV1Json, rulesJson, versionOf } from '../entities/instance.js';
import { accountJson } from '../entities/account.js';
import { limitOf } from '../http/paging.js';

const dayMs = 86_400_000;

/** Mastodon says since when a route is not to be used, in Unix time. */
const deprecated = (c: Call, since: number) => c.header('Deprecation', `@${since}`);

function activity(c: Call) {
  return Array.from({ length: 12 }, (_, week) => ({
    week: String(Math.floor((c.env.now() - week * 7 * dayMs) / 1000)),
    statuses: String(week ? 0 : c.env.world.statuses.size),
    logins: '0',
    registrations: '0',
  }));
}

/** `/nodeinfo/2.0`, which tells any program what this is. */
const nodeinfo = (instance: Call['env']) => ({
  version: '2.0',
  software: { name: 'mastodon', version: versionOf(instance) },
  protocols: ['activitypub'],
  services: { outbound: [], inbound: [] },
  usage: {
    users: { total: instance.world.localAccounts().length, activeMonth: 0, activeHalfyear: 0 },
    localPosts: instance.world.localAccounts().reduce((sum, { id }) => sum + instance.world.statusesOf(id).length, 0),
  },
  openRegistrations: false,
  metadata: { nodeName: instance.settings.title, nodeDescription: instance.settings.description },
});

function directory(c: Call) {
  const { world } = c.env;
  const offset = c.var.params.whole('offset') ?? 0;
  const shown = [...world.accounts.values()]
    .filter(({ discoverable, domain }) => discoverable && (!c.var.params.flag('local') || domain === null))
    .sort((a, b) => (world.statusesOf(b.id)[0]?.createdAt ?? 0) - (world.statusesOf(a.id)[0]?.createdAt ?? 0));
  return shown.slice(offset, offset + limitOf(c, 40)).map((account) => accountJson(c.env, account));
}

const announcement = (c: Call) => ({
  id: '1',
  content: '<p>The harbour lamp is being painted on Thursday. Boats, please steer by the bakery.</p>',
  starts_at: null,
  ends_at: null,
  all_day: false,
  published_at: iso(c.env.now() - 2 * dayMs),
  updated_at: iso(c.env.now() - 2 * dayMs),
  read: false,
  mentions: [],
  statuses: [],
  tags: [],
  emojis: [],
  reactions: [],
});

export function instanceRoutes(app: Hono<Env>): void {
  app.get('/api/v2/instance', shared, (c) => c.json(instanceJson(c.env)));
  app.get('/api/v1/instance', shared, (c) => {
    deprecated(c, 1_668_384_000);
    return c.json(instanceV1Json(c.env));
  });
  app.get('/api/v1/instance/rules', shared, (c) => c.json(rulesJson()));
  app.get('/api/v1/instance/peers', shared, (c) => c.json(Object.keys(c.env.peers)));
  app.get('/api/v1/instance/activity', shared, (c) => c.json(activity(c)));
  app.get('/api/v1/instance/extended_description', shared, (c) => c.json(extendedDescriptionJson(c.env)));
  app.get('/api/v1/instance/languages', shared, (c) =>
    c.json([
      { code: 'en', name: 'English' },
      { code: 'pt', name: 'Portuguese' },
      { code: 'de', name: 'German' },
      { code: 'ar', name: 'Arabic' },
      { code: 'ja', name: 'Japanese' },
    ]),
  );
  app.get('/api/v1/custom_emojis', shared, (c) => c.json(c.env.world.emojis.map(emojiJson)));
  app.get('/api/v1/directory', cached(), (c) => c.json(directory(c)));
  app.get('/api/v1/announcements', user(), (c) => c.json([announcement(c)]));
  app.get('/.well-known/nodeinfo', (c) => {
    c.header('Cache-Control', 'max-age=259200, public');
    const href = `${c.env.origin}/nodeinfo/2.0`;
    return c.json({ links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0', href }] });
  });
  app.get('/nodeinfo/2.0', (c) => {
    c.header('Cache-Control', 'max-age=1800, public');
    return c.json(nodeinfo(c.env));
  });
  app.get('/health', (c) => c.text('OK'));
  app.get('/api/v1/streaming/health', (c) => c.text('OK'));
}
