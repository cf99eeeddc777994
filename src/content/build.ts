import type { Pictures } from './emojis.js';
import { append, clone, createElement, setAttribute } from './natives.js';
import { appendText } from './words.js';
import { hasClass, type Tree } from './tree.js';

/** What is put on a tree when it is built. */
export interface Dress {
  readonly put?: Pictures | undefined;
  /** Address → title. */
  readonly titles?: ReadonlyMap<string | undefined, string> | undefined;
  readonly hideQuoteLine?: boolean | undefined;
}

/** R75, R107. */
const anchor = Object.assign(createElement('a'), {
  rel: 'nofollow noopener noreferrer ugc',
  target: '_blank',
  referrerPolicy: 'no-referrer',
});

/** Fresh nodes for a plain tree. Shortcodes stay text in code and in what is not seen. */
export function build(tree: Tree, to: Node, dress: Dress): void {
  const { put, titles, hideQuoteLine } = dress;
  for (const kid of tree) {
    if (typeof kid === 'string') {
      if (put && kid.includes(':')) put(to, kid);
      else appendText(to, kid);
    } else if (!hideQuoteLine || !hasClass(kid, 'quote-inline')) {
      const { tag, attributes, kids } = kid;
      const element = tag === 'a' ? clone(anchor) : createElement(tag);
      for (const name in attributes) setAttribute(element, name, attributes[name] ?? '');
      const title = titles?.get(attributes.href);
      if (title) setAttribute(element, 'title', title);
      const bare = tag === 'code' || tag === 'pre' || hasClass(kid, 'invisible');
      build(kids, element, bare ? { ...dress, put: undefined } : dress);
      append(to, element);
    }
  }
}
