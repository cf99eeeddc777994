import { clusters } from './clusters.js';
import { findEntities } from './count-entities.js';

export interface CountOptions {
  /** The content warning: counted in full, URLs too. */
  readonly spoiler?: string;
  /** `configuration.statuses.characters_reserved_per_url`. Default 23. */
  readonly perUrl?: number;
  /** A post that quotes another may have no text: its content warning stays one. */
  readonly quoting?: boolean;
}

const blank = /[\0\t-\r ]/;

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
  for (const { start, end, kind, username } of findEntities(text)) {
    if (kind === 'link') continue;
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
