import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  authorizeUrl,
  callback,
  exchange,
  register,
  signIn,
  verifier,
  Visitor,
  type Client,
  type Query,
  type Token,
} from './signing.js';
import { town, type Json, type Said, type Town } from './town.js';

const invalidGrant =
  'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.';
const invalidClient =
  'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.';

async function withCode(
  more: Query = {},
  place: Town = town(),
): Promise<{ place: Town; client: Client; code: string }> {
  const client = await register(place);
  const away = await new Visitor(place).allow(authorizeUrl(client, more), 'noor');
  return { place, client, code: away.searchParams.get('code')! };
}

const refusal = ({ status, body, headers }: Said) => {
  const { error, error_description } = body as Record<string, string>;
  assert.equal(
    headers.get('WWW-Authenticate'),
    `Bearer realm="Doorkeeper", error="${error}", error_description="${error_description}"`,
  );
  assert.match(headers.get('Cache-Control') ?? '', /no-store/);
  return [status, error, error_description];
};

const works = async (place: Town, token: string) =>
  (await place.ask('/api/v1/accounts/verify_credentials', { token })).status;

describe('a code', () => {
  it('becomes a token that never ends, with the scopes that were allowed', async () => {
    const { place, client, code } = await withCode();
    const { status, body, headers } = await exchange(place, client, code, { scope: 'write' });
    assert.equal(status, 200);
    assert.match(headers.get('Cache-Control') ?? '', /no-store/);
    assert.equal(headers.get('Content-Type'), 'application/json; charset=utf-8');
    const { access_token, ...rest } = body as Token;
    assert.match(access_token, /^[0-9a-f]{64}$/);
    assert.deepEqual(rest, {
      token_type: 'Bearer',
      scope: 'profile read',
      created_at: Math.floor(place.instance.now() / 1000),
    });
    assert.equal((await place.get('/api/v1/accounts/verify_credentials', { token: access_token }))['username'], 'noor');
  });

  it('is good once: used again, it takes back the token it gave', async () => {
    const { place, client, code } = await withCode();
    const { access_token } = (await exchange(place, client, code)).body as Token;
    // Who cannot prove that the code is theirs takes nothing back.
    assert.deepEqual(refusal(await exchange(place, client, code, { code_verifier: 'wrong' })), [
      400,
      'invalid_grant',
      invalidGrant,
    ]);
    assert.equal(await works(place, access_token), 200);
    assert.deepEqual(refusal(await exchange(place, client, code)), [400, 'invalid_grant', invalidGrant]);
    assert.equal(await works(place, access_token), 401);
  });

  it('is good for ten minutes', async () => {
    for (const [ms, status] of [
      [599_999, 200],
      [600_000, 400],
    ] as const) {
      const { place, client, code } = await withCode();
      place.later(ms);
      assert.equal((await exchange(place, client, code)).status, status, String(ms));
    }
  });

  it('needs the verifier of its challenge, whole', async () => {
    const { place, client, code } = await withCode();
    const ask = (code_verifier: string | undefined) => exchange(place, client, code, { code_verifier });
    assert.deepEqual(refusal(await ask(undefined)), [
      400,
      'invalid_request',
      'Missing required parameter: code_verifier.',
    ]);
    for (const wrong of [verifier.slice(1), `${verifier}=`, 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM']) {
      assert.deepEqual(refusal(await ask(wrong)), [400, 'invalid_grant', invalidGrant]);
    }
    assert.equal((await ask(verifier)).status, 200);
  });

  it('without challenge needs no verifier, and takes none', async () => {
    const { place, client, code } = await withCode({ code_challenge: undefined, code_challenge_method: undefined });
    assert.deepEqual(refusal(await exchange(place, client, code)), [400, 'invalid_grant', invalidGrant]);
    assert.equal((await exchange(place, client, code, { code_verifier: undefined })).status, 200);
  });

  it('needs the same address, the same client, and its secret', async () => {
    const { place, client, code } = await withCode();
    const other = await register(place);
    const wrong: [Query, number, string, string][] = [
      [{ redirect_uri: undefined }, 400, 'invalid_request', 'Missing required parameter: redirect_uri.'],
      [{ redirect_uri: 'https://app.example.org/callback.html' }, 400, 'invalid_grant', invalidGrant],
      [{ client_id: other.client_id, client_secret: other.client_secret }, 400, 'invalid_grant', invalidGrant],
      [{ client_secret: other.client_secret }, 401, 'invalid_client', invalidClient],
      [{ client_secret: undefined }, 401, 'invalid_client', invalidClient],
      [{ client_id: undefined }, 401, 'invalid_client', invalidClient],
      [{ code: undefined }, 400, 'invalid_request', 'Missing required parameter: code.'],
      [{ code: 'x', code_verifier: undefined }, 400, 'invalid_grant', invalidGrant],
      [{ grant_type: undefined }, 400, 'invalid_request', 'Missing required parameter: grant_type.'],
      [
        { grant_type: 'password' },
        400,
        'unsupported_grant_type',
        'The authorization grant type is not supported by the authorization server.',
      ],
      [
        { grant_type: 'refresh_token' },
        400,
        'unsupported_grant_type',
        'The authorization grant type is not supported by the authorization server.',
      ],
    ];
    for (const [more, ...said] of wrong) {
      assert.deepEqual(refusal(await exchange(place, client, code, more)), said, JSON.stringify(more));
    }
    assert.equal((await exchange(place, client, code)).status, 200);
  });

  it('may be fetched with Basic, and as JSON; two names of a client count as none', async () => {
    const { place, client, code } = await withCode();
    const basic = { Authorization: `Basic ${btoa(`${client.client_id}:${client.client_secret}`)}` };
    const json = { grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: verifier };
    const ask = (more: Json, headers = basic) => place.ask('/oauth/token', { json: { ...json, ...more }, headers });
    assert.deepEqual(refusal(await ask({ client_id: 'another' })), [401, 'invalid_client', invalidClient]);
    assert.deepEqual(refusal(await ask({}, { Authorization: 'Basic ~' })), [401, 'invalid_client', invalidClient]);
    assert.equal((await ask({ client_id: client.client_id })).status, 200);
  });
});

describe('a token', () => {
  it('is the same again for the same app, person and scopes, in any order', async () => {
    const place = town();
    const client = await register(place);
    const { access_token } = await signIn(place, client, 'noor', { scope: 'profile read' });
    const again = new Visitor(place);
    const code = async (scope: string, person: string) => {
      await again.open(authorizeUrl(client, { scope, force_login: '1' }));
      if (again.page!.url.includes('sign_in')) await again.press(`@${person}<`);
      return (await again.press('>Authorize<')).away!.searchParams.get('code');
    };
    const token = async (scope: string, person = 'noor') =>
      ((await exchange(place, client, await code(scope, person))).body as Token).access_token;
    assert.equal(await token('read profile'), access_token);
    assert.notEqual(await token('read'), access_token);
    assert.notEqual(await signIn(place, client, 'ines').then((row) => row.access_token), access_token);
    await place.ask('/__sandbox/tokens?person=noor', { method: 'DELETE' });
    assert.notEqual(await token('read profile'), access_token);
  });

  it('tells `profile` who one is, and no more', async () => {
    const place = town();
    const { access_token: token } = await signIn(place, await register(place), 'noor', { scope: 'profile' });
    const { url, uri, avatar } = await place.get<Record<string, string>>('/api/v1/accounts/verify_credentials', {
      token,
    });
    assert.deepEqual(await place.get('/oauth/userinfo', { token }), {
      iss: 'https://harbour.example/',
      sub: uri,
      name: 'Noor Haddad',
      preferred_username: 'noor',
      profile: url,
      picture: avatar,
    });
    assert.equal((await place.ask('/api/v1/timelines/home', { token })).status, 403);
    assert.equal((await place.ask('/oauth/userinfo', { token: await place.token('noor', 'read') })).status, 403);
    assert.equal((await place.ask('/oauth/userinfo')).status, 401);
  });

  it('ends by the app that has it, again and again, and by nobody else', async () => {
    const place = town();
    const client = await register(place);
    const { access_token: token } = await signIn(place, client, 'noor');
    const revoke = async (more: Json) => {
      const { status, body } = await place.ask('/oauth/revoke', { json: { ...client, token, ...more } });
      return [status, body];
    };
    const refused = [
      403,
      { error: 'unauthorized_client', error_description: 'You are not authorized to revoke this token' },
    ];
    assert.deepEqual(await revoke({ client_secret: 'wrong' }), refused);
    assert.deepEqual(await revoke(await register(place)), refused);
    assert.equal(await works(place, token), 200);
    assert.deepEqual(await revoke({}), [200, {}]);
    assert.deepEqual(await revoke({}), [200, {}]);
    assert.deepEqual(await revoke({ token: 'unknown' }), [200, {}]);
    assert.equal(await works(place, token), 401);
  });

  it('ends where its person looks through their apps', async () => {
    const place = town();
    const client = await register(place, { client_name: 'A "blog"' });
    const { access_token: token } = await signIn(place, client, 'noor');
    const visitor = new Visitor(place);
    assert.match((await visitor.open('/oauth/authorized_applications')).url, /sign_in/);
    const { text } = await visitor.press('@noor<');
    assert.match(text, /A &quot;blog&quot;/);
    const after = await visitor.press('>Revoke<');
    assert.match(after.text, /No application may use your account/);
    const { status, body } = await place.ask('/api/v1/timelines/home', { token });
    assert.deepEqual([status, body], [401, { error: 'The access token was revoked' }]);
  });
});
