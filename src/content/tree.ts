import { BLOCK, kinds } from './elements.js';

/** What is left of a stranger's HTML: text, and elements we know. Two texts never stand side by side. */
export type Tree = (string | Plain)[];

export interface Plain {
  readonly tag: string;
  /** Without prototype: what a page put there is no attribute (R91). */
  readonly attributes: Record<string, string | undefined>;
  readonly kids: Tree;
}

/** Adds text, joined to the text before it: a parser would not keep them apart either. */
export function addText(to: Tree, text: string): void {
  const last = to.length - 1;
  if (typeof to[last] === 'string') to[last] += text;
  else if (text) to[last + 1] = text;
}

/** Starts a new line, unless the text does so already. */
export function breakLine(to: Tree): void {
  const last = to[to.length - 1];
  if (typeof last === 'object' || (last && !last.endsWith('\n'))) addText(to, '\n');
}

export const hasClass = ({ attributes }: Plain, name: string) => ` ${attributes.class} `.includes(` ${name} `);

/** The text of a tree, blocks on lines of their own. Without `all`, only what is seen. */
export function textIn(tree: Tree, all: boolean): string {
  let text = '';
  for (const kid of tree) {
    if (typeof kid === 'string') text += kid;
    else if (all || !hasClass(kid, 'invisible')) {
      if (kid.tag === 'br' || (text && kinds[kid.tag] === BLOCK)) text += '\n';
      text += textIn(kid.kids, all);
    }
  }
  return text;
}
