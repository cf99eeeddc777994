import { expect } from '@open-wc/testing';
import type { MastoError } from '../../src/mastodon/errors.js';
import { budget } from '../../src/mastodon/rate.js';
import { Transport } from '../../src/mastodon/transport.js';
import { errorOf, failureOf, json, transportTo, type FakeBrowser } from '../mastodon/fake-browser.js';

const second = 1000;
const minute = 60 * second;
const tooMany = (reset?: string) =>
  json({ error: 'Too many requests' }, 429, reset ? { 'x-ratelimit-reset': reset } : {});
const inMs = (browser: FakeBrowser, ms: number) => new Date(browser.now() + ms).toISOString().replace('Z', '000Z');

describe('R123 the rate limit', () => {
  it('R123 a refusal pauses all reads of the host until the reset, then each goes within 10 s', async () => {
    const { browser, transport } = transportTo((asked, number) => (number === 1 ? tooMany(reset) : json([number])));
    const reset = inMs(browser, 20 * second);
    browser.chance = 0.5;
    const first = transport.list('/api/v1/timelines/home');
    await browser.settle();
    const second1 = transport.list('/api/v1/timelines/public');
    const other = new Transport(transport.origin, { browser });
    const third = other.list('/api/v1/trends/statuses');
    await browser.pass(20 * second);
    expect(browser.asked).to.have.length(1);
    await browser.pass(10 * second);
    expect(browser.asked).to.have.length(4);
    expect((await first).data).to.have.length(1);
    expect((await second1).data).to.have.length(1);
    expect((await third).data).to.have.length(1);
    expect(browser.running).to.equal(0);
  });

  it('R123 tells whoever wants to count down, until when', async () => {
    const { browser, transport } = transportTo((asked, number) =>
      number === 1 ? tooMany(inMs(browser, 20 * second)) : json([]),
    );
    const told: number[] = [];
    const patience = budget(transport.host);
    expect(patience.pausedUntil).to.equal(0);
    patience.addEventListener('change', () => told.push(patience.pausedUntil - browser.now()));
    const answer = transport.get('/x');
    await browser.settle();
    expect(told).to.deep.equal([20 * second]);
    await browser.pass(30 * second);
    await answer;
  });

  it('R123 spreads the reads that wake at the same moment', async () => {
    const { browser, transport } = transportTo((asked, number) =>
      number === 1 ? tooMany(inMs(browser, 20 * second)) : json([]),
    );
    const start = browser.now();
    browser.chance = 0.99;
    const answer = transport.get('/x');
    await browser.pass(29 * second);
    expect(browser.asked).to.have.length(1);
    await browser.pass(second);
    await answer;
    expect(browser.now() - start).to.equal(30 * second);
  });

  for (const [what, reset, wait] of [
    ['no header', undefined, minute],
    ['garbage', 'soon', minute],
    ['an empty header', '', minute],
    ['a reset in the past', '2020-01-01T00:00:00.000000Z', minute],
    ['a reset in ten years', '2036-01-01T00:00:00.000000Z', 15 * minute],
  ] as const) {
    it(`R123 ${what} means ${wait / minute} min`, async () => {
      const { browser, transport } = transportTo((asked, number) => (number === 1 ? tooMany(reset) : json([])));
      const answer = transport.get('/x');
      await browser.pass(wait - 1);
      expect(browser.asked).to.have.length(1);
      await browser.pass(1);
      await answer;
      expect(browser.asked).to.have.length(2);
    });
  }

  it('R123 doubles the minute each time in a row, to 15 min at most, and starts again after an answer', async () => {
    let refusing = true;
    const { browser, transport } = transportTo(() => (refusing ? tooMany() : json([])));
    const failure = failureOf(transport.get('/x'));
    const waits: number[] = [];
    const patience = budget(transport.host);
    patience.addEventListener('change', () => waits.push((patience.pausedUntil - browser.now()) / minute));
    await browser.pass(60 * minute);
    expect(waits).to.deep.equal([1, 2, 4, 8, 15]);
    expect(((await failure) as MastoError).failure).to.equal('rate-limited');
    refusing = false;
    await transport.get('/x');
    refusing = true;
    const again = failureOf(transport.get('/x'));
    await browser.settle();
    expect(waits.at(-1)).to.equal(1);
    refusing = false;
    await browser.pass(minute);
    expect(await again).to.equal(undefined);
  });

  it('R123 counts refusals of requests that left together as one', async () => {
    const { browser, transport } = transportTo((asked, number) => (number <= 3 ? tooMany() : json([])));
    const all = Promise.all(['/a', '/b', '/c'].map((path) => transport.get(path)));
    await browser.pass(minute);
    await all;
    expect(browser.asked).to.have.length(6);
  });

  it('R123 a write does not leave during a pause, and is told when it may', async () => {
    const { browser, transport } = transportTo((asked, number) =>
      number === 1 ? tooMany(inMs(browser, 20 * second)) : json([]),
    );
    const read = transport.get('/x');
    await browser.settle();
    const error = await errorOf(browser, transport.send('POST', '/api/v1/statuses', { status: 'x' }));
    expect(error.failure).to.equal('rate-limited');
    expect(error.facts.retryAt).to.equal(budget(transport.host).pausedUntil);
    await read;
    expect(browser.asked.map(({ method }) => method)).to.deep.equal(['GET', 'GET']);
  });

  it('R123 R174 a write that is refused is not tried again, and reads go on', async () => {
    const { browser, transport } = transportTo(({ method }) =>
      method === 'GET' ? json([]) : tooMany(inMs(browser, minute)),
    );
    const error = await errorOf(browser, transport.send('POST', '/api/v2/media', new FormData()));
    expect(error.failure).to.equal('rate-limited');
    expect(error.facts.status).to.equal(429);
    expect(error.facts.serverText).to.equal('Too many requests');
    await transport.get('/x');
    expect(browser.asked).to.have.length(2);
  });

  it('R123 other hosts are not paused', async () => {
    const refused = transportTo((asked, number) => (number === 1 ? tooMany() : json([])));
    const waiting = refused.transport.get('/x');
    await refused.browser.settle();
    const other = transportTo();
    await other.transport.get('/x');
    expect(other.browser.asked).to.have.length(1);
    await refused.browser.pass(minute);
    await waiting;
  });
});
