import { nothing } from 'lit';
import type { ShownStatus, StatusPlace } from '../../controllers/status-controller.js';
import type { Status } from '../../mastodon/entities.js';
import { linkCard } from '../../parts/link-card/link-card.js';
import { media } from '../../parts/media/media.js';
import { poll } from '../../parts/poll/poll.js';
import type { PostContext } from '../../parts/post-context.js';

/**
 * What stands between the byline and the buttons of a post, in this order, each drawn when it is its turn. What most
 * posts hold is drawn by `plainly`; what comes later (`rich.ts`, `acts.ts`) puts its own in the place of a piece.
 */
export interface Pieces {
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
export const plainly = (status: Status, post: PostContext, content: () => unknown): Pieces => ({
  content: () => (status.content ? content() : nothing),
  media: () => (status.media.length ? media(status, post) : nothing),
  poll: () => (status.poll ? poll(status.poll, post) : nothing),
  card: () => (status.card && !status.media.length ? linkCard(status.card, status.sensitive, post) : nothing),
});

/** Draws them one below the other. */
export const draw = ({ content, media, poll, card, quote, foot }: Pieces): unknown[] => [
  content(),
  media(),
  poll(),
  card(),
  quote?.(),
  foot?.(),
];
