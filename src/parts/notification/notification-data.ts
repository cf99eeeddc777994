import type { NotificationsSpeaker } from '../../i18n/notifications.js';
import type { PostSpeaker } from '../../i18n/post.js';
import type { Account, Status } from '../../mastodon/entities.js';
import type { NotificationGroup } from '../../mastodon/entities-notifications.js';

/** A group of notifications, with everybody and everything that it names by keys. */
export interface NotificationData {
  readonly group: NotificationGroup;
  /** Who did it, the latest first; those that are known. */
  readonly accounts: readonly Account[];
  readonly status?: Status | undefined;
  /** Whom a report is about. */
  readonly target?: Account | undefined;
  readonly unread: boolean;
}

/** What a row needs to know besides. */
export interface NotificationContext {
  readonly words: NotificationsSpeaker;
  /** For times and figures. */
  readonly post: PostSpeaker;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The reader. */
  readonly me: Pick<Account, 'key' | 'id'>;
  /** The reader's server: how it is called, and where its own pages are. */
  readonly host: string;
  readonly origin: string;
}
