import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { authorizeUrl, logged, register, Visitor } from './signing.js';
import { town } from './town.js';

describe('logging in', () => {
  it('is asked first, by name and picture, and remembered by a cookie that carries the port', async () => {
    const place = town({ origin: 'http://localhost:4000' });
    const client = await register(place);
    const visitor = new Visitor(place);
    const asked = await visitor.open(authorizeUrl(client));
    assert.match(asked.url, /\/auth\/sign_in\?next=/);
    const people = [...asked.text.matchAll(/<button class="person" name="person" value="(\w+)">/g)];
    assert.deepEqual(
      people.map(([, name]) => name),
      place.instance.world.localAccounts().map(({ username }) => username),
    );
    const consent = await visitor.press('@noor<');
    assert.equal(new URL(consent.url).pathname, '/oauth/authorize');
    assert.match(consent.text, /Logged in as.*Noor Haddad.*@noor</s);
    assert.deepEqual([...visitor.cookies.keys()], ['_sandbox_session_4000']);
    assert.equal((await visitor.open(authorizeUrl(client))).url, consent.url);
  });

  it('sets a cookie that scripts do not see and other sites do not send', async () => {
    const form = [['person', 'noor']] as const;
    const cookie = async (origin: string) =>
      (await town({ origin }).ask('/auth/sign_in', { form })).headers.get('Set-Cookie');
    assert.match(
      (await cookie('http://localhost:4000')) ?? '',
      /^_sandbox_session_4000=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    assert.match((await cookie('https://harbour.example')) ?? '', /^_sandbox_session_main=\w+;.*; Secure$/);
  });

  it('leads on to places of this instance only', async () => {
    const place = town();
    for (const [next, path] of [
      ['/oauth/authorize?a=b', '/oauth/authorize?a=b'],
      ['https://evil.example/', '/'],
      ['//evil.example/', '/'],
      ['/\\evil.example/', '/'],
      ['javascript:alert(1)', '/'],
    ] as const) {
      const form = [
        ['person', 'noor'],
        ['next', next],
      ] as const;
      assert.equal((await place.ask('/auth/sign_in', { form })).headers.get('Location'), path, next);
    }
  });

  it('ends with “Use another account”, which asks again and goes on to the same request', async () => {
    const { client, visitor } = await logged();
    const again = await visitor.press('Use another account');
    assert.match(again.url, /\/auth\/sign_in\?/);
    const consent = await visitor.press('@ines<');
    assert.match(consent.text, /Logged in as.*@ines</s);
    assert.equal(new URL(consent.url).search, new URL(authorizeUrl(client), 'https://x').search);
  });

  it('is lost with a reset', async () => {
    const { place, client, visitor } = await logged();
    await place.ask('/__sandbox/reset', { json: {} });
    assert.match((await visitor.open(authorizeUrl(client))).url, /sign_in/);
  });
});
