import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { registry } from '../../src/base/registry.js';
import type { AuthElement } from '../../src/base/context.js';
import { HomeSession } from '../../src/mastodon/home-session.js';
import { followNotifications } from '../../src/mastodon/live.js';
import { streamUrl } from '../../src/mastodon/stream-url.js';
import { cached, following, home, hurry, listening, network, pause, show, until } from './live-home.js';

const streaming = '/api/v1/streaming';

describe('where a stream may be', () => {
  const https = 'https://town.example';
  const local = 'http://town.localhost:4000';
  const said: readonly [origin: string, said: string | undefined, url: string | undefined][] = [
    [https, undefined, 'wss://town.example/api/v1/streaming'],
    [https, 'wss://town.example', 'wss://town.example/api/v1/streaming'],
    [https, 'https://town.example', 'wss://town.example/api/v1/streaming'],
    [https, 'wss://streaming.town.example/x?y', 'wss://streaming.town.example/api/v1/streaming'],
    [https, 'wss://evil.example', undefined],
    [https, 'wss://eviltown.example', undefined],
    [https, 'wss://town.example.evil.example', undefined],
    [https, 'wss://town.example:4443', undefined],
    [https, 'ws://town.example', undefined],
    [https, 'wss://someone@town.example', undefined],
    [https, 'javascript:alert(1)', undefined],
    [https, 'no address', undefined],
    [https, 'ws://localhost:4000', undefined],
    [`${https}:8443`, 'wss://town.example:8443', 'wss://town.example:8443/api/v1/streaming'],
    [local, undefined, 'ws://town.localhost:4000/api/v1/streaming'],
    [local, 'ws://town.localhost:4001', 'ws://town.localhost:4001/api/v1/streaming'],
    [local, 'ws://other.localhost:4000', undefined],
  ];
  for (const [origin, address, url] of said)
    it(`R52 ${origin}, which says ${address}: ${url ? 'there' : 'nowhere'}`, () => {
      assert.equal(streamUrl(origin, address)?.href, url);
    });

  it('R52 a server that names somebody else’s is polled, and the token goes nowhere', async () => {
    const at = await listening();
    await at.control('PATCH', 'settings', { streaming: { url: 'wss://evil.example' } });
    const told = await following(at.home);
    await until(() => told.following.state === 'polling');
    assert.equal(at.dialled.length, 0);
  });
});

describe('a connection', () => {
  it('R52 sends the token as sub-protocol, and in the address only where that is refused', async () => {
    hurry(50);
    const at = await listening();
    await at.control('PATCH', 'settings', { streaming: { subprotocol: false } });
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    assert.deepEqual(
      at.dialled.map(({ url, protocols }) => [url.includes('access_token='), protocols.length]),
      [
        [false, 1],
        [true, 0],
      ],
    );
    await at.control('DELETE', 'streams');
    await until(() => told.following.state === 'open' && at.dialled.length === 3);
    assert.ok(at.dialled[2]!.url.includes('access_token='), 'it is remembered');
  });

  it('R153 comes back after 1 to 60 s, later each time, never twice at once', async () => {
    hurry(200);
    const at = await listening();
    const told = await following(at.home);
    const gone: number[] = [];
    for (let n = 0; n < 10; n++) {
      await until(() => at.dialled.length === n + 1 && at.open() === 1, `connection ${n + 1}`);
      gone.push(Date.now());
      await at.control('DELETE', 'streams');
      assert.ok(at.open() <= 1);
    }
    await until(() => at.dialled.length === 11);
    const waits = at.dialled.slice(1).map(({ at: time }, n) => time - gone[n]!);
    waits.forEach((wait, n) => {
      assert.ok(wait >= 990, `${wait} ms is too soon`);
      // The clock runs 200 times as fast, and the machine may be busy.
      assert.ok(wait <= Math.min(60_000, 2000 * 2 ** n) + 20_000, `${wait} ms is too late for try ${n + 1}`);
    });
    const waiting = told.states.filter(([state]) => state === 'waiting');
    // From the third that did not last on, it is polled meanwhile; a busy machine lets some last.
    assert.ok(waiting.length >= 2);
    assert.ok(waiting.every(([, retryAt]) => retryAt! > 0));
  });

  it('R156 a server that opens and closes at once is asked meanwhile, and believed when it stays open', async () => {
    hurry(100);
    const at = await listening();
    await at.breaks({ path: streaming, stream: { drop: 1 } });
    const told = await following(at.home);
    await until(() => told.following.state === 'polling');
    const post = await at.post();
    await until(() => told.keys().join() === post.uri);
    const asked = () => at.asked().filter((path) => path.includes('/timelines/')).length;
    const [before, since] = [asked(), Date.now()];
    await pause(3000);
    const minutes = (Date.now() - since) / 60_000;
    assert.ok(asked() - before <= minutes + 2, `${asked() - before} times in ${minutes} minutes`);
    await at.breaks();
    await until(() => told.following.state === 'open');
    const next = await at.post();
    await until(() => told.keys()[0] === next.uri);
  });

  it('a list that comes while the connection waits, when the last one has gone, is not left waiting', async () => {
    hurry(20);
    const at = await listening();
    const told = await following(at.home);
    for (let n = 0; n < 2; n++) {
      await until(() => at.open() === 1);
      await at.control('DELETE', 'streams');
      await until(() => at.open() === 0);
    }
    await until(() => told.following.state === 'waiting');
    told.following.end();
    const next = await following(at.home);
    await until(() => next.following.state === 'open');
  });

  it('R155 that is silent is asked, stays while it answers, and is opened anew when it does not', async () => {
    hurry(100);
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    await pause(2000); // 200 s without an event
    assert.equal(at.dialled.length, 1, 'what answers the probe is alive');
    const since = Date.now();
    await at.control('POST', 'streams', { halfOpen: true });
    await until(() => at.dialled.length === 2, 'another one');
    assert.ok(at.dialled[1]!.at - since < 100_000, `${at.dialled[1]!.at - since} ms`);
    await until(() => told.following.state === 'open');
  });

  it('R156 a door that stays closed is tried three times; then it is polled', async () => {
    hurry(100);
    const at = await listening();
    await at.breaks({ path: streaming, status: 401 });
    const told = await following(at.home);
    await until(() => told.following.state === 'polling');
    const post = await at.post();
    await until(() => told.keys().join() === post.uri);
    await pause(2000);
    assert.equal(at.dialled.length, 3);
    assert.equal(at.home.expired, false);
  });

  it('R156 polling ends after three failures, and begins again with the network', async () => {
    hurry(200);
    const at = await listening();
    await at.breaks({ path: streaming, status: 404 });
    const told = await following(at.home);
    await until(() => told.following.state === 'polling');
    await at.breaks(
      { path: streaming, status: 404 },
      { path: '/api/v1/timelines/home', status: 403, body: { error: 'x' } },
    );
    await until(() => told.following.state === 'stopped');
    const asked = at.asked().length;
    await pause(1000);
    assert.equal(at.asked().length, asked);
    await at.breaks();
    const post = await at.post();
    network(true);
    await until(() => told.keys().includes(post.uri));
    await until(() => told.following.state === 'open');
  });

  it('R156 is polled only while the page is in front', async () => {
    hurry(200);
    const at = await listening();
    await at.control('PATCH', 'settings', { streaming: { on: false } });
    const told = await following(at.home);
    await until(() => told.following.state === 'polling');
    await pause(500);
    show(false);
    await pause(100);
    const asked = at.asked().length;
    const post = await at.post();
    await pause(1500); // five minutes
    assert.equal(at.asked().length, asked + 0);
    show(true);
    await until(() => told.keys().join() === post.uri, 'what came meanwhile', 200);
  });

  it('R123 is not polled while the server wants to be left alone', async () => {
    hurry(100);
    const at = await listening();
    await at.control('PATCH', 'settings', { streaming: { on: false } });
    const told = await following(at.home);
    await until(() => told.following.state === 'polling');
    await at.breaks({ path: '/api/v1/timelines/home', rateLimit: 1, times: 1 });
    const before = at.asked().length;
    await until(() => at.asked().length > before, 'the refusal');
    const refused = Date.now();
    await until(() => at.asked().length > before + 1, 'the next one');
    assert.ok(Date.now() - refused >= 55_000, 'a minute, where the server names no time to come');
    const post = await at.post();
    await until(() => told.keys().includes(post.uri));
  });

  it('R157 a token that was revoked is verified once, and nothing is tried again', async () => {
    hurry(50);
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    const before = at.asked().length;
    await at.control('DELETE', 'tokens?person=noor');
    await until(() => told.following.state === 'stopped');
    assert.equal(at.home.expired, true);
    await pause(1500);
    assert.equal(at.dialled.length, 1);
    const after = at.asked().slice(before);
    assert.ok(after.length <= 2 && after.every((path) => path.endsWith('/verify_credentials')), after.join());
  });

  it('R158 frames that are none end nothing', async () => {
    const at = await listening();
    await at.breaks({ path: streaming, stream: { garbage: true } });
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    const post = await at.post();
    await until(() => told.keys().join() === post.uri);
    assert.equal(at.dialled.length, 1);
  });

  it('R151 without a network it waits; with it, it comes back at once and fetches what was missed', async () => {
    hurry(20);
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    await pause(200);
    network(false);
    assert.equal(told.following.state, 'offline');
    assert.equal(at.open(), 0);
    const post = await at.post();
    await pause(500);
    assert.equal(at.dialled.length, 1);
    const before = at.asked().length;
    network(true);
    await until(() => told.keys().join() === post.uri);
    await pause(300);
    assert.equal(at.dialled.length, 2);
    const asked = at
      .asked()
      .slice(before)
      .filter((path) => path.includes('/timelines/'));
    assert.equal(asked.length, 2, 'the page that was missed, and that there is no other');
  });

  it('R152 who wakes after an hour is told what came meanwhile', async () => {
    hurry(20);
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    await pause(200);
    await at.control('POST', 'streams', { halfOpen: true }); // the server gave the sleeper up
    const { now } = Date;
    Date.now = () => now() + 3_600_000;
    const post = await at.post();
    show(true);
    await until(() => told.keys().join() === post.uri, 'the post', 2000);
    assert.equal(at.dialled.length, 2);
  });

  it('R152 a page that is put aside has no socket, and another one when it is taken out again', async () => {
    hurry(20);
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    await pause(200);
    cached(true);
    await until(() => at.open() === 0);
    const post = await at.post();
    await pause(300);
    assert.equal(at.dialled.length, 1);
    cached(false);
    await until(() => told.keys().join() === post.uri);
    assert.equal(at.dialled.length, 2);
  });

  it('ends with its reader: at once, and nothing more arrives', async () => {
    const at = await listening();
    const good = await at.here.token('noor');
    let token: string | undefined = good;
    const credentials = await at.here.get('/api/v1/accounts/verify_credentials', { token: good });
    const reader = new HomeSession({ origin: at.home.origin, scopes: ['read'], credentials }, () => token);
    const auth = { session: reader } as unknown as AuthElement;
    registry.auths.add(auth);
    try {
      const told = await following(reader);
      await until(() => told.following.state === 'open');
      await at.post();
      registry.auths.delete(auth);
      registry.events.dispatchEvent(new Event('auths'));
      await until(() => at.open() === 0, 'the end', 200);
      assert.equal(told.following.state, 'stopped');
      token = undefined;
      told.following.end();
      await pause(400);
      assert.equal(told.news.length, 0);
      assert.equal(at.dialled.length, 1);
    } finally {
      registry.auths.delete(auth);
    }
  });

  it('what is missed between the last poll and the stream that comes back is fetched', async () => {
    hurry(20);
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    await pause(200);
    await at.control('POST', 'streams', { frame: '{"error":"Not authorized","status":401}' });
    await until(() => told.following.state === 'polling');
    await pause(300);
    await at.control('POST', 'streams', { stall: true });
    const missed = await at.post();
    await at.control('DELETE', 'streams');
    await until(() => at.dialled.length === 2 && at.open() === 1);
    const next = await at.post();
    await until(() => told.keys().length === 2);
    assert.deepEqual(told.keys(), [next.uri, missed.uri]);
  });

  it('R158 parts of a channel’s name that are no text, and names written otherwise, end nothing', async () => {
    const at = await listening();
    const told = await following(at.home, { ...home, name: 'tag', tag: 'Hafen' });
    await until(() => told.following.state === 'open');
    await pause(1300);
    const post = await at.post({ status: 'Elsewhere' });
    const frame = (stream: unknown) => ({ stream, event: 'update', payload: JSON.stringify(post) });
    for (const stream of [[{ toString: 1 }], [[['hashtag']], 'hafen'], {}, [null]])
      await at.control('POST', 'streams', { frame: JSON.stringify(frame(stream)) });
    await pause(400);
    assert.equal(told.keys().length, 0);
    await at.control('POST', 'streams', { frame: JSON.stringify(frame(['hashtag:HAFEN'])) });
    await until(() => told.keys().join() === post.uri);
  });

  it('a channel that is refused after it was heard of is polled', async () => {
    hurry(20);
    const at = await listening();
    const told = await following(at.home);
    await until(() => told.following.state === 'open');
    const post = await at.post();
    await until(() => told.keys().join() === post.uri);
    await at.control('DELETE', 'streams');
    await until(() => at.dialled.length === 2 && told.following.state === 'open');
    await at.control('POST', 'streams', { frame: '{"error":"Not authorized","status":401}' });
    await until(() => told.following.state === 'polling');
  });

  it('a channel that is refused is polled, the others stay', async () => {
    hurry(20);
    const at = await listening();
    const all = [await following(at.home), await following(at.home, { ...home, name: 'local' })];
    await until(() => all.every(({ following: { state } }) => state === 'open'));
    const first = await at.post();
    await until(() => all.every(({ keys }) => keys().includes(first.uri)));
    const list = await following(at.home, { ...home, name: 'tag', tag: 'nobody' });
    await at.control('POST', 'streams', { frame: '{"error":"Not authorized","status":401}' });
    await until(() => list.following.state === 'polling');
    assert.ok(all.every(({ following: { state } }) => state === 'open'));
  });
});

describe('notifications that are followed', () => {
  it('come in batches; what may have been missed is said', async () => {
    const at = await listening('ines');
    const came: unknown[] = [];
    let missed = 0;
    const states: string[] = [];
    const end = followNotifications(at.home, {
      arrive: (raw) => void came.push(...raw),
      missed: () => missed++,
      changed: (state) => void states.push(state),
    });
    await until(() => states.at(-1) === 'open');
    await until(() => missed === 1);
    const post = await at.post();
    const token = await at.here.token('noor');
    await at.here.ask(`/api/v1/statuses/${post.id}/favourite`, { method: 'POST', token });
    await until(() => came.length === 1);
    assert.equal((came[0] as { type: string }).type, 'favourite');
    await at.control('POST', 'streams', { event: 'notifications_merged', payload: '1' });
    await until(() => missed === 2);
    end.end();
  });
});
