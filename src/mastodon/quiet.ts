import { channelOf } from './channels.js';
import type { StatusKey } from './entities.js';
import { askFeed, type FeedArgs } from './feeds.js';
import { holeBelow } from './hole.js';
import { Line } from './line.js';
import type { FirstPage, Follower, Following, Gap, LiveState, News } from './live.js';
import type { Session } from './session.js';
import type { Tail } from './tail.js';

/** What is heard before there is anything to take it in; of more, the newest, and what is missing is asked for. */
const most = 500;

/** A server may be slow, or have asked for a pause: what is new does not wait for what is old longer than that, in ms. */
const patience = 20_000;

/** A list as long as nothing is new in it: what keeps it current is loaded with the first thing that is. */
export class Quiet implements Following {
  readonly #line: Line;
  #tail: Tail | undefined;
  #away = false;
  /** Something may be missing between what is known and what comes. */
  #behind = true;
  /** What was missed has been fetched before. */
  #asked = false;
  #heard: [event: string, payload: unknown][] = [];
  readonly #end = new AbortController();
  /** Aborted when the line breaks or comes back: what was asked for before then does not reach to what comes after. */
  #hold = new AbortController();

  constructor(
    private readonly session: Session,
    private readonly feed: FeedArgs,
    private readonly page: FirstPage,
    private readonly follower: Follower,
  ) {
    this.#line = new Line(session, channelOf(feed), {
      hear: (event, payload) => this.#hear(event, payload),
      catchUp: () => this.#catchUp(),
      changed: (state, retryAt) => {
        this.#behind = true;
        if (this.#tail) this.#tail.behind = true;
        this.#hold.abort();
        this.#hold = new AbortController();
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
    if (this.#tail) this.#tail.away = away;
  }

  take(): News {
    return this.#tail?.take() ?? { keys: [] };
  }

  async fill(gap: Gap, signal = this.#end.signal): Promise<News> {
    return (await this.#load()).fill(gap, AbortSignal.any([signal, this.#end.signal]));
  }

  between(newer: StatusKey, older: StatusKey | undefined): Gap {
    return holeBelow(this.session, newer, older === undefined ? [] : [older]);
  }

  end(): void {
    this.#line.end();
    this.#end.abort();
    this.#tail?.end();
  }

  #hear(event: string, payload: unknown) {
    if (this.#tail) return this.#tail.hear(event, payload);
    this.#behind = this.#heard.push([event, payload]) > most || this.#behind;
    this.#heard = this.#heard.slice(-most);
    void this.#load().catch(() => undefined); // with the next thing, then
  }

  /** Fetches what was missed. */
  async #catchUp() {
    const signal = AbortSignal.any([this.#end.signal, this.#hold.signal, AbortSignal.timeout(patience)]);
    const { prev } = this.page;
    const first = !this.#tail && prev ? askFeed(this.session, this.feed, prev, signal) : undefined;
    const none = await first?.then(
      ({ data }) => !data.length,
      () => false,
    );
    signal.throwIfAborted();
    // Edits and deletions may have been missed only by whoever has listened before.
    const again = this.#asked && this.state === 'open';
    if (none && !again && !this.#heard.length) this.#behind = false;
    else await (await this.#load()).catchUp(signal, again, first);
    this.#asked = true;
  }

  async #load(): Promise<Tail> {
    const { Tail } = await import('./tail.js');
    this.#end.signal.throwIfAborted();
    if (this.#tail) return this.#tail;
    const tail = new Tail(this.session, this.feed, this.page, this.follower, () => this.state);
    this.#tail = tail;
    tail.away = this.#away;
    tail.behind = this.#behind;
    for (const [event, payload] of this.#heard.splice(0)) tail.hear(event, payload);
    return tail;
  }
}
