import { expect } from '@open-wc/testing';
import type { MastoError } from '../../src/mastodon/errors.js';
import { errorOf, failureOf, json, never, transportTo } from '../mastodon/fake-browser.js';

const second = 1000;

describe('R139–R143 bodies', () => {
  const body = new TextEncoder().encode(JSON.stringify([{ id: '1', content: 'Grüße 😀', n: 12 }]));
  const type = { headers: { 'content-type': 'application/json' } };

  it('R140 an answer cut at any byte is tried once again, then told as incomplete', async () => {
    for (let length = 1; length < body.length; length++) {
      const { browser, transport } = transportTo(() => new Response(body.slice(0, length), type));
      const error = await errorOf(browser, transport.get('/x'));
      expect(error.failure, String(length)).to.equal('incomplete');
      expect(browser.asked, String(length)).to.have.length(2);
    }
  });

  it('R140 the second try may bring it, past the cache where the first lies', async () => {
    const { browser, transport } = transportTo(
      (asked, number) => new Response(number === 1 ? body.slice(0, 9) : body, type),
    );
    expect((await transport.list('/x')).data).to.have.length(1);
    expect(browser.asked.map(({ init }) => init.cache)).to.deep.equal([undefined, 'reload']);
  });

  it('R142 R146 what failed is asked for past the cache, until it comes', async () => {
    const answers = [() => Promise.reject(new TypeError('CORS')), () => json({}), () => json([1]), () => json([2])];
    const { browser, transport } = transportTo((asked, number) => answers[number - 1]!());
    expect((await errorOf(browser, transport.list('/x'))).failure).to.equal('unreachable');
    expect((await errorOf(browser, transport.list('/x'))).failure).to.equal('wrong-shape');
    await transport.list('/x');
    await transport.list('/x');
    expect(browser.asked.map(({ init }) => init.cache)).to.deep.equal([undefined, 'reload', 'reload', undefined]);
  });

  it('R140 a write whose answer is cut is not sent again', async () => {
    const { browser, transport } = transportTo(() => new Response(body.slice(0, 9), type));
    expect((await errorOf(browser, transport.send('POST', '/x'))).failure).to.equal('incomplete');
    expect(browser.asked).to.have.length(1);
  });

  it('R140 a connection that breaks within the body is no answer', async () => {
    const { browser, transport } = transportTo(
      () => new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('cut')) }), type),
    );
    expect((await errorOf(browser, transport.get('/x'))).failure).to.equal('unreachable');
  });

  it('R141 an empty body is an empty answer', async () => {
    for (const response of [
      () => new Response(null, { status: 204 }),
      () => new Response(''),
      () => new Response(' \n', type),
    ]) {
      const { transport } = transportTo(response);
      expect((await transport.get('/x')).data).to.equal(undefined);
      expect((await transport.send('DELETE', '/x')).data).to.equal(undefined);
    }
  });

  it('R143 a byte order mark is no part of it, and what is no UTF-8 becomes U+FFFD', async () => {
    const bom = transportTo(() => new Response(new Uint8Array([0xef, 0xbb, 0xbf, ...body]), type));
    expect((await bom.transport.list('/x')).data).to.have.length(1);
    const latin1 = Uint8Array.from('{"name":"Grüße"}', (char) => char.charCodeAt(0));
    const { transport } = transportTo(
      () => new Response(latin1, { headers: { 'content-type': 'application/json; charset=iso-8859-1' } }),
    );
    expect((await transport.get('/x')).data).to.deep.equal({ name: 'Gr\ufffd\ufffde' });
  });

  it('takes JSON under any content type', async () => {
    const { transport } = transportTo(() => new Response('[1]', { headers: { 'content-type': 'text/plain' } }));
    expect((await transport.list('/x')).data).to.deep.equal([1]);
  });
});

describe('R144–R148 no answer', () => {
  it('R144 a try ends after 30 s, and nothing goes on', async () => {
    for (const write of [false, true]) {
      const { browser, transport } = transportTo(never);
      const failure = failureOf(write ? transport.send('POST', '/x') : transport.get('/x'));
      await browser.pass(30 * second - 1);
      expect(browser.open).to.equal(1);
      await browser.pass(1);
      expect(((await failure) as MastoError).failure).to.equal('timeout');
      await browser.settle();
      expect(browser.running).to.equal(0);
      expect(browser.asked).to.have.length(1);
    }
  });

  it('R144 a body that drips for 30 s is no answer either', async () => {
    const { browser, transport } = transportTo(({ init }) => {
      const start = (stream: ReadableStreamDefaultController<Uint8Array>) =>
        init.signal?.addEventListener('abort', () => stream.error(init.signal?.reason));
      return new Response(new ReadableStream({ start }));
    });
    const failure = failureOf(transport.get('/x'));
    await browser.pass(30 * second);
    expect(((await failure) as MastoError).failure).to.equal('timeout');
  });

  it('R144 who asks may wait longer', async () => {
    const { browser, transport } = transportTo(never);
    const failure = failureOf(transport.send('POST', '/x', new FormData(), { timeout: 60 * second }));
    await browser.pass(59 * second);
    expect(browser.open).to.equal(1);
    await browser.pass(second);
    expect(((await failure) as MastoError).failure).to.equal('timeout');
  });

  it('R51 R145 an answer of another host is not taken, and its name is told', async () => {
    const moved = json(['stolen']);
    Object.defineProperty(moved, 'url', { value: 'https://elsewhere.example/api/v1/x' });
    const { browser, transport } = transportTo(() => moved);
    const error = await errorOf(browser, transport.get('/x'));
    expect(error.failure).to.equal('moved');
    expect(error.facts.movedTo).to.equal('elsewhere.example');
    expect(browser.asked).to.have.length(1);
  });

  it('R51 R145 a read with a token does not follow a redirect at all', async () => {
    const opaque = Response.error();
    Object.defineProperty(opaque, 'type', { value: 'opaqueredirect' });
    const { browser, transport } = transportTo(
      () => opaque,
      () => 'secret',
    );
    expect((await errorOf(browser, transport.get('/x'))).failure).to.equal('moved');
    expect(browser.asked).to.have.length(1);
  });

  it('R146 R148 R151 a failed fetch is unreachable, or offline where the browser is sure', async () => {
    const { browser, transport } = transportTo(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await errorOf(browser, transport.get('/x'))).failure).to.equal('unreachable');
    browser.isOnline = false;
    const error = await errorOf(browser, transport.send('POST', '/x'));
    expect(error.failure).to.equal('offline');
    expect(error.facts).to.include({ host: transport.host, method: 'POST', path: '/x' });
    expect(browser.asked).to.have.length(2);
  });
});
