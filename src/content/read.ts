import { clean, straight } from '../base/text.js';
import { link } from '../base/url.js';
import { attributesOf } from './attributes.js';
import { APART, BLOCK, DROPPED, INLINE, kinds } from './elements.js';
import { makeHonest } from './links.js';
import { exec, firstChild, getAttribute, localName, nextSibling, nodeType, query, textContent } from './natives.js';
import { addText, breakLine, type Plain, type Tree } from './tree.js';

/** R79. */
const deepest = 64;

const none = { __proto__: null } as object as Plain['attributes'];

/** A formula as its TeX between dollar signs, as Mastodon writes it. */
function formula(math: Element): string {
  const tex = query(math, 'annotation[encoding="application/x-tex"]');
  const fence = getAttribute(math, 'display') === 'block' ? '$$' : '$';
  return tex ? fence + clean(textContent(tex)) + fence : '';
}

/** R94: only where a parser would leave it. `around` lists the kept elements around it, ` p span `. */
function stays(tag: string, around: string): boolean {
  if (tag === 'a') return !around.includes(' a ');
  if (tag === 'li') return !!exec(/[uo]l $/, around);
  if (tag === 'rt' || tag === 'rp') return around.endsWith('ruby ');
  return kinds[tag] === INLINE || (kinds[tag] === BLOCK && !around.includes(' p '));
}

function readKids(from: Node, to: Tree, depth: number, around: string): Tree {
  if (depth > deepest) throw Error('too deep');
  for (let node = firstChild(from); node; node = nextSibling(node)) {
    const type = nodeType(node);
    if (type === 3) {
      const text = clean(textContent(node));
      addText(to, around.includes(' a ') ? straight(text) : text);
    } else if (type === 1) readElement(node as Element, to, depth + 1, around);
  }
  return to;
}

function readElement(from: Element, to: Tree, depth: number, around: string): void {
  const name = localName(from);
  const kind = kinds[name];
  if (!(from instanceof HTMLElement)) {
    if (name === 'math') addText(to, formula(from));
    return;
  }
  if (kind === DROPPED) return;
  const url = name === 'a' ? link(getAttribute(from, 'href')) : undefined;
  if (!stays(name, around) || (name === 'a' && !url)) {
    const apart = kind === BLOCK || kind === APART;
    if (apart) breakLine(to);
    readKids(from, to, depth, around);
    if (apart) breakLine(to);
    return;
  }
  const heading = name[0] === 'h'; // Nothing else that stays begins so.
  const tag = heading ? 'p' : name;
  const attributes = attributesOf(from, name);
  const kids = readKids(from, [], depth, around + tag + ' ');
  // A parser drops the line break after <pre>, and would drop the next one from a copy (R94).
  if (tag === 'pre' && typeof kids[0] === 'string') kids[0] = kids[0].replace(/^\n+/, '');
  if (url) {
    attributes.href = url.href;
    makeHonest(kids, url);
  }
  to[to.length] = { tag, attributes, kids: heading ? [{ tag: 'strong', attributes: none, kids }] : kids };
}

/**
 * Reads parsed nodes into a plain tree by allow-list (R67–R71).
 * @throws when they lie deeper than 64 (R79).
 */
export const read = (root: Node): Tree => readKids(root, [], 0, ' ');
