/** What a reader is told of, as this library knows it. `import type` from this file is free on every floor. */
import type { AccountKey, StatusKey } from './entities.js';

/**
 * The kinds that have words of their own. A server may have others: they are `string`, have a `fallback` on Mastodon 4.6,
 * and are shown as a line.
 */
export type NotificationType =
  | 'mention'
  | 'status'
  | 'reblog'
  | 'follow'
  | 'follow_request'
  | 'favourite'
  | 'poll'
  | 'update'
  | 'quote'
  | 'quoted_update'
  | 'severed_relationships'
  | 'moderation_warning'
  | 'annual_report'
  | 'admin.sign_up'
  | 'admin.report'
  | 'added_to_collection'
  | 'collection_update';

/** What is told in one line: one thing that happened, or several of the same kind about the same post. */
export interface NotificationGroup {
  /** The server's `group_key`, or `ungrouped-ID`: opaque. */
  readonly key: string;
  /** The newest one's, opaque. */
  readonly id: string;
  /** A `NotificationType`, or one that this library does not know; empty where the server does not say. */
  readonly type: string;
  /** How many happened, at least 1. */
  readonly count: number;
  /** Who did it: the latest first, each once, a sample of at most 8. May be empty. */
  readonly accounts: readonly AccountKey[];
  /** The post it is about, in the home session's store; undefined where there is none, or none any more. */
  readonly status: StatusKey | undefined;
  /** ISO 8601: the latest one. Undefined where the server does not say. */
  readonly at: string | undefined;
  /** For kinds that this library does not know: what the server says of it. */
  readonly fallback?: NotificationFallback;
  /** `severed_relationships` */
  readonly event?: SeveranceEvent;
  /** `moderation_warning` */
  readonly warning?: ModerationWarning;
  /** `admin.report` */
  readonly report?: ReportFacts;
  /** `added_to_collection`, `collection_update` */
  readonly collection?: CollectionFacts;
  /** `annual_report`: which year. */
  readonly year?: number;
}

/** What a server says of a kind that a client may not know. */
export interface NotificationFallback {
  /** HTML from a stranger; empty for none. */
  readonly title: string;
  /** HTML from a stranger; empty for none. */
  readonly summary: string;
}

/** Ties that were cut, by a moderator or by the reader's own block of a server. */
export interface SeveranceEvent {
  /** `domain_block`, `user_domain_block`, `account_suspension`, or what is new. */
  readonly type: string;
  /** The server or the account it was about; plain text. */
  readonly target: string;
  /** How many followers the reader has lost, and followed people; undefined where the server does not say. */
  readonly followersCount: number | undefined;
  readonly followingCount: number | undefined;
  /** The list of them is no longer kept. */
  readonly purged: boolean;
}

/** What moderators did about the reader. */
export interface ModerationWarning {
  /** Opaque; its page is `/disputes/strikes/ID` at the reader's server. */
  readonly id: string;
  /** `none`, `disable`, `mark_statuses_as_sensitive`, `delete_statuses`, `sensitive`, `silence`, `suspend`, or what is new. */
  readonly action: string;
  /** Plain text from the moderators. */
  readonly text: string;
  /** How many posts it is about. */
  readonly statusesCount: number;
}

/** A report that a moderator is told of. */
export interface ReportFacts {
  /** Opaque; its page is `/admin/reports/ID` at the reader's server. */
  readonly id: string;
  /** `spam`, `violation`, `legal`, `other`, or what is new. */
  readonly category: string;
  /** Plain text. */
  readonly comment: string;
  /** About whom. */
  readonly target: AccountKey | undefined;
  readonly statusesCount: number;
}

/** A list of people that somebody shows in public (Mastodon 4.6). */
export interface CollectionFacts {
  readonly id: string;
  /** Plain text. */
  readonly name: string;
  /** http(s) only. */
  readonly url: string | undefined;
}

/** Somebody whose notifications the reader's server holds back. */
export interface NotificationRequest {
  /** What the server calls it, opaque; also its key. */
  readonly id: string;
  readonly account: AccountKey;
  /** How many are held back. */
  readonly count: number;
  /** The last post among them. */
  readonly status: StatusKey | undefined;
  /** ISO 8601 */
  readonly at: string | undefined;
}

/** What the reader has not read. */
export interface Unread {
  readonly count: number;
  /** There are more: `count` is as far as the server counts. */
  readonly capped: boolean;
}
