import { clean } from '../base/text.js';
import type { CustomEmoji, Mention } from '../mastodon/entities.js';
import { build } from './build.js';
import { pictures } from './emojis.js';
import { isTooMuch } from './gate.js';
import { parse, words } from './parse.js';
import { read } from './read.js';
import { hasLongWord } from './words.js';
import { textIn, type Tree } from './tree.js';

/** How a body is to be drawn. */
export interface BodyOptions {
  /** The server's own pictures, put in the place of their `:shortcode:`; they stand still (R109). */
  readonly emojis?: readonly CustomEmoji[] | undefined;
  /** Who is mentioned: links to them get the whole address as title. */
  readonly mentions?: readonly Mention[] | undefined;
  /** Leaves out the line "RE: link" that stands in for a quoted post, for when that post is shown itself. */
  readonly hideQuoteLine?: boolean | undefined;
  /** What ends a body of which only the first words could be shown (R79): a link to the original. Default: "…". */
  readonly more?: (() => Node) | undefined;
}

/** R64: gate, inert parse, plain tree. Undefined where one of them gives up (R79, R86). */
export function treeOf(html: string): Tree | undefined {
  try {
    const parsed = isTooMuch(html) ? undefined : parse(html);
    return parsed && read(parsed);
  } catch {
    return undefined;
  }
}

/**
 * A stranger's HTML as safe nodes (R63–R87): content, profile text, a field's value. Nothing in it runs, loads or
 * styles; links are absolute and say where they lead. Never throws.
 */
export function body(html: string, options?: BodyOptions): DocumentFragment {
  // R91: what a page put on Object.prototype is no option.
  const { emojis, mentions, hideQuoteLine, more } = { __proto__: null, ...options } as BodyOptions;
  const fragment = document.createDocumentFragment();
  const tree = treeOf(html);
  build(tree ?? [clean(words(html))], fragment, {
    put: emojis?.length ? pictures(emojis) : undefined,
    titles: mentions?.length ? new Map(mentions.map(({ url, acct }) => [url, '@' + acct])) : undefined,
    hideQuoteLine,
  });
  if (!tree) fragment.append(' ', more?.() ?? '…');
  return fragment;
}

/**
 * Plain text with pictures for its `:shortcodes:` (names, warnings, poll options): the text itself when there is none
 * to put in, and no word so long that it must be broken.
 */
export function emojify(text: string, emojis: readonly CustomEmoji[]): string | DocumentFragment {
  if (!(emojis.length && text.includes(':')) && !hasLongWord(text)) return text;
  const fragment = document.createDocumentFragment();
  return pictures(emojis)(fragment, text) || hasLongWord(text) ? fragment : text;
}

/** The words of a stranger's HTML, through the same rules (R85), for labels and excerpts. Blocks are lines. */
export function textOf(html: string): string {
  const tree = treeOf(html);
  return (tree ? textIn(tree, true) : clean(words(html))).trim();
}
