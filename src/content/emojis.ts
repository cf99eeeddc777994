import { mediaUrl } from '../base/url.js';
import type { CustomEmoji } from '../mastodon/entities.js';
import { append, clone, createElement, createText, setAttribute } from './natives.js';

/** R77: a server's own pictures in one post, at most. */
const most = 200;

/** As Mastodon: a shortcode touches no letter, digit or colon. */
const shortcode = /(?<![\p{L}\p{N}:]):(\w{1,64}):(?![\p{L}\p{N}:])/gu;

const image = createElement('img');
for (const [name, value] of Object.entries({
  class: 'custom-emoji',
  width: '20',
  height: '20',
  loading: 'lazy',
  decoding: 'async',
  referrerpolicy: 'no-referrer',
}))
  setAttribute(image, name, value);

/** Puts the pictures of one post, name or poll in the place of their `:shortcode:`. */
export class Emojis {
  readonly #known;
  #left = most;

  constructor(emojis: readonly CustomEmoji[]) {
    this.#known = new Map(emojis.map((emoji) => [emoji.shortcode, emoji]));
  }

  /** Appends text and pictures. Returns how many pictures there are. */
  put(to: Node, text: string): number {
    let at = 0;
    let pictures = 0;
    for (const { 0: code, 1: name, index } of text.matchAll(shortcode)) {
      const emoji = this.#known.get(name ?? '');
      const source = emoji && mediaUrl(emoji.staticUrl || emoji.url);
      if (!source || this.#left-- <= 0) continue;
      append(to, createText(text.slice(at, index)));
      const picture = clone(image) as Element;
      setAttribute(picture, 'alt', code);
      setAttribute(picture, 'title', code);
      setAttribute(picture, 'src', source);
      append(to, picture);
      at = index + code.length;
      pictures++;
    }
    append(to, createText(text.slice(at)));
    return pictures;
  }
}
