import { mediaUrl } from '../base/url.js';
import type { CustomEmoji } from '../mastodon/entities.js';
import { append, clone, createElement, createText, exec, setAttribute } from './natives.js';

/** R77: a server's own pictures in one post, at most. */
const most = 200;
const shortcode = /:(\w{1,64}):/g;
/** As Mastodon: a shortcode touches no letter, digit or colon. White space first: the tables of Unicode cost time. */
const touches = (text: string) => !!text.trim() && /[\p{L}\p{N}:]/u.test(text);

const image = createElement('img');
for (const attribute of 'class=custom-emoji width=20 height=20 loading=lazy decoding=async referrerpolicy=no-referrer'.split(
  ' ',
))
  setAttribute(image, ...(attribute.split('=') as [string, string]));

/** Appends text with the pictures of its shortcodes; false when there were none. */
export type Pictures = (to: Node, text: string) => boolean;

/** For one post, name or poll: R77's bound counts over all its texts. */
export function pictures(emojis: readonly CustomEmoji[]): Pictures {
  const known = new Map(emojis.map((emoji) => [emoji.shortcode, emoji]));
  let left = most;
  return (to, text) => {
    let done = 0;
    for (let found; (found = exec(shortcode, text));) {
      const { 0: code, 1: name = '', index } = found;
      const end = index + code.length;
      const emoji = known.get(name);
      const source = emoji && mediaUrl(emoji.staticUrl || emoji.url);
      if (!source || touches(text.slice(index - 1, index)) || touches(text.slice(end, end + 1)) || --left < 0) continue;
      append(to, createText(text.slice(done, index)));
      const picture = clone(image);
      for (const [key, value] of [
        ['alt', code],
        ['title', code],
        ['src', source],
      ] as const)
        setAttribute(picture, key, value);
      append(to, picture);
      done = end;
    }
    append(to, createText(text.slice(done)));
    return done > 0;
  };
}
