import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { links, town, type Json, type Status, type Town } from './town.js';

const ids = (posts: readonly { id: string }[]) => posts.map(({ id }) => id);

/** Follows `next` to the end, so often at most. */
async function walk(place: Town, path: string, ask: Parameters<Town['ask']>[1] = {}): Promise<Status[][]> {
  const pages: Status[][] = [];
  for (let next: string | undefined = path; next && pages.length < 60;) {
    const { headers, body } = await place.ask(next, ask);
    pages.push(body as Status[]);
    next = links(headers)['next'];
  }
  return pages;
}

describe('the public timeline', () => {
  it('has public posts that are neither boosts nor answers to others, the youngest first', async () => {
    const place = town();
    const pages = await walk(place, '/api/v1/timelines/public?limit=40');
    const all = pages.flat();
    assert.ok(all.length > 100);
    for (const { visibility, reblog, in_reply_to_id: parent, in_reply_to_account_id: to, account } of all) {
      assert.equal(visibility, 'public');
      assert.equal(reblog, null);
      assert.ok(parent === null || to === account.id);
    }
    const times = all.map(({ created_at: at }) => at);
    assert.deepEqual(times, [...times].sort().reverse());
    assert.equal(new Set(ids(all)).size, all.length);
  });

  it('promises a next page as long as there was anything, and ends on an empty one without links', async () => {
    const place = town();
    const pages = await walk(place, '/api/v1/timelines/public?limit=40');
    assert.deepEqual(pages.at(-1), []);
    assert.ok(pages.at(-2)!.length > 0);
    const first = await place.ask('/api/v1/timelines/public?only_media=true&limit=3&local=1');
    const { next, prev } = links(first.headers);
    const [young, , old] = first.body as [Status, Status, Status];
    const at = 'https://harbour.example/api/v1/timelines/public?limit=3&local=1';
    assert.deepEqual(
      [next, prev],
      [`${at}&max_id=${old.id}&only_media=true`, `${at}&min_id=${young.id}&only_media=true`],
    );
  });

  it('divides into local and remote', async () => {
    const place = town();
    const from = async (query: string) =>
      (await place.get<Status[]>(`/api/v1/timelines/public?limit=40&${query}`)).map(({ account }) =>
        account.acct.includes('@'),
      );
    assert.ok((await from('local=true')).every((far) => !far));
    const remote = await from('remote=true');
    assert.ok(remote.length > 0 && remote.every(Boolean));
  });

  it('has only posts with media where only those are asked for', async () => {
    const posts = await town().get<Status[]>('/api/v1/timelines/public?only_media=1');
    assert.ok(posts.length > 5 && posts.every(({ media_attachments: media }) => media.length > 0));
  });
});

describe('limits and cursors', () => {
  it('gives 20 unasked, 40 at most, and reads nonsense as none', async () => {
    const place = town();
    const count = async (query: string) => (await place.get<Status[]>(`/api/v1/timelines/public${query}`)).length;
    assert.equal(await count(''), 20);
    assert.equal(await count('?limit=7'), 7);
    assert.equal(await count('?limit=400'), 40);
    assert.equal(await count('?limit=-3'), 3);
    assert.equal(await count('?limit=many'), 0);
  });

  it('takes max_id as below, since_id as the youngest above, min_id as those right above', async () => {
    const place = town();
    const all = ids(await place.get<Status[]>('/api/v1/timelines/public?limit=12'));
    const page = async (query: string) => ids(await place.get<Status[]>(`/api/v1/timelines/public?limit=3&${query}`));
    assert.deepEqual(await page(`max_id=${all[4]}`), all.slice(5, 8));
    assert.deepEqual(await page(`since_id=${all[8]}`), all.slice(0, 3));
    assert.deepEqual(await page(`min_id=${all[8]}`), all.slice(5, 8));
    assert.deepEqual(await page(`min_id=${all[8]}&max_id=${all[6]}`), all.slice(7, 8));
  });

  it('promises a next page of a profile only when the page was full', async () => {
    const place = town();
    const id = await place.id('wren');
    const full = await place.ask(`/api/v1/accounts/${id}/statuses?limit=3&exclude_reblogs=1`);
    assert.ok(links(full.headers)['next']!.includes('exclude_reblogs=1&limit=3&max_id='));
    const { headers, body } = await place.ask(`/api/v1/accounts/${id}/statuses?limit=40`);
    assert.ok((body as Status[]).length < 40);
    assert.deepEqual(Object.keys(links(headers)), ['prev']);
  });

  it('pages followers by ids that are not theirs', async () => {
    const place = town();
    const id = await place.id('ines');
    const { headers, body } = await place.ask(`/api/v1/accounts/${id}/followers?limit=2`);
    const { next, prev } = links(headers);
    const people = body as { id: string }[];
    assert.match(next!, /followers\?limit=2&max_id=\d{1,4}$/);
    assert.match(prev!, /followers\?limit=2&since_id=\d{1,4}$/);
    const more = await place.get<{ id: string }[]>(next!);
    assert.ok(more.every((person) => !ids(people).includes(person.id)));
  });

  it('pages trends by offset', async () => {
    const place = town();
    const first = await place.ask('/api/v1/trends/statuses?limit=4');
    assert.deepEqual(links(first.headers), { next: 'https://harbour.example/api/v1/trends/statuses?limit=4&offset=4' });
    const third = await place.ask('/api/v1/trends/statuses?limit=4&offset=8');
    assert.equal(links(third.headers)['prev'], 'https://harbour.example/api/v1/trends/statuses?limit=4&offset=4');
    assert.ok((third.body as Status[]).every(({ id }) => !ids(first.body as Status[]).includes(id)));
  });
});

describe('hashtags', () => {
  it('finds any of several, all of several, none of several; and forgets them in its links', async () => {
    const place = town();
    const text = async (status: string) => (await place.post('noor', { status })).id;
    const [a, b, ab] = [await text('#aa'), await text('#bb'), await text('#AA #bb')];
    const of = async (query: string) => ids(await place.get<Status[]>(`/api/v1/timelines/tag/aa${query}`)).sort();
    assert.deepEqual(await of(''), [a, ab].sort());
    assert.deepEqual(await of('?any[]=bb'), [a, b, ab].sort());
    assert.deepEqual(await of('?all[]=bb'), [ab]);
    assert.deepEqual(await of('?none[]=BB'), [a]);
    const { headers } = await place.ask('/api/v1/timelines/tag/aa?any[]=bb&limit=1&remote=0');
    assert.match(links(headers)['next']!, /tag\/aa\?limit=1&max_id=\d+$/);
  });

  it('finds names of any script', async () => {
    const posts = await town().get<Status[]>(`/api/v1/timelines/tag/${encodeURIComponent('味噌汁')}`);
    assert.equal(posts.length, 1);
  });
});

describe('home and lists', () => {
  it('has what one’s people say and boost, without their answers to strangers', async () => {
    const place = town();
    const token = await place.token('noor');
    const [ines, kofi] = [await place.id('ines'), await place.id('kofi')];
    await place.get(`/api/v1/accounts/${ines}/follow`, { method: 'POST', token });
    await place.get(`/api/v1/accounts/${kofi}/unfollow`, { method: 'POST', token });
    const strange = await place.post('kofi', { status: 'Hm' });
    place.later(1000);
    const answer = await place.post('ines', { status: 'Indeed', in_reply_to_id: strange.id });
    const plain = await place.post('ines', { status: 'Plain' });
    const home = async () => ids(await place.get<Status[]>('/api/v1/timelines/home?limit=5', { token }));
    const before = await home();
    assert.ok(before.includes(plain.id) && !before.includes(answer.id) && !before.includes(strange.id));
    await place.get(`/api/v1/statuses/${strange.id}/reblog`, { method: 'POST', token: await place.token('ines') });
    const posts = await place.get<Status[]>('/api/v1/timelines/home?limit=5', { token });
    assert.equal(posts[0]!.reblog?.id, strange.id);
    await place.get(`/api/v1/accounts/${ines}/follow`, { method: 'POST', token, json: { reblogs: false } });
    assert.ok(
      !(await place.get<Status[]>('/api/v1/timelines/home?limit=5', { token })).some(
        ({ reblog }) => reblog?.id === strange.id,
      ),
    );
    await place.get(`/api/v1/accounts/${ines}/mute`, { method: 'POST', token });
    assert.ok(!(await home()).includes(plain.id));
  });

  it('shows the same post once, however many boost it within forty', async () => {
    const place = town();
    const token = await place.token('noor');
    for (const who of ['ines', 'kofi', 'odd'])
      await place.ask(`/api/v1/accounts/${await place.id(who)}/follow`, { method: 'POST', token });
    const post = await place.post('wren', { status: 'Boost me' });
    for (const who of ['ines', 'kofi', 'odd']) {
      place.later(1000);
      await place.get(`/api/v1/statuses/${post.id}/reblog`, { method: 'POST', token: await place.token(who) });
    }
    const home = await place.get<Status[]>('/api/v1/timelines/home?limit=40', { token });
    assert.equal(home.filter(({ id, reblog }) => id === post.id || reblog?.id === post.id).length, 1);
  });

  it('shows it again when somebody boosts it after forty others', async () => {
    const place = town();
    const token = await place.token('noor');
    const ines = await place.id('ines');
    await place.ask(`/api/v1/accounts/${ines}/follow`, { method: 'POST', token });
    const post = await place.post('ines', { status: 'Old' });
    const boost = async () => {
      place.later(1000);
      await place.get(`/api/v1/statuses/${post.id}/reblog`, { method: 'POST', token: await place.token('ines') });
      return (await place.get<Status[]>('/api/v1/timelines/home?limit=1', { token }))[0]!.reblog?.id;
    };
    for (let n = 0; n < 39; n++) await place.post('noor', { status: `${n}` });
    assert.equal(await boost(), undefined);
    await place.ask(`/api/v1/statuses/${post.id}/unreblog`, { method: 'POST', token: await place.token('ines') });
    for (let n = 0; n < 2; n++) await place.post('noor', { status: `more ${n}` });
    assert.equal(await boost(), post.id);
  });

  it('has lists of people one follows, and of no others', async () => {
    const place = town();
    const token = await place.token('noor');
    const lists = await place.get<Json[]>('/api/v1/lists', { token });
    assert.equal(lists.length, 1);
    const at = `/api/v1/lists/${String(lists[0]!['id'])}`;
    const members = await place.get<{ id: string }[]>(`${at}/accounts`, { token });
    const posts = await place.get<Status[]>(at.replace('lists', 'timelines/list'), { token });
    assert.ok(posts.length > 5 && posts.every(({ account }) => ids(members).includes(account.id)));
    const stranger = await place.id('pico');
    await place.ask(`/api/v1/accounts/${stranger}/unfollow`, { method: 'POST', token });
    const refused = await place.ask(`${at}/accounts`, { token, json: { account_ids: [stranger] } });
    assert.deepEqual([refused.status, refused.body], [404, { error: 'Record not found' }]);
    const foreign = await place.ask(at, { token: await place.token('ines') });
    assert.equal(foreign.status, 404);
  });
});
