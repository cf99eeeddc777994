import { initialState, Task, TaskStatus } from '@lit/task';
import type { LitElement, ReactiveController } from 'lit';
import { MastoError } from '../mastodon/errors.js';
import { type FeedArgs, type Page, readFeed } from '../mastodon/feeds.js';
import { budget } from '../mastodon/rate.js';
import type { Session } from '../mastodon/session.js';

/** Posts that came together and are drawn together, once. */
export interface Chunk {
  readonly keys: readonly string[];
}

/** How many pages with nothing to show are asked for in a row, when a filter hides all that comes. */
const mostEmpty = 5;

/** When a reader is told that a server is slow, in ms (R144). */
const slow = 10_000;

/** Reads a feed for its host page by page, keeps what is listed in the store, and says how far it is. */
export class FeedController implements ReactiveController {
  /** What is shown, in the server's order. */
  chunks: readonly Chunk[] = [];
  /** The server is slow, or has asked for a pause (R123). */
  late = false;

  #next: string | undefined;
  #seen = new Set<string>();
  #holds: (() => void)[] = [];
  #away = false;
  #interrupted = false;
  readonly #first: Task<readonly unknown[], Page>;
  readonly #more: Task<readonly unknown[], Page>;

  /** @param args The session and what is wanted of it; undefined while the host may not ask. Compared piece by piece. */
  constructor(
    private readonly host: LitElement,
    private readonly args: () => { session: Session; feed: FeedArgs } | undefined,
  ) {
    host.addController(this);
    this.#first = new Task(host, {
      args: () => this.#flat(),
      task: (_args, { signal }) => this.#read(undefined, signal),
      onComplete: (page) => this.#begin(page),
    });
    this.#more = new Task(host, {
      autoRun: false,
      args: () => [],
      task: (_args, { signal }) => this.#read(this.#next, signal),
      onComplete: (page) => this.#add(page),
    });
  }

  /** True from the first question until the first answer. */
  get loading(): boolean {
    return this.#first.status < TaskStatus.COMPLETE;
  }

  /** True while a further page is on its way. */
  get loadingMore(): boolean {
    return this.#more.status === TaskStatus.PENDING;
  }

  /** Whether the server has more. */
  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  /** Why the first page, or else the last one asked for, did not come. */
  get error(): MastoError | undefined {
    const failed = [this.#first, this.#more].find(({ status }) => status === TaskStatus.ERROR);
    return failed?.error instanceof MastoError ? failed.error : undefined;
  }

  /** Until when the server has asked us to wait, in ms since 1970. */
  get pausedUntil(): number {
    return budget(this.args()?.session.host ?? '').pausedUntil;
  }

  /** Asks for the next page, or again for what did not come. Does nothing while one is on its way, or when there is none. */
  more(): void {
    if (this.#first.status === TaskStatus.ERROR) void this.#first.run();
    else if (this.hasMore && !this.loadingMore) void this.#more.run();
  }

  /** The reader does not want to wait any longer. */
  cancel(): void {
    this.#abort(new MastoError('cancelled', { host: this.args()?.session.host }));
  }

  hostConnected() {
    if (!this.#away) return;
    this.#away = false;
    const statuses = this.args()?.session.statuses;
    const forgotten = [...this.#seen].some((key) => !statuses?.get(key));
    if (forgotten || this.#interrupted) void this.#first.run();
    else this.#hold(this.#seen);
  }

  hostDisconnected() {
    // A tag that is only moved is back within a microtask, and keeps its request (R210).
    queueMicrotask(() => {
      if (this.host.isConnected || this.#away) return;
      this.#away = true;
      this.#interrupted = this.#first.status === TaskStatus.PENDING;
      this.#abort();
      this.#letGo();
    });
  }

  #abort(reason?: unknown) {
    this.#first.abort(reason);
    this.#more.abort(reason);
  }

  #flat(): readonly unknown[] {
    const args = this.args();
    return args ? [args.session, ...Object.values(args.feed)] : [];
  }

  async #read(next: string | undefined, signal: AbortSignal): Promise<Page | typeof initialState> {
    const args = this.args();
    if (!args) return initialState;
    const { session, feed } = args;
    const isLate = () => {
      this.late = true;
      this.host.requestUpdate();
    };
    const patience = budget(session.host);
    const timer = setTimeout(isLate, slow);
    patience.addEventListener('change', isLate);
    try {
      let page = await readFeed(session, feed, next, signal);
      for (let n = 1; n < mostEmpty && page.next !== undefined && !this.#fresh(page).length; n++)
        page = await readFeed(session, feed, page.next, signal);
      return page;
    } finally {
      this.late = false;
      clearTimeout(timer);
      patience.removeEventListener('change', isLate);
    }
  }

  #begin(page: Page) {
    this.#more.abort();
    this.#letGo();
    this.chunks = [];
    this.#seen = new Set();
    this.#add(page);
  }

  #add(page: Page) {
    const keys = this.#fresh(page);
    for (const key of keys) this.#seen.add(key);
    this.#hold(keys);
    if (keys.length) this.chunks = [...this.chunks, { keys }];
    this.#next = page.next;
  }

  #hold(keys: Iterable<string>) {
    const statuses = this.args()?.session.statuses;
    if (statuses) for (const key of keys) this.#holds.push(statuses.hold(key));
  }

  #letGo() {
    for (const release of this.#holds) release();
    this.#holds = [];
  }

  /** Pages of a moving list overlap; a post is listed once. */
  #fresh({ keys }: Page) {
    return keys.filter((key) => !this.#seen.has(key));
  }
}
