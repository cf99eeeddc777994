import type { LitElement, ReactiveController } from 'lit';
import { follow, type Following, type Gap, type LiveState, type News } from '../mastodon/live.js';
import type { Chunk, FeedController, Question } from './feed-controller.js';

/** What stands above a list's first page: posts that came together, or a gap. */
export type Row = Chunk | Gap;

export const isChunk = (row: Row | undefined): row is Chunk => !!row && 'keys' in row;

const keysOf = (rows: readonly Row[]) => rows.flatMap((row) => (isChunk(row) ? row.keys : []));

/** Posts that are drawn together. */
const size = 20;

/** Posts that are kept above the first page, and gaps between them: beyond that the oldest go behind a gap. */
const [mostPosts, mostGaps] = [100, 2] as const;

/** What the host does with what comes. */
export interface LiveHost {
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
  /** What has come is drawn in its order, each when what its posts need is there. */
  #queue: Promise<unknown> = Promise.resolve();
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
      this.#replace(gap, this.#rowsOf(fresh, rest));
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

  #arrive({ keys, gap }: News): Promise<unknown> {
    const question = this.#question;
    const fresh = this.#keep(keys);
    return (this.#queue = this.#queue.then(async () => {
      await question?.ready?.(fresh);
      if (question !== this.#question || (!fresh.length && !gap)) return;
      this.#set(this.#trimmed([...this.#rowsOf(fresh, gap), ...this.rows]));
    }));
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

  #rowsOf(keys: readonly string[], gap: Gap | undefined): readonly Row[] {
    const rows: Row[] = [];
    for (let at = 0; at < keys.length; at += size) rows.push({ keys: keys.slice(at, at + size) });
    return gap ? [...rows, gap] : rows;
  }

  #replace(gap: Gap, by: readonly Row[]) {
    this.#set(this.rows.flatMap((row) => (row === gap ? by : [row])));
  }

  /** Bounded, whatever comes: the oldest go behind a gap, but for what the reader holds on to. */
  #trimmed(rows: readonly Row[]): readonly Row[] {
    const gaps = rows.filter((row) => !isChunk(row)).length;
    if ((keysOf(rows).length <= mostPosts && gaps <= mostGaps) || !this.#following) return rows;
    const last = rows.findLastIndex((row, at) => at && isChunk(row) && !this.on.holds(row));
    return last > 0 ? this.#trimmed(this.#without(rows, last)) : rows;
  }

  #without(rows: readonly Row[], at: number): readonly Row[] {
    const above = rows.slice(0, at);
    const below = rows.slice(at + 1);
    while (above.length && !isChunk(above.at(-1))) above.pop();
    while (below.length && !isChunk(below[0])) below.shift();
    const newer = (above.at(-1) as Chunk | undefined)?.keys.at(-1);
    const older = (below[0] as Chunk | undefined) ?? this.feed.chunks[0];
    return newer ? [...above, this.#following!.between(newer, older?.keys[0]), ...below] : rows.slice(at);
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
