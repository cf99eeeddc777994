import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noon, town } from './town.js';

const origin = { Origin: 'https://blog.example.org' };

const preflight = (method: string, headers?: string) => ({
  method: 'OPTIONS',
  headers: {
    ...origin,
    'Access-Control-Request-Method': method,
    ...(headers && { 'Access-Control-Request-Headers': headers }),
  },
});

const exposed =
  'Link, Mastodon-Async-Refresh, X-RateLimit-Reset, X-RateLimit-Limit, X-RateLimit-Remaining, X-Request-Id';

describe('what pages of other origins may read', () => {
  it('is the API, with these headers and without credentials', async () => {
    const { headers } = await town().ask('/api/v1/timelines/public', { headers: origin });
    assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(headers.get('Access-Control-Expose-Headers'), exposed);
    assert.equal(headers.get('Access-Control-Allow-Credentials'), null);
    assert.match(headers.get('Vary') ?? '', /\bOrigin\b/);
  });

  it('says nothing of it to who sends no Origin', async () => {
    const { headers } = await town().ask('/api/v1/timelines/public');
    assert.equal(headers.get('Access-Control-Allow-Origin'), null);
    assert.match(headers.get('Vary') ?? '', /\bOrigin\b/);
  });

  it('is also why something was refused', async () => {
    const place = town();
    for (const path of ['/api/v1/timelines/home', '/api/v1/statuses/0', '/api/v1/no/such/route']) {
      const { status, headers } = await place.ask(path, { headers: origin });
      assert.ok(status >= 400);
      assert.equal(headers.get('Access-Control-Allow-Origin'), '*', path);
    }
  });

  it('is well-known, nodeinfo and people’s pages, for reading', async () => {
    const place = town();
    const paths = [
      '/.well-known/webfinger?resource=acct:noor@harbour.example',
      '/.well-known/oauth-authorization-server',
      '/.well-known/nodeinfo',
      '/nodeinfo/2.0',
      '/@noor',
      '/users/noor',
    ];
    for (const path of paths) {
      const { status, headers } = await place.ask(path, { headers: origin });
      assert.equal(status, 200, path);
      assert.equal(headers.get('Access-Control-Allow-Origin'), '*', path);
    }
  });

  it('is neither files, nor posts’ pages, nor signing in', async () => {
    const place = town();
    const { avatar, id } = await place.get<{ avatar: string; id: string }>('/api/v1/accounts/lookup?acct=noor');
    const [post] = await place.get<{ url: string }[]>(`/api/v1/accounts/${id}/statuses?exclude_reblogs=1`);
    for (const path of [avatar, post!.url, '/', '/oauth/authorize']) {
      const { headers } = await place.ask(path, { headers: origin });
      assert.equal(headers.get('Access-Control-Allow-Origin'), null, path);
    }
  });
});

describe('a preflight', () => {
  it('is answered 200 with what may be done, and the headers asked for', async () => {
    const { status, headers, body } = await town().ask(
      '/api/v1/statuses',
      preflight('POST', 'authorization,content-type,idempotency-key'),
    );
    assert.deepEqual([status, body], [200, '']);
    assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(headers.get('Access-Control-Allow-Methods'), 'GET, POST, PUT, PATCH, DELETE, OPTIONS');
    assert.equal(headers.get('Access-Control-Allow-Headers'), 'authorization,content-type,idempotency-key');
    assert.equal(headers.get('Access-Control-Max-Age'), '7200');
  });

  it('opens token, revoke and userinfo for their own methods only', async () => {
    const place = town();
    const allowed = async (path: string, method: string) =>
      (await place.ask(path, preflight(method))).headers.has('Access-Control-Allow-Origin');
    assert.equal(await allowed('/oauth/token', 'POST'), true);
    assert.equal(await allowed('/oauth/revoke', 'POST'), true);
    assert.equal(await allowed('/oauth/userinfo', 'GET'), true);
    assert.equal(await allowed('/oauth/token', 'GET'), false);
    assert.equal(await allowed('/.well-known/nodeinfo', 'POST'), false);
    assert.equal(await allowed('/oauth/authorize', 'GET'), false);
    assert.equal(await allowed('/system/site_uploads/files/000/000/001/@1x/preview.svg', 'GET'), false);
  });

  it('counts in no rate limit', async () => {
    const place = town();
    await place.ask('/api/v1/timelines/public', preflight('GET'));
    assert.equal((await place.ask('/api/v2/instance')).headers.get('X-RateLimit-Remaining'), '299');
  });
});

describe('caching', () => {
  const short = 'max-age=15, public, stale-while-revalidate=30, stale-if-error=86400';

  it('is short for visitors and none for those signed in', async () => {
    const place = town();
    const token = await place.token('noor');
    for (const path of ['/api/v1/timelines/public', '/api/v1/accounts/lookup?acct=ines', '/api/v1/trends/tags']) {
      const visitor = await place.ask(path);
      assert.equal(visitor.headers.get('Cache-Control'), short, path);
      assert.match(visitor.headers.get('Vary') ?? '', /^Authorization/, path);
      assert.equal((await place.ask(path, { token })).headers.get('Cache-Control'), 'private, no-store', path);
    }
  });

  it('is five minutes for what is the same for everybody', async () => {
    const place = town();
    const token = await place.token('noor');
    for (const path of ['/api/v2/instance', '/api/v1/instance', '/api/v1/custom_emojis']) {
      const { headers } = await place.ask(path, { token });
      assert.equal(headers.get('Cache-Control'), short.replace('15', '300'), path);
      assert.match(headers.get('Vary') ?? '', /^Accept, Origin$/, path);
    }
  });

  it('is none for errors, for searches and for what was done', async () => {
    const place = town();
    const token = await place.token('noor');
    const { id } = await place.post('ines');
    const asks = [place.ask('/api/v1/statuses/0'), place.ask('/api/v2/search?q=fog')];
    asks.push(place.ask(`/api/v1/statuses/${id}/favourite`, { method: 'POST', token }));
    for (const { headers } of await Promise.all(asks)) {
      assert.equal(headers.get('Cache-Control'), 'private, no-store');
    }
  });

  it('has trends depend on the language', async () => {
    const { headers } = await town().ask('/api/v1/trends/statuses');
    assert.equal(headers.get('Vary'), 'Authorization, Accept-Language, Origin');
  });

  it('knows weak tags: the same answer again is 304 without a body', async () => {
    const place = town();
    const first = await place.ask('/api/v1/timelines/public');
    const tag = first.headers.get('ETag') ?? '';
    assert.match(tag, /^W\/"[0-9a-f]{32}"$/);
    const again = await place.ask('/api/v1/timelines/public', { headers: { 'If-None-Match': tag } });
    assert.deepEqual([again.status, again.body], [304, '']);
    await place.post('noor');
    const other = await place.ask('/api/v1/timelines/public', { headers: { 'If-None-Match': tag } });
    assert.equal(other.status, 200);
    assert.notEqual(other.headers.get('ETag'), tag);
  });

  it('is a month for files, which never change', async () => {
    const place = town();
    const { avatar } = await place.get<{ avatar: string }>('/api/v1/accounts/lookup?acct=noor');
    const { status, headers, body } = await place.ask(avatar);
    assert.equal(status, 200);
    assert.equal(headers.get('Cache-Control'), 'public, max-age=2419200, immutable');
    assert.equal(headers.get('Content-Type'), 'image/svg+xml');
    assert.match(String(body), /^<svg /);
  });
});

describe('headers of every API answer', () => {
  it('has JSON in UTF-8, a request id and a policy of nothing', async () => {
    const { headers } = await town().ask('/api/v2/instance');
    assert.equal(headers.get('Content-Type'), 'application/json; charset=utf-8');
    assert.match(headers.get('X-Request-Id') ?? '', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.equal(
      headers.get('Content-Security-Policy'),
      "default-src 'none'; frame-ancestors 'none'; form-action 'none'",
    );
  });

  it('says what is not to be used any more, and since when', async () => {
    const place = town();
    assert.equal((await place.ask('/api/v1/instance')).headers.get('Deprecation'), '@1668384000');
    assert.equal((await place.ask('/api/v2/instance')).headers.get('Deprecation'), null);
  });

  it('does not let pages be framed', async () => {
    const { headers } = await town({ now: () => noon }).ask('/@noor');
    assert.equal(headers.get('X-Frame-Options'), 'DENY');
    assert.equal(headers.get('Referrer-Policy'), 'same-origin');
    assert.match(headers.get('Content-Security-Policy') ?? '', /frame-ancestors 'none'/);
  });
});
