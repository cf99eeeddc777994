import type { NotificationGroup } from '../mastodon/entities-notifications.js';
import { compare } from '../mastodon/grouping.js';
import type { NotificationList } from '../mastodon/notification-list.js';
import { Notifications } from '../mastodon/notifications.js';
import type { Mark } from '../mastodon/read-mark.js';
import type { NotificationsArgs } from './notifications-controller.js';

/** A reader's visit to one list: from when a tag begins to show it until the tag leaves, shows another, or the account changes. */
export class NotificationsVisit {
  readonly all: Notifications;
  readonly list: NotificationList;
  /** Where the read mark stood when the list was first shown; undefined until that is known. */
  #line: { readonly mark: Mark | undefined } | undefined;
  #unfollow: (() => void) | undefined;
  readonly #leave: () => void;

  /** @param changed called at each change */
  constructor(
    { home, types, limit }: NotificationsArgs,
    private readonly changed: () => void,
  ) {
    this.all = Notifications.of(home);
    ({ list: this.list, leave: this.#leave } = this.all.join(types, limit));
    this.all.addEventListener('change', this.#hear);
    document.addEventListener('visibilitychange', this.#hide);
    window.addEventListener('pagehide', this.#hide);
    this.#draw();
  }

  get lastRead(): string | undefined {
    return this.#line?.mark?.id;
  }

  get isLive(): boolean {
    return !!this.#unfollow;
  }

  isUnread(group: NotificationGroup): boolean {
    const line = this.#line;
    return !!line && (!line.mark || compare(group, line.mark) > 0);
  }

  /** @param shown as much of the list as is before the reader's eyes */
  markRead(shown: readonly NotificationGroup[]): void {
    if (this.list.begun && document.visibilityState === 'visible') this.all.seen(this.list, shown);
  }

  /** The reader comes anew. */
  reopen(): void {
    this.#line = undefined;
    this.#draw();
  }

  follow(live: boolean): void {
    if (live === this.isLive) return;
    this.#unfollow?.();
    this.#unfollow = live ? this.all.follow() : undefined;
  }

  /** Asks for what is shown. @param whole the list, not only the count */
  ask(whole: boolean): void {
    const { all, list } = this;
    if (!whole) {
      void all.mark.ask();
      list.unread.look();
    } else if (!list.begun && !list.error && !list.busy) {
      list.more();
      all.requests.look();
    }
  }

  end(): void {
    this.#unfollow?.();
    this.all.removeEventListener('change', this.#hear);
    document.removeEventListener('visibilitychange', this.#hide);
    window.removeEventListener('pagehide', this.#hide);
    void this.all.mark.flush();
    this.#leave();
  }

  readonly #hear = () => {
    this.#draw();
    this.changed();
  };

  #draw() {
    const { mark } = this.all;
    if (!this.#line && this.list.begun && mark.known) this.#line = { mark: mark.value };
  }

  /** Told at once when the reader leaves: there may be no later. Safari may leave a page without hiding it first. */
  readonly #hide = ({ type }: Event) => {
    if (type === 'pagehide' || document.visibilityState === 'hidden') void this.all.mark.flush(true);
  };
}
