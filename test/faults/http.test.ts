import { expect } from '@open-wc/testing';
import type { Failure } from '../../src/mastodon/errors.js';
import { errorOf, html, json, transportTo } from '../mastodon/fake-browser.js';

const second = 1000;

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
    ['R126 403 in JSON', () => json({ error: 'This action is not allowed' }, 403), 'forbidden', { signedIn: true }],
    [
      'R50 403 of a frozen or suspended account',
      () => json({ error: 'Your login is currently disabled' }, 403),
      'login-disabled',
      { signedIn: true },
    ],
    [
      'R50 403 of an account that waits',
      () => json({ error: 'Your login is currently pending approval' }, 403),
      'login-pending',
      { signedIn: true },
    ],
    [
      'R50 403 of an address that is not confirmed',
      () => json({ error: 'Your login is missing a confirmed e-mail address' }, 403),
      'login-unconfirmed',
      { signedIn: true },
    ],
    [
      'R127 403 for want of a scope',
      () => json({ error: 'This action is outside the authorized scopes' }, 403),
      'out-of-scope',
      { signedIn: true },
    ],
    [
      '403 with such words for nobody',
      () => json({ error: 'This action is outside the authorized scopes' }, 403),
      'forbidden',
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
