import type { PostSpeaker } from '../i18n/post.js';

/** When pictures are loaded: with the post, when the reader asks, or never (they are links then). */
export type MediaMode = 'auto' | 'click' | 'none';

/** What a part needs to know besides its data. */
export interface PostContext {
  readonly words: PostSpeaker;
  /** Milliseconds since 1970, the same for all parts of one rendering. */
  readonly now: number;
  readonly media: MediaMode;
  /** Whether custom emoji and card pictures are loaded. */
  readonly pictures: boolean;
  /** The warning was opened. */
  readonly open: boolean;
  /** Covered or unloaded pictures were asked for. */
  readonly mediaOpen: boolean;
}
