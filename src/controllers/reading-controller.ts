import type { LitElement, ReactiveController } from 'lit';
import type { HomeSession } from '../mastodon/home-session.js';
import { readMarker } from '../mastodon/markers.js';
import { writeMarker } from '../mastodon/marking.js';
import type { FeedController } from './feed-controller.js';

/** A reader who has stopped scrolling for that long is reading, in ms; and nobody is written to more often than that. */
const [rest, often] = [2000, 10_000] as const;

/** Where the reader stopped is looked for on so many pages. */
const most = 10;

/** Whose reading it is, and of what. */
interface Reader {
  readonly home: HomeSession;
  readonly feed: FeedController;
  /** The first post on the screen, by its key. */
  readonly first: () => string | undefined;
  /** They have scrolled before. */
  readonly moved: boolean;
}

/** Remembers at the reader's server how far down their home they are, and knows where they were on their last visit. */
export class ReadingController implements ReactiveController {
  /** What the server calls the post at which they were, unless it is the newest one. */
  offered: string | undefined;
  #moved = false;
  #written: string | undefined;
  #at = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed there is something to offer, or nothing any more */
  constructor(
    private readonly host: LitElement,
    private readonly args: Reader,
    private readonly changed: () => void,
  ) {
    host.addController(this);
    if (args.moved || host.getBoundingClientRect().top < 0) this.#scroll(); // they were quicker than this
    void this.#ask();
  }

  /** Goes back to where they were, as far down as it may be; gives its key. */
  async find(): Promise<string | undefined> {
    const id = this.offered!;
    this.offered = undefined;
    this.changed();
    for (let page = 0; page < most; page++) {
      const key = this.args.home.statuses.keyOf(id);
      if (key !== undefined && this.args.feed.lists(key)) return key;
      const before = this.args.feed.chunks;
      this.args.feed.more();
      while (this.args.feed.loadingMore) await new Promise((resolve) => setTimeout(resolve, 50));
      if (this.args.feed.chunks === before) break;
    }
    return this.args.feed.chunks.at(-1)?.keys.at(-1);
  }

  /** What is before the reader may be another post now. */
  look(): void {
    if (!this.#moved && this.offered) return;
    this.#timer ??= setTimeout(() => this.#write(), Math.max(rest, this.#at + often - Date.now()));
  }

  /** No more of it: somebody else reads, or something else is read. */
  end(): void {
    this.host.removeController(this);
    this.hostDisconnected();
  }

  hostConnected() {
    addEventListener('scroll', this.#scroll, { capture: true, passive: true });
    addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#leave);
  }

  hostDisconnected() {
    removeEventListener('scroll', this.#scroll, { capture: true });
    removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#leave);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #ask() {
    const id = await readMarker(this.args.home, 'home');
    const key = id === undefined ? id : this.args.home.statuses.keyOf(id);
    this.#written = id;
    if (id === undefined || key === this.args.feed.chunks[0]?.keys[0]) return;
    this.offered = id;
    this.changed();
  }

  readonly #scroll = () => {
    this.#moved = true;
    this.look();
  };

  readonly #leave = () => {
    if (this.#timer !== undefined && document.visibilityState === 'hidden') this.#write(true);
  };

  #write(leaving = false) {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const id = this.args.home.statuses.get(this.args.first() ?? '')?.id;
    if (!id || id === this.#written) return;
    this.#written = id;
    this.#at = Date.now();
    void writeMarker(this.args.home, 'home', id, { leaving });
  }
}
