/**
 * What Mastodon's server sees in a text before it counts: URLs, `xmpp:` and `magnet:` links, mentions. The rules are
 * twitter-text 3.1.0's with the protocol required, and Mastodon's own for paths, queries and mentions
 * (reference: status length validator, Mastodon 4.6). Every scan is linear: the text may be anything.
 */
import { tlds } from './count-tlds.js';
import { asciiLength } from './punycode.js';

/** A stretch of the text, from `start` up to `end`, and what it counts as. */
export interface Entity {
  readonly start: number;
  readonly end: number;
  readonly kind: 'url' | 'link' | 'mention';
  /** Of a mention: the user name alone. */
  readonly username?: string;
}

const longestUrl = 4096;
const longestLabel = 63;
const longestSlug = 40;
const longestMentionDomain = 253;
const longestTld = Math.max(...Array.from(tlds, (tld) => tld.length));

const directional = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const spaces = '\\t-\\r \\u0085\\u00a0\\u1680\\u180e\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const invalid = '\\ufffe\\ufeff\\uffff';
const latinAccents =
  '\\u0300-\\u036f\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b\\u0263\\u0268' +
  '\\u026f\\u0272\\u0289\\u028b\\u02bb\\u1e00-\\u1eff';
/** RFC 3987: ucschar and iprivate. */
const international =
  '\\u00a0-\\ud7ff\\ue000-\\ufdcf\\ufdf0-\\uffef' +
  Array.from({ length: 16 }, (_, i) => {
    const plane = (i + 1).toString(16);
    return `\\u{${plane}${i + 1 === 14 ? '1' : '0'}000}-\\u{${plane}fffd}`;
  }).join('');

const before = new RegExp(`[^a-z\\d@＠$#＃${invalid}]`, 'iuy');
const scheme = /(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini):\/\/|xmpp:|magnet:/giu;
const label = new RegExp(
  `[^.${directional}${spaces}${invalid}\\0-\\x1f\\x7f!"#$%&'()*+,/:;<=>?@[\\]^\`{|}~]+\\.`,
  'uy',
);
const afterTld = /[^\da-z@+-]|$/iuy;
const punycode = /xn--[\da-z]+/iy;
const port = /:\d+/y;
const pathChar = '[^\\p{White_Space}<>()?]';
const pathRun = new RegExp(`${pathChar}+`, 'uy');
const balanced = new RegExp(`\\((?:${pathChar}+|${pathChar}*\\(${pathChar}+\\)${pathChar}*)\\)`, 'uy');
const pathEnd = /[^!*"'「」;:=,.$%[\]~&|]/u;
const query = new RegExp(`\\?[a-z\\d!?*'();:&=+$/%#[\\]\\-_.,~|@^${international}]*`, 'iuy');
const queryEnd = new RegExp(`[a-z\\d_&=#/\\-${international}]`, 'iu');
const tco = /^https?:\/\/t\.co\/([a-z\d]+)/iu;
const unreserved = 'a-z\\p{Script=Cyrillic}\\d\\p{Pd}._~!$()*+,;=';
const node = new RegExp(`(?:[${unreserved}]|%[\\da-f]{2})+@`, 'iuy');
const resource = new RegExp(`/(?:[${unreserved}&']|%[\\da-f]{2})+`, 'iuy');

const mention =
  /(?<![=/\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])@([a-z\d_]+(?:[.-]+[a-z\d_]+)*)(?:@([\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+(?:[.-]+[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+)*))?/giu;
const afterMention = new RegExp(`[${latinAccents}@＠]|://`, 'iuy');

/** Where `pattern` (sticky) ends when it matches at `at`; undefined when it does not. */
function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The end of a TLD at `at`: the longest that is followed by no letter of a longer one. */
function tldEnd(text: string, at: number) {
  for (let length = Math.min(longestTld, text.length - at); length > 0; length--) {
    const known = tlds.has(text.slice(at, at + length).toLowerCase());
    if (known && endOf(afterTld, text, at + length) !== undefined) return at + length;
  }
  return endOf(punycode, text, at);
}

/** The end of the domain at `at`: as many labels as leave a TLD behind them; the last one has no `_`. */
function domainEnd(text: string, at: number) {
  let found: number | undefined;
  for (let start = at, end; (end = endOf(label, text, start)) !== undefined; start = end) {
    const name = text.slice(start, end - 1);
    if (/^[-_]|[-_]$/.test(name)) break;
    if (!name.includes('_')) found = tldEnd(text, end) ?? found;
  }
  return found;
}

/** The end of a path at its slash: the last character that may end one, or a closed pair of brackets. */
function pathEndAt(text: string, at: number) {
  let end = at + 1;
  for (let position = end; ;) {
    const run = endOf(pathRun, text, position);
    if (run !== undefined) {
      let last = run;
      while (last > position && !pathEnd.test(text[last - 1] as string)) last--;
      if (last > position) end = last;
      position = run;
    }
    const pair = endOf(balanced, text, position);
    if (pair === undefined) return end;
    end = position = pair;
  }
}

function queryEndAt(text: string, at: number) {
  let end = endOf(query, text, at) ?? at;
  // The question mark alone is no query.
  while (end > at + 1 && !queryEnd.test(lastChar(text, end))) end -= lastChar(text, end).length;
  return end > at + 1 ? end : at;
}

const lastChar = (text: string, end: number) =>
  /[\udc00-\udfff]/.test(text[end - 1] as string) ? text.slice(end - 2, end) : (text[end - 1] as string);

/** False for a label over 63 characters, or a URL over 4096, in ASCII. */
function fits(url: string, domain: string) {
  const labels = domain.split('.').map(asciiLength);
  const growth = labels.reduce((sum, length) => sum + length + 1, -1) - Array.from(domain).length;
  return Math.max(...labels) <= longestLabel && Array.from(url).length + Math.max(0, growth) <= longestUrl;
}

interface Found {
  /** Undefined where the rule finds something, but does not take it for a URL. */
  readonly entity: Entity | undefined;
  /** Where the search goes on. */
  readonly next: number;
}

function urlAt(text: string, start: number, host: number): Found | undefined {
  const domain = domainEnd(text, host);
  if (domain === undefined) return undefined;
  let next = endOf(port, text, domain) ?? domain;
  if (text[next] === '/') next = pathEndAt(text, next);
  next = queryEndAt(text, next);
  const [short, slug = ''] = tco.exec(text.slice(start, next)) ?? [];
  const end = short ? start + short.length : next;
  const taken = slug.length <= longestSlug && fits(text.slice(start, end), text.slice(host, domain));
  return { entity: taken ? { start, end, kind: 'url' } : undefined, next };
}

/** `xmpp:` and `magnet:` links count in full, but what stands in them is no URL and no mention. */
function linkAt(text: string, start: number, at: number): Found | undefined {
  let end: number | undefined = at;
  if (/^xmpp/i.test(text.slice(start, at))) {
    if (text.startsWith('//', at)) {
      const domain = endOf(node, text, at + 2);
      const slash = domain === undefined ? undefined : domainEnd(text, domain);
      if (slash !== undefined && text[slash] === '/') end = slash + 1;
    }
    end = domainEnd(text, endOf(node, text, end) ?? end);
    if (end === undefined) return undefined;
    end = endOf(resource, text, end) ?? end;
  }
  const next = queryEndAt(text, end);
  return next > at ? { entity: { start, end: next, kind: 'link' }, next } : undefined;
}

function findLinks(text: string): Entity[] {
  const found: Entity[] = [];
  let free = 0;
  for (const { index: start, 0: name } of text.matchAll(scheme)) {
    const alone =
      !start || text[start - 1] === '\n' || endOf(before, text, start - lastChar(text, start).length) === start;
    if (start < free || !alone) continue;
    const at = start + name.length;
    const result = name.endsWith('//') ? urlAt(text, start, at) : linkAt(text, start, at);
    if (!result) continue;
    free = result.next;
    if (result.entity) found.push(result.entity);
  }
  return found;
}

function findMentions(text: string): Entity[] {
  const found: Entity[] = [];
  for (const match of text.matchAll(mention)) {
    const [all, username = '', domain = ''] = match;
    const start = match.index;
    const end = start + all.length;
    if (endOf(afterMention, text, end) !== undefined || Array.from(domain).length > longestMentionDomain) continue;
    found.push({ start, end, kind: 'mention', username });
  }
  return found;
}

/** All of them in order; of two that overlap, the one that starts first. */
export function findEntities(text: string): Entity[] {
  let free = 0;
  return [...findLinks(text), ...findMentions(text)]
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => start >= free && (free = end));
}
