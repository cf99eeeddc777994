import { browser, isLoopback } from './browser.js';

/** R73: what a stranger may link to. Keys of an object without prototype: no patched method is asked (R92). */
const linkable = Object.create(null) as Record<string, true | undefined>;
for (const scheme of ['https', 'http', 'mailto', 'xmpp', 'gemini', 'magnet', 'matrix']) linkable[scheme + ':'] = true;

const longest = 8192;

function parse(value: unknown): URL | undefined {
  if (typeof value !== 'string' || !value || value.length > longest) return undefined;
  try {
    const url = new URL(value.trim());
    return url.username || url.password ? undefined : url;
  } catch {
    return undefined;
  }
}

/** An absolute address that may stand in an `href`; undefined for all else (R73). */
export function link(value: unknown): URL | undefined {
  const url = parse(value);
  return url && linkable[url.protocol] ? url : undefined;
}

/** As `link`, serialised. */
export const linkUrl = (value: unknown): string | undefined => link(value)?.href;

/** As `linkUrl`, but pages only: http and https. */
export function pageUrl(value: unknown): string | undefined {
  const url = parse(value);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}

/** An address that may be loaded as picture, video or sound: https, or loopback from a page on loopback (R73, R147). */
export function mediaUrl(value: unknown): string | undefined {
  const url = parse(value);
  if (!url) return undefined;
  const local = url.protocol === 'http:' && isLoopback(url.hostname) && browser.loopback();
  return url.protocol === 'https:' || local ? url.href : undefined;
}
