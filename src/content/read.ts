import { clean, straight } from '../base/text.js';
import { link } from '../base/url.js';
import { attributesOf } from './attributes.js';
import { APART, BLOCK, DROPPED, INLINE, kinds } from './elements.js';
import { makeHonest } from './links.js';
import { exec, firstChild, getAttribute, localName, nextSibling, nodeType, query, textContent } from './natives.js';
import { addText, type Plain, type Tree } from './tree.js';

/** R79. */
const deepest = 64;
const mostNodes = 20_000;

/** A formula as its TeX between dollar signs, as Mastodon writes it. */
function formula(math: Element): string {
  const tex = query(math, 'annotation[encoding="application/x-tex"]');
  const fence = getAttribute(math, 'display') === 'block' ? '$$' : '$';
  return tex ? fence + clean(textContent(tex)) + fence : '';
}

/** R94: only where a parser would leave it. `around` lists the kept elements around it, ` p span `. */
function stays(tag: string, around: string): boolean {
  if (tag === 'a') return !exec(/ a /, around);
  if (tag === 'li') return !!exec(/[uo]l $/, around);
  if (tag === 'rt' || tag === 'rp') return !!exec(/ruby $/, around);
  return kinds[tag] === INLINE || (kinds[tag] === BLOCK && !exec(/ p /, around));
}

/**
 * Reads parsed nodes into a plain tree by allow-list (R67–R71). Undefined when they lie deeper than 64 or are more than
 * 20,000 (R79).
 */
export function read(root: Node): Tree | undefined {
  let nodes = 0;

  function readKids(from: Node, to: Tree, depth: number, around: string): boolean {
    for (let node = firstChild(from); node; node = nextSibling(node)) {
      if (depth > deepest || ++nodes > mostNodes) return false;
      const type = nodeType(node);
      if (type === 3) {
        const text = clean(textContent(node));
        addText(to, exec(/ a /, around) ? straight(text) : text);
      } else if (type === 1 && !readElement(node as Element, to, depth + 1, around)) return false;
    }
    return true;
  }

  function readElement(from: Element, to: Tree, depth: number, around: string): boolean {
    const tag = localName(from);
    if (!(from instanceof HTMLElement)) {
      if (tag === 'math') addText(to, formula(from));
      return true;
    }
    const kind = kinds[tag];
    if (kind === DROPPED) return true;
    const url = tag === 'a' ? link(getAttribute(from, 'href')) : undefined;
    if (!stays(tag, around) || (tag === 'a' && !url)) {
      const apart = kind === BLOCK || kind === APART ? '\n' : '';
      if (to.length) addText(to, apart);
      const whole = readKids(from, to, depth, around);
      addText(to, apart);
      return whole;
    }
    const heading = exec(/^h\d$/, tag);
    const plain: Plain = { tag: heading ? 'p' : tag, attributes: attributesOf(from, tag), kids: [] };
    to[to.length] = plain;
    let { kids } = plain;
    if (heading) kids[0] = { tag: 'strong', attributes: [], kids: (kids = []) };
    const whole = readKids(from, kids, depth, around + plain.tag + ' ');
    if (url) {
      plain.attributes[plain.attributes.length] = ['href', url.href];
      makeHonest(plain, url);
    }
    return whole;
  }

  const tree: Tree = [];
  return readKids(root, tree, 0, ' ') ? tree : undefined;
}
