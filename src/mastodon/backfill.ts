import type { StatusKey } from './entities.js';
import { askFeed, readFeed, type FeedArgs, type FeedName } from './feeds.js';
import { holeId, type Hole } from './hole.js';
import { asObject } from './json.js';
import type { FirstPage, Gap, News } from './live.js';
import { asId } from './read.js';
import type { Session } from './session.js';
import type { Answer } from './transport.js';

/** How many pages are read in a row (R154). */
const mostPages = 5;

/** Whose cursors are the ids of posts: all others are followed as the server gives them. */
const byPost: readonly FeedName[] = ['home', 'list', 'tag', 'public', 'local', 'account'];

const idOf = (json: unknown) => asId(asObject(json)?.['id']);

type Page = Answer<readonly unknown[]>;

/** What was missed, as it came. */
export interface Missed {
  /** Newest first, next to what is known. */
  readonly posts: readonly unknown[];
  /** They reach to what is new; else something is missing above them, and `top` is the first page where that was asked for. */
  readonly joined: boolean;
  readonly top: readonly unknown[];
}

/** Knows where a list ends at its newer end, and reads what comes after. */
export class Backfill {
  /** The opaque way to what is newer than a page. */
  #link: string | undefined;
  /** The id of the newest post that is known, where it came later than that page. */
  newest: string | undefined;
  /** Nothing was there. */
  #empty: boolean;

  constructor(
    private readonly session: Session,
    private readonly feed: FeedArgs,
    { prev, keys }: FirstPage,
  ) {
    this.#link = prev;
    this.#empty = !keys.length;
  }

  /**
   * Reads upwards to `isNew`, or to the end; at most five pages.
   * @param isNew whether a post has come by itself
   * @param first the first page, where somebody has asked for it
   */
  async read(isNew: (json: unknown) => boolean, signal: AbortSignal, first?: Promise<Page>): Promise<Missed> {
    if (!this.#link) return { posts: await this.#readDown(signal), joined: true, top: [] };
    let posts: unknown[] = [];
    for (let page = 0; page < mostPages; page++) {
      const link = this.#at('min_id', this.newest);
      const { data, links } = await ((!page && first) || askFeed(this.session, this.feed, link, signal));
      posts = [...data, ...posts];
      this.#link = links.prev ?? this.#link;
      if (data.length) this.newest = links.prev ? undefined : idOf(data[0]);
      // One in the midst of a page may have come late: all that is newer than it is still missing.
      if (!data.length || isNew(data[0])) return { posts, joined: true, top: [] };
    }
    const { data: top, links } = await askFeed(this.session, this.feed, undefined, signal);
    this.#link = links.prev ?? this.#link;
    const ids = new Set(posts.map(idOf));
    const above = top.filter((post) => !ids.has(idOf(post)));
    if (above.length < top.length) return { posts: [...above, ...posts], joined: true, top: [] };
    return { posts, joined: false, top };
  }

  /** Where there is no way upwards: from the top, and all that there is where nothing was. */
  async #readDown(signal: AbortSignal) {
    const posts: unknown[] = [];
    let next: string | undefined;
    for (let page = 0; !page || (next && this.#empty && page < mostPages); page++) {
      const { data, links } = await askFeed(this.session, this.feed, next, signal);
      posts.push(...data);
      this.#link ??= links.prev;
      next = data.length ? links.next : undefined;
    }
    this.#empty &&= !posts.length;
    return posts;
  }

  /** Reads down into a gap. */
  async fill(gap: Gap, signal: AbortSignal): Promise<News> {
    const { floor, from, above, ...hole } = gap as Hole;
    let next = hole.next ?? this.#at('max_id', above);
    const keys: StatusKey[] = [];
    for (let page = 0; page < mostPages; page++) {
      const answer = await readFeed(this.session, this.feed, next, signal);
      const end = answer.keys.findIndex((key) => floor.includes(key));
      const found = end < 0 ? answer.keys : answer.keys.slice(0, end);
      // What stood below may be gone: then the page's age says that the gap is past.
      const past = end >= 0 || (!!from && found.length > 0 && found.every((key) => this.#time(key) < from));
      if (end >= 0 || !past) keys.push(...found);
      next = answer.next;
      if (past || !next) return { keys };
    }
    const until = this.#time(keys.at(-1)) || gap.until;
    return { keys, gap: { ...gap, id: holeId(), until, next } as Hole };
  }

  #time(key: StatusKey | undefined) {
    return this.session.statuses.get(key ?? '')?.createdAt ?? '';
  }

  /** The way to what is newer or older than a post, or what the server gave where posts are no cursors. */
  #at(name: 'min_id' | 'max_id', id: string | undefined) {
    const opaque = name === 'min_id' ? this.#link : undefined;
    if (!id || !this.#link || !byPost.includes(this.feed.name)) return opaque;
    const url = new URL(this.#link, this.session.origin);
    for (const cursor of ['min_id', 'max_id', 'since_id']) url.searchParams.delete(cursor);
    url.searchParams.set(name, id);
    return url.pathname + url.search;
  }
}
