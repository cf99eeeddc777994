import type { OfferedEmoji } from '../../mastodon/custom-emojis.js';
import { type Emoji, fold, ownEmojis, toned, unicodeEmojis } from './catalogue.js';

/** An emoji that was looked for. */
export interface FoundEmoji {
  /** What is put into the text. */
  readonly text: string;
  /** What it is called: words, or `:shortcode:`. */
  readonly name: string;
  /** Of the server's own: its picture, standing still. */
  readonly url?: string;
}

/** Where to look. */
export interface Finding {
  /** The server's own: what `customEmojis(session)` gave, the very list, which is prepared once. */
  readonly custom: readonly OfferedEmoji[];
  readonly lang: string;
  readonly limit: number;
  /** The colour of skin. */
  readonly tone?: number;
}

/** How well it fits, the best first: called so; words of its name; words; beginnings of words of its name, of words; anywhere. */
function rank({ terms }: Emoji, whole: string, words: readonly string[]): number | undefined {
  const end = terms.indexOf('|');
  if (terms.startsWith(` ${whole} `) && end === whole.length + 2) return 0;
  let worst = 1;
  const inName = (at: number) => at >= 0 && at < end;
  for (const word of words) {
    if (!terms.includes(word)) return undefined; // nearly all of them
    const [full, begun] = [terms.indexOf(` ${word} `), terms.indexOf(` ${word}`)];
    const how = inName(full) ? 1 : full >= 0 ? 2 : inName(begun) ? 3 : begun >= 0 ? 4 : 5;
    worst = Math.max(worst, how);
  }
  return worst;
}

/** Those that fit, the best first; among equals the server's own come first, then as Unicode has them. */
export function search(query: string, lists: readonly (readonly Emoji[])[]): Emoji[] {
  const whole = fold(query).trim();
  if (!whole) return [];
  const words = whole.split(' ');
  const ranks: Emoji[][] = [[], [], [], [], [], []];
  for (const list of lists)
    for (const emoji of list) {
      const at = rank(emoji, whole, words);
      if (at !== undefined) ranks[at]!.push(emoji);
    }
  return ranks.flat();
}

/** Emoji by what they are called, for whoever completes `:tea`. In the reader's language; when nothing fits, in English. */
export async function findEmojis(query: string, where: Finding): Promise<readonly FoundEmoji[]> {
  const { custom, lang, limit, tone = 0 } = where;
  const own = ownEmojis(custom);
  let found = search(query, [own, ...(await unicodeEmojis(lang))]);
  if (!found.length) found = search(query, await unicodeEmojis('en'));
  return found.slice(0, limit).map((emoji) => {
    const { name, picture } = emoji;
    return { text: toned(emoji, tone), name, ...(picture && { url: picture.staticUrl }) };
  });
}
