import { expect } from '@open-wc/testing';
import { link, linkUrl, mediaUrl, pageUrl } from '../../src/base/url.js';

const long = 'https://a.example/' + 'x'.repeat(8192 - 'https://a.example/'.length);

/** R73: what is given, and what may stand in an href. */
const cases: readonly (readonly [given: unknown, wanted: string | undefined])[] = [
  ['https://a.example/x', 'https://a.example/x'],
  ['https://a.example', 'https://a.example/'],
  ['http://a.example/', 'http://a.example/'],
  ['HTTPS://A.EXAMPLE/X', 'https://a.example/X'],
  [' https://a.example/ ', 'https://a.example/'],
  ['https://a.example/a b"c<d>', 'https://a.example/a%20b%22c%3Cd%3E'],
  ['https://münchen.example/', 'https://xn--mnchen-3ya.example/'],
  ['https://a.example:443/', 'https://a.example/'],
  ['https://a.example:8443/', 'https://a.example:8443/'],
  ['https://a.example/\u202egpj.exe', 'https://a.example/%E2%80%AEgpj.exe'],
  ['https://a.example/\ud800', 'https://a.example/%EF%BF%BD'],
  ['https://a.example/?a=b&c#d', 'https://a.example/?a=b&c#d'],
  ['https://[2001:db8::1]/', 'https://[2001:db8::1]/'],
  ['https:a.example', 'https://a.example/'],
  ['https:\\\\a.example\\x', 'https://a.example/x'],
  ['ht\ntps://a.example/', 'https://a.example/'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['xmpp:a@b.example?join', 'xmpp:a@b.example?join'],
  ['gemini://a.example/', 'gemini://a.example/'],
  ['magnet:?xt=urn:btih:0', 'magnet:?xt=urn:btih:0'],
  ['matrix:u/a:b.example', 'matrix:u/a:b.example'],
  [long, long],
  [long + 'x', undefined],
  ['javascript:alert(1)', undefined],
  ['JaVaScRiPt:alert(1)', undefined],
  [' javascript:alert(1)', undefined],
  ['\u0001javascript:alert(1)', undefined],
  ['java\tscript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['java\u0000script:alert(1)', undefined],
  ['javascript://a.example/%0aalert(1)', undefined],
  ['javascript\u003aalert(1)', undefined],
  ['vbscript:msgbox(1)', undefined],
  ['data:text/html,<script>alert(1)</script>', undefined],
  ['data:image/svg+xml,<svg/>', undefined],
  ['blob:https://a.example/1', undefined],
  ['filesystem:https://a.example/x', undefined],
  ['file:///etc/passwd', undefined],
  ['about:blank', undefined],
  ['view-source:https://a.example/', undefined],
  ['ws://a.example/', undefined],
  ['ftp://a.example/', undefined],
  ['intent://a.example/#Intent;scheme=https;end', undefined],
  ['chrome://settings', undefined],
  ['tel:+1234', undefined],
  ['https://user@a.example/', undefined],
  ['https://user:pass@a.example/', undefined],
  ['https://a.example@evil.example/', undefined],
  ['mailto://u:p@a.example', undefined],
  ['/relative', undefined],
  ['//a.example/', undefined],
  ['relative', undefined],
  ['#hash', undefined],
  ['?query', undefined],
  ['', undefined],
  [' ', undefined],
  ['https://', undefined],
  ['https://a.example:99999/', undefined],
  ['https://%', undefined],
  ['&#106;avascript:alert(1)', undefined],
  ['https&colon;//a.example/', undefined],
  [null, undefined],
  [undefined, undefined],
  [42, undefined],
  [{ toString: () => 'https://a.example/' }, undefined],
  [['https://a.example/'], undefined],
];

describe('base/url', () => {
  for (const [given, wanted] of cases)
    it(`R73 ${JSON.stringify(given)?.slice(0, 70)} → ${wanted?.slice(0, 50)}`, () => {
      expect(linkUrl(given)).to.equal(wanted);
      expect(link(given)?.href).to.equal(wanted);
    });

  it('R73 pages are http and https alone', () => {
    for (const [given, wanted] of cases)
      expect(pageUrl(given)).to.equal(wanted?.startsWith('http') ? wanted : undefined);
  });

  it('R73 R147 what is loaded comes over https', () => {
    for (const [given, wanted] of cases)
      expect(mediaUrl(given)).to.equal(wanted?.startsWith('https:') ? wanted : undefined);
  });

  it('R147 or from loopback, on a page that is there itself', () => {
    expect(location.hostname).to.match(/^(?:localhost|127\.)/);
    for (const host of ['localhost:4000', '127.0.0.1:4000', 'a.localhost', '[::1]:4000'])
      expect(mediaUrl(`http://${host}/a.png`)).to.equal(`http://${host}/a.png`);
    for (const host of ['localhost.example', '127.0.0.1.example', '10.0.0.1', '[::2]'])
      expect(mediaUrl(`http://${host}/a.png`)).to.equal(undefined);
  });
});
