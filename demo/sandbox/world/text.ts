import { findEntities } from '../../../src/mastodon/count-entities.js';

/** A post's text → the HTML a Mastodon server makes of it. */

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => named[sign]!);

/** A piece of a text that becomes a link. */
export type Entity = { start: number; end: number } & (
  | { kind: 'url'; url: string }
  | { kind: 'mention'; username: string; domain: string | null }
  | { kind: 'tag'; name: string }
);

const tagPattern = /(?<![/)\p{L}\p{N}_])[#＃]([\p{L}\p{N}\p{M}_·・\u200c]*[\p{L}\p{M}_][\p{L}\p{N}\p{M}_·・\u200c]*)/gu;

/** A port belongs to a mention on loopback only, where sandboxes are each other's peers. */
const loopbackPort = /^(?:.+\.)?localhost$/;

function mentionAt(text: string, start: number, end: number): Entity {
  const [, username = '', domain] = text.slice(start, end).split('@');
  const port = domain && loopbackPort.test(domain) ? (/^:\d+/.exec(text.slice(end))?.[0] ?? '') : '';
  return { kind: 'mention', start, end: end + port.length, username, domain: domain ? domain + port : null };
}

/** Links, mentions and hashtags of a text, in order, none over another: the one that starts first wins. */
export function entitiesOf(text: string): Entity[] {
  const found: Entity[] = findEntities(text).map(({ start, end, kind }) =>
    kind === 'mention' ? mentionAt(text, start, end) : { kind: 'url', start, end, url: text.slice(start, end) },
  );
  for (const match of text.matchAll(tagPattern)) {
    found.push({ kind: 'tag', start: match.index, end: match.index + match[0].length, name: match[1]! });
  }
  found.sort((a, b) => a.start - b.start);
  return found.filter((entity, at) => !found.slice(0, at).some((before) => before.end > entity.start));
}

function urlHtml(url: string): string {
  const prefix = /^https?:\/\/(?:www\.)?/i.exec(url)?.[0] ?? '';
  const shown = url.slice(prefix.length, prefix.length + 30);
  const rest = url.slice(prefix.length + 30);
  return (
    `<a href="${escapeHtml(url)}" target="_blank" rel="nofollow noopener" translate="no">` +
    `<span class="invisible">${escapeHtml(prefix)}</span><span class="${rest ? 'ellipsis' : ''}">${escapeHtml(shown)}</span>` +
    `<span class="invisible">${escapeHtml(rest)}</span></a>`
  );
}

/** How mentions and hashtags are to be linked. */
export interface Linker {
  origin: string;
  /** The address of somebody's page; undefined for nobody we know: the mention stays text. */
  mention(username: string, domain: string | null): { url: string; username: string } | undefined;
}

function entityHtml(entity: Entity, source: string, linker: Linker): string {
  if (entity.kind === 'url') return urlHtml(entity.url);
  if (entity.kind === 'tag') {
    const href = `${linker.origin}/tags/${encodeURIComponent(entity.name.toLowerCase())}`;
    return `<a href="${href}" class="mention hashtag" rel="tag">#<span>${escapeHtml(entity.name)}</span></a>`;
  }
  const who = linker.mention(entity.username, entity.domain);
  if (!who) return escapeHtml(source);
  const name = escapeHtml(who.username);
  return `<span class="h-card" translate="no"><a href="${escapeHtml(who.url)}" class="u-url mention">@<span>${name}</span></a></span>`;
}

const paragraphs = (html: string) =>
  html
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br />')}</p>`)
    .join('');

/** The content of a post of this instance. Empty text stays empty. */
export function toHtml(text: string, linker: Linker): string {
  if (!text) return '';
  const source = text.replace(/\r\n?/g, '\n');
  let html = '';
  let at = 0;
  for (const entity of entitiesOf(source)) {
    html +=
      escapeHtml(source.slice(at, entity.start)) + entityHtml(entity, source.slice(entity.start, entity.end), linker);
    at = entity.end;
  }
  return paragraphs(html + escapeHtml(source.slice(at)));
}

/** Shortcodes that stand free: neither letter, digit nor colon on either side. */
export const shortcodesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/(?<![\p{L}\p{N}:]):([a-z0-9_]{2,}):(?![\p{L}\p{N}:])/giu)].map((match) => match[1]!)),
];

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Extended grapheme clusters. */
export function graphemes(text: string): number {
  let count = 0;
  for (const piece of segmenter.segment(text)) if (piece.segment) count++;
  return count;
}

/** Markup away, for previews and for pages that show text only. */
export const plain = (html: string) =>
  html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/p>\s*<p[^>]*>/gi, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
