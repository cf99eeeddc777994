import type { StatusKey } from './entities.js';
import type { NotificationGroup } from './entities-notifications.js';
import { compare, groupable, groupFrom, Grouper, grown } from './grouping.js';
import type { HomeSession } from './home-session.js';
import type { NotificationRow } from './normalise-notifications.js';

/** What is known of a group. */
interface Entry {
  group: NotificationGroup;
  /** As the server has grouped it; undefined where only single things are known. */
  base: NotificationGroup | undefined;
  /** What is known one by one, and is not in `base`, by id: with when we heard of it (ms since 1970). */
  readonly rows: Map<string, { readonly row: NotificationRow; readonly heard: number }>;
  release: () => void;
}

const shownOf = (key: string, { base, rows }: Pick<Entry, 'base' | 'rows'>): NotificationGroup => {
  const single = [...rows.values()].map(({ row }) => row);
  return base ? single.sort(compare).reduce(grown, base) : groupFrom(key, single);
};

/** One copy of each group, whichever lists it stands in, with the posts and people in it kept in the session's stores. */
export class NotificationGroups {
  readonly #entries = new Map<string, Entry>();
  /** Posts that groups are about → how many are. */
  readonly #posts = new Map<StatusKey, number>();
  readonly #grouper = new Grouper();

  /** @param changed called when a post has changed that groups are about */
  constructor(
    private readonly home: HomeSession,
    private readonly changed: (key: StatusKey) => void,
  ) {}

  get(key: string): NotificationGroup | undefined {
    return this.#entries.get(key)?.group;
  }

  /** The groups that are about a post. */
  about(status: StatusKey): string[] {
    return [...this.#entries.values()].flatMap(({ group }) => (group.status === status ? group.key : []));
  }

  /** What the server calls the single things of a group, as far as they are known. */
  idsOf(key: string): string[] {
    return [...(this.#entries.get(key)?.rows.keys() ?? [])];
  }

  /** When a group was last heard of by itself, not by a page; ms since 1970. */
  heardOf(key: string): number {
    return Math.max(0, ...[...(this.#entries.get(key)?.rows.values() ?? [])].map(({ heard }) => heard));
  }

  /** The groups of things, by the server's names or by ours. */
  keysOf(rows: readonly NotificationRow[]): ReadonlyMap<NotificationRow, string> {
    return this.#grouper.keysOf(rows);
  }

  /** Takes a page of groups in. @param fresh a first page: newer than all that was heard before it was asked for */
  takeGroups(groups: readonly NotificationGroup[], asked: number, fresh: boolean): string[] {
    for (const base of groups) {
      const old = this.#entries.get(base.key);
      // An older page knows a group as it was; where only what came since is known, it is what that came to.
      if (old?.base && !fresh && compare(base, old.group) < 0) continue;
      const kept = [...(old?.rows ?? [])].filter(
        ([, { row, heard }]) => compare(row, base) > 0 && !(fresh && heard < asked),
      );
      this.#set(base.key, base, new Map(kept));
    }
    return groups.map(({ key }) => key);
  }

  /** Takes a page of single things in. @param covers the kinds that were asked for, where what is not on the page is no more */
  takeRows(rows: readonly NotificationRow[], asked: number, covers?: (type: string) => boolean): string[] {
    const oldest = [...rows].sort(compare)[0];
    if (covers && oldest) this.#forget(new Set(rows.map(({ id }) => id)), oldest, asked, covers);
    const keys = this.keysOf(rows);
    for (const row of rows) this.#add(keys.get(row)!, row, asked);
    return [...new Set(rows.map((row) => keys.get(row)!))];
  }

  /** Takes in what has just happened. False when it was known. */
  takeEvent(key: string, row: NotificationRow, now: number): boolean {
    const { base, rows } = this.#known(key);
    if (rows.has(row.id) || (base && compare(row, base) <= 0)) return false;
    // Who does it again, has undone it before.
    if (groupable.includes(row.type) && row.account !== undefined)
      for (const [id, { row: old }] of rows) if (old.account === row.account) rows.delete(id);
    this.#add(key, row, now);
    return true;
  }

  /** Lets go of all that is in no list. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#entries.keys()) if (!keys.has(key)) this.drop(key);
    this.#grouper.keepOnly(keys);
  }

  drop(key: string): void {
    this.#entries.get(key)?.release();
    this.#entries.delete(key);
  }

  #add(key: string, row: NotificationRow, heard: number) {
    const { base, rows } = this.#known(key);
    this.#set(key, base, rows.set(row.id, { row, heard }));
  }

  #known(key: string): Pick<Entry, 'base' | 'rows'> {
    return this.#entries.get(key) ?? { base: undefined, rows: new Map() };
  }

  /** Single things that a fresh page should name, and does not. */
  #forget(named: ReadonlySet<string>, oldest: NotificationRow, asked: number, covers: (type: string) => boolean) {
    for (const [key, { base, rows }] of this.#entries) {
      const kept = [...rows].filter(
        ([id, { row, heard }]) => named.has(id) || heard >= asked || !covers(row.type) || compare(row, oldest) < 0,
      );
      if (kept.length === rows.size) continue;
      if (kept.length || base) this.#set(key, base, new Map(kept));
      else this.drop(key);
    }
  }

  #set(key: string, base: Entry['base'], rows: Entry['rows']) {
    const release = this.#entries.get(key)?.release;
    const group = shownOf(key, { base, rows });
    this.#entries.set(key, { group, base, rows, release: this.#hold(group) });
    release?.();
  }

  readonly #hear = ({ type }: Event) => this.changed(type);

  /** Keeps what a group is about, and hears of its changes. */
  #hold({ status, accounts, report }: NotificationGroup): () => void {
    const who = [...accounts, ...(report?.target === undefined ? [] : [report.target])];
    const ends = who.map((one) => this.home.accounts.hold(one));
    if (status !== undefined) ends.push(this.#watch(status));
    return () => {
      for (const end of ends) end();
    };
  }

  /** One listener for a post, however many groups are about it. */
  #watch(key: StatusKey): () => void {
    const { statuses } = this.home;
    const release = statuses.hold(key);
    this.#posts.set(key, (this.#posts.get(key) ?? 0) + 1);
    statuses.addEventListener(key, this.#hear);
    return () => {
      release();
      const left = this.#posts.get(key)! - 1;
      this.#posts.set(key, left);
      if (left) return;
      this.#posts.delete(key);
      statuses.removeEventListener(key, this.#hear);
    };
  }
}
