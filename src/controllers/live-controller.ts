import type { LitElement, ReactiveController } from 'lit';
import { follow, type Following, type Gap, type LiveState, type News } from '../mastodon/live.js';
import type { FeedController, Question } from './feed-controller.js';
import { isChunk, keysOf, type Row, rowsOf, trimmed } from './live-rows.js';

export { isChunk, type Row } from './live-rows.js';

/** Where more comes than can be read, it is drawn so often, in ms. */
const calm = 1000;

/** What the host does with what comes. */
export interface LiveHost {
  /** Draws rows that nobody sees yet, bit by bit. @returns what forgets those that were not wanted after all */
  prepare(rows: readonly Row[]): Promise<() => void>;
  /** Rows have come, gone or changed. */
  drawn(): void;
  /** What is said above them has changed: how many wait, or how the connection does. */
  said(): void;
  /** Whether the reader holds on to something in a row: then it stays. */
  holds(row: Row): boolean;
}

/**
 * Keeps a feed current: what has come since its first page was read, newest first, bounded; and what waits while the
 * reader is away from the top.
 */
export class LiveController implements ReactiveController {
  rows: readonly Row[] = [];
  /** How many posts wait for the reader. */
  waiting = 0;
  state: LiveState = 'connecting';
  /** When it tries again, ms since 1970. */
  retryAt: number | undefined;
  /** The gap that is being filled, and the one that could not be. */
  filling: Gap | undefined;
  failed: Gap | undefined;

  #away = false;
  #question: Question | undefined;
  #following: Following | undefined;
  /** What has come and is not drawn yet, the newest first; who draws it, and not before when. */
  #coming: News[] = [];
  #work: Promise<unknown> | undefined;
  #next = 0;
  readonly #holds = new Map<string, () => void>();
  /** Of what has been written on this page, what has stood here: it does not come again when it has gone behind a gap. */
  readonly #own = new Set<string>();
  #turns = 0;
  #run = new AbortController();

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
    if (this.#following) this.#following.away = away;
    if (!away && this.waiting) void this.take();
  }

  /** Shows what waits. */
  take(): Promise<unknown> {
    const news = this.#following?.take();
    this.#next = 0;
    this.waiting = 0;
    this.on.said();
    return news ? this.#arrive(news) : Promise.resolve();
  }

  /** Asks for what is missing. Gives the first post of what came. */
  async fill(gap: Gap): Promise<string | undefined> {
    if (this.filling || !this.#following) return undefined;
    this.#turn(gap, undefined);
    const { signal } = this.#run;
    try {
      const { keys, gap: rest } = await this.#following.fill(gap, signal);
      const fresh = this.#keep(keys);
      await this.#question?.ready?.(fresh);
      if (signal.aborted) return undefined;
      this.#set(this.rows.flatMap((row) => (row === gap ? rowsOf(fresh, rest) : [row])));
      this.#turn(undefined, undefined);
      return fresh[0];
    } catch {
      if (!signal.aborted) this.#turn(undefined, gap);
      return undefined;
    }
  }

  /** After it has stopped, the reader wants it to go on. */
  again(): void {
    this.#following?.end();
    this.#begin();
  }

  hostUpdate() {
    const { question, begun } = this.feed;
    const follows = begun && this.args.wanted() ? question : undefined;
    if (question !== this.#question) this.#forget(question);
    if (follows && !this.#following) this.#begin();
    else if (!follows && this.#following) this.#end();
    const own = this.args.own().filter((key) => !this.#own.has(key));
    for (const key of own) this.#own.add(key);
    if (own.length) void this.#arrive({ keys: own });
  }

  hostDisconnected() {
    // A tag that is only moved is back within a microtask (R210).
    queueMicrotask(() => this.host.isConnected || this.#forget(undefined));
  }

  #begin() {
    const { session, feed } = this.#question!;
    const keys = keysOf([...this.rows, ...this.feed.chunks]);
    const turn = ++this.#turns;
    const mine =
      <A extends readonly unknown[]>(tell: (...news: A) => unknown) =>
      (...news: A) =>
        void (turn === this.#turns && tell(...news));
    this.#following = follow(
      session,
      feed,
      { prev: this.feed.prev, keys },
      {
        arrive: mine((news) => this.#arrive(news)),
        waiting: mine((count) => this.#count(count)),
        changed: mine((state, retryAt) => this.#change(state, retryAt)),
      },
    );
    this.#following.away = this.#away;
    this.#change(this.#following.state);
  }

  #end() {
    this.#turns++;
    this.#following?.end();
    this.#following = undefined;
    this.waiting = 0;
    this.on.said();
  }

  /** Another list, or another reader. */
  #forget(question: Question | undefined) {
    this.#question = question;
    this.#run.abort();
    this.#run = new AbortController();
    this.filling = this.failed = undefined;
    this.#own.clear();
    this.#coming = [];
    this.#set([]);
    this.#let(this.#holds.keys());
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

  #turn(filling: Gap | undefined, failed: Gap | undefined) {
    this.filling = filling;
    this.failed = failed;
    this.on.drawn();
    this.host.requestUpdate(); // assistive technology hears that the list is busy
  }

  #arrive(news: News): Promise<unknown> {
    const fresh = { keys: this.#keep(news.keys), gap: news.gap };
    if (fresh.keys.length || fresh.gap) this.#coming.unshift(fresh);
    return (this.#work ??= this.#bring().finally(() => (this.#work = undefined)));
  }

  /** Draws what has come, in its order, each when what its posts need is there. */
  async #bring() {
    while (this.#coming.length) {
      const question = this.#question;
      const pause = this.#next - Date.now();
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      const coming = this.#coming.splice(0);
      // More than can be read: of what has come meanwhile the newest is enough.
      const flood = coming.length > 1 && coming.every(({ gap }) => gap);
      const news = flood ? coming.slice(0, 1) : coming;
      const rows = news.flatMap(({ keys, gap }) => rowsOf(keys, gap));
      if (rows.some((row) => !isChunk(row))) this.#next = Date.now() + calm;
      await question?.ready?.(keysOf(rows));
      const settle = await this.on.prepare(rows);
      if (question === this.#question) this.#set(this.#trimmed([...(flood ? this.#above(rows) : rows), ...this.rows]));
      settle();
      this.#let(coming.flatMap(({ keys }) => keys).filter((key) => !keysOf(this.rows).includes(key)));
    }
  }

  /** What has come in between goes behind the same gap. */
  #above(rows: readonly Row[]): readonly Row[] {
    const newer = keysOf(rows).at(-1);
    const older = keysOf([...this.rows, ...this.feed.chunks])[0];
    return newer && this.#following ? [...rows.filter(isChunk), this.#following.between(newer, older)] : rows;
  }

  #trimmed(rows: readonly Row[]): readonly Row[] {
    const following = this.#following;
    if (!following) return rows;
    return trimmed(rows, {
      floor: this.feed.chunks[0]?.keys[0],
      holds: (row) => this.on.holds(row),
      between: (newer, older) => following.between(newer, older),
    });
  }

  /** Keeps what is not listed yet: two ways may bring the same post (R159). */
  #keep(keys: readonly string[]): readonly string[] {
    const fresh = keys.filter((key) => !this.#lists(key));
    for (const key of fresh) this.#holds.set(key, this.#question!.session.statuses.hold(key));
    return fresh;
  }

  #lists(key: string) {
    return this.#holds.has(key) || this.feed.lists(key);
  }

  #set(rows: readonly Row[]) {
    const before = this.rows;
    this.rows = rows;
    const kept = new Set(keysOf(rows));
    this.#let(keysOf(before).filter((key) => !kept.has(key)));
    this.on.drawn();
    if (!before.length !== !rows.length) this.host.requestUpdate(); // an empty list is none any more
  }

  #let(keys: Iterable<string>) {
    for (const key of keys) {
      this.#holds.get(key)?.();
      this.#holds.delete(key);
    }
  }
}
