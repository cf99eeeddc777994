/** What is left of a stranger's HTML: text, and elements we know. Two texts never stand side by side. */
export type Tree = (string | Plain)[];

export interface Plain {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly kids: Tree;
}

/** Adds text, joined to the text before it: a parser would not keep them apart either. */
export function addText(to: Tree, text: string): void {
  const last = to.length - 1;
  if (typeof to[last] === 'string') to[last] += text;
  else if (text) to[last + 1] = text;
}

const hasClass = (name: string) => (plain: string | Plain) =>
  typeof plain !== 'string' && plain.attributes.some(([key, value]) => key === 'class' && ` ${value} `.includes(name));

/** Kept for copying, not shown: what Mastodon cuts off an address. */
export const isInvisible = hasClass(' invisible ');

/** The line "RE: link" that stands in for a quoted post. */
export const isQuoteLine = hasClass(' quote-inline ');

/** The text of a tree. Without `all`, only what is seen. */
export function textIn(tree: Tree, all: boolean): string {
  let text = '';
  for (const kid of tree) {
    if (typeof kid === 'string') text += kid;
    else if (kid.tag === 'br') text += '\n';
    else if (all || !isInvisible(kid)) text += textIn(kid.kids, all);
  }
  return text;
}
