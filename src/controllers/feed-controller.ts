import { initialState, Task, TaskStatus } from '@lit/task';
import type { LitElement, ReactiveController } from 'lit';
import { MastoError } from '../mastodon/errors.js';
import { type FeedArgs, type Page, readFeed } from '../mastodon/feeds.js';
import type { Session } from '../mastodon/session.js';

/** Posts that came together and are drawn together, once. */
export interface Chunk {
  readonly keys: readonly string[];
}

/** How many pages with nothing to show are asked for in a row, when a filter hides all that comes. */
const mostEmpty = 5;

/** Reads a feed for its host page by page, keeps what is listed in the store, and says how far it is. */
export class FeedController implements ReactiveController {
  /** What is shown, in the server's order. */
  chunks: readonly Chunk[] = [];
  /** Called when a page is there: `first` is false for pages that follow. */
  onPage?: (first: boolean) => void;
  onError?: (error: MastoError) => void;

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
    const onError = (error: unknown) => {
      if (error instanceof MastoError) this.onError?.(error);
    };
    this.#first = new Task(host, {
      args: () => this.#flat(),
      task: (_args, { signal }) => this.#read(undefined, signal),
      onComplete: (page) => this.#begin(page),
      onError,
    });
    this.#more = new Task(host, {
      autoRun: false,
      args: () => [],
      task: (_args, { signal }) => this.#read(this.#next, signal),
      onComplete: (page) => this.#add(page, false),
      onError,
    });
  }

  /** True from the first question until the first answer. */
  get loading(): boolean {
    return this.#first.status === TaskStatus.INITIAL || this.#first.status === TaskStatus.PENDING;
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
    const { error } = this.#first.status === TaskStatus.ERROR ? this.#first : this.#more;
    const failed = this.#first.status === TaskStatus.ERROR || this.#more.status === TaskStatus.ERROR;
    return failed && error instanceof MastoError ? error : undefined;
  }

  /** Asks for the next page. Does nothing while one is on its way, or when there is none. */
  more(): void {
    if (this.#next !== undefined && !this.loadingMore) void this.#more.run();
  }

  /** Asks again for what did not come. */
  retry(): void {
    if (this.#first.status === TaskStatus.ERROR) void this.#first.run();
    else this.more();
  }

  /** The reader does not want to wait any longer. */
  cancel(): void {
    const reason = new MastoError('cancelled', { host: this.args()?.session.host });
    this.#first.abort(reason);
    this.#more.abort(reason);
  }

  hostConnected() {
    if (!this.#away) return;
    this.#away = false;
    const statuses = this.args()?.session.statuses;
    const forgotten = [...this.#seen].some((key) => !statuses?.get(key));
    if (forgotten || this.#interrupted) void this.#first.run();
    else for (const key of this.#seen) this.#hold(key);
  }

  hostDisconnected() {
    // A tag that is only moved is back within a microtask, and keeps its request (R210).
    queueMicrotask(() => {
      if (this.host.isConnected || this.#away) return;
      this.#away = true;
      this.#interrupted = this.#first.status === TaskStatus.PENDING;
      this.#first.abort();
      this.#more.abort();
      this.#letGo();
    });
  }

  #flat(): readonly unknown[] {
    const args = this.args();
    return args ? [args.session, ...Object.values(args.feed)] : [];
  }

  async #read(next: string | undefined, signal: AbortSignal): Promise<Page | typeof initialState> {
    const args = this.args();
    if (!args) return initialState;
    let page = await readFeed(args.session, args.feed, next, signal);
    for (let n = 1; n < mostEmpty && !this.#fresh(page).length && page.next !== undefined; n++) {
      page = await readFeed(args.session, args.feed, page.next, signal);
    }
    return page;
  }

  #begin(page: Page) {
    this.#more.abort();
    this.#letGo();
    this.chunks = [];
    this.#seen = new Set();
    this.#add(page, true);
  }

  #add(page: Page, first: boolean) {
    const keys = this.#fresh(page);
    for (const key of keys) {
      this.#seen.add(key);
      this.#hold(key);
    }
    if (keys.length) this.chunks = [...this.chunks, { keys }];
    this.#next = page.next;
    this.onPage?.(first);
  }

  #hold(key: string) {
    const release = this.args()?.session.statuses.hold(key);
    if (release) this.#holds.push(release);
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
