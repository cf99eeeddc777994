/** Groups as Mastodon's server makes them, for servers that tell of things one by one, and for what a stream says. */
import type { NotificationGroup } from './entities-notifications.js';
import { faces, type NotificationRow } from './normalise-notifications.js';

/** What can be shown as one line. The server is told of these, too: what it groups besides would not be understood. */
export const groupable: readonly string[] = ['favourite', 'reblog', 'follow', 'admin.sign_up'];

/** A group holds what happened within so many hours. */
const longest = 12;

/** Something with a place in time. */
export interface Dated {
  readonly id: string;
  readonly at: string | undefined;
}

/** Whether ids are counted. */
export const isNumber = (id: string) => /^\d+$/.test(id);

const compareText = (a: string, b: string) => Number(a > b) - Number(a < b);

/**
 * Below 0 when `a` is older, above when it is newer. Ids are opaque: numbers are compared as Mastodon counts, of others only
 * their time is known.
 */
export function compare(a: Dated, b: Dated): number {
  if (a.id === b.id) return 0;
  if (isNumber(a.id) && isNumber(b.id)) return a.id.length - b.id.length || compareText(a.id, b.id);
  return compareText(a.at ?? '', b.at ?? '');
}

/** Another list of them. */
export const newestFirst = <T extends Dated>(things: readonly T[]): T[] => [...things].sort((a, b) => compare(b, a));

/** Undefined of none. */
export const newestOf = <T extends Dated>(things: readonly T[]): T | undefined =>
  things.reduce<T | undefined>((newest, thing) => (newest && compare(thing, newest) <= 0 ? newest : thing), undefined);

/** What one thing that happened looks like, alone. */
const alone = ({ id, type, account, status, at, extras }: NotificationRow, key: string): NotificationGroup => ({
  key,
  id,
  type,
  count: 1,
  accounts: faces([account]),
  status,
  at,
  ...extras,
});

/** All of a group that is known one by one, whatever order it came in. */
export function groupFrom(key: string, rows: readonly NotificationRow[]): NotificationGroup {
  const sorted = newestFirst(rows);
  return { ...alone(sorted[0]!, key), count: rows.length, accounts: faces(sorted.map(({ account }) => account)) };
}

/** A group and one thing more. Who does it again, has undone it before: it counts once. */
export function grown(group: NotificationGroup, row: NotificationRow): NotificationGroup {
  const again = row.account !== undefined && group.accounts.includes(row.account);
  const count = group.count + Number(!again);
  if (compare(row, group) < 0) return { ...group, count, accounts: faces([...group.accounts, row.account]) };
  return { ...alone(row, group.key), count, accounts: faces([row.account, ...group.accounts]) };
}

/** From which hour to which a group reaches, in hours since 1970. */
interface Span {
  readonly key: string;
  from: number;
  to: number;
}

/** Names groups. Where the server does not name them, it is done by its rules, and a name once given stays. */
export class Grouper {
  readonly #spans = new Map<string, Span[]>();

  /** The key of each. The server groups in the order in which things happen: so is it done here. */
  keysOf(rows: readonly NotificationRow[]): ReadonlyMap<NotificationRow, string> {
    const sorted = [...rows].sort(compare);
    return new Map(sorted.map((row) => [row, this.#keyOf(row)]));
  }

  /** Forgets the names of what is shown no more. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const [prefix, spans] of this.#spans) {
      const kept = spans.filter(({ key }) => keys.has(key));
      if (kept.length) this.#spans.set(prefix, kept);
      else this.#spans.delete(prefix);
    }
  }

  #keyOf({ id, type, groupKey, statusId, at }: NotificationRow): string {
    const lone = `ungrouped-${id}`;
    if (!groupable.includes(type)) return lone;
    const about = type === 'favourite' || type === 'reblog';
    if (groupKey || !at || (about && !statusId)) return groupKey || lone;
    return this.#span(about ? `${type}-${statusId}` : type, Math.floor(Date.parse(at) / 3_600_000)).key;
  }

  /** The latest group that began before and is not full; else the next one, of which an earlier part comes only now. */
  #span(prefix: string, hour: number): Span {
    const spans = this.#spans.get(prefix) ?? [];
    const fit = spans.filter(({ from, to }) => Math.max(to, hour) - Math.min(from, hour) < longest);
    const found = fit.findLast(({ from }) => from <= hour) ?? fit[0];
    if (found) {
      found.from = Math.min(found.from, hour);
      found.to = Math.max(found.to, hour);
      return found;
    }
    const span = { key: `${prefix}-${hour}`, from: hour, to: hour };
    this.#spans.set(
      prefix,
      [...spans, span].sort((a, b) => a.from - b.from),
    );
    return span;
  }
}
