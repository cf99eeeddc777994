import { expect } from '@open-wc/testing';
import { MastoError } from '../../src/mastodon/errors.js';
import { parseAcct, parseInstance } from '../../src/mastodon/instance-name.js';

const away = { loopback: () => false };
const local = { loopback: () => true };

/** The origin, or the failure's name. */
function understood(text: string, where = away) {
  try {
    return parseInstance(text, where);
  } catch (error) {
    expect(error).to.be.instanceOf(MastoError);
    return (error as MastoError).failure;
  }
}

const social = 'https://mastodon.social';
const bad = 'bad-instance';

const anywhere: [text: string, origin: string][] = [
  ['mastodon.social', social],
  ['Mastodon.Social', social],
  ['MASTODON.SOCIAL', social],
  ['  mastodon.social\n', social],
  ['mastodon. social', social],
  ['mastodon.social ', social],
  ['mastodon.social.', social],
  ['mastodon.social/', social],
  ['https://mastodon.social', social],
  ['https://mastodon.social/', social],
  ['HTTPS://Mastodon.Social/', social],
  ['http://mastodon.social', social],
  ['https:mastodon.social', social],
  ['https:/mastodon.social', social],
  ['https://mastodon.social/any/path?x#y', social],
  ['mastodon.social/explore', social],
  ['mastodon.social?x=1', social],
  ['mastodon.social#x', social],
  ['https://mastodon.social\\evil.example', social],
  ['@alice@mastodon.social', social],
  ['alice@mastodon.social', social],
  ['acct:alice@mastodon.social', social],
  ['ACCT:Alice@Mastodon.Social', social],
  ['acct:@alice@mastodon.social', social],
  ['@alice @mastodon.social', social],
  ['https://@alice@mastodon.social', social],
  ['https://mastodon.social/@alice', social],
  ['https://mastodon.social/@alice/109348', social],
  ['https://mastodon.social/@alice@elsewhere.example', social],
  ['mastodon.social/@alice', social],
  ['@mastodon.social', social],
  ['\u200bmastodon\u200c.social\ufeff', social],
  ['\u202amastodon.social\u202c', social],
  ['masto\u00addon.social', social],
  ['ｍａｓｔｏｄｏｎ．ｓｏｃｉａｌ', social],
  ['＠alice＠mastodon.social', social],
  ['mastodon。social', social],
  ['https://mastodon.social:443', social],
  ['mastodon.social:8443', 'https://mastodon.social:8443'],
  ['http://mastodon.social:80', social],
  ['www.mastodon.social', 'https://www.mastodon.social'],
  ['münchen.social', 'https://xn--mnchen-3ya.social'],
  ['MÜNCHEN.social', 'https://xn--mnchen-3ya.social'],
  ['xn--mnchen-3ya.social', 'https://xn--mnchen-3ya.social'],
  ['例え.jp', 'https://xn--r8jz45g.jp'],
  ['mаstodon.social', 'https://xn--mstodon-2fg.social'],
  ['a-b.c-d.example', 'https://a-b.c-d.example'],
  ['social.xn--p1ai', 'https://social.xn--p1ai'],
  ['fedi.m0.example', 'https://fedi.m0.example'],
  ['', bad],
  [' ', bad],
  ['@', bad],
  ['alice', bad],
  ['@alice', bad],
  ['mastodon', bad],
  ['my server', bad],
  ['mastodon social', bad],
  ['https://', bad],
  ['https://alice:secret@mastodon.social', bad],
  ['https://alice@mastodon.social', bad],
  ['alice:secret@mastodon.social', bad],
  ['@a@b@mastodon.social', bad],
  ['ftp://mastodon.social', bad],
  ['javascript:alert(1)', bad],
  ['javascript://mastodon.social/%0aalert(1)', bad],
  ['data:text/html,x', bad],
  ['192.168.1.1', bad],
  ['https://10.0.0.1:3000', bad],
  ['8.8.8.8', bad],
  ['0x08080808', bad],
  ['1.2.3', bad],
  ['[2001:db8::1]', bad],
  ['https://[fe80::1]/', bad],
  ['printer.local', bad],
  ['nas.home.arpa', bad],
  ['wiki.internal', bad],
  ['mastodon..social', bad],
  ['.social', bad],
  ['mastodon.social:port', bad],
  ['mastodon.social:99999', bad],
  ['mastodon.social<script>', bad],
  ['mast%6fdon.social%', bad],
  [`${'a'.repeat(64)}.${'b'.repeat(63)}.`.repeat(3) + 'social', bad],
  ['a'.repeat(100_000), bad],
];

const loopback: [text: string, onLoopback: string][] = [
  ['localhost:4000', 'http://localhost:4000'],
  ['http://localhost:4000', 'http://localhost:4000'],
  ['http://localhost:4000/@alice', 'http://localhost:4000'],
  ['https://localhost:4000', 'https://localhost:4000'],
  ['localhost', 'http://localhost'],
  ['LOCALHOST:4000', 'http://localhost:4000'],
  ['127.0.0.1:4000', 'http://127.0.0.1:4000'],
  ['[::1]:4000', 'http://[::1]:4000'],
  ['one.localhost:4000', 'http://one.localhost:4000'],
  ['@alice@localhost:4000', 'http://localhost:4000'],
];

describe('parseInstance', () => {
  for (const [text, origin] of anywhere)
    it(`R1 R3 ${JSON.stringify(text.slice(0, 60))} is ${origin}`, () => {
      expect(understood(text)).to.equal(origin);
      expect(understood(text, local)).to.equal(origin);
    });

  for (const [text, origin] of loopback)
    it(`R1 R3 ${text} is ${origin} on loopback, and insecure elsewhere`, () => {
      expect(understood(text, local)).to.equal(origin);
      expect(understood(text)).to.equal('insecure');
    });

  it('R3 never goes to a public host over http', () => {
    for (const text of ['http://mastodon.social', 'http://mastodon.social:8080', 'mastodon.social'])
      expect(understood(text, local)).to.match(/^https:/);
  });

  it('R1 takes no longer than the text is long', () => {
    const start = performance.now();
    for (const text of [' '.repeat(1900) + 'x', '@'.repeat(1900), 'a.'.repeat(950), '.@:/ '.repeat(380)])
      understood(text);
    expect(performance.now() - start).to.be.lessThan(2000); // the square of the length would take far longer
  });
});

describe('parseAcct', () => {
  const people: [text: string, username: string | undefined, host?: string][] = [
    ['alice', 'alice'],
    ['@alice', 'alice'],
    ['@Alice', 'Alice'],
    ['alice@mastodon.social', 'alice', 'mastodon.social'],
    ['@alice@mastodon.social', 'alice', 'mastodon.social'],
    [' @alice@Mastodon.Social ', 'alice', 'mastodon.social'],
    ['acct:alice@mastodon.social', 'alice', 'mastodon.social'],
    ['@alice@münchen.social', 'alice', 'xn--mnchen-3ya.social'],
    ['@alice.b-c_d@mastodon.social', 'alice.b-c_d', 'mastodon.social'],
    ['https://mastodon.social/@alice', 'alice', 'mastodon.social'],
    ['https://mastodon.social/@alice/1093', 'alice', 'mastodon.social'],
    ['https://mastodon.social/@alice?x', 'alice', 'mastodon.social'],
    ['https://mastodon.social/@alice@elsewhere.example', 'alice', 'elsewhere.example'],
    ['https://mastodon.social/@alice@elsewhere.example/with_replies', 'alice', 'elsewhere.example'],
    ['https://mastodon.social/web/@alice', 'alice', 'mastodon.social'],
    ['https://mastodon.social/users/alice', 'alice', 'mastodon.social'],
    ['mastodon.social/@alice', 'alice', 'mastodon.social'],
    ['https://mastodon.social', undefined],
    ['https://mastodon.social/explore', undefined],
    ['https://mastodon.social/@', undefined],
    ['alice/bob', undefined],
    ['al ice', undefined],
    ['-alice-', undefined],
    ['', undefined],
  ];
  for (const [text, username, host] of people)
    it(`${JSON.stringify(text)} is ${username ?? 'nobody'}${host ? ` at ${host}` : ''}`, () => {
      expect(parseAcct(text, away)).to.deep.equal(username && (host ? { username, host } : { username }));
    });

  it('has loopback hosts on loopback only', () => {
    expect(parseAcct('@alice@localhost:4000', local)).to.deep.equal({ username: 'alice', host: 'localhost:4000' });
    expect(() => parseAcct('@alice@localhost:4000', away)).to.throw(MastoError, /insecure/);
    expect(() => parseAcct('@alice@nowhere', away)).to.throw(MastoError, /bad-instance/);
  });
});
