import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NotificationGroup } from '../../src/mastodon/entities-notifications.js';
import { compare, Grouper, groupFrom } from '../../src/mastodon/grouping.js';
import { type NotificationRow, readRows } from '../../src/mastodon/normalise-notifications.js';
import { intakeOf } from '../../src/mastodon/notification-pages.js';
import { dice } from '../dice.js';
import type { Json } from '../sandbox/town.js';
import { more, settled, told, type Told, without } from './notifications-world.js';

const people = ['ines', 'odd', 'tomas', 'mirela', 'bruno', 'kofi', 'layla', 'haru', 'rosa', 'jun', 'saga', 'wren'];

/** A random life of a few days: posts, favourites, boosts, mentions, follows; some of it undone. */
async function live(at: Told, seed: number, deeds: number, undone = true) {
  const roll = dice(seed);
  const posts = [await at.mine(), await at.mine()];
  for (let n = 0; n < deeds; n++) {
    at.here.later((1 + roll(40)) * 60_000 * (roll(6) ? 1 : 6));
    const who = people[roll(people.length)]!;
    const post = `/api/v1/statuses/${posts[roll(posts.length)]}`;
    const id = await at.here.id('noor');
    const deed = roll(10);
    if (!undone && [6, 8].includes(deed)) continue;
    if (deed < 4) await at.does(who, `${post}/favourite`);
    else if (deed < 6) await at.does(who, `${post}/reblog`);
    else if (deed < 7) await at.does(who, `${post}/unfavourite`);
    else if (deed < 8) await at.does(who, `/api/v1/accounts/${id}/follow`);
    else if (deed < 9) await at.does(who, `/api/v1/accounts/${id}/unfollow`);
    else await at.does(who, '/api/v1/statuses', { status: '@noor look' });
  }
}

/** Node 20 has no `Map.groupBy`. */
function byKey<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item]);
  return found;
}

/** What of a group may not differ, whoever has made it. */
const lineOf = (at: Told, { type, count, accounts, id, status, at: when }: NotificationGroup) =>
  [type, count, id, when, status, ...accounts.map((key) => at.home.accounts.get(key)?.username)].join(' ');

const all = (at: Told) => at.list.groups.map((group) => lineOf(at, group));

/** Groups by the keys given, as they are shown. */
function made(at: Told, rows: readonly NotificationRow[], keys: ReadonlyMap<NotificationRow, string>) {
  const groups = [...byKey(rows, (row) => keys.get(row)!)].map(([key, each]) => groupFrom(key, each));
  return groups.sort((a, b) => compare(b, a)).map((group) => lineOf(at, group));
}

/** The rule as Mastodon's server has it (app/models/concerns/notification/groups.rb). */
function byMastodon(rows: readonly NotificationRow[]): ReadonlyMap<NotificationRow, string> {
  const redis = new Map<string, number>();
  const keys = new Map<NotificationRow, string>();
  for (const row of [...rows].sort((a, b) => Number(a.id) - Number(b.id))) {
    const prefix = row.type === 'follow' ? row.type : `${row.type}-${row.statusId}`;
    const previous = redis.get(prefix) ?? -Infinity;
    const hour = Math.floor(Date.parse(row.at!) / 3_600_000);
    const bucket = hour < previous + 12 ? previous : hour;
    redis.set(prefix, bucket);
    keys.set(row, ['favourite', 'reblog', 'follow'].includes(row.type) ? `${prefix}-${bucket}` : `ungrouped-${row.id}`);
  }
  return keys;
}

describe('groups made here are those that the server makes', () => {
  for (const seed of [1, 2, 3, 4, 5])
    it(`of a random day, seed ${seed}, by the server's names`, async () => {
      const at = await told({ limit: 80 });
      await live(at, seed, 60);
      await more(at.list);
      const grouped = all(at);
      assert.ok(grouped.length > 5 && at.list.groups.some(({ count }) => count > 1));
      const rows = readRows(await at.rows(), intakeOf(at.home, 0));
      assert.deepEqual(made(at, rows, new Grouper().keysOf(rows)), grouped);
    });

  for (const seed of [7, 8, 9])
    it(`without names, of what was not undone, by Mastodon's own rule, seed ${seed}`, async () => {
      const at = await told({ limit: 80 });
      await live(at, seed, 60, false);
      const rows = readRows(await at.rows(), intakeOf(at.home, 0)).map((row) => ({ ...row, groupKey: '' }));
      const expected = made(at, rows, byMastodon(rows));
      assert.ok(expected.length > 5 && expected.length < rows.length - 10);
      assert.deepEqual(made(at, rows, new Grouper().keysOf(rows)), expected);
      // And so does the town's own grouped API: the whole groups, not only their names.
      await more(at.list);
      assert.deepEqual(all(at), expected);
      assert.ok(at.list.groups.every(({ count, accounts }) => count === accounts.length || count > 8));
    });

  for (const seed of [31, 32])
    it(`a server that has no groups (4.2) shows the same lines as one that has, seed ${seed}`, async () => {
      const shown = [];
      for (const version of ['4.6', '4.2']) {
        const at = await told({ limit: 80 });
        await at.here.ask('/__sandbox/settings', { method: 'PATCH', json: { version } });
        await live(at, seed, 60, false);
        const groups = await more(at.list);
        assert.ok(groups.some(({ count }) => count > 2));
        assert.equal(at.all.grouped, version === '4.6');
        const name = (key: string) => at.home.accounts.get(key)?.username;
        shown.push(groups.map(({ type, count, accounts }) => `${type} ${count} ${accounts.map(name).join(' ')}`));
      }
      assert.deepEqual(shown[1], shown[0]);
    });

  for (const seed of [11, 12, 13])
    it(`what comes live, in any order and twice, makes the same groups as reading anew, seed ${seed}`, async () => {
      const roll = dice(seed);
      const at = await told({ limit: 80 });
      if (seed % 2) await without(at.here);
      await live(at, seed, 15);
      await more(at.list);
      const before = await at.rows();
      await live(at, seed + 100, 30);
      const after = await at.rows();
      const fresh = after.filter(({ id }) => !before.some((old) => old['id'] === id)).reverse();
      const events: Json[] = [];
      for (const event of fresh) {
        events.push(event);
        if (!roll(3)) events.push(events[roll(events.length)]!); // a server may say it twice
      }
      while (events.length) at.all.arrive(events.splice(0, 1 + roll(4)));
      // What has been undone meanwhile is known only by reading anew.
      at.all.refresh();
      await new Promise((resolve) => setTimeout(resolve, 60));
      await settled(at.list);
      const rows = readRows(after, intakeOf(at.home, 0));
      assert.deepEqual(all(at), made(at, rows, new Grouper().keysOf(rows)));
    });

  it('without names, what comes in pages keeps the groups that are shown, and none is longer than twelve hours', async () => {
    const at = await told({ limit: 80 });
    await live(at, 21, 70);
    const rows = readRows(await at.rows(), intakeOf(at.home, 0)).map((row) => ({ ...row, groupKey: '' }));
    const grouper = new Grouper();
    const shown = new Map<string, string>();
    for (let from = 0; from < rows.length; from += 7)
      for (const [{ id }, key] of grouper.keysOf(rows.slice(from, from + 7))) shown.set(id, key);
    // Asked again, all have the names they had.
    for (const [{ id }, key] of grouper.keysOf(rows)) assert.equal(key, shown.get(id));
    for (const [key, each] of byKey(rows, ({ id }) => shown.get(id)!)) {
      const hours = each.map(({ at: when }) => Math.floor(Date.parse(when!) / 3_600_000));
      assert.ok(Math.max(...hours) - Math.min(...hours) < 12, key);
      assert.equal(new Set(each.map(({ type, statusId }) => type + statusId)).size, 1);
    }
  });

  it('ids are opaque: numbers are compared as the server counts, others by time', () => {
    const dated = (id: string, at?: string) => ({ id, at });
    assert.ok(compare(dated('9'), dated('10')) < 0);
    assert.ok(compare(dated('100000000000000000001'), dated('100000000000000000002')) < 0);
    assert.equal(compare(dated('7', 'b'), dated('7', 'a')), 0);
    const [old, young] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'];
    assert.ok(compare(dated('z/favourite/1', old), dated('a/favourite/1', young)) < 0);
    assert.ok(compare(dated('x', undefined), dated('y', young)) < 0);
  });
});
