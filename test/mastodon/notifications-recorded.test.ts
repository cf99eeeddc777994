import { expect } from '@open-wc/testing';
import { HomeSession } from '../../src/mastodon/home-session.js';
import { Grouper } from '../../src/mastodon/grouping.js';
import { isGrouped, readGroups, readRequests, readRows } from '../../src/mastodon/normalise-notifications.js';
import { intakeOf } from '../../src/mastodon/notification-pages.js';
import { recorded } from './shared-data.js';

const homeAt = (host: string) =>
  new HomeSession({ origin: `https://${host}`, scopes: ['read'], credentials: { id: '1', acct: 'me' } }, () => 'x');

interface Group {
  group_key: string;
  type: string;
  notifications_count: number;
  most_recent_notification_id: number;
  sample_account_ids: string[];
  status_id?: string;
  latest_page_notification_at?: string;
}

/** As Hollo 0.10 and snac 2.94 send them; invented people, real forms. */
const dialects = {
  Hollo: {
    id: '2026-11-22T10:20:15.841Z/favourite/0190b1b2-7b7e-7c3a-9d2f-2f4f0f6f7a01',
    type: 'favourite',
    created_at: '2026-11-22T10:20:15.841Z',
    account: {
      id: '0190b1b2-7b7e-7c3a-9d2f-2f4f0f6f7a02',
      username: 'ada',
      acct: 'ada@',
      url: 'https://a.example/@ada',
    },
    status: {
      id: '0190b1b2-7b7e-7c3a-9d2f-2f4f0f6f7a03',
      uri: 'https://a.example/1',
      content: '<p>x</p>',
      account: null,
    },
  },
  snac: {
    id: '1763806815.318',
    type: 'favourite',
    created_at: '2026-11-22T10:20:15Z',
    account: { id: 'A0B1', username: 'bo', acct: 'bo@b.example', url: 'https://b.example/bo' },
    status: { id: '0A1B', uri: 'https://b.example/p/1', content: 'x', account: { id: 'A0B1', acct: 'bo@b.example' } },
  },
};

describe('notifications as real servers send them', () => {
  it('each one alone is read whole', async () => {
    for (const { host, source, entity } of await recorded('notifications', 54)) {
      const home = homeAt(host);
      const raw = entity as { id: string; type: string; created_at: string; status?: { id: string } };
      const [row] = readRows([raw], intakeOf(home, 0));
      expect([row?.id, row?.type, row?.at], source).to.deep.equal([
        raw.id,
        raw.type,
        new Date(raw.created_at).toISOString(),
      ]);
      expect(home.accounts.get(row!.account!)?.username, source).to.be.a('string');
      expect(home.statuses.get(row?.status ?? '')?.id, source).to.equal(raw.status?.id);
    }
  });

  it('pages of groups are read whole, with people and posts', async () => {
    for (const { host, source, entity } of await recorded('notifications_v2_pages', 9)) {
      if (!isGrouped(entity)) continue;
      const home = homeAt(host);
      const groups = readGroups(entity, intakeOf(home, 0));
      const page = entity as {
        accounts: { id: string }[];
        partial_accounts?: { id: string }[];
        statuses: { id: string }[];
      };
      const given = (entity as { notification_groups: Group[] }).notification_groups;
      const people = new Set([...page.accounts, ...(page.partial_accounts ?? [])].map(({ id }) => id));
      expect(groups.length, source).to.equal(given.length);
      given.forEach((raw, n) => {
        const { key, type, count, id, accounts, status, at } = groups[n]!;
        expect([key, type, count, id, at?.slice(0, 19)], source).to.deep.equal([
          raw.group_key,
          raw.type,
          raw.notifications_count,
          String(raw.most_recent_notification_id),
          raw.latest_page_notification_at?.slice(0, 19),
        ]);
        const faces = accounts.map((one) => home.accounts.get(one)?.id);
        expect(faces, source).to.deep.equal(raw.sample_account_ids.filter((one) => people.has(one)).slice(0, 8));
        const has = page.statuses.some((one) => one.id === raw.status_id);
        expect(home.statuses.get(status ?? '')?.id, source).to.equal(has ? raw.status_id : undefined);
      });
    }
  });

  it('groups alone, without the people and posts of their page, are still lines', async () => {
    for (const { host, source, entity } of await recorded('notification_groups', 90)) {
      const [group] = readGroups({ notification_groups: [entity] }, intakeOf(homeAt(host), 0));
      expect(group?.key, source).to.equal((entity as Group).group_key);
      expect(group?.count, source).to.equal((entity as Group).notifications_count);
    }
  });

  it('people whose notifications are held back are read, their count as text', async () => {
    for (const { host, source, entity } of await recorded('notification_requests', 4)) {
      const given = [entity].flat().filter((one) => (one as { account?: unknown }).account) as { id: string }[];
      const requests = readRequests([entity].flat(), intakeOf(homeAt(host), 0));
      expect(
        requests.map(({ id }) => id),
        source,
      ).to.deep.equal(given.map(({ id }) => id));
      for (const { count } of requests) expect(count, source).to.be.above(0);
    }
  });

  for (const [name, raw] of Object.entries(dialects))
    it(`${name}: ids are opaque, nothing is named, and it is grouped here`, () => {
      const home = homeAt('h.example');
      const rows = readRows([raw], intakeOf(home, 0));
      const [key] = new Grouper().keysOf(rows).values();
      expect(rows[0]?.id).to.equal(raw.id);
      expect(key).to.match(new RegExp(`^favourite-${raw.status.id}-\\d+$`));
      expect(home.accounts.get(rows[0]!.account!)?.username).to.equal(raw.account.username);
    });
});
