import { link } from '../base/url.js';
import { addText, textIn, type Tree } from './tree.js';

// The expressions stand where they are used: Unicode's tables would cost every page half a millisecond at its start.

const mostRead = 2_000;

/** The host that a word looks like, as a URL spells it; undefined when it looks like none. */
function claim(word: string): string | undefined {
  const host = word
    .split(/[^\p{L}\p{M}\p{N}.:@_-]+/u)
    .find((part) => /[^.]\.(?:[\p{L}\p{M}]{2}|\d+\.\d+\.\d)/u.test(part));
  return host && (link('http://' + host.replace(/^.*@/, ''))?.hostname.replace(/^www\./, '') ?? host);
}

/** Characters that take no room are left out: a name may hide behind them. */
const claimsIn = (text: string) =>
  text
    .replace(/[\p{Cf}\p{DI}]/gu, '')
    .split(/\s+/)
    .map(claim)
    .filter(Boolean);

/** R72, R74: a link that looks as if it led to another host than it does says where it leads. */
export function makeHonest(kids: Tree, url: URL): void {
  const seen = textIn(kids, false);
  const hides = seen !== textIn(kids, true);
  // What nearly every link is, a name or a word: no point in it, nor a letter that could be one. Or the right host.
  // What comes after either costs tables of Unicode.
  if (!hides && !/[^\0-\x2d\x2f-\x7f]/.test(seen)) return;
  const text = seen.normalize('NFKC').replace(/^(?:https?:\/\/)?(?:www\.)?/, '');
  // Mailto and the like have no host that a URL knows of.
  const place = url.host || url.pathname || url.protocol;
  const real = place.replace(/^www\.|:\d+$|^.*@/g, '');
  if ((text + '/').startsWith(real + '/') && !/\s/.test(text)) return;
  if (!hides && /^@[^\s/]*$/.test(text)) return;
  // More than anybody reads is not looked through (R79): it claims whatever it says.
  const claims = text.length > mostRead ? [text] : claimsIn(text);
  const lies = claims.some((host) => host !== real);
  if (hides && (lies || !claims.length)) kids.splice(0, kids.length, url.href);
  else if (lies && !text.endsWith(`(${place})`)) addText(kids, ` (${place})`);
}
