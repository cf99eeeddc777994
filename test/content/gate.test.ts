import { expect } from '@open-wc/testing';
import { body, textOf } from '../../src/content/content.js';
import { pause } from '../helpers.js';

const many = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => write(i)).join('');

/** What keeps a parser, or a careless scan, busy. All of these hold a page for 50 ms to minutes where nothing is done. */
const slow: Record<string, string> = {
  'b unclosed': '<b>'.repeat(20_000),
  'b, all different': many(6_000, (i) => `<b a${i}>`),
  'b, all different, opened again in every div': `<div>${many(3_000, (i) => `<b a${i}>`)}</div>${'<div>x</div>'.repeat(1_500)}`,
  'b, a hundred, opened again in every p': `<p>${many(100, (i) => `<b a${i}>`)}${'<p>x'.repeat(5_900)}`,
  'b, properly nested, opened again in every p': `<p>${many(60, (i) => `<b a${i}>`)}${'<p>x</p>'.repeat(2_900)}${'</b>'.repeat(60)}</p>`,
  'b and div wrongly nested': many(1_500, (i) => `<b a${i}><div>`) + '</b>'.repeat(2_900),
  'font, p and end tags': many(2_000, (i) => `<font size=${i}><p>`) + '</font>'.repeat(2_000),
  'ends hidden in attributes': many(2_000, (i) => `<b a${i}><br title="</b>">`) + '<p>x</p>'.repeat(900),
  'ends hidden in comments': `${many(2_000, (i) => `<b a${i}>`)}<!--${'</b>'.repeat(2_000)}-->${'<p>x</p>'.repeat(900)}`,
  'ends hidden in single quotes': many(1_500, (i) => `<b a${i}><br a='"'></b><br b='"'>`) + '<p>x</p>'.repeat(300),
  'ends hidden in a text area': `${many(1_000, (i) => `<b a${i}>`)}<textarea>${'</b>'.repeat(1_000)}</textarea>${'<p>x</p>'.repeat(1_000)}`,
  attributes: `<p ${many(40_000, (i) => `a${i}=1 `)}>x</p>`,
  'attributes, quoted': `<p ${many(30_000, (i) => `a${i}="1" `)}>x</p>`,
  'attributes, spread over tags': many(100, (i) => `<p ${many(390, (j) => `a${i}_${j}=1 `)}>x</p>`),
  'div deep': '<div>'.repeat(20_000),
  'lists deep': '<ul><li>'.repeat(3_000),
  'tables in tables': '<table><tr><td>'.repeat(2_000),
  'text that a table throws out': `<table>${'x<b>y'.repeat(2_900)}`,
  'only <': '<'.repeat(400_000),
  'only < and spaces': '< '.repeat(200_000),
  'only >': '>'.repeat(400_000),
  'half a tag': '<a '.repeat(130_000),
  'half an attribute': '<a b="'.repeat(66_000),
  'half a comment': '<!--'.repeat(99_000),
  'one long tag': `<p class="${'mention '.repeat(49_000)}">x</p>`,
  'one long class': `<p class="h-${'a'.repeat(390_000)}">x</p>`,
  'one long language': `<p lang="en${'-a'.repeat(190_000)}">x</p>`,
  'one long word': 'x'.repeat(399_000),
  'six million joined characters': '👩\u200d'.repeat(2_000_000),
  colons: ':'.repeat(399_000),
  shortcodes: ':a:'.repeat(130_000),
  'shortcodes, half': ':aaaaaaaaaa '.repeat(33_000),
  'a link of dots': `<a href="https://a.example/">${'a.'.repeat(190_000)}</a>`,
  'a link of hosts': `<a href="https://a.example/">${'a.example '.repeat(39_000)}</a>`,
  'a link of other hosts': `<a href="https://a.example/">${'b.example '.repeat(39_000)}</a>`,
  'a link of spaces': `<a href="https://a.example/">${' '.repeat(390_000)}b.example</a>`,
  'a link of at signs': `<a href="https://a.example/">b.example${'@'.repeat(390_000)}</a>`,
  'a link without end': `<a href="https://a.example/${'a'.repeat(390_000)}">x</a>`,
  'links in order': many(590, (i) => `<p><a href="https://a${i}.example/">a${i}.example</a> <b>x</b></p>`),
  'line breaks': '<br>'.repeat(5_900),
  entities: '&amp;'.repeat(79_000),
};

describe('content/gate', function () {
  this.timeout(60_000);

  before(() => {
    for (let i = 0; i < 20; i++) body(`<p>warm <a href="https://a.example/">${i}</a></p>`);
  });

  const emojis = [{ shortcode: 'a', url: 'https://e.example/a.png', staticUrl: 'https://e.example/a.png' }];
  for (const [name, html] of Object.entries(slow))
    it(`R79 R206 ${name} (${html.length} characters) costs less than 50 ms`, async () => {
      // The best of many, with rests: what counts is the work, not what else the machine does meanwhile.
      let best = Infinity;
      for (let round = 0; round < 40 && best >= 50; round++) {
        if (round) await pause(50);
        const start = performance.now();
        body(html, { emojis });
        best = Math.min(best, performance.now() - start);
      }
      expect(best).to.be.below(50);
    });

  it('R79 counts characters and tags to the letter', () => {
    expect(body('x'.repeat(400_000)).textContent?.length).to.equal(400_000);
    expect(body('x'.repeat(400_001)).textContent?.length).to.equal(5_002);
    expect(body('<br>'.repeat(6_000)).querySelectorAll('br').length).to.equal(6_000);
    expect(body('<br>'.repeat(6_001)).querySelectorAll('br').length).to.equal(0);
  });

  it('R79 no body makes more than 20,000 nodes, however it opens formatting again', () => {
    const formats = (count: number) => many(count, (i) => `<b a${i}>`);
    const ends = (count: number) => '</b>'.repeat(count);
    const worst = [
      `<p>${formats(60)}${'<p>x</p>'.repeat(240)}${ends(60)}</p>`,
      `<p>${formats(100)}${'<p>x'.repeat(99)}`,
      `<p>${formats(30)}${'<p>x</p>'.repeat(480)}${ends(30)}</p>`,
      '<br>x'.repeat(6_000),
      `<table>${formats(60)}${'x<tr>'.repeat(120)}`,
    ].map((html) => {
      const out = body(html);
      let nodes = 0;
      for (const walker = document.createTreeWalker(out); walker.nextNode();) nodes++;
      return nodes;
    });
    expect(Math.max(...worst)).to.be.within(5_000, 20_000);
  });

  it('R79 words that were not parsed have no tags among them', () => {
    const text = textOf(`<p>one</p><p class="x">two ${'<b a>'.repeat(7_000)}three`);
    expect(text.split(/\s+/).slice(0, 2)).to.eql(['one', 'two']);
    expect(text).not.to.match(/[<>]/);
  });

  describe('a long body that is in order is drawn in full', () => {
    const essay = (paragraph: (index: number) => string) => many(300, paragraph);
    for (const [name, paragraph] of Object.entries<(index: number) => string>({
      'as Mastodon writes': (i) =>
        `<p>Text ${i} <a href="https://a.example/${i}" class="u-url mention" rel="nofollow noopener" target="_blank">@<span>b</span></a><br />more</p>`,
      'lists and quotes': (i) => `<blockquote><ul><li>a ${i}</li><li>b</li></ul></blockquote>`,
      'attributes without value, and spaces': () => `<p ><b class="x"  hidden >x</b ></p >`,
      'fifty attributes in a tag': () => `<p ${many(50, (i) => `a${i}="" `)}>x</p>`,
      'quotes in text': () => `<p>"a" 'b' > c = d</p>`,
      'an address with < in quotes': () => `<p><a href="https://a.example/?<b>">x</a></p>`,
    }))
      it(`R79 ${name}`, () => {
        expect(body(essay(paragraph)).querySelectorAll('p, blockquote').length).to.equal(300);
      });

    for (const [name, html] of Object.entries({
      'a tag not closed': '<p><b>x</p>'.repeat(300),
      'a tag closed twice': '<p>x</p></p>'.repeat(300),
      'tags closed in the wrong order': '<p><b>x</p></b>'.repeat(300),
      'more than fifty attributes in a tag': `<p ${many(51, (i) => `a${i}="" `)}>x</p>`.repeat(60),
      'a comment': '<p>x</p>'.repeat(300) + '<!-- a -->',
      'an attribute without quotes': '<p class=x>x</p>'.repeat(300),
    }))
      it(`R79 but not one with ${name}`, () => {
        expect(body(html).querySelectorAll('p').length).to.equal(0);
        expect(body(html).textContent?.match(/x/g)?.length).to.equal(html.match(/>x/g)?.length);
      });

    it('R79 a short one may be as it likes', () => {
      expect(body('<p class=x>x<b>y</p>'.repeat(60)).querySelectorAll('p').length).to.equal(60);
    });
  });
});
