import type { StatusKey } from './entities.js';
import type { NotificationGroup, Unread } from './entities-notifications.js';
import { compare, newestOf } from './grouping.js';
import type { HomeSession } from './home-session.js';
import type { LiveState } from './live.js';
import { type NotificationRow, readRows } from './normalise-notifications.js';
import { Dismissals } from './notification-dismissals.js';
import { NotificationGroups } from './notification-groups.js';
import { NotificationList } from './notification-list.js';
import { intakeOf, isSpoken, type NotificationPage, readOne } from './notification-pages.js';
import { Requests } from './notification-requests.js';
import { ReadMark } from './read-mark.js';

/** A list that nobody shows any more is kept for so long: whoever is moved on the page comes back. In ms. */
const memory = 10_000;

const stores = new WeakMap<HomeSession, Notifications>();

interface Shared {
  readonly list: NotificationList;
  users: number;
}

/**
 * What somebody is told of: one copy of each group, the lists that tags show of them, how far they have been read.
 * Dispatches `change` whenever any of it changes.
 */
export class Notifications extends EventTarget {
  /** The one of a session. */
  static of(home: HomeSession): Notifications {
    const found = stores.get(home) ?? new Notifications(home);
    stores.set(home, found);
    return found;
  }

  /** How what is new comes in; undefined while nobody wants it. */
  state: LiveState | undefined;
  /** When a waiting one tries again, ms since 1970. */
  retryAt: number | undefined;
  /** Whether the server groups by itself; undefined while that is not known. */
  grouped: boolean | undefined;
  readonly groups: NotificationGroups;
  readonly mark: ReadMark;
  readonly requests: Requests;
  readonly dismissals: Dismissals;
  readonly #lists = new Map<string, Shared>();
  #followers = 0;
  #following: Promise<{ end(): void } | undefined> | undefined;

  private constructor(readonly home: HomeSession) {
    super();
    this.groups = new NotificationGroups(home, (status) => this.#look(status));
    this.mark = new ReadMark(home, () => this.changed());
    this.requests = new Requests(this);
    this.dismissals = new Dismissals(this);
  }

  /** Nothing that was asked before this counts: ms since 1970. */
  get cleared(): number {
    return this.dismissals.cleared;
  }

  /** Somebody shows any of it. */
  get isShown(): boolean {
    return !this.home.isOver && this.#lists.size > 0;
  }

  changed(): void {
    this.dispatchEvent(new Event('change'));
  }

  /** The list of some kinds (none for all), shared by all who show it; `leave` is to be called once. */
  join(types: readonly string[], limit: number): { readonly list: NotificationList; readonly leave: () => void } {
    const sorted = [...new Set(types)].sort();
    const name = sorted.join(' ');
    const shared = this.#lists.get(name) ?? { list: new NotificationList(this, sorted, limit), users: 0 };
    this.#lists.set(name, shared);
    shared.users++;
    const leave = () => {
      if (--shared.users) return;
      const timer = setTimeout(() => this.#forget(name, shared), memory);
      (timer as { unref?(): void }).unref?.(); // Node must not stay awake for this
    };
    return { list: shared.list, leave };
  }

  /** What happens comes in by itself, until the last one who wants it has called what this returns. */
  follow(): () => void {
    this.#followers++;
    this.#following ??= this.#connect().catch(() => this.#stop());
    let follows = true;
    return () => {
      if (!follows) return;
      follows = false;
      if (--this.#followers) return;
      const ended = this.#following;
      this.#following = this.state = this.retryAt = undefined;
      void ended?.then((following) => following?.end());
    };
  }

  /** A group as it is shown; undefined where the reader has put it away, or has filtered out what it is about. */
  shown(key: string): NotificationGroup | undefined {
    const group = this.groups.get(key);
    return group && !this.dismissals.isAway(key) && !this.#isFiltered(group) ? group : undefined;
  }

  /** Takes a page in and returns its groups. @param covers see `takeRows` @param fresh see `takeGroups` */
  take(page: NotificationPage, covers: ((type: string) => boolean) | undefined, fresh: boolean): string[] {
    const { asked } = page;
    this.grouped = !!page.groups;
    const groups = page.groups?.filter(({ key }) => !this.dismissals.wasGone(key, asked));
    const names = this.groups.keysOf(page.rows);
    const rows = page.rows.filter((row) => !this.dismissals.wasGone(names.get(row)!, asked));
    this.mark.learn([...(groups ?? []), ...rows]);
    return groups ? this.groups.takeGroups(groups, asked, fresh) : this.groups.takeRows(rows, asked, covers);
  }

  /** What the stream says, oldest first. What is known already is left alone. */
  arrive(raw: readonly unknown[]): void {
    const now = this.home.transport.browser.now();
    const rows = readRows(raw, intakeOf(this.home, now));
    const keys = this.groups.keysOf(rows);
    for (const row of rows) this.#arriveOne(keys.get(row)!, row, now);
    this.changed();
  }

  /** Some may have been missed, or something was done elsewhere. @param anew nothing older is kept */
  refresh(anew = false): void {
    if (!this.isShown) return;
    void this.mark.ask(true);
    for (const { list } of this.#lists.values())
      if (list.begun) void list.refresh(anew).then(() => this.sweep());
      else void list.unread.ask();
    this.requests.look();
  }

  /** The reader has seen this much of a list. What they have filtered out is read as what is around it. */
  seen(list: NotificationList, shown: readonly NotificationGroup[] = list.groups): void {
    const { mark } = this;
    const seen = newestOf(shown);
    const isAll = list.groups.every((group) => seen && compare(group, seen) <= 0);
    const newest = isAll ? newestOf(list.keys.flatMap((key) => this.groups.get(key) ?? [])) : seen;
    if (!newest || (mark.known && !mark.isBefore(newest))) return;
    // What is newest of some kinds may be older than what was read of others.
    if (list.types.length && mark.isVague) return;
    if (isAll) this.each((other) => (other === list || !list.types.length) && other.unread.end());
    mark.move(newest);
  }

  /** A group is no more. */
  lose(group: NotificationGroup): void {
    const count = this.mark.isBefore(group) ? this.#weigh(group) : 0;
    this.each((list) => {
      list.lose(new Set([group.key]));
      if (list.covers(group.type)) list.unread.less(group.key, count);
    });
    this.groups.drop(group.key);
  }

  /** The server has said how many are unread, and not which. */
  estimate(list: NotificationList, said: Unread): void {
    this.mark.estimate(list.groups, said, this.#weigh);
  }

  each(act: (list: NotificationList) => unknown): void {
    for (const { list } of this.#lists.values()) act(list);
  }

  /** Lets go of what no list shows. */
  sweep(): void {
    const kept = new Set<string>();
    this.each(({ keys }) => keys.forEach((key) => kept.add(key)));
    this.groups.keepOnly(kept);
  }

  /** How many a group is for the server's count. */
  readonly #weigh = ({ count }: NotificationGroup) => (this.grouped ? 1 : count);

  #arriveOne(key: string, row: NotificationRow, now: number) {
    if (this.dismissals.isOld(key, row)) return;
    const lists = [...this.#lists.values()].map(({ list }) => list).filter(({ covers }) => covers(row.type));
    const listed = lists.filter(({ begun, busy }) => begun || busy);
    if (listed.length && !this.groups.takeEvent(key, row, now)) return;
    this.dismissals.isBack(key);
    if (row.type === 'follow_request' && row.account !== undefined) this.requests.askedAnew(row.account);
    for (const list of listed) list.raise(key);
    for (const { unread } of lists) unread.add(key);
    if (listed.length && !isSpoken(row.type) && !row.extras.fallback) void this.#explain(row, now);
  }

  /** The stream has no words for kinds that this library does not know. */
  async #explain({ id }: NotificationRow, now: number) {
    const row = await readOne(this.home, id);
    if (!row?.extras.fallback || !this.groups.get(this.groups.keysOf([row]).get(row)!)) return;
    this.groups.takeRows([row], now);
    this.changed();
  }

  #look(status: StatusKey) {
    // The server takes away what was about a post that is gone.
    const lost = this.home.statuses.isGone(status) ? new Set(this.groups.about(status)) : undefined;
    if (lost) this.each((list) => list.lose(lost));
    this.changed();
  }

  #isFiltered({ status }: NotificationGroup) {
    const { statuses, mine, me } = this.home;
    const proper = status === undefined ? undefined : statuses.proper(status);
    if (!proper || proper.account === me.key) return false;
    const now = this.home.transport.browser.now();
    return !!mine
      .filteredBy(proper.key)
      ?.some(
        ({ action, context, expiresAt }) =>
          action === 'hide' && context.includes('notifications') && !(Date.parse(expiresAt ?? '') <= now),
      );
  }

  async #connect() {
    const { followNotifications } = await import('./live.js');
    if (!this.#followers) return undefined;
    return followNotifications(this.home, {
      arrive: (raw) => this.arrive(raw),
      missed: () => this.refresh(),
      changed: (state, retryAt) => {
        this.state = state;
        this.retryAt = retryAt;
        this.changed();
      },
    });
  }

  #stop(): undefined {
    if (this.#followers) this.state = 'stopped';
    this.changed();
  }

  #forget(name: string, shared: Shared) {
    if (shared.users || this.#lists.get(name) !== shared) return;
    this.#lists.delete(name);
    shared.list.end();
    this.sweep();
  }
}
