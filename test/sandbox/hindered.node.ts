import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { authorizeUrl, register, signIn, Visitor } from './signing.js';
import { town, type Json, type Status, type Town } from './town.js';

const words = {
  unconfirmed: 'Your login is missing a confirmed e-mail address',
  pending: 'Your login is currently pending approval',
  disabled: 'Your login is currently disabled',
  suspended: 'Your login is currently disabled',
};

const person = (place: Town, json: Json, name = 'noor') =>
  place.get(`/__sandbox/people/${name}`, { method: 'PATCH', json });

describe('somebody who may not use their account', () => {
  it('is refused in Mastodon’s words where a person is needed, and keeps their token', async () => {
    const place = town();
    const token = await place.token('noor');
    const { id } = await place.post('ines');
    for (const [login, error] of Object.entries(words)) {
      assert.equal((await person(place, { login }))['login'], login);
      for (const [method, path] of [
        ['GET', '/api/v1/accounts/verify_credentials'],
        ['GET', '/api/v1/timelines/home'],
        ['POST', `/api/v1/statuses/${id}/favourite`],
        ['POST', '/api/v1/statuses'],
      ] as const) {
        const { status, body } = await place.ask(path, { token, method });
        assert.deepEqual([status, body], [403, { error }], `${login} ${path}`);
      }
    }
    await person(place, { login: 'fine' });
    assert.equal((await place.ask('/api/v1/timelines/home', { token })).status, 200);
  });

  it('reads what everybody may read, unless they are suspended', async () => {
    const place = town();
    const token = await place.token('noor');
    for (const login of Object.keys(words)) {
      await person(place, { login });
      const { status } = await place.ask('/api/v1/timelines/public', { token });
      assert.equal(status, login === 'suspended' ? 403 : 200, login);
    }
    assert.equal((await place.ask('/api/v1/timelines/public')).status, 200);
  });

  it('is told on the pages of signing in, and may be somebody else', async () => {
    const place = town();
    const client = await register(place);
    await signIn(place, client, 'noor');
    await person(place, { login: 'pending' });
    const visitor = new Visitor(place);
    await visitor.open(authorizeUrl(client));
    const { status, text, away } = await visitor.press('@noor<');
    assert.deepEqual([status, away], [403, undefined]);
    assert.match(text, /waiting to be approved/);
    await visitor.press('Use another account');
    assert.match((await visitor.press('@ines<')).text, /would like to use your account/);
  });

  it('is nobody else: a name or a login that is not there is 422', async () => {
    const place = town();
    for (const [name, json] of [
      ['nobody', {}],
      ['noor', { login: 'asleep' }],
      ['noor', { privacy: 'secret' }],
    ] as const) {
      assert.equal((await place.ask(`/__sandbox/people/${name}`, { method: 'PATCH', json })).status, 422);
    }
    const people = await place.get<Json[]>('/__sandbox/people');
    assert.ok(people.every(({ login, privacy }) => login === 'fine' && privacy === 'public'));
  });
});

describe('how somebody posts when a post does not say', () => {
  it('is told by `source` and preferences, and done', async () => {
    const place = town();
    const token = await place.token('noor');
    await person(place, { privacy: 'private', sensitive: true, language: 'ar', locked: true });
    const me = await place.get<{ source: Json; locked: boolean }>('/api/v1/accounts/verify_credentials', { token });
    assert.deepEqual([me.source['privacy'], me.source['sensitive'], me.source['language']], ['private', true, 'ar']);
    assert.equal(me.locked, true);
    const preferences = await place.get('/api/v1/preferences', { token });
    assert.equal(preferences['posting:default:visibility'], 'private');
    assert.equal(preferences['posting:default:sensitive'], true);
    const post = await place.get<Status>('/api/v1/statuses', { token, json: { status: 'Hello' } });
    assert.deepEqual([post.visibility, post['sensitive'], post['language']], ['private', true, 'ar']);
    const open = { status: 'Hello', visibility: 'public', sensitive: false, language: 'en' };
    const other = await place.get<Status>('/api/v1/statuses', { token, json: open });
    assert.deepEqual([other.visibility, other['sensitive'], other['language']], ['public', false, 'en']);
  });
});

describe('a page without an origin', () => {
  const Origin = 'null';

  it('reads, but what it writes is refused before anything is looked at: 422', async () => {
    const place = town();
    const token = await place.token('noor');
    const headers = { Origin };
    assert.equal((await place.ask('/api/v1/timelines/home', { token, headers })).status, 200);
    for (const [method, path] of [
      ['POST', '/api/v1/statuses'],
      ['PUT', '/api/v1/statuses/1'],
      ['DELETE', '/api/v1/statuses/1'],
      ['PATCH', '/api/v1/accounts/update_credentials'],
      ['POST', '/api/v1/apps'],
    ] as const) {
      const json = { ...headers, Accept: 'application/json' };
      const said = await place.ask(path, { method, token, headers: json });
      assert.deepEqual([said.status, said.body], [422, { error: 'Unprocessable Content' }], `${method} ${path}`);
      assert.equal(said.headers.get('Access-Control-Allow-Origin'), '*');
      const page = await place.ask(path, { method, token, headers: { ...headers, Accept: '*/*' } });
      assert.match(String(page.body), /^<!DOCTYPE html>.*Security verification failed/s);
    }
  });

  it('may ask for tokens and end them', async () => {
    const place = town();
    const headers = { Origin };
    const client = await register(place);
    const form = Object.entries({
      grant_type: 'client_credentials',
      scope: 'read',
      client_id: client.client_id,
      client_secret: client.client_secret,
    });
    const { status, body } = await place.ask('/oauth/token', { form, headers });
    assert.equal(status, 200);
    const token = (body as Json)['access_token'];
    assert.equal((await place.ask('/oauth/revoke', { json: { ...client, token }, headers })).status, 200);
  });
});
