import { mediaUrl } from '../base/url.js';
import type { CustomEmoji } from '../mastodon/entities.js';
import { append, clone, exec, setAttribute } from './natives.js';
import { appendText } from './words.js';

/** R77: a server's own pictures in one post, at most. */
const most = 200;
const shortcode = /:(\w{1,64}):/g;
/** As Mastodon: a shortcode touches no letter, digit or colon. White space first: the tables of Unicode cost time. */
const touches = (text: string) => !!text.trim() && /[\p{L}\p{N}:]/u.test(text);

const blank = Object.assign(new Image(20, 20), {
  className: 'custom-emoji',
  loading: 'lazy',
  decoding: 'async',
  referrerPolicy: 'no-referrer',
});

/** Pictures that would move → where from; they stand still until the reader points at them (R109). */
export const moving = new WeakMap<Element, string>();

function picture(code: string, source: string, url: string): Element {
  const image = clone(blank);
  setAttribute(image, 'alt', code);
  setAttribute(image, 'title', code);
  setAttribute(image, 'src', source);
  if (url !== source) moving.set(image, url);
  return image;
}

/** Appends text with the pictures of its shortcodes; false when there were none. */
export type Pictures = (to: Node, text: string) => boolean;

/** For one post, name or poll: R77's bound counts over all its texts. */
export function pictures(emojis: readonly CustomEmoji[]): Pictures {
  const known = new Map(emojis.map((emoji) => [emoji.shortcode, emoji]));
  let left = most;
  return (to, text) => {
    let done = 0;
    shortcode.lastIndex = 0;
    for (let found; left && (found = exec(shortcode, text));) {
      const { 0: code, 1: name = '', index } = found;
      const end = index + code.length;
      const emoji = known.get(name);
      if (!emoji) continue;
      left--;
      const source = mediaUrl(emoji.staticUrl || emoji.url);
      if (!source || touches(text.slice(index - 1, index)) || touches(text.slice(end, end + 1))) continue;
      appendText(to, text.slice(done, index));
      append(to, picture(code, source, emoji.url));
      done = end;
    }
    appendText(to, text.slice(done));
    return done > 0;
  };
}
