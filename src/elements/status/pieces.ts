import { nothing } from 'lit';
import type { ShownStatus, StatusPlace } from '../../controllers/status-controller.js';
import type { Status } from '../../mastodon/entities.js';
import { linkCard } from '../../parts/link-card/link-card.js';
import { media } from '../../parts/media/media.js';
import { poll } from '../../parts/poll/poll.js';
import type { PostContext } from '../../parts/post-context.js';
import { warning, wordsIn } from '../../parts/warning/warning.js';

/**
 * What stands between the byline and the buttons of a post, in this order, each drawn when it is its turn. What most
 * posts hold is drawn by `plainly`; what comes later (`rich.ts`, `acts.ts`) puts its own in the place of a piece.
 */
export interface Pieces {
  /** What is said above the byline: that it is pinned. */
  readonly above?: () => unknown;
  /** What stands before all others, and hides them until it is opened. */
  readonly warning: () => unknown;
  readonly content: () => unknown;
  readonly media: () => unknown;
  readonly poll: () => unknown;
  readonly card: () => unknown;
  readonly quote?: () => unknown;
  /** What is said of the post below all: its language, how it was written, that it is a translation. */
  readonly foot?: () => unknown;
}

/** What a piece may ask of the element around it. */
export interface Around {
  /** The post as it is shown just now. */
  shown(): Partial<ShownStatus & StatusPlace>;
  /** Whether the reader has opened something of this post (`open`, `show-media`, `unfold` …). It outlives the element. */
  isOpen(what: string): boolean;
  /** Opens it or closes it, and draws again. */
  toggle(what: string): void;
}

/** @param content makes the words of the post, or gives those that were made */
export const plainly = (status: Status, post: PostContext, content: () => HTMLElement): Pieces => ({
  warning: () => (status.spoilerText ? warning(status, wordsIn(content()), post) : nothing),
  content: () => (status.content ? content() : nothing),
  media: () => (status.media.length ? media(status, post) : nothing),
  poll: () => (status.poll ? poll(status.poll, status.url, post) : nothing),
  card: () => (status.card && !status.media.length ? linkCard(status.card, status.sensitive, post) : nothing),
});

/** Draws them one below the other, as far as a warning lets them be seen. */
export const draw = ({ spoilerText }: Status, { open }: PostContext, pieces: Pieces): unknown[] => {
  const { warning, content, media, poll, card, quote, foot } = pieces;
  return !spoilerText || open
    ? [warning(), content(), media(), poll(), card(), quote?.(), foot?.()]
    : [warning(), nothing, nothing, nothing, nothing, nothing, foot?.()];
};
