import { html, nothing } from 'lit';
import type { LightboxSpeaker } from '../../i18n/lightbox.js';
import type { MediaAttachment } from '../../mastodon/entities.js';

/** More letters than two or three lines hold: the rest is folded away until the reader asks. */
const isLong = (text: string): boolean => text.length > 240 || text.split('\n', 4).length > 3;

interface DescriptionContext {
  readonly words: LightboxSpeaker;
  /** Of the text. */
  readonly lang: string;
  readonly unfolded: boolean;
}

/** What the picture shows, in words that can be read, scrolled and marked. */
export function description({ description: text }: MediaAttachment, { words, lang, unfolded }: DescriptionContext) {
  if (!text) return html`<div class="foot"></div>`;
  const long = isLong(text);
  return html`<div class="foot">
    <p class="text ${long && !unfolded ? 'text-folded' : ''}" part="text" lang=${lang || nothing} tabindex=${long && unfolded ? 0 : nothing}>${text}</p>
    ${
      long
        ? html`<button class="fold" part="button" type="button" value="unfold" aria-expanded=${unfolded}>${words.say(unfolded ? 'less' : 'whole')}</button>`
        : nothing
    }
  </div>`;
}
