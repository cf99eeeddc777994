/** What people were told, and what is kept back from them. Times are ms since 1970. */

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
  | 'collection_update'
  /** One that no client knows. */
  | 'lantern_lit';

export interface NotificationRow {
  id: string;
  type: NotificationType;
  /** Whom it is for. */
  accountId: string;
  fromId: string;
  statusId: string | null;
  createdAt: number;
  groupKey: string;
  /** Kept back until its receiver lets whom it came from through. */
  filtered: boolean;
  /** What few kinds carry, as the API shows it: `report`, `event`, `moderation_warning`, `collection`, `annual_report`. */
  about?: Readonly<Record<string, unknown>> | undefined;
  /** For clients that do not know the kind; HTML. */
  fallback?: { title: string; summary: string } | undefined;
}

export type PolicyAnswer = 'accept' | 'filter' | 'drop';

/** Whom somebody wants to hear of at once, later, or never. */
export type PolicyRow = Record<
  | 'for_not_following'
  | 'for_not_followers'
  | 'for_new_accounts'
  | 'for_private_mentions'
  | 'for_limited_accounts'
  | 'for_bots',
  PolicyAnswer
>;

/** Somebody who has said something to somebody that is kept back. */
export interface NotificationRequestRow {
  readonly id: string;
  readonly accountId: string;
  readonly fromId: string;
  lastStatusId: string;
  readonly createdAt: number;
  updatedAt: number;
}
