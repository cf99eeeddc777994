import { expect } from '@open-wc/testing';
import { HttpActionDispatcherHookMastodon } from 'masto/adapters/action/dispatcher-http-hook-mastodon.js';
import { PaginatorHttp } from 'masto/adapters/action/paginator-http.js';
import { MastoHttpError } from 'masto/adapters/errors/masto-http-error.js';
import { MastoTimeoutError } from 'masto/adapters/errors/masto-timeout-error.js';
import { BaseHttp } from 'masto/adapters/http/base-http.js';
import { createClient, MastoCallError, type Call, type Client } from '../../src/mastodon/client.js';
import { failureOf, html, json, never, transportTo, type Asked, type FakeBrowser } from './fake-browser.js';

/** What is not in masto's types is called like this. */
type Untyped = Record<string, (...args: unknown[]) => Promise<unknown>> & ((...args: unknown[]) => Promise<unknown>);

function clientTo(answer?: (asked: Asked, number: number) => Response | Promise<Response>) {
  const { browser, transport } = transportTo(answer, () => 'secret');
  return { browser, transport, client: createClient(transport) };
}

const sent = ({ asked }: FakeBrowser) =>
  asked.map(({ method, url, body }) => {
    const { pathname, search } = new URL(url);
    return [method, pathname + search, ...(body ? [body instanceof FormData ? [...body] : body] : [])];
  });

describe('the client', () => {
  it('speaks camelCase, the server snake_case', async () => {
    const { browser, client } = clientTo(() =>
      json({ id: '1', in_reply_to_id: '2', media_attachments: [{ preview_url: 'x' }] }),
    );
    const status = await client.v1.statuses.create({
      status: 'hi',
      inReplyToId: '2',
      poll: { options: ['a'], expiresIn: 300 },
    });
    expect(status).to.deep.equal({ id: '1', inReplyToId: '2', mediaAttachments: [{ previewUrl: 'x' }] });
    expect(sent(browser)).to.deep.equal([
      ['POST', '/api/v1/statuses', '{"status":"hi","in_reply_to_id":"2","poll":{"options":["a"],"expires_in":300}}'],
    ]);
  });

  it('has a method and a path for each verb', async () => {
    const { browser, client } = clientTo(() => json({ id: '1', url: 'x' }));
    await client.v1.accounts.verifyCredentials();
    await client.v1.accounts.lookup({ acct: 'a@b.example' });
    await client.v1.accounts.relationships.fetch({ id: ['1', '2'] });
    await client.v1.statuses.$select('1').fetch();
    await client.v1.statuses.$select('1').favourite();
    await client.v1.statuses.$select('1').update({ status: 'x' });
    await client.v1.statuses.$select('1').remove();
    await client.v1.lists.$select('3').accounts.remove({ accountIds: ['1', '2'] });
    await client.v2.search.list({ q: 'pears', resolve: true });
    expect(sent(browser)).to.deep.equal([
      ['GET', '/api/v1/accounts/verify_credentials'],
      ['GET', '/api/v1/accounts/lookup?acct=a%40b.example'],
      ['GET', '/api/v1/accounts/relationships?id%5B%5D=1&id%5B%5D=2'],
      ['GET', '/api/v1/statuses/1'],
      ['POST', '/api/v1/statuses/1/favourite'],
      ['PUT', '/api/v1/statuses/1', '{"status":"x"}'],
      ['DELETE', '/api/v1/statuses/1'],
      ['DELETE', '/api/v1/lists/3/accounts', '{"account_ids":["1","2"]}'],
      ['GET', '/api/v2/search?q=pears&resolve=true'],
    ]);
  });

  it('defect 2: a method kept in a variable stays itself', async () => {
    const { browser, client } = clientTo();
    const { list } = client.v1.timelines.home;
    await list();
    await list({ limit: 1 });
    const one = client.v1.statuses.$select('5');
    await one.favourite();
    await one.reblog();
    expect(sent(browser)).to.deep.equal([
      ['GET', '/api/v1/timelines/home'],
      ['GET', '/api/v1/timelines/home?limit=1'],
      ['POST', '/api/v1/statuses/5/favourite'],
      ['POST', '/api/v1/statuses/5/reblog'],
    ]);
  });

  it('defect 4: undefined is never sent, neither as JSON nor in a form nor in a query', async () => {
    const { browser, client } = clientTo(() => json({ url: 'x' }));
    await client.v1.statuses.create({ status: 'x', inReplyToId: undefined as unknown as string });
    await client.v1.accounts.updateCredentials({
      displayName: 'd',
      note: undefined as unknown as string,
      locked: false,
      fieldsAttributes: [{ name: 'a', value: 'b' }],
    });
    await client.v1.timelines.home.list({ limit: undefined as unknown as number, maxId: null as unknown as string });
    expect(sent(browser)).to.deep.equal([
      ['POST', '/api/v1/statuses', '{"status":"x"}'],
      [
        'PATCH',
        '/api/v1/accounts/update_credentials',
        [
          ['display_name', 'd'],
          ['locked', 'false'],
          ['fields_attributes[0][name]', 'a'],
          ['fields_attributes[0][value]', 'b'],
        ],
      ],
      ['GET', '/api/v1/timelines/home'],
    ]);
  });

  it('defect 5: ids are encoded', async () => {
    const { browser, client } = clientTo();
    for (const id of ['a?b#c', '../../oauth/revoke', '..', '2026-11-22T10:20:15.841Z/favourite/x'])
      await client.v1.statuses.$select(id).fetch();
    for (const [, path] of sent(browser)) expect(path).to.match(/^\/api\/v1\/statuses\/[^/?#]+$/);
  });

  it('R91 takes objects without a prototype, and lets no key pollute', async () => {
    const { browser, client } = clientTo(() => new Response('{"__proto__":{"x":1},"constructor":{"y":2},"a_b":3}'));
    const params = Object.assign(Object.create(null) as object, { status: 'x' });
    const answer = await client.v1.statuses.create(params);
    expect(sent(browser)[0]?.[2]).to.equal('{"status":"x"}');
    expect(Object.keys(answer)).to.deep.equal(['aB']);
    expect(Object.getPrototypeOf(answer)).to.equal(Object.prototype);
  });

  it('is no promise and no JSON of itself', () => {
    const { browser, client } = clientTo();
    for (const step of [client, client.v1, client.v1.statuses])
      expect((step as unknown as { then?: unknown }).then).to.equal(undefined);
    expect(JSON.stringify(client.v1.statuses)).to.equal(undefined);
    expect(`${typeof client.v1.statuses}`).to.equal('function');
    expect(browser.asked).to.have.length(0);
  });

  it('R24 R25 holds no token that one could read', () => {
    const { client } = clientTo();
    expect(JSON.stringify(client) + Object.keys(client).join()).not.to.contain('secret');
  });

  it('reaches what has no type', async () => {
    const { browser, client } = clientTo();
    const alpha = client.$select('v1_alpha') as { asyncRefreshes: { $select(id: string): Untyped } };
    await alpha.asyncRefreshes.$select('9').fetch!();
    await (client.v1 as unknown as Record<string, Record<string, Untyped>>).fooBar!.bazQux!.doThing!({ aB: 1 });
    await (client.v1.statuses.$select('1') as unknown as { interactionPolicy: Untyped }).interactionPolicy.update!({
      quoteApprovalPolicy: 'nobody',
    });
    expect(sent(browser)).to.deep.equal([
      ['GET', '/api/v1_alpha/async_refreshes/9'],
      ['POST', '/api/v1/foo_bar/baz_qux/do_thing', '{"a_b":1}'],
      ['PUT', '/api/v1/statuses/1/interaction_policy', '{"quote_approval_policy":"nobody"}'],
    ]);
    expect(() => (client.v1 as unknown as Untyped)()).to.throw(TypeError);
  });

  it('leaves keys alone that are data', async () => {
    const { client } = clientTo(({ url }) =>
      url.endsWith('translation_languages')
        ? json({ en: ['de'], 'zh-TW': ['en'], zh_hant: ['en'] })
        : json({
            rules: [{ translations: { zh_hant: { some_text: 'y' } } }],
            thumbnail: { versions: { '@1x': 'a' } },
            api_versions: { glitch_soc: 1 },
          }),
    );
    expect(await client.v1.instance.translationLanguages.list()).to.deep.equal({
      en: ['de'],
      'zh-TW': ['en'],
      zh_hant: ['en'],
    });
    expect(await client.v2.instance.fetch()).to.deep.equal({
      rules: [{ translations: { zh_hant: { someText: 'y' } } }],
      thumbnail: { versions: { '@1x': 'a' } },
      apiVersions: { glitch_soc: 1 },
    });
  });

  it('$raw gives headers, also where masto forgets it', async () => {
    const { client } = clientTo(() => json({ id: '1' }, 200, { 'x-ratelimit-remaining': '7' }));
    const { data, headers } = await client.v1.accounts.verifyCredentials.$raw();
    expect([data.id, headers.get('x-ratelimit-remaining')]).to.deep.equal(['1', '7']);
    expect((await client.v1.accounts.updateCredentials.$raw({ locked: true })).data.id).to.equal('1');
  });
});

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

describe('the client: errors', () => {
  it('defect 3: HTML from a proxy keeps its status', async () => {
    const { browser, client } = clientTo(() => html('<html>bad gateway', 502));
    const failure = failureOf(client.v1.statuses.create({ status: 'x' }));
    await browser.pass(1000);
    const error = await failure;
    expect(error).to.be.instanceOf(MastoHttpError);
    expect(error).to.include({ statusCode: 502, failure: 'server', name: 'MastoHttpError' });
  });

  it("is masto's error: message, description, details, what else the server said, and the budget", async () => {
    const body = {
      error: 'Validation failed',
      error_description: 'd',
      details: { user_name: [{ error: 'ERR_TAKEN', description: 'taken' }] },
      unexpected_accounts: [1],
    };
    const headers = {
      'x-ratelimit-limit': '300',
      'x-ratelimit-remaining': '2',
      'x-ratelimit-reset': '2026-11-24T15:00:00.000000Z',
    };
    const { client } = clientTo(() => json(body, 422, headers));
    const error = (await failureOf(client.v1.statuses.create({ status: 'x' }))) as MastoCallError;
    expect(error).to.be.instanceOf(MastoCallError);
    expect(error.statusCode).to.equal(422);
    expect(error.message).to.equal('Validation failed');
    expect(error.description).to.equal('d');
    expect(error.details).to.deep.equal({ userName: [{ error: 'ERR_TAKEN', description: 'taken' }] });
    expect(error.additionalProperties).to.deep.equal({ unexpectedAccounts: [1] });
    expect(error.rate).to.deep.equal({ limit: 300, remaining: 2, reset: new Date('2026-11-24T15:00:00Z') });
    expect(error.failure).to.equal('refused');
    expect(error.facts.path).to.equal('/api/v1/statuses');
  });

  it('is MastoTimeoutError after 30 s, and MastoHttpError with status 0 when nobody answers', async () => {
    const slow = clientTo(never);
    const late = failureOf(slow.client.v1.statuses.create({ status: 'x' }));
    await slow.browser.pass(30_000);
    expect(await late).to.be.instanceOf(MastoTimeoutError);
    const down = clientTo(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failureOf(down.client.v1.statuses.$select('1').fetch())).to.include({
      statusCode: 0,
      failure: 'unreachable',
    });
  });

  it('reads are tried again, writes are not', async () => {
    const { browser, client } = clientTo(({ method }, number) =>
      method === 'GET' && number > 1 ? json({ id: '1' }) : json({}, 503),
    );
    const status = client.v1.statuses.$select('1').fetch();
    await browser.pass(1000);
    expect((await status).id).to.equal('1');
    expect(await failureOf(client.v1.statuses.create({ status: 'x' }))).to.include({ statusCode: 503 });
    expect(browser.asked).to.have.length(3);
  });

  it('the reason of a signal comes as it is', async () => {
    const { client } = clientTo();
    const requestInit = { signal: AbortSignal.abort() };
    const error = await failureOf(client.v1.timelines.home.list({}, { requestInit }));
    expect(error).to.have.property('name', 'AbortError');
  });
});

describe('the client: media', () => {
  const upload = (client: Client, more = {}) =>
    client.v2.media.create({ file: new Blob(['x']), description: undefined as unknown as string, ...more });
  const names = (browser: FakeBrowser) => [...(browser.asked[0]?.body as FormData).keys()];

  it('a file that is ready comes back at once', async () => {
    const { browser, client } = clientTo(() => json({ id: '9', url: 'https://a.example/9.png' }));
    expect((await upload(client)).url).to.equal('https://a.example/9.png');
    expect(browser.asked).to.have.length(1);
    expect(names(browser)).to.deep.equal(['file']);
  });

  it('defect 6: skipPolling is not sent, and does not wait', async () => {
    const { browser, client } = clientTo(() => json({ id: '9', url: null }, 202));
    expect((await upload(client, { skipPolling: true })).id).to.equal('9');
    expect(names(browser)).to.deep.equal(['file']);
    expect(browser.asked).to.have.length(1);
  });

  it('R170 waits 1, 2, 4, 4 … s for a file that is processed; 404 is not the end', async () => {
    const times: number[] = [];
    const { browser, client } = clientTo((asked, number) => {
      times.push(browser.now());
      if (number === 2) return json({ error: 'Record not found' }, 404);
      return json({ id: '9', url: number === 5 ? 'https://a.example/9.mp4' : null }, number === 1 ? 202 : 206);
    });
    const done = upload(client);
    await browser.pass(60_000);
    expect((await done).url).to.equal('https://a.example/9.mp4');
    expect(times.map((time) => (time - (times[0] as number)) / 1000)).to.deep.equal([0, 1, 3, 7, 11]);
  });

  it('R172 a file that fails ends the wait', async () => {
    const { browser, client } = clientTo((asked, number) =>
      number === 1 ? json({ id: '9', url: null }) : json({ error: 'Error processing thumbnail' }, 422),
    );
    const failure = failureOf(upload(client));
    await browser.pass(60_000);
    expect(await failure).to.include({ statusCode: 422 });
  });

  it('R170 gives up after five minutes, and at once when aborted', async () => {
    const { browser, client } = clientTo(() => json({ id: '9', url: null }));
    const failure = failureOf(upload(client));
    await browser.pass(6 * 60_000);
    expect(await failure).to.be.instanceOf(MastoTimeoutError);
    const stop = new AbortController();
    const aborted = failureOf(upload(client.with({ signal: stop.signal })));
    await browser.settle();
    stop.abort('off');
    expect(await aborted).to.equal('off');
    await browser.settle();
    expect(browser.running).to.equal(0);
  });

  it('a file in any other call goes as a form', async () => {
    const { browser, client } = clientTo(() => json({ id: '9' }));
    await client.v1.media.$select('9').update({ thumbnail: new Blob(['x']), focus: '0,0' });
    expect(names(browser)).to.deep.equal(['thumbnail', 'focus']);
  });
});

describe('what is used of masto beside its index', () => {
  it('dispatcher-http-hook-mastodon.js: beforeDispatch knows verbs and encodings', () => {
    const hook = new HttpActionDispatcherHookMastodon(undefined as never);
    const before = (type: string, path: string) => {
      const action = hook.beforeDispatch({ type, path, data: undefined, meta: {}, raw: false });
      return [action.type, action.path, action.meta.encoding];
    };
    expect(before('favourite', '/api/v1/statuses/1')).to.deep.equal(['create', '/api/v1/statuses/1/favourite', 'json']);
    expect(before('update_credentials', '/api/v1/accounts')).to.deep.equal([
      'update',
      '/api/v1/accounts/update_credentials',
      'multipart-form',
    ]);
    expect(before('create', '/api/v2/media')).to.deep.equal(['create', '/api/v2/media', 'multipart-form']);
    expect(before('list', '/api/v1/timelines/home')).to.deep.equal(['list', '/api/v1/timelines/home', 'json']);
  });

  it('paginator-http.js: asks by path, search and meta, and follows Link', async () => {
    const requests: unknown[] = [];
    const http = {
      request: (request: unknown) => {
        requests.push(request);
        const link = requests.length === 1 ? '<https://a.example/p?x=1>; rel="next"' : '';
        return Promise.resolve({ headers: new Headers({ link }), data: [requests.length] });
      },
    };
    const paginator = new PaginatorHttp<number[]>(http as never, false, '/first', { a: 1 } as never, {
      requestInit: { cache: 'no-store' },
    });
    const pages: number[][] = [];
    for await (const page of paginator) pages.push(page);
    expect(pages).to.deep.equal([[1], [2]]);
    const meta = { method: 'GET', requestInit: { cache: 'no-store' } };
    expect(requests).to.deep.equal([
      { ...meta, path: '/first', search: { a: 1 } },
      { ...meta, path: '/p', search: 'x=1' },
    ]);
  });

  it('base-http.js: get() and its like come down to request()', async () => {
    class Http extends BaseHttp {
      override request<T>(params: unknown) {
        return Promise.resolve({ headers: new Headers(), data: params as T });
      }
    }
    expect((await new Http().get('/x', { a: 1 })).data).to.deep.equal({ method: 'GET', path: '/x', search: { a: 1 } });
    expect((await new Http().patch('/x', { a: 1 })).data).to.deep.equal({
      method: 'PATCH',
      path: '/x',
      body: { a: 1 },
    });
  });

  it('masto-http-error.js and masto-timeout-error.js: what they carry', () => {
    const cause = new Error('x');
    const error = new MastoHttpError(
      { statusCode: 5, message: 'm', description: 'd', details: {}, additionalProperties: { a: 1 } },
      { cause },
    );
    expect(error).to.be.instanceOf(Error);
    expect(error).to.deep.include({
      statusCode: 5,
      message: 'm',
      description: 'd',
      details: {},
      additionalProperties: { a: 1 },
      cause,
    });
    expect(new MastoTimeoutError('late', { cause })).to.include({ message: 'late', cause });
  });
});
