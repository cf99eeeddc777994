import { expect } from '@open-wc/testing';
import { segment } from '../../src/mastodon/transport.js';
import { failureOf, FakeBrowser, json, never, transportTo } from './fake-browser.js';

const first = (browser: FakeBrowser) => {
  const [asked] = browser.asked;
  if (!asked) throw new Error('nothing was asked');
  return asked;
};

describe('Transport: what is sent', () => {
  it('sends neither undefined nor null, and lists as name[]', async () => {
    const { browser, transport } = transportTo();
    await transport.get('/api/v1/x', { limit: 5, local: true, none: undefined, nil: null, id: ['1', '2'], q: 'a b&c' });
    expect(first(browser).url).to.equal(
      `${transport.origin}/api/v1/x?limit=5&local=true&id%5B%5D=1&id%5B%5D=2&q=a+b%26c`,
    );
  });

  it('adds a query to one that is there', async () => {
    const { browser, transport } = transportTo();
    await transport.get('/api/v1/x?a=%20b', { c: 1 });
    expect(first(browser).url).to.equal(`${transport.origin}/api/v1/x?a=%20b&c=1`);
  });

  it('R53 R110 sends no cookies and no referrer', async () => {
    const { browser, transport } = transportTo(
      () => json({}),
      () => 'secret',
    );
    await transport.get('/api/v1/x');
    await transport.send('POST', '/api/v1/x');
    for (const { init } of browser.asked) {
      expect(init.credentials).to.equal('omit');
      expect(init.referrerPolicy).to.equal('no-referrer');
    }
  });

  it('R51 R53 follows redirects only when there is no token to lose', async () => {
    const anonymous = transportTo();
    await anonymous.transport.get('/api/v1/x');
    expect(first(anonymous.browser).init.redirect).to.equal('follow');
    const { browser, transport } = transportTo(
      () => json({}),
      () => 'secret',
    );
    await transport.get('/api/v1/x');
    await transport.send('POST', '/api/v1/x');
    expect(browser.asked.map(({ init }) => init.redirect)).to.deep.equal(['manual', 'error']);
  });

  it('R52 sends the token in a header, to its own origin whatever address is given', async () => {
    const { browser, transport } = transportTo(
      () => json([]),
      () => 'secret',
    );
    for (const address of [
      '/api/v1/x',
      'https://evil.example/api/v1/x',
      '//evil.example/api/v1/x',
      '@evil.example/api',
    ])
      await transport.get(address);
    for (const { url, headers } of browser.asked) {
      expect(new URL(url).origin).to.equal(transport.origin);
      expect(new URL(url).username).to.equal('');
      expect(headers.get('authorization')).to.equal('Bearer secret');
      expect(url).not.to.contain('secret');
    }
  });

  it('looks the token up at each request', async () => {
    let token: string | undefined = 'one';
    const { browser, transport } = transportTo(
      () => json({}),
      () => token,
    );
    await transport.get('/api/v1/x');
    token = undefined;
    await transport.get('/api/v1/x');
    expect(browser.asked.map(({ headers }) => headers.get('authorization'))).to.deep.equal(['Bearer one', null]);
  });

  it('writes objects as JSON without what is undefined, and forms as they are', async () => {
    const { browser, transport } = transportTo(() => json({}));
    const form = new FormData();
    const pairs = new URLSearchParams({ a: 'b' });
    await transport.send(
      'POST',
      '/api/v1/x',
      { status: 'hi', in_reply_to_id: undefined },
      { headers: { 'Idempotency-Key': 'k' } },
    );
    await transport.send('POST', '/api/v1/x', form);
    await transport.send('POST', '/oauth/token', pairs, { init: { cache: 'no-store' } });
    await transport.send('DELETE', '/api/v1/x');
    expect(browser.asked.map(({ body }) => body)).to.deep.equal(['{"status":"hi"}', form, pairs, null]);
    expect(first(browser).headers.get('content-type')).to.equal('application/json');
    expect(first(browser).headers.get('idempotency-key')).to.equal('k');
    expect(browser.asked.slice(1).map(({ headers }) => headers.get('content-type'))).to.deep.equal([null, null, null]);
    expect(browser.asked[2]?.init.cache).to.equal('no-store');
  });

  it('makes a path segment of any id (dialects: slashes, dots, percent)', () => {
    for (const id of ['1', '2026-11-22T10:20:15.841Z/favourite/x', '.', '..', '?a#b', '%2e%2e', 'ü']) {
      const url = new URL(`/api/v1/x/${segment(id)}/y`, 'https://a.example');
      expect(url.pathname.split('/'), id).to.have.length(6);
      expect(url.search + url.hash, id).to.equal('');
    }
  });
});

describe('Transport: requests that are shared', () => {
  it('asks once for what is asked twice at the same time', async () => {
    const { browser, transport } = transportTo(() => json([1]));
    const [a, b] = await Promise.all([transport.get('/api/v1/x', { a: 1 }), transport.get('/api/v1/x', { a: 1 })]);
    expect(a.data).to.equal(b.data);
    await transport.get('/api/v1/x', { a: 2 });
    expect(browser.asked).to.have.length(2);
    await transport.get('/api/v1/x', { a: 1 });
    expect(browser.asked).to.have.length(3);
  });

  it('shares neither writes nor what has headers of its own', async () => {
    const { browser, transport } = transportTo(() => json({}));
    await Promise.all([transport.send('POST', '/a'), transport.send('POST', '/a')]);
    const headers = { 'Accept-Language': 'de' };
    await Promise.all([transport.get('/a'), transport.get('/a', {}, { headers })]);
    expect(browser.asked).to.have.length(4);
  });

  it('ends a shared request when the last who waits has left, and not before', async () => {
    const { browser, transport } = transportTo(never);
    const [one, two] = [new AbortController(), new AbortController()];
    const a = failureOf(transport.get('/x', {}, { signal: one.signal }));
    const b = failureOf(transport.get('/x', {}, { signal: two.signal }));
    await browser.settle();
    one.abort('gone');
    expect(await a).to.equal('gone');
    expect(browser.open).to.equal(1);
    two.abort('gone too');
    expect(await b).to.equal('gone too');
    await browser.settle();
    expect(browser.running).to.equal(0);
  });

  it('who comes after all have left is not left alone by the end of theirs', async () => {
    const { browser, transport } = transportTo(never);
    const [one, two] = [new AbortController(), new AbortController()];
    const first = failureOf(transport.get('/x', {}, { signal: one.signal }));
    await browser.settle();
    one.abort('gone');
    const second = failureOf(transport.get('/x', {}, { signal: two.signal }));
    await browser.settle();
    const third = failureOf(transport.get('/x', {}, { signal: two.signal }));
    await browser.settle();
    expect(browser.asked).to.have.length(2);
    two.abort('done');
    expect(await Promise.all([first, second, third])).to.deep.equal(['gone', 'done', 'done']);
  });

  it('starts anew for who comes after all have left', async () => {
    const { browser, transport } = transportTo((asked, number) => (number === 1 ? never() : json(['new'])));
    const leave = new AbortController();
    const left = failureOf(transport.get('/x', {}, { signal: leave.signal }));
    await browser.settle();
    leave.abort('gone');
    const { data } = await transport.get('/x');
    expect(data).to.deep.equal(['new']);
    expect(await left).to.equal('gone');
    expect(browser.asked).to.have.length(2);
  });
});

describe('Transport: aborting', () => {
  it('asks nothing for a signal that is aborted already', async () => {
    const { browser, transport } = transportTo();
    const signal = AbortSignal.abort('no');
    expect(await failureOf(transport.get('/x', {}, { signal }))).to.equal('no');
    expect(await failureOf(transport.list('/x', {}, { signal }))).to.equal('no');
    expect(await failureOf(transport.send('POST', '/x', {}, { signal }))).to.equal('no');
    expect(browser.asked).to.have.length(0);
  });

  it('rejects with the reason and leaves nothing running: waiting, writing, between tries', async () => {
    const reason = new Error('enough');
    for (const [answer, method] of [
      [never, 'GET'],
      [never, 'POST'],
      [() => json({}, 503), 'GET'],
      [() => json({}, 429), 'GET'],
    ] as const) {
      const { browser, transport } = transportTo(answer);
      const stop = new AbortController();
      const { signal } = stop;
      const asked =
        method === 'GET' ? transport.get('/x', {}, { signal }) : transport.send(method, '/x', {}, { signal });
      const failure = failureOf(asked);
      await browser.settle();
      expect(browser.running).to.be.greaterThan(0);
      stop.abort(reason);
      expect(await failure).to.equal(reason);
      await browser.settle();
      expect(browser.running).to.equal(0);
    }
  });

  it('leaves no timer behind after an answer', async () => {
    const { browser, transport } = transportTo();
    await transport.get('/x');
    await browser.settle();
    expect(browser.running).to.equal(0);
  });
});
