import { type LitElement, nothing, type ReactiveController, render } from 'lit';
import type { FeedController } from '../../controllers/feed-controller.js';
import { LazyController } from '../../controllers/lazy-controller.js';
import { LiveController } from '../../controllers/live-controller.js';
import { TopController } from '../../controllers/top-controller.js';
import { WordsController } from '../../controllers/words-controller.js';
import { liveWords } from '../../i18n/live.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import { readMarker } from '../../mastodon/markers.js';
import { Calm, liveLine } from '../../parts/live/live.js';
import { styles } from '../../parts/live/live.styles.js';
import { adoptLate } from '../../styles/adopt.js';
import type { News } from './news.js';
import { div } from './presentation.js';
import type { Resume } from './resume.js';

/** What is said aloud is said at most so often, in ms. */
const quiet = 60_000;

/** What a timeline lends to whoever draws what is new in it. */
export interface List {
  readonly feed: FeedController;
  wanted(): boolean;
  own(): readonly string[];
  /** Posts, as the timeline draws them. */
  draw(keys: readonly string[]): unknown;
}

/**
 * What is said above a timeline that stays current. What is new is drawn beside the list, which is not drawn again for any of
 * it, by what comes with the first of it.
 */
export class Live implements ReactiveController {
  /** Stands on the heading's line. */
  readonly line = div('live-top');
  /** Floats above the list. */
  readonly pills = div('pill-place');
  /** Stands in the list, before its first page. */
  readonly region = div('live');
  readonly #calm = new Calm();
  readonly #words;
  readonly live: LiveController;
  readonly top: TopController;
  readonly #pill: LazyController<typeof import('../../parts/live/pills.js')>;
  #news?: News;
  #resume?: Resume;
  /** Whose place was asked for. */
  #home: unknown;
  #spoken: unknown;
  #told = '';
  #toldAt = -quiet;

  constructor(
    private readonly host: LitElement,
    private readonly list: List,
  ) {
    adoptLate(host.renderRoot, [styles]);
    this.#pill = new LazyController(
      host,
      () => import('../../parts/live/pills.js'),
      ({ styles }) => {
        adoptLate(host.renderRoot, [styles]);
        this.#say();
      },
    );
    this.#words = new WordsController(host, liveWords);
    this.live = new LiveController(host, list.feed, list, {
      bring: async () => (await this.#bring()).rows,
      said: () => this.#say(),
    });
    this.top = new TopController(host, this.line, () => this.#turn());
    host.addController(this);
  }

  /** There are posts above the first page. */
  get hasPosts(): boolean {
    return !!this.#news?.rows.rows.length;
  }

  /** Posts are on their way that the reader has asked for. */
  get isBusy(): boolean {
    return !!this.#news?.rows.filling;
  }

  hostConnected() {
    addEventListener('scroll', this.#moved, { capture: true, passive: true, once: true });
  }

  hostDisconnected() {
    removeEventListener('scroll', this.#moved, { capture: true });
  }

  hostUpdated() {
    this.#anchor();
    void this.#remember();
    const { value } = this.#words;
    if (value === this.#spoken) return;
    if (this.#spoken) this.#news?.speak();
    this.#spoken = value;
    this.#say();
  }

  /** Another language, or another reader: all posts are drawn anew. */
  renew(): void {
    this.#news?.renew();
  }

  /** Does what a button of its own names. */
  press(button: HTMLButtonElement): void {
    const { value } = button;
    // Without a network the button is still there.
    if (value === 'news')
      this.#bring().then(
        (news) => news.show(),
        () => undefined,
      );
    if (value === 'again') this.live.again();
    if (value === 'resume') void this.#resume?.go();
    if (value === 'gap') void this.#news?.fill(button);
  }

  /** Something else stands before the reader. */
  looked(): void {
    void this.#follow();
    this.#resume?.look();
  }

  /** Away from the top nothing moves: the browser holds on to what is seen, and nothing comes in. */
  #turn() {
    this.#anchor();
    this.live.away = !this.top.rests;
    if (this.top.rests) return;
    void this.#pill.value; // soon something waits
    void this.#follow();
  }

  readonly #moved = () => void this.#follow(true);

  async #bring() {
    const { News } = await import('./news.js');
    return (this.#news ??= new News(this.host, this.list, this));
  }

  /** Whether the last visit ended elsewhere is asked once; nothing is written down before the reader moves. */
  async #remember() {
    const { question, begun, chunks } = this.list.feed;
    const home = question?.session;
    if (home === this.#home || !begun || question?.feed.name !== 'home' || !home?.signedIn) return;
    this.#home = home;
    const id = await readMarker(home as HomeSession, 'home');
    if (id !== undefined && home.statuses.keyOf(id) !== chunks[0]?.keys[0]) void this.#follow();
  }

  /** From now on it is remembered how far the reader has come. */
  async #follow(moved = false) {
    if (this.#resume || this.list.feed.question?.feed.name !== 'home') return;
    const { Resume } = await import('./resume.js').catch(() => ({ Resume: undefined }));
    if (!Resume) return;
    this.#resume ??= new Resume(this.host, { ...this.list, moved }, () => this.#say());
    this.host.requestUpdate(); // it looks at whose list it is
  }

  #anchor() {
    this.region.parentElement?.style.setProperty('overflow-anchor', this.top.rests ? 'none' : 'auto');
  }

  #say() {
    const words = this.#words.value;
    if (!words) return;
    const { waiting, state, retryAt = 0 } = this.live;
    const now = Date.now();
    if (!waiting) this.#told = '';
    else if (now - this.#toldAt >= quiet) {
      this.#told = words.say('news', { n: waiting });
      this.#toldAt = now;
    }
    const within = Math.max(1, Math.ceil((retryAt - now) / 1000));
    const resumes = !!this.#resume?.isOffered;
    const floating = waiting ? this.#pill.value : undefined;
    render(floating?.pill('news', words.say('news', { n: waiting })) ?? nothing, this.pills);
    render(liveLine({ state, calm: this.#calm.at(state), within, resumes, told: this.#told }, words), this.line);
  }
}
