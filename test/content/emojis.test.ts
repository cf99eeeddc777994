import { expect } from '@open-wc/testing';
import { body, emojify } from '../../src/content/content.js';
import { html } from './helpers.js';

const emoji = (shortcode: string, staticUrl = `https://e.example/${shortcode}.png`) => ({
  shortcode,
  url: `https://e.example/${shortcode}.gif`,
  staticUrl,
});
const emojis = [emoji('a'), emoji('blob_1'), emoji('constructor2')];
/** Pictures as their alternative text in brackets. */
const drawn = (content: DocumentFragment | string) => html(content).replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, '[$1]');

describe('content/emojis', () => {
  it('R77 R107 R108 R109 a picture of fixed size that stands still, tells nobody and comes late', () => {
    const picture = body(':a:', { emojis }).querySelector('img');
    const attributes = Object.fromEntries([...(picture?.attributes ?? [])].map(({ name, value }) => [name, value]));
    expect(attributes).to.eql({
      class: 'custom-emoji',
      src: 'https://e.example/a.png',
      alt: ':a:',
      title: ':a:',
      width: '20',
      height: '20',
      loading: 'lazy',
      decoding: 'async',
      referrerpolicy: 'no-referrer',
    });
  });

  for (const [given, wanted] of [
    ['x :a: y', 'x [:a:] y'],
    [':a: :blob_1:', '[:a:] [:blob_1:]'],
    ['(:a:)', '([:a:])'],
    ['"🎉:a:🎉"', '"🎉[:a:]🎉"'],
    ['。:a:、', '。[:a:]、'],
    ['_:a:-', '_[:a:]-'],
    ['x:a: :a:y', 'x:a: :a:y'],
    ['1:a: :a:1', '1:a: :a:1'],
    ['é:a: :a:ß', 'é:a: :a:ß'],
    ['字:a: :a:字', '字:a: :a:字'],
    [':a::a:', ':a::a:'],
    ['::a: :a::', '::a: :a::'],
    [':unknown:', ':unknown:'],
    [':A:', ':A:'],
    [': a:', ': a:'],
    [':a', ':a'],
    [':unknown :a:', ':unknown [:a:]'],
    ['10:30:45', '10:30:45'],
    [
      ':constructor: :__proto__: :toString: :hasOwnProperty: :valueOf:',
      ':constructor: :__proto__: :toString: :hasOwnProperty: :valueOf:',
    ],
    [`:${'a'.repeat(65)}:`, `:${'a'.repeat(65)}:`],
  ] as const)
    it(`R77 ${given}`, () => {
      expect(drawn(body(`<p>${given}</p>`, { emojis }))).to.equal(`<p>${wanted}</p>`);
      expect(drawn(emojify(given, emojis))).to.equal(wanted);
    });

  it('R77 not in code, not in what is hidden; in links, lists and quotes', () => {
    expect(
      drawn(
        body(
          '<code>:a:</code><pre>:a: <b>:a:</b></pre><blockquote>:a:</blockquote><ul><li>:a:</li></ul>' +
            '<a href="https://a.example/x:a:">a.example/x<span class="invisible">/ :a:</span> :a:</a>',
          { emojis },
        ),
      ).replace(/<a [^>]*>/, '<a>'),
    ).to.equal(
      '<code>:a:</code><pre>:a: <b>:a:</b></pre><blockquote>[:a:]</blockquote><ul><li>[:a:]</li></ul>' +
        '<a>a.example/x<span class="invisible">/ :a:</span> [:a:]</a>',
    );
  });

  it('R77 shortcodes are plain names: what the server calls an emoji cannot leave its attribute', () => {
    const odd = ['x" onerror="alert(1)', '<img>', 'a b', '', 'é'].map((shortcode) =>
      emoji(shortcode, 'https://e.example/x.png'),
    );
    const text = odd.map(({ shortcode }) => `:${shortcode}:`).join(' ');
    expect(emojify(text, odd)).to.equal(text);
  });

  it('R77 an emoji that is named like a property of every object', () => {
    const odd = ['constructor', '__proto__', 'toString'].map((shortcode) => emoji(shortcode));
    expect(drawn(emojify(':constructor: :__proto__: :toString:', odd))).to.equal(
      '[:constructor:] [:__proto__:] [:toString:]',
    );
  });

  it('R73 R147 only over https', () => {
    for (const url of [
      'http://e.example/a.png',
      'javascript:alert(1)',
      'data:image/png;base64,AAAA',
      '//e.example/a.png',
      '',
      'https://u:p@e.example/',
    ])
      expect(emojify(':a:', [{ shortcode: 'a', url, staticUrl: url }]), url).to.equal(':a:');
  });

  it('R77 at most 200 in one post, over all its texts', () => {
    const out = body(`<p>${':a: '.repeat(150)}</p>`.repeat(2), { emojis });
    expect(out.querySelectorAll('img').length).to.equal(200);
    expect(out.textContent?.match(/:a:/g)?.length).to.equal(100);
  });

  it('R77 and the next post begins at its beginning', () => {
    body(':a: '.repeat(250), { emojis });
    expect(drawn(emojify(':a: x', emojis))).to.equal('[:a:] x');
  });

  it('R77 gives a text without pictures back as it is', () => {
    const text = 'nothing :here: to see';
    expect(emojify(text, emojis)).to.equal(text);
    expect(emojify('12:30', emojis)).to.equal('12:30');
    expect(emojify(':a:', [])).to.equal(':a:');
  });

  it('R76 a name is text, not HTML', () => {
    expect(html(emojify('<b> :a: &amp; </b>', [emoji('a')]))).to.match(/^&lt;b&gt; <img [^>]*> &amp;amp; &lt;\/b&gt;$/);
  });
});
