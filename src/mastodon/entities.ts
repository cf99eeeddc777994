/**
 * The entities of the Mastodon API as this library knows them: whatever a server leaves out, sends as null or in a
 * strange type has become a safe default here, once, in `normalise.ts` (R185–R205). `import type` from this file is
 * free on every floor.
 */
import type { Application, CustomEmoji, MediaAttachment, Mention, Poll, PreviewCard, Tag } from './entities-parts.js';

export type * from './entities-parts.js';

/** `user@host` in lower case, or `?@host/id` where a server gave no usable name. One account has one key anywhere. */
export type AccountKey = string;

/** A post's `uri`; without a usable one its `url`; else `host/id`. One post has one key, whichever server told us. */
export type StatusKey = string;

/** Visibility as the API spells it; whatever else a server says (Pleroma's `local`) is `unknown` and treated as private (R204). */
export type Visibility = 'public' | 'unlisted' | 'private' | 'direct' | 'unknown';

/** One row of a profile. `value` is HTML from a stranger. */
export interface Field {
  readonly name: string;
  readonly value: string;
  /** ISO 8601, or undefined while the link is not verified. */
  readonly verifiedAt: string | undefined;
}

export interface Account {
  readonly key: AccountKey;
  /** Opaque; only the server in `host` knows it. */
  readonly id: string;
  /** The server that told us: whose id this is. */
  readonly host: string;
  readonly username: string;
  /** `user@host`, always with the host, as it is shown. */
  readonly acct: string;
  /** Never empty: the user name stands in (R189). Plain text with `:shortcodes:`. */
  readonly displayName: string;
  /** The profile's page, http(s) only. */
  readonly url: string | undefined;
  /** Empty when the server has none (R188). */
  readonly avatar: string;
  readonly avatarStatic: string;
  readonly header: string;
  readonly headerStatic: string;
  /** HTML from a stranger. */
  readonly note: string;
  readonly fields: readonly Field[];
  readonly emojis: readonly CustomEmoji[];
  readonly bot: boolean;
  readonly group: boolean;
  readonly locked: boolean;
  /** ISO 8601 or undefined. */
  readonly createdAt: string | undefined;
  /** Undefined where the server does not say; never negative (R198). */
  readonly followersCount: number | undefined;
  readonly followingCount: number | undefined;
  readonly statusesCount: number | undefined;
}

/** Where a quoted post stands. Any state the API may add later is `unauthorized`. */
export interface Quote {
  readonly state: string;
  readonly status: StatusKey | undefined;
  /** What the server calls the quoted post, where it names it only. */
  readonly id?: string;
  /** Where the quoted post is, where the server says no more of it; http(s) only. */
  readonly url?: string;
}

export interface Status {
  readonly key: StatusKey;
  /** Opaque; only the server in `host` knows it. */
  readonly id: string;
  /** The server that told us: whose id this is, and whose door an action must pass. */
  readonly host: string;
  /** The name of the post in the fediverse; empty where the server has none. */
  readonly uri: string;
  /** The post's page, http(s) only; the uri stands in when it is one (R192). */
  readonly url: string | undefined;
  readonly account: AccountKey;
  /** ISO 8601, or undefined when it is no date a calendar knows (R205). */
  readonly createdAt: string | undefined;
  readonly editedAt: string | undefined;
  readonly visibility: Visibility;
  /** A BCP 47 tag, else undefined (R202). */
  readonly language: string | undefined;
  /** HTML from a stranger. */
  readonly content: string;
  /** Content warning: plain text, empty for none. */
  readonly spoilerText: string;
  readonly sensitive: boolean;
  readonly media: readonly MediaAttachment[];
  readonly mentions: readonly Mention[];
  readonly tags: readonly Tag[];
  readonly emojis: readonly CustomEmoji[];
  readonly poll: Poll | undefined;
  readonly card: PreviewCard | undefined;
  /** The boosted post: this status then is only the act of boosting. */
  readonly boost: StatusKey | undefined;
  readonly quote: Quote | undefined;
  readonly inReplyToId: string | undefined;
  readonly inReplyToAccountId: string | undefined;
  /** Undefined where the server does not say; never negative (R198). */
  readonly repliesCount: number | undefined;
  readonly boostsCount: number | undefined;
  readonly favouritesCount: number | undefined;
  readonly quotesCount: number | undefined;
  readonly application: Application | undefined;
}

/** A post as it was at one time. */
export interface StatusEdit {
  /** ISO 8601, or undefined when it is no date a calendar knows. */
  readonly createdAt: string | undefined;
  /** HTML from a stranger. */
  readonly content: string;
  readonly spoilerText: string;
  readonly sensitive: boolean;
  readonly media: readonly MediaAttachment[];
  /** What could be chosen; undefined without a poll. */
  readonly choices: readonly string[] | undefined;
  readonly emojis: readonly CustomEmoji[];
  /** How the author was called, and their address. */
  readonly author: Pick<Account, 'displayName' | 'acct' | 'emojis'>;
}

/** A post in another language, as the reader's own server has had it translated. */
export interface Translation {
  /** HTML from a machine that a stranger has fed. */
  readonly content: string;
  readonly spoilerText: string;
  /** In the order of the poll's choices. */
  readonly choices: readonly string[];
  /** Description by the id of what it describes. */
  readonly descriptions: ReadonlyMap<string, string>;
  /** BCP 47 tags; undefined where the server does not say. */
  readonly language: string | undefined;
  readonly from: string | undefined;
  /** Who has translated; empty where the server does not say. */
  readonly provider: string;
}

/** What a reader may have done to a post. `muted` is its conversation. */
export type Deed = 'favourited' | 'boosted' | 'bookmarked' | 'pinned' | 'muted';

/** What of a post is the reader's, as it is shown: known, or guessed until their server has answered. */
export interface MyView extends Readonly<Record<Deed, boolean>> {
  /** Whether they may boost it: what is public, and their own posts for followers. */
  readonly boostable: boolean;
  /** What has been pressed and not been answered yet. */
  readonly busy: readonly Deed[];
}

/** Where a filter holds, as Mastodon names it. */
export type FilterContext = 'home' | 'notifications' | 'public' | 'thread' | 'account';

/** A filter of the reader's that a post has met. */
export interface FilterHit {
  readonly title: string;
  readonly context: readonly string[];
  readonly action: 'warn' | 'hide' | 'blur';
  /** ISO 8601; undefined for ever. */
  readonly expiresAt: string | undefined;
}

/** What one answer of a server brought: the posts asked for, and everybody and everything they carry along. */
export interface Harvest {
  /** The keys asked for, in the server's order; broken ones are left out (R142). */
  readonly keys: readonly StatusKey[];
  /** Asked for, boosted and quoted posts. */
  readonly statuses: readonly Status[];
  readonly accounts: readonly Account[];
}
