import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OauthSettings, Settings } from '../../demo/sandbox/instance.js';
import { authorizeUrl, callback, exchange, register, signIn, Visitor, type Token } from './signing.js';
import { town, type Json, type Town } from './town.js';

const set = (place: Town, json: Partial<Settings>) => place.get('/__sandbox/settings', { method: 'PATCH', json });

const other = async (oauth: OauthSettings): Promise<Town> => {
  const place = town();
  await set(place, { oauth });
  return place;
};

const metadata = (place: Town) => place.get('/.well-known/oauth-authorization-server');

describe('a server of before 4.3', () => {
  it('has no lists of posts by their ids', async () => {
    const [young, old] = [town(), town({ settings: { version: '4.2' } })];
    assert.equal((await young.ask('/api/v1/statuses?id[]=1')).status, 200);
    assert.equal((await old.ask('/api/v1/statuses?id[]=1')).status, 404);
  });

  const old = () => town({ settings: { version: '4.2' } });

  it('has no metadata, and says how old it is', async () => {
    const place = old();
    const { status, body } = await place.ask('/.well-known/oauth-authorization-server');
    assert.deepEqual([status, body], [404, { error: 'Not Found' }]);
    assert.equal((await place.ask('/oauth/userinfo', { token: await place.token('noor', 'profile') })).status, 404);
    for (const path of ['/api/v1/instance', '/api/v2/instance']) {
      const told = await place.get(path);
      assert.deepEqual([told['version'], 'api_versions' in told], ['4.2.29', false], path);
    }
    const { software } = await place.get<{ software: Json }>('/nodeinfo/2.0');
    assert.deepEqual(software, { name: 'mastodon', version: '4.2.29' });
  });

  it('knows fewer scopes and one address an app, and answers with fewer fields', async () => {
    const place = old();
    const app = { client_name: 'Reader', redirect_uris: callback, scopes: 'read' };
    const answer = await place.get('/api/v1/apps', { json: app });
    assert.deepEqual(Object.keys(answer).sort(), [
      'client_id',
      'client_secret',
      'id',
      'name',
      'redirect_uri',
      'vapid_key',
      'website',
    ]);
    for (const [more, error] of [
      [{ scopes: 'profile read' }, "Validation failed: Scopes doesn't match configured on the server."],
      [{ scopes: 'read:collections' }, "Validation failed: Scopes doesn't match configured on the server."],
      [{ redirect_uris: [callback] }, "Validation failed: Redirect URI can't be blank"],
    ] as const) {
      const { status, body } = await place.ask('/api/v1/apps', { json: { ...app, ...more } });
      assert.deepEqual([status, body], [422, { error }]);
    }
  });

  it('ignores PKCE, whatever is sent of it', async () => {
    const place = old();
    const client = await register(place, { scopes: 'read' });
    for (const more of [{}, { code_challenge_method: 'plain' }]) {
      const url = authorizeUrl(client, { scope: 'read', force_login: '1', ...more });
      const code = (await new Visitor(place).allow(url, 'noor')).searchParams.get('code');
      assert.equal((await exchange(place, client, code, { code_verifier: 'anything' })).status, 200);
    }
  });
});

describe('a server of another make', () => {
  it('knows the scopes it was told to know, and refuses all others', async () => {
    const place = await other({ scopes: ['read', 'write', 'follow', 'push'] });
    assert.deepEqual((await metadata(place))['scopes_supported'], ['read', 'write', 'follow', 'push']);
    for (const [scopes, status] of [
      ['profile read', 422],
      ['read:statuses', 422],
      ['read write', 200],
    ] as const) {
      const json = { client_name: 'Reader', redirect_uris: callback, scopes };
      assert.equal((await place.ask('/api/v1/apps', { json })).status, status, scopes);
    }
  });

  it('grants no more than it was told to, and says so', async () => {
    const place = await other({ grant: ['profile', 'read:statuses'] });
    const scopes = 'profile read:statuses write:statuses';
    const client = await register(place, { scopes });
    const { scope, access_token: token } = await signIn(place, client, 'noor', { scope: scopes });
    assert.equal(scope, 'profile read:statuses');
    const { status, body } = await place.ask('/api/v1/statuses', { token, json: { status: 'Hello' } });
    assert.deepEqual([status, body], [403, { error: 'This action is outside the authorized scopes' }]);
  });

  it('lies about where its endpoints are, when told to', async () => {
    const token_endpoint = 'https://evil.example/oauth/token';
    const place = await other({
      metadata: { issuer: 'https://evil.example/', token_endpoint, revocation_endpoint: null },
    });
    const told = await metadata(place);
    assert.deepEqual([told['issuer'], told['token_endpoint']], ['https://evil.example/', token_endpoint]);
    assert.ok(!('revocation_endpoint' in told));
    assert.equal(told['authorization_endpoint'], 'https://harbour.example/oauth/authorize');
    await set(place, { oauth: { metadata: null } });
    assert.equal((await metadata(place))['issuer'], 'https://harbour.example/');
  });

  it('forgets the state, always or when denied, and names itself, when told to', async () => {
    const place = town();
    const client = await register(place);
    const answers = async (oauth: OauthSettings) => {
      await set(place, { oauth });
      const visitor = new Visitor(place);
      const allowed = await visitor.allow(authorizeUrl(client), 'noor');
      await visitor.open(authorizeUrl(client));
      const denied = (await visitor.press('>Deny<')).away!;
      return [allowed, denied].map(({ searchParams }) => [searchParams.get('state'), searchParams.get('iss')]);
    };
    const a = 'a state';
    assert.deepEqual(await answers({}), [
      [a, null],
      [a, null],
    ]);
    assert.deepEqual(await answers({ state: 'never' }), [
      [null, null],
      [null, null],
    ]);
    assert.deepEqual(await answers({ state: 'not on deny' }), [
      [a, null],
      [null, null],
    ]);
    const iss = 'https://harbour.example/';
    assert.deepEqual(await answers({ state: 'always', iss }), [
      [a, iss],
      [a, iss],
    ]);
  });

  it('has its people at another host than itself', async () => {
    const place = town({ settings: { accountDomain: 'town.example' } });
    assert.equal((await place.get('/api/v2/instance'))['domain'], 'town.example');
    for (const resource of ['acct:noor@town.example', 'acct:noor@harbour.example']) {
      const found = await place.get<{ subject: string; links: { rel: string; href: string }[] }>(
        `/.well-known/webfinger?resource=${resource}`,
      );
      assert.equal(found.subject, 'acct:noor@town.example');
      assert.match(found.links.find(({ rel }) => rel === 'self')!.href, /^https:\/\/harbour.example\//);
    }
    const { headers, body } = await place.ask('/.well-known/host-meta');
    assert.equal(headers.get('Content-Type'), 'application/xrd+xml; charset=utf-8');
    assert.match(
      String(body),
      /rel="lrdd" template="https:\/\/harbour.example\/.well-known\/webfinger\?resource=\{uri\}"/,
    );
  });
});

describe('what becomes of an app', () => {
  it('is that the server forgets it, with its codes and tokens', async () => {
    const place = town();
    const client = await register(place);
    const visitor = new Visitor(place);
    const { access_token: token } = await signIn(place, client, 'noor');
    const code = (await visitor.allow(authorizeUrl(client, { scope: 'read' }), 'noor')).searchParams.get('code');
    const own = await place.token('noor');
    const listed = await place.get<Json[]>('/__sandbox/apps');
    assert.deepEqual(
      listed.map(({ client_id, name }) => [client_id, name]),
      [[client.client_id, 'Reader']],
    );
    await place.get(`/__sandbox/apps/${client.client_id}`, { method: 'DELETE' });
    assert.equal((await visitor.open(authorizeUrl(client))).status, 401);
    const { status, body } = await exchange(place, client, code);
    assert.deepEqual([status, (body as Json)['error']], [401, 'invalid_client']);
    assert.equal((await place.ask('/oauth/revoke', { json: { ...client, token } })).status, 403);
    const said = await place.ask('/api/v1/timelines/home', { token });
    assert.deepEqual([said.status, said.body], [401, { error: 'The access token is invalid' }]);
    assert.equal((await place.ask('/api/v1/timelines/home', { token: own })).status, 200);
    assert.equal((await place.ask(`/__sandbox/apps/${client.client_id}`, { method: 'DELETE' })).status, 404);
  });

  it('is that its tokens are listed, revoked or forgotten by whose and which they are', async () => {
    const place = town();
    const [one, two] = [await register(place), await register(place)];
    const tokens: Token[] = [];
    for (const [client, person] of [
      [one, 'noor'],
      [one, 'ines'],
      [two, 'noor'],
    ] as const) {
      tokens.push(await signIn(place, client, person));
    }
    const states = () =>
      Promise.all(
        tokens.map(async ({ access_token: token }) => (await place.ask('/api/v1/preferences', { token })).body),
      );
    const end = (query: string) => place.get<Json[]>(`/__sandbox/tokens?${query}`, { method: 'DELETE' });
    const fine = (await states())[0];
    const listed = await place.get<Json[]>('/__sandbox/tokens?person=noor');
    assert.deepEqual(
      listed.map(({ access_token, person, app, client_id, revoked }) => ({
        access_token,
        person,
        app,
        client_id,
        revoked,
      })),
      [
        {
          access_token: tokens[0]!.access_token,
          person: 'noor',
          app: 'Reader',
          client_id: one.client_id,
          revoked: false,
        },
        {
          access_token: tokens[2]!.access_token,
          person: 'noor',
          app: 'Reader',
          client_id: two.client_id,
          revoked: false,
        },
      ],
    );
    assert.equal((await end(`person=noor&client_id=${two.client_id}`)).length, 1);
    const [revoked, unknown] = [{ error: 'The access token was revoked' }, { error: 'The access token is invalid' }];
    assert.deepEqual((await states()).slice(0, 1), [fine]);
    assert.deepEqual((await states())[2], revoked);
    await end(`token=${tokens[1]!.access_token}&forget`);
    assert.deepEqual((await states())[1], unknown);
    await end('');
    assert.deepEqual(await states(), [revoked, unknown, revoked]);
  });
});

describe('deciding without a page', () => {
  it('does what the buttons do, and tells where that leads', async () => {
    const place = town();
    const client = await register(place);
    const decide = (more: Json = {}) =>
      place.get<{ redirect: string | null; code?: string; error?: string; status: number }>('/__sandbox/authorize', {
        json: { person: 'noor', url: `https://harbour.example${authorizeUrl(client)}`, ...more },
      });
    const allowed = await decide();
    assert.equal(new URL(allowed.redirect!).searchParams.get('code'), allowed.code);
    assert.equal(new URL(allowed.redirect!).searchParams.get('state'), 'a state');
    assert.equal((await exchange(place, client, allowed.code!)).status, 200);
    const denied = await decide({ deny: true });
    assert.equal(new URL(denied.redirect!).searchParams.get('error'), 'access_denied');
    const lost = await decide({ url: authorizeUrl(client, { redirect_uri: 'https://evil.example/' }) });
    assert.deepEqual([lost.redirect, lost.status, lost.error], [null, 400, 'invalid_redirect_uri']);
    assert.equal((await place.ask('/__sandbox/authorize', { json: { person: 'nobody', url: '' } })).status, 422);
  });
});
