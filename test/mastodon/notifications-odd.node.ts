import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HomeSession } from '../../src/mastodon/home-session.js';
import { MastoError } from '../../src/mastodon/errors.js';
import { Notifications } from '../../src/mastodon/notifications.js';
import { broken, odditiesOf, someOf } from '../oddities/cases.js';
import type { Json } from '../sandbox/town.js';
import { atHome } from './at-home.js';
import { more } from './notifications-world.js';

const when = '2026-11-24T10:00:00.000Z';
// What else stands in a person and a post is broken where timelines are.
const account = { id: '1', acct: 'ada', username: 'ada', url: 'https://a.example/@ada' };
const post = { id: '7', uri: 'https://a.example/7', content: '<p>Hello</p>', account, filtered: [] };

const extras = {
  fallback: { title: '<b>New</b>', summary: '<p>Something</p>', description: null },
  event: {
    id: '1',
    type: 'domain_block',
    purged: false,
    target_name: 'x.example',
    followers_count: 1,
    following_count: 2,
  },
  moderation_warning: { id: '1', action: 'none', text: 'x', status_ids: ['1'], target_account: account, appeal: null },
  report: { id: '1', category: 'spam', comment: 'x', status_ids: ['1'], target_account: account },
  collection: { id: '1', name: 'x', url: 'https://a.example/c/1' },
  annual_report: { year: 2026 },
};

const row = {
  id: '5',
  type: 'favourite',
  created_at: when,
  group_key: 'favourite-7-1',
  account,
  status: post,
};

const group = {
  group_key: 'favourite-7-1',
  notifications_count: 2,
  type: 'favourite',
  most_recent_notification_id: 5,
  page_min_id: '4',
  page_max_id: '5',
  latest_page_notification_at: when,
  sample_account_ids: ['1', '2'],
  status_id: '7',
};

const grouped = {
  accounts: [account],
  partial_accounts: [{ id: '2', acct: 'bo', url: 'https://a.example/@bo', avatar: '', avatar_static: '', bot: false }],
  statuses: [post],
  notification_groups: [group],
};

const request = { id: '1', created_at: when, updated_at: when, notifications_count: '2', account, last_status: post };

/** A share of all, the same each time; `ODDITIES=all` looks at each (minutes), `SEED` at others. */
const share = process.env['ODDITIES'] === 'all' ? 1 : 0.12;
const seed = Number(process.env['SEED'] ?? 6);

/** Another one, which nothing is wrong with. */
const sound = { ...row, id: '6', group_key: 'ungrouped-6', type: 'mention' };

interface Case {
  readonly json: unknown;
  readonly path: string;
  readonly read: (all: Notifications, json: unknown) => Promise<void>;
}

/** Those that have few fields are looked at whole. */
const few: Readonly<Record<string, number>> = { policy: 1, marker: 1, unread: 1 };

/** What is shown of a list, and what is asked about it. */
function look(all: Notifications) {
  const { list } = all.join([], 40);
  for (const { key, count, accounts, id } of list.groups) {
    assert.ok(key && count >= 1 && Number.isInteger(count) && typeof id === 'string');
    for (const one of accounts) assert.ok(all.home.accounts.get(one));
  }
  const unread = list.unread.value;
  assert.ok(!unread || unread.count >= 0);
}

const readList = async (all: Notifications) => {
  const { list } = all.join([], 40);
  await more(list);
  look(all);
  all.arrive([sound]);
  assert.ok(list.groups.some(({ id }) => id === '6')); // what is sound is shown beside what is not
  await list.refresh();
  look(all);
};

const cases: Readonly<Record<string, Case>> = {
  'a page of groups': { json: grouped, path: '/api/v2/notifications', read: readList },
  'a page of single things': { json: [row], path: '/api/v1/notifications', read: readList },
  'an event': {
    json: [{ ...row, ...extras }],
    path: '/api/v1/nothing',
    read: async (all, json) => {
      const { list } = all.join([], 40);
      await more(list);
      for (const each of [json, [json].flat(), json]) all.arrive(each as readonly unknown[]);
      look(all);
    },
  },
  requests: {
    json: [request],
    path: '/api/v1/notifications/requests',
    read: async ({ requests }) => {
      await requests.read();
      for (const { account: key, count } of requests.list ?? []) assert.ok(key && count >= 0);
    },
  },
  policy: {
    json: { for_not_following: 'filter', summary: { pending_requests_count: 1, pending_notifications_count: 2 } },
    path: '/api/v2/notifications/policy',
    read: async ({ requests }) => {
      requests.look();
      await new Promise((resolve) => setTimeout(resolve, 5));
      assert.ok(requests.count >= 0);
    },
  },
  marker: {
    json: { notifications: { last_read_id: '5', version: 1, updated_at: when } },
    path: '/api/v1/markers',
    read: async (all) => {
      await all.mark.ask();
      const { list } = all.join([], 40);
      list.unread.look();
      look(all);
    },
  },
  unread: {
    json: { count: 3 },
    path: '/api/v2/notifications/unread_count',
    read: async (all) => {
      await all.join([], 40).list.unread.ask();
      look(all);
    },
  },
};

describe('R142 any field of what is told may be anything: it is read, or refused', () => {
  for (const [name, { json, path, read }] of Object.entries(cases))
    it(name, async () => {
      const { here, breaks } = await atHome();
      const token = await here.token('noor', 'read write');
      const credentials = await here.get('/api/v1/accounts/verify_credentials', { token });
      const person = { origin: here.sandbox.origin, scopes: ['read', 'write'], credentials };
      const base: Json[] = name.includes('single')
        ? [{ path: '/api/v2/notifications', status: 404, body: { error: 'Not Found' } }]
        : name === 'an event'
          ? [{ path: '/api/v2/notifications', body: { notification_groups: [] } }]
          : [];
      const oddities = someOf(odditiesOf([{ name, entity: { it: json } }]), Math.max(share, few[name] ?? 0), seed);
      for (const [n, { path: field, way }] of oddities.entries()) {
        if (n % 20 === 0) here.later(400_000); // the server's patience is new again
        if (way === 'million' && field.length > 3) continue;
        const { it: body } = broken({ it: json }, field, way) as { it?: unknown };
        await breaks({ path, body: body === undefined ? null : body }, ...base);
        const all = Notifications.of(new HomeSession(person, () => token));
        const what = `${field.join('.')} = ${way}`;
        try {
          await read(all, body);
        } catch (error) {
          assert.ok(error instanceof MastoError, `${what}: ${String((error as Error).stack)}`);
        }
      }
      assert.ok(oddities.length > 3);
    });
});
