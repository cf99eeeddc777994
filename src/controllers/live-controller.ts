import type { LitElement, ReactiveController } from 'lit';
import { follow, type Following, type LiveState, type News } from '../mastodon/live.js';
import type { FeedController, Question } from './feed-controller.js';

/** Where what is new goes; it comes with the first of it. */
export interface Rows {
  /** What is listed in them, the newest first. */
  readonly keys: readonly string[];
  /** Holds the posts at once; fulfilled when they are shown. */
  arrive(news: News): Promise<unknown>;
  /** Another list, or another reader. */
  forget(): void;
}

/** What the host does with what comes. */
export interface LiveHost {
  bring(): Promise<Rows>;
  /** What is said above the list has changed: how many wait, or how the connection does. */
  said(): void;
}

/** Keeps a feed current: hands on what has come since its first page was read, and counts what waits while the reader is away from the top. */
export class LiveController implements ReactiveController {
  /** How many posts wait for the reader. */
  waiting = 0;
  state: LiveState = 'connecting';
  /** When it tries again, ms since 1970. */
  retryAt: number | undefined;
  question: Question | undefined;
  following: Following | undefined;

  #away = false;
  #rows: Rows | undefined;
  /** What has come before there are rows, and is held until then. */
  #early: (readonly [news: News, release: readonly (() => void)[]])[] = [];
  /** Of what has been written on this page, what has stood here: it does not come again when it has gone behind a gap. */
  readonly #own = new Set<string>();
  #turns = 0;

  /** @param wanted whether the list is to be live · @param own what has been written on this page since the list was read */
  constructor(
    private readonly host: LitElement,
    private readonly feed: FeedController,
    private readonly args: { wanted(): boolean; own(): readonly string[] },
    private readonly on: LiveHost,
  ) {
    host.addController(this);
  }

  /** Away from the top nothing comes in: it waits, and is counted. */
  set away(away: boolean) {
    this.#away = away;
    if (this.following) this.following.away = away;
    if (!away && this.waiting) void this.take();
  }

  /** Shows what waits. */
  async take(): Promise<void> {
    const news = this.following?.take();
    this.#count(0);
    if (news) await this.#arrive(news);
  }

  /** After it has stopped, the reader wants it to go on. */
  again(): void {
    this.following?.end();
    this.#begin();
  }

  hostUpdate() {
    const { question, begun } = this.feed;
    const follows = begun && this.args.wanted() ? question : undefined;
    if (question !== this.question) this.#forget(question);
    if (follows && !this.following) this.#begin();
    else if (!follows && this.following) this.#end();
    const own = this.args.own().filter((key) => !this.#own.has(key));
    for (const key of own) this.#own.add(key);
    if (own.length) void this.#arrive({ keys: own });
  }

  hostDisconnected() {
    // A tag that is only moved is back within a microtask (R210).
    queueMicrotask(() => this.host.isConnected || this.#forget(undefined));
  }

  #begin() {
    const { session, feed } = this.question!;
    const keys = [...(this.#rows?.keys ?? []), ...this.feed.chunks.flatMap(({ keys }) => keys)];
    const turn = ++this.#turns;
    const mine =
      <A extends readonly unknown[]>(tell: (...news: A) => unknown) =>
      (...news: A) =>
        void (turn === this.#turns && tell(...news));
    this.following = follow(
      session,
      feed,
      { prev: this.feed.prev, keys },
      {
        arrive: mine((news) => this.#arrive(news)),
        waiting: mine((count) => this.#count(count)),
        changed: mine((state, retryAt) => this.#change(state, retryAt)),
      },
    );
    this.following.away = this.#away;
    this.#change(this.following.state);
  }

  #end() {
    this.#turns++;
    this.following?.end();
    this.following = undefined;
    this.#count(0);
  }

  #forget(question: Question | undefined) {
    this.question = question;
    this.#own.clear();
    for (const [, release] of this.#early.splice(0)) for (const each of release) each();
    this.#rows?.forget();
    this.#end();
  }

  #count(count: number) {
    this.waiting = count;
    this.on.said();
  }

  #change(state: LiveState, retryAt?: number) {
    this.state = state;
    this.retryAt = retryAt;
    this.on.said();
  }

  async #arrive(news: News) {
    const { statuses } = this.question!.session;
    this.#early.push([news, news.keys.map((key) => statuses.hold(key))]);
    const rows = (this.#rows ??= await this.on.bring().catch(() => undefined));
    if (!rows) return; // there is no network: with the next
    const work = this.#early.splice(0).map(([news, release]) => {
      const shown = rows.arrive(news);
      for (const each of release) each();
      return shown;
    });
    await Promise.all(work);
  }
}
