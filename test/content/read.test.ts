import { expect } from '@open-wc/testing';
import { body } from '../../src/content/content.js';
import { bodyHtml, inventory, strangers } from './helpers.js';

const inline = 'span abbr del s code b strong u sub sup i em'.split(' ');
const blocks = 'p pre blockquote'.split(' ');
const dropped = (
  'script style template iframe object embed noscript noembed noframes xmp plaintext title textarea select svg math ' +
  'frameset frame head link meta base slot video audio canvas'
).split(' ');
const unwrapped =
  'big small font mark ins q cite kbd samp var tt bdi bdo time data center marquee blink nobr dialog form button label fieldset menu map details summary custom-thing x';

describe('content/read', () => {
  it('R64 gives a fragment of new nodes that belong to this document', () => {
    const fragment = body('<p>a <b>b</b></p>');
    expect(fragment).to.be.instanceOf(DocumentFragment);
    expect([...fragment.querySelectorAll('*')].map((node) => node.ownerDocument === document)).to.eql([true, true]);
  });

  it('R64 parses every body afresh: a second one leaves the first as it was', () => {
    const first = body('<p>one</p>');
    body('<p>two</p>');
    expect(first.textContent).to.equal('one');
  });

  describe('R67 elements that stay', () => {
    for (const tag of [...inline, ...blocks])
      it(`R67 <${tag}>`, () => expect(bodyHtml(`<${tag}>x</${tag}>`)).to.equal(`<${tag}>x</${tag}>`));

    for (const [name, given] of Object.entries({
      lists: '<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>',
      ruby: '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
      'line breaks': 'a<br>b',
    }))
      it(`R67 ${name}`, () => expect(bodyHtml(given)).to.equal(given));

    it('R67 links', () => {
      expect(inventory(body('<a href="https://a.example/">x</a>'))).to.include.members([
        'a',
        'a@href=https://a.example/',
      ]);
    });

    for (const level of [1, 2, 3, 4, 5, 6])
      it(`R67 <h${level}> becomes a paragraph in bold, out of the page's outline`, () => {
        expect(bodyHtml(`<h${level}>T <i>i</i></h${level}>`)).to.equal('<p><strong>T <i>i</i></strong></p>');
      });
  });

  describe('R68 elements that go', () => {
    for (const tag of dropped)
      it(`R68 <${tag}> goes with its content`, () => {
        const out = body(`<p>before</p><${tag} src=x href=x>inside</${tag}>`);
        expect(strangers(out)).to.eql([]);
        // Void or ignored by parsers: what follows their tag is not inside them.
        const holdsNothing = ['embed', 'frameset', 'frame', 'head', 'link', 'meta', 'base'].includes(tag);
        expect(out.textContent?.includes('inside')).to.equal(holdsNothing);
        expect(out.textContent).to.contain('before');
      });

    for (const tag of unwrapped.split(' '))
      it(`R68 <${tag}> leaves its content`, () => {
        expect(bodyHtml(`a<${tag} id=x onclick=y>b<i>c</i></${tag}>d`).replace(/\n/g, '')).to.equal('ab<i>c</i>d');
      });

    it('R68 words of unwrapped blocks do not run together', () => {
      const text = (given: string) => body(given).textContent?.trim().split(/\s+/);
      expect(text('a<div>b</div><div>c</div>d')).to.eql(['a', 'b', 'c', 'd']);
      expect(text('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>')).to.eql(['a', 'b', 'c']);
      expect(text('<dl><dt>a</dt><dd>b</dd></dl>')).to.eql(['a', 'b']);
      expect(text('<li>a</li><li>b</li>')).to.eql(['a', 'b']);
      expect(bodyHtml('<div><p>a</p></div>')).to.equal('<p>a</p>\n');
      expect(bodyHtml('x<font>y</font>z')).to.equal('xyz');
    });

    it('R68 a formula is its TeX', () => {
      const math = (display: string, encoding: string) =>
        `<math${display}><semantics><mi>x</mi><annotation encoding="${encoding}">x &lt; \\alpha</annotation></semantics></math>`;
      expect(bodyHtml(`a ${math('', 'application/x-tex')} b`)).to.equal('a $x &lt; \\alpha$ b');
      expect(bodyHtml(math(' display="block"', 'application/x-tex'))).to.equal('$$x &lt; \\alpha$$');
      expect(bodyHtml(`a${math('', 'text/html')}b`)).to.equal('ab');
    });
  });

  it('R69 only HTML: nothing of SVG or MathML, their foreign HTML included', () => {
    expect(bodyHtml('a<svg><a href="https://a.example/">l</a><foreignObject><p>p</p></foreignObject></svg>b')).to.equal(
      'ab',
    );
    expect(bodyHtml('a<math><mtext><p>p</p></mtext></math>b')).to.equal('ab');
  });

  it('R69 no comments, processing instructions, CDATA', () => {
    expect(bodyHtml('a<!-- b -->c<?php d ?>e<![CDATA[f]]>g<!doctype html>h')).to.equal('acegh');
  });

  it('R69 never makes a custom element, by name or by is', () => {
    let made = 0;
    class Trap extends HTMLElement {
      constructor() {
        super();
        made++;
      }
    }
    class TrapParagraph extends HTMLParagraphElement {
      constructor() {
        super();
        made++;
      }
    }
    customElements.define('content-trap', Trap);
    customElements.define('content-trap-p', TrapParagraph, { extends: 'p' });
    const out = body('<content-trap>a</content-trap><p is="content-trap-p">b</p>');
    document.body.append(out);
    expect(document.body.lastElementChild?.textContent).to.equal('b');
    document.body.lastElementChild?.remove();
    expect(made).to.equal(0);
  });

  it('R79 deeper than 64 is shown as words', () => {
    const nest = (depth: number) => '<i>'.repeat(depth) + 'x' + '</i>'.repeat(depth);
    expect(body(nest(64)).querySelectorAll('i').length).to.equal(64);
    expect(bodyHtml(nest(65)).replace(/\s/g, '')).to.equal('x…');
  });

  describe('R94 what a parser would not leave standing is not built', () => {
    for (const [name, given, wanted] of [
      ['p in p', '<p>a<button><p>b</p></button></p>', '<p>a\nb\n</p>'],
      ['list in p', '<p><marquee><ul><li>x</li></ul></marquee></p>', '<p>x\n</p>'],
      ['block in heading', '<h1><p>a</p></h1>', '<p><strong>a\n</strong></p>'],
      ['li without list', '<span><li>x</li></span>', '<span>x\n</span>'],
      ['rt without ruby', '<span><rt>x</rt></span>', '<span>x</span>'],
      ['pre that starts with line breaks', '<pre>\n\n\nx\n</pre>', '<pre>x\n</pre>'],
    ] as const)
      it(`R94 ${name}`, () => expect(bodyHtml(given)).to.equal(wanted));

    it('R94 a in a', () => {
      const out = body('<a href="https://a.example/">1<marquee><a href="https://b.example/">2</a></marquee></a>');
      expect(out.querySelectorAll('a a').length).to.equal(0);
      expect(out.textContent).to.equal('12');
    });
  });
});
