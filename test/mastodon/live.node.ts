import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Session } from '../../src/mastodon/session.js';
import { following, home, hurry, listening, pause, until } from './live-home.js';

const uris = (posts: readonly { readonly uri: string }[]) => posts.map(({ uri }) => uri).reverse();

describe('a list that is followed', () => {
  it('hears of a new post, an edit and a deletion over one socket', async () => {
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    const post = await at.post();
    await until(() => told.keys().includes(post.uri));
    await at.control('PUT', `posts/${post.id}`, { status: 'Better' });
    await until(() => at.home.statuses.get(post.uri)?.content.includes('Better'), 'the edit');
    await at.control('DELETE', `posts/${post.id}`);
    await until(() => at.home.statuses.isGone(post.uri), 'the deletion');
    assert.equal(told.keys().length, 1);
    assert.equal(at.dialled.length, 1);
    assert.equal(at.dialled[0]!.url.includes('access_token'), false);
  });

  it('R153 four lists share one socket, and the last one that ends closes it', async () => {
    hurry(20);
    const at = await listening();
    const tag = { ...home, name: 'tag', tag: 'Hafen' } as const;
    const all = await Promise.all(
      [home, home, { ...home, name: 'local' } as const, tag].map((feed) => following(at.home, feed)),
    );
    await until(() => all.every(({ following: { state } }) => state === 'open'));
    const [line] = (await at.control('GET', 'streams')) as { channels: string[][] }[];
    assert.deepEqual(line!.channels.map(String).sort(), ['hashtag,Hafen', 'public:local', 'user']);
    await pause(200); // each has asked what it missed
    const post = await at.post({ status: 'Ships #hafen' });
    await until(() => all.every(({ keys }) => keys().join() === post.uri));
    assert.equal(at.dialled.length, 1);
    for (const { following: one } of all) one.end();
    await until(() => at.open() === 0);
  });

  it('R154 what was missed while it was away is fetched and joined, none twice', async () => {
    hurry(20);
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    const before = await at.post();
    await until(() => told.keys().length === 1);
    await at.control('DELETE', 'streams');
    const missed = [];
    for (let n = 0; n < 45; n++) missed.push(await at.post({ status: `Missed ${n}` }));
    await until(() => told.keys().length === 46);
    assert.deepEqual(told.keys(), [...uris(missed), before.uri]);
    assert.equal(
      told.news.some(({ gap }) => gap),
      false,
    );
    const after = await at.post();
    await until(() => told.keys()[0] === after.uri);
    assert.equal(new Set(told.keys()).size, told.keys().length);
  });

  it('edits and deletions of what is shown are found out after it was away', async () => {
    hurry(20);
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    const posts = [await at.post(), await at.post(), await at.post()];
    await until(() => told.keys().length === 3);
    await at.control('DELETE', 'streams');
    await at.control('PUT', `posts/${posts[0]!.id}`, { status: 'Better' });
    await at.control('DELETE', `posts/${posts[1]!.id}`);
    await until(() => at.home.statuses.isGone(posts[1]!.uri), 'the deletion');
    assert.ok(at.home.statuses.get(posts[0]!.uri)!.content.includes('Better'));
    assert.equal(at.home.statuses.isGone(posts[2]!.uri), false);
  });

  it('R154 of 250 missed posts, five pages come, then a gap that can be filled; none twice', async () => {
    hurry(20);
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    await pause(200);
    await at.control('DELETE', 'streams');
    const missed = [];
    for (let n = 0; n < 250; n++) missed.push(await at.post({ status: `Missed ${n}` }));
    await until(() => told.news.some(({ gap }) => gap));
    const joined = told.news[0]!.keys;
    assert.deepEqual(joined, uris(missed.slice(0, 100)));
    const { keys: top, gap } = told.news[1]!;
    assert.deepEqual(top, uris(missed.slice(230)));
    assert.equal(gap!.until, missed[230]!.created_at);
    assert.equal(gap!.from, missed[99]!.created_at);
    const { keys, gap: rest } = await told.following.fill(gap!);
    assert.deepEqual(keys, uris(missed.slice(130, 230)));
    const { keys: last, gap: none } = await told.following.fill(rest!);
    assert.deepEqual(last, uris(missed.slice(100, 130)));
    assert.equal(none, undefined);
    const pages = at.asked().filter((path) => path.includes('min_id'));
    assert.equal(pages.length, 6, 'one after the first connection, five after the second');
  });

  it('R154 where what was missed cannot be had, what comes stands above a gap, which can be filled later', async () => {
    hurry(20);
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    await pause(200);
    await at.breaks({ path: '/api/v1/timelines/home', status: 403, body: { error: 'No' } });
    await at.control('DELETE', 'streams');
    const missed = [await at.post(), await at.post()];
    await until(() => at.dialled.length === 2 && told.following.state === 'open');
    await pause(300);
    const next = await at.post();
    await until(() => told.news.length > 0);
    const { keys, gap } = told.news[0]!;
    assert.deepEqual(keys, [next.uri]);
    await at.breaks();
    assert.deepEqual(await told.following.fill(gap!), { keys: uris(missed) });
    const after = await at.post();
    await until(() => told.keys()[0] === after.uri);
    assert.equal(told.news.at(-1)!.gap, undefined);
  });

  it('away from the top, what was missed waits in its order', async () => {
    hurry(20);
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    await pause(200);
    told.following.away = true;
    const before = await at.post();
    await until(() => told.counts.at(-1) === 1);
    await at.control('DELETE', 'streams');
    const missed = [await at.post(), await at.post()];
    await until(() => told.counts.at(-1) === 3);
    const after = await at.post();
    await until(() => told.counts.at(-1) === 4);
    assert.deepEqual(told.following.take(), { keys: [after.uri, ...uris(missed), before.uri] });
  });

  it('R154 a list that was empty is read from its top to its end', async () => {
    const at = await listening();
    const told = await following(at.home, { ...home, name: 'tag', tag: 'Regatta' });
    const posts = [];
    for (let n = 0; n < 45; n++) posts.push(await at.post({ status: `${n} #regatta` }));
    await until(() => told.keys().length > 0);
    assert.deepEqual(told.keys(), uris(posts));
    const next = await at.post({ status: 'And #regatta' });
    await until(() => told.keys()[0] === next.uri);
  });

  it('what keeps a list current is loaded with the first thing that is new: until then it is asked once', async () => {
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    await pause(1300);
    assert.equal(at.asked().filter((path) => path.includes('min_id')).length, 1);
    assert.deepEqual(told.following.take(), { keys: [] });
    const first = await at.post();
    await until(() => told.keys().join() === first.uri);
    assert.equal(told.news[0]!.gap, undefined);
    assert.equal(at.asked().filter((path) => path.includes('min_id')).length, 1);
  });

  it('R154 a post that comes late joins nothing: what is newer than it is fetched as well', async () => {
    hurry(20);
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    await pause(200);
    await at.control('DELETE', 'streams');
    const missed = [];
    for (let n = 0; n < 30; n++) missed.push(await at.post({ status: `Missed ${n}` }));
    await until(() => at.open() === 1);
    // Its id is as old as it is, wherever it comes from.
    await at.control('POST', 'streams', { event: 'update', payload: JSON.stringify(missed[5]) });
    await until(() => told.keys().length === 30);
    assert.equal(new Set(told.keys()).size, 30);
  });

  it('what was asked before the line broke again does not count as all that was missed', async () => {
    hurry(20);
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    await pause(200);
    const before = await at.post();
    await until(() => told.keys().join() === before.uri);
    await at.control('DELETE', 'streams');
    await at.breaks({ path: '/api/v1/timelines/home', delay: 2000, times: 1 });
    const count = () => at.asked().filter((path) => path.includes('min_id')).length;
    const asked = count();
    await until(() => count() > asked, 'the slow answer’s question');
    await at.control('DELETE', 'streams');
    const missed = await at.post();
    await until(() => told.keys()[0] === missed.uri);
    assert.deepEqual(told.keys(), [missed.uri, before.uri]);
    assert.equal(
      told.news.some(({ gap }) => gap),
      false,
    );
  });

  it('R160 the boost of a post that was deleted before it came stays away', async () => {
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    await pause(1300);
    const post = await at.post();
    await until(() => told.keys().length === 1);
    const original = { ...post, id: '555', uri: `${post.uri}-old` };
    const boost = { ...post, id: '556', uri: `${post.uri}-boost`, reblog: original };
    const send = (event: string, payload: string) => at.control('POST', 'streams', { event, payload });
    await send('delete', '555');
    await send('update', JSON.stringify(boost));
    const next = await at.post();
    await until(() => told.keys()[0] === next.uri);
    assert.deepEqual(told.keys(), [next.uri, post.uri]);
  });

  it('what comes to a list that was empty and cannot be asked for stands above a gap', async () => {
    const at = await listening();
    const tag = { ...home, name: 'tag', tag: 'Regatta' } as const;
    const told = await following(at.home, tag);
    await until(() => told.following.state === 'open');
    await at.breaks({ path: '/api/v1/timelines/tag/Regatta', status: 403, body: { error: 'No' } });
    await pause(1300);
    const post = await at.post({ status: 'At the #regatta' });
    await until(() => told.keys().join() === post.uri);
    assert.ok(told.news[0]!.gap);
  });

  it('R159 the same event three times is one post', async () => {
    const at = await listening();
    await at.breaks({ path: '/api/v1/streaming', stream: { replay: 2 } });
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    const post = await at.post();
    await until(() => told.keys().length > 0);
    await pause(600);
    assert.deepEqual(told.keys(), [post.uri]);
  });

  it('R160 what was deleted before it came stays deleted; an older edit never replaces a newer one', async () => {
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    const send = (event: string, payload: unknown) =>
      at.control('POST', 'streams', {
        event,
        payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
      });
    const [one, two] = [await at.post(), await at.post()];
    await until(() => told.keys().length === 2);
    const raw = (id: string, text: string, edited_at: string) => ({
      ...two,
      id,
      uri: `${two.uri}x`,
      content: text,
      edited_at,
    });
    await send('delete', '777');
    await send('update', { ...one, id: '777', uri: `${one.uri}gone` });
    await send('status.update', raw('888', 'newer', '2026-11-24T14:00:00.000Z'));
    await send('status.update', raw('888', 'older', '2026-11-24T13:00:00.000Z'));
    await send('update', { ...raw('888', 'first', ''), edited_at: null });
    await until(() => told.keys().length === 3);
    await pause(300);
    assert.equal(at.home.statuses.get(`${two.uri}x`)!.content, 'newer');
    assert.equal(
      told.keys().some((key) => key.endsWith('gone')),
      false,
    );
    await send('status.update', raw('888', 'older still', '2026-11-24T12:30:00.000Z'));
    await pause(400);
    assert.equal(at.home.statuses.get(`${two.uri}x`)!.content, 'newer');
  });

  it('away from the top, posts wait and are counted, deletions among them; then they come', async () => {
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    await pause(1300);
    told.following.away = true;
    const posts = [await at.post(), await at.post(), await at.post()];
    await until(() => told.counts.at(-1) === 3);
    await at.control('DELETE', `posts/${posts[1]!.id}`);
    await until(() => told.counts.at(-1) === 2);
    assert.equal(told.news.length, 0);
    assert.equal(at.home.statuses.get(posts[0]!.uri), undefined, 'not taken in yet');
    assert.deepEqual(told.following.take(), { keys: [posts[2]!.uri, posts[0]!.uri] });
    told.following.away = false;
    const next = await at.post();
    await until(() => told.keys().join() === next.uri);
  });

  it('of more than can be shown, the newest come, above a gap; little is kept', async () => {
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    await pause(1300);
    told.following.away = true;
    const posts = [];
    for (let n = 0; n < 70; n++) posts.push(await at.post({ status: `${n}` }));
    await until(() => told.counts.at(-1) === 70);
    const { keys, gap } = told.following.take();
    assert.deepEqual(keys, uris(posts.slice(50)));
    const { keys: more, gap: none } = await told.following.fill(gap!);
    assert.deepEqual(more, uris(posts.slice(0, 50)));
    assert.equal(none, undefined);
  });

  it('a list that is not followed any longer is told nothing', async () => {
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    await at.post();
    told.following.end();
    await pause(1500);
    assert.equal(told.news.length, 0);
  });

  it('R156 a visitor’s list is asked for once a minute', async () => {
    hurry(200);
    const at = await listening();
    const session = Session.at(at.home.origin);
    const told = await following(session, { ...home, name: 'local' });
    assert.equal(told.following.state, 'polling');
    const post = await at.post();
    await until(() => told.keys().join() === post.uri);
    assert.equal(at.dialled.length, 0);
    const before = at.asked().length;
    await pause(1000); // 200 s
    assert.ok(at.asked().length - before <= 4, `${at.asked().length - before} requests`);
  });
});
