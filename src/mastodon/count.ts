import { clusters, endOfClusters } from './clusters.js';
import { findEntities, type Entity } from './count-entities.js';

export interface CountOptions {
  /** The content warning: counted in full, URLs too. */
  readonly spoiler?: string;
  /** `configuration.statuses.characters_reserved_per_url`. Default 23. */
  readonly perUrl?: number;
  /** A post that quotes another may have no text: its content warning stays one. */
  readonly quoting?: boolean;
}

const blank = /[\0\t-\r ]/;

/** Of the text that was looked through last: it is counted and cut in one go. */
let found: { readonly text: string; readonly entities: readonly Entity[] } | undefined;

function entitiesOf(text: string) {
  if (found?.text !== text) found = { text, entities: [...findEntities(text)].filter(({ kind }) => kind !== 'link') };
  return found.entities;
}

/** Without white space at both ends, of the kind that the server strips. No pattern: one that looks for the end is slow. */
function strip(text: string) {
  let start = 0;
  let end = text.length;
  while (start < end && blank.test(text[start] as string)) start++;
  while (end > start && blank.test(text[end - 1] as string)) end--;
  return text.slice(start, end);
}

function shortened(text: string, perUrl: number) {
  let out = '';
  let done = 0;
  for (const { start, end, kind, username } of entitiesOf(text)) {
    out += text.slice(done, start) + (kind === 'url' ? 'x'.repeat(perUrl) : `@${username}`);
    done = end;
  }
  return out + text.slice(done);
}

/**
 * The characters of a post as a Mastodon 4.6 server counts them, to be compared with `max_characters`: grapheme
 * clusters, a URL as 23, of `@user@host` only `@user`. Servers that are not Mastodon may count otherwise.
 */
export function countCharacters(
  text: string,
  { spoiler = '', perUrl = 23, quoting = false }: CountOptions = {},
): number {
  const body = strip(text);
  const warning = strip(spoiler);
  // Without a text the server makes one of the warning.
  if (!body && !quoting) return clusters(shortened(warning, perUrl));
  return clusters(warning + shortened(body, perUrl));
}

/** Where in a text begins what is beyond the limit; its length when it fits. What counts as one thing, as a URL does, is not cut. */
export function fitting(text: string, most: number, { spoiler = '', perUrl = 23 }: CountOptions = {}): number {
  const body = strip(text);
  const before = text.indexOf(body);
  let left = most - clusters(strip(spoiler));
  let done = 0;
  for (const { start, end, kind, username = '' } of entitiesOf(body)) {
    const between = body.slice(done, start);
    const cut = endOfClusters(between, left);
    if (cut < between.length) return before + done + cut;
    left -= clusters(between) + (kind === 'url' ? perUrl : username.length + 1);
    if (left < 0) return before + start;
    done = end;
  }
  const cut = done + endOfClusters(body.slice(done), left);
  return cut < body.length ? before + cut : text.length;
}
