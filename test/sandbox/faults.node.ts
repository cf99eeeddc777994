import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConnectionRefused, type Fault } from '../../demo/sandbox/sandbox.js';
import { noon, town, type Town } from './town.js';

const public_ = '/api/v1/timelines/public';
const origin = { headers: { Origin: 'https://blog.example.org' } };

const broken = (...faults: Fault[]) => town({ faults });

/** The bytes that come, and why no more came. */
async function raw(place: Town, path: string): Promise<{ text: string; error?: unknown }> {
  const response = await place.sandbox(new Request(new URL(path, place.sandbox.origin)));
  let text = '';
  try {
    for await (const bytes of response.body!) text += new TextDecoder().decode(bytes);
    return { text };
  } catch (error) {
    return { text, error };
  }
}

describe('faults', () => {
  it('meet the requests they name, so often, and no others', async () => {
    const place = broken({ method: 'GET', path: '/api/v1/timelines/*', times: 2, status: 503 });
    const status = async (path: string, method = 'GET') => (await place.ask(path, { method })).status;
    assert.equal(await status('/api/v2/instance'), 200);
    assert.equal(await status(public_, 'HEAD'), 200);
    assert.equal(await status(public_), 503);
    assert.equal(await status('/api/v1/timelines/tag/fog'), 503);
    assert.equal(await status(public_), 200);
  });

  it('tell queries apart where they are named', async () => {
    const place = broken({ path: `${public_}?*max_id=*`, status: 500 });
    assert.equal((await place.ask(public_)).status, 200);
    assert.equal((await place.ask(`${public_}?limit=1&max_id=1`)).status, 500);
  });

  it('answer with a status and a body of any kind', async () => {
    const json = await broken({ status: 418, body: { error: 'Teapot' } }).ask(public_, origin);
    assert.deepEqual([json.status, json.body], [418, { error: 'Teapot' }]);
    assert.equal(json.headers.get('Access-Control-Allow-Origin'), '*');
    const text = await broken({ status: 200, body: 'hello', type: 'text/plain' }).ask(public_);
    assert.deepEqual([text.body, text.headers.get('Content-Type')], ['hello', 'text/plain']);
    const proxy = await broken({ status: 502 }).ask(public_);
    assert.match(String(proxy.body), /^<!DOCTYPE html>/);
  });

  it('take a request slowly, and have all of it in the end', async () => {
    const place = broken({ method: 'POST', slow: 2000 });
    const token = await place.token('noor');
    const before = performance.now();
    const { status } = await place.ask('/api/v1/statuses', { token, json: { status: 'x'.repeat(200) } });
    assert.equal(status, 200);
    assert.ok(performance.now() - before > 90, 'so many bytes need their time');
  });

  it('put HTML where JSON was expected, or nothing, or another form', async () => {
    const html = await broken({ html: true }).ask(public_);
    assert.deepEqual([html.status, html.headers.get('Content-Type')], [200, 'text/html; charset=utf-8']);
    const empty = await broken({ empty: true }).ask(public_);
    assert.deepEqual([empty.status, empty.body], [200, '']);
    assert.deepEqual((await broken({ path: public_, wrongShape: true }).ask(public_)).body, {});
    assert.deepEqual((await broken({ wrongShape: true }).ask('/api/v2/instance')).body, []);
  });

  it('cut the body, as if it were whole or with the connection', async () => {
    const whole = await raw(broken({ cut: 100 }), public_);
    assert.deepEqual([whole.text.length, whole.error], [100, undefined]);
    assert.throws(() => JSON.parse(whole.text) as unknown);
    const half = await raw(broken({ cut: 100, broken: true }), public_);
    assert.ok(half.error instanceof TypeError);
  });

  it('lose what lets other origins read, preflights included', async () => {
    const place = broken({ cors: false });
    const { status, headers } = await place.ask(public_, origin);
    assert.deepEqual(
      [status, headers.get('Access-Control-Allow-Origin'), headers.get('Access-Control-Expose-Headers')],
      [200, null, null],
    );
    const before = await place.ask(public_, {
      method: 'OPTIONS',
      headers: { ...origin.headers, 'Access-Control-Request-Method': 'GET' },
    });
    assert.equal(before.headers.get('Access-Control-Allow-Origin'), null);
  });

  it('refuse the connection', async () => {
    const place = broken({ refuse: true });
    await assert.rejects(
      place.ask(public_),
      (error) => error instanceof ConnectionRefused && error instanceof TypeError,
    );
    assert.equal(place.instance.log.at(-1)!.status, 0);
  });

  it('send elsewhere', async () => {
    const { status, headers } = await broken({ redirect: 'https://other.example/x' }).ask(public_);
    assert.deepEqual([status, headers.get('Location')], [301, 'https://other.example/x']);
  });

  it('say that there were too many, with a time of their own', async () => {
    const { status, headers, body } = await broken({ rateLimit: 40 }).ask(public_);
    assert.deepEqual([status, body], [429, { error: 'Too many requests' }]);
    assert.equal(headers.get('X-RateLimit-Reset'), new Date(noon + 40_000).toISOString().replace('Z', '000Z'));
    assert.equal(headers.get('X-RateLimit-Remaining'), '0');
  });

  it('take their time, and give up when the asker does', async () => {
    const place = broken({ delay: 60 });
    const start = performance.now();
    assert.equal((await place.ask(public_)).status, 200);
    assert.ok(performance.now() - start >= 55);
    const stop = new AbortController();
    const asked = place.sandbox(new Request(`https://harbour.example${public_}`, { signal: stop.signal }));
    stop.abort(new Error('enough'));
    await assert.rejects(asked, /enough/);
  });

  it('set and take away single headers', async () => {
    const { headers } = await broken({ headers: { Link: '', 'Content-Type': 'text/html' } }).ask(`${public_}?limit=1`);
    assert.deepEqual([headers.get('Link'), headers.get('Content-Type')], [null, 'text/html']);
  });

  it('do not stand between instances, nor before the control path', async () => {
    const place = broken({ status: 500 });
    assert.ok((await place.token('noor')).length > 10);
  });
});
