import type { LitElement } from 'lit';
import type { Gap, News } from '../mastodon/live.js';
import type { FeedController } from './feed-controller.js';
import type { LiveController, Rows } from './live-controller.js';
import { isChunk, keysOf, type Row, rowsOf, trimmed } from './live-rows.js';

export { isChunk, type Row } from './live-rows.js';

/** Where more comes than can be read, it is drawn so often, in ms. */
const calm = 1000;

/** What the host does with rows. */
export interface RowsHost {
  /** Draws rows that nobody sees yet, bit by bit. @returns what forgets those that were not wanted after all */
  prepare(rows: readonly Row[]): Promise<() => void>;
  /** Rows have come, gone or changed. */
  drawn(): void;
  /** Whether the reader holds on to something in a row: then it stays. */
  holds(row: Row): boolean;
}

/** What has come since a list's first page was read, newest first, bounded. */
export class NewRows implements Rows {
  rows: readonly Row[] = [];
  /** The gap that is being filled, and the one that could not be. */
  filling: Gap | undefined;
  failed: Gap | undefined;

  /** What has come and is not drawn yet, the newest first; who draws it, and not before when. */
  #coming: News[] = [];
  #work: Promise<unknown> | undefined;
  #next = 0;
  readonly #holds = new Map<string, () => void>();
  #run = new AbortController();

  constructor(
    private readonly host: LitElement,
    private readonly feed: FeedController,
    private readonly live: LiveController,
    private readonly on: RowsHost,
  ) {}

  get keys(): readonly string[] {
    return keysOf(this.rows);
  }

  /** The reader has asked for what comes next: it is not kept waiting. */
  hurry(): void {
    this.#next = 0;
  }

  arrive(news: News): Promise<unknown> {
    const fresh = { keys: this.#keep(news.keys), gap: news.gap };
    if (fresh.keys.length || fresh.gap) this.#coming.unshift(fresh);
    return (this.#work ??= this.#bring().finally(() => (this.#work = undefined)));
  }

  /** Asks for what is missing. Gives the first post of what came. */
  async fill(gap: Gap): Promise<string | undefined> {
    const { following, question } = this.live;
    if (this.filling || !following) return undefined;
    this.#turn(gap, undefined);
    const { signal } = this.#run;
    try {
      const { keys, gap: rest } = await following.fill(gap, signal);
      const fresh = this.#keep(keys);
      await question?.ready?.(fresh);
      if (signal.aborted) return undefined;
      this.#set(this.rows.flatMap((row) => (row === gap ? rowsOf(fresh, rest) : [row])));
      this.#turn(undefined, undefined);
      return fresh[0];
    } catch {
      if (!signal.aborted) this.#turn(undefined, gap);
      return undefined;
    }
  }

  forget(): void {
    this.#run.abort();
    this.#run = new AbortController();
    this.filling = this.failed = undefined;
    this.#coming = [];
    this.#set([]);
    this.#let(this.#holds.keys());
  }

  #turn(filling: Gap | undefined, failed: Gap | undefined) {
    this.filling = filling;
    this.failed = failed;
    this.on.drawn();
    this.host.requestUpdate(); // assistive technology hears that the list is busy
  }

  /** Draws what has come, in its order, each when what its posts need is there. */
  async #bring() {
    while (this.#coming.length) {
      const { question } = this.live;
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
      if (question === this.live.question)
        this.#set(this.#trimmed([...(flood ? this.#above(rows) : rows), ...this.rows]));
      settle();
      this.#let(coming.flatMap(({ keys }) => keys).filter((key) => !this.keys.includes(key)));
    }
  }

  /** What has come in between goes behind the same gap. */
  #above(rows: readonly Row[]): readonly Row[] {
    const { following } = this.live;
    const newer = keysOf(rows).at(-1);
    const older = keysOf([...this.rows, ...this.feed.chunks])[0];
    return newer && following ? [...rows.filter(isChunk), following.between(newer, older)] : rows;
  }

  #trimmed(rows: readonly Row[]): readonly Row[] {
    const { following } = this.live;
    if (!following) return rows;
    return trimmed(rows, {
      floor: this.feed.chunks[0]?.keys[0],
      holds: (row) => this.on.holds(row),
      between: (newer, older) => following.between(newer, older),
    });
  }

  /** Keeps what is not listed yet: two ways may bring the same post (R159). */
  #keep(keys: readonly string[]): readonly string[] {
    const fresh = keys.filter((key) => !this.#holds.has(key) && !this.feed.lists(key));
    for (const key of fresh) this.#holds.set(key, this.live.question!.session.statuses.hold(key));
    return fresh;
  }

  #set(rows: readonly Row[]) {
    const before = this.rows;
    this.rows = rows;
    const kept = new Set(this.keys);
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
