import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findServer, type FindOptions } from '../../src/mastodon/discovery.js';
import { MastoError } from '../../src/mastodon/errors.js';
import { failure, html, json, never, to, World } from './oauth-world.js';

/** Planting a town takes a while, and these are only read. */
const planted = new World().mastodon('mastodon.social');
const munich = new World().mastodon('xn--mnchen-3ya.social');

/** A world with one Mastodon, at mastodon.social. */
function world() {
  const world = new World();
  world.servers.set('mastodon.social', planted);
  return world;
}

const find = (world: World, text: string, options: FindOptions = {}) =>
  findServer(text, { browser: world, ...options });

/** The origin that was found, or the failure's name. */
async function understood(here: World, text: string): Promise<string> {
  const outcome = find(here, text).then(
    ({ origin }) => origin,
    (error: unknown) => (error instanceof MastoError ? error.failure : String(error)),
  );
  await here.pass(20_000);
  return outcome;
}

const social = 'https://mastodon.social';
const bad = 'bad-instance';

/** Where only mastodon.social and xn--mnchen-3ya.social are Mastodons, and nobody else answers. */
const inputs: readonly (readonly [text: string, understood: string])[] = [
  ['mastodon.social', social],
  ['Mastodon.Social', social],
  ['MASTODON.SOCIAL', social],
  ['  mastodon.social\n', social],
  ['\tmastodon.social\u00a0', social],
  ['mastodon. social', social],
  ['mastodon.social.', social],
  ['mastodon.social/', social],
  ['mastodon.social//', social],
  ['https://mastodon.social', social],
  ['https://mastodon.social/', social],
  ['HTTPS://MASTODON.SOCIAL/', social],
  ['https:mastodon.social', social],
  ['https:/mastodon.social', social],
  ['http://mastodon.social', social],
  ['http://mastodon.social:80/@alice', social],
  ['https://mastodon.social:443', social],
  ['https://mastodon.social/any/path?x#y', social],
  ['https://mastodon.social/auth/sign_in', social],
  ['https://mastodon.social/@alice', social],
  ['https://mastodon.social/@alice/109348', social],
  ['https://mastodon.social/@alice@elsewhere.example', social],
  ['https://mastodon.social/users/alice', social],
  ['https://mastodon.social/web/timelines/home', social],
  ['https://mastodon.social\\evil.example', social],
  ['mastodon.social/@alice', social],
  ['mastodon.social?x=1', social],
  ['mastodon.social#x', social],
  ['@alice@mastodon.social', social],
  ['alice@mastodon.social', social],
  ['Alice@Mastodon.Social', social],
  ['acct:alice@mastodon.social', social],
  ['ACCT:@alice@mastodon.social', social],
  ['@alice @mastodon.social', social],
  ['https://@alice@mastodon.social', social],
  ['@mastodon.social', social],
  ['\u200bmastodon\u200c.social\ufeff', social],
  ['\u202amastodon.social\u202c', social],
  ['masto\u00addon.social', social],
  ['ｍａｓｔｏｄｏｎ．ｓｏｃｉａｌ', social],
  ['＠ａｌｉｃｅ＠mastodon.social', social],
  ['mastodon。social', social],
  ['www.mastodon.social', social],
  ['https://www.mastodon.social/@alice', social],
  ['münchen.social', 'https://xn--mnchen-3ya.social'],
  ['MÜNCHEN.social', 'https://xn--mnchen-3ya.social'],
  ['mu\u0308nchen.social', 'https://xn--mnchen-3ya.social'],
  ['@toni@münchen.social', 'https://xn--mnchen-3ya.social'],
  ['xn--mnchen-3ya.social', 'https://xn--mnchen-3ya.social'],
  ['', bad],
  [' ', bad],
  ['@', bad],
  ['alice', bad],
  ['@alice', bad],
  ['mastodon', bad],
  ['my server', bad],
  ['https://', bad],
  ['https://alice:secret@mastodon.social', bad],
  ['https://alice@mastodon.social', bad],
  ['alice:secret@mastodon.social', bad],
  ['@a@b@mastodon.social', bad],
  ['ftp://mastodon.social', bad],
  ['javascript:alert(1)', bad],
  ['data:text/html,x', bad],
  ['192.168.1.1', bad],
  ['8.8.8.8', bad],
  ['0x08080808', bad],
  ['[2001:db8::1]', bad],
  ['printer.local', bad],
  ['nas.home.arpa', bad],
  ['mastodon..social', bad],
  ['mastodon.social:port', bad],
  ['mastodon.social:99999', bad],
  ['mastodon.social<script>', bad],
  ['a'.repeat(100_000), bad],
  ['localhost:4000', 'insecure'],
  ['http://127.0.0.1', 'insecure'],
  ['mаstodon.social', 'unreachable'],
  ['mastodon.social:8443', 'unreachable'],
  ['nobody.example', 'unreachable'],
  ['@alice@nobody.example', 'unreachable'],
  ['http://nobody.example', 'insecure'],
];

describe('findServer', () => {
  for (const [text, wanted] of inputs)
    it(`R1 R3 ${JSON.stringify(text.slice(0, 60))} is ${wanted}`, async () => {
      const here = world();
      here.servers.set('xn--mnchen-3ya.social', munich);
      assert.equal(await understood(here, text), wanted);
      // R3: never over http, whatever was written; and what is no host is not asked anything.
      assert.deepEqual(
        here.asked.filter(({ url }) => !url.startsWith('https://')),
        [],
      );
      if (wanted === bad) assert.deepEqual(here.log, []);
      assert.equal(here.waiting, 0, 'timers go on');
    });

  it('R1 reaches a server on loopback over http when the page is there itself', async () => {
    const here = new World();
    here.isLoopback = true;
    here.mastodon('localhost:4000', { origin: 'http://localhost:4000' });
    const server = await find(here, '@alice@localhost:4000');
    assert.equal(server.origin, 'http://localhost:4000');
    assert.equal(server.tokenEndpoint, 'http://localhost:4000/oauth/token');
  });

  it('R4 asks a server that knows OAuth metadata once, for that alone', async () => {
    const here = world();
    const server = await find(here, '@alice@mastodon.social');
    assert.deepEqual(here.log, ['GET https://mastodon.social/.well-known/oauth-authorization-server']);
    assert.equal(server.issuer, 'https://mastodon.social/');
    assert.equal(server.authorizationEndpoint, 'https://mastodon.social/oauth/authorize');
    assert.equal(server.registrationEndpoint, 'https://mastodon.social/api/v1/apps');
    assert.equal(server.revocationEndpoint, 'https://mastodon.social/oauth/revoke');
    assert.ok(server.scopesSupported?.includes('profile'));
    assert.equal(server.issRequired, false);
  });

  it('R53 asks without cookies, without saying from where, and past the cache', async () => {
    const here = world();
    here.mastodon('old.example', { settings: { version: '4.2' } });
    await find(here, 'old.example');
    assert.ok(here.asked.length > 1);
    for (const { init, headers } of here.asked) {
      assert.equal(init.credentials, 'omit');
      assert.equal(init.referrerPolicy, 'no-referrer');
      assert.equal(init.cache, 'no-store');
      assert.equal(headers.get('authorization'), null);
    }
  });

  it('R4 knows an older server by its description, and uses what every Mastodon has', async () => {
    const here = new World();
    here.mastodon('old.example', { settings: { version: '4.2' } });
    const server = await find(here, 'old.example');
    assert.equal(server.issuer, 'https://old.example/');
    assert.equal(server.tokenEndpoint, 'https://old.example/oauth/token');
    assert.equal(server.scopesSupported, undefined);
    assert.equal(server.title, 'Harbour');
    assert.match(server.version ?? '', /^4\.2/);
    assert.equal(typeof server.people, 'number');
  });

  it('R4 knows one that has only version 1 of its description', async () => {
    const here = new World();
    const v1 = {
      uri: 'snac.example',
      version: '4.0.0 (not true; really snac/2.94)',
      title: 'Snac',
      stats: { user_count: 3 },
    };
    here.other('snac.example', ({ pathname }) => (pathname === '/api/v1/instance' ? json(v1) : html('404', 404)));
    const { origin, title, people } = await find(here, 'snac.example');
    assert.deepEqual([origin, title, people], ['https://snac.example', 'Snac', 3]);
  });

  it('R4 knows one that tells visitors nothing at all of itself', async () => {
    const here = new World();
    here.mastodon('closed.example', { settings: { version: '4.2', requireAuth: 'federation' } });
    assert.equal((await find(here, 'closed.example')).origin, 'https://closed.example');
  });

  it('R4 R5 follows a handle to the server behind its domain, by WebFinger', async () => {
    const here = new World();
    here.mastodon('social.example');
    const links = [
      { rel: 'http://webfinger.net/rel/avatar', href: 'https://files.example/a.png' },
      { rel: 'self', type: 'application/activity+json', href: 'https://social.example/users/alice' },
    ];
    here.other('example.org', ({ pathname, searchParams }) =>
      pathname === '/.well-known/webfinger' && searchParams.get('resource') === 'acct:alice@example.org'
        ? json({ subject: 'acct:alice@example.org', links })
        : html(),
    );
    assert.equal((await find(here, '@alice@example.org')).origin, 'https://social.example');
    assert.ok(!here.log.some((line) => line.includes('files.example')), 'a picture is no hint');
  });

  it('R4 R5 finds the API behind a domain whose NodeInfo, or host-meta, lies elsewhere', async () => {
    for (const path of ['/.well-known/nodeinfo', '/.well-known/host-meta']) {
      const here = new World();
      here.mastodon('social.example', { settings: { version: '4.2', accountDomain: 'example.org' } });
      here.other('example.org', ({ pathname }) =>
        pathname === path ? to(`https://social.example${path}`) : html('no', 404),
      );
      const server = await find(here, 'example.org');
      // R5: `domain` in its description says example.org, where no API is.
      assert.equal(server.origin, 'https://social.example', path);
      assert.equal(server.tokenEndpoint, 'https://social.example/oauth/token');
    }
    const here = new World();
    here.mastodon('social.example');
    const template = `<XRD><Link rel="lrdd" template="https://social.example/.well-known/webfinger?resource={uri}"/></XRD>`;
    here.other('example.org', ({ pathname }) => (pathname.endsWith('host-meta') ? html(template) : html('no', 404)));
    assert.equal((await find(here, 'example.org')).origin, 'https://social.example', 'lrdd');
  });

  it('R4 takes no answer of WebFinger, for want of CORS, for no more than that', async () => {
    const here = new World();
    const mastodon = here.mastodon('old.example', { settings: { version: '4.2' } });
    mastodon.instance.faults.push({ path: '/.well-known/*', cors: false });
    assert.equal((await find(here, '@alice@old.example')).origin, 'https://old.example');
  });

  it('R4 follows a redirect of everything to the server behind it', async () => {
    const here = new World();
    here.mastodon('social.example');
    here.other('example.org', ({ pathname, search }) => to(`https://social.example${pathname}${search}`));
    const server = await find(here, 'example.org');
    assert.equal(server.origin, 'https://social.example');
    assert.equal(here.asked.length, 2, 'one request, redirected');
  });

  it('R4 gives each request five seconds, all together twelve', async () => {
    const here = new World();
    here.other('slow.example', never);
    const start = here.time;
    let end = 0;
    const found = find(here, '@alice@slow.example').finally(() => (end = here.time));
    const error = await failure(found, here);
    assert.equal(error.failure, 'timeout');
    assert.ok(end - start <= 12_000, `${end - start} ms`);
    assert.equal(here.waiting, 0, 'timers go on');
    assert.equal(here.asked.filter(({ init }) => !init.signal?.aborted).length, 0, 'requests go on');
  });

  it('R4 waits five seconds for metadata, and then still finds the rest', async () => {
    const here = new World();
    const mastodon = here.mastodon('old.example', { settings: { version: '4.2' } });
    here.servers.set('old.example', (request) => (request.url.includes('/.well-known/') ? never() : mastodon(request)));
    const found = find(here, 'old.example');
    await here.pass(12_000);
    assert.equal((await found).origin, 'https://old.example');
  });

  it('R4 R43 ends at once when the reader does not want to wait', async () => {
    const here = new World();
    here.other('slow.example', never);
    const stop = new AbortController();
    const found = find(here, '@alice@slow.example', { signal: stop.signal });
    await here.pass(3000);
    stop.abort(new Error('enough'));
    await assert.rejects(found, /enough/);
    assert.equal(here.waiting, 0, 'timers go on');
    assert.ok(here.asked.every(({ init }) => init.signal?.aborted));
    await assert.rejects(find(here, 'slow.example', { signal: stop.signal }), /enough/);
  });

  it('R8 a server that the page names is not looked for elsewhere, and nothing else is suggested', async () => {
    const here = world();
    here.other('example.org', ({ pathname }) => to(`https://mastodon.social${pathname}`));
    const error = await failure(find(here, 'example.org', { fixed: true }), here);
    assert.equal(error.failure, 'moved');
    assert.equal(error.facts.movedTo, 'mastodon.social');
    assert.ok(!here.log.some((line) => /webfinger|nodeinfo|host-meta/.test(line)));
    const typo = await failure(find(here, 'mastodon.socal', { fixed: true }), here);
    assert.equal(typo.facts.advice, undefined);
  });
});

describe('findServer, R6: servers that are not what they should be', () => {
  const mastodonApi = /oauth-authorization-server|instance/;
  const strangers: readonly (readonly [
    what: string,
    answer: (url: URL) => Response | Promise<Response>,
    failure: string,
  ])[] = [
    ['a web page for everything', () => html(), 'not-mastodon'],
    ['404 for everything', () => html('not found', 404), 'not-mastodon'],
    ['404 in JSON', () => json({ error: 'Not Found' }, 404), 'not-mastodon'],
    ['JSON of something else', () => json({ name: 'shop', ok: true }), 'not-mastodon'],
    ['an empty answer', () => new Response('', { status: 200 }), 'not-mastodon'],
    ['a list', () => json([]), 'not-mastodon'],
    ['null', () => json(null), 'not-mastodon'],
    ['a description cut off in the middle', () => html('{"uri":"x","version":"4'), 'not-mastodon'],
    [
      'the sign-in of other software',
      (url) =>
        mastodonApi.test(url.pathname) && url.pathname.startsWith('/.well')
          ? json({
              issuer: 'https://strange.example',
              authorization_endpoint: 'https://strange.example/authorize',
              token_endpoint: 'https://strange.example/token',
              scopes_supported: ['atproto', 'transition:generic'],
            })
          : html('', 404),
      'not-mastodon',
    ],
    ['a forbidding proxy', () => html('go away', 403), 'not-mastodon'],
    ['no CORS at all', () => new Response('{}', { headers: { 'Access-Control-Allow-Origin': '' } }), 'unreachable'],
    ['a proxy without a server behind it', () => html('bad gateway', 502), 'server'],
    ['too many questions', () => json({ error: 'Too many requests' }, 429), 'rate-limited'],
    ['a way to a parked domain', () => to('https://parking.example/'), 'moved'],
    ['a way to its own www', ({ pathname }) => to(`https://www.strange.example${pathname}`), 'not-mastodon'],
    ['a way to http', ({ pathname }) => to(`http://strange.example${pathname}`), 'insecure'],
    ['silence', never, 'timeout'],
  ];
  for (const [what, answer, wanted] of strangers)
    it(`R6 ${what} is ${wanted}`, async () => {
      const here = world();
      const inHttp = (url: URL) => (url.protocol === 'http:' ? html() : answer(url));
      here.other('strange.example', inHttp);
      here.other('www.strange.example', () => html());
      here.other('parking.example', () => html('buy me'));
      const error = await failure(find(here, ' strange.example '), here);
      assert.equal(error.failure, wanted);
      assert.equal(error.facts.host, 'strange.example');
      assert.equal(error.facts.value, 'strange.example');
      if (wanted === 'moved') assert.equal(error.facts.movedTo, 'parking.example');
      assert.equal(here.waiting, 0, 'timers go on');
    });

  it('R6 tells a reader without network so', async () => {
    const here = world();
    here.isOnline = false;
    assert.equal((await failure(find(here, 'mastodon.social'), here)).failure, 'offline');
  });

  it('R3 tells who wrote http that the server has no secure connection, and asks nothing over http', async () => {
    const here = world();
    const error = await failure(find(here, 'http://only.example'), here);
    assert.deepEqual([error.failure, error.facts.host], ['insecure', 'only.example']);
    assert.ok(here.asked.every(({ url }) => url.startsWith('https://')));
  });

  const lies: readonly (readonly [what: string, said: Record<string, unknown>])[] = [
    ['a token endpoint elsewhere', { token_endpoint: 'https://evil.example/oauth/token' }],
    ['an authorization endpoint elsewhere', { authorization_endpoint: 'https://evil.example/oauth/authorize' }],
    ['a registration elsewhere', { app_registration_endpoint: 'https://evil.example/api/v1/apps' }],
    ['a revocation elsewhere', { revocation_endpoint: 'https://evil.example/oauth/revoke' }],
    ['a host that only ends the same', { token_endpoint: 'https://evilmastodon.social/oauth/token' }],
    ['http', { token_endpoint: 'http://mastodon.social/oauth/token' }],
    ['another port', { token_endpoint: 'https://mastodon.social:8443/oauth/token' }],
    ['a password in it', { token_endpoint: 'https://a:b@mastodon.social/oauth/token' }],
    ['no address', { token_endpoint: 5 }],
    ['another issuer', { issuer: 'https://evil.example/' }],
    ['an issuer below a path', { issuer: 'https://mastodon.social/auth' }],
    ['an issuer with two slashes', { issuer: 'https://mastodon.social//' }],
    ['no issuer', { issuer: null }],
  ];
  for (const [what, metadata] of lies)
    it(`R7 believes nothing of metadata with ${what}`, async () => {
      const here = new World();
      here.mastodon('mastodon.social', { settings: { oauth: { metadata } } });
      here.other('evil.example', () => html());
      const server = await find(here, 'mastodon.social');
      assert.equal(server.origin, 'https://mastodon.social');
      assert.equal(server.issuer, 'https://mastodon.social/');
      assert.deepEqual(
        [server.authorizationEndpoint, server.tokenEndpoint, server.revocationEndpoint, server.registrationEndpoint],
        ['/oauth/authorize', '/oauth/token', '/oauth/revoke', '/api/v1/apps'].map((path) => social + path),
      );
    });

  it('R7 lets endpoints stand below the issuer, and its slash be missing', async () => {
    const here = new World();
    const metadata = {
      issuer: social,
      token_endpoint: 'https://auth.mastodon.social/token',
      revocation_endpoint: null,
    };
    here.mastodon('mastodon.social', { settings: { oauth: { metadata } } });
    const { issuer, tokenEndpoint, revocationEndpoint } = await find(here, 'mastodon.social');
    assert.deepEqual(
      [issuer, tokenEndpoint, revocationEndpoint],
      [social, 'https://auth.mastodon.social/token', `${social}/oauth/revoke`],
    );
  });

  it('R7 takes another issuer for a hint of where to ask, and believes only what stands there', async () => {
    const here = new World();
    here.mastodon('mastodon.social');
    const there = 'https://mastodon.social';
    here.other('alias.example', ({ pathname }) =>
      pathname.includes('oauth-auth')
        ? json({ issuer: `${there}/`, token_endpoint: 'https://evil.example/token' })
        : html(),
    );
    const server = await find(here, 'alias.example');
    assert.deepEqual([server.origin, server.tokenEndpoint], [there, `${there}/oauth/token`]);
  });

  it('R1 follows no hint to a private place', async () => {
    const here = new World();
    here.other('example.org', ({ pathname }) =>
      pathname.includes('webfinger')
        ? json({
            links: ['https://192.168.1.1/users/a', 'https://router.local/a', 'http://localhost/a'].map((href) => ({
              rel: 'self',
              href,
            })),
          })
        : html(),
    );
    assert.equal((await failure(find(here, '@a@example.org'), here)).failure, 'not-mastodon');
    assert.ok(here.asked.every(({ host }) => host === 'example.org'));
  });
});

describe('findServer, names that deceive', () => {
  const shown: readonly (readonly [text: string, host: string, warns: boolean])[] = [
    ['mastodon.social', 'mastodon.social', false],
    ['mastodon.social:8443', 'mastodon.social:8443', false],
    ['münchen.social', 'münchen.social', false],
    ['faß.example', 'faß.example', false],
    ['例え.jp', '例え.jp', false],
    ['マストドン日本go.jp', 'マストドン日本go.jp', false],
    ['мастодон.рф', 'мастодон.рф', false],
    ['mаstodon.social', 'mаstodon.social (xn--mstodon-2fg.social)', true],
    ['mastοdon.social', 'mastοdon.social (xn--mastdon-cpf.social)', true],
    ['сосо.social', 'сосо.social (xn--n1aahb.social)', true],
    ['social.mаstodon.example:8443', 'social.mаstodon.example:8443 (social.xn--mstodon-2fg.example:8443)', true],
  ];
  for (const [text, host, warns] of shown)
    it(`R2 ${text} is shown as ${host}`, async () => {
      const here = new World();
      const { host: ascii } = new URL(`https://${text}`);
      here.mastodon(ascii, { origin: `https://${ascii}` });
      const server = await find(here, text);
      assert.equal(server.origin, `https://${ascii}`);
      assert.equal(server.host, host);
      assert.equal(server.warning, warns ? 'mixed-script' : undefined);
    });

  const typos: readonly (readonly [text: string, advice: string | undefined])[] = [
    ['mastodon.socail', 'mastodon.social'],
    ['mastodon.socal', 'mastodon.social'],
    ['mastodn.social', 'mastodon.social'],
    ['@alice@mastodom.social', 'mastodon.social'],
    ['www.mastodon.socia', 'mastodon.social'],
    ['fostodon.org', 'fosstodon.org'],
    ['hackyderm.io', 'hachyderm.io'],
    ['mas.tu', 'mas.to'],
    ['mat.to', 'mas.to'],
    ['m.to', undefined],
    ['example.org', undefined],
    ['mastodon.social.example', undefined],
    ['fosstodon', 'fosstodon.org'],
    ['mastodon', 'mastodon.social'],
    ['@chaos', 'chaos.social'],
    ['alice', undefined],
  ];
  for (const [text, advice] of typos)
    it(`R6 for ${text} suggests ${advice ?? 'nothing'}`, async () => {
      const error = await failure(find(new World(), text), new World());
      assert.equal(error.facts.advice, advice);
      assert.equal(error.facts.value, text);
    });

  it('R6 keeps of what was written no more than a line, and no password', async () => {
    const secret = await failure(find(new World(), 'https://alice:secret@mastodon.social'));
    assert.equal(secret.facts.value, 'https://alice:…@mastodon.social');
    const error = await failure(find(new World(), 'x '.repeat(5000)));
    assert.equal(error.facts.value?.length, 200);
  });
});
