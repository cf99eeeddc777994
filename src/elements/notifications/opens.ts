import { MastoOpenEvent } from '../../base/events.js';
import { modified } from '../status/opens.js';

/** Tells the page what a link of a notification opens; if the page does it itself, the link is not followed. */
export function opens(host: Element, event: MouseEvent, { dataset, href }: HTMLAnchorElement): void {
  if (modified(event) || event.defaultPrevented || !href) return;
  const { open, account } = dataset;
  const what = open ? (['status', open] as const) : account ? (['account', account] as const) : undefined;
  if (what && !host.dispatchEvent(new MastoOpenEvent(what[0], href, what[1]))) event.preventDefault();
}
