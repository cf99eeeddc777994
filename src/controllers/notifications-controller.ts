import type { LitElement, ReactiveController } from 'lit';
import type { AccountKey } from '../mastodon/entities.js';
import type { NotificationGroup, NotificationRequest, Unread } from '../mastodon/entities-notifications.js';
import type { MastoError } from '../mastodon/errors.js';
import type { HomeSession } from '../mastodon/home-session.js';

/** How a tag hears what is new, as `mastodon/live.ts` has it. */
export type LiveState = 'connecting' | 'open' | 'waiting' | 'polling' | 'offline' | 'stopped';

/** Whose notifications, and which. */
export interface NotificationsArgs {
  readonly home: HomeSession;
  /** As the API names them; empty for all. Several tags with the same ones share a list and its requests. */
  readonly types: readonly string[];
  /** Whether what happens comes in by itself. */
  readonly live: boolean;
  /** How many at once; a server gives at most 80. */
  readonly limit: number;
  /** False while only the count is shown (a closed bell): the list is not asked for. Default true. */
  readonly list?: boolean;
}

/** What has become of a request to follow the reader, answered on this page. */
export type Answered = 'accepted' | 'refused';

/**
 * Reads the reader's notifications for its host, and does what the reader wishes about them. It draws its host again at
 * each change. All that rejects rejects with a `MastoError`; where that is `out-of-scope`, `facts.scope` says which scope
 * is missing, and nothing has been sent. What was shown at once is then taken back.
 */
export class NotificationsController implements ReactiveController {
  /** What is shown, the latest first; another array after each change. What the reader has filtered out is not in it. */
  readonly groups: readonly NotificationGroup[] = [];
  /** The first page has come. */
  readonly begun: boolean = false;
  /** Why the page last asked for did not come. */
  readonly error: MastoError | undefined = undefined;
  /** The server has not answered in the blink of an eye. */
  readonly slow: boolean = false;
  /** The server has not answered for long, or has asked for a pause: until when, in ms since 1970, or the past. */
  readonly late: number | undefined = undefined;
  /** True until the first page has come or failed. */
  readonly loading: boolean = true;
  /** True while a further page is on its way. */
  readonly loadingMore: boolean = false;
  /** Whether the server has more. */
  readonly hasMore: boolean = false;
  /** How many lines are unread by the read mark of the server as it is now (0 once all has been read); undefined while that is not known. */
  readonly unread: Unread | undefined = undefined;
  /** Where the read mark stood when the list was first shown, or at the last `reopen()`: a notification's id, opaque. It does not move while the reader reads. */
  readonly lastRead: string | undefined = undefined;
  /** How what is new comes in; undefined without `live`. */
  readonly state: LiveState | undefined = undefined;
  /** When a waiting one tries again, ms since 1970. */
  readonly retryAt: number | undefined = undefined;
  /** How many people's notifications the server holds back (filtered), 0 where there are none or the server has no such thing. Asked once, with the first page. */
  readonly requestsCount: number = 0;
  /** Those people; undefined until `readRequests()` has brought them. */
  readonly requests: readonly NotificationRequest[] | undefined = undefined;

  /** @param args undefined while the host may not ask */
  constructor(host: LitElement, args: () => NotificationsArgs | undefined) {
    void args;
    host.addController(this);
  }

  hostConnected(): void {
    // to come
  }

  /** Asks for the next page, or again for what did not come. Does nothing while one is on its way, or when there is none. */
  more(): void {
    // to come
  }

  /** The reader does not want to wait any longer. */
  cancel(): void {
    // to come
  }

  /** Whether something came after `lastRead`. */
  isUnread(group: NotificationGroup): boolean {
    return !group;
  }

  /**
   * The reader has what is listed before their eyes: the read mark is moved, here at once, at the server a little later, and
   * only where the token may (`write:statuses`; nobody is asked for it). Does nothing while the page is hidden. Call it as
   * often as you like.
   */
  markRead(): void {
    // to come
  }

  /** The reader comes anew (a bell that is opened again): `lastRead` is where the mark is now. */
  reopen(): void {
    // to come
  }

  /** Takes one line away, for good. Needs `write:notifications`. */
  dismiss(group: NotificationGroup): Promise<void> {
    return Promise.reject(new Error(group.key));
  }

  /** Takes all away, for good, whatever their kind. Needs `write:notifications`. */
  clear(): Promise<void> {
    return Promise.reject(new Error());
  }

  /** Lets somebody follow the reader, or not. Needs `write:follows`. */
  answer(account: AccountKey, accept: boolean): Promise<void> {
    return Promise.reject(new Error(account + String(accept)));
  }

  /** What has become of somebody's request to follow, answered on this page; shown before the server has answered. */
  answered(account: AccountKey): Answered | undefined {
    return account ? undefined : 'accepted';
  }

  /** Brings the people whose notifications are held back: the first ones, then more with each call. */
  readRequests(): Promise<void> {
    return Promise.resolve();
  }

  /** Whether `readRequests()` would bring more. */
  readonly hasMoreRequests: boolean = false;

  /** Lets somebody's notifications in (they come into the list when the server has moved them), or puts them away. Needs `write:notifications`. */
  answerRequest(request: NotificationRequest, accept: boolean): Promise<void> {
    return Promise.reject(new Error(request.id + String(accept)));
  }
}
