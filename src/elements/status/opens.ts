import { authOf } from '../../base/context.js';
import { MastoOpenEvent, type OpenKind } from '../../base/events.js';
import type { ShownStatus } from '../../controllers/status-controller.js';

/** A click that is the browser’s own: a new tab, a new window, a download. */
export const modified = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) =>
  button !== 0 || ctrlKey || metaKey || shiftKey || altKey;

/** What a link in a post opens; undefined for links that only lead elsewhere. */
function meaning(link: HTMLAnchorElement, { status, author }: ShownStatus): [OpenKind, string] | undefined {
  const { classList, dataset, href } = link;
  if (dataset['open'] === 'picture') return ['picture', ''];
  if (dataset['account']) return ['account', dataset['account']];
  if (classList.contains('author-names')) return ['account', author?.acct ?? ''];
  if (classList.contains('time') || classList.contains('action') || dataset['open']) return ['status', status.key];
  const tag = status.tags.find(({ url, name }) => url === href || link.textContent === `#${name}`);
  if (classList.contains('hashtag')) return ['tag', tag?.name ?? link.textContent.replace(/^#/, '')];
  const person = status.mentions.find(({ url }) => url === href);
  return person && ['account', person.acct];
}

/** Shows a picture large; without a network that brings what it takes, the link is followed after all. */
const enlarge = (link: HTMLAnchorElement, shown: ShownStatus) =>
  import('./enlarge.js')
    .then(({ enlarge }) => enlarge(link, shown.status))
    .catch(() => open(link.href, '_blank', 'noopener,noreferrer'));

/**
 * Tells the page what a click in a post opens; what only somebody who is signed in can do here asks to sign in, where
 * the page has a `<masto-auth>`. If the page does it itself, the link is not followed. Modified clicks
 * are the browser's, and say nothing.
 */
export function opens(host: Element, event: MouseEvent, link: HTMLAnchorElement, shown: ShownStatus): void {
  if (modified(event) || event.defaultPrevented || !link.href) return;
  const auth = link.matches('.action, .vote') ? authOf(host) : undefined;
  if (auth) {
    event.preventDefault();
    // Somebody is: their buttons are on their way.
    if (!auth.session && !auth.pending) void auth.login();
    return;
  }
  const [kind, name] = meaning(link, shown) ?? [];
  if (!kind) return;
  const isMine = kind === 'picture' && link.matches('.media-open');
  const isLeft = host.dispatchEvent(new MastoOpenEvent(kind, link.href, name!));
  if (!isLeft || isMine) event.preventDefault();
  if (isLeft && isMine) void enlarge(link, shown);
}
