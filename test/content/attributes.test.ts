import { expect } from '@open-wc/testing';
import { body } from '../../src/content/content.js';
import { bodyHtml, inventory, linkStart } from './helpers.js';

const never = (
  'id name style slot part exportparts popover popovertarget popovertargetaction command commandfor data-x aria-label ' +
  'aria-hidden role tabindex accesskey contenteditable ping download autofocus hidden inert nonce itemprop is draggable ' +
  'enterkeyhint inputmode spellcheck src srcset srcdoc background action formaction xlink:href xmlns color face size ' +
  'width height align bgcolor onclick onerror onload onfocus onmouseover onanimationend onbeforetoggle'
).split(' ');

describe('content/attributes', () => {
  for (const tag of ['p', 'span', 'a', 'b', 'ol', 'li', 'abbr', 'blockquote'])
    it(`R70 <${tag}> keeps none of the ${never.length} that a stranger may not set`, () => {
      const set = never.map((name) => `${name}="1"`).join(' ');
      const wrap = tag === 'li' ? ['<ol>', '</ol>'] : ['', ''];
      const out = body(`${wrap[0]}<${tag} href="https://a.example/" ${set}>x</${tag}>${wrap[1]}`);
      const kept = inventory(out).filter((entry) => entry.includes('@'));
      expect(kept).to.eql(
        tag === 'a'
          ? [
              'rel=nofollow noopener noreferrer ugc',
              'target=_blank',
              'referrerpolicy=no-referrer',
              'href=https://a.example/',
            ].map((entry) => 'a@' + entry)
          : [],
      );
    });

  it('R70 R75 a link keeps neither its own target, rel nor referrerpolicy', () => {
    expect(
      bodyHtml('<a href="https://a.example/" target="_top" rel="opener me" referrerpolicy="unsafe-url">x</a>'),
    ).to.equal(`${linkStart} href="https://a.example/">x</a>`);
  });

  for (const [given, wanted] of [
    ['<abbr title="a &lt;b&gt; &quot;c&quot;">x</abbr>', '<abbr title="a &lt;b&gt; &quot;c&quot;">x</abbr>'],
    ['<p title="a">x</p>', '<p>x</p>'],
    ['<ol start="3" reversed><li value="7">x</li></ol>', '<ol start="3" reversed=""><li value="7">x</li></ol>'],
    ['<ol start="-99999"></ol>', '<ol start="-99999"></ol>'],
    ['<ol start="100000"><li value="1e3">x</li></ol>', '<ol><li>x</li></ol>'],
    ['<ol start=" 3"></ol>', '<ol></ol>'],
    ['<ul start="3" reversed></ul>', '<ul></ul>'],
    ['<p value="1" start="1">x</p>', '<p>x</p>'],
    ['<p lang="de-AT">x</p>', '<p lang="de-AT">x</p>'],
    ['<p lang="zh-Hans-CN">x</p>', '<p lang="zh-Hans-CN">x</p>'],
    ['<p lang="d">x</p>', '<p>x</p>'],
    ['<p lang="en onclick=x">x</p>', '<p>x</p>'],
    ['<p lang="de\n">x</p>', '<p>x</p>'],
    ['<p lang="">x</p>', '<p>x</p>'],
    [
      '<p dir="rtl">x</p><p dir="auto">y</p><p dir="ltr">z</p>',
      '<p dir="rtl">x</p><p dir="auto">y</p><p dir="ltr">z</p>',
    ],
    ['<p dir="up">x</p>', '<p>x</p>'],
    ['<span translate="no">x</span>', '<span translate="no">x</span>'],
    ['<span translate="yes">x</span>', '<span>x</span>'],
    ['<p reversed>x</p>', '<p>x</p>'],
    [`<abbr title="${'a'.repeat(8_192)}"></abbr>`, `<abbr title="${'a'.repeat(8_192)}"></abbr>`],
    [`<abbr title="${'a'.repeat(8_193)}"></abbr>`, '<abbr></abbr>'],
  ] as const)
    it(`R70 ${given.slice(0, 70)} (${given.length})`, () => expect(bodyHtml(given)).to.equal(wanted));

  describe('R71 classes', () => {
    const classes = (value: string, tag = 'span') =>
      body(`<${tag} class="${value}">x</${tag}>`).firstElementChild?.getAttribute('class');

    for (const [given, wanted] of [
      ['mention', 'mention'],
      ['u-url mention', 'u-url mention'],
      ['h-card', 'h-card'],
      ['p-name dt-published e-content', 'p-name dt-published e-content'],
      ['invisible ellipsis hashtag quote-inline', 'invisible ellipsis hashtag quote-inline'],
      ['  mention\t\nhashtag  ', 'mention hashtag'],
      ['fixed inset-0 top-0 btn', null],
      ['mentions', null],
      ['xmention', null],
      ['Mention', null],
      ['mention-x', null],
      ['h-', null],
      ['h-Card', null],
      ['h-card1', null],
      ['p-4 m-2 d-flex', null],
      ['h-' + 'a'.repeat(40), 'h-' + 'a'.repeat(40)],
      ['h-' + 'a'.repeat(41), null],
      ['modal mention show', 'mention'],
      ['', null],
    ] as const)
      it(`R71 "${given.slice(0, 50)}"`, () => expect(classes(given)).to.equal(wanted));

    it('R71 on a, span and p only', () => {
      expect(classes('mention', 'p')).to.equal('mention');
      expect(classes('mention', 'a href="https://a.example/"')).to.equal('mention');
      for (const tag of ['b', 'blockquote', 'code', 'ul', 'del']) expect(classes('mention', tag), tag).to.equal(null);
    });
  });
});
