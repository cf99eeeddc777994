import type { LitElement, ReactiveController } from 'lit';
import type { AccountKey } from '../mastodon/entities.js';
import type { NotificationGroup, NotificationRequest, Unread } from '../mastodon/entities-notifications.js';
import type { MastoError } from '../mastodon/errors.js';
import { compare } from '../mastodon/grouping.js';
import type { HomeSession } from '../mastodon/home-session.js';
import type { LiveState } from '../mastodon/live.js';
import type { NotificationList } from '../mastodon/notification-list.js';
import type { Answered } from '../mastodon/notification-requests.js';
import { Notifications } from '../mastodon/notifications.js';
import type { Mark } from '../mastodon/read-mark.js';
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
  /**
   * Where the read mark stood when the list was first shown, or at the last `reopen()`: a notification's id, opaque. It
   * does not move while the reader reads. Undefined when nothing was read yet, or that is not known.
   */
  lastRead: string | undefined;

  #all: Notifications | undefined;
  #list: NotificationList | undefined;
  #args = '';
  #line: { readonly mark: Mark | undefined } | undefined;
  #leave: (() => void) | undefined;
  #unfollow: (() => void) | undefined;
  #settled: (() => void) | undefined;
  #away = false;

  /** @param args undefined while the host may not ask */
  constructor(
    private readonly host: LitElement,
    private readonly args: () => NotificationsArgs | undefined,
  ) {
    host.addController(this);
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
    return this.#unfollow && this.#all?.state;
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
    const line = this.#line;
    return !!line && (!line.mark || compare(group, line.mark) > 0);
  }

  /**
   * The reader has what is listed before their eyes: the read mark is moved, here at once, at the server a little later, and
   * only where the token may (`write:statuses`; nobody is asked for it). Does nothing while the page is hidden. Call it as
   * often as you like.
   */
  markRead(): void {
    if (this.begun && document.visibilityState === 'visible') this.#all!.seen(this.#list!);
  }

  /** The reader comes anew (a bell that is opened again): `lastRead` is where the mark is now. */
  reopen(): void {
    this.#line = undefined;
    this.#draw();
    this.host.requestUpdate();
  }

  /** Takes one line away, for good. Needs `write:notifications`. */
  dismiss(group: NotificationGroup): Promise<void> {
    return this.#all!.dismissals.dismiss(group);
  }

  /** Takes all away, for good, whatever their kind. Needs `write:notifications`. */
  clear(): Promise<void> {
    return this.#all!.dismissals.clear();
  }

  /** Lets somebody follow the reader, or not. Needs `write:follows`. */
  answer(account: AccountKey, accept: boolean): Promise<void> {
    return this.#all!.requests.answerFollow(account, accept);
  }

  /** What has become of somebody's request to follow, answered on this page; shown before the server has answered. */
  answered(account: AccountKey): Answered | undefined {
    return this.#all?.requests.answered(account);
  }

  /** Brings the people whose notifications are held back: the first ones, then more with each call. */
  readRequests(): Promise<void> {
    return this.#all!.requests.read();
  }

  /** Lets somebody's notifications in (they come into the list when the server has moved them), or puts them away. Needs `write:notifications`. */
  answerRequest(request: NotificationRequest, accept: boolean): Promise<void> {
    return this.#all!.requests.answer(request, accept);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#hide);
    window.addEventListener('pagehide', this.#hide);
    this.#away = false;
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#hide);
    window.removeEventListener('pagehide', this.#hide);
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
    if (!this.#list) this.#meet(args);
    if (args.live !== !!this.#unfollow) {
      this.#unfollow?.();
      this.#unfollow = args.live ? this.#all!.follow() : undefined;
    }
    this.#ask(args);
  }

  /** Told at once when the reader leaves: there may be no later. */
  readonly #hide = () => {
    if (document.visibilityState === 'hidden') void this.#all?.mark.flush(true);
  };

  readonly #draw = () => {
    const { mark } = this.#all ?? {};
    if (!this.#line && this.begun && mark?.known) {
      this.#line = { mark: mark.value };
      this.lastRead = mark.value?.id;
    }
    this.host.requestUpdate();
  };

  #meet({ home, types, limit }: NotificationsArgs) {
    this.#all = Notifications.of(home);
    ({ list: this.#list, leave: this.#leave } = this.#all.join(types, limit));
    this.#all.addEventListener('change', this.#draw);
    this.#draw();
  }

  /** Asks for what the host shows. */
  #ask({ list = true }: NotificationsArgs) {
    const [all, own] = [this.#all!, this.#list!];
    if (!list) {
      void all.mark.ask();
      own.unread.look();
    } else if (!own.begun && !own.error && !own.busy) {
      own.more();
      all.requests.look();
    }
    if (own.busy && !this.#settled)
      this.#settled = waiting(all.home.host, (late) => {
        this.slow = true;
        this.late = late;
        this.host.requestUpdate();
      });
    if (!own.busy) this.#settle();
  }

  #settle() {
    this.#settled?.();
    this.#settled = undefined;
    this.slow = false;
    this.late = undefined;
  }

  #part() {
    this.#settle();
    this.#unfollow?.();
    this.#all?.removeEventListener('change', this.#draw);
    void this.#all?.mark.flush();
    this.#leave?.();
    this.#unfollow = this.#leave = this.#all = this.#list = this.#line = this.lastRead = undefined;
  }
}
