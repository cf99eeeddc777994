import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { town, type Json } from './town.js';

const outside = { error: 'This action is outside the authorized scopes' };

describe('who may ask', () => {
  it('needs a token where it needs one: 401, worded as Doorkeeper words it', async () => {
    const place = town();
    const { status, headers, body } = await place.ask('/api/v1/timelines/home');
    assert.deepEqual([status, body], [401, { error: 'The access token is invalid' }]);
    assert.equal(
      headers.get('WWW-Authenticate'),
      'Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token is invalid"',
    );
  });

  it('is refused with a bad token even where visitors may read', async () => {
    const { status, body } = await town().ask('/api/v1/timelines/public', { token: 'nonsense' });
    assert.deepEqual([status, body], [401, { error: 'The access token is invalid' }]);
  });

  it('is refused with a token that was revoked, and told so', async () => {
    const place = town();
    const given = await place.get('/__sandbox/tokens', { json: { person: 'noor' } });
    const { access_token, client_id, client_secret } = given as Record<string, string>;
    const json = { token: access_token, client_id, client_secret };
    assert.deepEqual((await place.ask('/oauth/revoke', { json })).body, {});
    const { status, body } = await place.ask('/api/v1/timelines/public', { token: access_token! });
    assert.deepEqual([status, body], [401, { error: 'The access token was revoked' }]);
  });

  it('may send the token as a parameter', async () => {
    const place = town();
    const token = await place.token('noor');
    assert.equal(
      (await place.get(`/api/v1/preferences?access_token=${token}`))['posting:default:visibility'],
      'public',
    );
  });

  it('needs one of the scopes that the route names, wider or narrower, and no other', async () => {
    const place = town();
    const status = async (scopes: string, path: string, method = 'GET') =>
      (await place.ask(path, { method, token: await place.token('noor', scopes) })).status;
    const { id } = await place.post('ines');
    assert.equal(await status('read', '/api/v1/timelines/home'), 200);
    assert.equal(await status('read:statuses', '/api/v1/timelines/home'), 200);
    assert.equal(await status('read:accounts write', '/api/v1/timelines/home'), 403);
    assert.equal(await status('write:favourites', `/api/v1/statuses/${id}/favourite`, 'POST'), 200);
    assert.equal(await status('write:statuses', `/api/v1/statuses/${id}/favourite`, 'POST'), 403);
    assert.equal(await status('follow', `/api/v1/accounts/${await place.id('kofi')}/follow`, 'POST'), 200);
    assert.equal(await status('profile', '/api/v1/accounts/verify_credentials'), 200);
    assert.equal(await status('profile', '/api/v1/preferences'), 403);
  });

  it('is told what was outside: 403', async () => {
    const place = town();
    const token = await place.token('noor', 'profile');
    const { status, headers, body } = await place.ask('/api/v1/timelines/public', { token });
    assert.deepEqual([status, body], [403, outside]);
    assert.match(headers.get('WWW-Authenticate') ?? '', /error="insufficient_scope"/);
  });

  it('must be a person where an app alone will not do: 422', async () => {
    const place = town();
    const app = await place.get('/__sandbox/tokens', { json: { app: true, scopes: 'read' } });
    const token = app['access_token'] as string;
    const { status, body } = await place.ask('/api/v1/timelines/home', { token });
    assert.deepEqual([status, body], [422, { error: 'This method requires an authenticated user' }]);
    assert.equal((await place.ask('/api/v1/timelines/public', { token })).status, 200);
  });
});

describe('apps and tokens', () => {
  const app = {
    client_name: 'Reader',
    redirect_uris: 'https://app.example.org/',
    scopes: 'read write',
    website: 'https://app.example.org',
  };

  it('answers a registration as Mastodon 4.6 does, one or several addresses', async () => {
    const place = town();
    const body = await place.get('/api/v1/apps', {
      json: { ...app, redirect_uris: ['https://a.example.org/', 'my-app:/back'] },
    });
    const { id, client_id, client_secret, vapid_key, ...rest } = body;
    for (const text of [id, client_id, client_secret, vapid_key]) assert.match(String(text), /^[\w=-]+$/);
    assert.deepEqual(rest, {
      name: 'Reader',
      website: 'https://app.example.org',
      scopes: ['read', 'write'],
      redirect_uris: ['https://a.example.org/', 'my-app:/back'],
      redirect_uri: 'https://a.example.org/\nmy-app:/back',
      client_secret_expires_at: 0,
    });
  });

  it('takes no address without scheme, with fragment, or that runs code, and no scope it does not know', async () => {
    const place = town();
    const bad: Json[] = [
      { redirect_uris: 'app.example.org' },
      { redirect_uris: 'https://app.example.org/#x' },
      { redirect_uris: 'javascript:alert(1)' },
      { scopes: 'read write:everything' },
      { client_name: '' },
      { website: 'nowhere' },
    ];
    for (const wrong of bad) {
      place.instance.counters.clear();
      const { status, body } = await place.ask('/api/v1/apps', { json: { ...app, ...wrong } });
      assert.equal(status, 422, JSON.stringify(wrong));
      assert.match((body as { error: string }).error, /^Validation failed: /);
    }
  });

  it('gives the app itself a token, and refuses scopes beyond its own', async () => {
    const place = town();
    const { client_id, client_secret } = await place.get('/api/v1/apps', { json: app });
    const ask = (more: Json) => place.ask('/oauth/token', { json: { client_id, client_secret, ...more } });
    const given = (await ask({ grant_type: 'client_credentials', scope: 'read' })).body as Json;
    assert.deepEqual([given['token_type'], given['scope'], 'expires_in' in given], ['Bearer', 'read', false]);
    const wide = await ask({ grant_type: 'client_credentials', scope: 'follow' });
    assert.deepEqual([wide.status, (wide.body as Json)['error']], [400, 'invalid_scope']);
    assert.equal(((await ask({ grant_type: 'password' })).body as Json)['error'], 'unsupported_grant_type');
    const stranger = await ask({ grant_type: 'client_credentials', client_secret: 'wrong' });
    assert.deepEqual([stranger.status, (stranger.body as Json)['error']], [401, 'invalid_client']);
    const token = given['access_token'] as string;
    assert.equal((await place.get('/api/v1/apps/verify_credentials', { token }))['name'], 'Reader');
  });

  it('revokes only what belongs to the app that asks', async () => {
    const place = town();
    const token = await place.token('noor');
    const { client_id, client_secret } = await place.get('/api/v1/apps', { json: app });
    const foreign = await place.ask('/oauth/revoke', { json: { token, client_id, client_secret } });
    assert.deepEqual([foreign.status, (foreign.body as Json)['error']], [403, 'unauthorized_client']);
    assert.equal((await place.ask('/oauth/revoke', { json: { token: 'x', client_id, client_secret } })).status, 200);
    assert.equal((await place.ask('/oauth/revoke', { json: { token, client_id, client_secret: 'x' } })).status, 403);
    assert.equal((await place.ask('/api/v1/preferences', { token })).status, 200);
  });

  it('gives the same token for the same person, app and scopes', async () => {
    const place = town();
    const one = await place.token('noor', 'read write');
    assert.equal(await place.token('noor', 'write read'), one);
    assert.notEqual(await place.token('noor', 'read'), one);
    assert.notEqual(await place.token('ines', 'read write'), one);
  });
});

describe('closed doors', () => {
  it('closes the public feeds: visitors 422, those signed in what is left', async () => {
    const place = town();
    const token = await place.token('noor');
    const set = (live_feeds: Json) =>
      place.get('/__sandbox/settings', { method: 'PATCH', json: { timelinesAccess: { live_feeds } } });
    const public_ = (query: string, ask = {}) => place.ask(`/api/v1/timelines/public?${query}`, ask);
    await set({ local: 'authenticated', remote: 'disabled' });
    for (const query of ['', 'local=1', 'remote=1']) {
      const { status, body } = await public_(query);
      assert.deepEqual([status, body], [422, { error: 'This method requires an authenticated user' }], query);
    }
    assert.deepEqual((await public_('remote=1', { token })).body, []);
    const all = (await public_('limit=40', { token })).body as { account: { acct: string } }[];
    assert.ok(all.length === 40 && all.every(({ account }) => !account.acct.includes('@')));
    assert.equal((await place.ask('/api/v1/timelines/tag/caturday')).status, 200);
    const told = await place.get<{ configuration: { timelines_access: Json } }>('/api/v2/instance');
    assert.deepEqual(told.configuration.timelines_access['live_feeds'], { local: 'authenticated', remote: 'disabled' });
    await set({ local: 'public', remote: 'disabled' });
    assert.equal((await public_('local=1')).status, 200);
    assert.equal((await public_('')).status, 422);
  });

  it('lets nobody read without signing in when told so, but says what it is', async () => {
    const place = town();
    const set = (requireAuth: string) => place.get('/__sandbox/settings', { method: 'PATCH', json: { requireAuth } });
    const token = await place.token('noor');
    await set('api');
    for (const path of ['/api/v1/timelines/public', '/api/v1/accounts/lookup?acct=ines', '/api/v1/trends/tags']) {
      const { status, body } = await place.ask(path);
      assert.deepEqual([status, body], [401, { error: 'This method requires an authenticated user' }], path);
      assert.equal((await place.ask(path, { token })).status, 200, path);
    }
    assert.equal((await place.ask('/api/v2/instance')).status, 200);
    await set('federation');
    assert.equal((await place.ask('/api/v2/instance')).status, 401);
    assert.equal((await place.ask('/api/v1/custom_emojis', { token })).status, 200);
  });
});
