import { addText, textIn, type Plain } from './tree.js';

/** What a word may hide behind: characters that are not seen. */
const unseen = /[\p{Cf}\p{DI}]/gu;
const outsideHost = /[^\p{L}\p{M}\p{N}.:@_-]+/u;
const hostLike = /[^.]\.(?:[\p{L}\p{M}]{2}|\d+\.\d+\.\d)/u;

const withoutWww = (host: string) => host.replace(/^www\./, '');

/** The host that a word looks like, as a URL would spell it; undefined when it looks like none. */
function claim(word: string): string | undefined {
  const host = word.split(outsideHost).find((part) => hostLike.test(part));
  if (!host) return undefined;
  try {
    return withoutWww(new URL('http://' + host).hostname);
  } catch {
    return host;
  }
}

/** R72, R74: a link that looks as if it led to another host says where it leads. */
export function honest({ kids }: Plain, url: URL): void {
  const seen = textIn(kids, false);
  const hides = seen !== textIn(kids, true);
  if (!hides && !seen.includes('.') /* && full-width dots */) return;
  const shown = url.host || url.pathname || url.protocol;
  const real = withoutWww(url.hostname || url.pathname.replace(/^.*@/, '') || url.protocol);
  const text = seen.normalize('NFKC').replace(unseen, '').trim();
  if (!hides && /^@[^\s/]*$/.test(text)) return;
  const claims = text.split(/\s+/).map(claim).filter(Boolean);
  const lies = claims.some((host) => host !== real);
  if (hides && (lies || !claims.length)) kids.splice(0, Infinity, url.href);
  else if (lies && !text.endsWith(`(${shown})`)) addText(kids, ` (${shown})`);
}
