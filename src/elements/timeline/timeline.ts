import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { authOf } from '../../base/context.js';
import { define } from '../../base/define.js';
import { MastoLoadEvent } from '../../base/events.js';
import { MastoElement, type TagState } from '../../base/masto-element.js';
import { FeedController } from '../../controllers/feed-controller.js';
import { keepFocus } from '../../controllers/keep-focus.js';
import { LazyController } from '../../controllers/lazy-controller.js';
import { LoadController } from '../../controllers/load-controller.js';
import { SessionController } from '../../controllers/session-controller.js';
import { WordsController } from '../../controllers/words-controller.js';
import { type PostSpeaker, postWords } from '../../i18n/post.js';
import { asterism, icon } from '../../parts/icon/icon.js';
import type { MediaMode } from '../../parts/post-context.js';
import { Otherwise } from '../otherwise.js';
import '../status/status.js';
import { Asking } from './asking.js';
import { Drawn } from './drawn.js';
import { Length } from './length.js';
import { styles } from './timeline.styles.js';

/**
 * @summary Shows the posts of a person, a hashtag or a server, newest first.
 * @tag masto-timeline
 *
 * @fires {MastoLoadEvent} masto-load - Posts are on screen: the first ones, or one page more.
 * @fires {MastoErrorEvent} masto-error - A request was refused or failed, or an attribute makes no sense.
 * @fires {MastoOpenEvent} masto-open - The reader opens a post, a person, a hashtag or a picture; cancelable.
 * @slot - Shown without JavaScript, before the reader has agreed, and when the posts cannot be: a link to them, best.
 * @slot empty - Shown when there are no posts.
 * @slot signed-out - Shown when only somebody who is signed in could read them.
 * @csspart heading - The heading.
 * @csspart feed - The list.
 * @csspart button - A button with words.
 * @csspart notice - What is said instead of posts, or beside them.
 * @csspart placeholder - What is said before the reader agrees.
 * @csspart end - The end of the list.
 * @csspart live - How the connection does that brings new posts.
 * @csspart pill - The button that counts them.
 * @csspart gap - The button where posts are missing.
 * @cssstate loading
 * @cssstate empty
 * @cssstate failed
 * @cssstate signed-out
 */
export class MastoTimeline extends MastoElement {
  static override styles = styles;

  /** `home local public bookmarks favourites trending`. */
  @property() feed?: string;

  /** Whose posts: `@user@host`, or a profile's address. Its host is asked, unless `instance` names another. */
  @property() account?: string;

  /** What the asked server calls the account. Saves one request; `account` or `instance` still names the server. */
  @property({ attribute: 'account-id' }) accountId?: string;

  /** A hashtag, with or without `#`. */
  @property() tag?: string;

  /** The server's id of one of the reader's lists. */
  @property() list?: string;

  /** A heading above the posts; also the list's name for assistive technology. */
  @property() heading?: string;

  /** How many posts at once. A server gives at most 40. */
  @property({ type: Number }) limit = 20;

  /** Stays current: new posts come in at the top, and wait behind a button while the reader is elsewhere. */
  @property({ type: Boolean }) live = false;

  /** Leaves out answers to others. */
  @property({ type: Boolean, attribute: 'hide-replies' }) hideReplies = false;

  /** Leaves out what was boosted. */
  @property({ type: Boolean, attribute: 'hide-boosts' }) hideBoosts = false;

  /** Leaves out posts without pictures or other files. */
  @property({ type: Boolean, attribute: 'only-media' }) onlyMedia = false;

  /** How older posts come: `button`, by `scroll` (ten pages, then by button), or `none`. */
  @property() more: 'button' | 'scroll' | 'none' = 'button';

  /** Pictures and custom emoji: `auto`, each post's on `click`, or `none`, as links. */
  @property() media: MediaMode = 'auto';

  readonly #words = new WordsController(this, postWords);
  readonly #session = new SessionController(this, () => this);
  readonly #load = new LoadController(this, () => {
    const { value } = this.#session;
    return value?.signedIn ? '' : value?.host;
  });
  readonly #feed: FeedController = new FeedController(this, () => this.#asking.question);
  readonly #asking = new Asking(this, this.#session, this.#load, this.#feed);
  readonly #otherwise = new Otherwise(this);
  readonly #length = new Length(this, this.#feed);
  readonly #news = new LazyController(this, () =>
    import('./live.js').then(({ Live }) => {
      const draw = (keys: readonly string[]) => this.#drawn.posts(keys);
      return new Live(this, { feed: this.#feed, wanted: () => this.live, own: () => this.#asking.newer, draw });
    }),
  );
  readonly #drawn = new Drawn(() => {
    const { media } = this;
    return { facts: this.#feed.question!.session, home: this.#session.home, context: this.#asking.context, media };
  });
  #spoken: PostSpeaker | undefined;
  #reader: unknown;
  #told: unknown;
  #wasLive = false;

  protected get state(): TagState | undefined {
    const { chunks, loading, hasMore } = this.#feed;
    if (this.#asking.isClosed) return 'signed-out';
    if (this.#asking.error && !chunks.length) return 'failed';
    if (loading || (this.live && !this.#told && !this.#live && !this.#news.lost)) return 'loading';
    return chunks.length || this.#asking.newer.length || this.#live?.hasPosts || hasMore ? undefined : 'empty';
  }

  constructor() {
    super();
    keepFocus(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', this.#press);
    void this.#live; // on its way while the server is asked
  }

  override render(): unknown {
    const words = this.#words.value;
    if (!words) return nothing;
    const { state } = this;
    const { home } = this.#session;
    if (state || words !== this.#spoken || home !== this.#reader) this.#renew();
    this.#spoken = words;
    this.#reader = home;
    const heading = this.heading ? html`<h2 class="heading" part="heading">${this.heading}</h2>` : nothing;
    const line = !state || state === 'empty' ? this.#live?.line : undefined;
    return html`${line ? html`<div class="live-head">${heading}${line}</div>` : heading}${
      state ? [state === 'empty' ? this.#live?.pills : nothing, this.#other(state, words)] : this.#list(words)
    }`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Controllers look at what the attributes say after this, and before `render`.
    if (changed.size) this.#asking.read(this);
    if (changed.has('media')) this.#renew();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const error = this.#asking.error;
    const { chunks, loading } = this.#feed;
    if (this.more === 'scroll') this.#length.goOn();
    if (error) this.#otherwise.tell(error);
    else if (!loading && chunks !== this.#told && this.#words.value) {
      this.#told = chunks;
      this.dispatchEvent(new MastoLoadEvent(chunks.reduce((sum, { keys }) => sum + keys.length, 0)));
    }
  }

  /** Loading, empty, failed, signed out, or not agreed to. A quick answer is not announced by a skeleton. */
  #other(state: TagState, words: PostSpeaker) {
    const { asks } = this.#load;
    if (state === 'loading' && !asks && !this.#feed.slow) return nothing;
    return this.#otherwise.draw(words, (instead) => {
      if (state === 'failed')
        return instead.failed(this.#asking.error!, this.querySelector('a') ? undefined : this.#asking.page);
      if (state === 'empty') return instead.empty();
      if (state === 'signed-out') return instead.signedOut(!!authOf(this));
      return asks ? instead.ask(this.#session.value!.host) : [instead.loading(), this.#late(words)];
    });
  }

  #list(words: PostSpeaker) {
    const { chunks, loadingMore } = this.#feed;
    const { newer } = this.#asking;
    const far = this.#length.far(this.limit);
    const live = this.#live;
    const busy = loadingMore || !!live?.isBusy;
    return html`${live?.pills}<div class="feed" part="feed" role="feed" aria-label=${this.heading || words.say('timeline')} aria-busy=${busy}>
        ${live?.region ?? (newer.length ? html`<div class="chunk newer" role="presentation">${this.#drawn.posts(newer)}</div>` : nothing)}${chunks.map((chunk) => this.#drawn.chunk(chunk, far?.textOf(chunk)))}
      </div>
      ${this.#below(words)}`;
  }

  /** What has been drawn is drawn anew. */
  #renew() {
    this.#drawn.forget();
    this.#live?.renew();
  }

  /** What is new, once it was wanted: what has come in stays. */
  get #live() {
    this.#wasLive ||= this.live;
    return this.#wasLive ? this.#news.value : undefined;
  }

  #below(words: PostSpeaker) {
    const { hasMore, loadingMore } = this.#feed;
    const error = this.#asking.error;
    if (error) return this.#otherwise.draw(words, (instead) => instead.failedRow(error));
    if (this.more === 'none') return nothing;
    if (!hasMore)
      return html`<div class="below end" part="end" role="img" aria-label=${words.say('end')}>${icon(asterism)}</div>`;
    return html`${this.#late(words)}
      <div class="below">
        <button class="button" part="button" type="button" value="more" aria-disabled=${loadingMore}>${words.say('more')}</button>
      </div>`;
  }

  /** A server that takes its time, or has asked us to wait. */
  #late(words: PostSpeaker) {
    const { late } = this.#feed;
    return late === undefined
      ? nothing
      : this.#otherwise.draw(words, (instead) => instead.late(this.#session.value!.host, late));
  }

  readonly #press = (event: Event) => {
    const button = event.composedPath().find((node) => node instanceof HTMLButtonElement);
    if (button?.getRootNode() !== this.renderRoot) return; // a post knows its own buttons
    const { value } = button;
    if (value === 'more' || value === 'retry') this.#feed.more();
    if (value === 'cancel') this.#feed.cancel();
    if (value === 'agree') this.#load.agree();
    this.#live?.press(button);
    if (value === 'sign-in') void authOf(this)?.login(this.#session.value?.host, this.#asking.missing);
  };
}

define('masto-timeline', MastoTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'masto-timeline': MastoTimeline;
  }
}
