import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judge } from './contract.js';
import { listen, parsed } from './listening.js';
import { links, noon, town, type Ask, type Json, type Status, type Town } from './town.js';

interface Row extends Json {
  id: string;
  type: string;
  group_key: string;
  account: { acct: string };
  status?: Status;
  fallback?: { title: string; summary: string };
}

interface Page {
  accounts: Json[];
  statuses: Json[];
  notification_groups: (Json & { group_key: string; type: string; notifications_count: number })[];
}

const v1 = '/api/v1/notifications';
const v2 = '/api/v2/notifications';

/** Everything that 4.6 tells people of, and one thing more. */
const kinds = [
  'added_to_collection',
  'admin.report',
  'admin.sign_up',
  'annual_report',
  'collection_update',
  'favourite',
  'follow',
  'follow_request',
  'lantern_lit',
  'mention',
  'moderation_warning',
  'poll',
  'quote',
  'quoted_update',
  'reblog',
  'severed_relationships',
  'status',
  'update',
];

async function reader(name = 'noor', place = town()) {
  const token = await place.token(name);
  const ask = <Body = Row[]>(path: string, more: Ask = {}) => place.get<Body>(path, { token, ...more });
  return { place, token, ask };
}

/** Somebody does something. */
const does = async (place: Town, person: string, path: string) =>
  place.get(`/api/v1/${path}`, { method: 'POST', token: await place.token(person) });

/** Somebody of the town whom Noor does not follow. */
function strangerTo(place: Town, id: string): string {
  const { world } = place.instance;
  return world.localAccounts().find((row) => row.id !== id && !row.bot && !world.follow(id, row.id))!.username;
}

const types = (rows: readonly { type: string }[]) => [...new Set(rows.map(({ type }) => type))].sort();

describe('what a visitor of the museum is told', () => {
  it('is one thing of every kind, as 4.6 sends it', async () => {
    const { ask } = await reader('visitor', town({ museum: true }));
    const known = await judge();
    const rows = await ask(`${v1}?limit=80`);
    const page = await ask<Page>(`${v2}?limit=80`);
    assert.deepEqual(types(rows), kinds);
    assert.deepEqual(types(page.notification_groups), kinds);
    for (const [path, body] of [[v1, rows] as const, [v2, page] as const]) {
      // Two kinds are in no description: the year's report, and what no client knows.
      const found = known?.complaints('GET', path, 200, body) ?? [];
      assert.deepEqual(
        found.filter((complaint) => !complaint.includes('/type must be equal')),
        [],
      );
    }
    const of = (type: string) => rows.find((row) => row.type === type)!;
    assert.deepEqual(
      ['report', 'event', 'moderation_warning', 'collection', 'annual_report'].map((key) =>
        rows.filter((row) => row[key]).map(({ type }) => type),
      ),
      [
        ['admin.report'],
        ['severed_relationships'],
        ['moderation_warning'],
        ['added_to_collection', 'collection_update'],
        ['annual_report'],
      ],
    );
    for (const type of ['mention', 'status', 'reblog', 'favourite', 'poll', 'update', 'quote', 'quoted_update']) {
      assert.ok(of(type).status, type);
    }
    const group = page.notification_groups.find(({ type }) => type === 'favourite')!;
    assert.equal(group.notifications_count, 5);
  });

  it('has something to say to clients that do not know a kind', async () => {
    const { ask } = await reader('visitor', town({ museum: true }));
    const spoken = async (query = '') =>
      (await ask(`${v1}?limit=80${query}`)).filter(({ fallback }) => fallback).map(({ type }) => type);
    assert.deepEqual(await spoken(), ['lantern_lit', 'added_to_collection', 'collection_update']);
    const all = kinds.filter((kind) => kind !== 'lantern_lit').map((kind) => `&supported_types[]=${kind}`);
    assert.deepEqual(await spoken(all.join('')), ['lantern_lit']);
    const { notification_groups: groups } = await ask<Page>(`${v2}?limit=80${all.join('')}`);
    const lantern = groups.find(({ type }) => type === 'lantern_lit')!;
    assert.match((lantern['fallback'] as { title: string }).title, /<strong>night_guard<\/strong>/);
  });

  it('holds back who whispers without being followed', async () => {
    const { ask } = await reader('visitor', town({ museum: true }));
    const requests = await ask<{ account: { acct: string } }[]>(`${v1}/requests`);
    assert.ok(requests.some(({ account }) => account.acct === 'donor'));
  });
});

describe('anything that somebody might be told', () => {
  it('can be told by the control path, and is heard at once', async () => {
    const place = town();
    const noor = await listen(place, 'noor', 'user');
    for (const [at, type] of kinds.entries()) {
      await place.get('/__sandbox/notifications', { json: { person: 'noor', type, by: 'ines' } });
      assert.equal(parsed<Row>((await noor.told(at + 1))[at]!).type, type);
    }
    const { status } = await place.ask('/__sandbox/notifications', { json: { person: 'noor', type: 'hologram' } });
    assert.equal(status, 422);
  });
});

describe('groups', () => {
  it('hold what happened to a post within twelve hours, and a page holds so many groups', async () => {
    const { place, ask } = await reader();
    await ask(`${v1}/clear`, { method: 'POST' });
    const { id } = await place.post('noor');
    const like = async (who: string) => does(place, who, `statuses/${id}/favourite`);
    for (const who of ['ines', 'kofi']) await like(who);
    place.later(11 * 3_600_000);
    await like('rosa');
    await does(place, 'rosa', `statuses/${id}/reblog`);
    place.later(2 * 3_600_000);
    await like('haru');
    const { notification_groups: groups } = await ask<Page>(v2);
    assert.deepEqual(
      groups.map(({ type, notifications_count: count }) => [type, count]),
      [
        ['favourite', 1],
        ['reblog', 1],
        ['favourite', 3],
      ],
    );
    assert.equal(groups[2]!.group_key, `favourite-${id}-${Math.floor(noon / 3_600_000)}`);
    assert.deepEqual(await ask(`${v2}/unread_count`), { count: 3 });
    assert.deepEqual(await ask(`${v1}/unread_count`), { count: 5 });
    const shown: string[] = [];
    for (let next: string | undefined = `${v2}?limit=2`; next;) {
      const { headers, body } = await place.ask(next, { token: await place.token('noor') });
      shown.push(...(body as Page).notification_groups.map(({ group_key }) => group_key));
      next = links(headers)['next'];
    }
    // What lies below the page comes again with it: groups are to be joined.
    assert.deepEqual(
      [...new Set(shown)],
      groups.map(({ group_key }) => group_key),
    );
    const newest = (await ask(v1)).at(-1)!.id;
    const above = await ask<Page>(`${v2}?limit=1&min_id=${newest}`);
    assert.deepEqual(
      above.notification_groups.map(({ group_key: key }) => key),
      [groups[2]!.group_key],
    );
  });
});

describe('whom one does not want to hear of at once', () => {
  it('is kept back by policy, let through, and merged', async () => {
    const { place, ask, token } = await reader();
    const stranger = strangerTo(place, await place.id('noor'));
    const noor = await listen(place, 'noor', 'user:notification');
    await ask(`${v1}/clear`, { method: 'POST' });
    for (const status of ['@noor psst', '@noor psst!']) await place.post(stranger, { status, visibility: 'direct' });
    assert.deepEqual([await ask(v1), await noor.all()], [[], []]);
    assert.equal((await ask(`${v1}?include_filtered=true`)).length, 2);
    const summary = { pending_requests_count: 1, pending_notifications_count: 2 };
    assert.deepEqual((await ask<Json>(`${v2}/policy`))['summary'], summary);
    const known = await judge();
    const requests = await ask<(Json & { id: string })[]>(`${v1}/requests`);
    assert.deepEqual(known?.complaints('GET', `${v1}/requests`, 200, requests) ?? [], []);
    assert.deepEqual([requests.length, requests[0]!['notifications_count']], [1, '2']);
    assert.match((requests[0]!['last_status'] as Status).content, /psst!/);
    await ask(`${v1}/requests/${requests[0]!.id}/accept`, { method: 'POST' });
    assert.deepEqual(await noor.told(1), [
      { stream: ['user:notification'], event: 'notifications_merged', payload: '1' },
    ]);
    assert.deepEqual([(await ask(v1)).length, await ask(`${v1}/requests`)], [2, []]);
    assert.deepEqual(await ask(`${v1}/requests/merged`), { merged: true });
    await place.post(stranger, { status: '@noor again', visibility: 'direct' });
    assert.equal((await ask(v1)).length, 3);
    const gone = await place.ask(`${v1}/requests/${requests[0]!.id}`, { token });
    assert.equal(gone.status, 404);
  });

  it('is turned away, several at once, or never heard of', async () => {
    const { place, ask, token } = await reader();
    const stranger = strangerTo(place, await place.id('noor'));
    await ask(`${v1}/clear`, { method: 'POST' });
    const set = async (json: Json) => place.ask(`${v2}/policy`, { method: 'PATCH', token, json });
    const policy = (await set({ for_not_following: 'filter' })).body as Json;
    assert.deepEqual([policy['for_not_following'], policy['for_not_followers']], ['filter', 'accept']);
    assert.equal((await set({ for_bots: 'eat' })).status, 422);
    await place.post(stranger, { status: '@noor hello' });
    const [request] = await ask<{ id: string }[]>(`${v1}/requests`);
    await ask(`${v1}/requests/dismiss`, { method: 'POST', json: { id: [request!.id] } });
    assert.deepEqual([await ask(`${v1}/requests`), await ask(`${v1}?include_filtered=1`)], [[], []]);
    await set({ for_not_following: 'drop' });
    await place.post(stranger, { status: '@noor hello?' });
    assert.deepEqual([await ask(`${v1}/requests`), await ask(`${v1}?include_filtered=1`)], [[], []]);
  });
});

describe('an older server', () => {
  it('knows no groups, no requests, no policy and no count', async () => {
    const { place, ask, token } = await reader('noor', town());
    await place.get('/__sandbox/settings', { method: 'PATCH', json: { version: '4.2' } });
    for (const path of [v2, `${v2}/unread_count`, `${v2}/policy`, `${v1}/unread_count`, `${v1}/requests`]) {
      assert.equal((await place.ask(path, { token })).status, 404, path);
    }
    const [row] = await ask(v1);
    assert.deepEqual(['group_key' in row!, 'id' in row!], [false, true]);
    const noor = await listen(place, 'noor', 'user');
    await place.post('ines', { status: '@noor' });
    assert.equal('group_key' in parsed<Row>((await noor.told(2))[1]!), false);
  });
});
