import type { Exhibit } from './exhibit.js';

const p = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('');

const sentences = [
  'On the first day the label was hung, and there was nothing under it yet, and people came to read the label.',
  'The director wrote to the council for a thing to put under the label, and the council sent a form.',
  'The form was framed, and attendance doubled.',
  'A school class drew the thing as they imagined it; eleven of the drawings showed a goat.',
  'The goat was discussed at length, and has an office now.',
  'In spring the label fell off, and for three weeks nobody knew what they were looking at, and liked it better.',
  'The guard, who counts, counted one more than there were, and signed for it.',
  'It is not true that the benches move at night; they are moved, by people, who also do not know why.',
];

/** Some text of about so many characters, in paragraphs. */
function atLength(length: number): string {
  const paragraphs: string[] = [];
  for (let at = 0, size = 0; size < length; at++) {
    const text = [0, 1, 2].map((n) => sentences[(at * 3 + n) % sentences.length]!).join(' ');
    const rest = length - size;
    paragraphs.push(rest < text.length ? text.slice(0, rest).trimEnd() : text);
    size += text.length + 2;
  }
  return paragraphs.join('\n\n');
}

/** Posts that are long, or made like a page. */
export const texts: readonly Exhibit[] = [
  { name: 'long', text: atLength(5000) },
  // As some servers allow; a hundred thousand signs in one post.
  { name: 'huge', html: p(...atLength(100_000).split('\n\n')) },
  {
    name: 'code',
    html: `${p('How the guard counts, in full:')}<pre><code>function count(exhibits) {\n  let total = 0;\n  for (const exhibit of exhibits) total += exhibit.isGuard ? 0 : 1; // not himself, not since the incident of the second moon\n  return total + 1;\n}</code></pre>${p('The <code>+ 1</code> is tradition.')}`,
  },
  {
    name: 'lists',
    html: `${p('Before you go in:')}<ol><li>Leave your umbrella.</li><li>Take a number.<ul><li>Not that one.</li><li>Nor that.</li></ul></li><li>Sit.</li></ol>${p('Not allowed:')}<ul><li>geese</li><li>opinions about geese</li></ul>`,
  },
  {
    name: 'blockquotes',
    html: `${p('From the visitors’ book:')}<blockquote><p>I came for the comma and stayed for the pause.</p><blockquote><p>So did I.</p></blockquote></blockquote>${p('We have framed the page.')}`,
  },
  {
    name: 'maths',
    html: `${p('The guard’s theorem: the exhibits of a night are')}<math display="block"><semantics><mrow><mi>n</mi><mo>=</mo><munderover><mo>∑</mo><mi>i</mi><mi>k</mi></munderover><msub><mi>e</mi><mi>i</mi></msub><mo>+</mo><mn>1</mn></mrow><annotation encoding="application/x-tex">n = \\sum_{i}^{k} e_i + 1</annotation></semantics></math>${p('The proof is left to the reader’s night.')}`,
  },
  {
    name: 'headings',
    html: `<h1>Catalogue</h1>${p('Part one, in which everything is listed.')}<h2>A to C</h2>${p('A goat, a comma, a <strong>chair</strong>, a <em>former</em> chair, a <del>moon</del> <ins>pair of moons</ins>, H<sub>2</sub>O, and a stamp of the 2<sup>nd</sup> kind.')}<h3>D</h3>${p('Dust.')}<hr>${p('See also: <b>benches</b>, <i>passim</i>, <u>underfoot</u>.')}`,
  },
  {
    name: 'table',
    html: `<table><thead><tr><th>Room</th><th>Moons</th></tr></thead><tbody><tr><td>3</td><td>1</td></tr><tr><td>4</td><td>1, disputed</td></tr></tbody></table>${p('What a server that knows tables sends.')}`,
  },
  {
    name: 'lines',
    text: 'A label\nof short lines\nwants to be\na poem\n\nand is\na list.',
  },
];

const zalgo = (text: string) =>
  [...text]
    .map(
      (sign, at) =>
        sign +
        [...'\u0336\u0321\u031B\u0347\u0353\u030A\u0351\u0363\u0369\u0344\u0356\u0319']
          .slice(0, 4 + (at % 8))
          .join('')
          .repeat(3),
    )
    .join('');

/** Posts that try something. Signs that turn text round are written as escapes, so that editors show them. */
export const deceits: readonly Exhibit[] = [
  { name: 'zalgo', text: `From the cellar: ${zalgo('he comes up for tea')}. We let him.` },
  {
    name: 'unbroken',
    text: `The longest word of the house: ${'museumsbesucherschlangenordner'.repeat(14)}. It queues.`,
  },
  {
    name: 'bidi',
    text: 'The ticket says \u202Eeerf si ecnartne\u202C and the cloakroom \u2066\u202Egnihton ton\u2069. The file is called receipt\u202Egpj.exe',
  },
  {
    name: 'spoofed',
    html: p(
      'Our bank, surely: <a href="https://evil.example/login" target="_blank" rel="nofollow noopener">https://bank.example/login</a>, and the same <a href="https://bank.example@evil.example/">bank.example</a>, and <a href="https://xn--80ak6aa92e.example/">аррӏе.example</a>.',
    ),
  },
  {
    name: 'invisible',
    html: p(
      'A link whose middle is hidden: <a href="https://evil.example/bank.example/" rel="nofollow noopener"><span class="invisible">https://evil.example/</span><span class="">bank.example</span><span class="invisible">/</span></a>',
    ),
  },
  {
    name: 'hostile-html',
    html: `${p('A gift, it ticks:')}<script>alert(1)</script><img src="x" onerror="alert(1)"><style>*{display:none}</style><iframe src="https://evil.example/"></iframe><form><button>Sign in again</button></form>${p('<span style="position:fixed;inset:0;background:red" class="post author">It was a clock.</span> <a href="javascript:alert(1)">wind it</a>')}`,
  },
  { name: 'unclosed', html: `<p>${'<b><i><blockquote>'.repeat(40)}We never close.` },
];
