import { authOf } from '../../base/context.js';
import type { TagUse } from '../../mastodon/scopes.js';

/** Every element below, through open shadow roots: a tag that an app has put into its own element needs its scopes as well. */
function* below(root: Document | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* below(element.shadowRoot);
  }
}

/** The tags that this `<masto-auth>` signs in for, whether they are loaded yet or not (R30 as corrected). */
export function usesOf(auth: Element): TagUse[] {
  return [...below(auth.ownerDocument)]
    .filter((element) => element.localName.startsWith('masto-') && authOf(element) === auth)
    .map((element) => ({ tag: element.localName, attribute: (name) => element.getAttribute(name) }));
}

/** The form to sign in with that belongs to this `<masto-auth>` and can be seen, if the page has one. */
export const loginOf = (auth: Element): Element | undefined =>
  [...below(auth.ownerDocument)].find(
    (element) => element.localName === 'masto-login' && authOf(element) === auth && element.checkVisibility(),
  );
