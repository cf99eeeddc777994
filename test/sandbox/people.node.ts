import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { town, twoTowns, type Json, type Status } from './town.js';

const ids = (posts: readonly { id: string }[]) => posts.map(({ id }) => id);

describe('a profile’s posts', () => {
  const of = async (name: string, query: string) => {
    const place = town();
    return place.get<Status[]>(`/api/v1/accounts/${await place.id(name)}/statuses?limit=40&${query}`);
  };

  it('leaves out answers to others, boosts, and what has no media, as asked', async () => {
    assert.ok((await of('noor', '')).some(({ in_reply_to_id: parent }) => parent));
    assert.ok(
      (await of('noor', 'exclude_replies=true')).every(
        (p) => !p.in_reply_to_id || p['in_reply_to_account_id'] === p.account.id,
      ),
    );
    assert.ok((await of('noor', '')).some(({ reblog }) => reblog));
    assert.ok((await of('noor', 'exclude_reblogs=true')).every(({ reblog }) => !reblog));
    assert.ok((await of('ines', 'only_media=true')).every(({ media_attachments: media }) => media.length));
  });

  it('keeps answers to oneself where answers to others are left out', async () => {
    const posts = await of('ines', 'exclude_replies=true');
    assert.ok(posts.some(({ in_reply_to_id: parent }) => parent));
  });

  it('shows what is pinned, and what carries a hashtag', async () => {
    assert.equal((await of('ines', 'pinned=true')).length, 2);
    const tagged = await of('ines', 'tagged=Garden');
    assert.ok(tagged.length >= 2);
    assert.ok(tagged.every(({ tags }) => (tags as { name: string }[]).some(({ name }) => name === 'garden')));
  });

  it('shows followers-only posts to followers, and direct ones to nobody else', async () => {
    const place = town();
    const secret = await place.post('noor', { status: 'For followers', visibility: 'private' });
    const whisper = await place.post('noor', { status: '@ines psst', visibility: 'direct' });
    const noor = await place.id('noor');
    const [ines, kofi] = [await place.token('ines'), await place.token('kofi')];
    await place.get(`/api/v1/accounts/${noor}/follow`, { method: 'POST', token: ines });
    await place.get(`/api/v1/accounts/${noor}/unfollow`, { method: 'POST', token: kofi });
    const seen = async (token?: string) => {
      const posts = await place.get<Status[]>(`/api/v1/accounts/${noor}/statuses`, token ? { token } : {});
      return [secret.id, whisper.id].map((id) => ids(posts).includes(id));
    };
    assert.deepEqual(await seen(), [false, false]);
    assert.deepEqual(await seen(ines), [true, true]);
    assert.deepEqual(await seen(kofi), [false, false]);
    const hidden = await place.ask(`/api/v1/statuses/${secret.id}`, { token: kofi });
    assert.deepEqual([hidden.status, hidden.body], [404, { error: 'Not Found' }]);
  });
});

describe('a thread', () => {
  it('comes flat, in the order of the tree, with one’s own answers first', async () => {
    const place = town();
    const root = await place.post('noor', { status: 'Root' });
    const say = async (person: string, status: string, to: Status) => {
      place.later(1000);
      return place.post(person, { status, in_reply_to_id: to.id });
    };
    const a = await say('ines', 'a', root);
    const b = await say('kofi', 'b', root);
    const aa = await say('odd', 'aa', a);
    const own = await say('noor', 'own', root);
    const aaa = await say('ines', 'aaa', aa);
    const { descendants } = await place.get<{ descendants: Status[] }>(`/api/v1/statuses/${root.id}/context`);
    assert.deepEqual(ids(descendants), ids([own, a, aa, aaa, b]));
    const { ancestors } = await place.get<{ ancestors: Status[] }>(`/api/v1/statuses/${aaa.id}/context`);
    assert.deepEqual(ids(ancestors), ids([root, a, aa]));
  });

  it('is cut for visitors: 40 up, 60 down, 20 deep; and whole for those signed in', async () => {
    const place = town();
    const chain = [await place.post('noor', { status: '0' })];
    for (let n = 1; n <= 50; n++) {
      chain.push(await place.post(n % 2 ? 'ines' : 'noor', { status: `${n}`, in_reply_to_id: chain.at(-1)!.id }));
    }
    const wide = await place.post('noor', { status: 'wide' });
    for (let n = 0; n < 70; n++) await place.post('kofi', { status: `${n}`, in_reply_to_id: wide.id });
    type Context = { ancestors: Status[]; descendants: Status[] };
    const sizes = async (id: string, token?: string) => {
      const context = await place.get<Context>(`/api/v1/statuses/${id}/context`, token ? { token } : {});
      return [context.ancestors.length, context.descendants.length];
    };
    assert.deepEqual(await sizes(chain[50]!.id), [40, 0]);
    assert.deepEqual(await sizes(chain[0]!.id), [0, 20]);
    assert.deepEqual(await sizes(wide.id), [0, 60]);
    const token = await place.token('odd');
    assert.deepEqual(await sizes(chain[50]!.id, token), [50, 0]);
    assert.deepEqual(await sizes(chain[0]!.id, token), [0, 50]);
    assert.deepEqual(await sizes(wide.id, token), [0, 70]);
    const nearest = await place.get<Context>(`/api/v1/statuses/${chain[50]!.id}/context`);
    assert.equal(nearest.ancestors.at(-1)!.id, chain[49]!.id);
  });
});

describe('search', () => {
  it('lets visitors search, but neither turn pages nor resolve', async () => {
    const place = town();
    const found = await place.get<{ accounts: Json[]; statuses: Json[]; hashtags: Json[] }>('/api/v2/search?q=noor');
    assert.equal(found.accounts[0]!['acct'], 'noor');
    const refuse = async (query: string) => (await place.ask(`/api/v2/search?q=noor&${query}`)).body;
    assert.deepEqual(await refuse('offset=0'), {
      error: 'Search queries pagination is not supported without authentication',
    });
    assert.deepEqual(await refuse('resolve=true'), {
      error: 'Search queries that resolve remote resources are not supported without authentication',
    });
    assert.equal((await place.ask('/api/v2/search?q=noor&resolve=true')).status, 401);
    assert.equal((await place.ask('/api/v2/search?q=')).status, 400);
  });

  it('finds words in posts for those signed in, of authors who allow it', async () => {
    const place = town();
    const token = await place.token('noor');
    const of = async (q: string) =>
      (await place.get<{ statuses: Status[] }>(`/api/v2/search?type=statuses&q=${encodeURIComponent(q)}`, { token }))
        .statuses;
    assert.ok((await of('lighthouse')).length > 1);
    assert.deepEqual(await of('Kontaktbogen'), []);
    assert.deepEqual(
      (await of('ladybird larvae')).map(({ account }) => account.acct),
      ['ines'],
    );
  });

  it('finds hashtags by their beginning, with a week of history', async () => {
    const found = await town().get<{ hashtags: { name: string; history: Json[] }[] }>(
      '/api/v2/search?type=hashtags&q=%23cat',
    );
    assert.deepEqual(
      found.hashtags.map(({ name }) => name),
      ['caturday'],
    );
    assert.equal(found.hashtags[0]!.history.length, 7);
  });
});

describe('keys of posts and people', () => {
  it('are those of Mastodon 4.6, with the reader’s own only for readers', async () => {
    const place = town();
    const token = await place.token('noor');
    const { id } = await place.post('ines');
    const anonymous = Object.keys(await place.get(`/api/v1/statuses/${id}`));
    const known =
      'id created_at in_reply_to_id in_reply_to_account_id sensitive spoiler_text visibility language uri url replies_count reblogs_count favourites_count quotes_count edited_at content reblog application account media_attachments mentions tags emojis tagged_collections quote card poll quote_approval';
    assert.deepEqual(anonymous, known.split(' '));
    const own = Object.keys(await place.get(`/api/v1/statuses/${id}`, { token }));
    const extra = own.filter((key) => !anonymous.includes(key));
    assert.deepEqual(extra, ['favourited', 'reblogged', 'muted', 'bookmarked', 'filtered']);
    const mine = Object.keys(await place.get(`/api/v1/statuses/${(await place.post('noor')).id}`, { token }));
    assert.deepEqual(
      mine.filter((key) => !own.includes(key)),
      ['pinned'],
    );
  });

  it('tell people’s days only, and a boost’s own fields as empty', async () => {
    const place = town();
    const account = await place.get('/api/v1/accounts/lookup?acct=kofi');
    assert.match(String(account['created_at']), /T00:00:00\.000Z$/);
    assert.match(String(account['last_status_at']), /^\d{4}-\d\d-\d\d$/);
    const posts = await place.get<Status[]>(`/api/v1/accounts/${String(account['id'])}/statuses`);
    const boost = posts.find(({ reblog }) => reblog)!;
    assert.deepEqual(
      [boost.content, boost['language'], boost.favourites_count, boost['application']],
      ['', null, 0, null],
    );
    assert.match(boost.uri, /\/activity$/);
    assert.notEqual(boost.reblog!.content, '');
  });

  it('have remote people with their host, and files kept here', async () => {
    const [harbour, hills] = twoTowns();
    const token = await harbour.token('noor');
    const found = await harbour.get<{ accounts: Json[] }>('/api/v2/search?resolve=true&q=@desmond@hills.example', {
      token,
    });
    const [desmond] = found.accounts;
    assert.equal(desmond!['acct'], 'desmond@hills.example');
    assert.ok(!('noindex' in desmond!) && !('roles' in desmond!));
    const avatar = desmond!['avatar'] as string;
    assert.ok(avatar.startsWith('https://harbour.example/system/cache/hills.example/'));
    const own = await hills.get<{ avatar: string }>('/api/v1/accounts/lookup?acct=desmond');
    assert.equal((await harbour.ask(avatar)).body, (await hills.ask(own.avatar)).body);
  });
});
