import type { LitElement } from 'lit';
import type { Chunk, FeedController } from '../../controllers/feed-controller.js';
import { LazyController } from '../../controllers/lazy-controller.js';

/** How many pages come by themselves after the first before the reader must ask (R150). */
const mostAutomatic = 10;

/** Longer lists draw only what is near the screen. */
const longest = 80;

/** What a list needs as it becomes long. */
export class Length {
  readonly #nearEnd: LazyController<{ watch(end: Element | null): void }>;
  readonly #window: LazyController<{ textOf(chunk: Chunk): string | undefined }>;

  constructor(
    private readonly host: LitElement,
    private readonly feed: FeedController,
  ) {
    this.#nearEnd = new LazyController(host, () =>
      import('../../controllers/near-end-controller.js').then(
        ({ NearEndController }) => new NearEndController(host, () => feed.more()),
      ),
    );
    this.#window = new LazyController(host, () =>
      import('../../controllers/window-controller.js').then(
        ({ WindowController }) => new WindowController(host, () => feed.chunks),
      ),
    );
  }

  /** Goes on by itself when the reader comes near the end. */
  goOn(): void {
    const { chunks, loadingMore } = this.feed;
    const automatic = chunks.length <= mostAutomatic && !loadingMore;
    this.#nearEnd.value?.watch(automatic ? this.host.renderRoot.querySelector('[value=more]') : null);
  }

  /** The words of chunks that are too far away to be drawn. @param limit posts in a chunk, at most */
  far(limit: number): { textOf(chunk: Chunk): string | undefined } | undefined {
    return this.feed.chunks.length * limit > longest ? this.#window.value : undefined;
  }
}
