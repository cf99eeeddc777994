import type { Unread } from './entities-notifications.js';
import type { NotificationList } from './notification-list.js';
import { readUnread } from './notification-pages.js';
import type { Notifications } from './notifications.js';

/** What the server has counted is counted on here for so long, in ms. */
const fresh = 30_000;

/** How many of a list are unread: counted here as far as it has been read, else by the server. */
export class UnreadCount {
  #said: Unread | undefined;
  #asked = -Infinity;
  #asking = false;
  #ended = -Infinity;
  /** The groups that have come since. */
  readonly #since = new Set<string>();

  constructor(
    private readonly all: Notifications,
    private readonly list: NotificationList,
  ) {}

  get value(): Unread | undefined {
    const count = this.#listed;
    if (this.#isCounted) return { count, capped: false };
    const said = this.#said;
    if (said) return { count: Math.max(said.count + this.#since.size, count), capped: said.capped };
    return this.list.begun && this.all.mark.known ? { count, capped: true } : undefined;
  }

  /** Asks the server where the list does not say it. */
  look(): void {
    if (!this.#isCounted && this.all.home.transport.browser.now() - this.#asked > fresh) void this.ask();
  }

  /** Asks the server, whatever is known. */
  async ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    this.#asked = this.all.home.transport.browser.now();
    const before = [...this.#since];
    const said = await readUnread(this.all.home, this.list.types);
    this.#asking = false;
    // What was not said, or before the reader has read all, changes nothing.
    if (!said || said.asked < this.#ended) return;
    for (const key of before) this.#since.delete(key);
    this.#said = { count: said.count, capped: said.capped };
    if (this.list.begun) this.all.estimate(this.list, said);
    this.all.changed();
  }

  /** Something has happened. */
  add(key: string): void {
    this.#since.add(key);
    this.look();
  }

  /** So many of the unread are gone, with a group. */
  less(key: string, count: number): void {
    this.#since.delete(key);
    this.#said &&= { ...this.#said, count: Math.max(0, this.#said.count - count) };
  }

  /** The reader has seen all, or has cleared it. */
  end(): void {
    this.#ended = this.all.home.transport.browser.now();
    this.#since.clear();
    this.#said &&= { count: 0, capped: false };
  }

  get #listed() {
    return this.list.groups.filter((group) => this.all.mark.isBefore(group)).length;
  }

  /** The list reaches what has been read, or the end. */
  get #isCounted() {
    const { begun, hasMore, groups } = this.list;
    return begun && this.all.mark.known && (!hasMore || this.#listed < groups.length);
  }
}
