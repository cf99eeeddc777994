import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findServer } from '../../src/mastodon/discovery.js';
import { clientNameOf, redirectFor } from '../../src/mastodon/registration.js';
import { everyScope } from '../../src/mastodon/scopes.js';
import { askedAt, prepare } from '../../src/mastodon/sign-in.js';
import type { Settings } from '../../demo/sandbox/sandbox.js';
import { failure, FakePage, html, json, Site, wish, World } from './oauth-world.js';

const registrations = (world: World) =>
  world.asked.filter(({ path, method }) => path === '/api/v1/apps' && method === 'POST');

/** A server, and a page that is about to leave for it. */
async function start(settings: Partial<Settings> = {}) {
  const world = new World();
  const sandbox = world.mastodon('harbour.example', { settings });
  const page = new FakePage(world);
  const server = await findServer('harbour.example', { browser: world });
  const go = (more = {}, where = page) => prepare(server, wish(more), where, undefined, world);
  return { world, sandbox, page, server, go };
}

/** As after an answer: no sign-in is under way. */
const answered = ({ session, site }: FakePage) => {
  for (const drawer of [session, site.local])
    for (const key of Object.keys(drawer.all)) if (key.startsWith('masto:v1:pending:')) drawer.removeItem(key);
};

const form = (asked: { body: string } | undefined) => Object.fromEntries(new URLSearchParams(asked?.body));

describe('registration', () => {
  it('R9 one request for metadata and one to register, at the first click; none of both afterwards', async () => {
    const { world, page, go } = await start();
    assert.equal(registrations(world).length, 0, 'finding a server registers nothing');
    await go();
    assert.deepEqual(world.log, [
      'GET https://harbour.example/.well-known/oauth-authorization-server',
      'POST https://harbour.example/api/v1/apps',
    ]);
    world.asked.length = 0;
    const later = page.reload();
    answered(page);
    const server = await findServer('@ines@harbour.example', { browser: world, page: later });
    await prepare(server, wish(), later, undefined, world);
    assert.deepEqual(world.log, []);
  });

  it('R9 keeps what a registration is, for one server and one way back', async () => {
    const { world, page, go } = await start();
    await go();
    const [key, text] = Object.entries(page.site.local.all).find(([name]) => name.startsWith('masto:v1:client:'))!;
    assert.equal(key, 'masto:v1:client:https://harbour.example https://blog.example/post?masto=harbour.example');
    const client = JSON.parse(text) as Record<string, unknown>;
    assert.equal(client['issuer'], 'https://harbour.example/');
    assert.equal(client['redirectUri'], 'https://blog.example/post?masto=harbour.example');
    assert.match(String(client['id']), /^[\da-f]{64}$/);
    assert.equal(client['at'], world.time);
    assert.equal(client['expires'], 0);
    await go({ redirectUri: 'https://blog.example/other' });
    assert.equal(registrations(world).length, 2);
  });

  it('R9 registers again once a registration has expired', async () => {
    const { world, sandbox, page, go } = await start();
    const end = Math.floor(world.time / 1000) + 3600;
    sandbox.instance.faults.push({
      path: '/api/v1/apps',
      times: 1,
      body: { client_id: 'short', client_secret: 's', client_secret_expires_at: end },
    });
    await go();
    answered(page);
    world.time += 3_599_000;
    await go();
    assert.equal(registrations(world).length, 1);
    answered(page);
    world.time += 1000;
    await go();
    assert.equal(registrations(world).length, 2);
  });

  it('R9 two who ask at the same time register once', async () => {
    const { world, page, go } = await start();
    await Promise.all([go(), go(), go({}, new FakePage(world, page.site))]);
    assert.equal(registrations(world).length, 1);
  });

  it('R9 R28 keeps it for the page where there is no storage', async () => {
    const { world, page, go } = await start();
    page.denied = ['local', 'session'];
    await go({ popup: true });
    await go({ popup: true });
    assert.equal(registrations(world).length, 1);
  });

  it('R10 names the site by its host, in sixty letters, and says where it lives', async () => {
    const { world, go } = await start();
    await go({ clientName: 'Cats,\n mostly' });
    const sent = form(registrations(world)[0]);
    assert.equal(sent['client_name'], 'Cats, mostly (blog.example)');
    assert.equal(sent['website'], 'https://blog.example');
    const idn = `xn--${'a'.repeat(40)}.xn--${'b'.repeat(40)}.example`;
    const rows: readonly (readonly [string | undefined, string, string])[] = [
      [undefined, 'blog.example', 'blog.example'],
      ['', 'blog.example', 'blog.example'],
      ['   ', 'blog.example', 'blog.example'],
      ['Cats', 'blog.example:8443', 'Cats (blog.example:8443)'],
      ['x'.repeat(100), 'blog.example', `${'x'.repeat(44)}… (blog.example)`],
      ['\u202eevil\u0000', 'blog.example', 'evil\ufffd (blog.example)'],
      ['Cats', idn, `…${idn.slice(-59)}`],
      ['Cats', 'a'.repeat(56) + '.de', `${'a'.repeat(56)}.de`],
      [`${'x'.repeat(43)}😀 and more`, 'blog.example', `${'x'.repeat(43)}\ufffd… (blog.example)`],
    ];
    for (const [label, host, name] of rows) {
      assert.equal(clientNameOf(label, host), name);
      assert.ok(clientNameOf(label, host).length <= 60);
    }
  });

  it('R11 gives one way back as one text, with the server in it, otherwise as the page wrote it', async () => {
    const { world, go } = await start();
    await go({ redirectUri: 'https://blog.example/?p=a%20b+c&q' });
    assert.equal(
      form(registrations(world)[0])['redirect_uris'],
      'https://blog.example/?p=a%20b+c&q&masto=harbour.example',
    );
    assert.equal(
      redirectFor('https://blog.example/x#part', { origin: 'http://localhost:4000' }),
      'https://blog.example/x?masto=localhost%3A4000',
    );
  });

  it('R11 says so when the way back is longer than servers take, and asks nothing', async () => {
    const { world, go } = await start();
    const error = await failure(go({ redirectUri: `https://blog.example/?${'x'.repeat(2000)}` }));
    assert.deepEqual([error.failure, error.facts.attribute], ['bad-attribute', 'redirect-uri']);
    assert.equal(registrations(world).length, 0);
  });

  it('R12 registers all that may ever be needed, and asks for no more than is needed now', async () => {
    const { world, go } = await start();
    const { url, asked, wider } = await go();
    const scopes = form(registrations(world)[0])['scopes']!.split(' ');
    assert.deepEqual(new Set(scopes), new Set(everyScope));
    assert.equal(new URL(url).searchParams.get('scope'), 'profile read:statuses write:statuses');
    assert.deepEqual(asked, ['profile', 'read:statuses', 'write:statuses']);
    assert.deepEqual(wider, []);
  });

  it('R12 R31 knows what an older server does not know: one registration, without profile', async () => {
    const { world, sandbox, server, page, go } = await start({ version: '4.2' });
    assert.deepEqual(askedAt(server, wish(), page).asked, ['read:accounts', 'read:statuses', 'write:statuses']);
    const { asked, wider } = await go();
    assert.deepEqual(asked, ['read:accounts', 'read:statuses', 'write:statuses']);
    assert.deepEqual(wider, []);
    assert.equal(registrations(world).length, 1);
    assert.ok(!form(registrations(world)[0])['scopes']!.includes('profile'));
    assert.equal(sandbox.instance.world.apps.length, 1);
  });

  it('R12 asks for read and write where a server knows nothing finer, and says that they are wider', async () => {
    const coarse = ['read', 'write', 'follow', 'push'];
    const { server, page, world, go } = await start({ oauth: { scopes: coarse } });
    assert.deepEqual(askedAt(server, wish(), page), { asked: ['read', 'write'], wider: ['read', 'write'] });
    const { asked, wider } = await go();
    assert.deepEqual(
      [asked, wider],
      [
        ['read', 'write'],
        ['read', 'write'],
      ],
    );
    assert.equal(registrations(world).length, 1);
  });

  it('R12 falls back step by step where a server refuses a scope, and remembers what it took', async () => {
    const coarse = ['read', 'write', 'follow', 'push'];
    const { world, page, server, go } = await start({ version: '4.2', oauth: { scopes: coarse } });
    const { asked, wider } = await go();
    assert.deepEqual(
      [asked, wider],
      [
        ['read', 'write'],
        ['read', 'write'],
      ],
    );
    assert.deepEqual(
      registrations(world).map((asked) => form(asked)['scopes']!.split(' ').length > 2),
      [true, false],
      'all, then two; nothing is tried twice',
    );
    assert.deepEqual(askedAt(server, wish(), page).wider, ['read', 'write'], 'known before the next sign-in leaves');
    await go({ scopes: ['profile', 'read:lists'] });
    assert.equal(registrations(world).length, 2);
  });

  it('R12 registers again for what an author asks and no tag ever does, and only then', async () => {
    const { world, go } = await start();
    await go();
    const { asked } = await go({ scopes: ['profile', 'push'] });
    assert.deepEqual(asked, ['profile', 'push']);
    assert.equal(registrations(world).length, 2);
    await go({ scopes: ['profile', 'push'] });
    await go();
    assert.equal(registrations(world).length, 2);
    await go({ scopes: ['profile', 'nonsense'] });
    const count = registrations(world).length;
    assert.deepEqual((await go({ scopes: ['profile', 'nonsense'] })).asked, ['profile']);
    assert.equal(registrations(world).length, count, 'what the server does not know is not tried again and again');
  });

  it('R53 R54 sends a registration as a form, without cookies, nowhere else, and never from a cache', async () => {
    const { world, go } = await start();
    await go();
    const [{ init, headers } = assert.fail()] = registrations(world);
    assert.equal(headers.get('content-type'), 'application/x-www-form-urlencoded;charset=UTF-8');
    assert.deepEqual(
      [init.credentials, init.referrerPolicy, init.redirect, init.cache],
      ['omit', 'no-referrer', 'error', 'no-store'],
    );
    assert.equal(headers.get('authorization'), null);
  });

  const refusals: readonly (readonly [what: string, answer: () => Response, failure: string])[] = [
    [
      '429',
      () => json({ error: 'Too many requests' }, 429, { 'X-RateLimit-Reset': '2026-11-24T12:10:00.000000Z' }),
      'rate-limited',
    ],
    ['404', () => json({ error: 'Not Found' }, 404), 'not-mastodon'],
    ['405', () => json({ error: 'no' }, 405), 'not-mastodon'],
    ['a page', () => html(), 'not-mastodon'],
    ['403', () => html('no', 403), 'blocked'],
    ['422 for all', () => json({ error: 'Validation failed: Redirect URI is forbidden' }, 422), 'sign-in-refused'],
    ['no client', () => json({ id: '1' }), 'wrong-shape'],
    ['an empty client', () => json({ client_id: '', client_secret: 's' }), 'wrong-shape'],
    ['502', () => html('', 502), 'server'],
  ];
  for (const [what, answer, wanted] of refusals)
    it(`R9 a registration that is answered by ${what} is ${wanted}, and leaves nothing behind`, async () => {
      const { world, page, go, sandbox } = await start();
      world.servers.set('harbour.example', (request) =>
        request.url.endsWith('/apps')
          ? Promise.resolve(answer()).then((response) => {
              response.headers.set('Access-Control-Allow-Origin', '*');
              return response;
            })
          : sandbox(request),
      );
      const error = await failure(go(), world);
      assert.equal(error.failure, wanted);
      if (wanted === 'rate-limited') assert.equal(error.facts.retryAt, Date.parse('2026-11-24T12:10:00Z'));
      if (wanted === 'sign-in-refused') assert.match(error.facts.serverText ?? '', /Redirect URI/);
      assert.deepEqual([page.site.local.all, page.session.all], [{}, {}]);
      assert.ok(registrations(world).length <= 3);
    });

  it('R43 a registration that takes longer than fifteen seconds has failed; a reader may end it sooner', async () => {
    const { world, go, server, page } = await start();
    world.other('harbour.example', () => new Promise<Response>(() => undefined));
    const began = world.time;
    let ended = 0;
    const error = await failure(
      go().finally(() => (ended = world.time)),
      world,
    );
    assert.equal(error.failure, 'timeout');
    assert.equal(ended - began, 15_000);
    const stop = new AbortController();
    const left = prepare(server, wish(), page, stop.signal, world);
    await world.pass(100);
    stop.abort(new Error('enough'));
    await assert.rejects(left, /enough/);
  });

  it('R43 whoever waits for another tab to register may stop waiting, and registers nothing then', async () => {
    const { world, sandbox, page, server, go } = await start();
    world.other('harbour.example', () => new Promise<Response>(() => undefined));
    const stop = new AbortController();
    const first = failure(go());
    const second = prepare(server, wish(), new FakePage(world, page.site), stop.signal, world);
    await world.pass(1000);
    stop.abort(new Error('enough'));
    await assert.rejects(second, /enough/);
    await world.pass(15_000);
    assert.equal((await first).failure, 'timeout');
    world.servers.set('harbour.example', sandbox);
    await world.pass(1000);
    assert.equal(registrations(world).length, 1);
    assert.equal(world.waiting, 0);
  });

  it('R121 wiped with all else, it is made anew', async () => {
    const { world, page, go } = await start();
    await go();
    page.site.local.clear();
    page.session.clear();
    await go({}, new FakePage(world, new Site()));
    assert.equal(registrations(world).length, 2);
  });
});
