import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, first, part, seen } from '../helpers.js';
import { raw, shown } from './given.js';

const post = (content: string, fields: Readonly<Record<string, unknown>> = {}, style?: string) =>
  shown(raw({ content, ...fields }), style);
const style = (root: Element, selector: string) => getComputedStyle(first(root, selector));
const box = (root: Element, selector: string) => first(root, selector).getBoundingClientRect();

describe('<masto-status> the words of a post', () => {
  it('code keeps its lines and scrolls in a box of its own, by keyboard too', async () => {
    const line = 'const answer = 42; // '.repeat(12);
    const tag = await post(`<p>x</p><pre><code>${line}\n${line}</code></pre>`, {}, 'width: 320px');
    const code = first(tag, 'pre');
    expect(code.scrollWidth).to.be.greaterThan(code.clientWidth);
    expect(tag.scrollWidth).to.be.at.most(320);
    expect(code.clientHeight).to.be.lessThan(100);
    expect(code.tabIndex).to.equal(0);
    expect(style(tag, 'pre').overflowX).to.equal('auto');
    expect(style(tag, 'code').fontFamily).to.contain('monospace');
  });

  it('code runs from left to right wherever it stands', async () => {
    const tag = await post('<p dir="rtl">اكتب <code>a-&gt;b()</code> هنا</p><pre>x = [1];</pre>', { language: 'ar' });
    expect([style(tag, 'code').direction, style(tag, 'pre').direction]).to.deep.equal(['ltr', 'ltr']);
  });

  it('lists have their marks inside the post, however many digits they have', async () => {
    const tag = await post(
      '<ul><li>a</li></ul><ol start="12345"><li>b</li></ol><ol reversed><li>c</li><li>d</li></ol>',
    );
    expect([style(tag, 'ul').listStyleType, style(tag, 'ol').listStyleType]).to.deep.equal(['disc', 'decimal']);
    expect(box(tag, 'ol li').left - box(tag, '.content').left).to.be.greaterThan(50);
    expect(first<HTMLOListElement>(tag, 'ol').start).to.equal(12345);
  });

  it('a block quote has a line at its side, at the side where its words begin', async () => {
    const tag = await post('<blockquote><p>a</p><p>b</p></blockquote>');
    expect(parseFloat(style(tag, 'blockquote').borderInlineStartWidth)).to.equal(2);
    expect(parseFloat(style(tag, 'blockquote p + p').marginBlockStart)).to.be.greaterThan(0);
  });

  it('ruby stands above its word, and is not what the word is made of', async () => {
    const tag = await post('<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby></p>', { language: 'ja' });
    expect(box(tag, 'rt').bottom).to.be.at.most(box(tag, 'ruby').bottom);
    expect(parseFloat(style(tag, 'rt').fontSize)).to.be.lessThan(parseFloat(style(tag, 'p').fontSize));
    expect(part(tag, 'content').lang).to.equal('ja');
  });

  it('high and low letters, struck and underlined ones are drawn as what they are, and spread no lines', async () => {
    const plain = await post('<p>x</p>');
    const tag = await post('<p>x<sup>2</sup>y<sub>1</sub> <del>a</del> <s>b</s> <u>c</u> <b>d</b> <em>e</em></p>');
    expect(box(tag, 'p').height).to.be.closeTo(box(plain, 'p').height, 1);
    for (const name of ['del', 's']) expect(style(tag, name).textDecorationLine, name).to.equal('line-through');
    expect(style(tag, 'u').textDecorationLine).to.equal('underline');
    expect(Number(style(tag, 'b').fontWeight)).to.be.greaterThan(500);
    expect(style(tag, 'em').fontStyle).to.equal('italic');
  });

  it('an abbreviation says what it stands for; a formula is text; a heading is no heading of the page', async () => {
    const mathml =
      '<math display="block"><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math>';
    const tag = await post(`<h2>Big</h2><p><abbr title="Content warning">CW</abbr> ${mathml}</p>`);
    expect(first(tag, 'abbr').title).to.equal('Content warning');
    expect(seen(tag)).to.contain('$$x^2$$');
    expect(all(tag, '.content :is(h1, h2, h3, h4, h5, h6)')).to.have.length(0);
    expect(first(tag, '.content strong').textContent).to.equal('Big');
  });

  it('R81 each paragraph runs in its own direction', async () => {
    const tag = await post('<p>English first</p><p>ثم العربية هنا</p><p>And back.</p>', {}, 'width: 400px');
    const starts = all(tag, '.content > p').map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      const { left, right } = range.getBoundingClientRect();
      const around = line.getBoundingClientRect();
      return left - around.left < around.right - right ? 'left' : 'right';
    });
    expect(starts).to.deep.equal(['left', 'right', 'left']);
  });

  it('R80 marks piled to the sky stay in their post, and long words in its width', async () => {
    const pile = 'Z' + '\u0300\u0301\u0302\u0303\u0334'.repeat(200);
    const tag = await post(`<p>${pile.repeat(20)}</p><p>${'x'.repeat(3000)}</p>`, {}, 'width: 320px');
    expect(tag.scrollWidth).to.be.at.most(320);
    expect(style(tag, '.content').overflow).to.equal('clip');
    expect(getComputedStyle(tag).isolation).to.equal('isolate');
  });

  it('R72 R74 a link says where it leads', async () => {
    const tag = await post(
      '<p><a href="https://evil.example/x"><span class="invisible">https://evil.example/</span>bank.example</a></p>',
    );
    expect(seen(part(tag, 'content'))).to.contain('evil.example');
  });

  it('R83 a stranger’s words style nothing, and lie over nothing', async () => {
    const tag = await post(
      '<p style="position:fixed;inset:0;z-index:9" class="fixed inset-0">x</p><style>*{color:red}</style><p>y</p>',
    );
    expect(all(tag, '.content [style], .content style, .content .fixed')).to.have.length(0);
    expect(style(tag, '.content > p').position).to.equal('static');
    expect(getComputedStyle(tag).contain + getComputedStyle(tag).containerType).to.match(/inline-size/);
  });
});
