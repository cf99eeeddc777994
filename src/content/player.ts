import { mediaUrl } from '../base/url.js';
import { isTooMuch } from './gate.js';
import { getAttribute, query } from './natives.js';
import { parse } from './parse.js';

/**
 * Where a site's player is (R78): nothing of the HTML that holds it is ever put into a page, its one address is read.
 * Undefined for none, and for one of a server that this page belongs to or speaks with: there it could reach what is theirs.
 * @param player an address, or HTML · @param others origins of those servers
 */
export function playerUrl(player: string, others: readonly string[]): string | undefined {
  let address = mediaUrl(player);
  if (!address && player.includes('<iframe') && !isTooMuch(player)) {
    const parsed = parse(player);
    const frame = parsed instanceof Element ? query(parsed, 'iframe') : undefined;
    address = mediaUrl(frame && getAttribute(frame, 'src'));
  }
  const origin = address && new URL(address).origin;
  return origin && origin !== location.origin && !others.includes(origin) ? address : undefined;
}
