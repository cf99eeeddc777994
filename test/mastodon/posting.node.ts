import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MastoError } from '../../src/mastodon/errors.js';
import { findPosted } from '../../src/mastodon/find-posted.js';
import { readStatus } from '../../src/mastodon/reading.js';
import {
  addressees,
  bodyOf,
  isUnsure,
  languageTag,
  narrower,
  post,
  refusedField,
  type Post,
} from '../../src/mastodon/posting.js';
import { noon, twoTowns, type Status } from '../sandbox/town.js';
import { atHome } from './at-home.js';

const draft: Post = { text: 'Fog again', warning: '', visibility: 'public', language: 'en', replyTo: undefined };
const failing = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    return error as MastoError;
  }
  throw new Error('It has not failed.');
};

describe('post', () => {
  it('sends what was written, and takes the new post into the reader’s store', async () => {
    const { home, here } = await atHome();
    const parent = await here.post('ines');
    const whole: Post = {
      text: 'Nebel',
      warning: 'weather',
      visibility: 'unlisted',
      language: 'de',
      replyTo: parent.id,
    };
    const { key } = await post(home, bodyOf(whole), 'k1');
    const status = home.statuses.get(key!)!;
    assert.deepEqual(
      [status.content, status.spoilerText, status.visibility, status.language, status.inReplyToId],
      ['<p>Nebel</p>', 'weather', 'unlisted', 'de', parent.id],
    );
    assert.equal(home.accounts.get(status.account)?.username, 'noor');
  });

  it('R165 the same key twice is one post', async () => {
    const { home, here } = await atHome();
    const { key: one } = await post(home, bodyOf(draft), 'same');
    assert.equal((await post(home, bodyOf(draft), 'same')).key, one);
    assert.notEqual((await post(home, bodyOf(draft), 'other')).key, one);
    const { id } = home.me;
    assert.equal((await here.get<Status[]>(`/api/v1/accounts/${id}/statuses?limit=2`))[1]?.uri, one);
  });

  it('R166 R168 a version is known by all that is sent', () => {
    const others: Partial<Post>[] = [
      { text: 'Fog again!' },
      { warning: 'weather' },
      { visibility: 'private' },
      { language: 'de' },
      { replyTo: '1' },
    ];
    const bodies = [draft, ...others.map((other) => ({ ...draft, ...other }))].map(bodyOf);
    assert.equal(new Set(bodies).size, bodies.length);
    assert.equal(bodyOf({ ...draft }), bodies[0]);
  });

  it('R184 half a character is not sent', () => {
    assert.equal((JSON.parse(bodyOf({ ...draft, text: 'a\ud83d' })) as { status: string }).status, 'a\ufffd');
  });

  it('R179 an odd language is left out', () => {
    for (const good of ['en', 'de', 'zh-TW', 'pt-BR', 'yue', 'sr-Latn']) assert.equal(languageTag(good), good);
    for (const odd of ['', null, undefined, 'english', 'e', 'en_US', '日本語', 'en;q=1'])
      assert.equal(languageTag(odd), undefined);
    assert.equal('language' in (JSON.parse(bodyOf({ ...draft, language: undefined })) as object), false);
  });
});

describe('what becomes of a failure', () => {
  const cases: Readonly<Record<string, [fault: Record<string, unknown>, unsure: boolean]>> = {
    'a connection that breaks': [{ refuse: true }, true],
    '502 by a proxy': [{ status: 502 }, true],
    '504 by a proxy': [{ status: 504 }, true],
    'an answer that breaks off': [{ cut: 40 }, true],
    'an answer without a post': [{ wrongShape: true }, true],
    'an empty answer': [{ empty: true }, true],
    'a page in HTML': [{ html: true }, true],
    '500': [{ status: 500, body: { error: 'x' } }, false],
    '503': [{ status: 503, body: { error: 'x' } }, false],
    '422': [{ status: 422, body: { error: 'x' } }, false],
    '403': [{ status: 403, body: { error: 'x' } }, false],
    '429': [{ rateLimit: 60 }, false],
  };
  for (const [what, [fault, unsure]] of Object.entries(cases))
    it(`R165 ${what}: ${unsure ? 'nobody knows whether it was posted' : 'it was not posted'}`, async () => {
      const { home, breaks } = await atHome();
      await breaks({ method: 'POST', path: '/api/v1/statuses', ...fault });
      const error = await failing(post(home, bodyOf(draft), 'k'));
      assert.equal(isUnsure(error), unsure, error.message);
    });

  it('R165 a write is tried once', async () => {
    const { home, breaks, asked } = await atHome();
    await breaks({ method: 'POST', status: 503, body: { error: 'x' } });
    await failing(post(home, bodyOf(draft), 'k'));
    assert.deepEqual(asked(), ['POST /api/v1/statuses']);
  });

  it('R133 which field a refusal is about', () => {
    assert.equal(refusedField({ serverText: 'Validation failed: Text character limit of 500 exceeded' }), 'text');
    assert.equal(
      refusedField({ serverText: 'Validation failed: Visibility is not included in the list' }),
      'visibility',
    );
    assert.equal(refusedField({ serverText: 'Validation failed: Language is invalid' }), 'language');
    assert.equal(refusedField({ serverText: 'Ungültig', details: { spoiler_text: [{ error: 'ERR' }] } }), 'warning');
    assert.equal(refusedField({}), 'text');
  });
});

describe('findPosted', () => {
  /** The post arrives, its answer does not. */
  async function lost(sent: Post) {
    const place = await atHome();
    const body = bodyOf(sent);
    const { key } = await post(place.home, body, 'k');
    return { ...place, body, key };
  }

  it('R165 finds what has arrived, by its very text', async () => {
    const text = '  Fog @ines and https://example.org/a?b=c #fog\n\nagain <b>bold</b> ';
    const { home, body, key } = await lost({ ...draft, text, warning: 'weather', visibility: 'direct' });
    assert.equal((await findPosted(home, body, noon))?.key, key);
  });

  it('R165 finds nothing when it has not arrived', async () => {
    const { home } = await lost({ ...draft, text: 'Another' });
    assert.equal(await findPosted(home, bodyOf(draft), noon), undefined);
  });

  it('R165 the same words as another post are not it', async () => {
    const { home, here, body } = await lost(draft);
    assert.equal(await findPosted(home, bodyOf({ ...draft, visibility: 'private' }), noon), undefined);
    assert.equal(await findPosted(home, bodyOf({ ...draft, warning: 'w' }), noon), undefined);
    assert.equal(await findPosted(home, bodyOf({ ...draft, replyTo: (await here.post('ines')).id }), noon), undefined);
    // Said an hour before.
    assert.equal(await findPosted(home, body, noon + 3_600_000), undefined);
  });

  it('R165 says so when that cannot be known', async () => {
    const { home, breaks, body } = await lost(draft);
    await breaks({ refuse: true });
    assert.equal((await failing(findPosted(home, body, noon))).failure, 'unreachable');
  });
});

describe('an answer', () => {
  it('R176 is never wider than what it answers', () => {
    assert.deepEqual(
      ['public', 'unlisted', 'private', 'direct', 'local'].map((parent) => narrower('public', parent)),
      ['public', 'unlisted', 'private', 'direct', 'private'],
    );
    assert.deepEqual(
      ['public', 'unlisted', 'private', 'direct', 'list'].map((own) => narrower(own, 'unlisted')),
      ['unlisted', 'unlisted', 'private', 'direct', 'private'],
    );
  });

  it('begins with its author and whoever is mentioned, never with the reader; neighbours by their short names', async () => {
    const { home, here } = await atHome('noor');
    const [, hills] = twoTowns();
    const { id } = await here.post('ines', { status: `Hello @noor, @odd and @ines` });
    await readStatus(home, id);
    const status = home.statuses.get(home.statuses.keyOf(id)!)!;
    const author = home.accounts.get(status.account);
    assert.equal(addressees(status, author, home.me), '@ines @odd ');
    const away = { ...author!, acct: `ines@${hills.sandbox.origin.slice(8)}` };
    assert.equal(addressees(status, away, home.me), '@ines@hills.example @odd @ines ');
    assert.equal(addressees(status, home.me, home.me), '@odd @ines ');
    assert.equal(addressees(status, undefined, home.me), '@odd @ines ');
  });
});
