import { Backfill, type Missed } from './backfill.js';
import { channelOf } from './channels.js';
import type { StatusKey } from './entities.js';
import { wanted, type FeedArgs } from './feeds.js';
import { Inbox } from './inbox.js';
import { asObject, type Raw } from './json.js';
import { Line } from './line.js';
import type { FirstPage, Follower, Following, Gap, LiveState, News } from './live.js';
import { asId } from './read.js';
import type { Session } from './session.js';

/** How often something arrives, in ms; how much of it at a time. */
const [pause, most] = [250, 20];

/** How many of the newest posts are remembered as such; how many of those tell where a gap ends. */
const [mostKnown, mostFloor] = [100, 40];

/** A server may be slow, or have asked for a pause: what is new does not wait for what is old longer than that, in ms. */
const patience = 20_000;

/** What `wanted` asks, before a post is taken in: those that wait are counted. */
const fits = (raw: Raw | undefined, { hideBoosts, hideReplies, onlyMedia }: FeedArgs): boolean => {
  const boosted = asObject(raw?.['reblog']);
  const author = asObject(raw?.['account'])?.['id'];
  const isReply = raw?.['in_reply_to_id'] && raw['in_reply_to_account_id'] !== author;
  const media = (boosted ?? raw)?.['media_attachments'];
  return !(hideBoosts && boosted) && !(hideReplies && isReply) && !(onlyMedia && !(media as unknown[] | null)?.length);
};

/** The newer end of a list. */
export class Tail implements Following {
  readonly #inbox: Inbox;
  readonly #backfill: Backfill;
  readonly #line: Line;
  /** The newest that have arrived, newest first. */
  #known: readonly StatusKey[];
  /** Something may be missing between what is known and what comes. */
  #behind = true;
  /** That was not to be had: whatever comes next stands above a gap. */
  #torn = false;
  #filling = false;
  /** It was heard of before, so that more than new posts may have been missed since. */
  #again = false;
  #away = false;
  #told = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #end = new AbortController();

  constructor(
    private readonly session: Session,
    private readonly feed: FeedArgs,
    page: FirstPage,
    private readonly follower: Follower,
  ) {
    const { statuses, transport } = session;
    this.#known = page.keys.slice(0, mostKnown);
    const ids = page.keys.map((key) => statuses.get(key)?.id ?? '');
    this.#inbox = new Inbox(ids.reverse(), () => transport.browser.now());
    this.#backfill = new Backfill(session, feed, page);
    this.#line = new Line(session, channelOf(feed), {
      hear: (event, payload) => this.#hear(event, payload),
      catchUp: () => this.#catchUp(),
      changed: (state, retryAt) => {
        if (state !== 'open') this.#behind = true;
        follower.changed(state, retryAt);
      },
    });
  }

  get state(): LiveState {
    return this.#line.state;
  }

  get away(): boolean {
    return this.#away;
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
    return { keys, gap: this.#backfill.gap(oldest, floor.slice(0, mostFloor)) };
  }

  fill(gap: Gap, signal = this.#end.signal): Promise<News> {
    return this.#backfill.fill(gap, AbortSignal.any([signal, this.#end.signal]));
  }

  between(newer: StatusKey, older: StatusKey | undefined): Gap {
    return this.#backfill.gap(newer, older === undefined ? [] : [older]);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#line.end();
    this.#end.abort();
  }

  #hear(event: string, payload: unknown) {
    const inbox = this.#inbox;
    if (event === 'update' && fits(asObject(payload), this.feed)) {
      const id = inbox.add(payload, this.#behind);
      if (id && !this.#behind) this.#backfill.newest = id;
    } else if (event === 'status.update') inbox.edit(payload);
    else if (event === 'delete') this.#bury(asId(payload));
    else return;
    this.#soon();
  }

  #bury(id: string) {
    const { statuses } = this.session;
    this.#inbox.remove(id);
    const key = statuses.keyOf(id);
    if (key !== undefined) statuses.bury(key);
  }

  #soon() {
    if (this.#end.signal.aborted) return;
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

  /** Fetches what was missed. */
  async #catchUp() {
    if (this.#filling || (this.state === 'open' && !this.#behind)) return;
    this.#filling = true;
    const signal = AbortSignal.any([this.#end.signal, AbortSignal.timeout(patience)]);
    try {
      const missed = await this.#backfill.read((post) => this.#inbox.isFresh(post), signal);
      this.#end.signal.throwIfAborted();
      this.#takeIn(missed);
      if (this.#again && this.state === 'open')
        import('./refresh.js').then(({ refresh }) => refresh(this.session)).catch(() => undefined);
      this.#again = true;
    } catch (error) {
      this.#torn = this.#known.length > 0;
      throw error;
    } finally {
      this.#filling = false;
      this.#soon();
    }
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
