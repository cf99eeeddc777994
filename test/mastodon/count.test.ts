import { expect } from '@open-wc/testing';
import { findEntities } from '../../src/mastodon/count-entities.js';
import { countCharacters } from '../../src/mastodon/count.js';
import { asciiLength } from '../../src/mastodon/punycode.js';
import { shared } from './shared-data.js';

const url = 23;
const long = (length: number, char = 'o') => char.repeat(length);

/** Text, what it counts, why. The numbers follow from the server's rules by hand. */
type Row = readonly [text: string, count: number, why?: string];

const groups: Record<string, readonly Row[]> = {
  'grapheme clusters': [
    ['', 0],
    ['pear', 4],
    ['pear\npear', 9, 'a line feed is one'],
    ['pear\r\npear', 9, 'CR LF is one'],
    ['pear\n\rpear', 10, 'LF CR are two'],
    ['Größe', 5],
    ['Gro\u0308ße', 5, 'a mark belongs to its letter'],
    ['a\u0300\u0301\u0302', 1],
    ['漢字かな', 4, 'no double weight'],
    ['한글', 2],
    ['\u1112\u1161\u11ab', 1, 'jamo that make one syllable'],
    ['🍐', 1],
    ['🍐🍐🍐', 3],
    ['🧑🏿‍🌾', 1, 'skin and joiner'],
    ['👨‍👨‍👦‍👦', 1, 'a family'],
    ['🏴󠁧󠁢󠁳󠁣󠁴󠁿', 1, 'a flag of tags'],
    ['🇩🇪🇫🇷', 2, 'flags are pairs'],
    ['🇩🇪🇫', 2, 'and what is left alone'],
    ['#️⃣ 2️⃣', 3, 'keycaps'],
    ['❤️', 1, 'a variation selector'],
    ['𝕄', 1, 'beyond the BMP'],
    ['नि', 1, 'a vowel sign'],
    ['க்ஷ', 2, 'no conjunct in the rules of Unicode 15.0'],
    ['क्ष', 2, 'a conjunct is two, whatever the browser thinks'],
    ['त्र्य', 3, 'a conjunct of three is three'],
    ['ക്ഷ', 2],
    ['\u200b', 1, 'zero width, but a character'],
    [long(500), 500],
    [long(5000, '🍐'), 5000],
    [`a${long(2000, '🍐')}`, 2001, 'longer than a piece, and cut anywhere'],
    [`a${long(1000, '🇩🇪')}`, 1001],
    [`a${long(1000, 'e\u0301')}`, 1001],
    [`a${long(1000, 'क्ष')}`, 2001],
    [`e${long(3000, '\u0301')}`, 1, 'one that is longer than a piece'],
    [`${long(2000, '👩\u200d')}x`, 2],
  ],
  'white space at the ends': [
    ['  pear  ', 4],
    ['\n\tpear\r\n', 4],
    ['\u0000pear\u0000', 4],
    ['\u3000pear\u00a0', 6, 'only what Ruby strips'],
    [' \n ', 0],
    ['a  b', 4],
  ],
  'URLs count 23': [
    ['https://pear.social', url],
    ['http://p.de', url, 'shorter ones too'],
    [`https://pear.social/${long(300)}`, url],
    ['see https://pear.social now', 4 + url + 4],
    ['HTTPS://PEAR.SOCIAL/X', url],
    ['https://pear.social:8080', url],
    ['https://pear.social:8080/x?y=1#z', url, 'a hash may end a path, or stand in a query'],
    ['https://pear.social/#z', url],
    ['https://pear.social#z', url + 2, 'no path, no hash'],
    ['https://pear.social?x=1', url],
    ['https://pear.social?', url + 1, 'a question mark alone is none of it'],
    ['https://pear.social/?', url + 1],
    ['https://a.b.c.pear.co.uk/', url],
    ['https://under_score.pear.com', url],
    ['https://xn--birne-kva.de', url],
    ['https://bücher.de/größe', url],
    ['https://пример.рф', url],
    ['https://例え.みんな/道', url],
    ['https://pear.xn--p1ai', url],
    ['dat://pear.com/x', url],
    ['dweb://pear.com/x', url],
    ['ipfs://pear.com', url],
    ['ipns://pear.com', url],
    ['ssb://pear.com', url],
    ['gopher://pear.com', url],
    ['gemini://pear.com', url],
    ['a https://pear.com/1 b https://pear.com/2 c', 7 + url + url],
    ['https://pear.com/\nhttps://pear.com/', url + 1 + url],
    ['梨https://pear.com', 1 + url, 'after CJK'],
    ['🍐https://pear.com', 1 + url, 'after an emoji'],
    ['ünhttps://pear.com', 2 + 16, 'not after a letter of ASCII'],
    ['ühttps://pear.com', 1 + url, 'but after another'],
    ['_https://pear.com', 1 + url],
    ['https://https://pear.com', 8 + url],
    ['(https://pear.com)', 2 + url],
    ['"https://pear.com/a"', 2 + url],
    ['https://pear.com/a_(b)', url],
    ['(https://pear.com/a_(b))', 2 + url],
    ['https://pear.com/a_(b_(c)_d)_e', url],
    ['https://pear.com/a_(b_(c_(d)))', url + 11, 'two levels, not three'],
    ['https://pear.com/a_(b', url + 2, 'what does not close is out'],
    ['https://pear.com/a!', url + 1],
    ['https://pear.com/a,b;c.', url + 1],
    ['https://pear.com/a...', url + 3],
    ['https://pear.com/a…', url, 'no ASCII, so it may end a path'],
    ['https://pear.com/a」', url + 1],
    ['https://pear.com/梨の木', url],
    ['https://pear.com/a/?q=梨', url],
    ['https://pear.com/a/?q=1&r=.', url + 1],
    ['https://pear.com/a<b>', url + 3],
    ['https://pear.com/a\u3000b', url + 2],
    ['https://pear.com/@mira@b.social', url, 'a mention in a URL is none'],
    ['https://pear.com/x-', url],
    ['https://t.co/abc', url],
    ['https://t.co/abc/def?g', url + 6, 't.co ends with its slug'],
    [`https://t.co/${long(40)}`, url],
    [`https://t.co/${long(41)}`, 13 + 41],
    ['https://t.co/a_https://pear.com', url + 17, 'what a match has eaten does not begin another'],
    [`https://${long(63)}.com`, url],
    [`https://pear.com/${long(4096 - 17)}`, url, '4096 characters'],
    [`https://pear.com/${long(4096 - 16)}`, 4097, 'one more'],
    [`https://bücher.de/${long(4096 - 18 - 8)}`, url, '4096 in ASCII: xn--bcher-kva is 7 longer'],
    [`https://bücher.de/${long(4096 - 18)}`, 4096, 'too long in ASCII'],
  ],
  'what is no URL counts in full': [
    ['pear.social', 11],
    ['www.pear.social/x', 17],
    ['https://pear', 12],
    ['https://pear.invalid', 20],
    ['https://pear.comx', 17],
    ['https://pear.com-', 17],
    ['https://pear.com@x', 18],
    ['https://192.0.2.1/', 18],
    ['https://[2001:db8::2]/', 22],
    ['https://mira@pear.com', 21],
    ['https://-pear.com', 17],
    ['https://pear-.com', 17],
    ['https://pe_ar.com', 17],
    ['https://_a.pear.com', 19],
    ['https:// pear.com', 17],
    ['https:/pear.com', 15],
    ['ftp://pear.com', 14],
    ['mailto:mira@pear.com', 20],
    ['#https://pear.com', 17],
    ['$https://pear.com', 17],
    ['@https://pear.com', 17],
    ['1https://pear.com', 17],
    [`https://${long(64)}.com`, 8 + 64 + 4],
    [`https://${long(60, 'ü')}.de`, 8 + 60 + 3, 'over 63 in ASCII'],
    ['xmpp:mira@pear.com', 18],
    ['xmpp:mira@pear.com?x=https://pear.com/long/path', 47, 'a URL in an xmpp: link is none'],
    ['magnet:?xt=urn:btih:a&tr=https://pear.com/announce', 50],
    ['magnet: https://pear.com/announce', 8 + url],
  ],
  'of mentions only the user name': [
    ['@mira', 5],
    ['@mira@pear.social', 5],
    ['hi @mira@pear.social, hi', 3 + 5 + 4],
    ['@mira@pear.social.', 6],
    ['(@mira@pear.social)', 7],
    ['.@mira@pear.social', 6],
    ['"@mira@pear.social"', 7],
    ['梨@mira@pear.social', 18, 'not after a word, in any script'],
    ['a@mira@pear.social', 18],
    ['1@mira@pear.social', 18],
    ['_@mira@pear.social', 18],
    ['=@mira@pear.social', 18],
    ['/@mira@pear.social', 18],
    ['@mi.ra-b_c@pear.social', 10],
    ['@mira.@pear.social', 18],
    ['@MIRA@PEAR.SOCIAL', 5],
    ['@mïra@pear.social', 17, 'user names are ASCII'],
    ['@mira@bücher.example', 5],
    ['@mira@localhost', 5],
    ['@mira@localhost:3000', 5 + 5, 'a port is none of it'],
    ['@mira@pear.social@', 18],
    ['@mira@pear.social＠', 18],
    ['@mira@pear.social://x', 21],
    ['@mira@pear.socialé', 5, 'é is a word of the domain'],
    ['@mira@pear.social\u0301', 5],
    ['@mira@pear.social×', 6],
    ['@mira@pear.social/x', 7],
    ['@mira@pear.social @ben@plum.social', 5 + 1 + 4],
    ['＠mira@pear.social', 17],
    ['@@mira@pear.social', 6],
    [`@mira@${long(253)}`, 5],
    [`@mira@${long(254)}`, 6 + 254],
    ['@mira@pear.social https://pear.com #pear', 5 + 1 + url + 6],
    ['#pear@mira', 10],
    [':pear: #pear', 12, 'emoji codes and hashtags in full'],
  ],
};

describe('countCharacters', () => {
  for (const [group, rows] of Object.entries(groups))
    describe(group, () => {
      for (const [text, count, why = ''] of rows)
        it(`${count}: ${JSON.stringify(text.length > 60 ? `${text.slice(0, 50)}… (${text.length})` : text)} ${why}`, () => {
          expect(countCharacters(text)).to.equal(count);
        });
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
