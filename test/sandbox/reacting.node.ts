import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { links, look, noon, refused, twoTowns, writer, type Json, type Status, type Town } from './town.js';

const minute = 60_000;

describe('reacting', () => {
  it('counts favourites, once each, and tells the author', async () => {
    const { place, post } = await writer();
    const { id } = await place.post('ines');
    const liked = (await post(`/api/v1/statuses/${id}/favourite`)).body as Status;
    await post(`/api/v1/statuses/${id}/favourite`);
    assert.deepEqual([liked.favourites_count, liked['favourited']], [1, true]);
    assert.equal((await look(place, id)).favourites_count, 1);
    const people = await place.get<Json[]>(`/api/v1/statuses/${id}/favourited_by`);
    assert.deepEqual(
      people.map(({ acct }) => acct),
      ['noor'],
    );
    const [told] = await place.get<Json[]>('/api/v1/notifications', { token: await place.token('ines') });
    assert.deepEqual([told!['type'], (told!['account'] as Json)['acct']], ['favourite', 'noor']);
    const ofPost = await place.get<Json[]>('/api/v1/notifications', { token: await place.token('ines') });
    assert.equal(ofPost.filter(({ status }) => (status as Status | undefined)?.id === id).length, 1);
    const un = (await post(`/api/v1/statuses/${id}/unfavourite`)).body as Status;
    assert.deepEqual([un.favourites_count, un['favourited']], [0, false]);
    const [next] = await place.get<Json[]>('/api/v1/notifications', { token: await place.token('ines') });
    assert.notEqual(next!['id'], told!['id']);
  });

  it('answers a boost with its wrapper, twice with the same, and its end with the post', async () => {
    const { place, post } = await writer();
    const { id } = await place.post('ines');
    const wrapper = (await post(`/api/v1/statuses/${id}/reblog`)).body as Status;
    assert.equal(wrapper.reblog!.id, id);
    assert.deepEqual([wrapper.reblog!.reblogs_count, wrapper.reblog!['reblogged']], [1, true]);
    assert.equal(((await post(`/api/v1/statuses/${id}/reblog`)).body as Status).id, wrapper.id);
    assert.equal(((await post(`/api/v1/statuses/${wrapper.id}/favourite`)).body as Status).id, id);
    const un = (await post(`/api/v1/statuses/${id}/unreblog`)).body as Status;
    assert.deepEqual([un.id, un.reblogs_count, un.reblog], [id, 0, null]);
  });

  it('does not boost what was said to few', async () => {
    const { place, post, write } = await writer();
    await place.ask(`/api/v1/accounts/${await place.id('ines')}/follow`, {
      method: 'POST',
      token: await place.token('noor'),
    });
    const theirs = await place.post('ines', { status: 'For followers', visibility: 'private' });
    assert.deepEqual(refused(await post(`/api/v1/statuses/${theirs.id}/reblog`)), [403, 'This action is not allowed']);
    const own = await write({ status: 'Mine', visibility: 'private' });
    assert.equal(((await post(`/api/v1/statuses/${own.id}/reblog`)).body as Status).visibility, 'private');
  });

  it('pins five of one’s own, no boosts, nothing direct', async () => {
    const { place, post, write } = await writer();
    await post(
      `/api/v1/statuses/${(await place.get<Status[]>(`/api/v1/accounts/${await place.id('noor')}/statuses?pinned=1`))[0]!.id}/unpin`,
    );
    const pin = async (id: string) => refused(await post(`/api/v1/statuses/${id}/pin`));
    for (let n = 0; n < 5; n++) assert.equal((await pin((await write({ status: `${n}` })).id))[0], 200);
    const sixth = await write({ status: 'One more' });
    assert.deepEqual(await pin(sixth.id), [
      422,
      'Validation failed: You have already pinned the maximum number of posts',
    ]);
    const direct = await write({ status: '@ines', visibility: 'direct' });
    assert.deepEqual(await pin(direct.id), [
      422,
      'Validation failed: Posts that are only visible to mentioned users cannot be pinned',
    ]);
    const boost = (await post(`/api/v1/statuses/${(await place.post('ines')).id}/reblog`)).body as Status;
    assert.deepEqual(await pin(boost.id), [422, 'Validation failed: A boost cannot be pinned']);
  });

  it('turns the pages of favourites and bookmarks by ids of their own, which only `Link` tells', async () => {
    for (const [verb, path] of [
      ['favourite', 'favourites'],
      ['bookmark', 'bookmarks'],
    ]) {
      const { place, token } = await writer('haru');
      const posts: string[] = [];
      for (const n of [1, 2, 3, 4, 5]) posts.push((await place.post('ines', { status: `No. ${n}` })).id);
      const marks = place.instance.world[path as 'favourites' | 'bookmarks'];
      for (const id of posts) await place.ask(`/api/v1/statuses/${id}/${verb}`, { method: 'POST', token });
      const seen: string[] = [];
      let next: string | undefined = `/api/v1/${path}?limit=2`;
      while (next) {
        const { headers, body } = await place.ask(next, { token });
        const page = (body as Status[]).map(({ id }) => id);
        seen.push(...page);
        next = links(headers)['next'];
        if (page.length < 2) assert.equal(next, undefined, 'a page that is not full is the last');
        else assert.ok(!posts.includes(new URL(next!).searchParams.get('max_id')!));
      }
      assert.equal(seen.length, marks.by(await place.id('haru')).length);
      assert.deepEqual(seen.slice(0, 5), posts.toReversed(), path);
      const first = await place.ask(`/api/v1/${path}?limit=2`, { token });
      const above = await place.ask(links(first.headers)['prev']!, { token });
      assert.match(links(first.headers)['prev']!, /min_id=/);
      assert.deepEqual(above.body, []);
    }
  });

  it('keeps bookmarks to oneself, the latest first', async () => {
    const { place, token, post } = await writer();
    const posts = [await place.post('ines'), await place.post('kofi')];
    for (const { id } of posts) await post(`/api/v1/statuses/${id}/bookmark`);
    const marked = await place.get<Status[]>('/api/v1/bookmarks?limit=2', { token });
    assert.deepEqual(
      marked.map(({ id }) => id),
      [posts[1]!.id, posts[0]!.id],
    );
    assert.equal(marked[0]!['bookmarked'], true);
  });

  it('hears no more of a muted thread', async () => {
    const { place, token, post, write } = await writer();
    const { id } = await write({ status: 'Busy thread' });
    assert.equal(((await post(`/api/v1/statuses/${id}/mute`)).body as Json)['muted'], true);
    await place.post('ines', { status: '@noor hello', in_reply_to_id: id });
    const told = await place.get<Json[]>('/api/v1/notifications?types[]=mention&limit=1', { token });
    assert.ok(!(told[0]?.['status'] as Status).content.includes('hello'));
  });
});

describe('people and each other', () => {
  const relation = async (place: Town, token: string, id: string) =>
    (await place.get<Json[]>(`/api/v1/accounts/relationships?id[]=${id}`, { token }))[0]!;

  it('follows, and asks those who want to be asked', async () => {
    const { place, token, post } = await writer('wren');
    const [layla, odd] = [await place.id('layla'), await place.id('odd')];
    for (const id of [layla, odd]) await post(`/api/v1/accounts/${id}/unfollow`);
    assert.equal(((await post(`/api/v1/accounts/${odd}/follow`)).body as Json)['following'], true);
    const asked = (await post(`/api/v1/accounts/${layla}/follow`)).body as Json;
    assert.deepEqual([asked['following'], asked['requested']], [false, true]);
    const hers = await place.token('layla');
    const wren = await place.id('wren');
    const waiting = await place.get<Json[]>('/api/v1/follow_requests', { token: hers });
    assert.ok(waiting.some(({ acct }) => acct === 'wren'));
    await place.get(`/api/v1/follow_requests/${wren}/authorize`, { method: 'POST', token: hers });
    assert.equal((await relation(place, token, layla))['following'], true);
    assert.equal((await post(`/api/v1/accounts/${wren}/follow`)).status, 404);
  });

  it('parts those who block each other', async () => {
    const { place, token, post } = await writer('wren');
    const odd = await place.id('odd');
    await post(`/api/v1/accounts/${odd}/follow`);
    const { id } = await place.post('wren');
    const blocked = (await post(`/api/v1/accounts/${odd}/block`)).body as Json;
    assert.deepEqual([blocked['blocking'], blocked['following'], blocked['followed_by']], [true, false, false]);
    const his = await place.token('odd');
    assert.equal((await place.ask(`/api/v1/statuses/${id}`, { token: his })).status, 404);
    const wren = await place.id('wren');
    assert.equal((await place.ask(`/api/v1/accounts/${wren}/follow`, { method: 'POST', token: his })).status, 403);
    assert.deepEqual(await place.get(`/api/v1/accounts/${wren}/statuses`, { token: his }), []);
    assert.equal((await relation(place, his, wren))['blocked_by'], true);
    await post(`/api/v1/accounts/${odd}/unblock`);
    assert.equal((await relation(place, token, odd))['blocking'], false);
  });

  it('blocks a whole server, and refuses what is none', async () => {
    const [here] = twoTowns();
    const there = 'hills.example';
    const noor = await here.token('noor');
    const [ama] = await here.get<Json[]>(`/api/v1/accounts/search?q=@ama@${there}&resolve=true`, { token: noor });
    const id = ama!['id'] as string;
    await here.ask(`/api/v1/accounts/${id}/follow`, { method: 'POST', token: noor });
    const domain = { json: { domain: there }, token: noor };
    assert.equal((await here.ask('/api/v1/domain_blocks', { method: 'POST', ...domain })).status, 200);
    const now = await relation(here, noor, id);
    assert.deepEqual([now['domain_blocking'], now['following']], [true, false]);
    assert.deepEqual(await here.get('/api/v1/domain_blocks', { token: noor }), [there]);
    const path = `/api/v1/domain_blocks?domain=${there}`;
    assert.equal((await here.ask(path, { method: 'DELETE', token: noor })).status, 200);
    assert.equal((await relation(here, noor, id))['domain_blocking'], false);
    const none = { method: 'POST', json: { domain: 'no domain' }, token: noor };
    assert.equal((await here.ask('/api/v1/domain_blocks', none)).status, 422);
  });

  it('mutes for a while', async () => {
    const { place, token, post } = await writer('wren');
    const odd = await place.id('odd');
    const muted = (await post(`/api/v1/accounts/${odd}/mute`, { duration: 60, notifications: false })).body as Json;
    assert.deepEqual([muted['muting'], muted['muting_notifications']], [true, false]);
    assert.equal(muted['muting_expires_at'], new Date(noon + minute).toISOString());
    const { id } = await place.post('odd');
    const sees = async () =>
      (await place.get<Status[]>('/api/v1/timelines/public?limit=3', { token })).some((row) => row.id === id);
    assert.equal(await sees(), false);
    place.later(minute + 1);
    assert.equal(await sees(), true);
  });
});

describe('what people are told', () => {
  it('comes in groups by post and hour, whole or as faces', async () => {
    const { place, token, write } = await writer();
    await place.ask('/api/v1/notifications/clear', { method: 'POST', token });
    const { id } = await write({ status: 'Like me' });
    for (const who of ['ines', 'kofi', 'odd']) {
      await place.get(`/api/v1/statuses/${id}/favourite`, { method: 'POST', token: await place.token(who) });
    }
    await place.post('ines', { status: '@noor hello' });
    type Grouped = { accounts: Json[]; partial_accounts?: Json[]; statuses: Status[]; notification_groups: Json[] };
    const all = await place.get<Grouped>('/api/v2/notifications', { token });
    const [mention, likes] = all.notification_groups;
    assert.deepEqual([mention!['type'], likes!['type'], likes!['notifications_count']], ['mention', 'favourite', 3]);
    assert.equal(typeof likes!['most_recent_notification_id'], 'number');
    assert.deepEqual([all.accounts.length, all.statuses.length], [3, 2]);
    const faces = await place.get<Grouped>('/api/v2/notifications?expand_accounts=partial_avatars', { token });
    assert.equal(faces.accounts.length + faces.partial_accounts!.length, 3);
    const single = await place.get<Grouped>('/api/v2/notifications?grouped_types[]=reblog', { token });
    assert.equal(single.notification_groups.length, 4);
    assert.equal((await place.ask('/api/v2/notifications?expand_accounts=none', { token })).status, 400);
    await place.get(`/api/v2/notifications/${String(likes!['group_key'])}/dismiss`, { method: 'POST', token });
    assert.equal((await place.get<Json[]>('/api/v1/notifications', { token })).length, 1);
  });

  it('is counted from where one has read', async () => {
    const { place, token, post } = await writer();
    const [latest] = await place.get<Json[]>('/api/v1/notifications?limit=1', { token });
    await post('/api/v1/markers', { notifications: { last_read_id: latest!['id'] } });
    assert.deepEqual(await place.get('/api/v1/notifications/unread_count', { token }), { count: 0 });
    await place.post('ines', { status: '@noor hi' });
    assert.deepEqual(await place.get('/api/v2/notifications/unread_count', { token }), { count: 1 });
    const marker = (await place.get('/api/v1/markers?timeline[]=notifications', { token }))['notifications'] as Json;
    assert.deepEqual([marker['last_read_id'], marker['version']], [latest!['id'], 2]);
  });
});
