import { expect } from '@open-wc/testing';
import { MastoCallError, MastoHttpError, MastoTimeoutError, type Client } from '../../src/mastodon/client.js';
import { failureOf, html, json, never, type FakeBrowser } from './fake-browser.js';
import { clientTo } from './fake-client.js';

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
