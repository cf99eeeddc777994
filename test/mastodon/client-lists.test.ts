import { expect } from '@open-wc/testing';
import type { Call } from '../../src/mastodon/client.js';
import { failureOf, json, never } from './fake-browser.js';
import { clientTo, sent } from './fake-client.js';

describe('the client: lists', () => {
  const paged = () =>
    clientTo(({ url }, number) => {
      const link = `<http://inside:3000/api/v1/timelines/home?max_id=${number},1>; rel="next", <http://inside:3000/api/v1/timelines/home?min_id=${number}>; rel="prev"`;
      return number > 3 ? json([]) : json([{ id: `${number}`, asked_url: url }], 200, { link });
    });

  it('defect 1: pages keep signal and headers', async () => {
    const { browser, client } = paged();
    const stop = new AbortController();
    const pages: unknown[] = [];
    const failure = await failureOf(
      (async () => {
        const list = client.v1.timelines.home.list(
          { limit: 1 },
          { requestInit: { signal: stop.signal, headers: { 'X-Foo': '1' } } },
        );
        for await (const page of list) if (pages.push(page) === 2) stop.abort('enough');
      })(),
    );
    expect(failure).to.equal('enough');
    expect(pages).to.have.length(2);
    expect(browser.asked.map(({ headers }) => headers.get('x-foo'))).to.deep.equal(['1', '1']);
  });

  it('follows links both ways, at its own origin, to the end', async () => {
    const { browser, client } = paged();
    let pages = 0;
    for await (const page of client.v1.timelines.home.list({ limit: 1 })) pages += page.length;
    expect(pages).to.equal(3);
    expect(sent(browser).map(([, path]) => path)).to.deep.equal([
      '/api/v1/timelines/home?limit=1',
      '/api/v1/timelines/home?max_id=1%2C1',
      '/api/v1/timelines/home?max_id=2%2C1',
      '/api/v1/timelines/home?max_id=3%2C1',
    ]);
    const back = paged();
    for await (const page of back.client.v1.timelines.home.list().setDirection('prev')) expect(page).to.be.an('array');
    expect(sent(back.browser)[1]?.[1]).to.equal('/api/v1/timelines/home?min_id=1');
  });

  it('R149 stops at a link to the page itself', async () => {
    const { browser, client } = clientTo(() =>
      json([1], 200, { link: '<https://a.example/api/v1/timelines/home?a=1>; rel="next"' }),
    );
    for await (const page of client.v1.timelines.home.list()) expect(page).to.have.length(1);
    expect(browser.asked).to.have.length(2);
  });

  it('a first page may be awaited, as often as one likes', async () => {
    const { client } = paged();
    const list = client.v1.timelines.home.list();
    expect((await list)[0]?.id).to.equal('1');
    expect((await list)[0]?.id).to.equal('2');
  });

  it('$raw pages have headers', async () => {
    const { client } = paged();
    for await (const { data, headers } of client.v1.timelines.home.list.$raw()) {
      expect(data).to.have.length(1);
      expect(headers.get('link')).to.contain('max_id=1');
      break;
    }
  });
});

describe('the client: options', () => {
  it('with() gives one with other options, and leaves the first alone', async () => {
    const { browser, client } = clientTo(never);
    const stop = new AbortController();
    const other = client.with({ signal: stop.signal, headers: { 'X-A': '1' } }).with({ headers: { 'X-B': '2' } });
    const failure = failureOf(other.v1.statuses.$select('1').fetch());
    void failureOf(client.v1.statuses.$select('2').fetch());
    await browser.settle();
    stop.abort('off');
    expect(await failure).to.equal('off');
    expect(browser.open).to.equal(1);
    expect([browser.asked[0]?.headers.get('x-a'), browser.asked[0]?.headers.get('x-b')]).to.deep.equal(['1', '2']);
    expect(browser.asked[1]?.headers.get('x-a')).to.equal(null);
  });

  it('a call has a signal and headers of its own besides', async () => {
    const { browser, client } = clientTo(never);
    for (const whose of ['client', 'call'] as const) {
      const [a, b] = [new AbortController(), new AbortController()];
      const call = client
        .with({ signal: a.signal })
        .v1.statuses.create(
          { status: 'x' },
          { requestInit: { signal: b.signal, headers: { 'Idempotency-Key': 'k' } } },
        );
      const failure = failureOf(call);
      await browser.settle();
      (whose === 'client' ? a : b).abort(whose);
      expect(await failure).to.equal(whose);
      expect(browser.asked.at(-1)?.headers.get('idempotency-key')).to.equal('k');
      await browser.settle();
      expect(browser.running).to.equal(0);
    }
  });

  it('beforeCall sees what may write, before it leaves, and may refuse', async () => {
    const { browser, client } = clientTo(() => json({ id: '1', url: 'x' }));
    const calls: Call[] = [];
    let allow = true;
    const gated = client.with({
      beforeCall: async (call) => {
        await browser.settle();
        calls.push(call);
        if (!allow) throw new Error('refused');
      },
    });
    await gated.v1.statuses.$select('1').fetch();
    for await (const page of gated.v1.timelines.home.list()) expect(page).to.be.an('object');
    expect(calls).to.have.length(0);
    await gated.v1.statuses.$select('1').favourite();
    await gated.v1.statuses.$select('1').remove();
    expect(calls).to.deep.equal([
      { method: 'POST', path: '/api/v1/statuses/1/favourite', params: undefined },
      { method: 'DELETE', path: '/api/v1/statuses/1', params: undefined },
    ]);
    allow = false;
    const asked = browser.asked.length;
    expect(await failureOf(gated.v1.statuses.create({ status: 'x' }))).to.have.property('message', 'refused');
    expect(browser.asked).to.have.length(asked);
  });
});
