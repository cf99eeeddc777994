import { clean, straight } from '../base/text.js';
import { link } from '../base/url.js';
import { attributesOf } from './attributes.js';
import { honest } from './links.js';
import {
  firstChild,
  getAttribute,
  localName,
  namespace,
  nextSibling,
  nodeType,
  query,
  textContent,
} from './natives.js';
import { addText, type Plain, type Tree } from './tree.js';

// R67, R68. A block never stands inside a <p>: a parser would end the paragraph there, and the tree would not survive
// being copied as HTML (R94). What stands apart is unwrapped, and its words do not run into their neighbours'.
const INLINE = 1;
const BLOCK = 2;
const HEADING = 3;
const DROPPED = 4;
const APART = 5;

const kinds = Object.create(null) as Record<string, number | undefined>;
[
  'br span a abbr del s code b strong u sub sup i em ruby rt rp',
  'p pre blockquote ul ol li',
  'h1 h2 h3 h4 h5 h6',
  'script style template iframe object embed noscript noembed noframes xmp plaintext title textarea select frameset frame head link meta base slot video audio canvas',
  'div section article aside header footer main nav figure figcaption table caption tr td th dl dt dd address details summary hr',
].forEach((tags, kind) => tags.split(' ').forEach((tag) => (kinds[tag] = kind + 1)));

/** R79. */
const deepest = 64;
const mostNodes = 20_000;

const breakLine = (to: Tree) => to.length && addText(to, '\n');

/** A formula as its TeX between dollar signs, as Mastodon writes it. */
function formula(math: Element): string {
  const tex = query(math, 'annotation[encoding="application/x-tex"]');
  if (!tex) return '';
  const fence = getAttribute(math, 'display') === 'block' ? '$$' : '$';
  return fence + clean(textContent(tex)) + fence;
}

/**
 * Reads parsed nodes into a plain tree by allow-list (R67–R71). Undefined when they are deeper than 64 or more than
 * 20,000 (R79).
 */
export function treeOf(root: Node): Tree | undefined {
  let nodes = 0;

  /** `parent` is the nearest element that was kept; `inP` and `inA` hold at any depth below one. */
  function read(from: Node, to: Tree, depth: number, parent: string, inP: boolean, inA: boolean): boolean {
    if (depth > deepest) return false;
    for (let node = firstChild(from); node; node = nextSibling(node)) {
      if (++nodes > mostNodes) return false;
      const type = nodeType(node);
      if (type === 3) {
        const text = clean(textContent(node));
        addText(to, inA ? straight(text) : text);
      } else if (type === 1 && !readElement(node as Element, to, depth + 1, parent, inP, inA)) return false;
    }
    return true;
  }

  function readElement(from: Element, to: Tree, depth: number, parent: string, inP: boolean, inA: boolean): boolean {
    const tag = localName(from);
    if (namespace(from) !== 'http://www.w3.org/1999/xhtml') {
      if (tag === 'math') addText(to, formula(from));
      return true;
    }
    const kind = kinds[tag];
    if (kind === DROPPED) return true;
    const block = kind === BLOCK || kind === HEADING;
    const url = tag === 'a' && !inA ? link(getAttribute(from, 'href')) : undefined;
    const kept = block
      ? !inP && (tag !== 'li' || parent === 'ul' || parent === 'ol')
      : tag === 'a'
        ? url
        : kind === INLINE && ((tag !== 'rt' && tag !== 'rp') || parent === 'ruby');
    if (!kept) {
      const apart = block || kind === APART;
      if (apart) breakLine(to);
      const whole = read(from, to, depth, parent, inP, inA);
      if (apart) breakLine(to);
      return whole;
    }
    const plain: Plain = { tag: kind === HEADING ? 'p' : tag, attributes: attributesOf(from, tag, url), kids: [] };
    to[to.length] = plain;
    let { kids } = plain;
    if (kind === HEADING) {
      kids[0] = { tag: 'strong', attributes: [], kids: [] };
      kids = kids[0].kids;
    }
    const whole = read(from, kids, depth, tag, inP || tag === 'p' || kind === HEADING, inA || !!url);
    if (url) honest(plain, url);
    return whole;
  }

  const tree: Tree = [];
  return read(root, tree, 0, '', false, false) ? tree : undefined;
}
