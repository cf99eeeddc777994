import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { authorizeUrl, callback, logged, register, signIn, Visitor } from './signing.js';

const denied = 'The resource owner or authorization server denied the request.';

describe('the page that asks', () => {
  it('names the app and what it wants, one line a topic', async () => {
    const scopes = 'profile read:statuses write:statuses write:favourites admin:read:accounts';
    const { visitor, client } = await logged('noor', { scopes, client_name: 'A <b>blog</b>' });
    const { text, status } = await visitor.open(authorizeUrl(client, { scope: scopes }));
    assert.equal(status, 200);
    assert.match(text, /<strong>A &lt;b&gt;blog&lt;\/b&gt;<\/strong> would like to use your account/);
    const lines = [...text.matchAll(/<li>([^<]+) <span class="soft">([^<]+)</g)].map(([, topic, access]) => [
      topic,
      access,
    ]);
    assert.deepEqual(lines, [
      ['Your name, picture and address', 'read'],
      ['Posts', 'read and write'],
      ['Favourites', 'write'],
      ['Administration of this server', 'read'],
    ]);
    assert.ok(!text.includes('app.example.org<'), 'as with Mastodon, nothing says where one is sent back to');
  });

  it('has neither script nor frame, and does not hinder the way back', async () => {
    const { visitor } = await logged();
    const { headers, text } = visitor.page!;
    const policy = headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /default-src 'none'; frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /form-action|script-src|unsafe/);
    assert.equal(headers.get('X-Frame-Options'), 'DENY');
    assert.equal(headers.get('Cross-Origin-Opener-Policy'), null);
    assert.equal(headers.get('Referrer-Policy'), 'same-origin');
    assert.match(headers.get('Cache-Control') ?? '', /no-store/);
    assert.doesNotMatch(text, /<script| style=| on\w+=/);
  });

  it('speaks the language of `lang`, else the browser’s', async () => {
    const { place, client, visitor } = await logged();
    const { text } = await visitor.open(authorizeUrl(client, { lang: 'de' }));
    assert.match(text, /<html lang="de">.*Autorisierung erforderlich.*>Autorisieren<.*>Ablehnen</s);
    const german = new Visitor(place, { 'Accept-Language': 'ja, de-AT;q=0.8, en;q=0.5' });
    assert.match((await german.open(authorizeUrl(client))).text, /<html lang="de">/);
    assert.match((await german.open(authorizeUrl(client, { lang: 'en' }))).text, /<html lang="en">/);
  });

  it('takes no form that comes from elsewhere', async () => {
    const { client, visitor, place } = await logged();
    for (const Origin of ['https://evil.example', 'null']) {
      await visitor.open(authorizeUrl(client));
      const { status, away } = await visitor.press('>Authorize<', { Origin });
      assert.deepEqual([status, away], [422, undefined], Origin);
      for (const path of ['/auth/sign_in', '/auth/sign_out']) {
        const form = [['person', 'ines']] as const;
        assert.equal((await visitor.open(path, form, { Origin })).status, 422, path);
      }
    }
    assert.match((await visitor.open(authorizeUrl(client))).text, /@noor/);
    assert.equal(place.instance.world.grants.length, 0);
  });
});

describe('the answer', () => {
  it('is a code, with the state as it was and what the address had in its query', async () => {
    const { client, visitor } = await logged();
    await visitor.open(authorizeUrl(client, { state: 'ä &+%20"/' }));
    const { away, status } = await visitor.press('>Authorize<');
    assert.equal(status, 302);
    assert.equal(`${away?.origin}${away?.pathname}`, 'https://app.example.org/callback.html');
    assert.deepEqual([...away!.searchParams.keys()], ['masto', 'code', 'state']);
    assert.equal(away!.searchParams.get('state'), 'ä &+%20"/');
    assert.match(away!.searchParams.get('code')!, /^[0-9a-f]{64}$/);
  });

  it('is access_denied after “Deny”, and no code', async () => {
    const { visitor, place } = await logged();
    const { away } = await visitor.press('>Deny<');
    assert.deepEqual(Object.fromEntries(away!.searchParams), {
      masto: 'harbour.example',
      error: 'access_denied',
      error_description: denied,
      state: 'a state',
    });
    assert.equal(place.instance.world.grants.length, 0);
  });

  it('comes at once for who allowed the same scopes before, unless `force_login` is asked', async () => {
    const { client, visitor, place } = await logged();
    await signIn(place, client, 'noor', { scope: 'read profile' });
    const again = await visitor.open(authorizeUrl(client));
    assert.match(again.away?.searchParams.get('code') ?? '', /^[0-9a-f]{64}$/);
    assert.equal((await visitor.open(authorizeUrl(client, { scope: 'read' }))).away, undefined);
    const forced = await visitor.open(authorizeUrl(client, { force_login: 'true' }));
    assert.match(forced.text, /Authorization required/);
    await place.ask('/__sandbox/tokens', { method: 'DELETE' });
    assert.equal((await visitor.open(authorizeUrl(client))).away, undefined);
  });

  it('may come behind # or by a form', async () => {
    const { client, visitor } = await logged();
    await visitor.open(authorizeUrl(client, { response_mode: 'fragment' }));
    const { away } = await visitor.press('>Authorize<');
    assert.equal(away?.search, '?masto=harbour.example');
    assert.match(away?.hash ?? '', /^#code=[0-9a-f]{64}&state=a\+state$/);
    await visitor.open(authorizeUrl(client, { response_mode: 'form_post' }));
    const { text } = await visitor.press('>Authorize<');
    assert.match(text, /<form method="post" action="https:\/\/app.example.org\/callback.html\?masto=harbour.example">/);
    assert.match(text, /name="code" value="[0-9a-f]{64}".*name="state" value="a state"/);
  });

  it('is shown, where there is no way back', async () => {
    const redirect_uri = 'urn:ietf:wg:oauth:2.0:oob';
    const { client, visitor } = await logged('noor', { redirect_uris: `${callback} ${redirect_uri}` });
    await visitor.open(authorizeUrl(client, { redirect_uri }));
    const { url, text } = await visitor.press('>Authorize<');
    assert.match(url, /\/oauth\/authorize\/native\?code=[0-9a-f]{64}$/);
    assert.match(text, /Authorization code.*<code>[0-9a-f]{64}<\/code>/s);
  });
});

describe('a wrong request', () => {
  const words: [string, Record<string, string | undefined>, number, string][] = [
    ['no client', { client_id: undefined }, 400, 'Missing required parameter: client_id.'],
    ['an unknown client', { client_id: 'x' }, 401, 'Client authentication failed due to unknown client'],
    ['no address', { redirect_uri: undefined }, 400, 'The requested redirect URI is malformed'],
    ['another address', { redirect_uri: 'https://evil.example/' }, 400, 'The requested redirect URI is malformed'],
    ['another path', { redirect_uri: callback.replace('.html', '') }, 400, 'The requested redirect URI is malformed'],
    ['another query', { redirect_uri: `${callback}&more=1` }, 400, 'The requested redirect URI is malformed'],
  ];

  it('is told on the page, and leads nowhere, when it is not sure where it comes from', async () => {
    const { client, visitor } = await logged();
    for (const [name, more, status, text] of words) {
      const page = await visitor.open(authorizeUrl(client, more));
      assert.deepEqual([page.status, page.away], [status, undefined], name);
      assert.match(page.text, /<h1>An error has occurred<\/h1>/);
      assert.ok(page.text.includes(text.replace("'", '&#39;')), `${name}: ${page.text}`);
    }
  });

  it('goes back with error, description and state otherwise', async () => {
    const { client, visitor } = await logged();
    const wrong: [Record<string, string | undefined>, string, string][] = [
      [{ response_type: undefined }, 'invalid_request', 'Missing required parameter: response_type.'],
      [
        { response_type: 'token' },
        'unsupported_response_type',
        'The authorization server does not support this response type.',
      ],
      [
        { response_mode: 'web_message' },
        'unsupported_response_mode',
        'The authorization server does not support this response mode.',
      ],
      [{ scope: 'read:statuses' }, 'invalid_scope', 'The requested scope is invalid, unknown, or malformed.'],
      [{ scope: 'read follow' }, 'invalid_scope', 'The requested scope is invalid, unknown, or malformed.'],
      [{ code_challenge_method: 'plain' }, 'invalid_code_challenge_method', 'The code_challenge_method must be S256.'],
      [
        { code_challenge_method: undefined },
        'invalid_code_challenge_method',
        'The code_challenge_method must be S256.',
      ],
    ];
    for (const [more, error, error_description] of wrong) {
      const { away } = await visitor.open(authorizeUrl(client, more));
      assert.deepEqual(
        Object.fromEntries(away?.searchParams ?? []),
        { masto: 'harbour.example', error, error_description, state: 'a state' },
        JSON.stringify(more),
      );
    }
  });

  it('is none without scope: `read` is meant, if the app has it', async () => {
    const { client, visitor } = await logged();
    assert.match(
      (await visitor.open(authorizeUrl(client, { scope: undefined }))).text,
      /Everything in your account <span class="soft">read</,
    );
    const narrow = await register(visitor.place, { scopes: 'profile' });
    const { away } = await visitor.open(authorizeUrl(narrow, { scope: undefined }));
    assert.equal(away?.searchParams.get('error'), 'invalid_scope');
  });
});
