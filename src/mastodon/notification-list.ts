import type { NotificationGroup } from './entities-notifications.js';
import { MastoError } from './errors.js';
import { compare, type Dated, newestFirst } from './grouping.js';
import type { NotificationRow } from './normalise-notifications.js';
import { type NotificationPage, readNotifications, single } from './notification-pages.js';
import type { Notifications } from './notifications.js';
import { UnreadCount } from './unread-count.js';

/** How many pages with nothing to show are asked for in a row. */
const mostEmpty = 5;

/** How many pages are read to join what has been missed to what was there (R154). */
const mostMissed = 5;

/** After so much has happened the list is read anew from its top: a page that stays open for days must not grow. */
const mostRaised = 400;

/** Notifications of some kinds, or of all, as far as they have been read. Whoever shows the same ones shares it. */
export class NotificationList {
  /** The first page has come. */
  begun = false;
  /** Why the page last asked for did not come. */
  error: MastoError | undefined;
  readonly unread: UnreadCount;
  /** In the order in which they are shown. */
  #keys: readonly string[] = [];
  #next: string | undefined;
  #run: AbortController | undefined;
  #refreshing: AbortController | undefined;
  /** Something was missed while it was read again: whether what is older is kept (see `refresh`). */
  #again: boolean | undefined;
  #raised = 0;

  constructor(
    private readonly all: Notifications,
    /** Empty for all. */
    readonly types: readonly string[],
    readonly limit: number,
  ) {
    this.unread = new UnreadCount(all, this);
  }

  get keys(): readonly string[] {
    return this.#keys;
  }

  /** True while a page is on its way. */
  get busy(): boolean {
    return !!this.#run;
  }

  get hasMore(): boolean {
    return this.#next !== undefined && !this.all.dismissals.isClearing;
  }

  /** What there is of them, without what the reader has put away or filtered out. */
  get groups(): readonly NotificationGroup[] {
    return this.#keys.flatMap((key) => this.all.shown(key) ?? []);
  }

  readonly covers = (type: string): boolean => !this.types.length || this.types.includes(type);

  /** Asks for the next page, or again for what did not come. Does nothing while one is on its way, or when there is none. */
  more(): void {
    if (!this.#run && (this.hasMore || !this.begun)) void this.#read();
  }

  cancel(): void {
    this.#run?.abort(new MastoError('cancelled', { host: this.all.home.host }));
  }

  /** Something has happened: its group comes to the top, or to where its time is. */
  raise(key: string): void {
    if (!this.begun && !this.#run) return;
    this.#keys = this.#placed([key], this.#keys);
    if (++this.#raised > mostRaised) void this.refresh(true).then(() => this.all.sweep());
  }

  lose(lost: ReadonlySet<string>): void {
    this.#keys = this.#keys.filter((key) => !lost.has(key));
  }

  /** All of these are gone, and nothing older is there: nothing that was asked before counts. */
  empty(gone: ReadonlySet<string>): void {
    this.lose(gone);
    this.unread.end();
    this.#next = undefined;
    if (this.#run) this.begin();
    else this.begun = true;
  }

  /** From the first page on, as if it were new. */
  begin(): void {
    this.end();
    this.error = this.#next = undefined;
    this.begun = false;
    this.#keys = [];
    this.more();
  }

  end(): void {
    this.#run?.abort();
    this.#refreshing?.abort();
    this.#run = this.#refreshing = this.#again = undefined;
  }

  /**
   * Some may have been missed: reads the first page again, and further ones until they join what is there. Where they do
   * not, what is older is read anew when it is wanted. Does nothing when that fails: it is tried again the next time.
   * @param anew what is older is not kept either
   */
  async refresh(anew = false): Promise<void> {
    if (!this.begun) return;
    this.#again = anew || !!this.#again;
    if (this.#refreshing) return;
    const run = (this.#refreshing = new AbortController());
    while (run === this.#refreshing && this.#again !== undefined) {
      const all: boolean = this.#again;
      this.#again = undefined;
      await this.#reread(all, run.signal);
    }
    if (run === this.#refreshing) this.#refreshing = undefined;
  }

  async #reread(anew: boolean, signal: AbortSignal) {
    const newest = this.#keys.map((key) => this.all.groups.get(key)).find((group) => !!group);
    let read: Reading | undefined;
    try {
      read = await this.#readFrom(newest, anew ? 1 : mostMissed, signal);
    } catch {
      // It is tried again the next time.
    }
    if (!read || signal.aborted) return;
    this.#join(read, !anew && (!read.oldest || !newest || compare(read.oldest, newest) <= 0));
    this.all.changed();
  }

  /** Reads from the top until what was newest here is reached. Undefined when what has been asked is no longer true. */
  async #readFrom(newest: Dated | undefined, most: number, signal: AbortSignal): Promise<Reading | undefined> {
    const keys = new Set<string>();
    const rows: NotificationRow[] = [];
    let asked: number | undefined;
    let next: string | undefined;
    for (let n = 1; ; n++) {
      const page = await this.#page(next, signal);
      if (!page) return undefined;
      asked ??= page.asked;
      if (asked < this.all.cleared) return undefined;
      next = page.next;
      rows.push(...page.rows);
      // Of a group that has been read, an older page knows less.
      const groups = page.groups?.filter(({ key }) => !keys.has(key));
      const taken = this.all.take({ ...page, groups, rows: [...rows], asked }, this.covers, true);
      for (const key of taken) keys.add(key);
      const oldest = next ? (page.groups ?? page.rows).at(-1) : undefined;
      const isThere = !next || (oldest && newest && compare(oldest, newest) <= 0);
      if (isThere || n === most) return { keys, oldest, asked, next };
    }
  }

  /** Undefined when what has been asked is no longer true. */
  async #page(next: string | undefined, signal: AbortSignal): Promise<NotificationPage | undefined> {
    const page = await readNotifications(this.all.home, this, next, signal);
    return page.asked < this.all.cleared ? undefined : page;
  }

  async #read() {
    const run = (this.#run = new AbortController());
    const first = !this.begun;
    const ready = first && this.all.mark.ready();
    this.error = undefined;
    this.all.changed();
    try {
      for (let n = 1; ; n++) {
        const link = this.#next;
        const page = await this.#page(link, run.signal);
        await ready;
        if (run !== this.#run || !page) return;
        // A server that knows no further page gives the same one again.
        this.#next = page.next === link ? undefined : page.next;
        const covers = first && n === 1 ? this.covers : undefined;
        if (this.#add(this.all.take(page, covers, !!covers)) || n === mostEmpty || !this.hasMore) break;
      }
      this.begun = true;
      this.unread.look();
    } catch (error) {
      const why: unknown = run.signal.aborted ? run.signal.reason : error; // the reader may have stopped waiting
      if (run === this.#run) this.error = why instanceof MastoError ? why : this.all.home.transport.strange(single);
    } finally {
      if (run === this.#run) this.#run = undefined;
      this.all.changed();
    }
  }

  /** A list as its server orders it, and in it what has come by itself: above all that is not newer. */
  #placed(live: readonly string[], order: readonly string[]): readonly string[] {
    const { groups } = this.all;
    const loose = newestFirst(live.flatMap((key) => groups.get(key) ?? []));
    const placed = order.filter((key) => !live.includes(key) && groups.get(key));
    for (const group of loose.reverse()) {
      const at = placed.findIndex((key) => compare(groups.get(key)!, group) <= 0);
      placed.splice(at < 0 ? placed.length : at, 0, group.key);
    }
    return placed;
  }

  /** Lists what is not listed yet. */
  #add(page: readonly string[]) {
    const known = new Set(this.#keys);
    const keys = page.filter((key) => !known.has(key));
    // What came while the first page was on its way may be on it, too.
    this.#keys = this.begun ? [...this.#keys, ...keys] : this.#placed(this.#keys, page);
    return keys.length;
  }

  /** What a fresh reading says of its part of the list is so; what has come since stands above it, what is older below. */
  #join({ keys, oldest, asked, next }: Reading, isJoined: boolean) {
    const others = this.#keys.filter((key) => !keys.has(key));
    const isLive = (key: string) => this.all.groups.heardOf(key) > asked;
    const above = others.filter((key) => this.all.groups.heardOf(key) >= asked);
    const isOlder = (key: string) => {
      const group = this.all.groups.get(key);
      return !!group && !!oldest && compare(group, oldest) < 0;
    };
    const below = isJoined ? others.filter((key) => !above.includes(key) && isOlder(key)) : [];
    this.#raised = 0;
    this.#keys = this.#placed([...above, ...[...keys].filter(isLive)], [...keys, ...below]);
    if (below.length) return;
    this.#next = next;
    if (!this.#run) return;
    // What is on its way would follow on what is no longer there.
    this.#run.abort();
    this.#run = undefined;
    this.more();
  }
}

/** What a fresh reading has found. */
interface Reading {
  readonly keys: ReadonlySet<string>;
  /** The oldest that it has reached; undefined when it has reached the end. */
  readonly oldest: Dated | undefined;
  /** When it began, ms since 1970. */
  readonly asked: number;
  readonly next: string | undefined;
}
