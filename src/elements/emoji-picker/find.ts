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

/** A word, as the beginning of one, and as all of one: made once, for thousands are looked at. */
const forms = (word: string) => [word, ` ${word}`, ` ${word} `] as const;

/** How well it fits, the best first: called so; words of its name; words; beginnings of words of its name, of words; anywhere. */
function rank(terms: string, whole: string, words: readonly ReturnType<typeof forms>[]): number | undefined {
  let worst = 1;
  for (const [word, begins, is] of words) {
    if (!terms.includes(word)) return undefined; // nearly all of them
    const end = terms.indexOf('|');
    const [full, begun] = [terms.indexOf(is), terms.indexOf(begins)];
    const inName = (at: number) => at >= 0 && at < end;
    const how = inName(full) ? 1 : full >= 0 ? 2 : inName(begun) ? 3 : begun >= 0 ? 4 : 5;
    if (how > worst) worst = how;
  }
  return worst === 1 && terms.startsWith(whole) ? 0 : worst;
}

/** Those that fit, the best first; among equals the server's own come first, then as Unicode has them. */
export function search(query: string, lists: readonly (readonly Emoji[])[]): Emoji[] {
  const whole = fold(query).trim();
  if (!whole) return [];
  const called = ` ${whole} |`;
  const words = whole.split(' ').map(forms);
  const ranks: Emoji[][] = [[], [], [], [], [], []];
  for (const list of lists)
    for (const emoji of list) {
      const at = rank(emoji.terms, called, words);
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
