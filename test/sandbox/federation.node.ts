import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { twoTowns, type Json, type Status, type Town } from './town.js';

/** Noor of the harbour and Desmond of the hills, whose instances know each other. */
async function neighbours() {
  const [harbour, hills] = twoTowns();
  const [noor, desmond] = [await harbour.token('noor'), await hills.token('desmond')];
  return { harbour, hills, noor, desmond };
}

interface Found {
  accounts: Json[];
  statuses: Status[];
}

const resolve = (place: Town, token: string, what: string) =>
  place.get<Found>(`/api/v2/search?resolve=true&q=${encodeURIComponent(what)}`, { token });

/** A post of another instance as this one knows it. */
const twin = async (place: Town, token: string, post: Status) => (await resolve(place, token, post.url)).statuses[0]!;

const act = (place: Town, token: string, path: string, json: Json = {}) =>
  place.get<Status>(`/api/v1/${path}`, { method: 'POST', token, json });

const told = async (place: Town, person: string) => {
  const rows = await place.get<Json[]>('/api/v1/notifications?limit=5', { token: await place.token(person) });
  return rows.map(({ type, account }) => `${String(type)} ${String((account as Json)['acct'])}`);
};

const follow = async ({ hills, desmond }: Awaited<ReturnType<typeof neighbours>>) => {
  const [account] = (await resolve(hills, desmond, '@noor@harbour.example')).accounts;
  return hills.get<Json>(`/api/v1/accounts/${String(account!['id'])}/follow`, { method: 'POST', token: desmond });
};

describe('finding each other', () => {
  it('answers webfinger for its own people, in any case of letters', async () => {
    const { harbour } = await neighbours();
    const { headers, body } = await harbour.ask('/.well-known/webfinger?resource=acct:Noor@harbour.example');
    assert.match(headers.get('Content-Type') ?? '', /^application\/jrd\+json/);
    const { subject, links } = JSON.parse(typeof body === 'string' ? body : JSON.stringify(body)) as {
      subject: string;
      links: Json[];
    };
    assert.equal(subject, 'acct:noor@harbour.example');
    const self = links.find(({ rel }) => rel === 'self')!;
    assert.match(String(self['href']), /^https:\/\/harbour\.example\/ap\/users\/\d+$/);
    for (const who of ['desmond@harbour.example', 'noor@hills.example']) {
      assert.equal((await harbour.ask(`/.well-known/webfinger?resource=acct:${who}`)).status, 404);
    }
    assert.equal((await harbour.ask('/.well-known/webfinger')).status, 400);
  });

  it('resolves people and posts of a peer, once, with ids of its own and the same uri', async () => {
    const { harbour, hills, noor } = await neighbours();
    const post = await hills.post('desmond', { status: 'Up here #hills', spoiler_text: 'Height' });
    assert.deepEqual(
      (await harbour.get<Found>(`/api/v2/search?q=${encodeURIComponent(post.url)}`, { token: noor })).statuses,
      [],
    );
    const known = await twin(harbour, noor, post);
    assert.notEqual(known.account.id, post.account.id);
    assert.deepEqual(
      [known.uri, known.url, known.created_at, known['spoiler_text'], known.account.acct],
      [post.uri, post.url, post.created_at, 'Height', 'desmond@hills.example'],
    );
    assert.equal((await twin(harbour, noor, post)).id, known.id);
    assert.equal((await resolve(harbour, noor, post.uri)).statuses[0]!.id, known.id);
    const people = await resolve(harbour, noor, 'desmond@hills.example');
    assert.equal(people.accounts[0]!['id'], known.account.id);
    assert.deepEqual((await resolve(harbour, noor, '@nobody@hills.example')).accounts, []);
    assert.deepEqual((await resolve(harbour, noor, 'https://nowhere.example/@a/1')).statuses, []);
  });

  it('fetches what a post answers and quotes along with it', async () => {
    const { harbour, hills, noor } = await neighbours();
    const root = await hills.post('desmond', { status: 'Root' });
    const reply = await hills.post('ama', { status: 'Reply', in_reply_to_id: root.id });
    const quoting = await hills.post('piotr', { status: 'Quote', quoted_status_id: reply.id });
    const known = await twin(harbour, noor, quoting);
    const quoted = (known['quote'] as { quoted_status: Status }).quoted_status;
    assert.equal(quoted.uri, reply.uri);
    const { ancestors } = await harbour.get<{ ancestors: Status[] }>(`/api/v1/statuses/${quoted.id}/context`);
    assert.deepEqual(
      ancestors.map(({ uri }) => uri),
      [root.uri],
    );
  });
});

describe('what arrives', () => {
  it('are the posts, edits and deletions of those one follows', async () => {
    const world = await neighbours();
    const { harbour, hills, noor, desmond } = world;
    assert.equal((await follow(world))['requested'], false);
    assert.deepEqual((await told(harbour, 'noor'))[0], 'follow desmond@hills.example');
    const post = await act(harbour, noor, 'statuses', { status: 'Fog', visibility: 'private' });
    const home = async () => (await hills.get<Status[]>('/api/v1/timelines/home?limit=1', { token: desmond }))[0]!;
    assert.deepEqual([(await home()).uri, (await home()).visibility], [post.uri, 'private']);
    harbour.later(1000);
    await harbour.get(`/api/v1/statuses/${post.id}`, { method: 'PUT', token: noor, json: { status: 'More fog' } });
    assert.equal((await home()).content, '<p>More fog</p>');
    assert.notEqual((await home())['edited_at'], null);
    assert.equal(
      (await hills.get<Json[]>(`/api/v1/statuses/${(await home()).id}/history`, { token: desmond })).length,
      2,
    );
    await harbour.get(`/api/v1/statuses/${post.id}`, { method: 'DELETE', token: noor });
    assert.notEqual((await home()).uri, post.uri);
  });

  it('is a request, where people want to be asked, and its answer', async () => {
    const { harbour, hills, desmond } = await neighbours();
    const [layla] = (await resolve(hills, desmond, '@layla@harbour.example')).accounts;
    const id = String(layla!['id']);
    const asked = await hills.get(`/api/v1/accounts/${id}/follow`, { method: 'POST', token: desmond });
    assert.deepEqual([asked['following'], asked['requested']], [false, true]);
    const hers = await harbour.token('layla');
    const waiting = await harbour.get<Json[]>('/api/v1/follow_requests', { token: hers });
    const from = waiting.find(({ acct }) => acct === 'desmond@hills.example')!;
    await harbour.get(`/api/v1/follow_requests/${String(from['id'])}/authorize`, { method: 'POST', token: hers });
    const [now] = await hills.get<Json[]>(`/api/v1/accounts/relationships?id[]=${id}`, { token: desmond });
    assert.deepEqual([now!['following'], now!['requested']], [true, false]);
  });

  it('are favourites, boosts and answers, at the author’s instance, and that they are taken back', async () => {
    const { harbour, hills, desmond } = await neighbours();
    const post = await harbour.post('noor', { status: 'Fog, considerable' });
    const known = await twin(hills, desmond, post);
    const at = `statuses/${known.id}`;
    await act(hills, desmond, `${at}/favourite`);
    await act(hills, desmond, `${at}/reblog`);
    const reply = await act(hills, desmond, 'statuses', {
      status: '@noor@harbour.example indeed',
      in_reply_to_id: known.id,
    });
    assert.deepEqual(await told(harbour, 'noor').then((rows) => rows.slice(0, 3)), [
      'mention desmond@hills.example',
      'reblog desmond@hills.example',
      'favourite desmond@hills.example',
    ]);
    const own = await harbour.get<Status>(`/api/v1/statuses/${post.id}`);
    assert.deepEqual([own.favourites_count, own.reblogs_count, own.replies_count], [1, 1, 1]);
    const { descendants } = await harbour.get<{ descendants: Status[] }>(`/api/v1/statuses/${post.id}/context`);
    assert.deepEqual(
      descendants.map(({ uri }) => uri),
      [reply.uri],
    );
    await act(hills, desmond, `${at}/unfavourite`);
    await act(hills, desmond, `${at}/unreblog`);
    await hills.get(`/api/v1/statuses/${reply.id}`, { method: 'DELETE', token: desmond });
    const after = await harbour.get<Status>(`/api/v1/statuses/${post.id}`);
    assert.deepEqual([after.favourites_count, after.reblogs_count, after.replies_count], [0, 0, 0]);
  });

  it('are mentions of people whom nobody here had met', async () => {
    const { harbour, hills, noor } = await neighbours();
    const post = await act(harbour, noor, 'statuses', { status: 'Hello @ama@hills.example', visibility: 'direct' });
    assert.equal((post['mentions'] as Json[])[0]!['acct'], 'ama@hills.example');
    assert.match(post.content, /href="https:\/\/hills\.example\/@ama" class="u-url mention">@<span>ama</);
    const [row] = await hills.get<Json[]>('/api/v1/notifications?include_filtered=true', {
      token: await hills.token('ama'),
    });
    const seen = row!['status'] as Status;
    assert.deepEqual([seen.uri, seen.visibility], [post.uri, 'direct']);
    assert.equal((await hills.ask(`/api/v1/statuses/${seen.id}`)).status, 404);
  });

  it('are votes, and what came of them', async () => {
    const { harbour, hills, desmond } = await neighbours();
    const post = await harbour.post('noor', { status: '?', poll: { options: ['a', 'b'], expires_in: 600 } });
    const known = await twin(hills, desmond, post);
    await act(hills, desmond, `polls/${String((known['poll'] as Json)['id'])}/votes`, { choices: ['1'] });
    const poll = await harbour.get(`/api/v1/polls/${String((post['poll'] as Json)['id'])}`);
    assert.deepEqual(
      (poll['options'] as Json[]).map(({ votes_count: n }) => n),
      [0, 1],
    );
  });

  it('is the author’s word on a quote', async () => {
    const { harbour, hills, desmond } = await neighbours();
    const post = await harbour.post('noor', { status: 'Quote me' });
    const known = await twin(hills, desmond, post);
    const quoting = await act(hills, desmond, 'statuses', { status: 'This', quoted_status_id: known.id });
    const state = async () => ((await hills.get<Status>(`/api/v1/statuses/${quoting.id}`))['quote'] as Json)['state'];
    assert.equal(await state(), 'accepted');
    assert.deepEqual((await told(harbour, 'noor'))[0], 'quote desmond@hills.example');
  });

  it('are pictures, kept here, with all that was said of them', async () => {
    const { harbour, hills, desmond } = await neighbours();
    const id = await harbour.id('mirela');
    const [post] = await harbour.get<Status[]>(
      `/api/v1/accounts/${id}/statuses?only_media=1&exclude_reblogs=1&limit=1`,
    );
    const known = await twin(hills, desmond, post!);
    const [theirs, ours] = [post!.media_attachments, known.media_attachments];
    assert.ok(theirs.length > 0);
    ours.forEach((medium, at) => {
      const { description, blurhash, meta, url } = theirs[at]!;
      assert.deepEqual(
        [medium['description'], medium['blurhash'], medium['meta'], medium['remote_url']],
        [description, blurhash, meta, url],
      );
      assert.ok(medium.url.startsWith('https://hills.example/system/cache/harbour.example/'));
    });
    assert.equal((await hills.ask(ours[0]!.url)).body, (await harbour.ask(theirs[0]!.url)).body);
  });
});

describe('two towns that are acquainted', () => {
  it('follow, read and greet each other from the first request', async () => {
    const [harbour, hills] = twoTowns();
    const before = await harbour.get<Status[]>('/api/v1/timelines/public?remote=1&limit=40');
    await harbour.ask('/__sandbox/greet', { method: 'POST' });
    const after = await harbour.get<Status[]>('/api/v1/timelines/public?remote=1&limit=40');
    assert.ok(before.length < 5 && after.length > 20);
    const greeting = after.find(({ account }) => account.acct.endsWith('@hills.example'));
    assert.ok(greeting);
    const noor = (await told(hills, 'desmond')).filter((row) => row === 'mention noor@harbour.example');
    assert.equal(noor.length, 1);
  });

  it('do not mistake for a peer what they do not know', async () => {
    const [harbour] = twoTowns();
    const stranger = {
      id: 'https://x.example/1',
      type: 'Create',
      actor: 'https://x.example/u',
      object: { type: 'Note' },
    };
    const count = harbour.instance.world.statuses.size;
    const said = await harbour.ask('/inbox', { json: stranger });
    assert.deepEqual([said.status, harbour.instance.world.statuses.size], [202, count]);
  });
});
