import { expect } from '@open-wc/testing';
import { findEntities } from '../../src/mastodon/count-entities.js';
import { countCharacters, fitting } from '../../src/mastodon/count.js';
import { asciiLength } from '../../src/mastodon/punycode.js';
import { groups } from './count-cases.js';
import { shared } from './shared-data.js';

const long = (length: number, char = 'o') => char.repeat(length);

describe('countCharacters', () => {
  for (const [group, rows] of Object.entries(groups))
    describe(group, () => {
      for (const [text, count, why = ''] of rows)
        it(`${count}: ${JSON.stringify(text.length > 60 ? `${text.slice(0, 50)}… (${text.length})` : text)} ${why}`, () => {
          expect(countCharacters(text)).to.equal(count);
        });
    });

  it('where the limit cuts, what is before it fits, and no more would', () => {
    for (const [text, count] of Object.values(groups).flat()) {
      expect(fitting(text, count), text).to.equal(text.length);
      if (!count) continue;
      const cut = fitting(text, count - 1);
      expect(cut, text).to.be.lessThan(text.length);
      // Cut elsewhere, half an address may count more than the whole.
      if (!/[:@]/.test(text)) expect(countCharacters(text.slice(0, cut)), text).to.be.at.most(count - 1);
    }
    expect(fitting('pear', 3, { spoiler: 'fruit' })).to.equal(0);
    expect(fitting('\n pear', 7, { spoiler: 'fruit' })).to.equal(4);
  });

  it('has cases enough of its own', () => {
    expect(Object.values(groups).flat().length).to.be.greaterThan(150);
  });

  it('the warning counts in full, beside the text', () => {
    expect(countCharacters('pear', { spoiler: 'fruit' })).to.equal(9);
    expect(countCharacters('pear', { spoiler: 'https://pear.com/long/long/path' })).to.equal(4 + 31);
    expect(countCharacters('pear', { spoiler: '@mira@pear.social' })).to.equal(4 + 17);
    expect(countCharacters('\n pear', { spoiler: ' fruit ' })).to.equal(9);
    expect(countCharacters('\u0301', { spoiler: 'e' })).to.equal(1);
  });

  it('a warning without a text becomes the text, unless the post quotes', () => {
    const spoiler = 'https://pear.com/long/long/path';
    expect(countCharacters(' ', { spoiler })).to.equal(23);
    expect(countCharacters('', { spoiler, quoting: true })).to.equal(31);
  });

  it('a server may reserve another length for a URL', () => {
    expect(countCharacters('a https://pear.com', { perUrl: 30 })).to.equal(32);
    expect(countCharacters('a https://pear.com', { perUrl: 0 })).to.equal(2);
  });

  it('R206 takes time in proportion to the text, whatever it is', () => {
    const bombs = [
      long(200_000, '漢'),
      long(100_000, '👩‍'),
      long(50_000, '('),
      `https://a.com/${long(30_000, '(a')}`,
      long(20_000, 'https://'),
      `https://${long(30_000, 'a.')}`,
      `https://a.com/?${long(60_000, '.')}`,
      `https://a.com/${long(60_000, '.')}`,
      `@a${long(30_000, '.-')}`,
      long(30_000, '@a'),
      long(15_000, 'xmpp:a@'),
      `${long(60_000, ' ')}x`,
      long(30_000, 'e\u0301'),
    ];
    for (const bomb of bombs) {
      const start = performance.now();
      countCharacters(bomb);
      expect(performance.now() - start, bomb.slice(0, 20)).to.be.lessThan(3000);
    }
  }).timeout(30_000);

  it('counts as a Mastodon 4.6.5 server does', async () => {
    interface Case {
      readonly text: string;
      readonly spoiler: string;
      readonly expected: number;
      readonly urls: readonly string[];
      readonly note: string;
    }
    const cases = (await shared<Case[]>('contract/character-count-cases.json', 177)) ?? [];
    for (const { text, spoiler, expected, urls, note } of cases) {
      expect(countCharacters(text, { spoiler }), note).to.equal(expected);
      const found = findEntities(text).filter(({ kind }) => kind === 'url');
      expect(
        found.map(({ start, end }) => text.slice(start, end)),
        note,
      ).to.deep.equal(urls);
    }
  });
});

describe('asciiLength', () => {
  it('is the length that a URL parser finds', () => {
    for (const label of [
      'pear',
      'bücher',
      'пример',
      '例え',
      'みんな',
      'münchen-ost',
      'ü',
      'éééé',
      'x'.repeat(63),
      'ÄÖ',
    ])
      expect(asciiLength(label), label).to.equal(new URL(`https://${label}.de`).hostname.length - 3);
  });

  it('is what RFC 3492 says of its samples', () => {
    expect(asciiLength('他们为什么不说中文')).to.equal('xn--ihqwcrb4cv8a8dqg056pqjye'.length);
    expect(asciiLength('Pročprostěnemluvíčesky')).to.equal('xn--Proprostnemluvesky-uyb24dma41a'.length);
    expect(asciiLength('3年b組金八先生')).to.equal('xn--3B-ww4c5e180e575a65lsy2b'.length);
  });
});
