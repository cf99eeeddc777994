import type { LitElement, ReactiveController } from 'lit';
import type { AccountKey } from '../mastodon/entities.js';
import type { NotificationGroup, NotificationRequest, Unread } from '../mastodon/entities-notifications.js';
import { MastoError } from '../mastodon/errors.js';
import type { HomeSession } from '../mastodon/home-session.js';
import type { LiveState } from '../mastodon/live.js';
import type { Answered } from '../mastodon/notification-requests.js';
import type { Notifications } from '../mastodon/notifications.js';
import { NotificationsVisit } from './notifications-visit.js';
import { waiting } from './waiting.js';

export type { Answered, LiveState };

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

/**
 * Reads the reader's notifications for its host, and does what the reader wishes about them. It draws its host again at
 * each change. All that rejects rejects with a `MastoError`; where that is `out-of-scope`, `facts.scope` says which scope
 * is missing. What was shown at once is then taken back.
 */
export class NotificationsController implements ReactiveController {
  /** The server has not answered in the blink of an eye. */
  slow = false;
  /** The server has not answered for long, or has asked for a pause: until when, in ms since 1970, or the past. */
  late: number | undefined;

  #visit: NotificationsVisit | undefined;
  #args = '';
  #settled: (() => void) | undefined;
  #away = false;

  /** @param args undefined while the host may not ask */
  constructor(
    private readonly host: LitElement,
    private readonly args: () => NotificationsArgs | undefined,
  ) {
    host.addController(this);
  }

  /**
   * Where the read mark stood when the list was first shown, or at the last `reopen()`: a notification's id, opaque. It
   * does not move while the reader reads. Undefined when nothing was read yet, or that is not known.
   */
  get lastRead(): string | undefined {
    return this.#visit?.lastRead;
  }

  /** What is shown, the latest first. What the reader has filtered out is not in it, nor what is about a post that is gone. */
  get groups(): readonly NotificationGroup[] {
    return this.#list?.groups ?? [];
  }

  /** The first page has come. */
  get begun(): boolean {
    return !!this.#list?.begun;
  }

  /** Why the page last asked for did not come. */
  get error(): MastoError | undefined {
    return this.#list?.error;
  }

  /** True until the first page has come or failed. */
  get loading(): boolean {
    return !this.begun && !this.error;
  }

  /** True while a further page is on its way. */
  get loadingMore(): boolean {
    return this.begun && !!this.#list?.busy;
  }

  /** Whether the server has more. */
  get hasMore(): boolean {
    return !!this.#list?.hasMore;
  }

  /**
   * How many lines are unread by the read mark as it is now (0 once all has been read); undefined while that is not known.
   * Where the list does not reach the mark, it is what the server counts.
   */
  get unread(): Unread | undefined {
    return this.#list?.unread.value;
  }

  /** How what is new comes in; undefined without `live`, and until that is known. */
  get state(): LiveState | undefined {
    return this.#visit?.isLive ? this.#all?.state : undefined;
  }

  /** When a waiting one tries again, ms since 1970. */
  get retryAt(): number | undefined {
    return this.#all?.retryAt;
  }

  /** How many people's notifications the server holds back (filtered); 0 where there are none, or where it has no such thing. */
  get requestsCount(): number {
    return this.#all?.requests.count ?? 0;
  }

  /** Those people; undefined until `readRequests()` has brought them. */
  get requests(): readonly NotificationRequest[] | undefined {
    return this.#all?.requests.list;
  }

  /** Whether `readRequests()` would bring more. */
  get hasMoreRequests(): boolean {
    return !!this.#all?.requests.hasMore;
  }

  /** Asks for the next page, or again for what did not come. Does nothing while one is on its way, or when there is none. */
  more(): void {
    this.#list?.more();
  }

  /** The reader does not want to wait any longer. */
  cancel(): void {
    this.#list?.cancel();
  }

  /** Whether something came after `lastRead`. */
  isUnread(group: NotificationGroup): boolean {
    return !!this.#visit?.isUnread(group);
  }

  /**
   * The reader has what is listed before their eyes: the read mark is moved, here at once, at the server a little later, and
   * only where the token may (`write:statuses`; nobody is asked for it). Does nothing while the page is hidden. Call it as
   * often as you like.
   * @param shown how much of it, where some still waits above
   */
  markRead(shown = this.groups): void {
    this.#visit?.markRead(shown);
  }

  /** The reader comes anew (a bell that is opened again): `lastRead` is where the mark is now. */
  reopen(): void {
    this.#visit?.reopen();
    this.host.requestUpdate();
  }

  /** Takes one line away, for good. Needs `write:notifications`. */
  async dismiss(group: NotificationGroup): Promise<void> {
    await this.#here.dismissals.dismiss(group);
  }

  /** Takes all away, for good, whatever their kind. Needs `write:notifications`. */
  async clear(): Promise<void> {
    await this.#here.dismissals.clear();
  }

  /** Lets somebody follow the reader, or not. Needs `write:follows`. */
  async answer(account: AccountKey, accept: boolean): Promise<void> {
    await this.#here.requests.answerFollow(account, accept);
  }

  /** What has become of somebody's request to follow, answered on this page; shown before the server has answered. */
  answered(account: AccountKey): Answered | undefined {
    return this.#all?.requests.answered(account);
  }

  /** Brings the people whose notifications are held back: the first ones, then more with each call. */
  async readRequests(): Promise<void> {
    await this.#here.requests.read();
  }

  /** Lets somebody's notifications in (they come into the list when the server has moved them), or puts them away. Needs `write:notifications`. */
  async answerRequest(request: NotificationRequest, accept: boolean): Promise<void> {
    await this.#here.requests.answer(request, accept);
  }

  hostConnected(): void {
    this.#away = false;
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    // A tag that is only moved is back within a microtask, and keeps all (R210).
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.#away = true;
      this.#part();
    });
  }

  hostUpdate(): void {
    const args = this.args();
    if (this.#away) return;
    const asked = JSON.stringify(args && [args.types, args.limit]);
    if (args?.home !== this.#all?.home || asked !== this.#args) this.#part();
    this.#args = asked;
    if (!args) return;
    const visit = (this.#visit ??= new NotificationsVisit(args, () => this.host.requestUpdate()));
    visit.follow(args.live);
    visit.ask(args.list ?? true);
    this.#wait(visit);
  }

  get #all() {
    return this.#visit?.all;
  }

  get #list() {
    return this.#visit?.list;
  }

  /** Whose notifications there are. Throws a `MastoError` when nobody is here any more. */
  get #here(): Notifications {
    if (this.#all) return this.#all;
    throw new MastoError('cancelled', { host: this.args()?.home.host ?? '' });
  }

  /** What the reader is told while a page is on its way. */
  #wait({ all, list }: NotificationsVisit) {
    if (!list.busy) return this.#settle();
    this.#settled ??= waiting(all.home.host, (late) => {
      this.slow = true;
      this.late = late;
      this.host.requestUpdate();
    });
  }

  #settle() {
    this.#settled?.();
    this.#settled = undefined;
    this.slow = false;
    this.late = undefined;
  }

  #part() {
    this.#settle();
    this.#visit?.end();
    this.#visit = undefined;
  }
}
