import { clean } from '../base/text.js';
import type { CustomEmoji, Mention } from '../mastodon/entities.js';
import { build } from './build.js';
import { pictures } from './emojis.js';
import { isTooMuch } from './gate.js';
import { parse, words } from './parse.js';
import { read } from './read.js';
import { hasClass, textIn, type Tree } from './tree.js';

/** How a body is to be drawn. */
export interface BodyOptions {
  /** The server's own pictures, put in the place of their `:shortcode:`. */
  readonly emojis?: readonly CustomEmoji[] | undefined;
  /** Who is mentioned: their links get the whole address as title. */
  readonly mentions?: readonly Mention[] | undefined;
  /** Leaves out the line "RE: link" that stands in for a quoted post, for when that post is shown itself. */
  readonly hideQuoteLine?: boolean | undefined;
}

/** R64: gate, inert parse, plain tree; where one of them gives up, the words alone (R79, R86). */
function treeOf(html: string): Tree {
  const sound = html.toWellFormed();
  const parsed = isTooMuch(sound) ? undefined : parse(sound);
  return (parsed && read(parsed)) ?? [clean(words(sound))];
}

/**
 * A stranger's HTML as safe nodes (R63–R87): content, profile text, a field's value. Nothing in it runs, loads or
 * styles; links are absolute and say where they lead. Never throws.
 */
export function body(html: string, { emojis, hideQuoteLine }: BodyOptions = {}): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const tree = treeOf(html);
  if (hideQuoteLine && hasClass(tree[0], 'quote-inline')) tree[0] = '';
  build(tree, fragment, emojis?.length ? pictures(emojis) : undefined);
  return fragment;
}

/**
 * Plain text with pictures for its `:shortcodes:` (names, warnings, poll options): the text itself when there is none
 * to put in.
 */
export function emojify(text: string, emojis: readonly CustomEmoji[]): string | DocumentFragment {
  if (!emojis.length || !text.includes(':')) return text;
  const fragment = document.createDocumentFragment();
  return pictures(emojis)(fragment, text) ? fragment : text;
}

/** The words of a stranger's HTML, through the same rules (R85), for labels and excerpts. */
export const textOf = (html: string): string => textIn(treeOf(html), true).trim();
