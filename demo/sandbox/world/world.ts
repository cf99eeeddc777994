import { compareIds, Snowflakes } from './ids.js';
import type { AppRow, GrantRow, Hindrance, TokenRow } from './oauth-rows.js';
import type { NotificationRequestRow, NotificationRow, PolicyRow } from './notification-rows.js';
import type {
  AccountRow,
  EmojiRow,
  FilterRow,
  FollowRow,
  ListRow,
  MarkerRow,
  MarkRow,
  MediaRow,
  MuteRow,
  PollRow,
  PostingDefaults,
  ReportRow,
  ScheduledRow,
  StatusRow,
} from './rows.js';

/** A file under `/system/`, made when it is asked for. */
export interface StoredFile {
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer> | (() => string | Uint8Array<ArrayBuffer>);
}

/** Pairs of somebody and something, in the order they came. Ids are small numbers of their own, as relation ids are. */
export class Marks {
  readonly rows: MarkRow[] = [];
  #next = 1;

  add(accountId: string, targetId: string, createdAt: number): MarkRow {
    const known = this.find(accountId, targetId);
    if (known) return known;
    const row = { id: String(this.#next++), accountId, targetId, createdAt };
    this.rows.push(row);
    return row;
  }

  /** False when there was none. */
  remove(accountId: string, targetId: string): boolean {
    const at = this.rows.findIndex((row) => row.accountId === accountId && row.targetId === targetId);
    if (at >= 0) this.rows.splice(at, 1);
    return at >= 0;
  }

  find(accountId: string, targetId: string): MarkRow | undefined {
    return this.rows.find((row) => row.accountId === accountId && row.targetId === targetId);
  }

  has(accountId: string, targetId: string): boolean {
    return !!this.find(accountId, targetId);
  }

  by(accountId: string): MarkRow[] {
    return this.rows.filter((row) => row.accountId === accountId);
  }

  on(targetId: string): MarkRow[] {
    return this.rows.filter((row) => row.targetId === targetId);
  }

  drop(targetId: string): void {
    for (const row of this.on(targetId)) this.rows.splice(this.rows.indexOf(row), 1);
  }
}

/** Everything one instance knows. Reset means a new one. */
export class World {
  readonly ids = new Snowflakes();
  readonly accounts = new Map<string, AccountRow>();
  readonly statuses = new Map<string, StatusRow>();
  readonly media = new Map<string, MediaRow>();
  readonly polls = new Map<string, PollRow>();
  readonly files = new Map<string, StoredFile>();
  readonly emojis: EmojiRow[] = [];
  readonly favourites = new Marks();
  readonly bookmarks = new Marks();
  readonly pins = new Marks();
  readonly blocks = new Marks();
  /** Of whole servers: the target is a host. */
  readonly domainBlocks = new Marks();
  readonly endorsements = new Marks();
  readonly mutedThreads = new Marks();
  readonly followedTags = new Marks();
  readonly follows: FollowRow[] = [];
  readonly requests: FollowRow[] = [];
  readonly mutes: MuteRow[] = [];
  readonly reports: ReportRow[] = [];
  readonly notifications: NotificationRow[] = [];
  readonly notificationRequests: NotificationRequestRow[] = [];
  /** Whom somebody lets through, whatever their policy says. */
  readonly letThrough = new Marks();
  /** By account id; whoever is not in here has the usual one. */
  readonly policies = new Map<string, PolicyRow>();
  /** The hour under which things of a kind are grouped for somebody, until it lies too far back. */
  readonly buckets = new Map<string, number>();
  readonly lists: ListRow[] = [];
  readonly filters: FilterRow[] = [];
  readonly scheduled: ScheduledRow[] = [];
  readonly notes = new Map<string, string>();
  readonly markers = new Map<string, MarkerRow>();
  readonly apps: AppRow[] = [];
  readonly tokens: TokenRow[] = [];
  readonly grants: GrantRow[] = [];
  /** Who is logged in on the pages of this instance: cookie → account id. */
  readonly sessions = new Map<string, string>();
  /** By account id; whoever is not in here is free to act. */
  readonly hindrances = new Map<string, Hindrance>();
  /** What somebody's posts are when they do not say, by account id; whoever is not in here posts to everybody. */
  readonly defaults = new Map<string, PostingDefaults>();
  /** `account id + key` → what was answered, and until when it counts. */
  readonly idempotency = new Map<string, { statusId: string; until: number }>();
  readonly #statusByUri = new Map<string, StatusRow>();
  readonly #accountByUri = new Map<string, AccountRow>();
  readonly #serials = new Map<string, number>();
  #ordered: StatusRow[] | undefined;

  /** The next small number of a table. */
  serial(table: string): string {
    const next = (this.#serials.get(table) ?? 0) + 1;
    this.#serials.set(table, next);
    return String(next);
  }

  addAccount(row: AccountRow): AccountRow {
    this.accounts.set(row.id, row);
    this.#accountByUri.set(row.uri, row);
    return row;
  }

  addStatus(row: StatusRow): StatusRow {
    this.statuses.set(row.id, row);
    this.#statusByUri.set(row.uri, row);
    this.#ordered = undefined;
    return row;
  }

  /** Takes the row away; what hung on it is the caller's to see to. */
  removeStatus(row: StatusRow): void {
    this.statuses.delete(row.id);
    this.#statusByUri.delete(row.uri);
    this.#ordered = undefined;
  }

  /** How somebody posts when they do not say. */
  postingDefaults(accountId: string): PostingDefaults {
    return this.defaults.get(accountId) ?? { privacy: 'public', sensitive: false };
  }

  policy(accountId: string): PolicyRow {
    return {
      for_not_following: 'accept',
      for_not_followers: 'accept',
      for_new_accounts: 'accept',
      for_private_mentions: 'filter',
      for_limited_accounts: 'filter',
      for_bots: 'accept',
      ...this.policies.get(accountId),
    };
  }

  /** All posts, the youngest first. */
  get ordered(): readonly StatusRow[] {
    this.#ordered ??= [...this.statuses.values()].sort((a, b) => compareIds(b.id, a.id));
    return this.#ordered;
  }

  account(id: string): AccountRow {
    const row = this.accounts.get(id);
    if (!row) throw new Error(`No account ${id}`);
    return row;
  }

  statusByUri(uri: string): StatusRow | undefined {
    return this.#statusByUri.get(uri) ?? [...this.statuses.values()].find(({ url }) => url === uri);
  }

  accountByUri(uri: string): AccountRow | undefined {
    return this.#accountByUri.get(uri) ?? [...this.accounts.values()].find(({ url }) => url === uri);
  }

  /** By name, in any case of letters; `domain` null for people of this instance. */
  accountByName(username: string, domain: string | null): AccountRow | undefined {
    const name = username.toLowerCase();
    for (const row of this.accounts.values()) {
      if (row.username.toLowerCase() === name && row.domain === (domain?.toLowerCase() ?? null)) return row;
    }
    return undefined;
  }

  localAccounts(): AccountRow[] {
    return [...this.accounts.values()].filter(({ domain }) => domain === null);
  }

  /** Posts by somebody, the youngest first. */
  statusesOf(accountId: string): StatusRow[] {
    return this.ordered.filter((row) => row.accountId === accountId);
  }

  follow(from: string, to: string): FollowRow | undefined {
    return this.follows.find((row) => row.from === from && row.to === to);
  }

  request(from: string, to: string): FollowRow | undefined {
    return this.requests.find((row) => row.from === from && row.to === to);
  }

  mute(from: string, to: string): MuteRow | undefined {
    return this.mutes.find((row) => row.from === from && row.to === to);
  }
}
