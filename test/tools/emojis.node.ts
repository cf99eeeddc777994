import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { files } from '../../scripts/emojis.mjs';
import { toned, unicodeEmojis } from '../../src/elements/emoji-picker/catalogue.js';
import { findEmojis } from '../../src/elements/emoji-picker/find.js';

interface Known {
  readonly label: string;
  readonly unicode: string;
  readonly group?: number;
  readonly tags?: readonly string[];
  readonly skins?: readonly { readonly unicode: string }[];
}

const require = createRequire(import.meta.url);
const known = (language: string) =>
  (require(`emojibase-data/${language}/compact.json`) as Known[]).filter(
    ({ group }) => group !== undefined && group !== 2,
  );
const bare = (text: string) => text.replaceAll('\ufe0f', '');

describe('the emoji of Unicode', () => {
  it('are what emojibase-data says today', () => {
    for (const [path, text] of Object.entries(files())) assert.ok(readFileSync(path, 'utf8') === text, path);
  });

  for (const language of ['en', 'de'])
    it(`are all there in ${language}, each under its name, in each colour of skin that it has`, async () => {
      const groups = await unicodeEmojis(language);
      assert.equal(groups.length, 9);
      const all = groups.flat();
      const should = known(language);
      assert.deepEqual(
        all.map(({ text, name }) => `${bare(text)} ${name}`),
        should.map(({ unicode, label }) => `${bare(unicode)} ${label}`),
      );
      for (const [at, emoji] of all.entries()) {
        const skins = should[at]!.skins?.map(({ unicode }) => unicode);
        assert.equal(!!emoji.skin, !!skins, emoji.name);
        for (const tone of skins ? [1, 2, 3, 4, 5] : []) assert.ok(skins!.includes(toned(emoji, tone)), emoji.name);
        if (!skins) assert.equal(toned(emoji, 3), emoji.text);
      }
    });

  it('are found by each word that the package has for them', async () => {
    for (const language of ['en', 'de'])
      for (const { unicode, tags = [] } of known(language).filter((_emoji, at) => at % 40 === 0))
        for (const tag of tags) {
          const found = await findEmojis(tag, { custom: [], lang: language, limit: 2000 });
          assert.ok(
            found.some(({ text }) => bare(text) === bare(unicode)),
            `${unicode} by ${tag}`,
          );
        }
  });

  it('are found by name before others, without accents, in English where German knows none', async () => {
    const first = async (query: string, lang: string) =>
      (await findEmojis(query, { custom: [], lang, limit: 1 }))[0]?.text;
    assert.equal(await first('cat', 'en'), '🐈');
    assert.equal(await first('tada', 'en'), '🎉');
    assert.equal(await first('+1', 'en'), '👍');
    assert.equal(await first('thumbs_up', 'en-GB'), '👍');
    assert.equal(await first('Wal', 'de'), '🐋');
    assert.equal(await first('katze kussende', 'de'), '😽');
    assert.equal(await first('lighthouse keeper of nothing', 'de'), undefined);
    assert.equal(await first('woohoo', 'de'), '🎉');
    assert.equal(await first('cat', 'pt'), '🐈');
    assert.equal(await first('  ', 'en'), undefined);
  });

  it('the server’s own come first among equals, by any part of their code', async () => {
    const custom = ['blob_cat', 'teapot', 'ThinkingTeapot'].map((shortcode) => {
      const url = `https://files.example/${shortcode}.png`;
      return { shortcode, url, staticUrl: url, category: '' };
    });
    const names = async (query: string) =>
      (await findEmojis(query, { custom, lang: 'en', limit: 3 })).map(({ text }) => text);
    assert.equal((await names('teapot'))[0], ':teapot:');
    assert.ok((await names('blobcat')).includes(':blob_cat:'));
    assert.ok((await names('gteapot')).includes(':ThinkingTeapot:'));
    assert.deepEqual((await names('blob_c'))[0], ':blob_cat:');
  });
});
