import { html, noChange, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../../base/define.js';
import { MastoErrorEvent, MastoLoadEvent } from '../../base/events.js';
import { MastoElement, type TagState } from '../../base/masto-element.js';
import { type Chunk, FeedController } from '../../controllers/feed-controller.js';
import { LazyController } from '../../controllers/lazy-controller.js';
import { LoadController } from '../../controllers/load-controller.js';
import { SessionController } from '../../controllers/session-controller.js';
import { WordsController } from '../../controllers/words-controller.js';
import { languageOf } from '../../i18n/language.js';
import { type PostSpeaker, postWords } from '../../i18n/post.js';
import { MastoError } from '../../mastodon/errors.js';
import { type FeedArgs, type FeedName, isPersonal } from '../../mastodon/feeds.js';
import { asterism, icon } from '../../parts/icon/icon.js';
import { lost } from '../../parts/lost/lost.js';
import type { MediaMode } from '../../parts/post-context.js';
import { skeleton } from '../../parts/skeleton/skeleton.js';
import { adoptLate } from '../../styles/adopt.js';
import '../status/status.js';
import { styles } from './timeline.styles.js';
import { wishesOf } from './wishes.js';

const parts =
  'author, avatar, name, handle, time, content, warning, media, media-item, poll, card, actions, action, reply, boost, favourite, bookmark, button';

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

  /** A heading above the posts; also the list's name for assistive technology. */
  @property() heading?: string;

  /** How many posts at once. A server gives at most 40. */
  @property({ type: Number }) limit = 20;

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
  readonly #load = new LoadController(this, () => this.#session.value?.host);
  readonly #feed = new FeedController(this, () => this.#asked);
  readonly #instead = new LazyController(
    this,
    () => import('../../parts/instead/instead.js').then(({ bringInstead }) => bringInstead(languageOf(this))),
    (instead) => adoptLate(this.renderRoot, instead.styles),
  );
  readonly #nearEnd = new LazyController(this, () =>
    import('../../controllers/near-end-controller.js').then(
      ({ NearEndController }) => new NearEndController(this, () => this.#feed.more()),
    ),
  );
  #wishes: FeedArgs | MastoError | undefined;
  #drawn = new WeakSet<Chunk>();
  #told: unknown;
  #tick: ReturnType<typeof setTimeout> | undefined;

  protected get state(): TagState | undefined {
    if (this.#error && !this.#feed.chunks.length) return 'failed';
    if (this.#isClosed) return 'signed-out';
    if (this.#feed.loading) return 'loading';
    return this.#feed.chunks.length ? undefined : 'empty';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', this.#press);
  }

  override render(): unknown {
    const words = this.#words.value;
    if (!words) return nothing;
    const { state } = this;
    if (state) this.#drawn = new WeakSet();
    return html`${this.heading ? html`<h2 class="heading" part="heading">${this.heading}</h2>` : nothing}${
      state ? this.#other(state, words) : this.#list(words)
    }`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Controllers look at what the attributes say after this, and before `render`.
    if (changed.size) this.#wishes = wishesOf(this);
    if (changed.has('media')) this.#drawn = new WeakSet();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.more === 'scroll') this.#nearEnd.value?.watch(this.renderRoot.querySelector('[value=more]'));
    clearTimeout(this.#tick);
    if (this.#feed.late) this.#tick = setTimeout(() => this.requestUpdate(), 1000);
    const { state } = this;
    if (this.#words.value && state !== 'loading' && state !== 'signed-out')
      this.#tell(this.#error ?? this.#feed.chunks);
  }

  get #error(): MastoError | undefined {
    return this.#wishes instanceof MastoError ? this.#wishes : (this.#session.error ?? this.#feed.error);
  }

  /** What the feed may ask for now. */
  get #asked() {
    const { value: session, acct } = this.#session;
    const wishes = this.#wishes;
    if (!session || !wishes || wishes instanceof MastoError || this.#isClosed || !this.#load.ready) return undefined;
    return { session, feed: { ...wishes, account: acct } };
  }

  /** A feed of somebody's own, and nobody is signed in. */
  get #isClosed(): boolean {
    const session = this.#session.value;
    const wishes = this.#wishes;
    return !!session && !session.signedIn && !!wishes && 'name' in wishes && isPersonal(wishes.name as FeedName);
  }

  /** Loading, empty, failed, signed out, or not agreed to. */
  #other(state: TagState, words: PostSpeaker) {
    const asks = state === 'loading' && this.#load.asks;
    if (state === 'loading' && !asks) return html`${skeleton(words.say('loading'))}${this.#late()}`;
    const instead = this.#instead.value;
    if (!instead) return this.#instead.lost ? lost(words) : nothing;
    if (asks) return instead.ask(this.#session.value!.host);
    return state === 'failed'
      ? instead.failed(this.#error!)
      : state === 'empty'
        ? instead.empty()
        : instead.signedOut();
  }

  #list(words: PostSpeaker) {
    const { chunks, loadingMore } = this.#feed;
    return html`<div class="feed" part="feed" role="feed" aria-label=${this.heading || words.say('timeline')} aria-busy=${loadingMore}>
        ${chunks.map((chunk) => this.#draw(chunk))}
      </div>
      ${this.#below(words)}`;
  }

  /** Each chunk is drawn once: what changes in a post, its own element draws. */
  #draw(chunk: Chunk) {
    if (this.#drawn.has(chunk)) return noChange;
    this.#drawn.add(chunk);
    const { media } = this;
    const facts = this.#session.value!;
    return html`<div class="chunk" role="presentation">
      ${chunk.keys.map((key) => html`<masto-status exportparts=${parts} .entry=${{ facts, key, media }}></masto-status>`)}
    </div>`;
  }

  #below(words: PostSpeaker) {
    const { hasMore, loadingMore } = this.#feed;
    const error = this.#error;
    if (error) return this.#instead.value?.failedRow(error) ?? (this.#instead.lost ? lost(words) : nothing);
    if (this.more === 'none') return nothing;
    if (!hasMore)
      return html`<div class="below end" part="end" role="img" aria-label=${words.say('end')}>${icon(asterism)}</div>`;
    return html`${this.#late()}
      <div class="below">
        <button class="button" part="button" type="button" value="more" ?disabled=${loadingMore}>${words.say('more')}</button>
      </div>`;
  }

  /** A slow server, or one that asked us to wait. */
  #late() {
    const { late, pausedUntil } = this.#feed;
    return late ? this.#instead.value?.late(this.#session.value!.host, pausedUntil) : nothing;
  }

  /** Dispatches what has come of it, once. */
  #tell(news: MastoError | readonly Chunk[]) {
    if (news === this.#told) return;
    this.#told = news;
    if (news instanceof MastoError) {
      this.#instead.value?.warnAuthor(this, news);
      if (!this.#instead.value) this.#told = undefined;
      else this.dispatchEvent(new MastoErrorEvent(news));
    } else this.dispatchEvent(new MastoLoadEvent(news.reduce((sum, { keys }) => sum + keys.length, 0)));
  }

  readonly #press = (event: Event) => {
    const { value } = event.composedPath().find((node) => node instanceof HTMLButtonElement) ?? {};
    if (value === 'more' || value === 'retry') this.#feed.more();
    if (value === 'cancel') this.#feed.cancel();
    if (value === 'agree') this.#load.agree();
  };
}

define('masto-timeline', MastoTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'masto-timeline': MastoTimeline;
  }
}
