import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { createSandbox } from '../../demo/sandbox/sandbox.js';
import { customEmojis } from '../../src/mastodon/custom-emojis.js';
import { MastoError } from '../../src/mastodon/errors.js';
import { Session } from '../../src/mastodon/session.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

let hosts = 0;

/** An instance in the place of the network, and nobody's session there. */
function harbour() {
  const origin = `https://emoji${hosts++}.example`;
  const sandbox = createSandbox({ origin });
  let asked = 0;
  globalThis.fetch = async (input, init) => {
    asked++;
    return sandbox(new Request(input, init));
  };
  const control = async (method: string, path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    await sandbox(new Request(`${origin}/__sandbox/${path}`, { method, headers, body: JSON.stringify(body) }));
  };
  return { session: Session.at(origin), control, asked: () => asked };
}

describe('a server’s own emoji', () => {
  it('R207 are asked for once, however many there are', async () => {
    const { session, control, asked } = harbour();
    await control('POST', 'emojis', { count: 6000 });
    const [first, second] = await Promise.all([customEmojis(session), customEmojis(session)]);
    assert.equal(first, second);
    assert.equal(first, await customEmojis(session));
    assert.equal(first.length, 6004);
    assert.equal(asked(), 1);
  });

  it('have a category, a picture that moves and one that does not; hidden ones are not among them', async () => {
    const { session, control } = harbour();
    await control('PUT', 'emojis', { shortcode: 'fern', visibleInPicker: false });
    const all = await customEmojis(session);
    assert.deepEqual(
      all.map(({ shortcode, category }) => `${shortcode} ${category}`.trim()),
      ['blobcat', 'teapot', 'yarn Harbour'],
    );
    const { url, staticUrl } = all[0]!;
    assert.match(url, /\/original\/blobcat\.svg$/);
    assert.match(staticUrl, /\/static\/blobcat\.svg$/);
  });

  it('R142 broken ones are left out, their neighbours stay', async () => {
    const { session, control } = harbour();
    const url = 'https://files.example/a.png';
    const body = [
      null,
      7,
      'a',
      [],
      {},
      { shortcode: 'no url' },
      { shortcode: '', url },
      { shortcode: 'two words', url },
      { shortcode: 'a'.repeat(65), url },
      { shortcode: 'script', url: 'javascript:alert(1)' },
      { shortcode: 'plain', url: 'http://files.example/a.png' },
      { shortcode: ['x'], url },
      { shortcode: '<b>', url },
      { shortcode: 'good', url, static_url: null, category: null, visible_in_picker: 'yes' },
      { shortcode: 'good', url, category: '  Two\n lines ' },
      { shortcode: '__proto__', url, category: { a: 1 } },
    ];
    await control('PUT', 'faults', [{ path: '/api/v1/custom_emojis', status: 200, body }]);
    const all = await customEmojis(session);
    assert.deepEqual(
      all.map(({ shortcode, category, staticUrl }) => [shortcode, category, staticUrl]),
      [
        ['good', 'Two lines', url],
        ['__proto__', '', url],
      ],
    );
  });

  it('after a failure they are asked for again with the next wish', async () => {
    const { session, control } = harbour();
    await control('PUT', 'faults', [{ path: '/api/v1/custom_emojis', status: 404, times: 1 }]);
    await assert.rejects(customEmojis(session), MastoError);
    assert.equal((await customEmojis(session)).length, 4);
  });

  it('what is no list is an error', async () => {
    const { session, control } = harbour();
    await control('PUT', 'faults', [{ path: '/api/v1/custom_emojis', status: 200, body: { emojis: [] } }]);
    await assert.rejects(customEmojis(session), MastoError);
  });
});
