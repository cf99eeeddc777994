import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { findServer } from '../../src/mastodon/discovery.js';
import { Keyring } from '../../src/mastodon/keyring.js';
import { challengeOf, toText } from '../../src/mastodon/oauth.js';
import { waiting } from '../../src/mastodon/pending.js';
import { commit, finish, obstacleTo, prepare, type Answer } from '../../src/mastodon/sign-in.js';
import { answerIn, control, decide, failure, FakePage, wish } from './oauth-world.js';
import { start } from './signing-in.js';

const minute = 60_000;

describe('leaving for a server', () => {
  it('R15 makes of the verifier in RFC 7636, appendix B, what stands there', async () => {
    const octets = [
      116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191, 240,
      91, 88, 5, 88, 83, 132, 141, 121,
    ];
    const verifier = toText(new Uint8Array(octets));
    assert.equal(verifier, 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
    assert.equal(await challengeOf(verifier), 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  });

  it('R15 sends the S256 of 32 bytes that nobody guesses, each time others, and never the verifier', async () => {
    const { page, go, world } = await start();
    const seen = new Set<string>();
    for (let time = 0; time < 3; time++) {
      const { url, state } = await go();
      const { verifier } = waiting(page).find((one) => one.state === state)!;
      assert.match(verifier, /^[\w-]{43}$/);
      const sent = new URL(url).searchParams;
      assert.equal(sent.get('code_challenge'), createHash('sha256').update(verifier).digest('base64url'));
      assert.equal(sent.get('code_challenge_method'), 'S256');
      assert.ok(!url.includes(verifier) && !world.log.join().includes(verifier));
      seen.add(verifier).add(state);
    }
    assert.equal(seen.size, 6);
  });

  it('says all that the server needs in the address, and nothing twice', async () => {
    const { go } = await start();
    const { url, state } = await go({ lang: 'de' });
    const { origin, pathname, searchParams } = new URL(url);
    assert.equal(origin + pathname, 'https://harbour.example/oauth/authorize');
    const { client_id: id = '', code_challenge: challenge = '', ...rest } = Object.fromEntries(searchParams);
    assert.match(id, /^[\da-f]{64}$/);
    assert.match(challenge, /^[\w-]{43}$/);
    assert.deepEqual(rest, {
      response_type: 'code',
      redirect_uri: 'https://blog.example/post?masto=harbour.example',
      scope: 'profile read:statuses write:statuses',
      state,
      code_challenge_method: 'S256',
      lang: 'de',
    });
    assert.match(state, /^[\w-]{43}$/);
  });

  const obstacles: readonly (readonly [what: string, page: Partial<FakePage>, popup: boolean, failure: string])[] = [
    ['R15 a page that came over http', { isSecure: false }, false, 'no-secure-context'],
    ['R40 a file', { isOpaque: true, isSecure: false }, false, 'opaque-origin'],
    ['R40 a sandboxed frame', { isOpaque: true, isFramed: true }, true, 'opaque-origin'],
    ['R39 a page in a page', { isFramed: true }, false, 'framed'],
    ['R28 no storage', { denied: ['session', 'local'] }, false, 'no-storage'],
  ];
  for (const [what, doors, popup, wanted] of obstacles)
    it(`${what} is told before anything is sent`, async () => {
      const { page, world, go } = await start();
      Object.assign(page, doors);
      assert.equal(obstacleTo(page, popup)?.failure, wanted);
      assert.equal((await failure(go({ popup }))).failure, wanted);
      assert.deepEqual(world.log, []);
    });

  it('R28 R39 a window of its own needs neither storage nor the whole window', async () => {
    const { page, go, answer, done } = await start();
    Object.assign(page, { isFramed: true, denied: ['session', 'local'] });
    assert.equal(obstacleTo(page, true), undefined);
    const { url } = await go({ popup: true, keep: 'memory' });
    const { saved, popup, keep } = await done(await answer(url));
    assert.deepEqual([saved.displayName, popup, keep], ['Inês Matos :fern:', true, 'memory']);
  });

  it('R16 remembers what the answer needs in the tab and on the site, for no more than five, for ten minutes', async () => {
    const { page, world, go, pending } = await start();
    const { state } = await go();
    const key = `masto:v1:pending:${state}`;
    assert.deepEqual(pending(), [[key], [key]]);
    const record = JSON.parse(page.site.local.getItem(key)!) as Record<string, unknown>;
    assert.deepEqual(Object.keys(record).sort(), [
      'again',
      'asked',
      'client',
      'created',
      'redirectUri',
      'server',
      'shared',
      'state',
      'v',
      'verifier',
      'wishes',
    ]);
    for (let time = 0; time < 7; time++) {
      world.time += 1000;
      await go();
    }
    assert.deepEqual(
      pending().map(({ length }) => length),
      [5, 5],
    );
    assert.ok(!pending()[0]!.includes(key), 'the oldest goes');
    world.time += 10 * minute + 1;
    assert.equal(waiting(page).length, 0);
    await go();
    assert.deepEqual(
      pending().map(({ length }) => length),
      [1, 1],
    );
  });

  it('R38 marks the state of a window, which this page remembers itself; with memory nothing is written', async () => {
    const { go, pending } = await start();
    const { state } = await go({ popup: true, keep: 'memory' });
    assert.match(state, /^[\w-]{43}\.popup$/);
    assert.deepEqual(pending(), [[], []]);
    await go({ popup: true });
    assert.deepEqual(
      pending().map(({ length }) => length),
      [1, 1],
    );
  });

  it('R47 asks for another account where one is signed in, not to sign the same one in again', async () => {
    const { page, go, signIn, world } = await start();
    const forced = async (more = {}) => new URL((await go(more)).url).searchParams.get('force_login');
    assert.equal(await forced(), null);
    assert.equal(await forced({ another: true }), 'true');
    commit(await signIn(), page, world);
    assert.equal(await forced(), 'true');
    assert.equal(await forced({ expected: 'ines@harbour.example' }), null);
  });

  it('R13 finds out that the server has forgotten this site, when an answer never came, and registers once more', async () => {
    const { world, sandbox, go, sent } = await start();
    const first = new URL((await go()).url).searchParams.get('client_id');
    await go();
    assert.equal(sent('/api/v1/apps').length, 1);
    sandbox.instance.world.apps.length = 0;
    const second = new URL((await go()).url).searchParams.get('client_id');
    assert.notEqual(second, first);
    assert.equal(sent('/api/v1/apps').length, 2);
    const [asked] = sent('/oauth/token').slice(-1);
    assert.equal(new URLSearchParams(asked!.body).get('code'), 'none');
    world.isOnline = false;
    assert.equal(new URL((await go()).url).searchParams.get('client_id'), second, 'unknown is not gone');
  });
});

describe('coming back', () => {
  it('gives who it is, what was granted, and where to go on; remembers nobody yet', async () => {
    const { page, world, signIn, sent, pending } = await start();
    const { saved, credentials, keep, popup, returnTo, expected } = await signIn({ keep: 'local' });
    const { token, client, credentials: kept, ...rest } = saved;
    assert.match(token, /^[\da-f]{64}$/);
    assert.match(client.id, /^[\da-f]{64}$/);
    assert.deepEqual(rest, {
      v: 1,
      origin: 'https://harbour.example',
      id: '100075674009604801',
      acct: 'ines@harbour.example',
      displayName: 'Inês Matos :fern:',
      avatar: rest.avatar,
      scopes: ['profile', 'read:statuses', 'write:statuses'],
      revocationEndpoint: 'https://harbour.example/oauth/revoke',
      at: world.time,
      used: world.time,
    });
    assert.match(rest.avatar, /^https:\/\/harbour\.example\//);
    assert.equal((credentials as { username: string }).username, 'ines');
    assert.equal((kept as { username: string }).username, 'ines');
    assert.deepEqual(
      [keep, popup, returnTo, expected],
      ['local', false, 'https://blog.example/post#comments', undefined],
    );
    assert.equal(sent('/oauth/token').length, 1);
    assert.equal(sent('/api/v1/accounts/verify_credentials').length, 1);
    assert.deepEqual(pending(), [[], []]);
    assert.ok(!JSON.stringify([page.session.all, page.site.local.all]).includes(token), 'R42');
  });

  it('R16 in another tab of the site, too', async () => {
    const { go, answer, done, tab, pending, page } = await start();
    const { url } = await go();
    const other = tab();
    assert.equal((await done(await answer(url), other)).saved.displayName, 'Inês Matos :fern:');
    assert.equal(pending(other)[1]!.length, 0);
    // The first tab still has a copy, which is worth nothing now.
    assert.equal(pending(page)[0]!.length, 1);
    assert.equal((await failure(done(await answer(url), page))).failure, 'not-started-here');
  });

  it('R16 two tabs at two servers, in every order', async () => {
    const orders = permutations(['a at one', 'a at two', 'b at one', 'b at two']);
    assert.equal(orders.length, 24);
    const { world, server, tab, sandbox } = await start();
    const hills = world.mastodon('hills.example', { seed: 2 });
    const two = await findServer('hills.example', { browser: world });
    // Nobody registers more than five times in ten minutes; the way back is one, so it is twice in all.
    for (const order of orders) {
      const tabs = { a: tab(), b: tab() };
      const answers = new Map<string, Answer>();
      for (const name of order) {
        const [where = 'a', , at] = name.split(' ') as ['a' | 'b', string, string];
        const { url } = await prepare(at === 'one' ? server : two, wish(), tabs[where], undefined, world);
        const address = await decide(at === 'one' ? sandbox : hills, url, at === 'one' ? 'ines' : 'desmond');
        answers.set(name, answerIn(address!));
      }
      for (const name of [...order].reverse()) {
        const [where = 'a', , at] = name.split(' ') as ['a' | 'b', string, string];
        const { saved } = await finish(answers.get(name)!, tabs[where], undefined, world);
        assert.equal(saved.acct, at === 'one' ? 'ines@harbour.example' : 'desmond@hills.example', order.join());
      }
    }
    for (const { host, path, body } of world.asked.filter((asked) => asked.path === '/oauth/token'))
      assert.ok(body.includes(`masto%3D${host}`), `${host}${path}`);
  });

  it('R17 a code that nobody here has asked for goes nowhere', async () => {
    const { world, page, done } = await start();
    const forged = { masto: 'harbour.example', state: 'x'.repeat(43), code: 'stolen' };
    for (const answer of [forged, { ...forged, state: '' }, { ...forged, state: '__proto__' }]) {
      assert.equal((await failure(done(answer, page))).failure, 'not-started-here');
    }
    assert.deepEqual(world.log, []);
  });

  it('R17 R45 an answer works once: replay, back button, and an address that was kept', async () => {
    const { go, answer, done, sent, tab, page } = await start();
    const back = await answer((await go()).url);
    await done(back);
    for (const where of [page, page.reload(), tab()])
      assert.equal((await failure(done(back, where))).failure, 'not-started-here');
    assert.equal(sent('/oauth/token').length, 1);
  });

  it('R17 R46 an answer that is older than ten minutes, or younger than its question, is none', async () => {
    for (const [ms, good] of [
      [10 * minute, true],
      [10 * minute + 1, false],
      [-1, false],
      [-24 * 60 * minute, false],
      [24 * 60 * minute, false],
    ] as const) {
      const { world, go, answer, done, sent, pending } = await start();
      const { url } = await go();
      world.time += ms;
      const back = await answer(url);
      if (good) await done(back);
      else assert.equal((await failure(done(back))).failure, 'not-started-here', `${ms}`);
      assert.equal(sent('/oauth/token').length, good ? 1 : 0, `${ms}`);
      assert.deepEqual(pending(), [[], []], 'it is gone in any case');
    }
  });

  it('R18 exchanges once however many ask at once, with locks and without', async () => {
    for (const locks of [true, false]) {
      const { go, answer, done, sent, page, tab } = await start();
      const { url } = await go();
      const back = await answer(url);
      const twin = new FakePage({ time: page.world.time }, page.site, page.session.copy());
      const pages = [page, page, twin, tab()];
      for (const one of pages) one.locks = locks;
      const outcomes = await Promise.allSettled(pages.map((one) => done(back, one)));
      assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1, `locks ${locks}`);
      assert.equal(sent('/oauth/token').length, 1);
    }
  });

  it('R19 an answer of another server than the one asked, or of nobody, sends the code nowhere', async () => {
    const mixes: readonly (readonly [string, object])[] = [
      ['another marker', { masto: 'evil.example' }],
      ['no marker', { masto: '' }],
      ['another issuer', { iss: 'https://evil.example/' }],
      ['an issuer without its slash', { iss: 'https://harbour.example' }],
      ['an empty issuer', { iss: '' }],
    ];
    for (const [what, mix] of mixes) {
      const { world, go, answer, done, pending } = await start();
      const back = await answer((await go()).url);
      world.asked.length = 0;
      const error = await failure(done({ ...back, ...mix }));
      assert.equal(error.failure, 'wrong-issuer', what);
      assert.equal(error.facts.returnTo, 'https://blog.example/post#comments');
      assert.deepEqual(world.log, [], what);
      assert.deepEqual(pending(), [[], []], 'and it is of no use any more');
    }
  });

  it('R19 an issuer must be there where the server promises it, and may be anywhere', async () => {
    const required = { authorization_response_iss_parameter_supported: true };
    const silent = await start({ oauth: { metadata: required } });
    const back = await silent.answer((await silent.go()).url);
    assert.equal((await failure(silent.done(back))).failure, 'wrong-issuer');
    assert.equal(silent.sent('/oauth/token').length, 0);
    for (const metadata of [required, {}]) {
      const named = await start({ oauth: { metadata, iss: 'https://harbour.example/' } });
      assert.equal((await named.signIn()).saved.displayName, 'Inês Matos :fern:');
    }
  });

  it('R55 fails where a server does not give the state back', async () => {
    const { world, go, answer, done } = await start({ oauth: { state: 'never' } });
    const back = await answer((await go()).url);
    world.asked.length = 0;
    assert.equal(back.state, '');
    assert.equal((await failure(done(back))).failure, 'not-started-here');
    assert.deepEqual(world.log, []);
  });

  it('R33 remembers what was granted, not what was asked', async () => {
    const { signIn } = await start({ oauth: { grant: ['profile', 'read:statuses'] } });
    assert.deepEqual((await signIn()).saved.scopes, ['profile', 'read:statuses']);
  });

  it('R33 a server that says nothing of scopes has granted what was asked', async () => {
    const { sandbox, signIn } = await start();
    const wanted = { person: 'ines', scopes: 'profile read:statuses write:statuses' };
    const { access_token } = await control<{ access_token: string }>(sandbox, 'tokens', wanted);
    const fault = { path: '/oauth/token', body: { access_token, token_type: 'bearer' } };
    sandbox.instance.faults.push(fault);
    assert.deepEqual((await signIn()).saved.scopes, ['profile', 'read:statuses', 'write:statuses']);
  });

  it('R54 works with a server that knows no PKCE', async () => {
    const { signIn } = await start({ version: '4.2' });
    const { saved } = await signIn();
    assert.deepEqual(saved.scopes, ['read:accounts', 'read:statuses', 'write:statuses']);
    assert.equal(saved.acct, 'ines@harbour.example');
  });

  it('R42 asks when somebody else comes back than was expected, and not when it is the same', async () => {
    const { signIn, page } = await start();
    const other = await signIn({ expected: 'noor@harbour.example' });
    assert.deepEqual([other.expected, other.saved.displayName], ['noor@harbour.example', 'Inês Matos :fern:']);
    assert.deepEqual(new Keyring(page).all(), []);
    assert.equal((await signIn({ expected: 'Ines@Harbour.Example' })).expected, undefined);
  });

  it('goes on nowhere but on this origin, whatever was written down', async () => {
    for (const returnTo of ['https://evil.example/', 'javascript:alert(1)', '//evil.example', 'nonsense', '']) {
      const { signIn } = await start();
      assert.equal((await signIn({ returnTo })).returnTo, 'https://blog.example/post', returnTo);
    }
  });

  it('R34 R42 signs in only when told to, and gives an older token of the same person back', async () => {
    const { page, world, signIn, sent } = await start();
    const one = await signIn();
    assert.equal(commit(one, page, world), 'session');
    assert.equal(new Keyring(page).current()?.token, one.saved.token);
    const more = await signIn({ scopes: ['profile', 'read:statuses', 'write:blocks'], expected: one.saved.acct });
    assert.notEqual(more.saved.token, one.saved.token);
    commit(more, page, world);
    await world.pass(0);
    assert.deepEqual(
      new Keyring(page).all().map(({ token }) => token),
      [more.saved.token],
    );
    assert.deepEqual(
      sent('/oauth/revoke').map(({ body }) => new URLSearchParams(body).get('token')),
      [one.saved.token],
    );
    // The same scopes bring the same token: it is still in use.
    const again = await signIn({ scopes: ['profile', 'read:statuses', 'write:blocks'], expected: one.saved.acct });
    assert.equal(again.saved.token, more.saved.token);
    commit(again, page, world);
    await world.pass(0);
    assert.equal(sent('/oauth/revoke').length, 1);
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (!items.length) return [[]];
  return items.flatMap((item) => permutations(items.filter((one) => one !== item)).map((rest) => [item, ...rest]));
}
