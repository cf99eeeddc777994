import type { LitElement } from 'lit';
import type { Status } from '../../mastodon/entities.js';
import type { PostContext } from '../../parts/post-context.js';
import type { Around, Pieces } from './pieces.js';

/** Draws a kind of thing that few posts hold. */
export interface Kind {
  /** The pieces that it draws in a post; those that it leaves out are drawn by whoever comes before it. */
  pieces(status: Status, post: PostContext, before: Pieces): Partial<Pieces>;
  /** Does what a button of its own names. True when it was its own. */
  press?(button: HTMLButtonElement): boolean;
}

/** One row a kind, in the order in which they are asked. */
const kinds: readonly (new (host: LitElement, around: Around) => Kind)[] = [];

/** What few posts hold, for the posts that do. */
export class Fuller {
  readonly #kinds: readonly Kind[];

  constructor(host: LitElement, around: Around) {
    this.#kinds = kinds.map((Each) => new Each(host, around));
  }

  pieces(status: Status, post: PostContext, plain: Pieces): Pieces {
    return this.#kinds.reduce((before, each) => ({ ...before, ...each.pieces(status, post, before) }), plain);
  }

  press(button: HTMLButtonElement): boolean {
    return this.#kinds.some((each) => each.press?.(button));
  }
}
