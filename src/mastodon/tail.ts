import { Backfill, type Missed } from './backfill.js';
import type { StatusKey } from './entities.js';
import { wanted, type FeedArgs } from './feeds.js';
import { holeBelow } from './hole.js';
import { Inbox } from './inbox.js';
import { asObject, type Raw } from './json.js';
import type { FirstPage, Follower, Gap, LiveState, News } from './live.js';
import { asId } from './read.js';
import type { Session } from './session.js';
import type { Answer } from './transport.js';

/** How often something arrives, in ms; how much of it at a time. */
const [pause, most] = [250, 20];

/** How many of the newest posts are remembered as such; how many of those tell where a gap ends. */
const [mostKnown, mostFloor] = [100, 40];

/** What `wanted` asks, before a post is taken in: those that wait are counted. */
const fits = (raw: Raw | undefined, { hideBoosts, hideReplies, onlyMedia }: FeedArgs): boolean => {
  const boosted = asObject(raw?.['reblog']);
  const author = asObject(raw?.['account'])?.['id'];
  const isReply = raw?.['in_reply_to_id'] && raw['in_reply_to_account_id'] !== author;
  const media = (boosted ?? raw)?.['media_attachments'];
  return !(hideBoosts && boosted) && !(hideReplies && isReply) && !(onlyMedia && !(media as unknown[] | null)?.length);
};

/** The newer end of a list in which there is something new. */
export class Tail {
  readonly #inbox: Inbox;
  readonly #backfill: Backfill;
  /** The newest that have arrived, newest first. */
  #known: readonly StatusKey[];
  /** Something may be missing between what is known and what comes. */
  #behind = true;
  /** That was not to be had: whatever comes next stands above a gap. */
  #torn = false;
  /** What was missed is being fetched, until then. */
  #filling: AbortSignal | undefined;
  #away = false;
  #told = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(
    private readonly session: Session,
    private readonly feed: FeedArgs,
    page: FirstPage,
    private readonly follower: Follower,
    private readonly state: () => LiveState,
  ) {
    const { statuses, transport } = session;
    this.#known = page.keys.slice(0, mostKnown);
    const ids = page.keys.map((key) => statuses.get(key)?.id ?? '');
    this.#inbox = new Inbox(ids.reverse(), () => transport.browser.now());
    this.#backfill = new Backfill(session, feed, page);
  }

  /** Something may be missing from now on, or nothing is any more. */
  set behind(behind: boolean) {
    this.#behind = behind;
  }

  set away(away: boolean) {
    this.#away = away;
    this.#soon();
  }

  take(): News {
    const { session, feed } = this;
    const floor = this.#known;
    const raws = this.#inbox.take(most);
    const keys = session.harvest(raws).filter((key) => wanted(session, key, feed));
    this.#known = [...keys, ...floor].slice(0, mostKnown);
    this.#told = 0;
    const oldest = keys.at(-1);
    if (oldest === undefined || !(this.#inbox.lost || this.#torn)) return { keys };
    this.#inbox.lost = 0;
    this.#torn = false;
    return { keys, gap: holeBelow(session, oldest, floor.slice(0, mostFloor)) };
  }

  fill(gap: Gap, signal: AbortSignal): Promise<News> {
    return this.#backfill.fill(gap, signal);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#ended = true;
  }

  hear(event: string, payload: unknown) {
    const inbox = this.#inbox;
    if (event === 'update' && fits(asObject(payload), this.feed)) {
      const id = inbox.add(payload, this.#behind);
      if (id && !this.#behind) this.#backfill.newest = id;
    } else if (event === 'status.update') inbox.edit(payload);
    else if (event === 'delete') this.#bury(asId(payload));
    else return;
    this.#soon();
  }

  /**
   * Fetches what was missed; rejects where that failed.
   * @param again it was heard of before, so that more than new posts may have been missed since
   * @param first what has been asked for already
   */
  async catchUp(signal: AbortSignal, again: boolean, first?: Promise<Answer<readonly unknown[]>>): Promise<void> {
    const open = this.state() === 'open';
    if (this.#filling?.aborted === false || (open && !this.#behind)) return;
    this.#filling = signal;
    try {
      const missed = await this.#backfill.read((post) => this.#inbox.isFresh(post), signal, first);
      signal.throwIfAborted();
      this.#takeIn(missed);
      if (again) import('./refresh.js').then(({ refresh }) => refresh(this.session)).catch(() => undefined);
    } catch (error) {
      // Where the line has changed meanwhile, it is asked again.
      this.#torn ||= (signal.reason as Error | undefined)?.name !== 'AbortError';
      throw error;
    } finally {
      if (this.#filling === signal) this.#filling = undefined;
      this.#soon();
    }
  }

  #bury(id: string) {
    const { statuses } = this.session;
    if (!id) return; // that would be every post that is no boost
    this.#inbox.remove(id);
    const key = statuses.keyOf(id);
    if (key !== undefined) statuses.bury(key);
  }

  #soon() {
    if (this.#ended) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#flush();
    }, pause);
  }

  #flush() {
    const { session, follower } = this;
    if (this.#behind && this.#torn && !this.#filling) this.#tear();
    const { size } = this.#inbox;
    if (!this.#away) this.#arrive(this.take());
    else if (size !== this.#told) follower.waiting((this.#told = size));
    const edits = this.#inbox.takeEdits((id) => session.statuses.keyOf(id) !== undefined);
    if (edits.length) session.harvest(edits);
  }

  /** What came since stands above a gap. */
  #tear() {
    const newest = this.#inbox.tear();
    if (newest === undefined) return;
    this.#behind = false;
    this.#backfill.newest = newest;
  }

  #arrive(news: News) {
    if (news.keys.length) this.follower.arrive(news);
  }

  #takeIn({ posts, joined, top }: Missed) {
    const { session, feed } = this;
    const inbox = this.#inbox;
    const sift = (list: readonly unknown[]) => inbox.sift(list.filter((post) => fits(asObject(post), feed)));
    if (!this.#away) this.#arrive(this.take());
    const raws = sift(posts);
    this.#behind = false;
    if (!this.#away) {
      const keys = session.harvest(raws).filter((key) => wanted(session, key, feed));
      this.#known = [...keys, ...this.#known].slice(0, mostKnown);
      this.#arrive({ keys });
    } else if (!joined) inbox.lost += raws.length;
    this.#torn = !joined;
    const newest = joined ? inbox.settle(this.#away ? raws : []) : (inbox.tear() ?? inbox.settle(sift(top)));
    this.#backfill.newest = newest ?? this.#backfill.newest;
  }
}
