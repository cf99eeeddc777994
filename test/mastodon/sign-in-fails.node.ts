import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Keyring } from '../../src/mastodon/keyring.js';
import { revoke } from '../../src/mastodon/revocation.js';
import { askedAt, commit } from '../../src/mastodon/sign-in.js';
import { failure, html, json, never, to, until, wish } from './oauth-world.js';
import { start } from './signing-in.js';

const tokenPath = '/oauth/token';
const verifyPath = '/api/v1/accounts/verify_credentials';

/** As long as the event loop needs for what nobody waits for. */
const settle = () => new Promise<void>((resolve) => void setTimeout(resolve, 5));

describe('a sign-in that comes to nothing', () => {
  const answers: readonly (readonly [code: string, failure: string])[] = [
    ['access_denied', 'denied'],
    ['invalid_scope', 'scope-refused'],
    ['server_error', 'server'],
    ['temporarily_unavailable', 'server'],
    ['invalid_request', 'sign-in-refused'],
    ['unsupported_response_type', 'sign-in-refused'],
    ['login_required', 'sign-in-refused'],
    ['constructor', 'sign-in-refused'],
    ['', 'sign-in-refused'],
  ];
  for (const [error, wanted] of answers)
    it(`R44 the answer "${error}" is ${wanted}, and is asked nothing more about`, async () => {
      const { world, go, done, page, pending } = await start();
      const { state } = await go();
      world.asked.length = 0;
      const answer = { masto: 'harbour.example', state, error, errorDescription: 'Because.', code: 'a code' };
      const found = await failure(done(answer));
      assert.equal(found.failure, wanted);
      assert.deepEqual([found.facts.serverText, found.facts.host], ['Because.', 'harbour.example']);
      assert.equal(found.facts.returnTo, 'https://blog.example/post#comments');
      assert.deepEqual(world.log, []);
      assert.deepEqual(pending(), [[], []]);
      assert.deepEqual(new Keyring(page).all(), []);
    });

  it('R44 somebody who says no is back where they were, signed out, and may try again', async () => {
    const { go, answer, done, signIn, sent } = await start();
    const refusal = await answer((await go()).url, 'ines', true);
    assert.equal(refusal.error, 'access_denied');
    assert.equal((await failure(done(refusal))).failure, 'denied');
    assert.equal((await failure(done(refusal))).failure, 'not-started-here');
    assert.equal((await signIn()).saved.acct, 'ines@harbour.example');
    assert.equal(sent('/api/v1/apps').length, 1);
  });

  it('R44 an answer with neither code nor error is refused', async () => {
    const { go, done, sent } = await start();
    const { state } = await go();
    assert.equal((await failure(done({ masto: 'harbour.example', state }))).failure, 'sign-in-refused');
    assert.equal(sent(tokenPath).length, 0);
  });

  it('R44 R12 a server that refuses fine scopes is asked for wide ones the next time, and it is told before', async () => {
    const { go, done, server, page, sent } = await start();
    const { state } = await go();
    assert.deepEqual(askedAt(server, wish(), page).wider, []);
    await failure(done({ masto: 'harbour.example', state, error: 'invalid_scope' }));
    assert.deepEqual(askedAt(server, wish(), page), { asked: ['read', 'write'], wider: ['read', 'write'] });
    const again = await go();
    assert.equal(new URL(again.url).searchParams.get('scope'), 'read write');
    assert.equal(sent('/api/v1/apps').length, 1);
    await failure(done({ masto: 'harbour.example', state: again.state, error: 'invalid_scope' }));
    await go();
    assert.equal(sent('/api/v1/apps').length, 2, 'a registration that is good for nothing is made anew');
  });

  it('R56 what a server says is a short text on one line that turns nothing around', async () => {
    const vectors: readonly (readonly [said: string, shown: string])[] = [
      ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
      ['\u202eevil\u2066 text\u0000', 'evil text\ufffd'],
      ['one\n\n\ttwo', 'one two'],
      ['x'.repeat(5000), 'x'.repeat(300)],
      ['\ud800', '\ufffd'],
      [`${'x'.repeat(299)}😀`, `${'x'.repeat(299)}\ufffd`],
    ];
    for (const [errorDescription, shown] of vectors) {
      const { go, done } = await start();
      const { state } = await go();
      const answer = { masto: 'harbour.example', state, error: 'access_denied', errorDescription };
      const { facts } = await failure(done(answer));
      assert.equal(facts.serverText, shown);
    }
  });

  const refusals: readonly (readonly [what: string, answer: () => Response | Promise<Response>, failure: string])[] = [
    ['invalid_grant', () => json({ error: 'invalid_grant', error_description: 'Too late.' }, 400), 'sign-in-refused'],
    ['401 of something else', () => json({ error: 'invalid_request' }, 401), 'sign-in-refused'],
    ['429', () => json({ error: 'Too many requests' }, 429), 'rate-limited'],
    ['502', () => html('bad gateway', 502), 'server'],
    ['a page', () => html(), 'sign-in-refused'],
    [
      'no JSON',
      () => new Response('{"access_tok', { headers: { 'Content-Type': 'application/json' } }),
      'sign-in-refused',
    ],
    ['no token', () => json({ token_type: 'Bearer', scope: 'read' }), 'sign-in-refused'],
    ['a token of another type', () => json({ access_token: 'secret-of-server', token_type: 'mac' }), 'sign-in-refused'],
    ['a token without type', () => json({ access_token: 'secret-of-server' }), 'sign-in-refused'],
    [
      'scopes that are none',
      () => json({ access_token: 'secret-of-server', token_type: 'Bearer', scope: 5 }),
      'sign-in-refused',
    ],
    ['a redirect', () => to('https://evil.example/'), 'unreachable'],
    ['no CORS', () => new Response('{}', { headers: { 'Access-Control-Allow-Origin': '' } }), 'unreachable'],
    ['silence', never, 'timeout'],
  ];
  for (const [what, reply, wanted] of refusals)
    it(`R43 R44 a code that is answered by ${what} is ${wanted}: nobody is signed in, nothing waits, nothing leaks`, async () => {
      const { world, sandbox, go, answer, done, page, pending, sent } = await start();
      const back = await answer((await go()).url);
      world.other('evil.example', () => html());
      world.servers.set('harbour.example', async (request) => {
        if (!request.url.endsWith(tokenPath)) return sandbox(request);
        const response = await reply();
        if (!response.headers.has('Access-Control-Allow-Origin'))
          response.headers.set('Access-Control-Allow-Origin', '*');
        return response;
      });
      const began = world.time;
      let ended = began;
      const error = await failure(
        done(back).finally(() => (ended = world.time)),
        world,
      );
      assert.equal(error.failure, wanted);
      assert.equal(error.facts.returnTo, 'https://blog.example/post#comments');
      assert.ok(ended - began <= 15_000);
      assert.equal(world.waiting, 0);
      assert.equal(sent(tokenPath).length, 1, 'a code is not sent twice');
      assert.ok(!world.asked.some(({ host }) => host === 'evil.example'));
      assert.deepEqual([new Keyring(page).all(), pending()], [[], [[], []]]);
      assert.doesNotMatch(written(error), /secret-of-server/);
    });

  it('R43 a reader who does not want to wait ends it at once', async () => {
    const { world, sandbox, go, answer, page, pending } = await start();
    const { finish } = await import('../../src/mastodon/sign-in.js');
    const back = await answer((await go()).url);
    world.servers.set('harbour.example', (request) => (request.url.endsWith(tokenPath) ? never() : sandbox(request)));
    const stop = new AbortController();
    const left = finish(back, page, stop.signal, world);
    await world.pass(1000);
    stop.abort(new Error('enough'));
    await assert.rejects(left, /enough/);
    assert.equal(world.waiting, 0);
    assert.deepEqual(pending(), [[], []]);
  });

  const strangers: readonly (readonly [what: string, answer: () => Response | Promise<Response>, failure: string])[] = [
    ['401', () => json({ error: 'The access token is invalid' }, 401), 'sign-in-refused'],
    [
      '403 for want of a scope',
      () => json({ error: 'This action is outside the authorized scopes' }, 403),
      'scope-refused',
    ],
    ['403 for a disabled account', () => json({ error: 'Your login is currently disabled' }, 403), 'login-disabled'],
    ['404', () => json({ error: 'Record not found' }, 404), 'not-found'],
    ['500', () => json({ error: 'oh' }, 500), 'server'],
    ['a page', () => html(), 'not-mastodon'],
    ['nobody', () => json({}), 'wrong-shape'],
    ['a list', () => json([]), 'wrong-shape'],
    ['silence', never, 'timeout'],
  ];
  for (const [what, reply, wanted] of strangers)
    it(`R42 R43 a token of whom the server says ${what} is ${wanted}, and is given back`, async () => {
      const { world, sandbox, go, answer, done, page, sent } = await start();
      const back = await answer((await go()).url);
      world.servers.set('harbour.example', async (request) => {
        if (!request.url.endsWith(verifyPath)) return sandbox(request);
        const response = await reply();
        response.headers.set('Access-Control-Allow-Origin', '*');
        return response;
      });
      const began = world.time;
      let ended = began;
      const error = await failure(
        done(back).finally(() => (ended = world.time)),
        world,
      );
      const [{ token } = assert.fail('no token')] = sandbox.instance.world.tokens;
      assert.equal(error.failure, wanted);
      assert.ok(ended - began <= 15_000, `${ended - began}`);
      assert.deepEqual(new Keyring(page).all(), []);
      assert.equal(new URLSearchParams(sent('/oauth/revoke')[0]?.body).get('token'), token);
      assert.ok(!written(error).includes(token), 'R24');
    });

  it('R51 R52 a token follows no redirect: a server that has moved is told, and nobody there learns it', async () => {
    const { world, sandbox, go, answer, done } = await start();
    const back = await answer((await go()).url);
    sandbox.instance.faults.push({ path: verifyPath, redirect: `https://moved.example${verifyPath}` });
    world.other('moved.example', () => json({ id: '1', username: 'mallory' }));
    assert.equal((await failure(done(back), world)).failure, 'moved');
    assert.ok(!world.asked.some(({ host }) => host === 'moved.example'));
  });
});

describe('R13 a server that has forgotten this site', () => {
  it('is registered with once more and left for again, as was wished; the second time it is told', async () => {
    const { world, sandbox, go, answer, done, page, sent, pending } = await start();
    const first = await answer((await go({ lang: 'de', keep: 'local' })).url);
    sandbox.instance.world.apps.length = 0;
    sandbox.instance.world.grants.length = 0;
    let settled = false;
    void done(first).finally(() => (settled = true));
    await until(() => page.went.length > 0);
    await world.pass(100);
    assert.equal(settled, false, 'the page is being left');
    assert.equal(page.went.length, 1);
    assert.equal(sent('/api/v1/apps').length, 2);
    const again = new URL(page.went[0]!);
    assert.equal(again.searchParams.get('lang'), 'de');
    assert.equal(pending()[1]!.length, 1);
    const second = await answer(again.href);
    sandbox.instance.world.apps.length = 0;
    const error = await failure(done(second), world);
    assert.equal(error.failure, 'client-gone');
    assert.equal(page.went.length, 1);
    assert.equal(sent('/api/v1/apps').length, 2);
    // Nothing of it is left to fail the next click.
    const third = await done(await answer((await go()).url));
    assert.equal(third.saved.acct, 'ines@harbour.example');
    assert.equal(sent('/api/v1/apps').length, 3);
  });

  it('ends well when the server knows it from then on', async () => {
    const { sandbox, go, answer, done, page } = await start();
    const first = await answer((await go({ keep: 'local' })).url);
    sandbox.instance.world.apps.length = 0;
    void done(first);
    await until(() => page.went.length > 0);
    const { saved, keep } = await done(await answer(page.went[0]!), page.reload());
    assert.deepEqual([saved.acct, keep], ['ines@harbour.example', 'local']);
  });

  it('is told at once in a window, which only a click can open again', async () => {
    const { world, sandbox, go, answer, done, page, sent, signIn } = await start();
    const first = await answer((await go({ popup: true })).url);
    sandbox.instance.world.apps.length = 0;
    assert.equal((await failure(done(first), world)).failure, 'client-gone');
    assert.deepEqual(page.went, []);
    await signIn({ popup: true });
    assert.equal(sent('/api/v1/apps').length, 2);
  });

  it('is told when it will not register this site again', async () => {
    const { world, sandbox, go, answer, done, page } = await start();
    const first = await answer((await go()).url);
    sandbox.instance.world.apps.length = 0;
    sandbox.instance.faults.push({ path: '/api/v1/apps', rateLimit: 60 });
    const error = await failure(done(first), world);
    assert.deepEqual([error.failure, error.facts.returnTo], ['rate-limited', 'https://blog.example/post#comments']);
    assert.deepEqual(page.went, []);
  });
});

describe('revoke', () => {
  it('R48 gives a token back with id and secret in the body, also while the page is being left', async () => {
    const { world, sandbox, signIn, page, sent } = await start();
    const { saved } = await signIn();
    assert.equal(await revoke(saved, page, world), true);
    assert.equal(sandbox.instance.world.tokens.find(({ token }) => token === saved.token)?.revoked, true);
    const [{ init, body, headers, url } = assert.fail()] = sent('/oauth/revoke');
    assert.equal(url, 'https://harbour.example/oauth/revoke');
    assert.deepEqual(Object.fromEntries(new URLSearchParams(body)), {
      client_id: saved.client.id,
      client_secret: saved.client.secret,
      token: saved.token,
    });
    assert.equal(headers.get('authorization'), null);
    assert.deepEqual(
      [init.keepalive, init.credentials, init.referrerPolicy, init.redirect, init.cache],
      [true, 'omit', 'no-referrer', 'error', 'no-store'],
    );
  });

  it('R48 says so when the server could not be told, and waits no longer than fifteen seconds', async () => {
    const faults = [
      { refuse: true },
      { cors: false },
      { status: 502 },
      { status: 403, body: { error: 'no' } },
      { redirect: 'https://evil.example/' },
    ];
    for (const fault of faults) {
      const { world, sandbox, signIn, page } = await start();
      const { saved } = await signIn();
      sandbox.instance.faults.push({ path: '/oauth/revoke', ...fault });
      assert.equal(await revoke(saved, page, world), false, JSON.stringify(fault));
    }
    const { world, signIn, page } = await start();
    const { saved } = await signIn();
    world.other('harbour.example', never);
    const told = revoke(saved, page, world);
    await world.pass(15_000);
    assert.equal(await told, false);
    assert.equal(world.waiting, 0);
  });

  it('R48 tells nothing while somebody here still has that token', async () => {
    const { world, signIn, page, sent } = await start();
    const granted = await signIn();
    commit(granted, page, world);
    assert.equal(await revoke(granted.saved, page, world), true);
    assert.equal(sent('/oauth/revoke').length, 0);
    new Keyring(page).remove(granted.saved);
    assert.equal(await revoke(granted.saved, page, world), true);
    assert.equal(sent('/oauth/revoke').length, 1);
  });
});

describe('the token', () => {
  it('R24 R52 R53 R219 goes to its own server alone, in a header or a body, and is written in the keyring alone', async () => {
    const { world, sandbox, go, answer, done, page, tab } = await start();
    world.mastodon('hills.example', { seed: 2 });
    const lines: string[] = [];
    const undo = spyOnConsole(lines);
    const { url } = await go({ keep: 'local' });
    const granted = await done(await answer(url));
    const { token } = granted.saved;
    commit(granted, page, world);
    await settle();
    undo();
    assert.equal(sandbox.instance.world.tokens[0]?.token, token);
    const carrying = world.asked.filter((asked) =>
      JSON.stringify([asked.url, asked.body, [...asked.headers]]).includes(token),
    );
    assert.deepEqual(
      carrying.map(({ host, path, headers }) => [host, path, headers.get('authorization') === `Bearer ${token}`]),
      [['harbour.example', verifyPath, true]],
    );
    for (const { init, path } of world.asked.filter(({ path }) => path !== verifyPath))
      assert.deepEqual(
        [path, init.credentials, init.referrerPolicy, init.cache, init.redirect],
        [path, 'omit', 'no-referrer', 'no-store', 'error'],
      );
    assert.equal(world.asked.find(({ path }) => path === verifyPath)?.init.redirect, 'manual');
    assert.ok(!world.log.join().includes(token) && !page.went.join().includes(token) && !lines.join().includes(token));
    const places = Object.entries({ ...page.session.all, ...page.site.local.all }).filter(([, text]) =>
      text.includes(token),
    );
    assert.deepEqual(
      places.map(([key]) => key),
      ['masto:v1:https://harbour.example:100075674009604801'],
    );
    assert.ok(!Object.keys({ ...page.session.all, ...page.site.local.all }).some((key) => key.includes(token)));
    assert.equal(new Keyring(tab()).current()?.token, token);
  });

  it('R24 R219 stands in no error, even if the server says it back', async () => {
    const { world, sandbox, go, answer, done } = await start();
    const back = await answer((await go()).url);
    let token = '';
    world.servers.set('harbour.example', async (request) => {
      if (!request.url.endsWith(verifyPath)) return sandbox(request);
      token = request.headers.get('authorization')!.slice('Bearer '.length);
      return json({ error: `${token} is bad`, details: { token } }, 403, { 'Access-Control-Allow-Origin': '*' });
    });
    const error = await failure(done(back), world);
    assert.ok(token.length > 20);
    assert.ok(!written(error).includes(token), written(error));
  });
});

/** All of an error that anybody might print, and what it was made from. */
function written(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = Object.fromEntries(Object.getOwnPropertyNames(error).map((name) => [name, Reflect.get(error, name)]));
  return `${JSON.stringify(own)} ${String(error)} ${error.cause ? written(error.cause) : ''}`;
}

function spyOnConsole(lines: string[]) {
  const kept = { ...console };
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const)
    console[name] = (...words: unknown[]) => void lines.push(words.map(String).join(' '));
  return () => void Object.assign(console, kept);
}
