import { expect } from '@open-wc/testing';
import { body } from '../../src/content/content.js';
import { random, strangers } from './helpers.js';
import { moreThanOracle, unstable, words } from './oracle.js';

/** How many cases: `FUZZ` in the page (set it by `?fuzz=100000` on a test opened by hand), else a few seconds' worth. */
const cases =
  Number((globalThis as { FUZZ?: number }).FUZZ) || Number(new URLSearchParams(location.search).get('fuzz')) || 3_000;

const tags = (
  'p p p br span span a a a abbr del s pre blockquote code b strong u sub i em ul ul ol li li li ruby rt rp h1 h3 ' +
  'div table tr td caption section dl dd font button marquee object applet nobr center img input form details summary ' +
  'svg math mtext mi foreignObject desc title style script template textarea select option noscript xmp iframe ' +
  'math annotation-xml mglyph content-x body html head frameset p:p'
).split(' ');
const attributes = [
  'href="https://a.example/x"',
  'href="https://b.example/"',
  'href=javascript:window.__pwn=1',
  'href=" java\nscript:window.__pwn=1"',
  'href="mailto:a@b.example"',
  'href="/x"',
  'class="mention u-url"',
  'class="invisible"',
  "class='fixed hashtag'",
  'lang=de',
  'lang="x y"',
  'dir=rtl',
  'dir=up',
  'translate=no',
  'start=3',
  'reversed',
  'value=x',
  'value=4',
  'title="a"',
  'title="</p><img src=x: onerror=window.__pwn=1>"',
  'onclick=window.__pwn=1',
  'onerror=window.__pwn=1 src=x:',
  'style=position:fixed',
  'id=attributes',
  'name=childNodes',
  'slot=x',
  'xmlns="http://www.w3.org/1999/xhtml"',
  'encoding="text/html"',
  'shadowrootmode=open',
  '"',
  "='",
  '/',
];
const texts = [
  'text',
  ' ',
  '\n',
  '&lt;b&gt;',
  '&amp;',
  '&#1;',
  '&#xd800;',
  '\ud83d',
  '\u202e',
  'a.example',
  'https://bank.example/',
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!doctype html>',
  '<?x?>',
  ':blob:',
  '\u0000',
  '🎉',
  '"',
  "'",
];

/** A string that is nearly HTML. */
function write(next: () => number, depth = 0): string {
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  let out = '';
  for (let pieces = 1 + Math.floor(next() * (4 - depth / 2)); pieces--;) {
    if (depth > 6 || next() < 0.35) {
      out += pick(texts);
      continue;
    }
    const tag = pick(tags);
    let open = `<${tag}`;
    while (next() < 0.4) open += ' ' + pick(attributes);
    out += open + (next() < 0.95 ? '>' : '') + (next() < 0.9 ? write(next, depth + 1) : '');
    if (next() < 0.8) out += `</${next() < 0.93 ? tag : pick(tags)}>`;
  }
  return out;
}

describe('content, at random', function () {
  this.timeout(0);

  it(`R93 R94 R95 ${cases} bodies: only what is listed, no more than the oracle, the same after a copy`, () => {
    const next = random(20_261_124);
    const failing: unknown[] = [];
    for (let i = 0; i < cases && failing.length < 5; i++) {
      const given = write(next);
      const both = words(given);
      const found = {
        strangers: strangers(body(given)),
        more: moreThanOracle(given),
        unstable: unstable(given),
        words: both && both.ours !== both.oracle ? both : undefined,
      };
      if (found.strangers.length || found.more.length || found.unstable || found.words)
        failing.push({ given, ...found });
    }
    expect(failing).to.eql([]);
    expect('__pwn' in globalThis).to.equal(false);
  });
});
