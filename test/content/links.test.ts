import { expect } from '@open-wc/testing';
import { body } from '../../src/content/content.js';

const evil = 'https://evil.example/';
/** What a reader sees of a link: without what `.invisible` hides. */
function seen(given: string): string {
  const out = body(given);
  for (const hidden of out.querySelectorAll('.invisible')) hidden.remove();
  return out.textContent ?? '';
}
const link = (text: string, href = evil) => `<a href="${href}">${text}</a>`;
const hidden = (text: string) => `<span class="invisible">${text}</span>`;

describe('content/links', () => {
  describe('R72 what is hidden may not disguise the host', () => {
    for (const [name, text, href] of [
      ['the rest of the host', `bank.example${hidden('.evil.example')}`, 'https://bank.example.evil.example/'],
      ['user info before the host', `${hidden('https://')}bank.example${hidden('@evil.example')}`, evil],
      ['the whole host', `${hidden('https://evil.example/')}bank.example`, evil],
      ['all but a word', `${hidden(evil)}your bank`, evil],
      ['everything', hidden('https://bank.example/'), evil],
      [
        'a host that was cut off',
        `${hidden('https://')}login.bank.example.session${hidden('.evil.example')}`,
        'https://login.bank.example.session.evil.example/',
      ],
      ['nested', `<b>bank.example${hidden('<i>.evil.example</i>')}</b>`, 'https://bank.example.evil.example/'],
      ['the real host in a path', `${hidden('https://')}bank.example/evil.example`, evil],
      ['two words', `${hidden('x')}evil.example bank.example`, evil],
    ] as const)
      it(`R72 ${name}`, () => expect(seen(link(text, href))).to.equal(href));

    for (const [name, text, href] of [
      [
        'Mastodon: scheme and rest',
        `${hidden('https://')}<span class="ellipsis">a.example/a/long/path</span>${hidden('/more')}`,
        'https://a.example/a/long/path/more',
      ],
      ['Mastodon: www', `${hidden('https://www.')}<span>a.example</span>${hidden('')}`, 'https://www.a.example'],
      [
        'a host in letters of its own',
        `${hidden('https://')}<span>münchen.example/x</span>${hidden('y')}`,
        'https://xn--mnchen-3ya.example/xy',
      ],
      ['a port', `${hidden('https://')}<span>a.example:8443/x</span>${hidden('y')}`, 'https://a.example:8443/xy'],
      ['a query', `${hidden('https://')}<span>a.example?x=1</span>${hidden('2')}`, 'https://a.example/?x=12'],
      ['capital letters', `${hidden('https://')}<span>A.Example/x</span>${hidden('y')}`, 'https://a.example/xy'],
      [
        'a chat room',
        `${hidden('xmpp:')}<span>room@muc.example</span>${hidden('?join')}`,
        'xmpp:room@muc.example?join',
      ],
    ] as const)
      it(`R72 leaves alone: ${name}`, () => {
        const before = new DOMParser().parseFromString(text, 'text/html').body.textContent;
        expect(body(link(text, href)).textContent).to.equal(before);
      });
  });

  describe('R74 the real host stands beside a text that names another', () => {
    for (const text of [
      'bank.example',
      'https://bank.example/login',
      'http://bank.example',
      'www.bank.example',
      '→ bank.example',
      'go to bank.example now',
      'bank.example/evil.example',
      'evil.example.bank.example',
      'bank.example:443',
      'https://evil.example@bank.example/',
      'evil.example bank.example',
      'evil.example/ bank.example',
      'bank\u200b.example',
      'bank.\u00adexample',
      'ｂａｎｋ．ｅｘａｍｐｌｅ',
      'bank․example',
      'bank\u202e.example',
      'BANK.EXAMPLE',
      '192.168.10.20',
      'me@bank.example',
      'bánk.example',
      '<b>bank</b>.exa<i>mple</i>',
      'bank.example<br>',
    ])
      it(`R74 ${text}`, () => expect(seen(link(text))).to.match(/ \(evil\.example\)$/));

    it('R74 with its port', () =>
      expect(seen(link('bank.example', 'https://evil.example:8443/'))).to.match(/ \(evil\.example:8443\)$/));
    it('R74 as a name of its own letters is really spelt', () =>
      expect(seen(link('bank.example', 'https://bаnk.example/'))).to.equal('bank.example (xn--bnk-6cd.example)'));
    it('R74 once: what says so already is left alone', () => {
      expect(seen(link('bank.example (evil.example)'))).to.equal('bank.example (evil.example)');
      expect(seen(link('bank.example (evil.example) x'))).to.equal('bank.example (evil.example) x (evil.example)');
    });

    for (const [text, href] of [
      ['evil.example', evil],
      ['https://evil.example/a.b/c', 'https://evil.example/a.b/c'],
      ['www.evil.example', evil],
      ['evil.example', 'https://www.evil.example/'],
      ['Evil.Example/x', evil],
      ['archive.example/2020/https://bank.example/', 'https://archive.example/2020/https://bank.example/'],
      ['a word', evil],
      ['@someone', evil],
      ['@someone@bank.example', evil],
      ['#tag', evil],
      ['version 1.2', evil],
      ['3.14', evil],
      ['etc. and so on', evil],
      ['a.m.', evil],
      ['me@mail.example', 'mailto:me@mail.example'],
      ['you@chat.example', 'xmpp:you@chat.example'],
    ] as const)
      it(`R74 nothing beside ${text} → ${href}`, () => expect(seen(link(text, href))).to.equal(text));

    it('R74 where an address has no host, what it has', () => {
      expect(seen(link('me@bank.example', 'mailto:you@evil.example'))).to.equal('me@bank.example (you@evil.example)');
      expect(seen(link('bank.example', 'magnet:?xt=urn:btih:1'))).to.equal('bank.example (magnet:)');
    });
  });

  it('R75 R107 every link, wherever it stands', () => {
    const out = body(`${link('a')}<ul><li>${link('b')}</li></ul><blockquote><b>${link('c')}</b></blockquote>`);
    const links = [...out.querySelectorAll('a')];
    expect(links.length).to.equal(3);
    for (const { rel, target, referrerPolicy } of links)
      expect([rel, target, referrerPolicy]).to.eql(['nofollow noopener noreferrer ugc', '_blank', 'no-referrer']);
  });

  it('R73 a link to nowhere is its text', () => {
    for (const href of [
      '',
      '/x',
      '#x',
      '//evil.example/',
      'javascript:alert(1)',
      'x',
      'https://',
      'https://u:p@evil.example/',
    ]) {
      const out = body(`a<a class="mention" href="${href}">b<i>c</i></a>`);
      expect(out.querySelector('a'), href).to.equal(null);
      expect(out.textContent).to.equal('abc');
    }
    expect(body('<a>b</a>').querySelector('a')).to.equal(null);
  });
});
