import { expect } from '@open-wc/testing';
import { MastoError, type Failure } from '../../src/mastodon/errors.js';
import { budget } from '../../src/mastodon/rate.js';
import { Transport } from '../../src/mastodon/transport.js';
import { failureOf, html, json, never, transportTo, type FakeBrowser } from '../mastodon/fake-browser.js';

const second = 1000;
const minute = 60 * second;

/** The error of a request that must fail as one of ours; lets time pass for the tries between. */
async function errorOf(browser: FakeBrowser, promise: Promise<unknown>) {
  const failure = failureOf(promise);
  await browser.pass(2 * minute);
  const error = await failure;
  expect(error).to.be.instanceOf(MastoError);
  return error as MastoError;
}

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

describe('R125–R139 what a refusal means', () => {
  const needsUser = { error: 'This method requires an authenticated user' };
  const signedIn = () => 'token';
  const cases: [
    name: string,
    answer: () => Response,
    failure: Failure,
    options?: { method?: string; signedIn?: boolean },
  ][] = [
    ['R125 401 for an anonymous reader', () => json({ error: 'x' }, 401), 'members-only'],
    ['R125 401 without a body', () => new Response(null, { status: 401 }), 'members-only'],
    ['R134 422 that asks for a user', () => json(needsUser, 422), 'members-only', { signedIn: true }],
    ['R134 422 that asks for a user, of a write', () => json(needsUser, 422), 'members-only', { method: 'POST' }],
    ['R134 422 of an anonymous read, in any language', () => json({ error: 'このメソッド…' }, 422), 'members-only'],
    ['R134 422 without a body (snac)', () => html('', 422), 'members-only', { signedIn: true }],
    [
      'R133 422 of a write',
      () => json({ error: "Validation failed: Text can't be blank" }, 422),
      'refused',
      { method: 'POST' },
    ],
    ['R133 422 of a write without a body', () => html('', 422), 'refused', { method: 'POST', signedIn: true }],
    [
      'R126 403 in JSON',
      () => json({ error: 'Your login is currently disabled' }, 403),
      'forbidden',
      { signedIn: true },
    ],
    ['R128 403 in HTML', () => html('<h1>Sorry, you have been blocked</h1>', 403), 'blocked'],
    ['R130 404 in JSON', () => json({ error: 'Record not found' }, 404), 'not-found'],
    ['R139 404 in HTML from who has never spoken JSON', () => html('<h1>404</h1>', 404), 'not-mastodon'],
    ['R132 410', () => html('gone', 410), 'not-found'],
    ['400', () => json({ error: 'x' }, 400), 'refused'],
    ['R135 422 for Origin: null', () => json({ error: 'x' }, 422), 'refused', { method: 'POST' }],
    ['R137 500', () => json({ error: 'x' }, 500), 'server'],
    ['R136 501', () => new Response(null, { status: 501 }), 'server'],
    ['R138 503 about another server', () => json({ error: 'Remote data could not be fetched' }, 503), 'remote'],
    ['R139 502 in HTML', () => html('<html>bad gateway', 502), 'server'],
    ['R139 503 in plain words', () => new Response('Retry later', { status: 503 }), 'server'],
    ['R139 HTML with status 200', () => html('<!doctype html><title>Wi-Fi login</title>'), 'not-mastodon'],
  ];
  for (const [name, answer, failure, { method = 'GET', signedIn: known = false } = {}] of cases) {
    it(`${name} is ${failure}, and keeps the status`, async () => {
      const { browser, transport } = transportTo(answer, known ? signedIn : undefined);
      const asked = method === 'GET' ? transport.get('/x') : transport.send(method, '/x');
      const error = await errorOf(browser, asked);
      expect(error.failure).to.equal(failure);
      expect(error.facts.status).to.equal(answer().status);
      expect(error.facts.contentType).to.equal(answer().headers.get('content-type') ?? undefined);
      expect(error.message).not.to.match(/unexpected token|json|</i);
    });
  }

  it('R129 404 in HTML from who has spoken JSON is a post that is gone', async () => {
    const { browser, transport } = transportTo((asked, number) =>
      number === 1 ? json([]) : html('<h1>404</h1>', 404),
    );
    await transport.get('/a');
    expect((await errorOf(browser, transport.get('/b'))).failure).to.equal('not-found');
  });

  it('R56 keeps what the server said, on one line, without turning characters, at most 300 of them', async () => {
    for (const [body, said] of [
      [{ error: 'a\nb\u202ec' }, 'a bc'],
      [{ error: 'x'.repeat(5000) }, 'x'.repeat(300)],
      [{ error: `${'x'.repeat(299)}😀` }, `${'x'.repeat(299)}\ufffd`],
      [{ error: { message: 'deep' } }, 'deep'],
      [{ success: false, error: {} }, ''],
      [{ error_description: 'only this' }, 'only this'],
      [[], ''],
      ['text', ''],
    ] as const) {
      const { browser, transport } = transportTo(() => json(body, 400));
      expect((await errorOf(browser, transport.get('/x'))).facts.serverText).to.equal(said);
    }
  });

  it('R133 keeps the reasons by field', async () => {
    const details = { username: [{ error: 'ERR_TAKEN', description: 'taken' }] };
    const { browser, transport } = transportTo(() => json({ error: 'x', details }, 422));
    expect((await errorOf(browser, transport.send('POST', '/x'))).facts.details).to.deep.equal(details);
  });

  it('R24 R219 no error holds the token, even when the server says it back', async () => {
    const { browser, transport } = transportTo(
      () => json({ error: 'bad token s3cr3t', details: { a: ['s3cr3t'] }, s3cr3t: 1 }, 401),
      () => 's3cr3t',
    );
    const error = await errorOf(browser, transport.get('/x?access_token=s3cr3t', { token: 's3cr3t' }));
    expect(JSON.stringify([error.message, error.facts, error.stack, String(error.cause)])).not.to.contain('s3cr3t');
    expect(error.facts.serverText).to.equal('bad token …');
  });
});

describe('R132 R136 what is not asked again', () => {
  it('R132 a gone post is asked for once', async () => {
    const { browser, transport } = transportTo(() => json({ error: 'Gone' }, 410));
    const first = await errorOf(browser, transport.get('/api/v1/statuses/1'));
    const again = await errorOf(browser, transport.get('/api/v1/statuses/1'));
    expect([first.failure, again.failure]).to.deep.equal(['not-found', 'not-found']);
    expect(again.facts.status).to.equal(410);
    expect(browser.asked).to.have.length(1);
    await errorOf(browser, transport.get('/api/v1/statuses/2'));
    expect(browser.asked).to.have.length(2);
  });

  for (const status of [400, 404, 405, 410, 501]) {
    it(`R136 an optional endpoint that answers ${status} is off for the session`, async () => {
      const { browser, transport } = transportTo(() => json({ error: 'x' }, status));
      await errorOf(browser, transport.get('/api/v2/filters', {}, { optional: true }));
      const error = await errorOf(browser, transport.get('/api/v2/filters', { limit: 1 }, { optional: true }));
      expect(error.facts.status).to.equal(status);
      expect(browser.asked).to.have.length(1);
    });
  }

  it('R136 what must be there, and what fails otherwise, is asked again', async () => {
    const { browser, transport } = transportTo((asked, number) => json({ error: 'x' }, number === 1 ? 404 : 401));
    await errorOf(browser, transport.get('/a'));
    await errorOf(browser, transport.get('/a', {}, { optional: true }));
    await errorOf(browser, transport.get('/a', {}, { optional: true }));
    expect(browser.asked).to.have.length(3);
  });

  it('R136 an optional write is off for itself alone', async () => {
    const { browser, transport } = transportTo(({ method }) => (method === 'GET' ? json([]) : json({}, 405)));
    await errorOf(browser, transport.send('PATCH', '/a', {}, { optional: true }));
    await errorOf(browser, transport.send('PATCH', '/a', {}, { optional: true }));
    await transport.get('/a');
    expect(browser.asked.map(({ method }) => method)).to.deep.equal(['PATCH', 'GET']);
  });
});

describe('R137 a server in trouble', () => {
  it('R137 a read is tried again after 1 s and after 3 s', async () => {
    const times: number[] = [];
    const { browser, transport } = transportTo((asked, number) => {
      times.push(browser.now());
      return number < 3 ? json({ error: 'x' }, 503) : json(['here']);
    });
    const start = browser.now();
    const answer = transport.get('/x');
    await browser.pass(10 * second);
    expect((await answer).data).to.deep.equal(['here']);
    expect(times.map((time) => time - start)).to.deep.equal([0, second, 4 * second]);
  });

  it('R137 with a little of chance, so that clients do not march in step', async () => {
    const { browser, transport } = transportTo((asked, number) => (number < 2 ? json({}, 500) : json([])));
    browser.chance = 0.8;
    const answer = transport.get('/x');
    await browser.pass(1199);
    expect(browser.asked).to.have.length(1);
    await browser.pass(1);
    await answer;
  });

  it('R137 three tries and no more; a write is sent once', async () => {
    for (const status of [500, 502, 503, 504, 520]) {
      const read = transportTo(() => html('', status));
      expect((await errorOf(read.browser, read.transport.get('/x'))).facts.status).to.equal(status);
      expect(read.browser.asked, String(status)).to.have.length(3);
      const write = transportTo(() => html('', status));
      await errorOf(write.browser, write.transport.send('POST', '/x', {}));
      expect(write.browser.asked, String(status)).to.have.length(1);
    }
  });

  it("R138 another server's trouble is told at once", async () => {
    const { browser, transport } = transportTo(() => json({ error: 'Remote data could not be fetched' }, 503));
    await errorOf(browser, transport.get('/x'));
    expect(browser.asked).to.have.length(1);
  });
});

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
