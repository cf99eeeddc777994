import type { Pictures } from './emojis.js';
import { append, clone, createElement, createText, setAttribute } from './natives.js';
import { hasClass, type Tree } from './tree.js';

/** R75, R107. */
const anchor = createElement('a');
setAttribute(anchor, 'rel', 'nofollow noopener noreferrer ugc');
setAttribute(anchor, 'target', '_blank');
setAttribute(anchor, 'referrerpolicy', 'no-referrer');

/** Fresh nodes for a plain tree. Shortcodes stay text in code and in what is not seen. */
export function build(tree: Tree, to: Node, put: Pictures | undefined): void {
  for (const kid of tree) {
    if (typeof kid !== 'string') {
      const { tag, attributes, kids } = kid;
      const element = tag === 'a' ? clone(anchor) : createElement(tag);
      for (const [name, value] of attributes) setAttribute(element, name, value);
      build(kids, element, tag === 'code' || tag === 'pre' || hasClass(kid, 'invisible') ? undefined : put);
      append(to, element);
    } else if (put && kid.includes(':')) put(to, kid);
    else append(to, createText(kid));
  }
}
