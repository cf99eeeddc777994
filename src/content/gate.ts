import { exec } from './natives.js';

/** R79. */
const longest = 400_000;
const mostTags = 6_000;
const deepest = 64;

/** Up to here no markup keeps a parser busy, however it is written. */
const harmlessTags = 200;
const harmlessLength = 10_000;
/** What a parser may have to open again in all, when every element stands open to its end. */
const mostOpened = 30_000;
/** Text, then a tag as a serialiser writes it: the HTML tokenizer sees the same. It compares each attribute with all. */
const piece = /[^<]*(?:<(\/?)([a-z][a-z\d]*)(?:\s+[^\s"'<>/=]+(?:="[^"]*")?){0,50}\s*\/?>|$)/giy;

/**
 * A parser opens formatting elements again in every block after them until their end tag comes: 6,000 tags (30 kB) can
 * become millions of elements and hang a page for seconds. True when every tag is closed in its order, and what would
 * have to be opened again stays within bounds.
 */
function isOrderly(html: string): boolean {
  const open: string[] = [];
  let opened = 0;
  piece.lastIndex = 0;
  for (let found; (found = exec(piece, html));) {
    const [, end, tag] = found;
    if (!tag) return true;
    if (end ? open.pop() !== tag : !exec(/^(?:br|hr|img|wbr)$/, tag) && open.push(tag) > deepest) return false;
    if ((opened += open.length) > mostOpened) return false;
  }
  return false;
}

/** R79: whether the parser shall not see this. */
export function isTooMuch(html: string): boolean {
  const tags = html.split('<', mostTags + 2).length - 1;
  return (
    tags > mostTags ||
    html.length > longest ||
    ((tags > harmlessTags || html.length > harmlessLength) && !isOrderly(html))
  );
}
