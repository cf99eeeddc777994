import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LogEntry } from '../../demo/sandbox/sandbox.js';
import { noon, town, type Json, type Status } from './town.js';

const control = '/__sandbox';

describe('the control path', () => {
  it('is open to pages of any origin', async () => {
    const place = town();
    const asked = { 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'content-type' };
    const before = await place.ask(`${control}/faults`, { method: 'OPTIONS', headers: asked });
    assert.equal(before.headers.get('Access-Control-Allow-Origin'), '*');
    assert.match(before.headers.get('Access-Control-Allow-Methods') ?? '', /PUT/);
    assert.equal((await place.ask(`${control}/people`)).headers.get('Access-Control-Allow-Origin'), '*');
  });

  it('names the people, and gives each of them any token', async () => {
    const place = town();
    const people = await place.get<Json[]>(`${control}/people`);
    assert.ok(people.length >= 12);
    for (const { username, id } of people) {
      const token = await place.token(String(username));
      assert.equal((await place.get('/api/v1/accounts/verify_credentials', { token }))['id'], id);
    }
    for (const wrong of [{ person: 'nobody' }, { person: 'noor', scopes: 'read everything' }]) {
      assert.equal((await place.ask(`${control}/tokens`, { json: wrong })).status, 422);
    }
  });

  it('resets to the seed: what was written is gone, what was there has the ids it had', async () => {
    const place = town();
    const ids = async () => (await place.get<Status[]>('/api/v1/timelines/public?limit=40')).map(({ id }) => id);
    const before = await ids();
    await place.post('noor');
    await place.ask(`${control}/faults`, { method: 'PUT', json: { status: 500, path: '/x' } });
    place.later(5000);
    const { seed } = await place.get(`${control}/reset`, { method: 'POST', json: {} });
    assert.equal(seed, 1);
    assert.deepEqual(await ids(), before);
    assert.deepEqual(await place.get(`${control}/faults`), []);
    await place.ask(`${control}/reset`, { method: 'POST', json: { seed: 2 } });
    assert.equal((await place.ask('/api/v1/accounts/lookup?acct=desmond')).status, 200);
    assert.equal((await place.ask('/api/v1/accounts/lookup?acct=noor')).status, 404);
  });

  it('sets faults, adds to them and takes them away', async () => {
    const place = town();
    const put = (method: string, json?: unknown) =>
      place.get<Json[]>(`${control}/faults`, { method, ...(json !== undefined && { json }) });
    await put('PUT', { path: '/api/v2/instance', status: 503 });
    assert.equal((await put('POST', [{ path: '/a', status: 500 }])).length, 2);
    assert.equal((await place.ask('/api/v2/instance')).status, 503);
    await put('DELETE');
    assert.equal((await place.ask('/api/v2/instance')).status, 200);
  });

  it('posts, edits and deletes in anybody’s name, by the server’s rules', async () => {
    const place = town();
    const post = await place.post('layla', { status: 'مرحبا' });
    assert.equal(post['language'], 'ar');
    const at = `${control}/posts/${post.id}`;
    assert.equal((await place.get<Status>(at, { method: 'PUT', json: { status: 'Hello' } })).content, '<p>Hello</p>');
    await place.get(at, { method: 'DELETE' });
    assert.equal((await place.ask(`/api/v1/statuses/${post.id}`)).status, 404);
    assert.equal(
      (await place.ask(`${control}/posts`, { json: { person: 'layla', status: 'x'.repeat(501) } })).status,
      422,
    );
  });

  it('lays over a post what only a broken or hostile server would send', async () => {
    const place = town();
    const raw = { content: '<img src=x onerror=alert(1)>', account: null, language: 42 };
    const { id } = await place.post('noor', { status: 'x', raw });
    const seen = await place.get(`/api/v1/statuses/${id}`);
    assert.deepEqual([seen['content'], seen['account'], seen['language']], [raw.content, null, 42]);
    const page = await place.ask((await place.post('noor', { status: '<b>', raw })).url);
    assert.ok(!/<img|<b>/.test(String(page.body).replace(/<b>Noor Haddad<\/b>/g, '')));
  });

  it('moves the clock, and stops it', async () => {
    let real = noon;
    const place = town({ now: () => real });
    const set = (json: Json) => place.get(`${control}/clock`, { method: 'PUT', json });
    assert.deepEqual(await set({ now: '2027-01-01T00:00:00Z' }), { now: Date.UTC(2027, 0, 1) });
    real += 1000;
    assert.deepEqual(await place.get(`${control}/clock`), { now: Date.UTC(2027, 0, 1) + 1000 });
    assert.deepEqual(await set({ advance: 60_000, frozen: true }), { now: Date.UTC(2027, 0, 1) + 61_000 });
    real += 5000;
    assert.deepEqual(await place.get(`${control}/clock`), { now: Date.UTC(2027, 0, 1) + 61_000 });
    const post = await place.post('noor');
    assert.equal(post.created_at, '2027-01-01T00:01:01.000Z');
  });

  it('tells what was asked, by names of headers and never by what they held', async () => {
    const place = town();
    const token = await place.token('noor');
    const headers = { Referer: 'https://blog.example.org/', Cookie: 'a=b', 'X-Own': '1' };
    await place.ask('/api/v1/timelines/home?limit=1', { token, headers });
    await place.ask('/api/v1/statuses/0');
    const log = await place.get<LogEntry[]>(`${control}/log`);
    assert.deepEqual(log, [
      {
        at: noon,
        method: 'GET',
        path: '/api/v1/timelines/home',
        query: '?limit=1',
        headers: ['authorization', 'cookie', 'referer', 'x-own'],
        referer: true,
        cookie: true,
        authorization: true,
        status: 200,
      },
      {
        at: noon,
        method: 'GET',
        path: '/api/v1/statuses/0',
        query: '',
        headers: [],
        referer: false,
        cookie: false,
        authorization: false,
        status: 404,
      },
    ]);
    assert.ok(!JSON.stringify(log).includes(token));
    await place.ask(`${control}/log`, { method: 'DELETE' });
    assert.deepEqual(await place.get(`${control}/log`), []);
  });
});
