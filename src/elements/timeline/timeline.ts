import { html, noChange, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../../base/define.js';
import { MastoErrorEvent, MastoLoadEvent } from '../../base/events.js';
import { MastoElement, type TagState } from '../../base/masto-element.js';
import { FailureController } from '../../controllers/failure-controller.js';
import { type Chunk, FeedController } from '../../controllers/feed-controller.js';
import { LoadController } from '../../controllers/load-controller.js';
import { NearEndController } from '../../controllers/near-end-controller.js';
import { PatienceController } from '../../controllers/patience-controller.js';
import { SessionController } from '../../controllers/session-controller.js';
import { WordsController } from '../../controllers/words-controller.js';
import { type PostSpeaker, postWords } from '../../i18n/post.js';
import { type TimelineSpeaker, timelineWords } from '../../i18n/timeline.js';
import { MastoError } from '../../mastodon/errors.js';
import { isPersonal } from '../../mastodon/feeds.js';
import { failure, failureData } from '../../parts/failure/failure.js';
import { icons } from '../../parts/icon/icon.js';
import { notice, noticeRow } from '../../parts/notice/notice.js';
import { placeholder } from '../../parts/placeholder/placeholder.js';
import type { MediaMode } from '../../parts/post-context.js';
import { skeleton } from '../../parts/skeleton/skeleton.js';
import '../status/status.js';
import { styles } from './timeline.styles.js';
import { type Wishes, wishesOf } from './wishes.js';

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
 * @csspart heading - The heading. @csspart feed - The list. @csspart button - A button with words.
 * @csspart notice - What is said instead of posts. @csspart placeholder - What is said before the reader agrees. @csspart end - The end of the list.
 * @cssstate loading @cssstate empty @cssstate failed @cssstate signed-out
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

  readonly #words = new WordsController(this, timelineWords);
  readonly #postWords = new WordsController(this, postWords);
  readonly #session = new SessionController(this, () => this);
  readonly #load = new LoadController(this, () => this.#session.value?.host);
  readonly #feed = new FeedController(this, () => this.#asked);
  readonly #patience = new PatienceController(this, () =>
    this.#feed.loading || this.#feed.loadingMore ? this.#asked?.session.host : undefined,
  );
  readonly #failure = new FailureController(this, () => !!this.#error);
  readonly #nearEnd = new NearEndController(this, () => this.#feed.more());
  #wishes: Wishes = new MastoError('bad-attribute');
  #drawn = new WeakSet<Chunk>();
  #told: unknown;

  protected get state(): TagState | undefined {
    if (this.#error && !this.#feed.chunks.length) return 'failed';
    if (this.#isClosed) return 'signed-out';
    if (this.#feed.loading) return 'loading';
    return this.#feed.chunks.length ? undefined : 'empty';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', this.#press);
    this.#feed.onPage = () => (this.#told = undefined);
  }

  override render() {
    const words = this.#words.value;
    const post = this.#postWords.value;
    if (!words || !post) return nothing;
    const { state } = this;
    if (state) this.#drawn = new WeakSet();
    return html`${this.heading ? html`<h2 class="heading" part="heading">${this.heading}</h2>` : nothing}${
      state ? this.#instead(state, words, post) : this.#list(words, post)
    }`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Controllers look at what the attributes say after this, and before `render`.
    if (changed.size) this.#wishes = wishesOf(this, this);
    if (changed.has('media')) this.#drawn = new WeakSet();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#nearEnd.watch(this.more === 'scroll' ? this.renderRoot.querySelector('.below') : null);
    const news =
      this.#error ?? (this.state === 'loading' || this.state === 'signed-out' ? undefined : this.#feed.chunks);
    if (!news || news === this.#told || !this.#words.value) return;
    this.#told = news;
    const count = this.#feed.chunks.reduce((sum, { keys }) => sum + keys.length, 0);
    this.dispatchEvent(news instanceof MastoError ? new MastoErrorEvent(news) : new MastoLoadEvent(count));
  }

  get #error(): MastoError | undefined {
    return this.#wishes instanceof MastoError ? this.#wishes : (this.#session.error ?? this.#feed.error);
  }

  /** What the feed may ask for now. */
  get #asked() {
    const session = this.#session.value;
    const feed = this.#wishes;
    return session && this.#load.ready && !(feed instanceof MastoError) && !this.#isClosed
      ? { session, feed }
      : undefined;
  }

  /** A feed of somebody's own, and nobody is signed in. */
  get #isClosed(): boolean {
    const session = this.#session.value;
    return !!session && !session.signedIn && !(this.#wishes instanceof MastoError) && isPersonal(this.#wishes.name);
  }

  #instead(state: TagState, words: TimelineSpeaker, post: PostSpeaker) {
    if (state === 'failed') return failure(this.#error!, this.#failure, post);
    if (state === 'signed-out') {
      return html`<slot name="signed-out">${notice({ icon: icons.asterism, title: words.say('signedOutTitle'), text: words.say('signedOutText') })}</slot>`;
    }
    if (state === 'empty')
      return html`<slot name="empty">${notice({ icon: icons.asterism, title: words.say('emptyTitle'), text: words.say('emptyText') })}</slot>`;
    if (this.#load.asks) return placeholder(this.#session.value!.host, post);
    return html`${skeleton(post.say('loading'))}${this.#waiting(words)}`;
  }

  #list(words: TimelineSpeaker, post: PostSpeaker) {
    const { chunks, loadingMore } = this.#feed;
    return html`<div class="feed" part="feed" role="feed" aria-label=${this.heading || words.say('timeline')} aria-busy=${loadingMore}>
        ${chunks.map((chunk) => this.#draw(chunk))}
      </div>
      ${this.#below(words, post)}`;
  }

  /** Each chunk is drawn once: what changes in a post, its own element draws. */
  #draw(chunk: Chunk) {
    if (this.#drawn.has(chunk)) return noChange;
    this.#drawn.add(chunk);
    const { media } = this;
    const facts = this.#session.value!;
    return html`<div class="chunk" role="presentation">
      ${chunk.keys.map((key) => html`<masto-status role="article" exportparts=${parts} .entry=${{ facts, key, media }}></masto-status>`)}
    </div>`;
  }

  #below(words: TimelineSpeaker, post: PostSpeaker) {
    const { hasMore, loadingMore } = this.#feed;
    if (this.#error) {
      const data = failureData(this.#error, this.#failure, post);
      return data ? noticeRow(data) : nothing;
    }
    if (this.more === 'none') return nothing;
    if (!hasMore)
      return html`<div class="below end" part="end" role="img" aria-label=${words.say('end')}>${icons.asterism}</div>`;
    return html`${this.#waiting(words)}
      <div class="below">
        <button class="button" part="button" type="button" value="more" ?disabled=${loadingMore}>${words.say('more')}</button>
      </div>`;
  }

  /** A slow server, or one that asked us to wait. */
  #waiting(words: TimelineSpeaker) {
    const { slow, pausedFor } = this.#patience;
    const host = this.#session.value?.host;
    if (!host || (!slow && !pausedFor)) return nothing;
    const title = pausedFor ? words.say('paused', { host, n: pausedFor }) : words.say('slow', { host });
    return noticeRow({ icon: icons.server, title, button: { label: words.say('cancel'), value: 'cancel' } });
  }

  readonly #press = (event: MouseEvent) => {
    const button = event.composedPath().find((node): node is HTMLButtonElement => node instanceof HTMLButtonElement);
    if (button?.getRootNode() !== this.renderRoot) return;
    if (button.value === 'more') this.#feed.more();
    if (button.value === 'retry') this.#feed.retry();
    if (button.value === 'cancel') this.#feed.cancel();
    if (button.value === 'agree') this.#load.agree();
  };
}

define('masto-timeline', MastoTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'masto-timeline': MastoTimeline;
  }
}
