import type { LitElement, ReactiveController } from 'lit';
import { MastoError } from '../mastodon/errors.js';
import { type FeedArgs, readFeed } from '../mastodon/feeds.js';
import type { Session } from '../mastodon/session.js';
import { waiting } from './waiting.js';

/** Posts that came together and are drawn together, once. */
export interface Chunk {
  readonly keys: readonly string[];
}

/** Whom a feed is asked of, and what for. */
export interface Question {
  readonly session: Session;
  readonly feed: FeedArgs;
  /** Asked when the first page fails: whether another session is to be asked now. */
  readonly elsewhere?: (error: MastoError, signal: AbortSignal) => Promise<boolean>;
  /** What must be there before a page is drawn, so that nothing moves afterwards; undefined where nothing is missing. */
  readonly ready?: (keys: readonly string[]) => Promise<unknown> | undefined;
}

/** How many pages with nothing to show are asked for in a row, when a filter hides all that comes. */
const mostEmpty = 5;

/** Reads a feed for its host page by page, keeps what is listed in the store, and says how far it is. */
export class FeedController implements ReactiveController {
  /** What is shown, in the server's order. */
  chunks: readonly Chunk[] = [];
  /** The first page has come. */
  begun = false;
  /** Why the page last asked for did not come. */
  error: MastoError | undefined;
  /** The server has not answered in the blink of an eye. */
  slow = false;
  /** The server has not answered for long, or has asked for a pause (R123): until when, in ms since 1970, or the past. */
  late: number | undefined;

  /** What is being shown, or asked for. */
  question: Question | undefined;
  /** The opaque way to what is newer than the first page. */
  prev: string | undefined;

  #asked = '';
  #next: string | undefined;
  #run: AbortController | undefined;
  readonly #seen = new Set<string>();
  #holds: (() => void)[] = [];
  #away = false;

  /** @param args The session and what is wanted of it; undefined while the host may not ask. */
  constructor(
    private readonly host: LitElement,
    private readonly args: () => Question | undefined,
  ) {
    host.addController(this);
  }

  /** True until the first page has come or failed. */
  get loading(): boolean {
    return !this.begun && !this.error;
  }

  /** True while a further page is on its way. */
  get loadingMore(): boolean {
    return this.begun && !!this.#run;
  }

  /** Whether the server has more. */
  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  /** Whether a post has come with a page. */
  lists(key: string): boolean {
    return this.#seen.has(key);
  }

  /** Asks for the next page, or again for what did not come. Does nothing while one is on its way, or when there is none. */
  more(): void {
    if (!this.#run && (this.hasMore || !this.begun)) void this.#read();
  }

  /** The reader does not want to wait any longer. */
  cancel(): void {
    this.#run?.abort(new MastoError('cancelled', { host: this.question?.session?.host }));
  }

  hostUpdate() {
    const args = this.args();
    const asked = args ? args.session.origin + JSON.stringify(args.feed) : '';
    // Two people at one server are two sessions.
    if ((asked === this.#asked && args?.session === this.question?.session) || this.#away) return;
    this.#asked = asked;
    this.#forget();
    this.question = args;
    if (args) void this.#read();
  }

  hostConnected() {
    if (!this.#away) return;
    this.#away = false;
    // Off the page for longer than things are remembered, or in the middle of a question: as if it were new.
    if (this.begun && [...this.#seen].every((key) => this.question?.session?.statuses.get(key))) this.#hold(this.#seen);
    else this.#asked = '';
  }

  hostDisconnected() {
    // A tag that is only moved is back within a microtask, and keeps its request (R210).
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.#away = true;
      this.#run?.abort();
      this.#letGo();
    });
  }

  async #read() {
    const { session, feed, elsewhere, ready } = this.question!;
    const run = (this.#run = new AbortController());
    const settled = waiting(session.host, (late) => {
      this.slow = true;
      this.late = late;
      this.host.requestUpdate();
    });
    this.error = undefined;
    this.host.requestUpdate();
    try {
      for (let n = 1; ; n++) {
        const { keys, next, prev } = await readFeed(session, feed, this.#next, run.signal);
        await ready?.(keys);
        if (run !== this.#run) return; // somebody has asked for something else meanwhile
        if (!this.#next) this.prev = prev;
        this.#next = next;
        if (this.#add(keys) || n === mostEmpty || next === undefined) break;
      }
      this.begun = true;
    } catch (error) {
      const first = error instanceof MastoError && !this.begun;
      if (first && (await elsewhere?.(error, run.signal))) return; // another question follows
      const why: unknown = run.signal.aborted ? run.signal.reason : error; // the reader may have stopped waiting
      if (run === this.#run && why instanceof MastoError) this.error = why;
    } finally {
      settled();
      if (run === this.#run) {
        this.#run = undefined;
        this.slow = false;
        this.late = undefined;
        this.host.requestUpdate();
      }
    }
  }

  /** Lists what is not listed yet: pages of a moving list overlap. */
  #add(page: readonly string[]) {
    const keys = page.filter((key) => !this.#seen.has(key));
    for (const key of keys) this.#seen.add(key);
    this.#hold(keys);
    if (keys.length) this.chunks = [...this.chunks, { keys }];
    return keys.length;
  }

  #forget() {
    this.#run?.abort();
    this.#run = this.#next = this.error = this.late = undefined;
    this.begun = this.slow = false;
    this.chunks = [];
    this.#seen.clear();
    this.#letGo();
  }

  #hold(keys: Iterable<string>) {
    for (const key of keys) this.#holds.push(this.question!.session.statuses.hold(key));
  }

  #letGo() {
    for (const release of this.#holds) release();
    this.#holds = [];
  }
}
