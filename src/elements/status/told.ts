import { MastoErrorEvent } from '../../base/events.js';
import type { MastoError } from '../../mastodon/errors.js';

/** Two tags may wait for the same request: the page is told of its failure once. */
const told = new WeakSet<MastoError>();

/** Tells the page why something was not done. */
export function tellPage(host: Element, error: MastoError): void {
  if (told.has(error)) return;
  told.add(error);
  host.dispatchEvent(new MastoErrorEvent(error));
}
