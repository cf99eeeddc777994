import { html, noChange } from 'lit';
import type { Chunk } from '../../controllers/feed-controller.js';
import type { MediaMode } from '../../parts/post-context.js';
import { type Page, unfiltered } from '../status/rich.js';

/** A list's posts as they stand on the page. */
export class Drawn {
  /** What the reader has opened in posts that may be drawn again. */
  readonly #opened = new Set<string>();
  /** Each chunk as it was drawn: in full, or as its words. */
  #chunks = new WeakMap<Chunk, string | undefined>();

  constructor(private readonly around: () => Page & { readonly media: MediaMode }) {}

  /** All of it is drawn anew the next time. */
  forget(): void {
    this.#chunks = new WeakMap();
  }

  /** Each chunk is drawn once, until it is far away: what changes in a post, its own element draws. */
  chunk(chunk: Chunk, text: string | undefined): unknown {
    if (this.#chunks.has(chunk) && this.#chunks.get(chunk) === text) return noChange;
    this.#chunks.set(chunk, text);
    return html`<div class="chunk" role="presentation">
      ${text === undefined ? this.posts(chunk.keys) : html`<div hidden="until-found">${text}</div>`}
    </div>`;
  }

  posts(keys: readonly string[]): unknown {
    const around = this.around();
    return unfiltered(around, keys).map((key) => {
      const entry = { ...around, key, opened: this.#opened };
      return html`<masto-status
        exportparts="author, avatar, name, handle, time, content, warning, media, media-item, player, description, poll, card, quote, actions, action, reply, boost, favourite, bookmark, more, menu, dialog, button"
        .entry=${entry}
      ></masto-status>`;
    });
  }
}
