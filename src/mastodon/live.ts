import type { StatusKey } from './entities.js';
import type { FeedArgs } from './feeds.js';
import type { HomeSession } from './home-session.js';
import { Line } from './line.js';
import { Quiet } from './quiet.js';
import type { Session } from './session.js';

/**
 * How a list stays current: `waiting` until it tries again, `polling` once a minute while the page is in front, `stopped`
 * for good (three failures in a row, or a token that is no longer taken).
 */
export type LiveState = 'connecting' | 'open' | 'waiting' | 'polling' | 'offline' | 'stopped';

/** Posts that are missing between two that are shown. Opaque but for its times. */
export interface Gap {
  readonly id: string;
  /** When the posts at its older and its newer end were written (ISO 8601), where known. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** New posts: they stand above all that has come before. */
export interface News {
  /** Newest first; in the session's store, where whoever wants to keep them holds them at once. */
  readonly keys: readonly StatusKey[];
  /** What lies between these and what was there before is missing. */
  readonly gap?: Gap | undefined;
}

/** Who is told of what is new in a list of posts. */
export interface Follower {
  /** At most once in 250 ms; at most 20 posts that came live, or what was missed meanwhile. */
  arrive(news: News): void;
  /** While the reader is away: how many posts wait now. At most once in 250 ms. */
  waiting(count: number): void;
  /** @param retryAt when it tries again (`waiting`), ms since 1970 */
  changed(state: LiveState, retryAt?: number): void;
}

/** A list that is followed. */
export interface Following {
  readonly state: LiveState;
  /** The reader is away from the top: nothing arrives, what is new waits (the newest 40 of it) and is counted. False at first. */
  away: boolean;
  /** What has waited: the newest 20, a gap below them where there was more. Nothing waits any longer then. */
  take(): News;
  /** The posts next to a gap's newer end, newest first, and the smaller gap below them. Rejects with MastoError, or the signal's reason. */
  fill(gap: Gap, signal?: AbortSignal): Promise<News>;
  /** The gap between two posts where what stood there is dropped from the page; to be called while the store still has both. */
  between(newer: StatusKey, older: StatusKey | undefined): Gap;
  /** Nothing is told any more. */
  end(): void;
}

/** The first page of a list, as it was read. */
export interface FirstPage {
  /** The opaque way to what is newer; undefined where the server gave none. */
  readonly prev?: string | undefined;
  /** Newest first. */
  readonly keys: readonly StatusKey[];
}

/** Follows a feed from its first page on: by the session's socket where the feed has a channel and somebody is signed in, else by polling. */
export const follow = (session: Session, feed: FeedArgs, page: FirstPage, follower: Follower): Following =>
  new Quiet(session, feed, page, follower);

/** Who is told of new notifications. */
export interface NotificationsFollower {
  /** Notifications as they came, oldest first, at most once in 250 ms. */
  arrive(raw: readonly unknown[]): void;
  /** Some may have been missed, or merged: the first page is to be read again. */
  missed(): unknown;
  changed(state: LiveState, retryAt?: number): void;
}

/** How many wait for 250 ms; when more come, the first page says more. */
const mostNotifications = 40;

/** Follows the reader's notifications; where nothing streams, `missed` is called once a minute while the page is in front. */
export function followNotifications(home: HomeSession, follower: NotificationsFollower): { end(): void } {
  let waiting: unknown[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const came = waiting.splice(0);
    if (came.length > mostNotifications) follower.missed();
    else if (came.length) follower.arrive(came);
  };
  const line = new Line(
    home,
    { stream: 'user:notification' },
    {
      hear(event, payload) {
        if (event === 'notifications_merged') follower.missed();
        if (event !== 'notification' || !payload) return;
        if (waiting.length <= mostNotifications) waiting.push(payload);
        timer ??= setTimeout(flush, 250);
      },
      catchUp: () => follower.missed(),
      changed: (state, retryAt) => follower.changed(state, retryAt),
    },
  );
  return {
    end() {
      clearTimeout(timer);
      waiting = [];
      line.end();
    },
  };
}
